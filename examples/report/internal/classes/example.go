package classes

import (
	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/segment"
	"github.com/hotelcrm/hotelcrm/segment/lifecycle"
)

// Example is one guest and why that guest is in a class.
type Example struct {
	Row   int // of guests.csv, from 1, its header not counted
	Class segment.Class
	Why   *segment.Explanation // nil: no condition holds
	Other *Other               // nil: there is none
	Life  *lifecycle.Standing  // nil: visits are not known
}

// Other is a class that the guest is not in, and what would bring the guest there.
type Other struct {
	segment.Class
	Why segment.Explanation
}

// newExample explains the guest who came most often, of the class that brings most of those that have a condition; of
// several such guests the one who brought most, then the first in the order of ids. So the same data gives the same guest.
func (c *Result) newExample() (*Example, error) {
	k := c.Classes.strongest()
	if k < 0 {
		return nil, nil
	}
	i := c.Classes.oftenest(c.from.Data.Summaries, k)
	tables, err := c.guestTables(c.Grades.Each)
	if err != nil {
		return nil, err
	}
	table, err := tables.table(i, i+1)
	if err != nil {
		return nil, err
	}
	out := &Example{Row: i + 1, Class: c.Classes.List[k], Life: c.StandingOf(i)}
	why, err := explain(table, c.Classes.List[k])
	if err != nil {
		return nil, err
	}
	out.Why = &why
	if other := c.otherClass(k); other >= 0 {
		out.Other = &Other{Class: c.Classes.List[other]}
		out.Other.Why, err = explain(table, c.Classes.List[other])
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
func (c *Assigned) strongest() int {
	best := -1
	for k := range c.Plan.Classes {
		if c.Sizes[k] > 0 && (best < 0 || c.Sums[k].Revenue.GreaterThan(c.Sums[best].Revenue)) {
			best = k
		}
	}
	return best
}

// oftenest returns the guest of class k who came most often.
func (c *Assigned) oftenest(s *hotelcrm.Summaries, k int) int {
	best, visits := -1, s.Visits()
	for i := range s.Len() {
		c.Each(i, func(class int) {
			if class != k {
				return
			}
			if best < 0 || visits[i] > visits[best] || visits[i] == visits[best] && s.Revenue().Compare(i, best) > 0 {
				best = i
			}
		})
	}
	return best
}

// otherClass returns the next higher class, for the highest the next lower one, and -1 for a plan of one class.
func (c *Result) otherClass(k int) int {
	plan := c.Classes.Plan
	ranks := c.ranksOf(plan)
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
