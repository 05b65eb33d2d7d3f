package main

import (
	"github.com/hotelcrm/hotelcrm/examples/internal/lang"
	"github.com/hotelcrm/hotelcrm/examples/report/internal/prose"
	"github.com/shopspring/decimal"
)

// equityView is what the guests are worth together; Note says why that is not known.
type equityView struct {
	Note, Sentence, Estimate, Method string
	Groups                           []equityGroupView
	All                              equityGroupView
	Changes                          []changeView
	Total                            changeView
}

type equityGroupView struct{ Name, Guests, Kept, Between, Margin, Worth string }

type changeView struct{ Name, Part, Alone string }

func (a *analysis) equityView() equityView {
	e := a.equity
	switch {
	case e == nil && a.returns == nil:
		return equityView{Note: lang.Capital(a.Say(a.noVisits())) + a.Say(".")}
	case e == nil:
		return equityView{Note: a.Say("Nobody came in the year before the last, so how many guests come again is not known, and neither is customer equity.")}
	}
	total := e.whatIf.Before.Total
	v := equityView{
		Sentence: a.Say("The guests of the last year are worth %s together over the next %s, if of each group as many come again every year as did last year.",
			a.amount(total), lang.Count(a.Printer, a.opt.value.years, "year", "years")),
		Estimate: a.Say("Retention: of the %s with a visit from %s to %s, %s came again in the 365 days after, %s (95\u00a0%% interval %s to %s). Groups are by visits so far: those of the rate as of %s, those that are valued as of today.",
			lang.Count(a.Printer, e.kept.Of, "guest", "guests"), prose.Day(a.Printer, e.previous.AddDays(1)), prose.Day(a.Printer, e.split), prose.Whole(e.kept.Count),
			a.rate(e.kept.Rate), a.rate(e.kept.Low), a.rate(e.kept.High), prose.Day(a.Printer, e.split)),
		Method: a.Say("Customer equity = Σ guests × margin × Σ retention^t ÷ (1 + discount)^t over the years t. The margin is the mean yearly profit of a guest at the present pace. Guests who have not come for a year, and those yet to be won, are not in it; a guest lost is taken to be lost for good."),
		Total:  changeView{Name: a.Say("All three together"), Part: a.signed(e.whatIf.Amount), Alone: a.signed(e.whatIf.Amount)},
	}
	if first := a.totals.first; first > e.previous.AddDays(1) {
		v.Estimate += a.Say(" ") + a.Say("The data begins on %s, so it does not cover that year in full.", prose.Day(a.Printer, first))
	}
	guests := 0
	for _, g := range e.groups {
		guests += g.guests
		v.Groups = append(v.Groups, a.equityGroupView(g))
	}
	v.All = equityGroupView{Name: a.Say("All guests of the last year"), Guests: prose.Whole(guests), Kept: a.rate(e.kept.Rate), Between: a.interval(e.kept.Interval), Margin: a.equityMean(), Worth: prose.GroupedMoney(total, a.places)}
	v.Changes = a.changes()
	return v
}

func (a *analysis) equityGroupView(g equityGroup) equityGroupView {
	v := equityGroupView{
		Name: a.Say(g.name), Guests: prose.Whole(g.guests), Kept: prose.Percent(a.Printer, g.rate, decimal.NewFromInt(1)), Between: a.Say("that of all guests"),
		Margin: prose.GroupedMoney(g.margin, a.places), Worth: prose.GroupedMoney(g.worth, a.places),
	}
	if g.kept != nil {
		v.Between = a.interval(g.kept.Interval)
	}
	return v
}

// equityMean is the margin of all groups together.
func (a *analysis) equityMean() string {
	sum, guests := decimal.Decimal{}, 0
	for _, g := range a.equity.groups {
		sum, guests = sum.Add(g.margin.Mul(decimal.NewFromInt(int64(g.guests)))), guests+g.guests
	}
	return prose.Mean(sum, guests, a.places)
}

func (a *analysis) changes() []changeView {
	parts, alone := a.equity.whatIf.Parts, a.equity.whatIf.Alone
	return []changeView{
		{a.Say("Retention + 5 points"), a.signed(parts.Retention), a.signed(alone.Retention)},
		{a.Say("Margin + 1\u00a0%"), a.signed(parts.Margin), a.signed(alone.Margin)},
		{a.Say("Discount + 2 points"), a.signed(parts.Discount), a.signed(alone.Discount)},
	}
}

// signed writes an amount with its sign.
func (a *analysis) signed(d decimal.Decimal) string {
	text := prose.GroupedMoney(d, a.places)
	if d.IsPositive() {
		return "+" + text
	}
	return text
}
