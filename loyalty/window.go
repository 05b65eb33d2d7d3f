package loyalty

import (
	"github.com/hotelcrm/hotelcrm/internal/choice"
	"github.com/hotelcrm/hotelcrm/internal/enum"
)

// WindowKind names the dates over which a condition counts.
type WindowKind uint8

// The kinds of window. d is the date on which the rule looks, and counts in.
const (
	CalendarYear   WindowKind = iota + 1 // from 1 January of d's year
	RollingMonths                        // (d - months, d]
	LevelCycle                           // the cycle that holds d, counted from the day on which the present level began
	MembershipYear                       // the cycle that holds d, counted from the enrolment date
	Lifetime                             // everything up to d
	BestOf                               // the rule holds if it holds in one of several windows
)

var windowNames = enum.Names{"", "calendar-year", "rolling", "level", "membership-year", "lifetime", "best-of"}

// String returns the name, "unset" for the zero value.
func (k WindowKind) String() string { return windowNames.String(uint8(k)) }

// MarshalText returns the name, empty for the zero value.
func (k WindowKind) MarshalText() ([]byte, error) {
	return choice.Marshal(windowNames, "window kind", k)
}

// UnmarshalText reads a name; the empty text is the zero value.
func (k *WindowKind) UnmarshalText(text []byte) error {
	return choice.Unmarshal(windowNames, "window kind", text, k)
}

// Window is the dates over which a condition counts. The zero Window means the one stated further out: of the condition
// around it, then of the version, then the calendar year.
type Window struct {
	Kind   WindowKind `json:"kind,omitempty"`
	Months int        `json:"months,omitempty"` // of rolling, level and membership-year; 0: 12
	Back   int        `json:"back,omitempty"`   // 1: the whole cycle before; of calendar-year, level and membership-year
	Of     []Window   `json:"of,omitempty"`     // the windows of best-of
}

func (w Window) isZero() bool { return w.Kind == 0 && w.Months == 0 && w.Back == 0 && len(w.Of) == 0 }
