package web

import (
	"strconv"

	"github.com/hotelcrm/hotelcrm/examples/frontdesk/internal/desk"
	"github.com/hotelcrm/hotelcrm/examples/internal/lang"
)

// arrivalRow is one line of today's arrivals: texts that are ready to print.
type arrivalRow struct {
	Guest, Name, House, Nights, State, Tier, Class, Action, Alive, Worth string
}

func newArrivalRow(l lang.Printer, a *desk.Arrival) arrivalRow {
	row := arrivalRow{
		Guest: a.Stay.Guest, Name: a.Stay.Guest, House: a.Stay.Property, Nights: strconv.Itoa(a.Stay.Nights()),
		State: l.Name(a.Stay.Status.String()),
	}
	c := a.Card
	if c == nil {
		row.Name = l.Say("not known")
		return row
	}
	if c.Name != "" {
		row.Name = c.Name
	}
	row.Tier = l.Say("no member")
	if c.Status != nil {
		row.Tier = l.Pick(c.Status.Name, c.Status.NameZH)
	}
	if c.Class != nil {
		row.Class, row.Action = l.Pick(c.Class.Label, c.Class.LabelZH), ""
		if !l.Chinese() {
			row.Action = c.Class.Action
		}
	}
	if c.Worth != nil {
		row.Alive = percent(l, c.Worth.Alive.Value)
		if c.Worth.Residual != nil {
			row.Worth = amount(c.Worth.Residual.Value, c.Currency)
		}
	}
	return row
}
