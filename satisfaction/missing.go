package satisfaction

import (
	"fmt"

	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/internal/enum"
)

// MissingRule says whose weight goes to whom where answers are missing. Unset means ByLevel.
type MissingRule uint8

// The rules.
const (
	// ByLevel: at every node the answered children share the weight of the missing ones, so that a factor keeps the
	// weight that the hotel declared as long as one of its questions is answered.
	ByLevel MissingRule = iota + 1
	// Flat: all answered questions share it in proportion to their weights in the whole, Σwx / Σw.
	Flat
)

var missingNames = enum.Names{"", "by-level", "flat"}

// String returns the name, "unset" for the zero value.
func (r MissingRule) String() string { return missingNames.String(uint8(r)) }

// MarshalText returns the name, empty for the zero value.
func (r MissingRule) MarshalText() ([]byte, error) {
	text, ok := missingNames.Text(uint8(r))
	if !ok {
		return nil, missingError(fmt.Sprint(uint8(r)))
	}
	return []byte(text), nil
}

// UnmarshalText reads a name; the empty text is the zero value.
func (r *MissingRule) UnmarshalText(text []byte) error {
	v, ok := missingNames.Value(string(text))
	if !ok {
		return missingError(string(text))
	}
	*r = MissingRule(v)
	return nil
}

func missingError(value string) error {
	return &hotelcrm.ParamError{Param: "Missing", Value: value, Allowed: "one of " + missingNames.Allowed()}
}
