package main

import (
	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/examples/report/internal/basis"
	"github.com/hotelcrm/hotelcrm/examples/report/internal/intake"
	"github.com/hotelcrm/hotelcrm/valuation"
)

// returns is who comes back, and when.
type returns struct {
	by      valuation.Period
	through hotelcrm.Date // the last day of the cohorts
	cohorts []valuation.Cohort
	later   int // visits in the period that is not over
	repeat  valuation.Proportion

	survival *valuation.Survival
	longest  int // days that a guest was watched, at most
	points   []returnPoint
}

// returnPoint is the share of guests who have come back by so many days after their first arrival.
type returnPoint struct {
	days, atRisk int
	share        float64
	valuation.Interval
}

// newReturns returns nothing where visits are not known.
func newReturns(v *intake.Visits, asOf hotelcrm.Date) (*returns, error) {
	if v == nil {
		return nil, nil
	}
	r := &returns{through: asOf.AddDays(-1)}
	r.by = cohortPeriod(v, asOf)
	cohorts, err := valuation.CohortsOf(v.Offsets, v.Arrivals, r.by, r.through)
	if err != nil {
		return nil, err
	}
	r.cohorts, r.later = cohorts.Table(), cohorts.Later()
	if r.repeat, err = valuation.RepeatRate(v.Offsets, basis.Level); err != nil {
		return nil, err
	}
	spells, err := valuation.ReturnSpells(v.Offsets, v.Arrivals, asOf)
	if err != nil {
		return nil, err
	}
	if r.survival, err = valuation.KaplanMeier(spells); err != nil {
		return nil, err
	}
	return r, r.watch(spells)
}

// cohortPeriod is a quarter for up to two years of data, else a year.
func cohortPeriod(v *intake.Visits, asOf hotelcrm.Date) valuation.Period {
	const years = 2
	first := asOf
	for g := range len(v.Offsets) - 1 {
		first = min(first, v.Arrivals[v.Offsets[g]])
	}
	if first.AddMonths(12*years+1) >= asOf {
		return valuation.Quarter
	}
	return valuation.Year
}

// watch reads the curve at the days that people speak of, as far as guests were watched.
func (r *returns) watch(spells []valuation.Spell) error {
	for _, one := range spells {
		r.longest = max(r.longest, one.Length)
	}
	for _, days := range []int{30, 90, 180, 365, 730, 1095, 1825, 3650} {
		if days > r.longest {
			break
		}
		between, err := r.survival.Interval(days, basis.Level, valuation.LogLog)
		if err != nil {
			return err
		}
		point := returnPoint{days: days, share: 1 - r.survival.At(days)}
		point.Interval = between
		point.Low, point.High = 1-between.High, 1-between.Low
		for _, one := range spells {
			if one.Length >= days {
				point.atRisk++
			}
		}
		r.points = append(r.points, point)
	}
	return nil
}
