package satisfaction

import (
	"github.com/hotelcrm/hotelcrm/internal/choice"
	"github.com/hotelcrm/hotelcrm/internal/enum"
)

// IntervalMethod is how an [Interval], or the test of a [Difference], was found.
type IntervalMethod uint8

// The methods.
const (
	NoInterval       IntervalMethod = iota + 1 // too few guests: the ends are those of the scale
	WilsonScore                                // of a share, see [Wilson] and [WilsonWeighted]
	StudentT                                   // of a mean, see [MeanInterval]
	Wald                                       // of a net promoter score, see [NPS.Wald]
	AdjustedWald                               // of a net promoter score, see [NPS.Adjusted]
	WelchT                                     // of a difference of means, see [Welch]
	Feldt                                      // of Cronbach's alpha, see [CronbachAlpha]
	WilsonContinuity                           // of a share, see [WilsonCorrected]
	ClopperPearson                             // of a share, see [ExactShare]
	Measurement                                // of one guest's score, see [MeasurementInterval]
)

var intervalMethodNames = enum.Names{"", "none", "wilson", "student-t", "wald", "adjusted-wald", "welch", "feldt", "wilson-continuity", "clopper-pearson", "measurement"}

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
