package returns

import (
	"sort"

	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/examples/report/internal/basis"
	"github.com/hotelcrm/hotelcrm/examples/report/internal/intake"
	"github.com/hotelcrm/hotelcrm/valuation"
)

// Result is who comes back, and when.
type Result struct {
	By      valuation.Period
	Through hotelcrm.Date // the last day of the cohorts
	Cohorts []valuation.Cohort
	Same    []int // guests of each cohort who came again in the period of their first visit
	Later   int   // visits in the period that is not over
	Repeat  valuation.Proportion

	Survival *valuation.Survival
	Longest  int // days that a guest was watched, at most
	Points   []Point
}

// Point is the share of guests who have come back by so many days after their first arrival.
type Point struct {
	Days, AtRisk int
	Share        float64
	valuation.Interval
}

// New returns nothing where visits are not known.
func New(v *intake.Visits, asOf hotelcrm.Date) (*Result, error) {
	if v == nil {
		return nil, nil
	}
	r := &Result{Through: asOf.AddDays(-1)}
	r.By = cohortPeriod(v, asOf)
	cohorts, err := valuation.CohortsOf(v.Offsets, v.Arrivals, r.By, r.Through)
	if err != nil {
		return nil, err
	}
	r.Cohorts, r.Later = cohorts.Table(), cohorts.Later()
	r.Same = r.sameOf(v)
	if r.Repeat, err = valuation.RepeatRate(v.Offsets, basis.Level); err != nil {
		return nil, err
	}
	spells, err := valuation.ReturnSpells(v.Offsets, v.Arrivals, asOf)
	if err != nil {
		return nil, err
	}
	if r.Survival, err = valuation.KaplanMeier(spells); err != nil {
		return nil, err
	}
	return r, r.watch(spells)
}

// sameOf counts the guests of each cohort whose second visit, too, was in its period.
func (r *Result) sameOf(v *intake.Visits) []int {
	same := make([]int, len(r.Cohorts))
	for g := range len(v.Offsets) - 1 {
		arrivals := v.Arrivals[v.Offsets[g]:v.Offsets[g+1]]
		after := sort.Search(len(r.Cohorts), func(k int) bool { return r.Cohorts[k].Start > arrivals[0] })
		if len(arrivals) > 1 && after > 0 && arrivals[1] < r.next(after-1) {
			same[after-1]++
		}
	}
	return same
}

// next returns the first day after the period of cohort k.
func (r *Result) next(k int) hotelcrm.Date {
	return r.Cohorts[k].Start.AddMonths(12 / r.By.PerYear())
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
func (r *Result) watch(spells []valuation.Spell) error {
	for _, one := range spells {
		r.Longest = max(r.Longest, one.Length)
	}
	for _, days := range []int{30, 90, 180, 365, 730, 1095, 1825, 3650} {
		if days > r.Longest {
			break
		}
		between, err := r.Survival.Interval(days, basis.Level, valuation.LogLog)
		if err != nil {
			return err
		}
		point := Point{Days: days, Share: 1 - r.Survival.At(days)}
		point.Interval = between
		point.Low, point.High = 1-between.High, 1-between.Low
		for _, one := range spells {
			if one.Length >= days {
				point.AtRisk++
			}
		}
		r.Points = append(r.Points, point)
	}
	return nil
}

// LastDay is the last day of the last period that is over.
func (r *Result) LastDay() hotelcrm.Date {
	if len(r.Cohorts) == 0 {
		return r.Through
	}
	return r.next(len(r.Cohorts) - 1).AddDays(-1)
}
