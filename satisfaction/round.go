package satisfaction

import (
	"fmt"
	"math"

	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/internal/holm"
	"github.com/hotelcrm/hotelcrm/internal/refuse"
)

// Round is one survey: its tree and what came of it.
type Round struct {
	Tree   Tree
	Report *Report
}

// NodeChange is what became of one node that both trees have.
type NodeChange struct {
	ID         string     `json:"id"`
	Leaf       bool       `json:"leaf"`
	Before     float64    `json:"before"`
	After      float64    `json:"after"`
	Difference Difference `json:"difference"` // after less before; Welch's test with effective n; none where not comparable
	AdjustedP  float64    `json:"adjustedP"`  // Holm's over all comparable nodes of its kind, questions or inner ones
	Verdict    Verdict    `json:"verdict"`
	Remade     Remade     `json:"remade,omitempty"` // why the verdict is NotComparable
}

// Comparison is what changed between two rounds. The split concerns the questions that both trees have on the same
// scale, with the weights of each tree rescaled to sum to 1 over them:
//
//	After - Before = Rate + Mix,  Rate = Σ w₁(x₁-x₀),  Mix = Σ (w₁-w₀) x₀
type Comparison struct {
	Before float64 `json:"before"` // score of the means of the common questions
	After  float64 `json:"after"`
	Rate   float64 `json:"rate"` // from better or worse answers, at the newer weights
	Mix    float64 `json:"mix"`  // from other weights

	Common       []string     `json:"common"`       // the questions that both have and somebody answered in both
	CommonBefore float64      `json:"commonBefore"` // their share of the older tree's weight
	CommonAfter  float64      `json:"commonAfter"`
	N            [2]int64     `json:"n"`          // guests before and after, of the common question answered least
	EffectiveN   [2]float64   `json:"effectiveN"` // and Kish's, of the one with the fewest
	Nodes        []NodeChange `json:"nodes"`      // in the order of the newer tree
	Level        float64      `json:"level"`
	Correction   string       `json:"correction"` // "holm"

	Warnings []hotelcrm.Warning `json:"warnings,omitempty"`
}

// WarnLittleCommon: the rounds share less than half of the weight of a tree, so the comparison says little of the whole.
const WarnLittleCommon hotelcrm.WarningCode = "little-in-common"

// Compare returns what changed from one round to another, also where the tree has changed in between.
//
// Input: reports of one convention, in one unit, over the trees given.
// Errors: a [*hotelcrm.ParamError] for a report that is missing, of another tree, convention or unit, a level outside
// (0, 1), or no question in common.
// Source: [Welch] for each node; S. Holm (1979), Scandinavian Journal of Statistics 6, 65-70, for all together.
func Compare(before, after Round, level float64) (*Comparison, error) {
	if err := checkLevel(level); err != nil {
		return nil, err
	}
	older, err := before.leaves("before")
	if err != nil {
		return nil, err
	}
	newer, err := after.leaves("after")
	if err != nil {
		return nil, err
	}
	if a, b := before.Report, after.Report; a.Convention != b.Convention || a.Scoring != b.Scoring {
		return nil, refuse.Param("after.Report", fmt.Sprint(b.Convention, " ", b.Scoring), fmt.Sprint("the same as before, ", a.Convention, " ", a.Scoring))
	}
	c := &Comparison{Level: level, Correction: "holm"}
	if err := c.split(older, newer); err != nil {
		return nil, err
	}
	if err := c.test(before, after); err != nil {
		return nil, err
	}
	if least := min(c.CommonBefore, c.CommonAfter); least < 0.5 {
		text := fmt.Sprintf("the common questions have %.0f %% of the older tree's weight and %.0f %% of the newer one's", 100*c.CommonBefore, 100*c.CommonAfter)
		c.Warnings = append(c.Warnings, hotelcrm.Warning{Code: WarnLittleCommon, Text: text, N: len(c.Common)})
	}
	return c, nil
}

// leafScore is a question with its weight in the whole.
type leafScore struct {
	NodeScore
	weight float64
	scale  Scale
}

// leaves returns the questions of a round in the order of its tree.
func (r Round) leaves(name string) ([]leafScore, error) {
	shares, err := r.Tree.Shares()
	if err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	form, err := r.Tree.Form()
	if err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	if r.Report == nil || len(r.Report.Nodes) != len(shares) {
		return nil, refuse.Param(name+".Report", "missing or of another tree", "the report of the tree")
	}
	var out []leafScore
	for k, s := range shares {
		if r.Report.Nodes[k].ID != s.ID {
			return nil, refuse.Param(name+".Report", r.Report.Nodes[k].ID, "the report of the tree, with "+s.ID)
		}
		if i, ok := form.Index(s.ID); ok {
			out = append(out, leafScore{r.Report.Nodes[k], s.Float(), form.Item(i).Scale})
		}
	}
	return out, nil
}

// split fills everything about the common questions.
func (c *Comparison) split(older, newer []leafScore) error {
	past := map[string]leafScore{}
	for _, l := range older {
		past[l.ID] = l
	}
	type both struct{ before, after leafScore }
	var common []both
	for _, l := range newer {
		if p, ok := past[l.ID]; ok && p.scale.equal(l.scale) && p.Guests > 0 && l.Guests > 0 {
			common = append(common, both{p, l})
			c.Common = append(c.Common, l.ID)
			c.CommonBefore += p.weight
			c.CommonAfter += l.weight
		}
	}
	if c.CommonBefore == 0 || c.CommonAfter == 0 {
		return refuse.Param("after", "no common question", "at least one with weight in both trees, on one scale")
	}
	c.N, c.EffectiveN = [2]int64{math.MaxInt64, math.MaxInt64}, [2]float64{math.Inf(1), math.Inf(1)}
	for _, l := range common {
		for k, side := range [2]leafScore{l.before, l.after} {
			c.N[k], c.EffectiveN[k] = min(c.N[k], side.Guests), min(c.EffectiveN[k], side.EffectiveN)
		}
		w0, w1 := l.before.weight/c.CommonBefore, l.after.weight/c.CommonAfter
		c.Before += float64(w0 * l.before.Mean)
		c.After += float64(w1 * l.after.Mean)
		c.Rate += float64(w1 * (l.after.Mean - l.before.Mean))
		c.Mix += float64((w1 - w0) * l.before.Mean)
	}
	return nil
}

// test fills the changes of the nodes that both trees have.
func (c *Comparison) test(before, after Round) error {
	reasons, err := remade(before.Tree, after.Tree)
	if err != nil {
		return err
	}
	for _, now := range after.Report.Nodes {
		was, ok := before.Report.Node(now.ID)
		if !ok {
			continue
		}
		change := NodeChange{ID: now.ID, Leaf: reasons[now.ID].leaf, Before: was.Mean, After: now.Mean, AdjustedP: 1, Remade: reasons[now.ID].why}
		switch {
		case change.Remade != 0:
			change.Verdict = NotComparable
		case min(was.EffectiveN, now.EffectiveN) < 2:
			change.Verdict = TooFew
		default:
			change.Verdict = NoChange
			if change.Difference, err = Welch(now.Group(), was.Group(), c.Level); err != nil {
				return err
			}
		}
		c.Nodes = append(c.Nodes, change)
	}
	c.adjust(true)
	c.adjust(false)
	return nil
}

// adjust corrects the p-values of the questions, or of the inner nodes, and gives the verdicts.
func (c *Comparison) adjust(leaves bool) {
	var at []int
	var p []float64
	for k, n := range c.Nodes {
		if n.Leaf == leaves && n.Verdict == NoChange {
			at, p = append(at, k), append(p, n.Difference.P)
		}
	}
	adjusted := holm.Adjust(p)
	for i, k := range at {
		n := &c.Nodes[k]
		n.AdjustedP = adjusted[i]
		switch {
		case n.AdjustedP > 1-c.Level:
		case n.Difference.Value > 0:
			n.Verdict = Better
		default:
			n.Verdict = Worse
		}
	}
}

// Node returns the change of the node with an id, and false if the trees do not have it in common.
func (c *Comparison) Node(id string) (NodeChange, bool) {
	for _, n := range c.Nodes {
		if n.ID == id {
			return n, true
		}
	}
	return NodeChange{}, false
}

// Next returns what to act on after the newer round, from its diagnosis: the indicators to be fixed, first those that
// were not shown to have become better since the older round, each part by the widest gap.
func (c *Comparison) Next(newer *Diagnosis) []Placed {
	var again, helped []Placed
	for _, p := range newer.FixFirst() {
		if n, ok := c.Node(p.ID); ok && n.Verdict == Better {
			helped = append(helped, p)
		} else {
			again = append(again, p)
		}
	}
	return append(again, helped...)
}
