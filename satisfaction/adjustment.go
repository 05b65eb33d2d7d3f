package satisfaction

import (
	"github.com/hotelcrm/hotelcrm/internal/choice"
	"github.com/hotelcrm/hotelcrm/internal/enum"
)

// Adjustment says how cells of respondents were brought to their shares of all guests.
type Adjustment uint8

// The adjustments.
const (
	PostStratified Adjustment = iota + 1 // the share of every cell is known, see [PostStratify]
	Raked                                // the shares of margins are known, see [Rake]
)

var adjustmentNames = enum.Names{"", "post-stratification", "raking"}

// String returns the name, "unset" for the zero value.
func (a Adjustment) String() string { return adjustmentNames.String(uint8(a)) }

// ParseAdjustment returns the adjustment named by text, as [Adjustment.String] writes it.
//
// Errors: a [*hotelcrm.ParamError] that lists the names.
func ParseAdjustment(text string) (Adjustment, error) {
	return choice.Parse[Adjustment](adjustmentNames, "adjustment", text)
}

// MarshalText returns the name, empty for the zero value.
func (a Adjustment) MarshalText() ([]byte, error) {
	return choice.Marshal(adjustmentNames, "adjustment", a)
}

// UnmarshalText reads a name; the empty text is the zero value.
func (a *Adjustment) UnmarshalText(text []byte) error {
	return choice.Unmarshal(adjustmentNames, "adjustment", text, a)
}
