package valuation

import (
	"errors"
	"fmt"
	"math/big"
	"math/bits"

	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/internal/plural"
	"github.com/hotelcrm/hotelcrm/internal/refuse"
	"github.com/shopspring/decimal"
)

// Scenario is a base of guests and the convention it is valued under.
type Scenario struct {
	Groups     []Group    `json:"groups"`
	Convention Convention `json:"convention"`
}

// Difference is what changes between two scenarios are worth, all together and one by one. The amounts of Parts add up
// to Amount, and so do those of Alone with Interaction.
type Difference struct {
	Before      Equity          `json:"before"`
	After       Equity          `json:"after"`
	Amount      decimal.Decimal `json:"amount"`      // After.Total - Before.Total
	Parts       Parts           `json:"parts"`       // the share of each change in it, by Shapley's rule
	Alone       Parts           `json:"alone"`       // what each change would be worth if it were the only one
	Interaction decimal.Decimal `json:"interaction"` // what they are worth beyond that because they come together
}

// Parts is an amount for each thing that can change.
type Parts struct {
	Guests    decimal.Decimal `json:"guests"`
	Margin    decimal.Decimal `json:"margin"` // and its growth
	Retention decimal.Decimal `json:"retention"`
	Discount  decimal.Decimal `json:"discount"`
}

// The things that can change, one bit each in a set of changes.
const (
	changedGuests = iota
	changedMargin
	changedRetention
	changedDiscount
	changes
)

// WhatIf returns how customer equity differs between two scenarios, and how much of it is due to the number of guests,
// the margin and its growth, the retention and the discount rate.
//
//	part(i) = Σ |S|!·(3-|S|)!/4! · (V(S and i) - V(S)),  over the sets S of the other changes
//
// V(S) is the equity with the changes in S made and no others. So a part is the mean, over all 24 orders of making the
// changes one after the other, of what that one adds: no order is preferred, and a change that changes nothing has 0.
//
// Input: the same groups in the same order; conventions that differ in the rate alone.
// Result: both totals are rounded once, the amount is their difference, and the parts are rounded so that they add up
// to it by the largest remainder.
// Errors: a [*hotelcrm.ParamError] that names the scenario and field; or the group alone, where an endless stream has
// no value in one of the 16 mixtures of both scenarios, and the horizon where a finite one is worth over 1e100 margins.
// Cost: 16 times [CustomerEquity].
// Source: L. Shapley (1953), A value for n-person games, Contributions to the Theory of Games II.
func WhatIf(before, after Scenario) (Difference, error) {
	var err error
	if before, err = before.resolved("before"); err != nil {
		return Difference{}, err
	}
	if after, err = after.resolved("after"); err != nil {
		return Difference{}, err
	}
	if err := alike(before, after); err != nil {
		return Difference{}, err
	}
	var equity [1 << changes][]*big.Float
	var value [1 << changes]*big.Float
	for set := range equity {
		if equity[set], err = mixture(before, after, set); err != nil {
			return Difference{}, err
		}
		value[set] = sumOf(equity[set])
	}
	const all = 1<<changes - 1
	out := Difference{
		Before: settledEquity(before.Groups, equity[0], before.Convention),
		After:  settledEquity(after.Groups, equity[all], after.Convention),
	}
	out.Amount = out.After.Total.Sub(out.Before.Total)
	out.explain(value, before.Convention.Rounding)
	return out, nil
}

func (s Scenario) resolved(param string) (Scenario, error) {
	c, err := s.Convention.resolved(EndOfPeriod)
	if wrong, ok := errors.AsType[*hotelcrm.ParamError](err); ok {
		return s, refuse.Param(param+"."+wrong.Param, wrong.Value, wrong.Allowed)
	}
	s.Convention = c
	return s, checkGroups(param+".Groups", s.Groups)
}

func alike(before, after Scenario) error {
	if len(before.Groups) != len(after.Groups) {
		return refuse.Param("after.Groups", plural.Of(len(after.Groups), "group", "groups"), "the "+plural.Of(len(before.Groups), "group", "groups")+" of before")
	}
	for i, g := range after.Groups {
		if g.Name != before.Groups[i].Name {
			return refuse.Param(fmt.Sprintf("after.Groups[%d].Name", i), g.Name, "as before: "+before.Groups[i].Name)
		}
	}
	b, a := before.Convention, after.Convention
	if a.Horizon != b.Horizon || a.Infinite != b.Infinite || a.Timing != b.Timing || a.Rounding != b.Rounding {
		return refuse.Param("after.Convention", a.String(), "as before but for the rate: "+b.String())
	}
	return nil
}

// mixture returns the value of each group with the changes of a set made.
func mixture(before, after Scenario, set int) ([]*big.Float, error) {
	made := func(change int) bool { return set>>change&1 == 1 }
	c := before.Convention
	if made(changedDiscount) {
		c = after.Convention
	}
	out := make([]*big.Float, len(before.Groups))
	for i, g := range before.Groups {
		changed, param := after.Groups[i], fmt.Sprintf("before.Groups[%d].Stream.Retention", i)
		if made(changedGuests) {
			g.Guests = changed.Guests
		}
		if made(changedMargin) {
			g.Stream.Margin, g.Stream.Growth = changed.Stream.Margin, changed.Stream.Growth
		}
		if made(changedRetention) {
			g.Stream.Retention, param = changed.Stream.Retention, fmt.Sprintf("after.Groups[%d].Stream.Retention", i)
		}
		worth, err := g.worth(param, c)
		if err != nil {
			return nil, err
		}
		out[i] = worth
	}
	return out, nil
}

// explain divides the amount by the values of the sets of changes.
func (d *Difference) explain(value [1 << changes]*big.Float, rounding hotelcrm.RoundTo) {
	weights := [changes]int64{6, 2, 2, 6} // |S|!·(3-|S|)!, to be divided by 4!
	var shares, alone []*big.Float
	together := new(big.Float).SetPrec(precision).Sub(value[len(value)-1], value[0])
	for change := range changes {
		share := new(big.Float).SetPrec(precision)
		for set := range value {
			if set>>change&1 == 0 {
				gain := new(big.Float).SetPrec(precision).Sub(value[set|1<<change], value[set])
				share.Add(share, gain.Mul(gain, near(big.NewRat(weights[bits.OnesCount(uint(set))], 24))))
			}
		}
		shares = append(shares, share)
		only := new(big.Float).SetPrec(precision).Sub(value[1<<change], value[0])
		alone = append(alone, only)
		together.Sub(together, only)
	}
	d.Parts = partsOf(settle(shares, d.Amount, rounding))
	settled := settle(append(alone, together), d.Amount, rounding)
	d.Alone, d.Interaction = partsOf(settled), settled[changes]
}

func partsOf(list []decimal.Decimal) Parts {
	return Parts{Guests: list[changedGuests], Margin: list[changedMargin], Retention: list[changedRetention], Discount: list[changedDiscount]}
}
