package prose

import (
	"strconv"
	"strings"
)

// Brief writes four significant digits.
func Brief(x float64) string {
	text := strconv.FormatFloat(x, 'g', 4, 64)
	if !strings.Contains(text, "e") {
		return Group(text)
	}
	return text
}

// OneDigit writes a number with one decimal place.
func OneDigit(x float64) string { return Group(strconv.FormatFloat(x, 'f', 1, 64)) }

// Rounded writes an expected number of guests or visits.
func Rounded(x float64) string { return Group(strconv.FormatFloat(x, 'f', 0, 64)) }

// Fixed writes a number with so many decimal places.
func Fixed(x float64, digits int) string {
	return Group(strconv.FormatFloat(x, 'f', digits, 64))
}

// OnScale writes a score on the scale of the survey.
func OnScale(x float64) string { return strconv.FormatFloat(x, 'f', 2, 64) }
