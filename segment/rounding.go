package segment

import (
	"math/big"

	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/valuation"
	"github.com/shopspring/decimal"
)

// rounded returns an exact number rounded once, by a valid Money.
//
// The number is first cut down at two places more than asked for; where that leaves a rest, a digit 1 after them says
// so. No mode of rounding can tell the two apart.
func rounded(x *big.Rat, money valuation.Money) decimal.Decimal {
	scaled := new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(money.Places)+2), nil)
	scaled.Mul(scaled, x.Num())
	floor, rest := scaled.DivMod(scaled, x.Denom(), new(big.Int)) // Euclidean: towards minus infinity
	floor.Mul(floor, big.NewInt(10)).Add(floor, big.NewInt(int64(rest.Sign())))
	out, _ := hotelcrm.Round(decimal.NewFromBigInt(floor, -int32(money.Places)-3), money.Places, money.Mode) // cannot fail for a valid Money
	return out
}
