package satisfaction

import (
	"github.com/hotelcrm/hotelcrm/internal/choice"
	"github.com/hotelcrm/hotelcrm/internal/enum"
)

// Remade says why a node cannot be compared between two rounds: its definition changed. Unset means that it did not.
type Remade uint8

// The reasons. Where several hold, the first of them is named.
const (
	OtherKind      Remade = iota + 1 // a question in one tree and a factor in the other
	OtherScale                       // the node, or a question below it, is answered on another scale
	OtherQuestions                   // other questions below it
	OtherWeights                     // the same questions, with other weights in it
)

var remadeNames = enum.Names{"", "other-kind", "other-scale", "other-questions", "other-weights"}

// String returns the name, "unset" for the zero value.
func (r Remade) String() string { return remadeNames.String(uint8(r)) }

// ParseRemade returns the reason named by text, as [Remade.String] writes it.
//
// Errors: a [*hotelcrm.ParamError] that lists the names.
func ParseRemade(text string) (Remade, error) {
	return choice.Parse[Remade](remadeNames, "remade", text)
}

// MarshalText returns the name, empty for the zero value.
func (r Remade) MarshalText() ([]byte, error) {
	return choice.Marshal(remadeNames, "remade", r)
}

// UnmarshalText reads a name; the empty text is the zero value.
func (r *Remade) UnmarshalText(text []byte) error {
	return choice.Unmarshal(remadeNames, "remade", text, r)
}
