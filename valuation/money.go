package valuation

import (
	"fmt"
	"math/big"

	"github.com/hotelcrm/hotelcrm"
	"github.com/shopspring/decimal"
)

// Money says how results are rounded: once, at the end, to a number of decimal places by a mode. There is no default:
// the zero Money is refused, because its mode is unset.
type Money struct {
	Places int               `json:"places"` // 0 to 18; columns of guests take 0 to 6
	Mode   hotelcrm.Rounding `json:"mode"`
}

const (
	maxPlaces       = 18
	maxColumnPlaces = 6
)

// Validate returns a [*hotelcrm.ParamError] for places out of range or an unset mode, else nil.
func (m Money) Validate() error { return m.check(maxPlaces) }

func (m Money) check(high int) error {
	if m.Places < 0 || m.Places > high {
		return &hotelcrm.ParamError{Param: "Money.Places", Value: fmt.Sprint(m.Places), Allowed: fmt.Sprintf("0 to %d", high)}
	}
	if m.Mode < hotelcrm.RoundHalfEven || m.Mode > hotelcrm.RoundFloor {
		return &hotelcrm.ParamError{Param: "Money.Mode", Value: m.Mode.String(), Allowed: "half-even, half-up, up, down, ceiling or floor"}
	}
	return nil
}

// String returns places and mode, such as "2 places half-even".
func (m Money) String() string { return fmt.Sprintf("%d places %s", m.Places, m.Mode) }

// round rounds an exact number, by a valid Money.
func (m Money) round(x *big.Rat) decimal.Decimal {
	return decimal.NewFromBigInt(m.units(x.Num(), x.Denom()), -int32(m.Places))
}

// units returns num/den in units of 10^-Places, rounded, for den above 0.
func (m Money) units(num, den *big.Int) *big.Int {
	scaled := new(big.Int).Mul(num, pow10(m.Places))
	floor, rest := scaled.DivMod(scaled, den, new(big.Int)) // Euclidean: towards minus infinity
	if roundsUp(m.Mode, num.Sign() < 0, floor.Bit(0) == 1, rest.Sign(), rest.Lsh(rest, 1).Cmp(den)) {
		floor.Add(floor, big.NewInt(1))
	}
	return floor
}

// roundsUp reports whether a number goes to the integer above its floor. What lies beyond the floor is told by its sign
// and by how it compares with a half.
func roundsUp(mode hotelcrm.Rounding, negative, odd bool, rest, half int) bool {
	switch mode {
	case hotelcrm.RoundHalfEven:
		return half > 0 || half == 0 && odd
	case hotelcrm.RoundHalfUp:
		return half > 0 || half == 0 && !negative
	case hotelcrm.RoundUp:
		return rest > 0 && !negative
	case hotelcrm.RoundDown:
		return rest > 0 && negative
	case hotelcrm.RoundCeiling:
		return rest > 0
	}
	return false
}

// pow10 returns 10^n.
func pow10(n int) *big.Int { return new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(n)), nil) }

// checkDecimal keeps a number with a hostile exponent from asking for endless work.
func checkDecimal(param string, d decimal.Decimal) error {
	if d.Exponent() < -maxExponent || d.Exponent() > maxExponent || d.NumDigits() > 2*maxExponent {
		return &hotelcrm.ParamError{Param: param, Value: brief(d), Allowed: fmt.Sprintf("up to %d digits, an exponent of -%d to %d", 2*maxExponent, maxExponent, maxExponent)}
	}
	return nil
}

const maxExponent = 60

// brief keeps the text of a number with a hostile exponent short.
func brief(d decimal.Decimal) string {
	if d.Exponent() < -maxExponent || d.Exponent() > maxExponent {
		return fmt.Sprintf("%d digits, exponent %d", d.NumDigits(), d.Exponent())
	}
	return d.String()
}

// maxChancePlaces bounds the chances of models whose integers grow with every period or state.
const maxChancePlaces = 30

func checkChance(param string, d decimal.Decimal) error {
	if d.Exponent() < -maxChancePlaces {
		return &hotelcrm.ParamError{Param: param, Value: brief(d), Allowed: fmt.Sprintf("0 to 1, with at most %d decimal places", maxChancePlaces)}
	}
	return checkUnit(param, d)
}

// checkUnit refuses what is no part of one: probabilities, shares and rates of retention.
func checkUnit(param string, d decimal.Decimal) error {
	if err := checkDecimal(param, d); err != nil {
		return err
	}
	if d.IsNegative() || d.GreaterThan(decimal.NewFromInt(1)) {
		return &hotelcrm.ParamError{Param: param, Value: d.String(), Allowed: "0 to 1"}
	}
	return nil
}
