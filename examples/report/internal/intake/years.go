package intake

import (
	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/examples/report/internal/basis"
	"github.com/shopspring/decimal"
)

// Years are the twelve months before the analysis date, and the twelve before those.
type Years struct {
	Before, Now Twelve
	First       hotelcrm.Date // first arrival of the data
	Houses      []House       // nil: no several properties
}

// Twelve is what came in a span of days. Guests and visits are those with an arrival in it.
type Twelve struct {
	Span                   hotelcrm.Window
	Guests, Repeat, Visits int64
	Nights                 int64
	Revenue                decimal.Decimal
}

// newYears adds up two years of visits, or returns nil where the library has no date for them.
func newYears(all *hotelcrm.Visits) *Years {
	asOf := all.AsOf()
	middle, from := asOf.AddMonths(-monthsBack), asOf.AddMonths(-2*monthsBack)
	if from < EarliestAsOf {
		return nil
	}
	y := &Years{
		Before: Twelve{Span: hotelcrm.Window{From: from, To: middle.AddDays(-1)}},
		Now:    Twelve{Span: hotelcrm.Window{From: middle, To: asOf.AddDays(-1)}},
	}
	for _, arrival := range all.Arrival() {
		if y.First == 0 || arrival < y.First {
			y.First = arrival
		}
	}
	y.Before.add(all)
	y.Now.add(all)
	y.Houses = housesOf(all, y.Before.Span, y.Now.Span)
	return y
}

// add adds the visits of the span, guest by guest.
func (y *Twelve) add(all *hotelcrm.Visits) {
	var sum basis.Tally
	arrivals, nights := all.Arrival(), all.Nights()
	for i := range all.Guests() {
		visits := 0
		for k, end := all.Of(i); k < end; k++ {
			if !y.Span.Contains(arrivals[k]) {
				continue
			}
			visits++
			y.Nights += int64(nights[k])
			sum.Add(all.Revenue(), k)
		}
		y.Visits += int64(visits)
		if visits > 0 {
			y.Guests++
		}
		if visits > 1 {
			y.Repeat++
		}
	}
	y.Revenue = sum.Total(all.Revenue().Scale())
}
