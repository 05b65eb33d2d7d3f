package tree

import (
	"fmt"
	"math"

	"github.com/hotelcrm/hotelcrm/internal/refuse"
)

// CostStep is one tree of those that cost-complexity pruning leaves, from all leaves to one.
type CostStep struct {
	Complexity float64 `json:"complexity"` // the least at which it is left, as a share of the risk of the root
	Leaves     int     `json:"leaves"`
	Risk       float64 `json:"risk"`     // on the guests learnt from, as a share of that of the root
	CVRisk     float64 `json:"cvRisk"`   // errors on new guests as a share of those of the root; only by ChooseComplexity
	StdError   float64 `json:"stdError"` // of CVRisk
}

// CostPath returns the trees that cost-complexity pruning leaves of one grown by the settings, the largest first: each
// with the least complexity that leads to it. Risk is the errors, or the impurity by the criterion.
//
// Errors: a [*hotelcrm.ParamError] for settings out of range.
// Source: L. Breiman et al., Classification and Regression Trees (1984), section 3.3.
func CostPath(b *Binned, settings Settings, impurity bool) ([]CostStep, error) {
	g, root, err := growAll(b, settings)
	if err != nil {
		return nil, err
	}
	risk := g.errorsAt
	if impurity {
		risk = g.impurityAt
	}
	whole, alpha := risk(root), 0.0
	if whole == 0 {
		return []CostStep{{Leaves: 1}}, nil
	}
	var out []CostStep
	for l := newLinks(risk); ; alpha = l.of(root).weakest.alpha {
		for root.split != nil && l.of(root).weakest.alpha <= alpha+tie*tie {
			l.cut(root)
		}
		left := l.of(root)
		out = append(out, CostStep{Complexity: alpha / whole, Leaves: left.leaves, Risk: left.below / whole})
		if root.split == nil {
			return out, nil
		}
	}
}

// CostTable is a path of trees with their errors on new guests.
type CostTable struct {
	Steps []CostStep `json:"steps"` // of CostPath by errors
	Least int        `json:"least"` // the step with the least CVRisk, the smallest tree on a tie
	OneSE int        `json:"oneSE"` // the smallest tree whose CVRisk is within one StdError of the least
}

// ChooseComplexity returns the path of trees with their cross-validated errors. The rule of one standard error gives the
// complexity of Steps[OneSE].
//
// Input: folds as for [CrossValidate].
// Errors: a [*hotelcrm.ParamError] for folds or settings.
// Source: L. Breiman et al., Classification and Regression Trees (1984), section 3.4.
func ChooseComplexity(b *Binned, settings Settings, folds []int) (*CostTable, error) {
	count, err := b.checkFolds(folds)
	if err != nil {
		return nil, err
	}
	steps, err := CostPath(b, settings, false)
	if err != nil {
		return nil, err
	}
	t := &CostTable{Steps: steps}
	wrong := make([]int64, len(steps))
	for f := range count {
		if err := t.fold(b, settings, folds, f, wrong); err != nil {
			return nil, fmt.Errorf("fold %d: %w", f, err)
		}
	}
	return t, t.judge(b, wrong)
}

// fold grows one tree, prunes it step by step and adds the weight of the guests of the fold whom it classes wrongly.
func (t *CostTable) fold(b *Binned, settings Settings, folds []int, f int, wrong []int64) error {
	g, root, err := growAll(b.subset(func(i int) bool { return folds[i] != f }), settings)
	if err != nil {
		return err
	}
	whole, on := g.errors(root.counts), &guest{columns: b.readers()}
	for k := range t.Steps {
		middle := math.Inf(1) // between this step and the next
		if k+1 < len(t.Steps) {
			middle = math.Sqrt(t.Steps[k].Complexity * t.Steps[k+1].Complexity)
		}
		if math.IsInf(middle, 1) {
			root.cut()
		} else {
			g.pruneByCost(root, middle*whole)
		}
		pruned := g.flatten(root)
		for i, of := range folds {
			if on.row = i; of == f && pruned.classOf(on) != b.labels[i] {
				wrong[k] += b.weight(i)
			}
		}
	}
	return nil
}

// judge fills in the errors on new guests and the two choices.
func (t *CostTable) judge(b *Binned, wrong []int64) error {
	last := len(t.Steps) - 1
	base, n := 0.0, 0.0
	for i := range b.Len() {
		n += float64(b.weight(i)) / weightUnit
	}
	for k := last; k >= 0; k-- {
		errors := float64(wrong[k]) / weightUnit
		if k == last {
			base = errors
		}
		if base == 0 {
			return refuse.Param("b", "guests of one class", "errors to avoid")
		}
		s := &t.Steps[k]
		s.CVRisk = errors / base
		s.StdError = math.Sqrt(errors*(1-errors/n)) / base
	}
	t.Least, t.OneSE = last, last
	for k := last; k >= 0; k-- {
		if t.Steps[k].CVRisk < t.Steps[t.Least].CVRisk-tie {
			t.Least = k
		}
	}
	limit := t.Steps[t.Least].CVRisk + t.Steps[t.Least].StdError
	for t.OneSE > t.Least && t.Steps[t.OneSE].CVRisk > limit {
		t.OneSE--
	}
	return nil
}
