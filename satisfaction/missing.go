package satisfaction

import (
	"github.com/hotelcrm/hotelcrm/internal/choice"
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

// ParseMissingRule returns the rule named by text, as [MissingRule.String] writes it.
//
// Errors: a [*hotelcrm.ParamError] that lists the names.
func ParseMissingRule(text string) (MissingRule, error) {
	return choice.Parse[MissingRule](missingNames, "missing rule", text)
}

// MarshalText returns the name, empty for the zero value.
func (r MissingRule) MarshalText() ([]byte, error) {
	return choice.Marshal(missingNames, "missing rule", r)
}

// UnmarshalText reads a name; the empty text is the zero value.
func (r *MissingRule) UnmarshalText(text []byte) error {
	return choice.Unmarshal(missingNames, "missing rule", text, r)
}
