package satisfaction

import (
	"math"

	"github.com/hotelcrm/hotelcrm/internal/welch"
)

// Difference is what lies between two independent samples.
type Difference struct {
	Value      float64        `json:"value"` // first less second
	SE         float64        `json:"se"`
	P          float64        `json:"p"`            // two-sided, of no difference
	DF         float64        `json:"df,omitempty"` // degrees of freedom; 0: the normal law
	EffectiveN [2]float64     `json:"effectiveN"`   // respondents in effect, of the first and the second
	Interval   Interval       `json:"interval"`
	Method     IntervalMethod `json:"method"`
}

// Welch returns the difference of two means whose variances may differ, with its test: of two houses, or of this year and
// a printed report of which no more is left than n, mean and standard deviation. [Compare] does it for two rounds whose
// answers are there. Give effective numbers where respondents are weighted.
//
//	t = (x̄₁ - x̄₂) / √(s₁²/n₁ + s₂²/n₂)
//
// Input: groups with n of at least 2.
// Result: t is Value / SE. With no spread in either group p is 1 for equal means, else 0.
// Errors: a [*hotelcrm.ParamError].
// Source: B. L. Welch (1947), Biometrika 34, 28-35.
func Welch(first, second Group, level float64) (Difference, error) {
	err := firstError(checkGroups([]Group{first, second}), checkLevel(level),
		checkWithin("first.N", first.N, 2, 1e15), checkWithin("second.N", second.N, 2, 1e15))
	if err != nil {
		return Difference{}, err
	}
	a, b := first.SD*first.SD/first.N, second.SD*second.SD/second.N
	d := Difference{Value: first.Mean - second.Mean, SE: math.Sqrt(a + b), P: 1, DF: first.N + second.N - 2, EffectiveN: [2]float64{first.N, second.N}, Method: WelchT}
	if a+b > 0 {
		d.DF = welch.Degrees(a/(a+b), first.N, second.N)
	}
	if d.Value != 0 {
		d.P = welch.P(d.Value/d.SE, d.DF)
	}
	half := float64(welch.Deviate(level, d.DF) * d.SE)
	d.Interval = Interval{d.Value - half, d.Value + half, level, WelchT}
	return d, nil
}
