package page

import (
	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/examples/internal/lang"
	"github.com/hotelcrm/hotelcrm/examples/report/internal/intake"
	"github.com/hotelcrm/hotelcrm/examples/report/internal/prose"
	"github.com/hotelcrm/hotelcrm/examples/report/internal/scores"
	"github.com/hotelcrm/hotelcrm/examples/report/internal/words"
	"github.com/hotelcrm/hotelcrm/rfm"
)

// facts are the parameters of the run.
func (w *writer) facts() []words.Fact {
	hash := w.Say("SHA-256 of the file")
	if w.Data.Order.Simulated() {
		hash = w.Say("SHA-256 of the stays")
	}
	return []words.Fact{
		{Name: w.Say("Input"), Value: words.Source(w.Printer, w.Data)},
		{Name: w.Say("Rows read"), Value: prose.Whole(w.Data.Rows)},
		{Name: w.Say("Rows counted"), Value: prose.Whole(w.Data.Stays())},
		{Name: w.Say("Analysis date"), Value: prose.Day(w.Printer, w.Summaries.AsOf())},
		{Name: w.Say("Visit"), Value: w.visitRule()},
		{Name: w.Say("Currency"), Value: w.currencyFact()},
		{Name: w.Say("Fees"), Value: w.feesFact()},
		{Name: w.Say("Scores"), Value: w.scoresFact()},
		{Name: w.Say("Segments"), Value: w.segmentsFact()},
		{Name: w.Say("Cost"), Value: w.costFact()},
		{Name: w.Say("Values"), Value: w.conventionFact()},
		{Name: w.Say("Profiles"), Value: w.profilesFact()},
		{Name: w.Say("Programme"), Value: w.programmeFact()},
		{Name: w.Say("Made with"), Value: "hotelcrm, github.com/hotelcrm/hotelcrm"},
		{Name: hash, Value: w.Data.Hash},
	}
}

func (w *writer) visitRule() string {
	switch {
	case w.Data.Order.Counted():
		return w.Say("as counted by the source")
	case w.Data.Order.Visit == hotelcrm.ByStay:
		return w.Say("every stay is a visit")
	}
	return w.Say("rooms of one guest, house and arrival are one visit")
}

func (w *writer) currencyFact() string {
	switch w.Data.Order.CurrencyFrom {
	case intake.NotStated:
		return w.Say("%s, assumed", w.Currency)
	case intake.FromFile:
		return w.Say("%s, by the first row that names one", w.Currency)
	}
	return w.Currency
}

func (w *writer) feesFact() string {
	switch {
	case w.Data.Order.Counted():
		return w.Say("as counted by the source")
	case w.Data.Order.Fees:
		return w.Say("count as revenue")
	}
	return w.Say("do not count")
}

func (w *writer) scoresFact() string {
	p := w.Scores.Plan
	if p.Frozen != nil {
		return w.Say("%s bins, by the thresholds of %s", scores.InWords(p.Bins), p.Frozen.AsOf)
	}
	return w.Say("%s, %s bins", w.methodName(p.Method), scores.InWords(p.Bins))
}

// methodName is the flag in English, which its reader can look up, and the method itself in Chinese.
func (w *writer) methodName(m rfm.Method) string {
	if w.Chinese() {
		return w.Name(m.String())
	}
	return m.String()
}

func (w *writer) segmentsFact() string {
	set := w.Scores.Plan.Set
	switch {
	case set == nil:
		return w.Say("none")
	case w.Chinese():
		return w.Say("%s, from %s", set.LabelZH, w.Say(set.Source))
	}
	return w.Say("%s, from %s", set.ID, set.Source)
}

func (w *writer) costFact() string {
	if w.Worth.Terms.NoCost {
		return w.Say("not stated")
	}
	return w.amount(w.Worth.Terms.Cost)
}

// conventionFact is how values are discounted and rounded.
func (w *writer) conventionFact() string {
	return w.Say("Discount %s a year, %s, paid at the end of each; rounded half to even to %s",
		w.stated(w.Worth.Terms.Rate), lang.Count(w.Printer, w.Worth.Terms.Years, "year", "years"), lang.Count(w.Printer, w.Places, "place", "places"))
}

func (w *writer) profilesFact() string {
	switch {
	case w.Data.Profiles == nil:
		return w.Say("none")
	case w.Data.Order.Simulated():
		return w.Say("guest file of the simulated hotel")
	}
	return w.Data.Profiles.Source
}
