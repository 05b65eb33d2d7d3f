package web

import (
	"fmt"

	"github.com/hotelcrm/hotelcrm/examples/internal/lang"
	"github.com/hotelcrm/hotelcrm/examples/internal/odds"
	"github.com/shopspring/decimal"
)

// figure is one of those at the top. Apart, behind the note, is never broken.
type figure struct{ Label, Value, Note, Apart string }

func percent(p lang.Printer, x float64) string { return p.Percent(fmt.Sprintf("%.0f", 100*x)) }

// amount writes money in whole units, which is all that a desk reads; the API has every digit.
func amount(d decimal.Decimal, currency string) string {
	return currency + "\u00a0" + lang.Group(d.RoundBank(0).String())
}

func (v *cardView) key(label, value, note, apart string) {
	if value == "" {
		value = v.Say("not known")
	}
	v.Keys = append(v.Keys, figure{v.Say(label), value, note, apart})
}

func (v *cardView) keys() {
	c := v.card
	if s := c.Status; s != nil {
		until := ""
		if last := s.Status.Last(); last != 0 {
			until = v.Say("until %s", last)
		}
		v.key("Tier", v.Pick(s.Name, s.NameZH), "", until)
		v.points()
	} else {
		v.key("Tier", v.Say("not a member"), "", "")
	}
	if c.Class != nil {
		v.key("Class", v.Pick(c.Class.Label, c.Class.LabelZH), v.Pick(c.Class.Action, c.Class.ActionZH), "")
	}
	if s := c.Score; s != nil {
		v.key("Score", fmt.Sprintf("%d-%d-%d", s.R, s.F, s.M), v.Say("recent, often, spend"), "")
	}
	v.worth()
	if s := c.Satisfaction; s != nil {
		v.key("Satisfaction", lang.Fixed(s.Value, 2), "", fmt.Sprintf("%g–%g, %s", s.Low, s.High, s.On))
	}
	if h := c.History; h != nil {
		v.key("Visits", fmt.Sprint(h.Visits), v.Say("%s: %s", v.Say("Nights"), fmt.Sprint(h.Nights)), "")
		v.key("Last day here", h.Last.String(), v.Say("First arrival"), h.First.String())
		v.key("Revenue", amount(h.Revenue, c.Currency), "", "")
	}
}

func (v *cardView) points() {
	p, held := v.card.Points, ""
	if p.Held > 0 {
		held = v.Say("%s held", lang.Whole(p.Held))
	}
	v.key("Points to spend", lang.Whole(p.Available), "", held)
	if p.Owed > 0 {
		v.key("Points owed", lang.Whole(p.Owed), v.Say("taken off the next points"), "")
	}
}

func (v *cardView) worth() {
	w := v.card.Worth
	if w == nil {
		return
	}
	if r := w.Residual; r != nil {
		v.key("Worth of stays to come", amount(r.Value, v.card.Currency), odds.RestsOn(v.Printer, r.Repeats), "")
	}
	if len(v.card.Today) == 0 { // of one who is at the desk nobody asks
		v.key("Still a guest", percent(v.Printer, w.Alive.Value), "", "")
	}
	v.key("Stays in the next year", fmt.Sprintf("%.1f", w.NextYear.Value), odds.Text(v.Printer, w.Counts.NextCounts), "")
}
