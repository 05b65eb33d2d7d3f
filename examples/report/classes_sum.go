package main

import (
	"github.com/hotelcrm/hotelcrm/examples/report/internal/basis"
	"github.com/hotelcrm/hotelcrm/internal/share"
	"github.com/shopspring/decimal"
)

// classSum is what the guests of a class have brought, and are worth.
type classSum struct {
	revenue, historic, current decimal.Decimal
	known                      int // whose current value is known
}

// classTallies are the tallies of one class.
type classTallies struct{ revenue, historic, current basis.Tally }

func (t *classTallies) total(a *analysis) classSum {
	return classSum{
		revenue: t.revenue.Total(a.summaries.Revenue().Scale()), historic: t.historic.Total(a.worth.historic.Values().Scale()),
		current: t.current.Total(a.worth.current.Values().Scale()), known: t.current.Guests,
	}
}

// sum adds up the guests of each class. The sums are exact, so the number of workers does not matter.
func (c *classes) sum(a *analysis) {
	n, workers := a.summaries.Len(), a.summaries.Workers()
	parts := make([][]classTallies, share.Count(n, workers))
	share.Out(n, workers, func(worker, from, to int) {
		parts[worker] = make([]classTallies, len(c.list))
		for i := from; i < to; i++ {
			c.each(i, func(k int) { parts[worker][k].add(a, i) })
		}
	})
	c.sums = make([]classSum, len(c.list))
	for _, part := range parts {
		for k := range part {
			c.sums[k].add(part[k].total(a))
		}
	}
}

func (t *classTallies) add(a *analysis, i int) {
	t.revenue.Add(a.summaries.Revenue(), i)
	t.historic.Add(a.worth.historic.Values(), i)
	if a.worth.current.Known(i) {
		t.current.Add(a.worth.current.Values(), i)
	}
}

func (s *classSum) add(more classSum) {
	s.revenue, s.historic, s.current = s.revenue.Add(more.revenue), s.historic.Add(more.historic), s.current.Add(more.current)
	s.known += more.known
}
