package valuation

import (
	"math/big"

	"github.com/hotelcrm/hotelcrm"
	"github.com/shopspring/decimal"
)

// What is irrational is carried with 400 bits (120 digits) and trusted to 200 bits (60 digits): enough that a value
// which seems to lie on a boundary of rounding does lie on it.
const (
	precision  = 400
	trusted    = 200
	logDigits  = 110
	wideDigits = 116
)

// near returns a number to the working precision.
func near(x *big.Rat) *big.Float { return new(big.Float).SetPrec(precision).SetRat(x) }

// roundNear rounds a number known to 60 digits. It is not sure if the true number may round otherwise; the result then
// takes the number to lie on the boundary.
func roundNear(rounding hotelcrm.RoundTo, x *big.Float) (rounded decimal.Decimal, sure bool) {
	return roundSum(rounding, x, x)
}

// roundSum is roundNear for a sum of numbers of either sign, whose digits are those of the largest of them: what is
// left of numbers that cancel out is no amount.
func roundSum(rounding hotelcrm.RoundTo, x, largest *big.Float) (rounded decimal.Decimal, sure bool) {
	value, _ := x.Rat(nil)
	slack, _ := largest.Rat(nil)
	slack.Mul(slack, new(big.Rat).SetFrac(big.NewInt(1), new(big.Int).Lsh(big.NewInt(1), trusted)))
	low, high := rounding.Rat(new(big.Rat).Sub(value, slack)), rounding.Rat(new(big.Rat).Add(value, slack))
	if low.Equal(high) {
		return low, true
	}
	half := new(big.Rat).SetFrac(big.NewInt(1), new(big.Int).Lsh(pow10(rounding.Places), 1))
	halves := new(big.Rat).Quo(value, half)
	halves.Add(halves, big.NewRat(1, 2))
	nearest := new(big.Int).Div(halves.Num(), halves.Denom())
	return rounding.Rat(half.Mul(half, new(big.Rat).SetInt(nearest))), false
}

// logOf returns ln x to 110 decimal places, for x above 0.
func logOf(x decimal.Decimal) (decimal.Decimal, error) { return x.Ln(logDigits) }

// expOf returns e^x to 100 digits, for x of up to a few thousand either way.
func expOf(x decimal.Decimal) (*big.Float, error) {
	const squarings = 12 // small arguments let the series end soon
	root, err := x.DivRound(decimal.NewFromInt(1<<squarings), wideDigits).ExpTaylor(logDigits)
	if err != nil {
		return nil, err
	}
	out := near(root.Rat())
	for range squarings {
		out.Mul(out, out)
	}
	return out, nil
}

// toDigits returns x at the given number of significant digits, halves to even.
func toDigits(x *big.Float, digits int) decimal.Decimal {
	d, err := decimal.NewFromString(x.Text('e', digits-1))
	if err != nil {
		return decimal.Decimal{} // not reached: Text writes a finite number
	}
	return d
}
