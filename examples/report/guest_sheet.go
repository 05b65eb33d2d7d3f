package main

import (
	"bytes"
	"encoding/json"

	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/examples/report/internal/prose"
	"github.com/hotelcrm/hotelcrm/segment"
	"github.com/hotelcrm/hotelcrm/segment/concentration"
	"github.com/hotelcrm/hotelcrm/segment/lifecycle"
)

// guestSheet is guest.json: all that the report knows of one guest. Keys keep their names and order; new ones are added at the
// end. What is not known is null, and notKnown says why.
type guestSheet struct {
	Guest    string        `json:"guest"`
	File     string        `json:"file"`
	SHA256   string        `json:"sha256"`
	AsOf     hotelcrm.Date `json:"asOf"`
	Currency string        `json:"currency"`
	Guests   int           `json:"guests"` // of the report

	History   guestHistory        `json:"history"`
	Scores    []guestScoreOn      `json:"scores"`  // recency, frequency, monetary
	Segment   *guestSegment       `json:"segment"` // null: scores only
	Classes   []segment.Reason    `json:"classes"` // by the plan
	LifeCycle *lifecycle.Standing `json:"lifecycle"`
	OnArrival lifecycle.Stage     `json:"onArrival"` // the stage of a guest who comes today, empty where it is not known
	ABC       concentration.Class `json:"abc"`
	Value     guestValue          `json:"value"`
	Outlook   *guestOutlook       `json:"outlook"`
	Survey    *guestAnswers       `json:"satisfaction"`
	Loyalty   *guestTier          `json:"loyalty"`
	Positions []guestPosition     `json:"positions"`
	Visits    []guestVisit        `json:"visits"` // the first one first; null where they are not kept one by one
	NotKnown  []guestGap          `json:"notKnown"`
	Warnings  []hotelcrm.Warning  `json:"warnings"` // of the report

	place int
}

// guestHistory is the guest's summary.
type guestHistory struct {
	First   *hotelcrm.Date `json:"first"`
	Last    hotelcrm.Date  `json:"last"`
	Visits  int            `json:"visits"`
	Nights  *int           `json:"nights"`
	Revenue string         `json:"revenue"`
	InHouse bool           `json:"inHouse"` // on the analysis date
	Days    *int           `json:"days"`    // from the first arrival to the last day in the house
}

// guestVisit is one visit.
type guestVisit struct {
	Arrival   hotelcrm.Date `json:"arrival"`
	Departure hotelcrm.Date `json:"departure"`
	Nights    int           `json:"nights"`
	Rooms     int           `json:"roomNights"`
	Property  string        `json:"property,omitempty"`
	Revenue   string        `json:"revenue"`

	minor int64 // of the revenue, for the picture; what is beyond is drawn at the edge
}

// guestGap is something that is not known of the guest, and why.
type guestGap struct {
	What string `json:"what"`
	Why  string `json:"why"`
}

// newGuestSheet collects what is known of guest i, when all of the analysis is there.
func (a *analysis) newGuestSheet(i int) (*guestSheet, error) {
	s := &guestSheet{
		Guest: a.summaries.Guests()[i], File: a.in.Source, SHA256: a.in.Hash, AsOf: a.summaries.AsOf(), Currency: a.currency,
		Guests: a.totals.guests, ABC: a.classing.abc.of[i], LifeCycle: a.standingOf(i), History: a.guestHistory(i), Visits: a.guestVisits(i),
		Scores: a.guestScores(i), Value: a.guestValue(i), Positions: a.guestPositions(i), Warnings: append([]hotelcrm.Warning{}, a.warnings...),
		place: i,
	}
	var err error
	if s.OnArrival, err = a.stageOnArrival(i); err != nil {
		return nil, err
	}
	if s.Segment, err = a.guestSegment(i); err != nil {
		return nil, err
	}
	if s.Classes, err = a.guestClasses(i); err != nil {
		return nil, err
	}
	if s.Outlook, err = a.guestOutlook(i); err != nil {
		return nil, err
	}
	if s.Loyalty, err = a.guestTier(i); err != nil {
		return nil, err
	}
	if s.Survey, err = a.survey.guestAnswers(i); err != nil {
		return nil, err
	}
	s.NotKnown = a.guestGaps(s)
	return s, nil
}

func (a *analysis) guestHistory(i int) guestHistory {
	s := a.summaries
	h := guestHistory{Last: s.Last()[i], Visits: int(s.Visits()[i]), Revenue: prose.Money(s.Revenue().At(i), a.places), InHouse: s.Last()[i] == s.AsOf()}
	if first := s.First()[i]; first != 0 {
		h.First, h.Days = &first, new(h.Last.DaysSince(first))
	}
	if !a.in.NoNights {
		h.Nights = new(int(s.Nights()[i]))
	}
	return h
}

func (a *analysis) guestVisits(i int) []guestVisit {
	v := a.in.Whole
	if v == nil {
		return nil
	}
	var out []guestVisit
	from, to := v.Of(i)
	for k := from; k < to; k++ {
		one := v.At(k)
		out = append(out, guestVisit{
			Arrival: one.Arrival, Departure: one.Departure, Nights: one.Nights, Rooms: one.RoomNights, Property: one.Property,
			Revenue: prose.Money(one.Revenue, a.places), minor: v.Revenue().Minor()[k],
		})
	}
	return out
}

// json returns guest.json.
func (s *guestSheet) json() ([]byte, error) {
	var b bytes.Buffer
	encoder := json.NewEncoder(&b)
	encoder.SetEscapeHTML(false)
	encoder.SetIndent("", "  ")
	err := encoder.Encode(s)
	return b.Bytes(), err
}
