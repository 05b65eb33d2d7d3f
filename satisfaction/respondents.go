package satisfaction

import (
	"fmt"
	"math"

	"github.com/hotelcrm/hotelcrm"
)

// Respondents says what each row of a cell weighs so that the cells stand for all guests and not only for those who
// answered. Keep one [Summary] a cell and put them together by [Combine] with Weights.
type Respondents struct {
	Method       Adjustment `json:"method"`
	Weights      []float64  `json:"weights"`      // of one row, by cell; their sum over all rows is the number of rows
	N            int64      `json:"n"`            // rows
	EffectiveN   float64    `json:"effectiveN"`   // Kish: (Σw)² / Σw², n over the design effect
	DesignEffect float64    `json:"designEffect"` // Kish: n Σw² / (Σw)², what weighting costs
	Steps        int        `json:"steps"`        // rounds of raking
	Gap          float64    `json:"gap"`          // largest share by which a margin is still missed

	Warnings []hotelcrm.Warning `json:"warnings,omitempty"`
}

// WarnHeavyWeights: weighting more than halves the effective number of respondents.
const WarnHeavyWeights hotelcrm.WarningCode = "heavy-weights"

// PostStratify returns the weights that give every cell its share of all guests.
//
// Input: counts are the rows of each cell; shares its share of all guests in any unit, such as the guests themselves.
// Errors: a [*hotelcrm.ParamError] for lists of different length, numbers that are negative or not finite, no rows, or a
// cell with a share but no rows: no weight can stand for guests of whom nobody answered, so merge the cell with another.
func PostStratify(counts []int64, shares []float64) (*Respondents, error) {
	cells := make([]int, len(counts))
	for i := range cells {
		cells[i] = i
	}
	r, err := Rake(counts, []Margin{{Name: "cell", Groups: cells, Shares: shares}})
	if err != nil {
		return nil, err
	}
	r.Method, r.Steps = PostStratified, 0
	return r, nil
}

// Margin is a trait of guests whose shares are known, such as age or nationality.
type Margin struct {
	Name   string    `json:"name"`
	Groups []int     `json:"groups"` // by cell: the group of the trait it is in, an index of Shares
	Shares []float64 `json:"shares"` // of all guests, by group, in any unit
}

const (
	rakeSteps = 1000
	rakeGap   = 1e-13
)

// Rake returns the weights that meet several margins at once, where the share of each cell is not known: the weights are
// fitted to one margin after the other until all are met (iterative proportional fitting).
//
// Input: counts are the rows of each cell. A cell without rows has no part in it.
// Result: weights whose largest gap is below 1e-13 of the rows.
// Errors: a [*hotelcrm.ParamError] for lists that do not fit each other, numbers that are negative or not finite, no rows,
// a group with a share but no rows, or margins that cannot all be met by the cells that have rows.
// Source: W. E. Deming and F. F. Stephan (1940), Annals of Mathematical Statistics 11, 427-444; L. Kish (1965), Survey
// Sampling, 11.7 for the effective number.
func Rake(counts []int64, margins []Margin) (*Respondents, error) {
	r := &Respondents{Method: Raked, Weights: make([]float64, len(counts))}
	for c, n := range counts {
		if n < 0 || n > 1<<53 {
			return nil, &hotelcrm.ParamError{Param: fmt.Sprintf("counts[%d]", c), Value: fmt.Sprint(n), Allowed: "0 to 2⁵³"}
		}
		r.N += n
		r.Weights[c] = 1
	}
	if r.N == 0 {
		return nil, &hotelcrm.ParamError{Param: "counts", Value: "0", Allowed: "at least one row"}
	}
	targets := make([][]float64, len(margins))
	for d, m := range margins {
		var err error
		if targets[d], err = m.targets(counts, float64(r.N)); err != nil {
			return nil, err
		}
	}
	for r.Steps < rakeSteps {
		r.Steps++
		for d, m := range margins {
			m.fit(counts, r.Weights, targets[d])
		}
		if r.Gap = largestGap(counts, r.Weights, margins, targets); r.Gap < rakeGap {
			r.spread(counts)
			return r, nil
		}
	}
	return nil, &hotelcrm.ParamError{Param: "margins", Value: fmt.Sprintf("missed by %.3g of the rows", r.Gap), Allowed: "margins that the cells with rows can meet together"}
}

// targets returns the rows that each group of the margin should stand for.
func (m Margin) targets(counts []int64, rows float64) ([]float64, error) {
	if len(m.Groups) != len(counts) {
		return nil, &hotelcrm.ParamError{Param: m.Name + ".Groups", Value: fmt.Sprint(len(m.Groups)), Allowed: fmt.Sprintf("one for each of %d cells", len(counts))}
	}
	have := make([]int64, len(m.Shares))
	for c, g := range m.Groups {
		if g < 0 || g >= len(m.Shares) {
			return nil, &hotelcrm.ParamError{Param: fmt.Sprintf("%s.Groups[%d]", m.Name, c), Value: fmt.Sprint(g), Allowed: fmt.Sprintf("0 to %d", len(m.Shares)-1)}
		}
		have[g] += counts[c]
	}
	var sum float64
	for g, share := range m.Shares {
		name := fmt.Sprintf("%s.Shares[%d]", m.Name, g)
		if err := checkWithin(name, share, 0, 1e100); err != nil {
			return nil, err
		}
		if share > 0 && have[g] == 0 {
			return nil, &hotelcrm.ParamError{Param: name, Value: fmt.Sprint(share), Allowed: "0, as nobody of the group answered"}
		}
		sum += share
	}
	if sum == 0 {
		return nil, &hotelcrm.ParamError{Param: m.Name + ".Shares", Value: "0", Allowed: "at least one above 0"}
	}
	out := make([]float64, len(m.Shares))
	for g, share := range m.Shares {
		out[g] = share / sum * rows
	}
	return out, nil
}

// sums returns the weighted rows of each group.
func (m Margin) sums(counts []int64, weights []float64) []float64 {
	out := make([]float64, len(m.Shares))
	for c, g := range m.Groups {
		out[g] += float64(float64(counts[c]) * weights[c])
	}
	return out
}

// fit scales the weights so that the margin is met.
func (m Margin) fit(counts []int64, weights, targets []float64) {
	sums := m.sums(counts, weights)
	for c, g := range m.Groups {
		if sums[g] > 0 {
			weights[c] *= targets[g] / sums[g]
		}
	}
}

// largestGap returns by how much the worst group misses its target, in shares of all rows.
func largestGap(counts []int64, weights []float64, margins []Margin, targets [][]float64) float64 {
	var gap, rows float64
	for _, n := range counts {
		rows += float64(n)
	}
	for d, m := range margins {
		for g, sum := range m.sums(counts, weights) {
			gap = max(gap, math.Abs(sum-targets[d][g])/rows)
		}
	}
	return gap
}

// spread sets what the weights cost.
func (r *Respondents) spread(counts []int64) {
	var sum, squares float64
	for c, n := range counts {
		if n == 0 {
			r.Weights[c] = 0
		}
		sum += float64(float64(n) * r.Weights[c])
		squares += float64(float64(n) * float64(r.Weights[c]*r.Weights[c]))
	}
	r.EffectiveN = sum * sum / squares
	r.DesignEffect = float64(r.N) / r.EffectiveN
	if r.DesignEffect > 2 {
		text := fmt.Sprintf("weights count %d respondents as %.0f; merge cells with few rows, or cut the largest weights", r.N, r.EffectiveN)
		r.Warnings = append(r.Warnings, hotelcrm.Warning{Code: WarnHeavyWeights, Text: text, N: len(counts)})
	}
}
