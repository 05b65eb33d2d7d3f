package main

import (
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
		return equityView{Note: capital(a.noVisits()) + "."}
	case e == nil:
		return equityView{Note: "Nobody came in the year before the last, so how many guests come again is not known, and neither is customer equity."}
	}
	total := e.whatIf.Before.Total
	v := equityView{
		Sentence: "The guests of the last year are worth " + a.amount(total) + " together over the next " + counted(a.opt.value.years, "year", "years") +
			", if of each group as many come again every year as did last year.",
		Estimate: "Retention: of the " + counted(e.kept.Of, "guest", "guests") + " with a visit from " + longDate(e.previous.AddDays(1)) + " to " + longDate(e.split) + ", " +
			grouped(e.kept.Count) + " came again in the 365 days after, " + rate(e.kept.Rate) + " (95" + nbsp + "% interval " + rate(e.kept.Low) + " to " + rate(e.kept.High) +
			"). Groups are by visits so far: those of the rate as of " + longDate(e.split) + ", those that are valued as of today.",
		Method: "Customer equity = Σ guests × margin × Σ retention^t ÷ (1 + discount)^t over the years t. The margin is the mean yearly profit of a guest at the present pace. Guests who have not come for a year, and those yet to be won, are not in it; a guest lost is taken to be lost for good.",
		Total:  changeView{Name: "All three together", Part: a.signed(e.whatIf.Amount), Alone: a.signed(e.whatIf.Amount)},
	}
	if first := a.totals.first; first > e.previous.AddDays(1) {
		v.Estimate += " The data begins on " + longDate(first) + ", so it does not cover that year in full."
	}
	guests := 0
	for _, g := range e.groups {
		guests += g.guests
		v.Groups = append(v.Groups, a.equityGroupView(g))
	}
	v.All = equityGroupView{Name: "All guests of the last year", Guests: grouped(guests), Kept: rate(e.kept.Rate), Between: between(e.kept.Interval), Margin: a.equityMean(), Worth: groupedMoney(total, a.places)}
	v.Changes = a.changes()
	return v
}

func (a *analysis) equityGroupView(g equityGroup) equityGroupView {
	v := equityGroupView{
		Name: g.name, Guests: grouped(g.guests), Kept: percent(a.Printer, g.rate, decimal.NewFromInt(1)), Between: "that of all guests",
		Margin: groupedMoney(g.margin, a.places), Worth: groupedMoney(g.worth, a.places),
	}
	if g.kept != nil {
		v.Between = between(g.kept.Interval)
	}
	return v
}

// equityMean is the margin of all groups together.
func (a *analysis) equityMean() string {
	sum, guests := decimal.Decimal{}, 0
	for _, g := range a.equity.groups {
		sum, guests = sum.Add(g.margin.Mul(decimal.NewFromInt(int64(g.guests)))), guests+g.guests
	}
	return a.plainMean(sum, guests)
}

func (a *analysis) changes() []changeView {
	parts, alone := a.equity.whatIf.Parts, a.equity.whatIf.Alone
	return []changeView{
		{"Retention + 5 points", a.signed(parts.Retention), a.signed(alone.Retention)},
		{"Margin + 1" + nbsp + "%", a.signed(parts.Margin), a.signed(alone.Margin)},
		{"Discount + 2 points", a.signed(parts.Discount), a.signed(alone.Discount)},
	}
}

// signed writes an amount with its sign.
func (a *analysis) signed(d decimal.Decimal) string {
	text := groupedMoney(d, a.places)
	if d.IsPositive() {
		return "+" + text
	}
	return text
}
