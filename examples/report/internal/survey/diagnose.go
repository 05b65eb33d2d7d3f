package survey

import (
	"cmp"
	"math"
	"slices"

	"github.com/hotelcrm/hotelcrm/satisfaction"
)

// lowest is how many questions are named as the lowest rated.
const lowest = 5

// diagnose puts the questions that somebody answered into the cells of importance and performance, if their importance is
// known, and finds the lowest rated.
func (t *Result) diagnose() error {
	var list []satisfaction.Indicator
	for leaf, node := range t.Leaves() {
		if node.Guests == 0 {
			continue
		}
		t.Lowest = append(t.Lowest, node)
		if t.Drivers == nil {
			continue
		}
		one := satisfaction.Indicator{ID: node.ID, Importance: t.Drivers.List[leaf].Relative / t.Drivers.R2, Performance: node.Mean}
		if t.ImportanceSE != nil {
			one.ImportanceSE = t.ImportanceSE[leaf]
		}
		if node.EffectiveN > 1 {
			one.PerformanceSE = node.SD / math.Sqrt(node.EffectiveN)
		}
		list = append(list, one)
	}
	slices.SortStableFunc(t.Lowest, func(a, b satisfaction.NodeScore) int { return cmp.Compare(a.Mean, b.Mean) })
	t.Lowest = t.Lowest[:min(len(t.Lowest), lowest)]
	if len(list) == 0 {
		return nil
	}
	var err error
	if t.Grid, err = satisfaction.Diagnose(list, satisfaction.Cuts{Policy: satisfaction.MeanCuts}, satisfaction.ThesisLabels()); err != nil {
		return err
	}
	t.FixFirst = t.Grid.FixFirst()
	slices.SortStableFunc(t.FixFirst, func(a, b satisfaction.Placed) int { return cmp.Compare(urgency(b), urgency(a)) })
	return nil
}

// urgency is the gap of a question that is to be fixed, times the chance that it is one.
func urgency(p satisfaction.Placed) float64 { return p.Gap * p.Chances.Of(p.Cell) }

// OnLine reports whether the interval of the importance holds the line, so that the question may as well matter little.
func OnLine(p satisfaction.Placed) bool {
	const normal = 1.96 // for 95 %
	return math.Abs(p.ToImportance) < normal*p.ImportanceSE
}
