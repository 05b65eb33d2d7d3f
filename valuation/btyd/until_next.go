package btyd

import (
	"errors"
	"fmt"
	"math"

	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/internal/refuse"
)

// UntilNextAll returns the times of [UntilNext] for guests in their order, +Inf where the probability is never reached.
//
// Input: as for [UntilNext]; workers is how many goroutines may work, 0 for one. The result does not depend on it.
// Errors: a [*hotelcrm.ParamError] for a probability, model or workers out of range, a [*hotelcrm.RowError] for each of the
// first [hotelcrm.MaxRowErrors] histories that cannot be.
// Cost: that of [UntilNext] for each different history.
func UntilNextAll(m Model, guests []History, probability float64, workers int) ([]float64, error) {
	if err := checkWorkers(workers); err != nil {
		return nil, err
	}
	groups, err := newAlike(guests, workers)
	if err != nil {
		return nil, err
	}
	if _, _, err := UntilNext(m, History{T: 1}, probability); err != nil { // also where there are no guests
		return nil, err
	}
	of := make([]float64, len(groups.histories))
	_, err = inBlocks(len(of), workers, func(k int, _ *workspace, _ *gradient) error {
		t, ok, err := UntilNext(m, groups.histories[k], probability)
		if of[k] = t; !ok {
			of[k] = math.Inf(1)
		}
		return err
	})
	if err != nil {
		return nil, err
	}
	out := make([]float64, len(guests))
	for i, k := range groups.of {
		out[i] = of[k]
	}
	return out, nil
}

// DayOfNext returns the day by which the guest comes again with a probability, and false if it never gets that high or lies
// after the year 9999: with 1/2 the day by which a next visit is as likely as not.
//
// Input: probability as for [UntilNext]; last is the last day that the history was watched, as [Watch].Last.
// Errors: as for [UntilNext]; a [*hotelcrm.ParamError] for a last that is no day.
func DayOfNext(m Model, h History, probability float64, last hotelcrm.Date) (day hotelcrm.Date, ok bool, err error) {
	if last < hotelcrm.MinDate || last > hotelcrm.MaxDate {
		return 0, false, refuse.Param("last", last.String(), "a day of the calendar")
	}
	t, ok, err := UntilNext(m, h, probability)
	if err != nil || !ok {
		return 0, false, err
	}
	days := max(1, math.Ceil(t*DaysPer(m.Period())))
	if days > float64(hotelcrm.MaxDate.DaysSince(last)) {
		return 0, false, nil
	}
	return last.AddDays(int(days)), true, nil
}

// ExpectedAll returns the means of [GammaGamma.Expected] for guests in their order.
//
// Errors: a [*hotelcrm.ParamError] for a model out of range, a [*hotelcrm.RowError] for each of the first
// [hotelcrm.MaxRowErrors] spends that cannot be or have no mean.
// Cost: O(n).
func (m GammaGamma) ExpectedAll(spends []Spend) ([]float64, error) {
	if err := m.Validate(); err != nil {
		return nil, err
	}
	out := make([]float64, len(spends))
	var errs []error
	for i, s := range spends {
		var err error
		if out[i], err = m.Expected(s); err != nil {
			if errs = append(errs, &hotelcrm.RowError{Row: i + 1, Field: "spend", Value: fmt.Sprintf("%+v", s), Err: err}); len(errs) == hotelcrm.MaxRowErrors {
				break
			}
		}
	}
	if errs != nil {
		return nil, errors.Join(errs...)
	}
	return out, nil
}
