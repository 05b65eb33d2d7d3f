package hotelcrm

import (
	"fmt"

	"github.com/hotelcrm/hotelcrm/internal/enum"
	"github.com/shopspring/decimal"
)

// Rounding is a rounding mode. There is no default: whoever rounds money says how.
type Rounding uint8

// The rounding modes.
const (
	RoundHalfEven Rounding = iota + 1 // to the nearest, halves to the even neighbour (banker's rounding)
	RoundHalfUp                       // to the nearest, halves away from zero
	RoundUp                           // away from zero
	RoundDown                         // towards zero
	RoundCeiling                      // towards plus infinity
	RoundFloor                        // towards minus infinity
)

var roundingNames = enum.Names{"", "half-even", "half-up", "up", "down", "ceiling", "floor"}

// ParseRounding returns the mode named by text, as [Rounding.String] writes it.
//
// Errors: a [*ParamError] that lists the names.
func ParseRounding(text string) (Rounding, error) {
	return parseEnum[Rounding](roundingNames, "rounding", text)
}

// String returns the name, "unset" for the zero value.
func (m Rounding) String() string { return roundingNames.String(uint8(m)) }

// MarshalText returns the name, empty for the zero value.
func (m Rounding) MarshalText() ([]byte, error) { return marshalEnum(roundingNames, "rounding", m) }

// UnmarshalText reads a name; the empty text is the zero value.
func (m *Rounding) UnmarshalText(text []byte) error {
	return unmarshalEnum(roundingNames, "rounding", text, m)
}

// Round returns amount at the given number of decimal places.
//
// Input: places in [-18, 18]; a negative number rounds to tens, hundreds and so on. The amount's exponent lies in
// [-1000, 1000].
// Errors: a [*ParamError] for an argument out of range or an unset mode.
func Round(amount decimal.Decimal, places int, mode Rounding) (decimal.Decimal, error) {
	if places < -18 || places > 18 {
		return decimal.Decimal{}, refuse("places", fmt.Sprint(places), "-18 to 18")
	}
	if err := checkExponent("amount", amount); err != nil {
		return decimal.Decimal{}, err
	}
	out, ok := rounded(amount, int32(places), mode)
	if !ok {
		return decimal.Decimal{}, modeError("mode", mode)
	}
	return out, nil
}

// rounded returns amount at a number of places, and false for an unset mode.
func rounded(amount decimal.Decimal, places int32, mode Rounding) (decimal.Decimal, bool) {
	switch mode {
	case RoundHalfEven:
		return amount.RoundBank(places), true
	case RoundHalfUp:
		return amount.Round(places), true
	case RoundUp:
		return amount.RoundUp(places), true
	case RoundDown:
		return amount.RoundDown(places), true
	case RoundCeiling:
		return amount.RoundCeil(places), true
	case RoundFloor:
		return amount.RoundFloor(places), true
	}
	return amount, false
}

func modeError(param string, mode Rounding) error {
	return refuse(param, mode.String(), roundingNames.Allowed())
}

// maxExponent keeps hostile exponents from asking for endless work.
const maxExponent = 1000

func checkExponent(param string, amount decimal.Decimal) error {
	if amount.Exponent() < -maxExponent || amount.Exponent() > maxExponent {
		return refuse(param, shortened(amount), fmt.Sprintf("an exponent of -%d to %d", maxExponent, maxExponent))
	}
	return nil
}
