package main

import (
	"github.com/hotelcrm/hotelcrm/examples/internal/lang"
	"github.com/hotelcrm/hotelcrm/examples/report/internal/intake"
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
	y := a.in.Years
	switch {
	case a.in.Order.Counted():
		return yearsView{Note: a.Say("A table of guests does not say which of their visits were in the last year.")}
	case y == nil:
		return yearsView{Note: a.Say("Visits are not kept one by one here, so the years cannot be told apart; -asof DATE keeps them, and takes more memory.")}
	case y.Before.Visits == 0:
		return yearsView{Note: a.Say("The data begins on %s, so there is no year before the last to compare with.", prose.Day(a.Printer, y.First))}
	}
	v := yearsView{
		Sentence: a.changeSentence(),
		Caption:  a.Say("Arrivals from %s to %s, beside those from %s to %s", prose.Day(a.Printer, y.Now.Span.From), prose.Day(a.Printer, y.Now.Span.To), prose.Day(a.Printer, y.Before.Span.From), prose.Day(a.Printer, y.Before.Span.To)),
		How:      a.Say("Counted are the guests and visits with an arrival in the span. A repeat guest here came more than once within the same twelve months, so both years are measured alike."),
		Rows:     a.changeRows(),
	}
	if y.First > y.Before.Span.From.AddDays(firstWeeks) {
		v.How = a.Sentences(v.How, a.Say("The data begins on %s, so the year before is not whole.", prose.Day(a.Printer, y.First)))
	}
	return v
}

// firstWeeks is how many days after the beginning of a year its first guest may come without the year looking cut off.
const firstWeeks = 14

func (a *analysis) changeRows() []yearRow {
	x, y := a.in.Years.Before, a.in.Years.Now
	count := func(name string, before, now int64) yearRow {
		return yearRow{name, prose.Whole(before), prose.Whole(now), a.changed(decimal.NewFromInt(before), decimal.NewFromInt(now))}
	}
	mean := func(name string, before, now int64) yearRow {
		m, n := over(x.Revenue, before), over(y.Revenue, now)
		return yearRow{name, prose.Mean(x.Revenue, int(before), a.places), prose.Mean(y.Revenue, int(now), a.places), a.changed(m, n)}
	}
	rows := []yearRow{count(a.Say("Guests"), x.Guests, y.Guests), count(a.Say("Visits"), x.Visits, y.Visits)}
	if x.Nights+y.Nights > 0 {
		rows = append(rows, count(a.Say("Nights"), x.Nights, y.Nights))
	}
	return append(
		rows,
		yearRow{a.Say("Revenue, %s", a.currency), prose.WholeMoney(x.Revenue, a.places), prose.WholeMoney(y.Revenue, a.places), a.changed(x.Revenue, y.Revenue)},
		yearRow{a.Say("Repeat guests"), prose.PercentOf(a.Printer, x.Repeat, x.Guests), prose.PercentOf(a.Printer, y.Repeat, y.Guests), a.points(x, y)},
		mean(a.Say("Average spend a visit, %s", a.currency), x.Visits, y.Visits),
		mean(a.Say("Average spend a guest, %s", a.currency), x.Guests, y.Guests),
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
func (a *analysis) points(x, y intake.Twelve) string {
	if x.Guests == 0 || y.Guests == 0 {
		return "–"
	}
	share := func(one intake.Twelve) decimal.Decimal {
		return over(decimal.NewFromInt(one.Repeat), one.Guests).Mul(prose.Hundred)
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
	x, y := a.in.Years.Before, a.in.Years.Now
	return a.Say("In the twelve months to %s, %s came %s and brought %s: guests %s, visits %s, revenue %s against the year before.",
		prose.Day(a.Printer, y.Span.To), lang.Count(a.Printer, y.Guests, "guest", "guests"), lang.Count(a.Printer, y.Visits, "time", "times"), a.currency+prose.NBSP+prose.WholeMoney(y.Revenue, a.places),
		a.changed(decimal.NewFromInt(x.Guests), decimal.NewFromInt(y.Guests)), a.changed(decimal.NewFromInt(x.Visits), decimal.NewFromInt(y.Visits)),
		a.changed(x.Revenue, y.Revenue))
}
