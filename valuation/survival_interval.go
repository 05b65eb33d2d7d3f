package valuation

import (
	"math"

	"github.com/hotelcrm/hotelcrm/internal/choice"
	"github.com/hotelcrm/hotelcrm/internal/enum"
	"github.com/hotelcrm/hotelcrm/internal/figure"
	"github.com/hotelcrm/hotelcrm/internal/refuse"
)

// Transform is the scale on which the interval of a survival rate is symmetric.
type Transform uint8

// The transforms. Both keep an interval above 0.
const (
	Log    Transform = iota + 1 // S·exp(±z·se/S), cut at 1: the default of R's survival package
	LogLog                      // S^exp(±z·se/(S·ln S)): never above 1, better for few spells
)

var transformNames = enum.Names{"", "log", "log-log"}

// String returns the name, "unset" for the zero value.
func (t Transform) String() string { return transformNames.String(uint8(t)) }

// ParseTransform returns the transform named by text, as [Transform.String] writes it.
//
// Errors: a [*hotelcrm.ParamError] that lists the names.
func ParseTransform(text string) (Transform, error) {
	return choice.Parse[Transform](transformNames, "transform", text)
}

// MarshalText returns the name, empty for the zero value.
func (t Transform) MarshalText() ([]byte, error) {
	return choice.Marshal(transformNames, "transform", t)
}

// UnmarshalText reads a name; the empty text is the zero value.
func (t *Transform) UnmarshalText(text []byte) error {
	return choice.Unmarshal(transformNames, "transform", text, t)
}

// Interval returns the pointwise confidence interval of the survival rate at a time.
//
// Input: level in (0, 1), such as 0.95.
// Result: before the first step [1, 1]; once the rate is 0, where Greenwood's error is not defined, [0, 1]. To 12
// significant digits. The interval carries level and transform.
// Errors: a [*hotelcrm.ParamError] for a level out of range or an unset transform.
// Source: J. Kalbfleisch and R. Prentice, The Statistical Analysis of Failure Time Data (1980).
func (s *Survival) Interval(time int, level float64, transform Transform) (Interval, error) {
	z, err := figure.Deviate(level)
	if err != nil {
		return Interval{}, err
	}
	if transform != Log && transform != LogLog {
		return Interval{}, refuse.Param("transform", transform.String(), transformNames.Allowed())
	}
	out := Interval{Low: 1, High: 1, Level: level, Method: transform.method()}
	i := s.index(time)
	switch {
	case i < 0:
		return out, nil
	case s.spread[i] == nil:
		out.Low = 0
		return out, nil
	}
	step := s.steps[i]
	low, high := transform.bounds(step.Rate, float64(z*step.StdErr)/step.Rate)
	out.Low, out.High = figure.Digits12(low), figure.Digits12(high)
	return out, nil
}

func (t Transform) method() IntervalMethod {
	if t == LogLog {
		return GreenwoodLogLog
	}
	return GreenwoodLog
}

// bounds returns the interval of a rate in (0, 1) whose logarithm has the half width given.
func (t Transform) bounds(rate, half float64) (low, high float64) {
	if t == Log {
		return rate * math.Exp(-half), min(1, rate*math.Exp(half))
	}
	exponent := half / math.Log(rate) // negative
	return math.Pow(rate, math.Exp(-exponent)), math.Pow(rate, math.Exp(exponent))
}
