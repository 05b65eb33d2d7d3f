package satisfaction

import (
	"github.com/hotelcrm/hotelcrm/internal/choice"
	"github.com/hotelcrm/hotelcrm/internal/enum"
)

// Weighting says how respondents were weighted.
type Weighting uint8

// The weightings.
const (
	Unweighted  Weighting = iota + 1 // all alike
	RowWeights                       // each row by a weight of its own
	CellWeights                      // all rows of a cell alike, see [Combine]
)

var weightingNames = enum.Names{"", "none", "rows", "cells"}

// String returns the name, "unset" for the zero value.
func (w Weighting) String() string { return weightingNames.String(uint8(w)) }

// ParseWeighting returns the weighting named by text, as [Weighting.String] writes it.
//
// Errors: a [*hotelcrm.ParamError] that lists the names.
func ParseWeighting(text string) (Weighting, error) {
	return choice.Parse[Weighting](weightingNames, "weighting", text)
}

// MarshalText returns the name, empty for the zero value.
func (w Weighting) MarshalText() ([]byte, error) {
	return choice.Marshal(weightingNames, "weighting", w)
}

// UnmarshalText reads a name; the empty text is the zero value.
func (w *Weighting) UnmarshalText(text []byte) error {
	return choice.Unmarshal(weightingNames, "weighting", text, w)
}
