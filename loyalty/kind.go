package loyalty

import (
	"github.com/hotelcrm/hotelcrm/internal/choice"
	"github.com/hotelcrm/hotelcrm/internal/enum"
)

// Kind says what a line of activity comes from. Rules may leave kinds out, see [Version.Ignore].
type Kind uint8

// The kinds.
const (
	KindStay       Kind = iota + 1 // nights that were paid for
	KindAward                      // nights that were paid with points
	KindBonus                      // credit without a stay, such as nights given with a card
	KindEvent                      // a meeting, a banquet, a meal without a room
	KindNoShow                     // a guaranteed booking that nobody came for
	KindCorrection                 // puts an earlier line right; its counts may be negative
	KindRedemption                 // points spent: never counts for status
)

var kindNames = enum.Names{"", "stay", "award", "bonus", "event", "no-show", "correction", "redemption"}

// ParseKind returns the kind named by text, as [Kind.String] writes it.
//
// Errors: a [*hotelcrm.ParamError] that lists the names.
func ParseKind(text string) (Kind, error) { return choice.Parse[Kind](kindNames, "kind", text) }

// String returns the name, "unset" for the zero value.
func (k Kind) String() string { return kindNames.String(uint8(k)) }

// MarshalText returns the name, empty for the zero value.
func (k Kind) MarshalText() ([]byte, error) { return choice.Marshal(kindNames, "kind", k) }

// UnmarshalText reads a name; the empty text is the zero value.
func (k *Kind) UnmarshalText(text []byte) error { return choice.Unmarshal(kindNames, "kind", text, k) }
