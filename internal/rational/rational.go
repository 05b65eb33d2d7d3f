// Package rational brings exact fractions into decimals, with one rounding.
package rational

import (
	"math/big"

	"github.com/hotelcrm/hotelcrm"
	"github.com/shopspring/decimal"
)

// Round returns an exact number rounded once, to at most [hotelcrm.Round]'s places and by a mode that is one.
//
// The number is first cut down at two places more than asked for; where that leaves a rest, a digit 1 after them says
// so. No mode of rounding can tell the two apart.
func Round(x *big.Rat, places int, mode hotelcrm.Rounding) decimal.Decimal {
	scaled := new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(places)+2), nil)
	scaled.Mul(scaled, x.Num())
	floor, rest := scaled.DivMod(scaled, x.Denom(), new(big.Int)) // Euclidean: towards minus infinity
	floor.Mul(floor, big.NewInt(10)).Add(floor, big.NewInt(int64(rest.Sign())))
	out, _ := hotelcrm.Round(decimal.NewFromBigInt(floor, -int32(places)-3), places, mode) // cannot fail for valid places and mode
	return out
}

// Ratio returns a/b at a number of places, halves to even, b not 0.
func Ratio(a, b decimal.Decimal, places int) decimal.Decimal {
	return Round(new(big.Rat).Quo(a.Rat(), b.Rat()), places, hotelcrm.RoundHalfEven)
}

// Sqrt returns the square root of a number that is not negative, to 100 bits.
func Sqrt(x *big.Rat) *big.Float {
	near := new(big.Float).SetPrec(100).SetRat(x)
	return near.Sqrt(near)
}
