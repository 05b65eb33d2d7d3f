package rfm

import (
	"math/big"

	"github.com/hotelcrm/hotelcrm"
	"github.com/shopspring/decimal"
)

// equalWidths returns min + (max-min)·i/k, i = 1..k-1.
func equalWidths(c values, k int) []decimal.Decimal {
	smallest, largest := c.extremes()
	cuts := make([]decimal.Decimal, 0, k-1)
	for i := 1; i < k; i++ {
		cuts = append(cuts, between(c, smallest, largest, i, k))
	}
	return cuts
}

// logWidths returns min·(max/min)^(i/k), i = 1..k-1, min being the smallest value above 0, rounded down to the places
// that a value can have; nil if no value is above 0.
//
// Rounding down divides the values as the boundary itself does, and integers do it exactly: the cut is the
// largest v with vᵏ ≤ min^(k-i)·maxⁱ.
func logWidths(c values, k int) []decimal.Decimal {
	smallest, ok := c.leastAboveZero()
	if !ok {
		return nil
	}
	_, largest := c.extremes()
	low, high := smallest.Shift(c.places()).BigInt(), largest.Shift(c.places()).BigInt()
	cuts := make([]decimal.Decimal, 0, k-1)
	for i := 1; i < k; i++ {
		product := new(big.Int).Mul(power(low, k-i), power(high, i))
		cuts = append(cuts, decimal.NewFromBigInt(root(product, k), -c.places()))
	}
	return cuts
}

// leastAboveZero returns the smallest value above 0, and false if there is none.
func (c *column) leastAboveZero() (least decimal.Decimal, ok bool) {
	if c.exact != nil {
		for i := range c.guests {
			if v := c.at(i); v.Sign() > 0 && (!ok || v.LessThan(least)) {
				least, ok = v, true
			}
		}
		return least, ok
	}
	var key int64
	for block := range c.keys() {
		for _, v := range block {
			if v > 0 && (key == 0 || v < key) {
				key = v
			}
		}
	}
	return hotelcrm.FromMinor(key, c.scale), key > 0
}

func power(base *big.Int, exponent int) *big.Int {
	return new(big.Int).Exp(base, big.NewInt(int64(exponent)), nil)
}

// root returns the largest integer whose k-th power is at most n, which is not negative.
func root(n *big.Int, k int) *big.Int {
	out := new(big.Int)
	for bit := n.BitLen()/k + 1; bit >= 0; bit-- {
		out.SetBit(out, bit, 1)
		if power(out, k).Cmp(n) > 0 {
			out.SetBit(out, bit, 0)
		}
	}
	return out
}
