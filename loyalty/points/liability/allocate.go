package liability

import (
	"fmt"

	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/internal/refuse"
	"github.com/shopspring/decimal"
)

// Allocation is a price divided among what the guest was promised for it. It has no JSON of its own: store its shares, or
// the prices that [Allocate] makes it of.
type Allocation struct {
	price   decimal.Decimal
	weights []decimal.Decimal
	shares  []Exact
}

// Allocate divides a price in proportion to stand-alone prices: of the stay, of the points that are expected to be
// redeemed, and so on.
//
//	share(i) = price · standAlone(i) / Σ standAlone
//
// Input: price and stand-alone prices 0 or more, at least one above 0. The stand-alone price of points is their number
// times the share expected to be redeemed times the value of one.
// Errors: a [*hotelcrm.ParamError].
// Source: IFRS 15, 74 to 80 and B42; ASC 606-10-32-31.
func Allocate(price decimal.Decimal, standAlone ...decimal.Decimal) (Allocation, error) {
	total, err := notNegative("price", price)
	if err != nil {
		return Allocation{}, err
	}
	var sum Exact
	parts := make([]Exact, len(standAlone))
	for i, s := range standAlone {
		if parts[i], err = notNegative(fmt.Sprintf("standAlone[%d]", i), s); err != nil {
			return Allocation{}, err
		}
		sum = sum.Plus(parts[i])
	}
	if sum.Sign() == 0 {
		return Allocation{}, refuse.Param("standAlone", "nothing above 0", "at least one above 0")
	}
	a := Allocation{price: price, weights: append([]decimal.Decimal(nil), standAlone...)}
	for _, p := range parts {
		a.shares = append(a.shares, total.Times(p).over(sum))
	}
	return a, nil
}

// Shares returns the exact shares in the order of the stand-alone prices.
func (a Allocation) Shares() []Exact { return append([]Exact(nil), a.shares...) }

// Round returns the shares at a number of decimal places, such that they add up to the price: see
// [hotelcrm.Allocate].
//
// Errors: a [*hotelcrm.ParamError] if the price itself has more decimal places.
func (a Allocation) Round(places int) ([]decimal.Decimal, error) {
	return hotelcrm.Allocate(a.price, places, a.weights)
}

func notNegative(param string, d decimal.Decimal) (Exact, error) {
	x, err := Amount(d)
	if err != nil || d.IsNegative() {
		return Exact{}, refuse.Param(param, shown(d), "0 or more")
	}
	return x, nil
}

// shown keeps the text of a hostile exponent short.
func shown(d decimal.Decimal) string {
	if d.Exponent() < -maxExponent || d.Exponent() > maxExponent {
		return fmt.Sprintf("a number with exponent %d", d.Exponent())
	}
	return d.String()
}
