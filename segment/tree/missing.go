package tree

import (
	"github.com/hotelcrm/hotelcrm/internal/choice"
	"github.com/hotelcrm/hotelcrm/internal/enum"
)

// Missing says what becomes of a guest whose value is missing or of a level never seen: in growing, in classing and in
// every export. Unset means Fractional.
type Missing uint8

// The rules for missing values.
const (
	Fractional Missing = iota + 1 // down all branches, in the proportion of the known guests
	Majority                      // down the branch with the most known guests
	OwnBranch                     // down a branch of their own, if the table had such guests there, else as Majority
)

var missingNames = enum.Names{"", "fractional", "majority", "own-branch"}

// ParseMissing returns the missing named by text, as [Missing.String] writes it.
//
// Errors: a [*hotelcrm.ParamError] that lists the names.
func ParseMissing(text string) (Missing, error) {
	return choice.Parse[Missing](missingNames, "missing", text)
}

// String returns the name, "unset" for the zero value.
func (m Missing) String() string { return missingNames.String(uint8(m)) }

// MarshalText returns the name, empty for the zero value.
func (m Missing) MarshalText() ([]byte, error) { return choice.Marshal(missingNames, "missing", m) }

// UnmarshalText reads a name; the empty text is the zero value.
func (m *Missing) UnmarshalText(text []byte) error {
	return choice.Unmarshal(missingNames, "missing", text, m)
}
