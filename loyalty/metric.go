package loyalty

import (
	"github.com/hotelcrm/hotelcrm/internal/choice"
	"github.com/hotelcrm/hotelcrm/internal/enum"
)

// Metric is what a condition counts in its window.
type Metric uint8

// The metrics. All but Brands and YearsAtTier are sums over lines of activity.
const (
	Nights      Metric = iota + 1 // qualifying nights
	Stays                         // qualifying stays
	Points                        // base points: bonus points never qualify
	Spend                         // eligible spend in the programme's currency
	Events                        // meetings, banquets
	NoShows                       // bookings that nobody came for
	Brands                        // different brands among lines with a stay or a night
	YearsAtTier                   // calendar years at whose last day the member held the tier or a higher one
)

var metricNames = enum.Names{"", "nights", "stays", "points", "spend", "events", "noShows", "brands", "years"}

// sums is the number of metrics that are sums over lines.
const sums = int(NoShows)

// ParseMetric returns the metric named by text, as [Metric.String] writes it.
//
// Errors: a [*hotelcrm.ParamError] that lists the names.
func ParseMetric(text string) (Metric, error) {
	return choice.Parse[Metric](metricNames, "metric", text)
}

// String returns the name, "unset" for the zero value.
func (m Metric) String() string { return metricNames.String(uint8(m)) }

// MarshalText returns the name, empty for the zero value.
func (m Metric) MarshalText() ([]byte, error) { return choice.Marshal(metricNames, "metric", m) }

// UnmarshalText reads a name; the empty text is the zero value.
func (m *Metric) UnmarshalText(text []byte) error {
	return choice.Unmarshal(metricNames, "metric", text, m)
}
