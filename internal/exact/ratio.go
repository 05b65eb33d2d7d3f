// Package exact is what exact arithmetic on decimals wants beside package decimal: fractions with one rounding, sums of
// squares, and a bound on exponents.
package exact

import (
	"math/big"

	"github.com/hotelcrm/hotelcrm"
	"github.com/shopspring/decimal"
)

// Ratio returns a/b at a number of places, halves to even, b not 0.
func Ratio(a, b decimal.Decimal, places int) decimal.Decimal {
	return hotelcrm.RoundTo{Places: places, Mode: hotelcrm.RoundHalfEven}.Rat(new(big.Rat).Quo(a.Rat(), b.Rat()))
}

// Sqrt returns the square root of a number that is not negative, to 100 bits.
func Sqrt(x *big.Rat) *big.Float {
	near := new(big.Float).SetPrec(100).SetRat(x)
	return near.Sqrt(near)
}
