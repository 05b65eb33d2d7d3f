package segment

import (
	"github.com/hotelcrm/hotelcrm/internal/choice"
	"github.com/hotelcrm/hotelcrm/internal/enum"
)

// Kind is what the values of an [Attribute] are. The zero value is unset.
type Kind uint8

// The kinds.
const (
	Numeric Kind = iota + 1 // a number: float64, or a whole number where the attribute is a count
	Ordinal                 // one of some levels in rank order, lowest first
	Nominal                 // one of some levels without order
	Day                     // a date
	Money                   // an amount in one currency, exact
)

var kindNames = enum.Names{"", "numeric", "ordinal", "nominal", "day", "money"}

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

// levelled reports whether values are codes of levels.
func (k Kind) levelled() bool { return k == Ordinal || k == Nominal }
