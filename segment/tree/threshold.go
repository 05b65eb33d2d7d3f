package tree

import (
	"github.com/hotelcrm/hotelcrm/internal/choice"
	"github.com/hotelcrm/hotelcrm/internal/enum"
)

// Threshold says which number is written between two neighbouring values. Unset means Observed.
type Threshold uint8

// The styles of a threshold.
const (
	Observed Threshold = iota + 1 // the largest value of the table that is not above the midpoint, as C4.5
	Midpoint                      // halfway between the two values, as CART
)

var thresholdNames = enum.Names{"", "observed", "midpoint"}

// ParseThreshold returns the threshold named by text, as [Threshold.String] writes it.
//
// Errors: a [*hotelcrm.ParamError] that lists the names.
func ParseThreshold(text string) (Threshold, error) {
	return choice.Parse[Threshold](thresholdNames, "threshold", text)
}

// String returns the name, "unset" for the zero value.
func (t Threshold) String() string { return thresholdNames.String(uint8(t)) }

// MarshalText returns the name, empty for the zero value.
func (t Threshold) MarshalText() ([]byte, error) {
	return choice.Marshal(thresholdNames, "threshold", t)
}

// UnmarshalText reads a name; the empty text is the zero value.
func (t *Threshold) UnmarshalText(text []byte) error {
	return choice.Unmarshal(thresholdNames, "threshold", text, t)
}
