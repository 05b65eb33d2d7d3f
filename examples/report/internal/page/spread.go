package page

import (
	"html/template"

	"github.com/hotelcrm/hotelcrm/examples/internal/lang"
	"github.com/hotelcrm/hotelcrm/examples/report/internal/chart"
	"github.com/hotelcrm/hotelcrm/examples/report/internal/prose"
	"github.com/hotelcrm/hotelcrm/examples/report/internal/scores"
)

// spreadView is the Pareto curve with its reading; Note says why there is none.
type spreadView struct {
	Note, Sentence, Gini string
	Curve                template.HTML
	Best, Enough         string // what the two marks on the curve mean
	Top, For             []spreadRow
}

type spreadRow struct{ Of, Guests, GuestShare, Amount, Share string }

func (w *writer) spreadView() (spreadView, error) {
	s := w.Spread
	switch {
	case s == nil:
		return spreadView{Note: w.Say("The revenue of all guests together is not above 0, so nobody has a share of it.")}, nil
	case w.Totals.Guests == 1:
		return spreadView{Note: w.Say("There is one guest, who brings all of the revenue. A curve needs at least two.")}, nil
	}
	v := spreadView{Sentence: w.eightyTwenty(), Gini: w.giniSentence()}
	v.Best = w.Say("%s of the revenue from the best %s of the guests", prose.Percent(w.Printer, s.Best20().Amount, w.Totals.Revenue), w.Percent("20"))
	v.Enough = w.Say("%s of the revenue from %s of the guests", w.Percent("80"), prose.PercentOf(w.Printer, s.For80().Guests, w.Totals.Guests))
	for _, one := range s.Top {
		v.Top = append(v.Top, w.spreadRow(one))
	}
	for _, one := range s.Enough {
		v.For = append(v.For, w.spreadRow(one))
	}
	var err error
	v.Curve, err = chart.Curve(w.Printer, s)
	return v, err
}

func (w *writer) spreadRow(one scores.Part) spreadRow {
	return spreadRow{
		Of: w.Percent(one.Of.Mul(prose.Hundred).String()), Guests: prose.Whole(one.Guests), GuestShare: prose.PercentOf(w.Printer, one.Guests, w.Totals.Guests),
		Amount: prose.WholeMoney(one.Amount, w.Places), Share: prose.Percent(w.Printer, one.Amount, w.Totals.Revenue),
	}
}

// eightyTwenty is the 80/20 reading. There must be revenue.
func (w *writer) eightyTwenty() string {
	best, enough := w.Spread.Best20(), w.Spread.For80()
	return w.Say("The best %s of guests bring %s of the revenue; %s of it comes from %s of the guests (%s of %s).",
		w.Percent("20"), prose.Percent(w.Printer, best.Amount, w.Totals.Revenue), w.Percent("80"),
		prose.PercentOf(w.Printer, enough.Guests, w.Totals.Guests), prose.Whole(enough.Guests), prose.Whole(w.Totals.Guests))
}

func (w *writer) giniSentence() string {
	s := w.Spread
	if s.HasGini {
		return w.Say("The Gini coefficient is %s: 0 if all guests bring the same, close to 1 if a few bring everything.", s.Gini.StringFixed(2))
	}
	return w.Say("A Gini coefficient is not defined here: %s a negative total, from refunds. They stand at the far right of the curve, where it may pass %s and come back.",
		lang.Count(w.Printer, s.Negative, "guest has", "guests have"), w.Percent("100"))
}
