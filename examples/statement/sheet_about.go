package main

import (
	"strings"

	"github.com/hotelcrm/hotelcrm/examples/internal/lang"
	"github.com/hotelcrm/hotelcrm/loyalty"
)

// about says by what the statement was made.
func (w *writer) about() *section {
	s := &section{ID: "about", Title: w.Say("About this statement")}
	p := w.Programme
	s.Text = append(s.Text, w.Say("Rules: %s %s, version %s (%s). Source: %s.", w.pick(p.ID, p.Name, p.NameZH), p.Year, p.Version, p.Currency, p.Source))
	if len(w.LeftOut) > 0 {
		s.Text = append(s.Text, w.Say("Not counted: %s.", w.leftOut()))
	}
	s.Text = append(s.Text, w.Say("Points are spent from the lots that end first. The day on which points lapse is the first day without them."))
	return s
}

// leftOut says which lines earned nothing: 1 line dated after this day.
func (w *writer) leftOut() string {
	why, _ := lang.New(w.Code(), &lang.Catalogue{Codes: chineseCodes, English: uncounted}) // the code is that of a printer
	var parts []string
	for _, code := range sortedKeys(w.LeftOut) {
		text := why.Name(code)
		if code == loyalty.NotYet.String() && w.Known != 0 {
			text = w.Say("not known yet, or dated after this day")
		}
		parts = append(parts, w.Say("%s %s", lang.Count(w.Printer, w.LeftOut[code], "line", "lines"), text))
	}
	return strings.Join(parts, w.Say(", "))
}

// uncounted is why lines are not counted, as it is said behind their number.
var uncounted = map[string]string{
	"repeat": "sent a second time", "superseded": "replaced by a later one", "tentative": "not confirmed", "booked": "only booked",
	"in-house": "of a stay that is not over", "cancelled": "cancelled", "not-yet": "dated after this day", "no-rules": "of a day without rules",
	"before-enrolment": "from before enrolment", "other-member": "of another member", "role": "in a role that earns nothing",
	"payer": "paid by somebody whose payment earns nothing", "free": "of a free stay", "rate": "at a rate that earns nothing",
	"day-use": "of day use", "room-limit": "of more rooms than earn points",
}
