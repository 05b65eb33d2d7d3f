package main

import (
	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/examples/report/internal/basis"
	"github.com/shopspring/decimal"
)

// years are the twelve months before the analysis date, and the twelve before those.
type years struct {
	before, now twelve
	first       hotelcrm.Date // first arrival of the data
}

// twelve is what came in a span of days. Guests and visits are those with an arrival in it.
type twelve struct {
	span                   hotelcrm.Window
	guests, repeat, visits int64
	nights                 int64
	revenue                decimal.Decimal
}

// newYears adds up two years of visits, or returns nil where the library has no date for them.
func newYears(all *hotelcrm.Visits) *years {
	asOf := all.AsOf()
	middle, from := asOf.AddMonths(-monthsBack), asOf.AddMonths(-2*monthsBack)
	if from < earliestAsOf {
		return nil
	}
	y := &years{
		before: twelve{span: hotelcrm.Window{From: from, To: middle.AddDays(-1)}},
		now:    twelve{span: hotelcrm.Window{From: middle, To: asOf.AddDays(-1)}},
	}
	for _, arrival := range all.Arrival() {
		if y.first == 0 || arrival < y.first {
			y.first = arrival
		}
	}
	y.before.add(all)
	y.now.add(all)
	return y
}

// add adds the visits of the span, guest by guest.
func (y *twelve) add(all *hotelcrm.Visits) {
	var sum basis.Tally
	arrivals, nights := all.Arrival(), all.Nights()
	for i := range all.Guests() {
		visits := 0
		for k, end := all.Of(i); k < end; k++ {
			if !y.span.Contains(arrivals[k]) {
				continue
			}
			visits++
			y.nights += int64(nights[k])
			sum.Add(all.Revenue(), k)
		}
		y.visits += int64(visits)
		if visits > 0 {
			y.guests++
		}
		if visits > 1 {
			y.repeat++
		}
	}
	y.revenue = sum.Total(all.Revenue().Scale())
}
