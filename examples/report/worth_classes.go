package main

import (
	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/examples/report/internal/basis"
	"github.com/hotelcrm/hotelcrm/valuation"
	"github.com/shopspring/decimal"
)

// classTotal is one cell of the value matrix, or the guests who are in none, with what they bring.
type classTotal struct {
	valuation.ClassShare
	revenue     decimal.Decimal
	incremental decimal.Decimal
	unknown     bool // nothing is known of the incremental values
}

// classesOf returns the four cells of the matrix, then the guests who are in none.
func classesOf(w *worth, revenue hotelcrm.Amounts) []classTotal {
	shares := w.matrix.Shares()
	var at [valuation.LowValue + 1]int // the place of each class among the shares
	for k, one := range shares {
		at[one.Class] = k
	}
	brought, more := make([]basis.Tally, len(shares)), make([]basis.Tally, len(shares))
	incremental := w.incremental.Values()
	for i, class := range w.matrix.Classes() {
		brought[at[class]].Add(revenue, i)
		more[at[class]].Add(incremental, i)
	}
	out := make([]classTotal, len(shares))
	for k, share := range shares {
		out[k] = classTotal{
			ClassShare: share, revenue: brought[k].Total(revenue.Scale()), incremental: more[k].Total(incremental.Scale()),
			unknown: share.Class == 0,
		}
	}
	return out
}
