package valuation

import (
	"fmt"
	"math/big"

	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/internal/plural"
	"github.com/hotelcrm/hotelcrm/internal/refuse"
	"github.com/shopspring/decimal"
)

// ScenarioOf returns the guests of current values as a scenario of groups, for [CustomerEquity] and [WhatIf]. Under its
// own convention its equity is the sum of the column of current values, and each group has the sum of its guests.
//
//	margin = Σ CCV / (guests · Σ 1/(1+d)^t),  growth 0, retention 1
//
// The margin is that of the mean guest of the group in each period of the horizon; retention is 1 because current
// values let the present pattern go on. It is rounded to as many decimal places as the sum needs.
//
// Input: of returns for a guest's number in the summaries the group as an index of names. With the classes of a matrix
// that is int(m.Classes()[i]), and names begin with those who are not classed. Guests whose current value is not known
// are left out. Groups may be empty.
// Result: groups in the order of names; the convention is that of the current values, with halves to even, because the
// sums are whole units of its money already.
// Errors: a [*hotelcrm.ParamError] for nil values, names that are alike or a group that is no index of names.
// Cost: O(n).
func ScenarioOf(c *Current, names []string, of func(guest int) (group int)) (Scenario, error) {
	if c == nil {
		return Scenario{}, refuse.Param("current", "nil", "current values")
	}
	if of == nil {
		return Scenario{}, refuse.Param("of", "nil", "the group of each guest")
	}
	out := Scenario{Groups: make([]Group, len(names)), Convention: c.setup.Convention}
	out.Convention.Rounding.Mode = hotelcrm.RoundHalfEven
	sums := make([]hotelcrm.Sum, len(names))
	for i := range c.Len() {
		if !c.Known(i) {
			continue
		}
		g := of(i)
		if g < 0 || g >= len(names) {
			return Scenario{}, refuse.Param(fmt.Sprintf("of(%d)", i), fmt.Sprint(g), "an index of the "+plural.Of(len(names), "name", "names"))
		}
		out.Groups[g].Guests++
		sums[g].Add(c.values.At(i))
	}
	for g, name := range names {
		out.Groups[g].Name = name
		out.Groups[g].Stream.Retention = decimal.NewFromInt(1)
	}
	out.spread(sums, c.Len())
	return out, checkGroups("names", out.Groups)
}

// spread gives each group the margin whose value is its sum. The error of all margins together stays below a hundredth
// of a unit of money, so that rounding leads back to the sums.
func (s *Scenario) spread(sums []hotelcrm.Sum, guests int) {
	factor := Stream{Retention: decimal.NewFromInt(1)}.series(s.Convention).sum()
	if factor.Sign() == 0 {
		return // no periods: all values are 0
	}
	worth, _ := new(big.Float).Mul(factor, near(big.NewRat(int64(guests), 1))).Int(nil)
	rounding := hotelcrm.RoundTo{Places: s.Convention.Rounding.Places + len(worth.String()) + 2, Mode: hotelcrm.RoundHalfEven}
	for i := range s.Groups {
		if g := &s.Groups[i]; g.Guests > 0 {
			margin := near(sums[i].Decimal().Rat())
			margin.Quo(margin, near(big.NewRat(int64(g.Guests), 1))).Quo(margin, factor)
			g.Stream.Margin, _ = roundNear(rounding, margin)
		}
	}
}
