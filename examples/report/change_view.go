package main

import (
	"github.com/hotelcrm/hotelcrm/examples/internal/lang"
	"github.com/hotelcrm/hotelcrm/examples/report/internal/prose"
	"github.com/shopspring/decimal"
)

// yearsView is the last year beside the one before; Note says why that is not known.
type yearsView struct {
	Note, Sentence, Caption, How string
	Rows                         []yearRow
}

type yearRow struct{ Name, Before, Now, Change string }

func (a *analysis) yearsView() yearsView {
	y := a.in.years
	switch {
	case a.opt.guests != "":
		return yearsView{Note: a.Say("A table of guests does not say which of their visits were in the last year.")}
	case y == nil:
		return yearsView{Note: a.Say("Visits are not kept one by one here, so the years cannot be told apart; -asof DATE keeps them, and takes more memory.")}
	case y.before.visits == 0:
		return yearsView{Note: a.Say("The data begins on %s, so there is no year before the last to compare with.", prose.Day(a.Printer, y.first))}
	}
	v := yearsView{
		Sentence: a.changeSentence(),
		Caption:  a.Say("Arrivals from %s to %s, beside those from %s to %s", prose.Day(a.Printer, y.now.span.From), prose.Day(a.Printer, y.now.span.To), prose.Day(a.Printer, y.before.span.From), prose.Day(a.Printer, y.before.span.To)),
		How:      a.Say("Counted are the guests and visits with an arrival in the span. A repeat guest here came more than once within the same twelve months, so both years are measured alike."),
		Rows:     a.changeRows(),
	}
	if y.first > y.before.span.From.AddDays(firstWeeks) {
		v.How = a.Sentences(v.How, a.Say("The data begins on %s, so the year before is not whole.", prose.Day(a.Printer, y.first)))
	}
	return v
}

// firstWeeks is how many days after the beginning of a year its first guest may come without the year looking cut off.
const firstWeeks = 14

func (a *analysis) changeRows() []yearRow {
	x, y := a.in.years.before, a.in.years.now
	count := func(name string, before, now int64) yearRow {
		return yearRow{name, prose.Whole(before), prose.Whole(now), a.changed(decimal.NewFromInt(before), decimal.NewFromInt(now))}
	}
	mean := func(name string, before, now int64) yearRow {
		m, n := over(x.revenue, before), over(y.revenue, now)
		return yearRow{name, prose.Mean(x.revenue, int(before), a.places), prose.Mean(y.revenue, int(now), a.places), a.changed(m, n)}
	}
	rows := []yearRow{count(a.Say("Guests"), x.guests, y.guests), count(a.Say("Visits"), x.visits, y.visits)}
	if x.nights+y.nights > 0 {
		rows = append(rows, count(a.Say("Nights"), x.nights, y.nights))
	}
	return append(
		rows,
		yearRow{a.Say("Revenue, %s", a.opt.currency), prose.WholeMoney(x.revenue, a.places), prose.WholeMoney(y.revenue, a.places), a.changed(x.revenue, y.revenue)},
		yearRow{a.Say("Repeat guests"), prose.PercentOf(a.Printer, x.repeat, x.guests), prose.PercentOf(a.Printer, y.repeat, y.guests), a.points(x, y)},
		mean(a.Say("Average spend a visit, %s", a.opt.currency), x.visits, y.visits),
		mean(a.Say("Average spend a guest, %s", a.opt.currency), x.guests, y.guests),
	)
}

// over divides for a comparison; of nobody there is no mean.
func over(amount decimal.Decimal, n int64) decimal.Decimal {
	if n == 0 {
		return decimal.Decimal{}
	}
	return amount.DivRound(decimal.NewFromInt(n), 8)
}

// changed writes the change from one figure to another in per cent of the first.
func (a *analysis) changed(from, to decimal.Decimal) string {
	if !from.IsPositive() {
		return "–"
	}
	return a.signedOne(to.Sub(from).Mul(prose.Hundred).DivRound(from, 1)) + a.Percent("")
}

// points writes the change of the repeat share in percentage points.
func (a *analysis) points(x, y twelve) string {
	if x.guests == 0 || y.guests == 0 {
		return "–"
	}
	share := func(one twelve) decimal.Decimal {
		return over(decimal.NewFromInt(one.repeat), one.guests).Mul(prose.Hundred)
	}
	return a.Say("%s points", a.signedOne(share(y).Sub(share(x)).Round(1)))
}

// signedOne writes a change with its sign and one decimal place.
func (a *analysis) signedOne(d decimal.Decimal) string {
	text := prose.Group(d.Abs().StringFixed(1))
	switch d.Sign() {
	case 1:
		return "+" + text
	case -1:
		return "−" + text
	}
	return text
}

// changeSentence says how the year went.
func (a *analysis) changeSentence() string {
	x, y := a.in.years.before, a.in.years.now
	return a.Say("In the twelve months to %s, %s came %s and brought %s: guests %s, visits %s, revenue %s against the year before.",
		prose.Day(a.Printer, y.span.To), lang.Count(a.Printer, y.guests, "guest", "guests"), lang.Count(a.Printer, y.visits, "time", "times"), a.opt.currency+prose.NBSP+prose.WholeMoney(y.revenue, a.places),
		a.changed(decimal.NewFromInt(x.guests), decimal.NewFromInt(y.guests)), a.changed(decimal.NewFromInt(x.visits), decimal.NewFromInt(y.visits)),
		a.changed(x.revenue, y.revenue))
}
