package web

import (
	"strconv"

	"github.com/hotelcrm/hotelcrm/examples/frontdesk/internal/desk"
	"github.com/hotelcrm/hotelcrm/examples/internal/lang"
)

// arrivalRow is one line of today's arrivals: texts that are ready to print.
type arrivalRow struct {
	Guest, Name, House, Nights, State, Flag, Tier, Class, Action, Worth string
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
	row.Tier = l.Say("not a member")
	if c.Status != nil {
		row.Tier = l.Pick(c.Status.Name, c.Status.NameZH)
	}
	if c.Class != nil {
		row.Class, row.Action = l.Pick(c.Class.Label, c.Class.LabelZH), l.Pick(c.Class.Action, c.Class.ActionZH)
	}
	if c.Worth != nil && c.Worth.Residual != nil {
		row.Worth = amount(c.Worth.Residual.Value, c.Currency)
	}
	if s := c.Satisfaction; s != nil && s.Unhappy {
		row.Flag = unhappy(l, s)
	}
	return row
}
