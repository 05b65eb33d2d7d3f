package web

import (
	"fmt"

	"github.com/hotelcrm/hotelcrm/examples/frontdesk/internal/desk"
	"github.com/hotelcrm/hotelcrm/examples/internal/lang"
)

// nights returns the length of a stay in words.
func nights(l lang.Printer, n int) string {
	if n == 0 {
		return l.Say("day use")
	}
	return lang.Count(l, n, "night", "nights")
}

// todayLine is one stay of today. Apart, behind the text, is never broken.
type todayLine struct{ Text, Apart string }

// today says what brings the guest to the desk.
func (v *cardView) today() {
	for _, s := range v.card.Today {
		v.Today = append(v.Today, todayLine{
			Text:  v.Say("Today: %s, %s", s.Property, nights(v.Printer, s.Nights())),
			Apart: v.Say("until %s", s.Departure) + " · " + v.Name(s.Status.String()),
		})
	}
	if s := v.card.Satisfaction; s != nil && s.Unhappy {
		v.Flag = v.Say("%s on %s: ask what was wrong.", unhappy(v.Printer, s), s.On)
	}
}

// unhappy is a warning at the desk.
func unhappy(l lang.Printer, s *desk.SatisfactionCard) string {
	return l.Say("Unhappy (%s of %s)", lang.Fixed(s.Value, 2), fmt.Sprintf("%g", s.High))
}

// stays lists the last visits.
func (v *cardView) stays() {
	if len(v.card.LastVisits) == 0 {
		return
	}
	t := tableView{ID: "stays", Title: v.Say("Last stays"), Head: plain(v.Say("Arrival"), v.Say("House"), v.Say("Nights"), v.Say("Spent"))}
	t.Head[2].Number, t.Head[3].Number = true, true
	for _, visit := range v.card.LastVisits {
		row := plain(visit.Arrival.String(), visit.Property, fmt.Sprint(visit.Nights), amount(visit.Revenue, v.card.Currency))
		row[2].Number, row[3].Number = true, true
		t.Rows = append(t.Rows, row)
	}
	v.Tables = append(v.Tables, t)
}

// houseLink leads to the arrivals of one property, or of all.
type houseLink struct {
	Name, URL string
	Arrivals  int
	Here      bool
}

// houses returns a link for each property that expects a guest, and one for all of them. Where there is nothing to choose
// it returns none.
func (p page) houses(list *desk.Arrivals) []houseLink {
	if len(list.Properties) < 2 && p.House == "" {
		return nil
	}
	all := houseLink{Name: p.Say("All houses"), URL: p.at("/", p.Printer, ""), Here: p.House == ""}
	out := []houseLink{all}
	for _, one := range list.Properties {
		out[0].Arrivals += one.Arrivals
		out = append(out, houseLink{one.Property, p.at("/", p.Printer, one.Property), one.Arrivals, one.Property == p.House})
	}
	return out
}
