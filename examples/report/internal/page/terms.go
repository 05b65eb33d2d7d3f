package page

import (
	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/examples/report/internal/prose"
	"github.com/hotelcrm/hotelcrm/examples/report/internal/words"
)

// terms are the definitions behind the figures.
func (w *writer) terms() []words.Fact {
	visit := w.Say("Rooms of one guest, in one house, with one arrival date are one visit.")
	switch {
	case w.Data.Order.Counted():
		visit = w.Say("As counted by the system the table comes from.")
	case w.Data.Order.Visit == hotelcrm.ByStay:
		visit = w.Say("Every stay that counts is a visit.")
	}
	fees := w.Say("Fees for cancellations and no-shows are not part of it")
	switch {
	case w.Data.Order.Counted():
		fees = w.Say("Fees are part of it if the source has added them")
	case w.Data.Order.Fees:
		fees = w.Say("Fees for cancellations and no-shows are part of it, for guests who have visits")
	}
	ranked := w.Say("Guests are ranked against each other, so somebody always has the highest.")
	if w.Scores.Plan.Frozen != nil {
		ranked = w.Say("The ranges are kept from other guests or another day, so it may be that nobody has the highest.")
	}
	terms := []words.Fact{
		{Name: w.Say("Analysis date"), Value: w.Say("The day as of which everything is counted, %s. Arrivals after it do not count.", prose.Day(w.Printer, w.Summaries.AsOf()))},
		{Name: w.Say("Visit"), Value: visit},
		{Name: w.Say("Nights"), Value: w.Say("Calendar nights of a visit, whatever the number of rooms. Day use has none.")},
		{Name: w.Say("Revenue"), Value: w.Say("All departments net of tax, in %s, summed exactly. %s; refunds are, so a guest may stand below zero.", w.Currency, fees)},
		{Name: w.Say("Recency"), Value: w.Say("Whole days from a guest's last day in the house to the analysis date.")},
		{Name: w.Say("Frequency"), Value: w.Say("A guest's number of visits.")},
		{Name: w.Say("Monetary"), Value: w.Say("A guest's revenue.")},
		{Name: w.Say("Score"), Value: w.Sentences(w.Say("The place of a guest on one axis, 1 is worst, the highest is best."), ranked)},
		{Name: w.Say("Repeat guest"), Value: w.Say("A guest with at least two visits.")},
		{Name: w.Say("Historic value"), Value: w.Say("Revenue less the mean input cost of a guest: the total cost over all guests, once per guest, however often the guest came.")},
		{Name: w.Say("Current value"), Value: w.Say("Profit per stay times stays a year, over the horizon, discounted: what the guest is worth by going on as before. Nobody leaves in it.")},
		{Name: w.Say("Potential"), Value: w.Say("A score of what is known of a guest beyond the stays. Points are no money; they become money only by a declared part of the current value.")},
		{Name: w.Say("Retention"), Value: w.Say("The part of the guests with a visit in one year who came again in the twelve months after it.")},
		{Name: w.Say("Cohort"), Value: w.cohortTerm()},
		{Name: w.Say("Customer equity"), Value: w.Say("What the guests of the last year are worth together at the retention of their group.")},
		{Name: w.Say("Class"), Value: w.Say("What a plan of conditions makes of a guest: the first condition that holds decides. A gap is where none does.")},
		{Name: w.Say("Life cycle"), Value: w.Say("How far a guest's relation with the house has come, by the guest's own rhythm: new, growing, loyal, at risk, lapsed, won back.")},
		{Name: w.Say("ABC"), Value: w.Say("Guests by what they contribute: A bring most of the revenue, B the next part, C the rest.")},
		{Name: w.Say("Stability index"), Value: w.Say("How much the shares of the classes have changed: the sum of the differences times the logarithm of the ratios. Below 0.10 is stable, above 0.25 shifted.")},
		{Name: w.Say("Best %s", w.Percent("20")), Value: w.Say("The fifth of the guests with the highest revenue, rounded up to a whole guest.")},
	}
	return append(terms, w.loyaltyTerms()...)
}

func (w *writer) cohortTerm() string {
	period := "period"
	if w.Returns != nil {
		period = w.Returns.By.String()
	}
	return w.Say("The guests whose first visit in this data fell in one " + period + ".")
}

// reading tells how to use the page.
func (w *writer) reading() []string {
	out := []string{
		w.Say("Begin with the last chapter, the rows left out. If a line there is larger than you expect, correct the source first: every other figure depends on it."),
		w.Say("In the grid, look along the upper row. Guests at its right end used to come often and have stopped: they are the most worthwhile to call."),
		w.Say("Compare shares of guests with shares of revenue. A segment with few guests and much revenue deserves time; one with many guests and little revenue deserves a mailing."),
		w.Say("Values are a reckoning on assumptions that stand beside them. Change one of them, such as the discount (-rate) or the horizon (-years), and see what moves before you rely on an amount."),
		w.Say("Scores describe the past. They do not say what a guest will spend, and a low score is no verdict on a person."),
	}
	if w.Scores.Segments != nil {
		out = append(out, w.Say("Load guests.csv elsewhere to write to a segment. It has one row a guest, with scores, segment and values; summary.json has every figure of this page."))
	} else {
		out = append(out, w.Say("guests.csv has one row a guest, with all scores and values; summary.json has every figure of this page."))
	}
	return out
}
