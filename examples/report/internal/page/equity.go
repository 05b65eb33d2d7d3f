package page

import (
	"github.com/hotelcrm/hotelcrm/examples/internal/lang"
	"github.com/hotelcrm/hotelcrm/examples/report/internal/prose"
	"github.com/hotelcrm/hotelcrm/examples/report/internal/worth"
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

func (w *writer) equityView() equityView {
	e := w.Equity
	switch {
	case e == nil && w.Returns == nil:
		return equityView{Note: lang.Capital(w.Say(w.NoVisits())) + w.Say(".")}
	case e == nil:
		return equityView{Note: w.Say("Nobody came in the year before the last, so how many guests come again is not known, and neither is customer equity.")}
	}
	total := e.WhatIf.Before.Total
	v := equityView{
		Sentence: w.Say("The guests of the last year are worth %s together over the next %s, if of each group as many come again every year as did last year.",
			w.amount(total), lang.Count(w.Printer, w.Worth.Terms.Years, "year", "years")),
		Estimate: w.Say("Retention: of the %s with a visit from %s to %s, %s came again in the twelve months after, %s (95\u00a0%% interval %s to %s). Groups are by visits so far: those of the rate as of %s, those that are valued as of today.",
			lang.Count(w.Printer, e.Kept.Of, "guest", "guests"), prose.Day(w.Printer, e.Previous.AddDays(1)), prose.Day(w.Printer, e.Split), prose.Whole(e.Kept.Count),
			w.rate(e.Kept.Rate), w.rate(e.Kept.Low), w.rate(e.Kept.High), prose.Day(w.Printer, e.Split)),
		Method: w.Say("Customer equity = Σ guests × margin × Σ rᵗ ÷ (1 + d)ᵗ: the first sum is over the groups, the second over the years t; r is the retention, d the discount rate. The margin is the mean yearly profit of a guest at the present pace. Guests who have not come for a year, and those yet to be won, are not in it; a guest lost is taken to be lost for good."),
		Total:  changeView{Name: w.Say("All three together"), Part: w.signed(e.WhatIf.Amount), Alone: w.signed(e.WhatIf.Amount)},
	}
	if first := w.Totals.First; first > e.Previous.AddDays(1) {
		v.Estimate += w.Say(" ") + w.Say("The data begins on %s, so it does not cover that year in full.", prose.Day(w.Printer, first))
	}
	for _, g := range e.Groups {
		v.Groups = append(v.Groups, w.equityGroupView(g))
	}
	v.All = equityGroupView{Name: w.Say("All guests of the last year"), Guests: prose.Whole(e.Guests()), Kept: w.rate(e.Kept.Rate), Between: w.interval(e.Kept.Interval), Margin: w.equityMean(), Worth: prose.WholeMoney(total, w.Places)}
	v.Changes = w.changes()
	return v
}

func (w *writer) equityGroupView(g worth.EquityGroup) equityGroupView {
	v := equityGroupView{
		Name: w.Say(g.Name), Guests: prose.Whole(g.Guests), Kept: prose.Percent(w.Printer, g.Rate, decimal.NewFromInt(1)), Between: w.Say("that of all guests"),
		Margin: prose.GroupedMoney(g.Margin, w.Places), Worth: prose.WholeMoney(g.Worth, w.Places),
	}
	if g.Kept != nil {
		v.Between = w.interval(g.Kept.Interval)
	}
	return v
}

// equityMean is the margin of all groups together.
func (w *writer) equityMean() string {
	sum, guests := decimal.Decimal{}, 0
	for _, g := range w.Equity.Groups {
		sum, guests = sum.Add(g.Margin.Mul(decimal.NewFromInt(int64(g.Guests)))), guests+g.Guests
	}
	return prose.Mean(sum, guests, w.Places)
}

func (w *writer) changes() []changeView {
	parts, alone := w.Equity.WhatIf.Parts, w.Equity.WhatIf.Alone
	return []changeView{
		{w.Say("Retention + 5 points"), w.signed(parts.Retention), w.signed(alone.Retention)},
		{w.Say("Margin + 1\u00a0%"), w.signed(parts.Margin), w.signed(alone.Margin)},
		{w.Say("Discount + 2 points"), w.signed(parts.Discount), w.signed(alone.Discount)},
	}
}

// signed writes an amount with its sign.
func (w *writer) signed(d decimal.Decimal) string {
	text := prose.WholeMoney(d, w.Places)
	if d.IsPositive() {
		return "+" + text
	}
	return text
}
