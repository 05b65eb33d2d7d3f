package guest

import (
	"bytes"
	"encoding/json"

	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/examples/report/internal/prose"
	"github.com/hotelcrm/hotelcrm/examples/report/internal/reckon"
	"github.com/hotelcrm/hotelcrm/segment"
	"github.com/hotelcrm/hotelcrm/segment/concentration"
	"github.com/hotelcrm/hotelcrm/segment/lifecycle"
)

// Name is the name of the file.
const Name = "guest.json"

// Sheet is guest.json: all that the report knows of one guest. Keys keep their names and order; new ones are added at the
// end. What is not known is null, and notKnown says why.
type Sheet struct {
	Guest    string        `json:"guest"`
	File     string        `json:"file"`
	SHA256   string        `json:"sha256"`
	AsOf     hotelcrm.Date `json:"asOf"`
	Currency string        `json:"currency"`
	Guests   int           `json:"guests"` // of the report

	History   History             `json:"history"`
	Scores    []Score             `json:"scores"`  // recency, frequency, monetary
	Segment   *Segment            `json:"segment"` // null: scores only
	Classes   []segment.Reason    `json:"classes"` // by the plan
	LifeCycle *lifecycle.Standing `json:"lifecycle"`
	OnArrival lifecycle.Stage     `json:"onArrival"` // the stage of a guest who comes today, empty where it is not known
	ABC       concentration.Class `json:"abc"`
	Value     Value               `json:"value"`
	Outlook   *Outlook            `json:"outlook"`
	Survey    *Answers            `json:"satisfaction"`
	Loyalty   *Tier               `json:"loyalty"`
	Positions []Position          `json:"positions"`
	Visits    []Visit             `json:"visits"` // the first one first; null where they are not kept one by one
	NotKnown  []Gap               `json:"notKnown"`
	Warnings  []hotelcrm.Warning  `json:"warnings"` // of the report

	place int
}

// History is the guest's summary.
type History struct {
	First   *hotelcrm.Date `json:"first"`
	Last    hotelcrm.Date  `json:"last"`
	Visits  int            `json:"visits"`
	Nights  *int           `json:"nights"`
	Revenue string         `json:"revenue"`
	InHouse bool           `json:"inHouse"` // on the analysis date
	Days    *int           `json:"days"`    // from the first arrival to the last day in the house
}

// Visit is one visit.
type Visit struct {
	Arrival   hotelcrm.Date `json:"arrival"`
	Departure hotelcrm.Date `json:"departure"`
	Nights    int           `json:"nights"`
	Rooms     int           `json:"roomNights"`
	Property  string        `json:"property,omitempty"`
	Revenue   string        `json:"revenue"`

	Minor int64 `json:"-"` // of the revenue, for the picture; what is beyond is drawn at the edge
}

// Gap is something that is not known of the guest, and why.
type Gap struct {
	What string `json:"what"`
	Why  string `json:"why"`
}

// reader finds what is known of one guest.
type reader struct{ *reckon.Report }

// New collects what is known of guest i, when all of the report is there.
func New(of *reckon.Report, i int) (*Sheet, error) {
	a := &reader{of}
	s := &Sheet{
		Guest: a.Summaries.Guests()[i], File: a.Data.Source, SHA256: a.Data.Hash, AsOf: a.Summaries.AsOf(), Currency: a.Currency,
		Guests: a.Totals.Guests, ABC: a.Classes.Grades.Each[i], LifeCycle: a.Classes.StandingOf(i), History: a.history(i), Visits: a.visits(i),
		Scores: a.scores(i), Value: a.value(i), Positions: a.positions(i), Warnings: append([]hotelcrm.Warning{}, a.Warnings...),
		place: i,
	}
	var err error
	if s.OnArrival, err = a.stageOnArrival(i); err != nil {
		return nil, err
	}
	if s.Segment, err = a.segment(i); err != nil {
		return nil, err
	}
	if s.Classes, err = a.classes(i); err != nil {
		return nil, err
	}
	if s.Outlook, err = a.outlook(i); err != nil {
		return nil, err
	}
	if s.Loyalty, err = a.tier(i); err != nil {
		return nil, err
	}
	if s.Survey, err = a.answers(i); err != nil {
		return nil, err
	}
	s.NotKnown = a.gaps(s)
	return s, nil
}

func (r *reader) history(i int) History {
	s := r.Summaries
	h := History{Last: s.Last()[i], Visits: int(s.Visits()[i]), Revenue: prose.Money(s.Revenue().At(i), r.Places), InHouse: s.Last()[i] == s.AsOf()}
	if first := s.First()[i]; first != 0 {
		h.First, h.Days = &first, new(h.Last.DaysSince(first))
	}
	if !r.Data.NoNights {
		h.Nights = new(int(s.Nights()[i]))
	}
	return h
}

func (r *reader) visits(i int) []Visit {
	v := r.Data.Whole
	if v == nil {
		return nil
	}
	var out []Visit
	from, to := v.Of(i)
	for k := from; k < to; k++ {
		one := v.At(k)
		out = append(out, Visit{
			Arrival: one.Arrival, Departure: one.Departure, Nights: one.Nights, Rooms: one.RoomNights, Property: one.Property,
			Revenue: prose.Money(one.Revenue, r.Places), Minor: v.Revenue().Minor()[k],
		})
	}
	return out
}

// JSON returns guest.json.
func (s *Sheet) JSON() ([]byte, error) {
	var b bytes.Buffer
	encoder := json.NewEncoder(&b)
	encoder.SetEscapeHTML(false)
	encoder.SetIndent("", "  ")
	err := encoder.Encode(s)
	return b.Bytes(), err
}
