package valuation

import (
	"fmt"
	"math/big"

	"github.com/hotelcrm/hotelcrm/internal/refuse"
	"github.com/shopspring/decimal"
)

// Group is guests who are expected to bring alike: a class, a channel, a single guest.
type Group struct {
	Name   string `json:"name"`   // no two alike
	Guests int    `json:"guests"` // 0 or more
	Stream Stream `json:"stream"` // of one guest
}

// Equity is what the whole base of guests is worth.
type Equity struct {
	Groups     []GroupEquity   `json:"groups"` // in the order given; they add up to the total
	Total      decimal.Decimal `json:"total"`  // rounded once
	Convention Convention      `json:"convention"`
}

// GroupEquity is what one group is worth.
type GroupEquity struct {
	Name   string          `json:"name"`
	Guests int             `json:"guests"`
	Amount decimal.Decimal `json:"amount"`
}

// CustomerEquity returns what the guests of all groups are worth together.
//
//	Σ guests · margin multiple · margin
//
// The multiple is that of [MarginMultiple], and so is an unset timing: EndOfPeriod. Guests who are yet to be won are
// not in it.
//
// Result: the total is rounded once, from a sum known to 60 digits, and one that close to a boundary counts as on it.
// The groups are rounded so that they add up to it: each is cut down and the missing units go to the largest
// remainders.
// Errors: a [*hotelcrm.ParamError] that names the group and field, also where an endless stream has no value or
// a finite one over 1e100 margins.
// Cost: O(groups·log n) for n periods, some 20 µs per group.
// Source: R. Blattberg and J. Deighton (1996); S. Gupta and D. Lehmann (2003), Customers as assets, Journal of
// Interactive Marketing 17(1).
func CustomerEquity(groups []Group, c Convention) (Equity, error) {
	c, err := c.resolved(EndOfPeriod)
	if err != nil {
		return Equity{}, err
	}
	if err := checkGroups("groups", groups); err != nil {
		return Equity{}, err
	}
	worth := make([]*big.Float, len(groups))
	for i, g := range groups {
		if worth[i], err = g.worth(fmt.Sprintf("groups[%d].Stream.Retention", i), c); err != nil {
			return Equity{}, err
		}
	}
	return settledEquity(groups, worth, c), nil
}

func settledEquity(groups []Group, worth []*big.Float, c Convention) Equity {
	out := Equity{Convention: c}
	out.Total, _ = roundSum(c.Rounding, sumOf(worth), largestOf(worth))
	for i, amount := range settle(worth, out.Total, c.Rounding) {
		out.Groups = append(out.Groups, GroupEquity{Name: groups[i].Name, Guests: groups[i].Guests, Amount: amount})
	}
	return out
}

// worth returns the value of all guests of the group to 100 digits. Param names the retention in an error.
func (g Group) worth(param string, c Convention) (*big.Float, error) {
	sum := g.Stream.series(c)
	if !sum.converges() {
		return nil, g.Stream.endless(param)
	}
	value, err := sum.value(c, maxSumDigits)
	if err != nil {
		return nil, err
	}
	out := near(new(big.Rat).Mul(g.Stream.Margin.Rat(), new(big.Rat).SetInt64(int64(g.Guests))))
	return out.Mul(out, value), nil
}

func sumOf(list []*big.Float) *big.Float {
	total := new(big.Float).SetPrec(precision)
	for _, x := range list {
		total.Add(total, x)
	}
	return total
}

// largestOf returns the number furthest from 0.
func largestOf(list []*big.Float) *big.Float {
	out, size := new(big.Float), new(big.Float)
	for _, x := range list {
		if size.Abs(x).Cmp(out) > 0 {
			out = new(big.Float).Abs(x)
		}
	}
	return out
}

func checkGroups(param string, groups []Group) error {
	seen := make(map[string]bool, len(groups))
	for i, g := range groups {
		name := fmt.Sprintf("%s[%d]", param, i)
		if seen[g.Name] {
			return refuse.Param(name+".Name", g.Name, "no two names alike")
		}
		seen[g.Name] = true
		if g.Guests < 0 {
			return refuse.Param(name+".Guests", fmt.Sprint(g.Guests), "0 or more")
		}
		if err := g.Stream.check(name + ".Stream"); err != nil {
			return err
		}
	}
	return nil
}
