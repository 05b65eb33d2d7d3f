package hotelcrm

import (
	"fmt"
	"math/big"

	"github.com/hotelcrm/hotelcrm/internal/plural"
	"github.com/shopspring/decimal"
)

// RoundTo says how an exact result becomes a decimal: rounded once, at the end, to a number of decimal places by a mode.
// There is no default: the zero RoundTo is refused, because its mode is unset.
type RoundTo struct {
	Places int      `json:"places"` // 0 to 18
	Mode   Rounding `json:"mode"`
}

// Validate returns a [*ParamError] for places out of range or an unset mode, else nil.
func (r RoundTo) Validate() error {
	if r.Places < 0 || r.Places > 18 {
		return refuse("RoundTo.Places", fmt.Sprint(r.Places), "0 to 18")
	}
	if r.Mode < RoundHalfEven || r.Mode > RoundFloor {
		return modeError("RoundTo.Mode", r.Mode)
	}
	return nil
}

// String returns places and mode, such as "2 places half-even".
func (r RoundTo) String() string {
	return plural.Of(r.Places, "place", "places") + " " + r.Mode.String()
}

// Rat returns x, rounded.
//
// Input: a valid RoundTo.
func (r RoundTo) Rat(x *big.Rat) decimal.Decimal { return r.Quo(x.Num(), x.Denom()) }

// Quo returns num/den, rounded. The fraction need not be in lowest terms.
//
// The number is first cut down at two places more than asked for; where that leaves a rest, a digit 1 after them says so.
// No mode of rounding can tell the two apart.
//
// Input: a valid RoundTo; den above 0. Neither number is changed.
func (r RoundTo) Quo(num, den *big.Int) decimal.Decimal {
	scaled := new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(r.Places)+2), nil)
	scaled.Mul(scaled, num)
	floor, rest := scaled.DivMod(scaled, den, new(big.Int)) // Euclidean: towards minus infinity
	floor.Mul(floor, big.NewInt(10)).Add(floor, big.NewInt(int64(rest.Sign())))
	out, _ := rounded(decimal.NewFromBigInt(floor, -int32(r.Places)-3), int32(r.Places), r.Mode)
	return out
}
