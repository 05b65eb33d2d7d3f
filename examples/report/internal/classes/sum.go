package classes

import (
	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/examples/report/internal/basis"
	"github.com/hotelcrm/hotelcrm/examples/report/internal/worth"
	"github.com/hotelcrm/hotelcrm/internal/share"
	"github.com/shopspring/decimal"
)

// Sum is what the guests of a class have brought, and are worth.
type Sum struct {
	Revenue, Historic, Current decimal.Decimal
	Known                      int // whose current value is known
}

// classTallies are the tallies of one class.
type classTallies struct{ revenue, historic, current basis.Tally }

func (t *classTallies) total(s *hotelcrm.Summaries, w *worth.Result) Sum {
	return Sum{
		Revenue: t.revenue.Total(s.Revenue().Scale()), Historic: t.historic.Total(w.Historic.Values().Scale()),
		Current: t.current.Total(w.Current.Values().Scale()), Known: t.current.Guests,
	}
}

// sum adds up the guests of each class. The sums are exact, so the number of workers does not matter.
func (c *Assigned) sum(s *hotelcrm.Summaries, w *worth.Result) {
	n, workers := s.Len(), s.Workers()
	parts := make([][]classTallies, share.Count(n, workers))
	share.Out(n, workers, func(worker, from, to int) {
		parts[worker] = make([]classTallies, len(c.List))
		for i := from; i < to; i++ {
			c.Each(i, func(k int) { parts[worker][k].add(s, w, i) })
		}
	})
	c.Sums = make([]Sum, len(c.List))
	for _, part := range parts {
		for k := range part {
			c.Sums[k].add(part[k].total(s, w))
		}
	}
}

func (t *classTallies) add(s *hotelcrm.Summaries, w *worth.Result, i int) {
	t.revenue.Add(s.Revenue(), i)
	t.historic.Add(w.Historic.Values(), i)
	if w.Current.Known(i) {
		t.current.Add(w.Current.Values(), i)
	}
}

func (s *Sum) add(more Sum) {
	s.Revenue, s.Historic, s.Current = s.Revenue.Add(more.Revenue), s.Historic.Add(more.Historic), s.Current.Add(more.Current)
	s.Known += more.Known
}
