package cluster

import (
	"github.com/hotelcrm/hotelcrm/internal/choice"
	"github.com/hotelcrm/hotelcrm/internal/enum"
)

// Method says how groups were found.
type Method uint8

// The methods.
const (
	ByMeans      Method = iota + 1 // [KMeans]
	ByModes                        // [KModes]
	ByPrototypes                   // [KPrototypes]
	ByMedoids                      // [PAM]
)

var methodNames = enum.Names{"", "k-means", "k-modes", "k-prototypes", "pam"}

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

// Metric says how far two guests are apart. Unset means Euclidean for data of numbers only, else Gower.
type Metric uint8

// The metrics. What is missing of one of two guests takes no part; guests that share nothing known are as far apart as
// the data is wide.
const (
	Euclidean Metric = iota + 1 // √Σ(x-y)² of scaled numbers, in proportion to what is known; no levels
	Gower                       // mean over attributes of |x-y|/range, and of 1 for a differing level: 0 to 1
)

var metricNames = enum.Names{"", "euclidean", "gower"}

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
