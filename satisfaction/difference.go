package satisfaction

import (
	"cmp"
	"fmt"
	"math"
	"slices"

	"github.com/hotelcrm/hotelcrm"
	"gonum.org/v1/gonum/stat/distuv"
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

// Welch returns the difference of two means whose variances may differ, with its test. Give effective numbers where
// respondents are weighted.
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
		c := a / (a + b) // in place of squares of a and b, which may be beyond floats
		d.DF = 1 / (c*c/(first.N-1) + (1-c)*(1-c)/(second.N-1))
	}
	law := distuv.StudentsT{Sigma: 1, Nu: d.DF}
	if d.Value != 0 {
		d.P = 2 * law.Survival(math.Abs(d.Value/d.SE))
	}
	half := float64(law.Quantile(0.5+level/2) * d.SE)
	d.Interval = Interval{d.Value - half, d.Value + half, level, WelchT}
	return d, nil
}

// Holm returns p-values of several tests so adjusted that all together find a difference where there is none no more
// often than each alone did, in the order given.
//
// Errors: a [*hotelcrm.ParamError] for a p-value outside [0, 1].
// Source: S. Holm (1979), Scandinavian Journal of Statistics 6, 65-70.
func Holm(p []float64) ([]float64, error) {
	order := make([]int, len(p))
	for i, v := range p {
		if err := checkWithin(fmt.Sprintf("p[%d]", i), v, 0, 1); err != nil {
			return nil, err
		}
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(p[a], p[b]) })
	out := make([]float64, len(p))
	least := 0.0
	for rank, i := range order {
		least = max(least, min(1, float64(len(p)-rank)*p[i]))
		out[i] = least
	}
	return out, nil
}

// Shift is how far two distributions over the same levels lie apart.
type Shift struct {
	Chi2 float64 `json:"chi2"`
	DF   int     `json:"df"`
	P    float64 `json:"p"` // of the same distribution in both

	N [2]int64 `json:"n"` // answers before and after, each counting alike

	// PSI is Σ (a-b) ln(a/b) of the shares. It applies where no level is empty in one round only, and is 0 where it does
	// not: it has no bound there.
	PSI        float64 `json:"psi"`
	PSIApplies bool    `json:"psiApplies"`
}

// Distribution returns how far the answers of two rounds lie apart, by level. Levels that nobody chose in either round
// do not count.
//
//	χ² = Σ (O - E)² / E over both rounds
//
// Errors: a [*hotelcrm.ParamError] for lists of different length, negative numbers, or a round without answers.
// Source: K. Pearson (1900), Philosophical Magazine 50, 157-175.
func Distribution(before, after []int64) (Shift, error) {
	if len(before) != len(after) {
		return Shift{}, &hotelcrm.ParamError{Param: "after", Value: fmt.Sprint(len(after)), Allowed: fmt.Sprintf("%d levels, as before", len(before))}
	}
	var n, m float64
	for i := range before {
		err := firstError(checkWithin(fmt.Sprintf("before[%d]", i), float64(before[i]), 0, 1e15), checkWithin(fmt.Sprintf("after[%d]", i), float64(after[i]), 0, 1e15))
		if err != nil {
			return Shift{}, err
		}
		n, m = n+float64(before[i]), m+float64(after[i])
	}
	if n == 0 || m == 0 {
		return Shift{}, &hotelcrm.ParamError{Param: "before, after", Value: fmt.Sprintf("%v and %v answers", n, m), Allowed: "at least one in each"}
	}
	s := Shift{DF: -1, P: 1, N: [2]int64{int64(n), int64(m)}}
	for i := range before {
		a, b := float64(before[i]), float64(after[i])
		if a+b == 0 {
			continue
		}
		s.DF++
		for _, side := range [2][2]float64{{a, n}, {b, m}} {
			expected := (a + b) / (n + m) * side[1]
			s.Chi2 += float64((side[0]-expected)*(side[0]-expected)) / expected
		}
	}
	if s.DF > 0 {
		s.P = distuv.ChiSquared{K: float64(s.DF)}.Survival(s.Chi2)
	}
	s.PSI, s.PSIApplies = stability(before, after, n, m)
	return s, nil
}

func stability(before, after []int64, n, m float64) (psi float64, applies bool) {
	for i := range before {
		if (before[i] == 0) != (after[i] == 0) {
			return 0, false
		}
		a, b := float64(before[i])/n, float64(after[i])/m
		if a != b {
			psi += float64((a - b) * math.Log(a/b))
		}
	}
	return psi, true
}
