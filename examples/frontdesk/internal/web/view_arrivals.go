package web

import (
	"strconv"

	"github.com/hotelcrm/hotelcrm/examples/frontdesk/internal/desk"
)

// arrivalRow is one line of today's arrivals: texts that are ready to print.
type arrivalRow struct {
	Guest, Name, House, Nights, State, Tier, Class, Action, Alive, Worth string
}

func newArrivalRow(lang string, a *desk.Arrival) arrivalRow {
	row := arrivalRow{
		Guest: a.Stay.Guest, Name: a.Stay.Guest, House: a.Stay.Property, Nights: strconv.Itoa(a.Stay.Nights()),
		State: say(lang, a.Stay.Status.String()),
	}
	c := a.Card
	if c == nil {
		row.Name = say(lang, "unknown")
		return row
	}
	if c.Name != "" {
		row.Name = c.Name
	}
	row.Tier = say(lang, "noMember")
	if c.Status != nil {
		row.Tier = choose(lang, c.Status.Name, c.Status.NameZH)
	}
	if c.Class != nil {
		row.Class, row.Action = choose(lang, c.Class.Label, c.Class.LabelZH), ""
		if lang == english {
			row.Action = c.Class.Action
		}
	}
	if c.Worth != nil {
		row.Alive = percent(c.Worth.Alive.Value)
		if c.Worth.Residual != nil {
			row.Worth = amount(c.Worth.Residual.Value, c.Currency)
		}
	}
	return row
}
