package valuation

import (
	"fmt"

	"github.com/hotelcrm/hotelcrm/internal/choice"
	"github.com/hotelcrm/hotelcrm/internal/enum"
	"github.com/hotelcrm/hotelcrm/internal/refuse"
)

// Period is a unit of time for rates, payments and horizons. The zero value is unset and refused where a period is
// needed.
type Period uint8

// The periods. A year is 2 half-years, 4 quarters, 12 months, 52 weeks or 365 days, by convention: a rate per week is
// a 52nd of the force of a year, whatever the calendar says.
const (
	Year Period = iota + 1
	HalfYear
	Quarter
	Month
	Week
	Day
)

var periodNames = enum.Names{"", "year", "half-year", "quarter", "month", "week", "day"}

// PerYear returns how many periods a year has, 0 for an unset period.
func (p Period) PerYear() int {
	switch p {
	case Year:
		return 1
	case HalfYear:
		return 2
	case Quarter:
		return 4
	case Month:
		return 12
	case Week:
		return 52
	case Day:
		return 365
	}
	return 0
}

// String returns the name, "unset" for the zero value.
func (p Period) String() string { return periodNames.String(uint8(p)) }

// ParsePeriod returns the period named by text, as [Period.String] writes it.
//
// Errors: a [*hotelcrm.ParamError] that lists the names.
func ParsePeriod(text string) (Period, error) {
	return choice.Parse[Period](periodNames, "period", text)
}

// MarshalText returns the name, empty for the zero value.
func (p Period) MarshalText() ([]byte, error) { return choice.Marshal(periodNames, "period", p) }

// UnmarshalText reads a name; the empty text is the zero value.
func (p *Period) UnmarshalText(text []byte) error {
	return choice.Unmarshal(periodNames, "period", text, p)
}

func (p Period) check(param string) error {
	if p.PerYear() == 0 {
		return refuse.Param(param, p.String(), periodNames.Allowed())
	}
	return nil
}

// Horizon is a number of periods, counted from now.
type Horizon struct {
	N      int    `json:"n"` // 0 or more
	Period Period `json:"period"`
}

// maxPeriods bounds a horizon: a hundred years of days.
const maxPeriods = 36_500

// Validate returns a [*hotelcrm.ParamError] for an unset period or a number outside [0, 36500], else nil.
func (h Horizon) Validate() error {
	if h.N < 0 || h.N > maxPeriods {
		return refuse.Param("Horizon.N", fmt.Sprint(h.N), fmt.Sprintf("0 to %d", maxPeriods))
	}
	return h.Period.check("Horizon.Period")
}

// In returns the same stretch of time counted in another period.
//
// Errors: a [*hotelcrm.ParamError] if that is no whole number of periods: a year is 12 months, but 7 months are no
// number of quarters.
func (h Horizon) In(p Period) (Horizon, error) {
	if err := h.Validate(); err != nil {
		return Horizon{}, err
	}
	if err := p.check("period"); err != nil {
		return Horizon{}, err
	}
	n := h.N * p.PerYear()
	if n%h.Period.PerYear() != 0 {
		return Horizon{}, refuse.Param("period", p.String(), "a period of which "+h.String()+" is a whole number")
	}
	out := Horizon{N: n / h.Period.PerYear(), Period: p}
	return out, out.Validate()
}

// String returns the number and the period, such as "5 x year".
func (h Horizon) String() string { return fmt.Sprintf("%d x %s", h.N, h.Period) }
