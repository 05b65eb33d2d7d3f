package page

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

func (w *writer) yearsView() yearsView {
	y := w.Data.Years
	switch {
	case w.Data.Order.Counted():
		return yearsView{Note: w.Say("A table of guests does not say which of their visits were in the last year.")}
	case y == nil:
		return yearsView{Note: w.Say("Visits are not kept one by one here, so the years cannot be told apart; -asof DATE keeps them, and takes more memory.")}
	case y.Before.Visits == 0:
		return yearsView{Note: w.Say("The data begins on %s, so there is no year before the last to compare with.", prose.Day(w.Printer, y.First))}
	}
	v := yearsView{
		Sentence: w.changeSentence(),
		Caption:  w.Say("Arrivals from %s to %s, beside those from %s to %s", prose.Day(w.Printer, y.Now.Span.From), prose.Day(w.Printer, y.Now.Span.To), prose.Day(w.Printer, y.Before.Span.From), prose.Day(w.Printer, y.Before.Span.To)),
		How:      w.Say("Counted are the guests and visits with an arrival in the span. A repeat guest here came more than once within the same twelve months, so both years are measured alike."),
		Rows:     w.changeRows(),
	}
	if y.First > y.Before.Span.From.AddDays(firstWeeks) {
		v.How = w.Sentences(v.How, w.Say("The data begins on %s, so the year before is not whole.", prose.Day(w.Printer, y.First)))
	}
	return v
}

// firstWeeks is how many days after the beginning of a year its first guest may come without the year looking cut off.
const firstWeeks = 14

func (w *writer) changeRows() []yearRow {
	x, y := w.Data.Years.Before, w.Data.Years.Now
	count := func(name string, before, now int64) yearRow {
		return yearRow{name, prose.Whole(before), prose.Whole(now), w.changed(decimal.NewFromInt(before), decimal.NewFromInt(now))}
	}
	mean := func(name string, before, now int64) yearRow {
		m, n := over(x.Revenue, before), over(y.Revenue, now)
		return yearRow{name, prose.Mean(x.Revenue, int(before), w.Places), prose.Mean(y.Revenue, int(now), w.Places), w.changed(m, n)}
	}
	rows := []yearRow{count(w.Say("Guests"), x.Guests, y.Guests), count(w.Say("Visits"), x.Visits, y.Visits)}
	if x.Nights+y.Nights > 0 {
		rows = append(rows, count(w.Say("Nights"), x.Nights, y.Nights))
	}
	return append(
		rows,
		yearRow{w.Say("Revenue, %s", w.Currency), prose.WholeMoney(x.Revenue, w.Places), prose.WholeMoney(y.Revenue, w.Places), w.changed(x.Revenue, y.Revenue)},
		yearRow{w.Say("Repeat guests"), prose.PercentOf(w.Printer, x.Repeat, x.Guests), prose.PercentOf(w.Printer, y.Repeat, y.Guests), w.points(x, y)},
		mean(w.Say("Average spend a visit, %s", w.Currency), x.Visits, y.Visits),
		mean(w.Say("Average spend a guest, %s", w.Currency), x.Guests, y.Guests),
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
func (w *writer) changed(from, to decimal.Decimal) string {
	if !from.IsPositive() {
		return "–"
	}
	return w.signedOne(to.Sub(from).Mul(prose.Hundred).DivRound(from, 1)) + w.Percent("")
}

// points writes the change of the repeat share in percentage points.
func (w *writer) points(x, y intake.Twelve) string {
	if x.Guests == 0 || y.Guests == 0 {
		return "–"
	}
	share := func(one intake.Twelve) decimal.Decimal {
		return over(decimal.NewFromInt(one.Repeat), one.Guests).Mul(prose.Hundred)
	}
	return w.Say("%s points", w.signedOne(share(y).Sub(share(x)).Round(1)))
}

// signedOne writes a change with its sign and one decimal place.
func (w *writer) signedOne(d decimal.Decimal) string {
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
func (w *writer) changeSentence() string {
	x, y := w.Data.Years.Before, w.Data.Years.Now
	return w.Say("In the twelve months to %s, %s came %s and brought %s: guests %s, visits %s, revenue %s against the year before.",
		prose.Day(w.Printer, y.Span.To), lang.Count(w.Printer, y.Guests, "guest", "guests"), lang.Count(w.Printer, y.Visits, "time", "times"), w.Currency+prose.NBSP+prose.WholeMoney(y.Revenue, w.Places),
		w.changed(decimal.NewFromInt(x.Guests), decimal.NewFromInt(y.Guests)), w.changed(decimal.NewFromInt(x.Visits), decimal.NewFromInt(y.Visits)),
		w.changed(x.Revenue, y.Revenue))
}
