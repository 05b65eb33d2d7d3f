package prose

import (
	"strconv"
	"strings"

	"github.com/hotelcrm/hotelcrm/examples/internal/lang"
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
func OneDigit(x float64) string { return lang.Fixed(x, 1) }

// Rounded writes an expected number of guests or visits.
func Rounded(x float64) string { return lang.Fixed(x, 0) }

// Fixed writes a number with so many decimal places.
func Fixed(x float64, digits int) string {
	return lang.Fixed(x, digits)
}

// OnScale writes a score on the scale of the survey.
func OnScale(x float64) string { return lang.Fixed(x, 2) }
