package main

import "github.com/hotelcrm/hotelcrm"

// terms are the definitions behind the figures.
func (a *analysis) terms() []fact {
	visit := "Rooms of one guest, in one house, with one arrival date are one visit."
	switch {
	case a.opt.guests != "":
		visit = "As counted by the system the table comes from."
	case a.opt.visit == hotelcrm.ByStay:
		visit = "Every stay that counts is a visit."
	}
	fees := "Fees for cancellations and no-shows are not part of it"
	switch {
	case a.opt.guests != "":
		fees = "Fees are part of it if the source has added them"
	case a.opt.fees:
		fees = "Fees for cancellations and no-shows are part of it, for guests who have visits"
	}
	ranked := "Guests are ranked against each other, so somebody always has the highest."
	if a.opt.plan.frozen != nil {
		ranked = "The ranges are kept from other guests or another day, so it may be that nobody has the highest."
	}
	terms := []fact{
		{"Analysis date", "The day as of which everything is counted, " + longDate(a.summaries.AsOf()) + ". Arrivals after it do not count."},
		{"Visit", visit},
		{"Nights", "Calendar nights of a visit, whatever the number of rooms. Day use has none."},
		{"Revenue", "All departments net of tax, in " + a.opt.currency + ", summed exactly. " + fees + "; refunds are, so a guest may stand below zero."},
		{"Recency", "Whole days from a guest's last day in the house to the analysis date."},
		{"Frequency", "A guest's number of visits."},
		{"Monetary", "A guest's revenue."},
		{"Score", "The place of a guest on one axis, 1 is worst, the highest is best. " + ranked},
		{"Repeat guest", "A guest with at least two visits."},
		{"Historic value", "Revenue less the mean input cost of a guest: the total cost over all guests, once per guest, however often the guest came."},
		{"Current value", "Profit per stay times stays a year, over the horizon, discounted: what the guest is worth if nothing changes."},
		{"Potential", "A score of what is known of a guest beyond the stays. Points are no money; they become money only by a declared part of the current value."},
		{"Retention", "The part of the guests with a visit in one year who came again in the 365 days after it."},
		{"Cohort", "The guests whose first visit in this data fell in one " + a.cohortWord() + "."},
		{"Customer equity", "What the guests of the last year are worth together at the retention of their group."},
		{"Class", "What a plan of conditions makes of a guest: the first condition that holds decides. A gap is where none does."},
		{"Life cycle", "How far a guest's relation with the house has come, by the guest's own rhythm: new, growing, loyal, at risk, lapsed, won back."},
		{"ABC", "Guests by what they contribute: A bring most of the revenue, B the next part, C the rest."},
		{"Stability index", "How much the shares of the classes have changed: the sum of the differences times the logarithm of the ratios. Below 0.10 is stable, above 0.25 shifted."},
		{"Best 20" + nbsp + "%", "The fifth of the guests with the highest revenue, rounded up to a whole guest."},
	}
	return append(terms, a.loyaltyTerms()...)
}

func (a *analysis) cohortWord() string {
	if a.returns == nil {
		return "period"
	}
	return a.returns.by.String()
}

// reading tells how to use the page.
func (a *analysis) reading() []string {
	out := []string{
		"Begin with the table of rows left out. If a line there is larger than you expect, correct the source first: every other figure depends on it.",
		"In the grid, look along the upper row. Guests at its right end used to come often and have stopped: they are the most worthwhile to call.",
		"Compare shares of guests with shares of revenue. A segment with few guests and much revenue deserves time; one with many guests and little revenue deserves a mailing.",
		"Values are a reckoning on assumptions that stand beside them. Change one of them, such as the discount (-rate) or the horizon (-years), and see what moves before you rely on an amount.",
		"Scores describe the past. They do not say what a guest will spend, and a low score is no verdict on a person.",
	}
	if a.segments != nil {
		out = append(out, "Load guests.csv elsewhere to write to a segment. It has one row a guest, with scores, segment and values; summary.json has every figure of this page.")
	} else {
		out = append(out, "guests.csv has one row a guest, with all scores and values; summary.json has every figure of this page.")
	}
	return out
}
