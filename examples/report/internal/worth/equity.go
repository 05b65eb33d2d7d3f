package worth

import (
	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/examples/report/internal/basis"
	"github.com/hotelcrm/hotelcrm/examples/report/internal/intake"
	"github.com/hotelcrm/hotelcrm/valuation"
	"github.com/shopspring/decimal"
)

// Equity is what the guests of the last year are worth together, and what would change it.
type Equity struct {
	Split    hotelcrm.Date        // the last day of the year before: the last year begins after it, and both are the years of intake.Years
	Kept     valuation.Proportion // of all guests of the year before
	Groups   []EquityGroup
	WhatIf   valuation.Difference
	Previous hotelcrm.Date // the day before the first of the year before
	Last     hotelcrm.Date // the last day of the last year
}

// Guests returns how many came in the last year.
func (e *Equity) Guests() (n int) {
	for _, g := range e.Groups {
		n += g.Guests
	}
	return n
}

// EquityGroup is guests with about as many visits so far.
type EquityGroup struct {
	Name   string
	Kept   *valuation.Proportion // nil: nobody was there in the year before, and all guests stand for them
	Rate   decimal.Decimal
	Guests int
	Margin decimal.Decimal // mean profit of one guest in a year
	Worth  decimal.Decimal
}

// visitGroups are the groups by visits so far: from so many on.
var visitGroups = []struct {
	name string
	from int
}{{"1 visit", 1}, {"2 visits", 2}, {"3 to 5 visits", 3}, {"6 or more visits", 6}}

func visitGroup(visits int) int {
	group := 0
	for k, one := range visitGroups {
		if visits >= one.from {
			group = k
		}
	}
	return group
}

// What is asked of the equity: what if so much more.
var (
	MoreRetention = decimal.New(5, -2) // points
	MoreMargin    = decimal.New(1, -2) // of the margin
	MoreDiscount  = decimal.New(2, -2) // points
)

const (
	yearMonths = 12
	RatePlaces = 4 // of a retention rate
)

// EquityOf returns nothing where visits are not known or nobody came in the year before the last.
func EquityOf(in *intake.Data, w *Result, places int) (*Equity, error) {
	if in.Visits == nil {
		return nil, nil
	}
	asOf := in.Summaries.AsOf()
	e := &Equity{Split: asOf.AddMonths(-yearMonths).AddDays(-1), Previous: asOf.AddMonths(-2 * yearMonths).AddDays(-1), Last: asOf.AddDays(-1)}
	census := e.count(in.Visits)
	if census.before() == 0 {
		return nil, nil
	}
	if err := e.retain(census); err != nil {
		return nil, err
	}
	if err := e.earn(w, census, places); err != nil {
		return nil, err
	}
	return e, e.ask(w.Terms, places)
}

// census counts guests of the last two years by group.
type census struct {
	came, again []int // in the year before, and of these in the last year; by visits at its beginning
	active      []int // the group of each guest of the last year by visits so far, else -1
}

func (c *census) before() int {
	all := 0
	for _, n := range c.came {
		all += n
	}
	return all
}

func (e *Equity) count(v *intake.Visits) *census {
	c := &census{came: make([]int, len(visitGroups)), again: make([]int, len(visitGroups)), active: make([]int, len(v.Offsets)-1)}
	for g := range c.active {
		arrivals := v.Arrivals[v.Offsets[g]:v.Offsets[g+1]]
		early := 0 // visits up to the beginning of the last year
		for early < len(arrivals) && arrivals[early] <= e.Split {
			early++
		}
		again := early < len(arrivals) && arrivals[early] <= e.Last
		if early > 0 && arrivals[early-1] > e.Previous {
			c.came[visitGroup(early)]++
			if again {
				c.again[visitGroup(early)]++
			}
		}
		c.active[g] = -1
		if again {
			c.active[g] = visitGroup(len(arrivals))
		}
	}
	return c
}

// retain finds the retention of each group and of all.
func (e *Equity) retain(c *census) error {
	again := 0
	for _, n := range c.again {
		again += n
	}
	var err error
	if e.Kept, err = valuation.NewProportion(again, c.before(), basis.Level); err != nil {
		return err
	}
	for k, one := range visitGroups {
		group := EquityGroup{Name: one.name, Rate: rateOf(e.Kept)}
		if c.came[k] > 0 {
			kept, err := valuation.NewProportion(c.again[k], c.came[k], basis.Level)
			if err != nil {
				return err
			}
			group.Kept, group.Rate = &kept, rateOf(kept)
		}
		e.Groups = append(e.Groups, group)
	}
	return nil
}

func rateOf(p valuation.Proportion) decimal.Decimal {
	return decimal.NewFromInt(int64(p.Count)).DivRound(decimal.NewFromInt(int64(p.Of)), RatePlaces)
}

// earn finds what a guest of each group brings in a year: the current value of one year without discount.
func (e *Equity) earn(w *Result, c *census, places int) error {
	convention, err := w.Terms.convention(decimal.Decimal{}, 1, places)
	if err != nil {
		return err
	}
	yearly, err := valuation.CurrentOf(w.Historic, valuation.CurrentSetup{Convention: convention, Workers: w.Current.Setup().Workers})
	if err != nil {
		return err
	}
	sums := make([]basis.Tally, len(visitGroups))
	for g, k := range c.active {
		if k >= 0 {
			sums[k].Add(yearly.Values(), g)
		}
	}
	for k := range sums {
		one := &e.Groups[k]
		if one.Guests = sums[k].Guests; one.Guests > 0 {
			one.Margin = sums[k].Total(yearly.Values().Scale()).DivRound(decimal.NewFromInt(int64(one.Guests)), int32(places))
		}
	}
	return nil
}

// ask values the groups as they are and with more retention, margin and discount.
func (e *Equity) ask(t Terms, places int) error {
	var before, after valuation.Scenario
	var err error
	if before.Convention, err = t.convention(t.Rate, t.Years, places); err != nil {
		return err
	}
	if after.Convention, err = t.convention(t.Rate.Add(MoreDiscount), t.Years, places); err != nil {
		return err
	}
	one := decimal.NewFromInt(1)
	for _, g := range e.Groups {
		group := valuation.Group{Name: g.Name, Guests: g.Guests, Stream: valuation.Stream{Margin: g.Margin, Retention: g.Rate}}
		before.Groups = append(before.Groups, group)
		group.Stream.Margin = g.Margin.Mul(one.Add(MoreMargin))
		group.Stream.Retention = decimal.Min(g.Rate.Add(MoreRetention), one)
		after.Groups = append(after.Groups, group)
	}
	if e.WhatIf, err = valuation.WhatIf(before, after); err != nil {
		return err
	}
	for k, g := range e.WhatIf.Before.Groups {
		e.Groups[k].Worth = g.Amount
	}
	return nil
}
