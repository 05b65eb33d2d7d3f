package tree

import (
	"github.com/hotelcrm/hotelcrm/internal/choice"
	"github.com/hotelcrm/hotelcrm/internal/enum"
)

// Nominal says how a nominal attribute divides a node. Unset means Multiway.
type Nominal uint8

// The shapes of a nominal split.
const (
	Multiway Nominal = iota + 1 // one branch for each level
	OneLevel                    // one level against all others
	Levels                      // a set of levels against the others: the best for two classes, a good one for more
)

var nominalNames = enum.Names{"", "multiway", "one-level", "levels"}

// ParseNominal returns the nominal named by text, as [Nominal.String] writes it.
//
// Errors: a [*hotelcrm.ParamError] that lists the names.
func ParseNominal(text string) (Nominal, error) {
	return choice.Parse[Nominal](nominalNames, "nominal", text)
}

// String returns the name, "unset" for the zero value.
func (n Nominal) String() string { return nominalNames.String(uint8(n)) }

// MarshalText returns the name, empty for the zero value.
func (n Nominal) MarshalText() ([]byte, error) { return choice.Marshal(nominalNames, "nominal", n) }

// UnmarshalText reads a name; the empty text is the zero value.
func (n *Nominal) UnmarshalText(text []byte) error {
	return choice.Unmarshal(nominalNames, "nominal", text, n)
}
