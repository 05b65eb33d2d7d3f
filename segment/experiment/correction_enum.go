package experiment

import "github.com/hotelcrm/hotelcrm/internal/choice"

// String returns the name, "unset" for the zero value.
func (c Correction) String() string { return correctionNames.String(uint8(c)) }

// ParseCorrection returns the correction named by text, as [Correction.String] writes it.
//
// Errors: a [*hotelcrm.ParamError] that lists the names.
func ParseCorrection(text string) (Correction, error) {
	return choice.Parse[Correction](correctionNames, "correction", text)
}

// MarshalText returns the name, empty for the zero value.
func (c Correction) MarshalText() ([]byte, error) {
	return choice.Marshal(correctionNames, "correction", c)
}

// UnmarshalText reads a name; the empty text is the zero value.
func (c *Correction) UnmarshalText(text []byte) error {
	return choice.Unmarshal(correctionNames, "correction", text, c)
}
