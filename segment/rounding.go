package segment

import (
	"math"
	"math/big"
	"strconv"

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

// digits12 rounds to 12 significant digits, so that the last bits of math's functions, in which platforms differ, are
// not part of a result.
func digits12(x float64) float64 {
	rounded, _ := strconv.ParseFloat(strconv.FormatFloat(x, 'e', 11, 64), 64) // cannot fail: it reads what it wrote
	return rounded
}

// deviate returns z with P(|Z| < z) = level for a standard normal Z.
func deviate(level float64) (float64, error) {
	if !(level > 0 && level < 1) { // NaN too
		return 0, &hotelcrm.ParamError{Param: "level", Value: strconv.FormatFloat(level, 'g', -1, 64), Allowed: "above 0 and below 1"}
	}
	return digits12(math.Sqrt2 * math.Erfinv(level)), nil
}

// digits9 rounds to 9 significant digits what gonum finds by iteration.
func digits9(x float64) float64 {
	rounded, _ := strconv.ParseFloat(strconv.FormatFloat(x, 'e', 8, 64), 64) // cannot fail: it reads what it wrote
	return rounded
}
