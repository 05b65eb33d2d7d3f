package numeral

import (
	"encoding/json"
	"math"
	"strconv"
)

// RateDigits is how many decimal places a rate per one has.
const RateDigits = 6

// ScoreDigits is how many decimal places guests.csv gives a score.
const ScoreDigits = 4

// Rate writes a rate per one.
func Rate(rate float64) json.Number {
	return json.Number(strconv.FormatFloat(rate, 'f', RateDigits, 64))
}

// Significant writes a number with so many significant digits, nil for what JSON has no number for.
func Significant(x float64, n int) *json.Number { return finite(x, 'g', n) }

// Fixed writes a number with so many decimal places, nil for what JSON has no number for.
func Fixed(x float64, n int) *json.Number { return finite(x, 'f', n) }

func finite(x float64, format byte, n int) *json.Number {
	if math.IsNaN(x) || math.IsInf(x, 0) {
		return nil
	}
	return new(json.Number(strconv.FormatFloat(x, format, n, 64)))
}
