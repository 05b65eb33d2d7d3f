package segment

import (
	"fmt"
	"math"

	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/internal/figure"
	"gonum.org/v1/gonum/mathext"
)

// SampleSize is how many guests an experiment needs.
type SampleSize struct {
	PerArm int     `json:"perArm"` // rounded up
	Exact  float64 `json:"exact"`  // to 12 significant digits
}

// SampleSizeFor returns how many guests each arm needs so that a change of a rate is found.
//
//	n = (z(α/2)·√(2m(1-m)) + z(β)·√(p₁(1-p₁) + p₂(1-p₂)))² / (p₁ - p₂)²,  m = (p₁ + p₂)/2
//
// Input: the rates without and with the action, each in [0, 1] and not equal; alpha in (0, 1), the chance of seeing an
// effect where there is none, two-sided, such as 0.05; power in (0, 1), the chance of seeing the effect if it is there,
// such as 0.8.
// Errors: a [*hotelcrm.ParamError], also for rates so close that over 2^52 guests would be needed.
// Source: J. Fleiss, Statistical methods for rates and proportions (1981), without his correction for continuity.
func SampleSizeFor(without, with, alpha, power float64) (SampleSize, error) {
	if !(without >= 0 && without <= 1) { // NaN too
		return SampleSize{}, &hotelcrm.ParamError{Param: "without", Value: fmt.Sprint(without), Allowed: "0 to 1"}
	}
	if !(with >= 0 && with <= 1) || with == without {
		return SampleSize{}, &hotelcrm.ParamError{Param: "with", Value: fmt.Sprint(with), Allowed: "0 to 1, not the rate without"}
	}
	if !(alpha > 0 && alpha < 1) {
		return SampleSize{}, &hotelcrm.ParamError{Param: "alpha", Value: fmt.Sprint(alpha), Allowed: "above 0 and below 1"}
	}
	if !(power > 0 && power < 1) {
		return SampleSize{}, &hotelcrm.ParamError{Param: "power", Value: fmt.Sprint(power), Allowed: "above 0 and below 1"}
	}
	false1, found := -normalQuantile(alpha/2), normalQuantile(power)
	middle := (without + with) / 2
	root := false1*math.Sqrt(2*middle*(1-middle)) + found*math.Sqrt(without*(1-without)+with*(1-with))
	size := root / (without - with)
	exact := figure.Digits12(float64(size * size))
	if !(exact <= 1<<52) {
		return SampleSize{}, &hotelcrm.ParamError{Param: "with", Value: fmt.Sprint(with), Allowed: "farther from the rate without"}
	}
	return SampleSize{PerArm: max(1, int(math.Ceil(exact))), Exact: exact}, nil
}

// normalQuantile returns z with P(Z < z) = p for a standard normal Z, also for the smallest p.
func normalQuantile(p float64) float64 { return figure.Digits12(mathext.NormalQuantile(p)) }
