package movement

import "github.com/hotelcrm/hotelcrm/internal/choice"

// String returns the name, "unset" for the zero value.
func (e EmptyBins) String() string { return emptyBinsNames.String(uint8(e)) }

// ParseEmptyBins returns the rule named by text, as [EmptyBins.String] writes it.
//
// Errors: a [*hotelcrm.ParamError] that lists the names.
func ParseEmptyBins(text string) (EmptyBins, error) {
	return choice.Parse[EmptyBins](emptyBinsNames, "empty bins", text)
}

// MarshalText returns the name, empty for the zero value.
func (e EmptyBins) MarshalText() ([]byte, error) {
	return choice.Marshal(emptyBinsNames, "empty bins", e)
}

// UnmarshalText reads a name; the empty text is the zero value.
func (e *EmptyBins) UnmarshalText(text []byte) error {
	return choice.Unmarshal(emptyBinsNames, "empty bins", text, e)
}

// String returns the name, "unset" for the zero value.
func (r Reading) String() string { return readingNames.String(uint8(r)) }

// ParseReading returns the reading named by text, as [Reading.String] writes it.
//
// Errors: a [*hotelcrm.ParamError] that lists the names.
func ParseReading(text string) (Reading, error) {
	return choice.Parse[Reading](readingNames, "reading", text)
}

// MarshalText returns the name, empty for the zero value.
func (r Reading) MarshalText() ([]byte, error) {
	return choice.Marshal(readingNames, "reading", r)
}

// UnmarshalText reads a name; the empty text is the zero value.
func (r *Reading) UnmarshalText(text []byte) error {
	return choice.Unmarshal(readingNames, "reading", text, r)
}
