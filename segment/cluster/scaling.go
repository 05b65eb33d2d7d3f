package cluster

import (
	"github.com/hotelcrm/hotelcrm/internal/choice"
	"github.com/hotelcrm/hotelcrm/internal/enum"
)

// Scaling says how numbers of different units are made comparable. Unset means Standard.
type Scaling uint8

// The scalings.
const (
	Standard Scaling = iota + 1 // (x - mean) / standard deviation, the population's
	Range                       // (x - min) / (max - min)
	Raw                         // as they are: only where all attributes have one unit
)

var scalingNames = enum.Names{"", "standard", "range", "raw"}

// ParseScaling returns the scaling named by text, as [Scaling.String] writes it.
//
// Errors: a [*hotelcrm.ParamError] that lists the names.
func ParseScaling(text string) (Scaling, error) {
	return choice.Parse[Scaling](scalingNames, "scaling", text)
}

// String returns the name, "unset" for the zero value.
func (s Scaling) String() string { return scalingNames.String(uint8(s)) }

// MarshalText returns the name, empty for the zero value.
func (s Scaling) MarshalText() ([]byte, error) {
	return choice.Marshal(scalingNames, "scaling", s)
}

// UnmarshalText reads a name; the empty text is the zero value.
func (s *Scaling) UnmarshalText(text []byte) error {
	return choice.Unmarshal(scalingNames, "scaling", text, s)
}
