package main

import (
	"fmt"
	"slices"

	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/loyalty"
	"github.com/hotelcrm/hotelcrm/loyalty/points"
)

// step is one command for the ledger and its place among the others.
type step struct {
	recorded hotelcrm.Date
	order    int // among those of one day: a tier protects, points come, points go
	head     points.Header
	command  points.Command
}

func (s step) date() hotelcrm.Date { return s.head.Date }

// The order of one day.
const (
	protects = iota
	comes
	goes
)

var epoch = hotelcrm.DateOf(1970, 1, 1)

func head(id string, date, recorded hotelcrm.Date, reason string) points.Header {
	return points.Header{ID: id, Date: date, Recorded: points.Instant(recorded.DaysSince(epoch)) * 86_400_000, Reason: reason}
}

// add takes a command unless it lies after the dates of the statement.
func (t *teller) add(order int, recorded hotelcrm.Date, h points.Header, c points.Command) {
	if h.Date <= t.at.On && (t.at.Known == 0 || recorded <= t.at.Known) {
		t.steps = append(t.steps, step{recorded, order, h, c})
	}
}

// collect makes commands of what was earned, of milestones, of rows about points, and of the tiers that keep points alive.
func (t *teller) collect(s *statement) {
	t.earned(s)
	for _, m := range s.milestones {
		if m.Points > 0 {
			h := head(fmt.Sprintf("milestone %s %s %d", m.Milestone, m.Date, m.At), m.Date, m.Date, "")
			t.add(comes, m.Date, h, points.Earn{Header: h, Credits: []points.Credit{{
				Currency: currency, Points: m.Points, Rule: m.Milestone, Version: m.Version, Expires: t.poster.Expires(m.Date),
			}}})
		}
	}
	for i := range s.rows {
		t.row(&s.rows[i])
	}
	t.protect(s)
}

// earned makes one command of all credits of a stay, and a second one where they are posted later.
func (t *teller) earned(s *statement) {
	credits := slices.Clone(s.earnings.Credits)
	credits = slices.DeleteFunc(credits, func(c loyalty.Credit) bool { return c.Points == 0 })
	for len(credits) > 0 {
		n := 1
		for n < len(credits) && credits[n].Source == credits[0].Source {
			n++
		}
		t.stay(s, credits[:n])
		credits = credits[n:]
	}
}

func (t *teller) stay(s *statement, credits []loyalty.Credit) {
	c := credits[0]
	recorded := c.Date
	if at := slices.IndexFunc(s.rows, func(r record) bool { return r.name() == c.Source }); at >= 0 {
		recorded = max(recorded, s.rows[at].recorded())
	}
	earn := points.Earn{
		Header: head(c.Source, c.Date, recorded, c.Property), Stay: c.Source, Pending: c.Posted > c.Date, Credits: t.poster.Credits(credits),
	}
	t.add(comes, recorded, earn.Header, earn)
	if earn.Pending {
		recorded = max(recorded, c.Posted)
		h := head("post "+c.Source, c.Posted, recorded, c.Property)
		t.add(comes, recorded, h, points.Post{Header: h, Earn: c.Source})
	}
}

// row makes a command of a row that is about points.
func (t *teller) row(r *record) {
	h := head(r.name(), r.date, r.recorded(), r.note)
	switch {
	case r.kind == kindRedemption:
		t.add(goes, r.recorded(), h, points.Redeem{Header: h, Currency: currency, Points: r.points})
	case r.kind == kindVoid:
		t.add(goes, r.recorded(), h, points.Void{Header: h, Ref: r.ref})
	case (r.kind == kindBonus || r.kind == kindCorrection) && r.points != 0:
		c := points.Adjust{Header: h, Currency: currency, Points: r.points}
		if r.points > 0 {
			c.Expires = t.poster.Expires(r.date)
		}
		t.add(comes, r.recorded(), h, c)
	}
}

// protect stops the clock of inactivity while a tier is held whose points do not lapse for want of activity.
func (t *teller) protect(s *statement) {
	for _, c := range t.poster.Exempt(s.future, points.Header{}) {
		c.Header = head(c.ID, c.Date, c.Date, "")
		t.add(protects, c.Date, c.Header, c)
	}
}
