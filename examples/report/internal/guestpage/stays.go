package guestpage

import (
	"html/template"
	"slices"

	"github.com/hotelcrm/hotelcrm/examples/internal/lang"
	"github.com/hotelcrm/hotelcrm/examples/report/internal/guest"
	"github.com/hotelcrm/hotelcrm/examples/report/internal/prose"
)

// staysView is the visits as a picture and as a list.
type staysView struct {
	Picture   template.HTML
	Text      string // what the picture shows
	Rows      []stayView
	Older     []stayView
	OlderText string
	More      string // visits that stand in guest.json alone
	Houses    bool
	Currency  string
}

type stayView struct{ Arrival, Departure, Nights, House, Revenue string }

const (
	shownStays = 6
	mostStays  = 200 // with those that are folded away
)

func (g *Page) stays() staysView {
	list := slices.Clone(g.Sheet.Visits)
	if len(list) == 0 {
		return staysView{}
	}
	v := staysView{Currency: g.Sheet.Currency, Picture: g.drawStays(), Text: g.Say("Spend of each visit over the years")}
	if len(list) > mostBars {
		v.Text = g.Say("Spend of each month over the years")
	}
	slices.Reverse(list)
	for k, one := range list {
		row := stayView{
			Arrival: one.Arrival.String(), Departure: one.Departure.String(), Nights: prose.Whole(one.Nights), House: one.Property, Revenue: prose.Group(one.Revenue),
		}
		v.Houses = v.Houses || one.Property != ""
		switch {
		case k < shownStays:
			v.Rows = append(v.Rows, row)
		case k < mostStays:
			v.Older = append(v.Older, row)
		}
	}
	if n := len(v.Older); n > 0 {
		v.OlderText = g.Say("%s before", lang.Count(g.Printer, n, "visit", "visits"))
	}
	if n := len(list) - mostStays; n > 0 {
		v.More = g.Say("%s before these are in %s.", lang.Count(g.Printer, n, "visit", "visits"), guest.Name)
	}
	return v
}
