package btyd

import (
	"cmp"
	"math"
	"slices"
)

// rank ranks the models that could be fitted.
func (c *Comparison) rank(trial Trial) {
	var order []*Entry
	for i := range c.Entries {
		if c.Entries[i].Failed == "" {
			order = append(order, &c.Entries[i])
		}
	}
	switch {
	case trial.Later != nil:
		c.RankBy = rankByScore
		setBehind(order)
		order = inTies(order)
	case trial.tracked():
		c.RankBy = rankByTracking
		slices.SortStableFunc(order, func(a, b *Entry) int {
			return cmp.Or(cmp.Compare(a.doubt(), b.doubt()), cmp.Compare(a.Tracking.Cumulative, b.Tracking.Cumulative))
		})
	default:
		return
	}
	for i, e := range order {
		e.Rank, e.scores = i+1, nil
	}
}

// setBehind compares each model with that of the lowest log score.
func setBehind(list []*Entry) {
	if len(list) == 0 {
		return
	}
	first := lowest(list)
	for _, e := range list {
		e.Behind = lagOf(e.scores, first.scores)
	}
}

// lowest returns the entry of the lowest log score, the first of equal ones.
func lowest(list []*Entry) *Entry {
	return slices.MinFunc(list, func(a, b *Entry) int { return cmp.Compare(a.Holdout.LogScore, b.Holdout.LogScore) })
}

// inTies returns the entries in the order of their ranks, and numbers their ties.
func inTies(list []*Entry) []*Entry {
	var out []*Entry
	for tie, rest := 1, list; len(rest) > 0; tie++ {
		proved := slices.DeleteFunc(slices.Clone(rest), func(e *Entry) bool { return e.doubt() > 0 })
		if len(proved) == 0 {
			proved = rest
		}
		first := lowest(proved)
		tied := slices.DeleteFunc(slices.Clone(proved), func(e *Entry) bool { return lagOf(e.scores, first.scores).told() })
		slices.SortStableFunc(tied, func(a, b *Entry) int {
			return cmp.Or(cmp.Compare(a.wholeMiss(), b.wholeMiss()), cmp.Compare(len(a.Report.Params), len(b.Report.Params)))
		})
		for _, e := range tied {
			e.Tie = tie
		}
		out = append(out, tied...)
		rest = slices.DeleteFunc(slices.Clone(rest), func(e *Entry) bool { return slices.Contains(tied, e) })
	}
	return out
}

// wholeMiss returns by how many visits the total of the hold-out is off: parts of a visit tell no models apart.
func (e *Entry) wholeMiss() float64 {
	return math.Round(math.Abs(e.Holdout.Expected - e.Holdout.Actual))
}

// doubt is 1 for a fit without a proved maximum.
func (e *Entry) doubt() int {
	if e.Report.Warned(WarnNotConverged) {
		return 1
	}
	return 0
}
