package weight

import (
	"github.com/hotelcrm/hotelcrm/internal/choice"
	"github.com/hotelcrm/hotelcrm/internal/enum"
)

// Method says how pairwise comparisons become weights. Unset means GeometricMean.
//
// On complete judgements Harker and LeastEigenvalue are the eigenvector.
type Method uint8

// The methods.
const (
	GeometricMean   Method = iota + 1 // geometric means of the rows; logarithmic least squares where comparisons are missing
	Eigenvector                       // of the largest eigenvalue; refuses missing comparisons
	Harker                            // eigenvector with 0 for missing, and 1 + their number on the diagonal
	LeastEigenvalue                   // eigenvector after filling the gaps so that the largest eigenvalue is least
)

var methodNames = enum.Names{"", "geometric-mean", "eigenvector", "harker", "least-eigenvalue"}

// ParseMethod returns the method named by text, as [Method.String] writes it.
//
// Errors: a [*hotelcrm.ParamError] that lists the names.
func ParseMethod(text string) (Method, error) {
	return choice.Parse[Method](methodNames, "method", text)
}

// String returns the name, "unset" for the zero value.
func (m Method) String() string { return methodNames.String(uint8(m)) }

// MarshalText returns the name, empty for the zero value.
func (m Method) MarshalText() ([]byte, error) { return choice.Marshal(methodNames, "method", m) }

// UnmarshalText reads a name; the empty text is the zero value.
func (m *Method) UnmarshalText(text []byte) error {
	return choice.Unmarshal(methodNames, "method", text, m)
}
