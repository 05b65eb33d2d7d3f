package main

import (
	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/examples/report/internal/prose"
)

// terms are the definitions behind the figures.
func (a *analysis) terms() []fact {
	visit := a.Say("Rooms of one guest, in one house, with one arrival date are one visit.")
	switch {
	case a.in.Order.Counted():
		visit = a.Say("As counted by the system the table comes from.")
	case a.in.Order.Visit == hotelcrm.ByStay:
		visit = a.Say("Every stay that counts is a visit.")
	}
	fees := a.Say("Fees for cancellations and no-shows are not part of it")
	switch {
	case a.in.Order.Counted():
		fees = a.Say("Fees are part of it if the source has added them")
	case a.in.Order.Fees:
		fees = a.Say("Fees for cancellations and no-shows are part of it, for guests who have visits")
	}
	ranked := a.Say("Guests are ranked against each other, so somebody always has the highest.")
	if a.opt.plan.frozen != nil {
		ranked = a.Say("The ranges are kept from other guests or another day, so it may be that nobody has the highest.")
	}
	terms := []fact{
		{a.Say("Analysis date"), a.Say("The day as of which everything is counted, %s. Arrivals after it do not count.", prose.Day(a.Printer, a.summaries.AsOf()))},
		{a.Say("Visit"), visit},
		{a.Say("Nights"), a.Say("Calendar nights of a visit, whatever the number of rooms. Day use has none.")},
		{a.Say("Revenue"), a.Say("All departments net of tax, in %s, summed exactly. %s; refunds are, so a guest may stand below zero.", a.currency, fees)},
		{a.Say("Recency"), a.Say("Whole days from a guest's last day in the house to the analysis date.")},
		{a.Say("Frequency"), a.Say("A guest's number of visits.")},
		{a.Say("Monetary"), a.Say("A guest's revenue.")},
		{a.Say("Score"), a.Sentences(a.Say("The place of a guest on one axis, 1 is worst, the highest is best."), ranked)},
		{a.Say("Repeat guest"), a.Say("A guest with at least two visits.")},
		{a.Say("Historic value"), a.Say("Revenue less the mean input cost of a guest: the total cost over all guests, once per guest, however often the guest came.")},
		{a.Say("Current value"), a.Say("Profit per stay times stays a year, over the horizon, discounted: what the guest is worth if nothing changes.")},
		{a.Say("Potential"), a.Say("A score of what is known of a guest beyond the stays. Points are no money; they become money only by a declared part of the current value.")},
		{a.Say("Retention"), a.Say("The part of the guests with a visit in one year who came again in the 365 days after it.")},
		{a.Say("Cohort"), a.cohortTerm()},
		{a.Say("Customer equity"), a.Say("What the guests of the last year are worth together at the retention of their group.")},
		{a.Say("Class"), a.Say("What a plan of conditions makes of a guest: the first condition that holds decides. A gap is where none does.")},
		{a.Say("Life cycle"), a.Say("How far a guest's relation with the house has come, by the guest's own rhythm: new, growing, loyal, at risk, lapsed, won back.")},
		{a.Say("ABC"), a.Say("Guests by what they contribute: A bring most of the revenue, B the next part, C the rest.")},
		{a.Say("Stability index"), a.Say("How much the shares of the classes have changed: the sum of the differences times the logarithm of the ratios. Below 0.10 is stable, above 0.25 shifted.")},
		{a.Say("Best %s", a.Percent("20")), a.Say("The fifth of the guests with the highest revenue, rounded up to a whole guest.")},
	}
	return append(terms, a.loyaltyTerms()...)
}

func (a *analysis) cohortTerm() string {
	period := "period"
	if a.returns != nil {
		period = a.returns.by.String()
	}
	return a.Say("The guests whose first visit in this data fell in one " + period + ".")
}

// reading tells how to use the page.
func (a *analysis) reading() []string {
	out := []string{
		a.Say("Begin with the table of rows left out. If a line there is larger than you expect, correct the source first: every other figure depends on it."),
		a.Say("In the grid, look along the upper row. Guests at its right end used to come often and have stopped: they are the most worthwhile to call."),
		a.Say("Compare shares of guests with shares of revenue. A segment with few guests and much revenue deserves time; one with many guests and little revenue deserves a mailing."),
		a.Say("Values are a reckoning on assumptions that stand beside them. Change one of them, such as the discount (-rate) or the horizon (-years), and see what moves before you rely on an amount."),
		a.Say("Scores describe the past. They do not say what a guest will spend, and a low score is no verdict on a person."),
	}
	if a.segments != nil {
		out = append(out, a.Say("Load guests.csv elsewhere to write to a segment. It has one row a guest, with scores, segment and values; summary.json has every figure of this page."))
	} else {
		out = append(out, a.Say("guests.csv has one row a guest, with all scores and values; summary.json has every figure of this page."))
	}
	return out
}
