package satisfaction

import (
	"fmt"
	"math"

	"github.com/hotelcrm/hotelcrm/internal/plural"
	"github.com/hotelcrm/hotelcrm/internal/refuse"
)

// Margin is a trait of guests whose shares are known, such as age or nationality.
type Margin struct {
	Name   string    `json:"name"`
	Groups []int     `json:"groups"` // by cell: the group of the trait it is in, an index of Shares
	Shares []float64 `json:"shares"` // of all guests, by group, in any unit
}

// RakeRule says when raking is done. The zero value is the documented default.
type RakeRule struct {
	Tolerance float64 `json:"tolerance"` // largest share of all rows by which a group may be missed, in (0, 1); 0: 1e-13
	MaxSteps  int     `json:"maxSteps"`  // rounds through all margins; 0: 1000
}

const (
	rakeSteps     = 1000
	rakeTolerance = 1e-13
)

func (r RakeRule) resolved() (RakeRule, error) {
	if r.Tolerance == 0 {
		r.Tolerance = rakeTolerance
	}
	if r.MaxSteps == 0 {
		r.MaxSteps = rakeSteps
	}
	if r.MaxSteps < 1 {
		return r, refuse.Param("RakeRule.MaxSteps", fmt.Sprint(r.MaxSteps), "1 or more, or 0 for 1000")
	}
	if !(r.Tolerance > 0 && r.Tolerance < 1) {
		return r, refuse.Param("RakeRule.Tolerance", fmt.Sprint(r.Tolerance), "(0, 1), or 0 for 1e-13")
	}
	return r, nil
}

// RakeError says that raking did not come to an end within its steps: either the cells that have rows cannot meet the
// margins together, or they come near them too slowly.
type RakeError struct {
	Margin string   // the margin that is missed most
	Group  int      // and its group
	Gap    float64  // by which share of all rows
	Steps  int      // rounds made
	Rule   RakeRule // as used
	Empty  []int    // cells without rows: filled, they may be what is missing
}

// Error returns what is missed by how much, in one line.
func (e *RakeError) Error() string {
	text := fmt.Sprintf("satisfaction: raking: after %s group %d of margin %s is missed by %.3g of all rows, more than %.3g",
		plural.Of(e.Steps, "step", "steps"), e.Group, e.Margin, e.Gap, e.Rule.Tolerance)
	if len(e.Empty) > 0 {
		text += "; " + plural.Of(len(e.Empty), "cell has no rows", "cells have no rows")
	}
	return text
}

// Rake returns the weights that meet several margins at once, where the share of each cell is not known: the weights are
// fitted to one margin after the other until all are met (iterative proportional fitting).
//
// Input: counts are the rows of each cell. A cell without rows has weight 0 and no part in it: others of its groups stand
// for its guests, which a warning says.
// Result: weights whose largest gap is within the rule's tolerance, with the steps they took.
// Errors: a [*hotelcrm.ParamError] for lists that do not fit each other, numbers that are negative or not finite, no rows,
// a group with a share but no rows, or a wrong rule; a [*RakeError] where the margins are not met within the steps.
// Source: W. E. Deming and F. F. Stephan (1940), Annals of Mathematical Statistics 11, 427-444; L. Kish (1965), Survey
// Sampling, 11.7 for the effective number.
func Rake(counts []int64, margins []Margin, rule RakeRule) (*Respondents, error) {
	rule, err := rule.resolved()
	if err != nil {
		return nil, err
	}
	r := &Respondents{Method: Raked, Rule: rule, Weights: make([]float64, len(counts))}
	if err := r.start(counts); err != nil {
		return nil, err
	}
	targets := make([][]float64, len(margins))
	for d, m := range margins {
		if targets[d], err = m.targets(counts, float64(r.N)); err != nil {
			return nil, err
		}
	}
	missed := &RakeError{Rule: rule, Empty: r.Empty}
	for r.Steps < rule.MaxSteps {
		r.Steps++
		for d, m := range margins {
			m.fit(counts, r.Weights, targets[d])
		}
		missed.look(counts, r.Weights, margins, targets)
		if r.Gap = missed.Gap; r.Gap < rule.Tolerance {
			r.finish(counts)
			return r, nil
		}
	}
	missed.Steps = r.Steps
	return nil, missed
}

// start counts the rows and gives each weight 1.
func (r *Respondents) start(counts []int64) error {
	for c, n := range counts {
		if n < 0 || n > 1<<53 {
			return refuse.Param(fmt.Sprintf("counts[%d]", c), fmt.Sprint(n), "0 to 2⁵³")
		}
		if n == 0 {
			r.Empty = append(r.Empty, c)
		}
		r.N += n
		r.Weights[c] = 1
	}
	if r.N == 0 {
		return refuse.Param("counts", "0", "at least one row")
	}
	return nil
}

// targets returns the rows that each group of the margin should stand for.
func (m Margin) targets(counts []int64, rows float64) ([]float64, error) {
	if len(m.Groups) != len(counts) {
		return nil, refuse.Param(m.Name+".Groups", fmt.Sprint(len(m.Groups)), "one for each of "+plural.Of(len(counts), "cell", "cells"))
	}
	have := make([]int64, len(m.Shares))
	for c, g := range m.Groups {
		if g < 0 || g >= len(m.Shares) {
			return nil, refuse.Param(fmt.Sprintf("%s.Groups[%d]", m.Name, c), fmt.Sprint(g), fmt.Sprintf("0 to %d", len(m.Shares)-1))
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
			return nil, refuse.Param(name, fmt.Sprint(share), "0, as nobody of the group answered")
		}
		sum += share
	}
	if sum == 0 {
		return nil, refuse.Param(m.Name+".Shares", "0", "at least one above 0")
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

// look sets the group that misses its target most, and by which share of all rows.
func (e *RakeError) look(counts []int64, weights []float64, margins []Margin, targets [][]float64) {
	var rows float64
	for _, n := range counts {
		rows += float64(n)
	}
	e.Gap = 0
	for d, m := range margins {
		for g, sum := range m.sums(counts, weights) {
			if gap := math.Abs(sum-targets[d][g]) / rows; gap > e.Gap || e.Margin == "" {
				e.Margin, e.Group, e.Gap = m.Name, g, gap
			}
		}
	}
}
