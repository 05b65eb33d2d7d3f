package loyalty

import (
	"github.com/hotelcrm/hotelcrm/internal/choice"
	"github.com/hotelcrm/hotelcrm/internal/enum"
)

// ValidityKind says how long a status lasts that activity has earned.
type ValidityKind uint8

// The kinds of validity.
const (
	MonthEnd  ValidityKind = iota + 1 // to the end of a named month, so many years after the year of the day it was earned; with 0 years to the next one
	ForMonths                         // for a number of months from the day it was earned
	ForCycle                          // to the end of the cycle; then the finished cycle is judged by the retain condition
	ForEver
)

var validityNames = enum.Names{"", "month-end", "months", "cycle", "for-ever"}

// String returns the name, "unset" for the zero value.
func (k ValidityKind) String() string { return validityNames.String(uint8(k)) }

// MarshalText returns the name, empty for the zero value.
func (k ValidityKind) MarshalText() ([]byte, error) {
	return choice.Marshal(validityNames, "validity", k)
}

// UnmarshalText reads a name; the empty text is the zero value.
func (k *ValidityKind) UnmarshalText(text []byte) error {
	return choice.Unmarshal(validityNames, "validity", text, k)
}

// Validity is how long an earned status lasts. The zero Validity means that of the version; there it means for ever.
type Validity struct {
	Kind        ValidityKind `json:"kind,omitempty"`
	Month       int          `json:"month,omitempty"`       // of month-end: 1 to 12
	Years       int          `json:"years,omitempty"`       // of month-end: years after the year in which it was earned
	Months      int          `json:"months,omitempty"`      // of months
	Cycle       Window       `json:"cycle,omitzero"`        // of cycle: level, membership-year or calendar-year
	GraceMonths int          `json:"graceMonths,omitempty"` // the status is kept so much longer before it lapses
}

// DowngradeKind says where a member falls to whose status lapses.
type DowngradeKind uint8

// The kinds of downgrade.
const (
	ToSupported DowngradeKind = iota + 1 // to the highest tier that the activity supports; the default
	OneStep                              // one tier down, or to what the activity supports if that is higher
	NoDowngrade                          // nowhere: the status is kept
)

var downgradeNames = enum.Names{"", "supported", "one-step", "none"}

// String returns the name, "unset" for the zero value.
func (k DowngradeKind) String() string { return downgradeNames.String(uint8(k)) }

// MarshalText returns the name, empty for the zero value.
func (k DowngradeKind) MarshalText() ([]byte, error) {
	return choice.Marshal(downgradeNames, "downgrade", k)
}

// UnmarshalText reads a name; the empty text is the zero value.
func (k *DowngradeKind) UnmarshalText(text []byte) error {
	return choice.Unmarshal(downgradeNames, "downgrade", text, k)
}

// Downgrade is what happens when a status lapses. The zero Downgrade is ToSupported without a floor.
type Downgrade struct {
	To    DowngradeKind `json:"to,omitempty"`
	Floor string        `json:"floor,omitempty"` // the id of a tier: who has reached it never falls below it
}
