package worth

import (
	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/examples/report/internal/basis"
	"github.com/hotelcrm/hotelcrm/valuation"
	"github.com/shopspring/decimal"
)

// Cell is one cell of the value matrix, or the guests who are in none, with what they bring.
type Cell struct {
	valuation.ClassShare
	Revenue     decimal.Decimal
	Incremental decimal.Decimal
	Unknown     bool // nothing is known of the incremental values
}

// cellsOf returns the four cells of the matrix, then the guests who are in none.
func cellsOf(w *Result, revenue hotelcrm.Amounts) []Cell {
	shares := w.Matrix.Shares()
	var at [valuation.LowValue + 1]int // the place of each class among the shares
	for k, one := range shares {
		at[one.Class] = k
	}
	brought, more := make([]basis.Tally, len(shares)), make([]basis.Tally, len(shares))
	incremental := w.Incremental.Values()
	for i, class := range w.Matrix.Classes() {
		brought[at[class]].Add(revenue, i)
		more[at[class]].Add(incremental, i)
	}
	out := make([]Cell, len(shares))
	for k, share := range shares {
		out[k] = Cell{
			ClassShare: share, Revenue: brought[k].Total(revenue.Scale()), Incremental: more[k].Total(incremental.Scale()),
			Unknown: share.Class == 0,
		}
	}
	return out
}
