package valuation

import (
	"github.com/hotelcrm/hotelcrm/internal/choice"
	"github.com/hotelcrm/hotelcrm/internal/enum"
)

// Timing says when the payment of a period falls. Unset means the timing of the model's own source, as listed at
// [Convention]; results carry what was used.
type Timing uint8

// The timings. A guest decides to stay on at the end of each period, so of the payments of period t the one at its end
// comes after t decisions, those at its start and in its middle after t-1.
const (
	EndOfPeriod    Timing = iota + 1 // at t = 1, 2, ...: the ordinary annuity
	StartOfPeriod                    // at t = 0, 1, ...: the annuity due
	MiddleOfPeriod                   // at t = 1/2, 3/2, ...
)

var timingNames = enum.Names{"", "end-of-period", "start-of-period", "middle-of-period"}

// String returns the name, "unset" for the zero value.
func (t Timing) String() string { return timingNames.String(uint8(t)) }

// ParseTiming returns the timing named by text, as [Timing.String] writes it.
//
// Errors: a [*hotelcrm.ParamError] that lists the names.
func ParseTiming(text string) (Timing, error) {
	return choice.Parse[Timing](timingNames, "timing", text)
}

// MarshalText returns the name, empty for the zero value.
func (t Timing) MarshalText() ([]byte, error) { return choice.Marshal(timingNames, "timing", t) }

// UnmarshalText reads a name; the empty text is the zero value.
func (t *Timing) UnmarshalText(text []byte) error {
	return choice.Unmarshal(timingNames, "timing", text, t)
}
