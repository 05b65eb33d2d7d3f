// Package figure brings floating-point numbers into the form in which results carry them: short enough to be the same on
// every platform.
package figure

import (
	"math"
	"strconv"

	"github.com/hotelcrm/hotelcrm/internal/refuse"
)

// Digits12 rounds to 12 significant digits, so that the last bits of math's functions, in which platforms differ, are
// not part of a result.
func Digits12(x float64) float64 { return digits(x, 12) }

// Digits9 rounds to 9 significant digits what is found by iteration.
func Digits9(x float64) float64 { return digits(x, 9) }

func digits(x float64, n int) float64 {
	rounded, _ := strconv.ParseFloat(strconv.FormatFloat(x, 'e', n-1, 64), 64) // cannot fail: it reads what it wrote
	return rounded
}

// Deviate returns z with P(|Z| < z) = level for a standard normal Z, to 12 significant digits.
//
// Errors: a [refuse.Param] for a level outside (0, 1).
func Deviate(level float64) (float64, error) {
	if !(level > 0 && level < 1) { // NaN too
		return 0, refuse.Param("level", strconv.FormatFloat(level, 'g', -1, 64), "above 0 and below 1")
	}
	return Digits12(math.Sqrt2 * math.Erfinv(level)), nil
}

// TwoSided returns P(|Z| > |z|) for a standard normal Z, to 12 significant digits.
func TwoSided(z float64) float64 { return Digits12(math.Erfc(math.Abs(z) / math.Sqrt2)) }
