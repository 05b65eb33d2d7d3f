package tree

import (
	"github.com/hotelcrm/hotelcrm/internal/choice"
	"github.com/hotelcrm/hotelcrm/internal/enum"
)

// Side says which bin owns a number that is equal to a cut point.
type Side uint8

// The sides.
const (
	SideBelow Side = iota + 1 // the bin below: (a, b]
	SideAbove                 // the bin above: [a, b)
)

var sideNames = enum.Names{"", "below", "above"}

// ParseSide returns the side named by text, as [Side.String] writes it.
//
// Errors: a [*hotelcrm.ParamError] that lists the names.
func ParseSide(text string) (Side, error) {
	return choice.Parse[Side](sideNames, "side", text)
}

// String returns the name, "unset" for the zero value.
func (s Side) String() string { return sideNames.String(uint8(s)) }

// MarshalText returns the name, empty for the zero value.
func (s Side) MarshalText() ([]byte, error) { return choice.Marshal(sideNames, "side", s) }

// UnmarshalText reads a name; the empty text is the zero value.
func (s *Side) UnmarshalText(text []byte) error {
	return choice.Unmarshal(sideNames, "side", text, s)
}

// CutMethod says how cut points were found.
type CutMethod uint8

// The methods.
const (
	CutFixed          CutMethod = iota + 1 // given by the caller
	CutEqualWidth                          // bins of equal width from the smallest number to the largest
	CutEqualFrequency                      // bins of nearly equal numbers of guests, equal numbers together
	CutJenks                               // natural breaks: numbers closest to the means of their bins
	CutChiMerge                            // neighbours with like class shares merged
	CutMDLP                                // splits that pay for themselves in description length
)

var cutMethodNames = enum.Names{"", "fixed", "equal-width", "equal-frequency", "jenks", "chimerge", "mdlp"}

// ParseCutMethod returns the method named by text, as [CutMethod.String] writes it.
//
// Errors: a [*hotelcrm.ParamError] that lists the names.
func ParseCutMethod(text string) (CutMethod, error) {
	return choice.Parse[CutMethod](cutMethodNames, "method", text)
}

// String returns the name, "unset" for the zero value.
func (m CutMethod) String() string { return cutMethodNames.String(uint8(m)) }

// MarshalText returns the name, empty for the zero value.
func (m CutMethod) MarshalText() ([]byte, error) {
	return choice.Marshal(cutMethodNames, "method", m)
}

// UnmarshalText reads a name; the empty text is the zero value.
func (m *CutMethod) UnmarshalText(text []byte) error {
	return choice.Unmarshal(cutMethodNames, "method", text, m)
}
