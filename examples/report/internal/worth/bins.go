package worth

import (
	"math"
	"sort"

	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/examples/report/internal/basis"
	"github.com/hotelcrm/hotelcrm/valuation"
	"github.com/shopspring/decimal"
)

// Bin is the guests whose current value lies between two bounds.
type Bin struct {
	From, To decimal.NullDecimal // the first bin has no lower bound, the last no upper one; from is in, to is not
	Guests   int
	Sum      decimal.Decimal
}

// binsOf returns how the known current values are spread: below 0, and by bounds that double or a little more.
func binsOf(c *valuation.Current) []Bin {
	values := c.Values()
	bounds := binBounds(values.Scale())
	tallies := make([]basis.Tally, len(bounds)+1)
	for i, minor := range values.Minor() {
		if c.Known(i) {
			tallies[binOf(bounds, minor)].Add(values, i)
		}
	}
	out := make([]Bin, len(tallies))
	for k := range tallies {
		out[k] = Bin{Guests: tallies[k].Guests, Sum: tallies[k].Total(values.Scale())}
		if k > 0 {
			out[k].From = decimal.NewNullDecimal(hotelcrm.FromMinor(bounds[k-1], values.Scale()))
		}
		if k < len(bounds) {
			out[k].To = decimal.NewNullDecimal(hotelcrm.FromMinor(bounds[k], values.Scale()))
		}
	}
	return joinTails(out, c.Len()-c.Unknown())
}

// binBounds returns 0 and 1, 2, 5, 10, ... of the currency in the smallest unit.
func binBounds(scale int) []int64 {
	bounds := []int64{0}
	for unit := int64(math.Pow10(scale)); unit < math.MaxInt64/10; unit *= 10 {
		bounds = append(bounds, unit, 2*unit, 5*unit)
	}
	return bounds
}

// binOf returns how many bounds are at most the value.
func binOf(bounds []int64, minor int64) int {
	return sort.Search(len(bounds), func(k int) bool { return bounds[k] > minor })
}

// joinTails joins the outer bins, but not what is below 0, until each end holds one guest in a hundred.
func joinTails(bins []Bin, all int) []Bin {
	least := all/100 + 1
	below, rest := bins[0], bins[1:]
	for len(rest) > 1 && rest[0].Guests < least {
		rest[1] = joined(rest[0], rest[1])
		rest = rest[1:]
	}
	for last := len(rest) - 1; last > 0 && rest[last].Guests < least; last = len(rest) - 1 {
		rest[last-1] = joined(rest[last-1], rest[last])
		rest = rest[:last]
	}
	if below.Guests == 0 {
		return rest
	}
	return append([]Bin{below}, rest...)
}

func joined(low, high Bin) Bin {
	return Bin{From: low.From, To: high.To, Guests: low.Guests + high.Guests, Sum: low.Sum.Add(high.Sum)}
}
