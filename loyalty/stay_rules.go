package loyalty

import (
	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/internal/choice"
	"github.com/hotelcrm/hotelcrm/internal/enum"
)

// StayRules says what of stays and events counts. The zero value is the default of each rule.
type StayRules struct {
	Apart          bool `json:"apart,omitempty"`          // bookings that adjoin at one hotel are stays of their own, else one stay
	RoomsForPoints int  `json:"roomsForPoints,omitempty"` // rooms of one night that earn points; 0: all
	RoomsForBonus  int  `json:"roomsForBonus,omitempty"`  // of the rooms that earn points, those with elite bonus; 0: all
	RoomsForTier   int  `json:"roomsForTier,omitempty"`   // rooms of one night that count as nights; 0: 1

	Departments []hotelcrm.Department `json:"departments,omitempty"` // whose revenue is eligible; empty: all but fees
	Roles       []hotelcrm.Role       `json:"roles,omitempty"`       // who earns; empty: primary
	Payers      []Payer               `json:"payers,omitempty"`      // whose payment earns; empty: guest
	DayUse      DayUse                `json:"dayUse,omitempty"`      // unset: DayUseSpend
	NoShowEarns bool                  `json:"noShowEarns,omitempty"` // the fee of a no-show is eligible; it counts as a no-show anyway
	EnrolledBy  Moment                `json:"enrolledBy,omitempty"`  // the day on which the guest must have enrolled; unset: CheckOut

	WithoutRates    []string `json:"withoutRates,omitempty"`    // rate codes that do not count; * at the end: any ending
	WithoutMarkets  []string `json:"withoutMarkets,omitempty"`  // market segments, in the same way
	WithoutChannels []string `json:"withoutChannels,omitempty"` // channels, in the same way
	WithoutCodes    []string `json:"withoutCodes,omitempty"`    // revenue codes of charges, in the same way
}

// Payer is who pays a stay.
type Payer uint8

// The payers. Unset counts as ByGuest.
const (
	ByGuest   Payer = iota + 1 // the guest
	ByCompany                  // the guest's company
	ByAgent                    // a tour operator, an airline, a travel agent
	ByOther                    // another guest
)

var payerNames = enum.Names{"", "guest", "company", "agent", "other"}

// String returns the name, "unset" for the zero value.
func (p Payer) String() string { return payerNames.String(uint8(p)) }

// MarshalText returns the name, empty for the zero value.
func (p Payer) MarshalText() ([]byte, error) { return choice.Marshal(payerNames, "payer", p) }

// UnmarshalText reads a name; the empty text is the zero value.
func (p *Payer) UnmarshalText(text []byte) error {
	return choice.Unmarshal(payerNames, "payer", text, p)
}

// DayUse says what a room without a night is worth.
type DayUse uint8

// The ways. Unset counts as DayUseSpend.
const (
	DayUseSpend DayUse = iota + 1 // its spend earns, it is no stay
	DayUseStay                    // its spend earns, it is a stay without a night
	DayUseNone                    // it is left out
)

var dayUseNames = enum.Names{"", "spend", "stay", "none"}

// String returns the name, "unset" for the zero value.
func (d DayUse) String() string { return dayUseNames.String(uint8(d)) }

// MarshalText returns the name, empty for the zero value.
func (d DayUse) MarshalText() ([]byte, error) { return choice.Marshal(dayUseNames, "dayUse", d) }

// UnmarshalText reads a name; the empty text is the zero value.
func (d *DayUse) UnmarshalText(text []byte) error {
	return choice.Unmarshal(dayUseNames, "dayUse", text, d)
}

// Moment is a day of a stay.
type Moment uint8

// The moments. Unset counts as CheckOut.
const (
	CheckIn  Moment = iota + 1 // the arrival
	CheckOut                   // the departure
)

var momentNames = enum.Names{"", "check-in", "check-out"}

// String returns the name, "unset" for the zero value.
func (m Moment) String() string { return momentNames.String(uint8(m)) }

// MarshalText returns the name, empty for the zero value.
func (m Moment) MarshalText() ([]byte, error) { return choice.Marshal(momentNames, "moment", m) }

// UnmarshalText reads a name; the empty text is the zero value.
func (m *Moment) UnmarshalText(text []byte) error {
	return choice.Unmarshal(momentNames, "moment", text, m)
}
