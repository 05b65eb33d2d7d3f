package page

import (
	"github.com/hotelcrm/hotelcrm/examples/internal/lang"
	"github.com/hotelcrm/hotelcrm/examples/report/internal/alive"
	"github.com/hotelcrm/hotelcrm/examples/report/internal/prose"
	"github.com/hotelcrm/hotelcrm/segment/lifecycle"
	"github.com/shopspring/decimal"
)

// amountsView is the amounts of the report side by side, since none of them can stand for another.
type amountsView struct {
	Rows []amountView
	Note string
}

// amountView is an amount with the question that it answers. Each of its texts can be read by itself.
type amountView struct{ Question, Amount, Figure, Over, Cost, Leave, Who string }

// amountsView returns nil where there are no two amounts to tell apart.
func (w *writer) amountsView() *amountsView {
	v := &amountsView{}
	cost := w.Say("after cost")
	if w.Worth.Terms.NoCost {
		cost = w.Say("no cost is stated")
	}
	if y := w.Data.Years; y != nil && y.Now.Visits > 0 {
		v.Rows = append(v.Rows, amountView{
			w.Say("What came in last year?"), prose.WholeMoney(y.Now.Revenue, w.Places), w.Say("Revenue"),
			w.Say("%s to %s", prose.Day(w.Printer, y.Now.Span.From), prose.Day(w.Printer, y.Now.Span.To)), w.Say("before cost"), w.Say("what happened"),
			w.Say("the %s who came then", lang.Count(w.Printer, y.Now.Guests, "guest", "guests")),
		})
	}
	if d, ok := w.residual(); ok {
		v.Rows = append(v.Rows, amountView{
			w.Say("What will the guests we know still bring?"), prose.WholeMoney(d, w.Places), w.Say("Residual value"),
			w.Say("all years to come"), w.Say("before cost"), w.Say("guests leave, as the model expects it"), w.allGuests(w.Totals.Guests),
		})
	}
	if t := w.Worth.Totals; t.KnownCurrent > 0 {
		v.Rows = append(v.Rows, amountView{
			w.Say("What if every one of them went on as before, also those who have stopped?"), prose.WholeMoney(t.Current, w.Places), w.Say("Current value"),
			w.nextYears(), cost, w.Say("nobody leaves"), w.allGuests(t.KnownCurrent),
		})
	}
	if e := w.Equity; e != nil {
		v.Rows = append(v.Rows, amountView{
			w.Say("What are the guests of the last year worth together?"), prose.WholeMoney(e.WhatIf.Before.Total, w.Places), w.Say("Customer equity"),
			w.nextYears(), cost, w.Say("guests leave for good, as many as did last year"), w.Say("the %s of the last year", lang.Count(w.Printer, e.Guests(), "guest", "guests")),
		})
	}
	if len(v.Rows) < 2 {
		return nil
	}
	v.Note = w.Sentences(w.Say("What is yet to come is in today's money, at a discount of %s a year.", w.Percent(w.Worth.Terms.Rate.Mul(prose.Hundred).String())), w.stoppedSentence())
	return v
}

func (w *writer) nextYears() string {
	return w.Say("the next %s", lang.Count(w.Printer, w.Worth.Terms.Years, "year", "years"))
}

func (w *writer) allGuests(n int) string {
	return w.Say("all %s", lang.Count(w.Printer, n, "guest", "guests"))
}

// residual returns what the model expects all guests to bring from now on, false where it says nothing.
func (w *writer) residual() (decimal.Decimal, bool) {
	if w.Alive == nil || w.Alive.Outlook.Worth == nil {
		return decimal.Decimal{}, false
	}
	return alive.Estimate(w.Alive.Outlook.Worth.Total.Value, w.Places)
}

// stoppedSentence says how much of the current value is that of guests who have stopped coming; empty where it is not
// known.
func (w *writer) stoppedSentence() string {
	life, all := w.Classes.Life, w.Worth.Totals.Current
	if life == nil || !all.IsPositive() {
		return ""
	}
	for k, stage := range life.List {
		if stage.ID == lifecycle.Lapsed.String() && life.Sums[k].Current.IsPositive() {
			return w.Say("The current value is no forecast: %s of it (%s) is that of guests who have lapsed by their own rhythm.",
				prose.Percent(w.Printer, life.Sums[k].Current, all), w.amount(life.Sums[k].Current))
		}
	}
	return ""
}
