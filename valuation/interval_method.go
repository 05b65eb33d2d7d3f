package valuation

import (
	"github.com/hotelcrm/hotelcrm/internal/choice"
	"github.com/hotelcrm/hotelcrm/internal/enum"
)

// IntervalMethod is how an [Interval] was found. The zero value is unset: an interval that the caller put together.
type IntervalMethod uint8

// The methods.
const (
	Wilson          IntervalMethod = iota + 1 // score interval of a share, see [NewProportion]
	GreenwoodLog                              // of a survival rate, with the transform [Log]
	GreenwoodLogLog                           // of a survival rate, with the transform [LogLog]
)

var intervalMethodNames = enum.Names{"", "wilson", "greenwood-log", "greenwood-log-log"}

// String returns the name, "unset" for the zero value.
func (m IntervalMethod) String() string { return intervalMethodNames.String(uint8(m)) }

// ParseIntervalMethod returns the method named by text, as [IntervalMethod.String] writes it.
//
// Errors: a [*hotelcrm.ParamError] that lists the names.
func ParseIntervalMethod(text string) (IntervalMethod, error) {
	return choice.Parse[IntervalMethod](intervalMethodNames, "interval method", text)
}

// MarshalText returns the name, empty for the zero value.
func (m IntervalMethod) MarshalText() ([]byte, error) {
	return choice.Marshal(intervalMethodNames, "interval method", m)
}

// UnmarshalText reads a name; the empty text is the zero value.
func (m *IntervalMethod) UnmarshalText(text []byte) error {
	return choice.Unmarshal(intervalMethodNames, "interval method", text, m)
}
