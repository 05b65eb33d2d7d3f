package rfm

import (
	"cmp"
	"slices"

	"github.com/hotelcrm/hotelcrm"
	"github.com/shopspring/decimal"
)

// column is the values of one axis: integers at a scale, and for the monetary axis exact amounts beside the few that do
// not fit.
type column struct {
	guests []string
	keys   []int64
	scale  int
	exact  func(i int) (decimal.Decimal, bool) // nil if all fit
}

func recencyColumn(s *hotelcrm.Summaries) column {
	keys := make([]int64, s.Len())
	for i, last := range s.Last() {
		keys[i] = int64(s.AsOf().DaysSince(last))
	}
	return column{guests: s.Guests(), keys: keys}
}

func frequencyColumn(s *hotelcrm.Summaries) column {
	keys := make([]int64, s.Len())
	for i, n := range s.Visits() {
		keys[i] = int64(n)
	}
	return column{guests: s.Guests(), keys: keys}
}

func monetaryColumn(s *hotelcrm.Summaries) column {
	revenue := s.Revenue()
	c := column{guests: s.Guests(), keys: revenue.Minor(), scale: revenue.Scale()}
	if revenue.Beyond() > 0 {
		c.exact = revenue.Exact
	}
	return c
}

func (c *column) len() int { return len(c.keys) }

func (c *column) guest(i int) string { return c.guests[i] }

func (c *column) at(i int) decimal.Decimal {
	if c.exact != nil {
		if d, ok := c.exact(i); ok {
			return d
		}
	}
	return hotelcrm.FromMinor(c.keys[i], c.scale)
}

func (c *column) compare(i, j int) int {
	if order := cmp.Compare(c.keys[i], c.keys[j]); order != 0 || c.exact == nil {
		return order
	}
	return c.at(i).Cmp(c.at(j))
}

// order returns the guest numbers by value, from high to low if falling, and among equal values by guest id. Guests are
// numbered in the order of their ids.
func (c *column) order(falling bool) []int {
	order := make([]int, c.len())
	for i := range order {
		order[i] = i
	}
	slices.SortFunc(order, func(i, j int) int {
		byValue := c.compare(i, j)
		if falling {
			byValue = -byValue
		}
		return cmp.Or(byValue, cmp.Compare(i, j))
	})
	return order
}

// nearestRanks returns the values at positions ⌈n·i/k⌉, i = 1..k-1, of the sorted column.
func (c *column) nearestRanks(k int) []decimal.Decimal {
	order := c.order(false)
	cuts := make([]decimal.Decimal, 0, k-1)
	for i := 1; i < k; i++ {
		position := (len(order)*i + k - 1) / k
		cuts = append(cuts, c.at(order[position-1]))
	}
	return cuts
}

// type7 returns x(⌊h⌋) + (h-⌊h⌋)(x(⌊h⌋+1) - x(⌊h⌋)) + shift with h = (n-1)·i/k + 1, i = 1..k-1.
func (c *column) type7(k int, shift decimal.Decimal) []decimal.Decimal {
	order := c.order(false)
	cuts := make([]decimal.Decimal, 0, k-1)
	for i := 1; i < k; i++ {
		whole, part := (len(order)-1)*i/k, (len(order)-1)*i%k
		low := c.at(order[whole])
		high := c.at(order[min(whole+1, len(order)-1)])
		weighted := low.Mul(decimal.NewFromInt(int64(k - part))).Add(high.Mul(decimal.NewFromInt(int64(part))))
		cuts = append(cuts, ratio(weighted, int64(k), c.places()).Add(shift))
	}
	return cuts
}

// largest returns the largest value of a column that is not empty.
func (c *column) largest() decimal.Decimal {
	best := 0
	for i := range c.keys {
		if c.compare(i, best) > 0 {
			best = i
		}
	}
	return c.at(best)
}

// mean returns the mean of a column that is not empty.
func (c *column) mean() decimal.Decimal {
	var sum hotelcrm.Sum
	for i := range c.keys {
		if c.exact != nil {
			if d, ok := c.exact(i); ok {
				sum.Add(d)
				continue
			}
		}
		_ = sum.AddMinor(c.keys[i:i+1], c.scale) // cannot fail: the scale is at most 6
	}
	return ratio(sum.Decimal(), sum.N(), c.places())
}

// places returns how many decimal places a value of the column can have.
func (c *column) places() int32 {
	if c.exact != nil {
		return mostPlaces
	}
	return int32(c.scale)
}

// Amounts have at most mostPlaces decimal places. An endless ratio gets morePlaces beyond those of its terms: a ratio by
// n < 10¹⁹ that is not itself an amount lies farther from every amount than the rounding error.
const (
	mostPlaces = 30
	morePlaces = 20
)

// ratio returns a/n, a with at most the given decimal places: exactly if that ends within 3 more of them, as it does for
// n = 2, 4, 5, 8, 10.
func ratio(a decimal.Decimal, n int64, places int32) decimal.Decimal {
	divisor := decimal.NewFromInt(n)
	for extra := range int32(4) {
		if q := a.DivRound(divisor, places+extra); q.Mul(divisor).Equal(a) {
			return q
		}
	}
	return a.DivRound(divisor, places+morePlaces)
}
