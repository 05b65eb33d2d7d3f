package main

import (
	"html/template"

	"github.com/hotelcrm/hotelcrm/examples/internal/lang"
	"github.com/hotelcrm/hotelcrm/examples/report/internal/prose"
)

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
		return spreadView{Note: a.Say("The revenue of all guests together is not above 0, so nobody has a share of it.")}, nil
	case a.totals.guests == 1:
		return spreadView{Note: a.Say("There is one guest, who brings all of the revenue. A curve needs at least two.")}, nil
	}
	v := spreadView{Sentence: a.eightyTwenty(), Gini: a.giniSentence()}
	v.Best = a.Say("%s of the revenue from the best %s of the guests", prose.Percent(a.Printer, s.best20().Amount, a.totals.revenue), a.Percent("20"))
	v.Enough = a.Say("%s of the revenue from %s of the guests", a.Percent("80"), prose.PercentOf(a.Printer, s.for80().Guests, a.totals.guests))
	for _, one := range s.top {
		v.Top = append(v.Top, a.spreadRow(one))
	}
	for _, one := range s.enough {
		v.For = append(v.For, a.spreadRow(one))
	}
	var err error
	v.Curve, err = a.drawCurve()
	return v, err
}

func (a *analysis) spreadRow(one part) spreadRow {
	return spreadRow{
		Of: a.Percent(one.of.Mul(prose.Hundred).String()), Guests: prose.Whole(one.Guests), GuestShare: prose.PercentOf(a.Printer, one.Guests, a.totals.guests),
		Amount: prose.GroupedMoney(one.Amount, a.places), Share: prose.Percent(a.Printer, one.Amount, a.totals.revenue),
	}
}

// eightyTwenty is the 80/20 reading. There must be revenue.
func (a *analysis) eightyTwenty() string {
	best, enough := a.spread.best20(), a.spread.for80()
	return a.Say("The best %s of guests bring %s of the revenue; %s of it comes from %s of the guests (%s of %s).",
		a.Percent("20"), prose.Percent(a.Printer, best.Amount, a.totals.revenue), a.Percent("80"),
		prose.PercentOf(a.Printer, enough.Guests, a.totals.guests), prose.Whole(enough.Guests), prose.Whole(a.totals.guests))
}

func (a *analysis) giniSentence() string {
	s := a.spread
	if s.hasGini {
		return a.Say("The Gini coefficient is %s: 0 if all guests bring the same, close to 1 if a few bring everything.", s.gini.StringFixed(2))
	}
	return a.Say("A Gini coefficient is not defined here: %s a negative total, from refunds. They stand at the far right of the curve, where it may pass %s and come back.",
		lang.Count(a.Printer, s.negative, "guest has", "guests have"), a.Percent("100"))
}
