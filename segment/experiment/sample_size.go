package experiment

import (
	"fmt"
	"math"

	"github.com/hotelcrm/hotelcrm/internal/figure"
	"github.com/hotelcrm/hotelcrm/internal/refuse"
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
// Input: the rate to be found among the guests treated and that of those left out, each in [0, 1] and not equal; alpha in
// (0, 1), the chance of seeing an effect where there is none, two-sided, such as 0.05; power in (0, 1), the chance of
// seeing the effect if it is there, such as 0.8.
// Errors: a [*hotelcrm.ParamError], also for rates so close that over 2^52 guests would be needed.
// Source: J. Fleiss, Statistical methods for rates and proportions (1981), without his correction for continuity.
func SampleSizeFor(treated, control, alpha, power float64) (SampleSize, error) {
	if !(control >= 0 && control <= 1) { // NaN too
		return SampleSize{}, refuse.Param("control", fmt.Sprint(control), "0 to 1")
	}
	if !(treated >= 0 && treated <= 1) || treated == control {
		return SampleSize{}, refuse.Param("treated", fmt.Sprint(treated), "0 to 1, not the rate of control")
	}
	if !(alpha > 0 && alpha < 1) {
		return SampleSize{}, refuse.Param("alpha", fmt.Sprint(alpha), "above 0 and below 1")
	}
	if !(power > 0 && power < 1) {
		return SampleSize{}, refuse.Param("power", fmt.Sprint(power), "above 0 and below 1")
	}
	false1, found := -normalQuantile(alpha/2), normalQuantile(power)
	middle := (control + treated) / 2
	root := false1*math.Sqrt(2*middle*(1-middle)) + found*math.Sqrt(control*(1-control)+treated*(1-treated))
	size := root / (control - treated)
	exact := figure.Digits12(float64(size * size))
	if !(exact <= 1<<52) {
		return SampleSize{}, refuse.Param("treated", fmt.Sprint(treated), "farther from the rate of control")
	}
	return SampleSize{PerArm: max(1, int(math.Ceil(exact))), Exact: exact}, nil
}

// normalQuantile returns z with P(Z < z) = p for a standard normal Z, also for the smallest p.
func normalQuantile(p float64) float64 { return figure.Digits12(mathext.NormalQuantile(p)) }
