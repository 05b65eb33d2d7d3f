package rfm

import (
	"slices"

	"github.com/hotelcrm/hotelcrm"
	"github.com/shopspring/decimal"
)

// values is what the cuts of an axis are found from, but for ntile and jenks.
type values interface {
	len() int
	valuesAt(positions []int) []decimal.Decimal // of the sorted values, counted from 0
	extremes() (smallest, largest decimal.Decimal)
	leastAboveZero() (decimal.Decimal, bool)
	mean() decimal.Decimal
	places() int32 // decimal places that a value can have
}

// nearestRanks returns the values at positions ⌈n·i/k⌉, i = 1..k-1, of the sorted values.
func nearestRanks(c values, k int) []decimal.Decimal {
	positions := make([]int, 0, k-1)
	for i := 1; i < k; i++ {
		positions = append(positions, (c.len()*i+k-1)/k-1)
	}
	return c.valuesAt(positions)
}

// type7 returns x(⌊h⌋) + (h-⌊h⌋)(x(⌊h⌋+1) - x(⌊h⌋)) + shift with h = (n-1)·i/k + 1, i = 1..k-1.
func type7(c values, k int, shift decimal.Decimal) []decimal.Decimal {
	var positions []int
	for i := 1; i < k; i++ {
		whole := (c.len() - 1) * i / k
		positions = append(positions, whole, min(whole+1, c.len()-1))
	}
	slices.Sort(positions) // for few guests the pairs cross
	positions = slices.Compact(positions)
	list := c.valuesAt(positions)
	value := func(position int) decimal.Decimal {
		i, _ := slices.BinarySearch(positions, position)
		return list[i]
	}
	cuts := make([]decimal.Decimal, 0, k-1)
	for i := 1; i < k; i++ {
		whole, part := (c.len()-1)*i/k, (c.len()-1)*i%k
		cuts = append(cuts, between(c, value(whole), value(min(whole+1, c.len()-1)), part, k).Add(shift))
	}
	return cuts
}

// between returns low + (high-low)·part/k.
func between(c values, low, high decimal.Decimal, part, k int) decimal.Decimal {
	weighted := low.Mul(decimal.NewFromInt(int64(k - part))).Add(high.Mul(decimal.NewFromInt(int64(part))))
	return ratio(weighted, int64(k), c.places())
}

// extremes returns the smallest and the largest value of a column that is not empty.
func (c *column) extremes() (smallest, largest decimal.Decimal) {
	if c.exact == nil {
		_, low, high := extent(c.keys())
		return hotelcrm.FromMinor(low, c.scale), hotelcrm.FromMinor(high, c.scale)
	}
	least, most := 0, 0
	for i := range c.guests {
		if c.compare(i, least) < 0 {
			least = i
		}
		if c.compare(i, most) > 0 {
			most = i
		}
	}
	return c.at(least), c.at(most)
}

// mean returns the mean of a column that is not empty.
func (c *column) mean() decimal.Decimal {
	var sum hotelcrm.Sum
	for from, block := range c.blocks() {
		if c.exact == nil {
			_ = sum.AddMinor(block, c.scale) // cannot fail: the scale is at most 12
			continue
		}
		for i := range block {
			c.addTo(&sum, block[i:i+1], from+i)
		}
	}
	return ratio(sum.Decimal(), sum.N(), c.places())
}

func (c *column) addTo(sum *hotelcrm.Sum, key []int64, i int) {
	if d, ok := c.exact(i); ok {
		sum.Add(d)
		return
	}
	_ = sum.AddMinor(key, c.scale)
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
