package valuation

import (
	"fmt"
	"math"
	"strconv"

	"github.com/hotelcrm/hotelcrm/internal/figure"
	"github.com/hotelcrm/hotelcrm/internal/refuse"
)

// SurvivalTest is the result of a log-rank test.
type SurvivalTest struct {
	Groups    []SurvivalGroup `json:"groups"`
	ChiSquare float64         `json:"chiSquare"`
	Degrees   int             `json:"degrees"` // of freedom: groups - 1
	P         float64         `json:"p"`       // the chance of so great a difference between groups that are alike
}

// SurvivalGroup is one group of a log-rank test.
type SurvivalGroup struct {
	Spells   int     `json:"spells"`
	Ended    int     `json:"ended"`
	Expected float64 `json:"expected"` // ends that the group would have if all were alike
}

// LogRank returns the log-rank test of whether groups of spells last equally long: whether guests who came through one
// channel return sooner than those of another.
//
//	E(g) = Σ d·n(g)/n,  V(g,h) = Σ d·n(g)/n·([g=h] - n(h)/n)·(n-d)/(n-1),  χ² = (O-E)'·V⁻¹·(O-E)
//
// over the times with ends, without the last group in χ². It has most power where the risk in one group is a constant
// multiple of that in another, and little where the curves cross.
//
// Input: 2 to 50 groups of at least one spell. The order of spells does not matter. Figures have 12 significant digits.
// Errors: a [*hotelcrm.ParamError] for other numbers, and where the test is not defined because nothing ended while the
// groups were watched together; [*hotelcrm.RowError] for negative lengths.
// Cost: O(n log n + t·g² + g³) for t different lengths and g groups.
// Source: N. Mantel, Evaluation of survival data (1966); R. Peto and J. Peto, Asymptotically efficient rank invariant
// test procedures (1972).
func LogRank(groups ...[]Spell) (SurvivalTest, error) {
	if len(groups) < 2 || len(groups) > 50 {
		return SurvivalTest{}, refuse.Param("groups", strconv.Itoa(len(groups)), "2 to 50")
	}
	var all []Spell
	for g, spells := range groups {
		if err := checkSpells(fmt.Sprintf("groups[%d]", g), spells); err != nil {
			return SurvivalTest{}, err
		}
		all = append(all, spells...)
	}
	t := newRankSums(groups)
	for _, at := range countSpells(all) {
		t.add(at)
	}
	return t.test(groups)
}

// rankSums adds up the expected ends and their covariance over the times.
type rankSums struct {
	cursors  []riskCursor
	expected []float64
	variance [][]float64
}

func newRankSums(groups [][]Spell) *rankSums {
	t := &rankSums{expected: make([]float64, len(groups))}
	for _, spells := range groups {
		t.cursors = append(t.cursors, riskCursor{countSpells(spells)})
		t.variance = append(t.variance, make([]float64, len(groups)))
	}
	return t
}

// riskCursor walks over the lengths of one group.
type riskCursor struct{ ahead []risk }

// atRisk returns how many spells last to time; times must rise.
func (c *riskCursor) atRisk(time int) int {
	for len(c.ahead) > 0 && c.ahead[0].time < time {
		c.ahead = c.ahead[1:]
	}
	if len(c.ahead) == 0 {
		return 0
	}
	return c.ahead[0].atRisk
}

func (t *rankSums) add(at risk) {
	if at.ended == 0 {
		return
	}
	n, ended := float64(at.atRisk), float64(at.ended)
	share := make([]float64, len(t.cursors))
	for g := range t.cursors {
		share[g] = float64(t.cursors[g].atRisk(at.time)) / n
		t.expected[g] += float64(ended * share[g])
	}
	if at.atRisk == 1 {
		return
	}
	weight := float64(ended*(n-ended)) / (n - 1)
	for g := range share {
		for h := range share {
			same := 0.0
			if g == h {
				same = 1
			}
			t.variance[g][h] += float64(float64(weight*share[g]) * (same - share[h]))
		}
	}
}

func (t *rankSums) test(groups [][]Spell) (SurvivalTest, error) {
	out := SurvivalTest{Degrees: len(groups) - 1}
	var excess []float64
	for g, spells := range groups {
		one := SurvivalGroup{Spells: len(spells), Expected: figure.Digits12(t.expected[g])}
		for _, spell := range spells {
			if spell.Ended {
				one.Ended++
			}
		}
		excess = append(excess, float64(one.Ended)-t.expected[g])
		out.Groups = append(out.Groups, one)
	}
	square, ok := quadraticForm(t.variance, excess[:out.Degrees])
	if !ok {
		return SurvivalTest{}, refuse.Param("groups", "no ends while they are watched together", "spells that end while every group is at risk")
	}
	out.ChiSquare = figure.Digits12(square)
	out.P = figure.Digits12(chiSquareTail(out.ChiSquare, out.Degrees))
	return out, nil
}

// quadraticForm returns x'·A⁻¹·x by Cholesky's factors, and false if A is not positive definite. A may be larger than
// x.
func quadraticForm(a [][]float64, x []float64) (float64, bool) {
	factor, sum := make([][]float64, len(x)), 0.0
	solved := make([]float64, len(x))
	for i := range x {
		factor[i] = make([]float64, i+1)
		rest := x[i]
		for j := range i + 1 {
			value := a[i][j]
			for k := range j {
				value -= float64(factor[i][k] * factor[j][k])
			}
			if j < i {
				factor[i][j] = value / factor[j][j]
				rest -= float64(factor[i][j] * solved[j])
				continue
			}
			if value <= 1e-12*a[i][i] || a[i][i] <= 0 { // what is left of a dependent row is rounding
				return 0, false
			}
			factor[i][i] = math.Sqrt(value)
		}
		solved[i] = rest / factor[i][i]
		sum += float64(solved[i] * solved[i])
	}
	return sum, true
}

// chiSquareTail returns P(χ² > x) for a whole number of degrees of freedom, by its finite sum.
//
//	even: e^(-x/2)·Σ (x/2)^j/j!, j < k/2;  odd: erfc(√(x/2)) + e^(-x/2)·Σ (x/2)^(j-½)/Γ(j+½), 1 ≤ j ≤ (k-1)/2
//
// Source: M. Abramowitz and I. Stegun, Handbook of Mathematical Functions (1964), 26.4.4 and 26.4.5.
func chiSquareTail(x float64, degrees int) float64 {
	half, sum := max(x, 0)/2, 0.0
	term, next := math.Exp(-half), 1.0
	if degrees%2 == 1 {
		sum = math.Erfc(math.Sqrt(half))
		term, next = float64(2*math.Sqrt(half/math.Pi))*term, 1.5
	}
	for range degrees / 2 {
		sum += term
		term = float64(term*half) / next
		next++
	}
	return min(sum, 1)
}
