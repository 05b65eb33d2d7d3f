package loyalty

import (
	"github.com/hotelcrm/hotelcrm"
	"github.com/shopspring/decimal"
)

// Activity is one dated line of what a member did, as far as status is concerned.
//
// A line without a Date, or with a Date before the member's enrolment, does not count. Lines of one date are added up
// before the rules look: their order never matters to status. Seq orders them where order does matter, as for "the
// first hundred guests".
type Activity struct {
	ID    string        `json:"id,omitempty"`
	Seq   int64         `json:"seq,omitempty"`  // recorded order
	Date  hotelcrm.Date `json:"date"`           // business date on which it counts
	Known hotelcrm.Date `json:"known,omitzero"` // when it was recorded; zero: on its Date
	Kind  Kind          `json:"kind"`

	Nights  int32           `json:"nights,omitempty"`
	Stays   int32           `json:"stays,omitempty"`
	Events  int32           `json:"events,omitempty"`
	NoShows int32           `json:"noShows,omitempty"`
	Points  int64           `json:"points,omitempty"` // base points; never bonus points
	Spend   decimal.Decimal `json:"spend,omitzero"`   // eligible spend in the programme's currency

	Brand    string `json:"brand,omitempty"`
	Property string `json:"property,omitempty"`
}

// known returns the date from which the line is known.
func (a *Activity) known() hotelcrm.Date {
	if a.Known == 0 {
		return a.Date
	}
	return a.Known
}
