package btyd

import (
	"github.com/hotelcrm/hotelcrm/internal/refuse"
	"github.com/hotelcrm/hotelcrm/internal/share"
	"github.com/hotelcrm/hotelcrm/valuation"
)

// DaysPer returns the length of a unit of time in days: a week has exactly 7, a year 365 and a month 365/12. An unset
// unit gives 0.
//
// The weeks of this package are calendar weeks, so a year has 52 1/7 of them. A discount rate per week is still a 52nd
// of the force of a year, see [valuation.Period].
func DaysPer(unit valuation.Period) float64 {
	switch unit {
	case 0:
		return 0
	case valuation.Week:
		return 7
	}
	return 365 / float64(max(unit.PerYear(), 1))
}

// Span returns a horizon as a number of units: 1 x year is 365/7 weeks.
//
// Errors: a [*hotelcrm.ParamError] for a horizon or a unit out of range.
func Span(h valuation.Horizon, unit valuation.Period) (float64, error) {
	if err := h.Validate(); err != nil {
		return 0, err
	}
	if err := checkUnit(unit); err != nil {
		return 0, err
	}
	if h.Period == unit {
		return float64(h.N), nil
	}
	return float64(h.N) * DaysPer(h.Period) / DaysPer(unit), nil
}

// checkWorkers refuses a number of goroutines that nobody can mean.
func checkWorkers(workers int) error {
	return share.Check("workers", workers, refuse.Param)
}

func checkUnit(unit valuation.Period) error {
	if unit.PerYear() == 0 {
		return refuse.Param("unit", unit.String(), "year, half-year, quarter, month, week or day")
	}
	return nil
}
