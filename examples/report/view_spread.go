package main

import "html/template"

// spreadView is the Pareto curve with its reading; Note says why there is none.
type spreadView struct {
	Note, Sentence, Gini string
	Curve                template.HTML
	Best, Enough         string // what the two marks on the curve mean
	Top, For             []spreadRow
}

type spreadRow struct{ Of, Guests, GuestShare, Amount, Share string }

func (a *analysis) spreadView() (spreadView, error) {
	s := a.spread
	switch {
	case s == nil:
		return spreadView{Note: "The revenue of all guests together is not above 0, so nobody has a share of it."}, nil
	case a.totals.guests == 1:
		return spreadView{Note: "There is one guest, who brings all of the revenue. A curve needs at least two."}, nil
	}
	v := spreadView{Sentence: a.eightyTwenty(), Gini: a.giniSentence()}
	v.Best = percent(a.Printer, s.best20().Amount, a.totals.revenue) + " of the revenue from the best 20" + nbsp + "% of the guests"
	v.Enough = "80" + nbsp + "% of the revenue from " + percentOf(a.Printer, s.for80().Guests, a.totals.guests) + " of the guests"
	for _, one := range s.top {
		v.Top = append(v.Top, a.spreadRow(one))
	}
	for _, one := range s.enough {
		v.For = append(v.For, a.spreadRow(one))
	}
	var err error
	v.Curve, err = drawCurve(s)
	return v, err
}

func (a *analysis) spreadRow(one part) spreadRow {
	return spreadRow{
		Of: one.of.Mul(hundred).String() + nbsp + "%", Guests: grouped(one.Guests), GuestShare: percentOf(a.Printer, one.Guests, a.totals.guests),
		Amount: groupedMoney(one.Amount, a.places), Share: percent(a.Printer, one.Amount, a.totals.revenue),
	}
}

// eightyTwenty is the 80/20 reading. There must be revenue.
func (a *analysis) eightyTwenty() string {
	best, enough := a.spread.best20(), a.spread.for80()
	return "The best 20" + nbsp + "% of guests bring " + percent(a.Printer, best.Amount, a.totals.revenue) + " of the revenue; 80" + nbsp +
		"% of it comes from " + percentOf(a.Printer, enough.Guests, a.totals.guests) + " of the guests (" + grouped(enough.Guests) + " of " +
		grouped(a.totals.guests) + ")."
}

func (a *analysis) giniSentence() string {
	s := a.spread
	if s.hasGini {
		return "The Gini coefficient is " + s.gini.StringFixed(2) + ": 0 if all guests bring the same, close to 1 if a few bring everything."
	}
	verb := " have"
	if s.negative == 1 {
		verb = " has"
	}
	return "A Gini coefficient is not defined here: " + counted(s.negative, "guest", "guests") + verb +
		" a negative total, from refunds. They stand at the far right of the curve, where it may pass 100" + nbsp + "% and come back."
}
