package concentration

import (
	"slices"

	"github.com/shopspring/decimal"
)

// Lorenz returns points of the Lorenz curve: what the guests who bring least bring together, from 0 guests to all in
// steps of equal numbers of guests. It is [Distribution.Curve] read from the other end; refunds make it begin below 0.
//
// Input: steps in [1, 10000]; with fewer guests than steps, one point per guest.
// Errors: a [*hotelcrm.ParamError] for other steps.
// Source: M. Lorenz, Methods of measuring the concentration of wealth, Publications of the American Statistical
// Association 9 (1905).
func (d *Distribution) Lorenz(steps int) ([]Share, error) {
	curve, err := d.Curve(steps)
	if err != nil {
		return nil, err
	}
	slices.Reverse(curve)
	for i, top := range curve {
		curve[i] = d.share(len(d.order)-top.Guests, d.total.Sub(top.Amount))
	}
	return curve, nil
}

// EightyTwenty is how far the rule that 20 % of the guests bring 80 % of the revenue holds.
type EightyTwenty struct {
	BestFifth   Share `json:"bestFifth"`   // the best 20 % of the guests
	FourFifths  Share `json:"fourFifths"`  // the fewest best guests who bring 80 %
	Balance     Share `json:"balance"`     // the fewest best guests whose two rates add up to 1 or more: 0.2 and 0.8 where the rule holds
	HoldsOrMore bool  `json:"holdsOrMore"` // the best fifth brings 80 % or more
}

// EightyTwenty returns how the total reads beside the rule of 80:20.
//
// Result: guests are whole, so the rates of Balance may add up to a little over 1.
// Cost: O(n log n).
func (d *Distribution) EightyTwenty() EightyTwenty {
	var out EightyTwenty
	fifth, fourFifths := decimal.New(2, -1), decimal.New(8, -1)
	out.BestFifth, _ = d.TopGuests(fifth) // cannot fail: the parts are in range
	out.FourFifths, _ = d.GuestsFor(fourFifths)
	out.HoldsOrMore = out.BestFifth.Amount.GreaterThanOrEqual(fourFifths.Mul(d.total))
	n := d.balance()
	out.Balance = d.share(n, d.Top(n))
	return out
}

// balance returns the smallest n with n/guests + Top(n)/total >= 1. The sum rises up to the first negative amount, and
// is at least 1 there.
func (d *Distribution) balance() int {
	all := decimal.NewFromInt(int64(len(d.order)))
	goal := all.Mul(d.total)
	low, high := 0, len(d.order)-d.negative
	for low < high {
		middle := (low + high) / 2
		reached := decimal.NewFromInt(int64(middle)).Mul(d.total).Add(d.Top(middle).Mul(all))
		if reached.LessThan(goal) {
			low = middle + 1
		} else {
			high = middle
		}
	}
	return low
}
