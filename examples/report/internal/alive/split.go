package alive

import (
	"fmt"
	"slices"

	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/examples/report/internal/intake"
	"github.com/hotelcrm/hotelcrm/valuation"
	"github.com/hotelcrm/hotelcrm/valuation/btyd"
	"github.com/shopspring/decimal"
)

const (
	leastDays  = 365    // of data from which on a part can be held out
	mostPoints = 80     // of the tracking
	mostFitted = 4_000  // guests that the models are compared on
	mostChosen = 25_000 // guests that the chosen model is fitted to
	stepDays   = 7
)

// watchedDays returns the first and the last day that the visits tell of. The analysis date is one of them only if somebody
// came on it.
func watchedDays(v *intake.Visits, asOf hotelcrm.Date) (first, last hotelcrm.Date) {
	first, last = slices.Min(v.Arrivals), slices.Max(v.Arrivals)
	return first, max(last, asOf.AddDays(-1))
}

// every returns every n-th guest.
func every(v *intake.Visits, n int) *intake.Visits {
	if n == 1 {
		return v
	}
	out := &intake.Visits{Offsets: []int{0}}
	for g := 0; g < len(v.Offsets)-1; g += n {
		out.Arrivals = append(out.Arrivals, v.Arrivals[v.Offsets[g]:v.Offsets[g+1]]...)
		out.Offsets = append(out.Offsets, len(out.Arrivals))
	}
	return out
}

// holdout returns the days of the calibration and of what is held out after it; false if there is too little data.
func (t *Terms) holdout(first, last hotelcrm.Date) (btyd.Watch, bool, error) {
	watch := btyd.Watch{First: first, Last: t.End, End: last}
	switch days := last.DaysSince(first) + 1; {
	case t.End != 0 && (t.End < first || t.End >= last):
		return watch, false, fmt.Errorf("-calibration-end %s is not allowed; want a day from the first arrival, %s, to before the last day of the data, %s",
			t.End, first, last)
	case t.End == 0 && days < leastDays:
		return watch, false, nil
	case t.End == 0:
		watch.Last = last.AddDays(-days / 4)
	}
	return watch, true, nil
}

// trialOf splits the visits, and counts them along the way.
func trialOf(unit valuation.Period, v *intake.Visits, watch btyd.Watch) (btyd.Trial, *btyd.Split, error) {
	split, err := btyd.SplitOf(unit, v.Offsets, v.Arrivals, watch)
	if err != nil {
		return btyd.Trial{}, nil, err
	}
	trial, ends := btyd.TrialOf(split), trackDays(watch)
	for _, end := range ends {
		trial.At = append(trial.At, float64(end.DaysSince(watch.Last))/btyd.DaysPer(unit))
	}
	trial.Actual, err = btyd.CumulativeRepeats(v.Offsets, v.Arrivals, watch, ends)
	return trial, split, err
}

// trackDays returns the days at whose beginning visits are counted: whole weeks from the first day, mostPoints at most.
func trackDays(watch btyd.Watch) []hotelcrm.Date {
	through := max(watch.Last, watch.End)
	step := stepDays
	for through.DaysSince(watch.First)+1 > step*mostPoints {
		step += stepDays
	}
	var days []hotelcrm.Date
	for day := watch.First.AddDays(step); day <= through.AddDays(1); day = day.AddDays(step) {
		days = append(days, day)
	}
	return days
}

// spendsOf returns what each guest of a split spent on the repeat visits of the calibration.
func spendsOf(v *intake.Visits, split *btyd.Split) []btyd.Spend {
	out := make([]btyd.Spend, len(split.Guests))
	for i, g := range split.Guests {
		total := decimal.Decimal{}
		for k := v.Offsets[g]; k < v.Offsets[g+1]; k++ {
			if v.Arrivals[k] > v.Arrivals[v.Offsets[g]] && v.Arrivals[k] <= split.Watch.Last {
				total = total.Add(v.Revenue.At(k))
			}
		}
		out[i] = btyd.SpendOf(split.Histories[i].X, total)
	}
	return out
}
