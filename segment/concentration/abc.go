package concentration

import (
	"fmt"
	"sort"

	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/internal/exact"
	"github.com/hotelcrm/hotelcrm/internal/refuse"
	"github.com/shopspring/decimal"
)

// ABC says where the classes end. The zero ABC is 80 and 95 % of the amount, [ShareBefore], [TiesTogether].
//
// Guests are taken from the largest amount down. The shares are of the sum of the amounts above 0, so refunds neither
// push the others up nor leave the curve above the whole, and a total of 0 or below is no obstacle. Whoever brings 0 or
// less is C, whatever the limits. Comparisons are exact.
type ABC struct {
	A        decimal.Decimal `json:"a"` // limit of class A, above 0; 0: 0.8
	B        decimal.Decimal `json:"b"` // limit of class B, from A to 1; 0: 0.95
	Boundary Boundary        `json:"boundary,omitempty"`
	Ties     Ties            `json:"ties,omitempty"`
	Of       ShareOf         `json:"of,omitempty"`
}

// Group is one class. Rates are per one: of all guests, and of the sum of the amounts above 0.
type Group struct {
	Class Class `json:"class"`
	Share
}

// Classes are guests sorted by what they contribute. They are immutable and safe for concurrent use.
type Classes struct {
	rules  ABC
	ranked *Distribution
	gross  decimal.Decimal
	ends   [3]int // how many guests are A, A or B, all
}

// Validate returns a [*hotelcrm.ParamError] for the first field out of range, else nil.
func (a ABC) Validate() error {
	a = a.resolved()
	if err := checkPart(a.A); err != nil || !a.A.IsPositive() {
		return refuse.Param("ABC.A", exact.Text(a.A), "above 0, at most 1, up to 100 decimal places")
	}
	if err := checkPart(a.B); err != nil || a.B.LessThan(a.A) {
		return refuse.Param("ABC.B", exact.Text(a.B), "A to 1, up to 100 decimal places")
	}
	if a.Boundary > ShareAfter {
		return refuse.Param("ABC.Boundary", fmt.Sprint(uint8(a.Boundary)), boundaryNames.Allowed())
	}
	if a.Ties > TiesSplit {
		return refuse.Param("ABC.Ties", fmt.Sprint(uint8(a.Ties)), tiesNames.Allowed())
	}
	if a.Of > OfGuests {
		return refuse.Param("ABC.Of", fmt.Sprint(uint8(a.Of)), shareOfNames.Allowed())
	}
	return nil
}

func (a ABC) resolved() ABC {
	if a.A.IsZero() {
		a.A = decimal.New(8, -1)
	}
	if a.B.IsZero() {
		a.B = decimal.New(95, -2)
	}
	a.Boundary = max(a.Boundary, ShareBefore)
	a.Ties = max(a.Ties, TiesTogether)
	a.Of = max(a.Of, OfAmount)
	return a
}

// Classify returns the class of each guest.
//
// Input: the amounts in any order; with [TiesSplit] the order decides between equal ones.
// Errors: a [*hotelcrm.ParamError] for rules out of range.
// Cost: O(n log n).
func (a ABC) Classify(amounts hotelcrm.Amounts) (*Classes, error) {
	if err := a.Validate(); err != nil {
		return nil, err
	}
	out := &Classes{rules: a.resolved(), ranked: ranked(amounts)}
	guests := len(out.ranked.order)
	bring := sort.Search(guests, func(rank int) bool { return !amounts.At(int(out.ranked.order[rank])).IsPositive() })
	out.gross = out.ranked.Top(bring)
	out.ends = [3]int{out.end(bring, out.rules.A), out.end(bring, out.rules.B), guests}
	return out, nil
}

// end returns how many of the first bring guests are inside a limit: the share rises with the rank.
func (c *Classes) end(bring int, limit decimal.Decimal) int {
	goal := limit.Mul(c.gross)
	if c.rules.Of == OfGuests {
		goal = limit.Mul(decimal.NewFromInt(int64(len(c.ranked.order))))
	}
	return sort.Search(bring, func(rank int) bool {
		first, after := rank, rank+1
		if c.rules.Ties == TiesTogether {
			first, after = c.ranked.tie(rank)
		}
		if c.rules.Boundary == ShareBefore {
			return !c.reached(first).LessThan(goal)
		}
		return c.reached(after).GreaterThan(goal)
	})
}

// reached returns what the first n guests make of the measure.
func (c *Classes) reached(n int) decimal.Decimal {
	if c.rules.Of == OfGuests {
		return decimal.NewFromInt(int64(n))
	}
	return c.ranked.Top(n)
}

// tie returns the ranks with the same amount: from first, up to but not including after.
func (d *Distribution) tie(rank int) (first, after int) {
	same := func(other int) int { return d.amounts.Compare(int(d.order[other]), int(d.order[rank])) }
	first = sort.Search(rank, func(other int) bool { return same(other) <= 0 })
	after = rank + 1 + sort.Search(len(d.order)-rank-1, func(more int) bool { return same(rank+1+more) < 0 })
	return first, after
}

// Rules returns the rules, defaults filled in.
func (c *Classes) Rules() ABC { return c.rules }

// Classes returns the class of each guest, in the order of the amounts.
//
// Cost: O(n), one slice.
func (c *Classes) Classes() []Class {
	out := make([]Class, len(c.ranked.order))
	for rank, guest := range c.ranked.order {
		switch {
		case rank < c.ends[0]:
			out[guest] = ClassA
		case rank < c.ends[1]:
			out[guest] = ClassB
		default:
			out[guest] = ClassC
		}
	}
	return out
}

// Groups returns the classes A, B and C with what they bring. The amounts add up to the total exactly; the rate of C is
// below 0 where refunds outweigh its revenue. Without any amount above 0 all rates are 0.
func (c *Classes) Groups() [3]Group {
	var out [3]Group
	from := 0
	for i, to := range c.ends {
		var sum hotelcrm.Sum
		c.ranked.add(&sum, from, to)
		group := Group{Class: Class(i + 1), Share: Share{Guests: to - from, Amount: sum.Decimal()}}
		if guests := len(c.ranked.order); guests > 0 {
			group.GuestRate = exact.Ratio(decimal.NewFromInt(int64(to-from)), decimal.NewFromInt(int64(guests)), ratePlaces)
		}
		if c.gross.IsPositive() {
			group.Rate = exact.Ratio(group.Amount, c.gross, ratePlaces)
		}
		out[i], from = group, to
	}
	return out
}
