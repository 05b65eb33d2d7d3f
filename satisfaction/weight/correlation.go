package weight

import (
	"github.com/hotelcrm/hotelcrm/internal/choice"
	"github.com/hotelcrm/hotelcrm/internal/enum"
)

// Correlation says which correlations a method used.
type Correlation uint8

// The correlations.
const (
	Pearson     Correlation = iota + 1 // of a complete table
	Spearman                           // Pearson's of the ranks
	PearsonBoth                        // over the guests who answered both items
	PearsonAll                         // the covariance of those over the deviations of all answers
)

var correlationNames = enum.Names{"", "pearson", "spearman", "pearson-both", "pearson-all"}

// String returns the name, "unset" for the zero value.
func (c Correlation) String() string { return correlationNames.String(uint8(c)) }

// ParseCorrelation returns the correlation named by text, as [Correlation.String] writes it.
//
// Errors: a [*hotelcrm.ParamError] that lists the names.
func ParseCorrelation(text string) (Correlation, error) {
	return choice.Parse[Correlation](correlationNames, "correlation", text)
}

// MarshalText returns the name, empty for the zero value.
func (c Correlation) MarshalText() ([]byte, error) {
	return choice.Marshal(correlationNames, "correlation", c)
}

// UnmarshalText reads a name; the empty text is the zero value.
func (c *Correlation) UnmarshalText(text []byte) error {
	return choice.Unmarshal(correlationNames, "correlation", text, c)
}
