package tree

import (
	"slices"

	"github.com/hotelcrm/hotelcrm/segment"
)

// Plan returns the rules as a plan of classes that exclude each other, so that learnt classes run, explain and lint as
// hand-written ones do. Each guest gets the class that the rules give.
//
// Result: a class for each that a rule gives, in the order of their first rules; the default is the class of all
// others, and has no conditions. Where an earlier rule gives another class, a condition says that it does not hold.
func (r *Rules) Plan(id string, revision int) segment.Plan {
	out := segment.Plan{
		Version: segment.Version, ID: id, Revision: revision, Source: "rules learnt for " + r.Class,
		Mode: segment.Exclusive, Else: &segment.Class{ID: r.Default},
	}
	for _, rule := range r.List {
		known := slices.ContainsFunc(out.Classes, func(c segment.Class) bool { return c.ID == rule.Class })
		if rule.Class != r.Default && !known {
			out.Classes = append(out.Classes, segment.Class{ID: rule.Class, When: r.when(rule.Class)})
		}
	}
	return out
}

// when returns the condition that the first rule to hold gives a class.
func (r *Rules) when(class string) segment.Condition {
	var ways, others []segment.Condition
	for _, rule := range r.List {
		switch {
		case rule.Class != class && !r.Exact:
			others = append(others, rule.Condition)
		case rule.Class == class && len(others) > 0:
			ways = append(ways, segment.AllOf(rule.Condition, segment.NotThat(segment.AnyOf(slices.Clone(others)...))))
		case rule.Class == class:
			ways = append(ways, rule.Condition)
		}
	}
	if len(ways) == 1 {
		return ways[0]
	}
	return segment.AnyOf(ways...)
}
