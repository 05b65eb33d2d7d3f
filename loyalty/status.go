package loyalty

import "github.com/hotelcrm/hotelcrm"

// Status is the tier that a member has on a date, and why. The zero Status is that of somebody who is not yet a member.
type Status struct {
	Tier    string        `json:"tier,omitempty"` // id
	Rank    int           `json:"rank"`           // 0 for the first tier of the programme's ladder
	From    hotelcrm.Date `json:"from,omitzero"`  // since when it has been held
	Until   hotelcrm.Date `json:"until,omitzero"` // exclusive, if nothing more happens; zero: for ever
	Source  Source        `json:"source"`         // what it comes from
	Version string        `json:"version"`        // of the rules in force on the date asked
}

// Last returns the last valid day, as members read it; the zero Date for a status for ever.
func (s Status) Last() hotelcrm.Date { return hotelcrm.Span{From: s.From, To: s.Until}.Last() }
