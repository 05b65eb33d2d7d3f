package main

import (
	"github.com/hotelcrm/hotelcrm/segment"
	"github.com/hotelcrm/hotelcrm/segment/lifecycle"
)

// example is one guest and why that guest is in a class.
type example struct {
	row   int // of guests.csv, from 1, its header not counted
	class segment.Class
	why   *segment.Explanation // nil: no condition holds
	other *otherClass          // nil: there is none
	life  *lifecycle.Standing  // nil: visits are not known
}

// otherClass is a class that the guest is not in, and what would bring the guest there.
type otherClass struct {
	segment.Class
	why segment.Explanation
}

// newExample explains the guest who came most often, of the class that brings most of those that have a condition; of
// several such guests the one who brought most, then the first in the order of ids. So the same data gives the same guest.
func (a *analysis) newExample() (*example, error) {
	c := a.classing.plan
	k := c.strongest()
	if k < 0 {
		return nil, nil
	}
	i := a.oftenest(c, k)
	tables, err := a.guestTables(a.classing.abc.of)
	if err != nil {
		return nil, err
	}
	table, err := tables.table(i, i+1)
	if err != nil {
		return nil, err
	}
	out := &example{row: i + 1, class: c.list[k], life: a.standingOf(i)}
	why, err := explain(table, c.list[k])
	if err != nil {
		return nil, err
	}
	out.why = &why
	if other := a.otherClass(k); other >= 0 {
		out.other = &otherClass{Class: c.list[other]}
		out.other.why, err = explain(table, c.list[other])
	}
	return out, err
}

func explain(table *segment.Table, class segment.Class) (segment.Explanation, error) {
	m, err := table.Match(class.When)
	if err != nil {
		return segment.Explanation{}, err
	}
	return m.Explain(0), nil
}

// strongest returns the class that brings most of those with a condition, -1 if nobody is in one.
func (c *classes) strongest() int {
	best := -1
	for k := range c.plan.Classes {
		if c.sizes[k] > 0 && (best < 0 || c.sums[k].revenue.GreaterThan(c.sums[best].revenue)) {
			best = k
		}
	}
	return best
}

// oftenest returns the guest of class k who came most often.
func (a *analysis) oftenest(c *classes, k int) int {
	best, visits := -1, a.summaries.Visits()
	for i := range a.summaries.Len() {
		c.each(i, func(class int) {
			if class != k {
				return
			}
			if best < 0 || visits[i] > visits[best] || visits[i] == visits[best] && a.summaries.Revenue().Compare(i, best) > 0 {
				best = i
			}
		})
	}
	return best
}

// otherClass returns the next higher class, for the highest the next lower one, and -1 for a plan of one class.
func (a *analysis) otherClass(k int) int {
	plan := a.classing.plan.plan
	ranks := a.ranksOf(plan)
	mine := ranks[plan.Classes[k].ID]
	above, below := -1, -1
	for j, class := range plan.Classes {
		rank := ranks[class.ID]
		if rank > mine && (above < 0 || rank < ranks[plan.Classes[above].ID]) {
			above = j
		}
		if rank < mine && (below < 0 || rank > ranks[plan.Classes[below].ID]) {
			below = j
		}
	}
	if above >= 0 {
		return above
	}
	return below
}

// standingOf returns the place of guest i in the life cycle.
func (a *analysis) standingOf(i int) *lifecycle.Standing {
	v := a.in.Visits
	if v == nil {
		return nil
	}
	from, to := v.Offsets[i], v.Offsets[i+1]
	standing, err := lifecycle.Rules{}.Standing(v.Arrivals[from:to], v.Departures[from:to], a.summaries.AsOf())
	if err != nil {
		return nil // cannot be: the visits of a register are in order
	}
	return &standing
}
