package liability

import (
	"fmt"
	"math/big"

	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/internal/refuse"
	"github.com/shopspring/decimal"
)

// Exact is an exact fraction: an amount of money, a number of points or a rate. The zero Exact is 0. It never changes.
// In JSON it is a string such as "1/3", never a number.
type Exact struct{ rat *big.Rat }

// maxExponent keeps hostile decimals from asking for endless work.
const maxExponent = 1000

// Amount returns a decimal as an Exact.
//
// Errors: a [*hotelcrm.ParamError] for an exponent outside [-1000, 1000].
func Amount(d decimal.Decimal) (Exact, error) {
	if d.Exponent() < -maxExponent || d.Exponent() > maxExponent {
		return Exact{}, refuse.Param("amount", fmt.Sprintf("exponent %d", d.Exponent()), "an exponent of -1000 to 1000")
	}
	return Exact{d.Rat()}, nil
}

// Points returns a number of points as an Exact.
func Points(n int64) Exact { return Exact{new(big.Rat).SetInt64(n)} }

// Ratio returns a / b.
//
// Errors: a [*hotelcrm.ParamError] if b is 0.
func Ratio(a, b int64) (Exact, error) {
	if b == 0 {
		return Exact{}, refuse.Param("b", "0", "any other number")
	}
	return Exact{big.NewRat(a, b)}, nil
}

// Rat returns a copy of the fraction.
func (x Exact) Rat() *big.Rat { return new(big.Rat).Set(x.value()) }

// Sign returns -1, 0 or 1.
func (x Exact) Sign() int { return x.value().Sign() }

// Cmp returns -1, 0 or 1 as x is below, equal to or above y.
func (x Exact) Cmp(y Exact) int { return x.value().Cmp(y.value()) }

// String returns the fraction, such as "1000000/109500" in lowest terms.
func (x Exact) String() string { return x.value().RatString() }

// Plus returns x + y.
func (x Exact) Plus(y Exact) Exact { return Exact{new(big.Rat).Add(x.value(), y.value())} }

// Minus returns x - y.
func (x Exact) Minus(y Exact) Exact { return Exact{new(big.Rat).Sub(x.value(), y.value())} }

// Times returns x · y.
func (x Exact) Times(y Exact) Exact { return Exact{new(big.Rat).Mul(x.value(), y.value())} }

// over needs y ≠ 0.
func (x Exact) over(y Exact) Exact { return Exact{new(big.Rat).Quo(x.value(), y.value())} }

func (x Exact) value() *big.Rat {
	if x.rat == nil {
		return new(big.Rat)
	}
	return x.rat
}

// Round returns the amount as money. This is the one place where an amount is rounded.
//
// Errors: those of [hotelcrm.RoundTo.Validate].
func (x Exact) Round(rounding hotelcrm.RoundTo) (decimal.Decimal, error) {
	if err := rounding.Validate(); err != nil {
		return decimal.Decimal{}, err
	}
	return rounding.Rat(x.value()), nil
}
