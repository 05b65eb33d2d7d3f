package hotelcrm

import "github.com/shopspring/decimal"

// Stay is one guest's stay in one room, or in several rooms that the source cannot split.
//
// It needs a Guest, an Arrival, a Departure and a Status; all else may be left at its zero value. Nights are
// Departure - Arrival: the departure day is not slept in, and equal dates mean day use. Guest ids are opaque, and two
// ids are two guests: duplicate profiles are merged before stays come here.
type Stay struct {
	ID       string `json:"id,omitempty"`      // unique per stay and room within its property; empty: every delivery is a stay of its own
	Version  int64  `json:"version,omitempty"` // of the same ID the highest version counts
	Property string `json:"property,omitempty"`
	Guest    string `json:"guest"` // who gets the credit; empty for anonymised and erased guests

	Role   Role   `json:"role,omitempty"` // unset: Primary
	Status Status `json:"status"`
	Use    Use    `json:"use,omitempty"` // unset: Paid

	Arrival   Date `json:"arrival"`         // business date
	Departure Date `json:"departure"`       // business date, exclusive
	Booked    Date `json:"booked,omitzero"` // when it was booked, for lead times
	Rooms     int  `json:"rooms,omitempty"` // 0 means 1

	Revenue  Revenue         `json:"revenue"`
	Tax      decimal.Decimal `json:"tax,omitzero"`       // kept apart, never in revenue; the register does not read it
	Currency string          `json:"currency,omitempty"` // ISO 4217; empty: the register's

	// What follows is carried for the caller and for other packages; the register does not read it.
	RateCode string `json:"rateCode,omitempty"`
	Market   string `json:"market,omitempty"`
	Source   string `json:"source,omitempty"`
	Channel  string `json:"channel,omitempty"`
	Booking  string `json:"booking,omitempty"` // what ties rooms together
	Company  string `json:"company,omitempty"`
	Agent    string `json:"agent,omitempty"`
	Block    string `json:"block,omitempty"`
	Member   string `json:"member,omitempty"`
}

// Nights returns Departure - Arrival: 0 for day use and for a stay without both dates, negative for reversed dates.
func (s Stay) Nights() int {
	if s.Arrival.IsZero() || s.Departure.IsZero() {
		return 0
	}
	return s.Departure.DaysSince(s.Arrival)
}

// RoomNights returns nights times rooms, one room if Rooms is 0.
func (s Stay) RoomNights() int { return s.Nights() * max(s.Rooms, 1) }
