package valuation

import (
	"cmp"
	"fmt"
	"math"
	"slices"

	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/internal/refuse"
)

// Cohorts is a table of guests by the period of their first visit and by how many periods later they came again. It is
// immutable and safe for concurrent use.
//
// First means first in the data: if visits before some date were cut off, old guests look like new ones of the first
// periods.
type Cohorts struct {
	first    int
	last     int
	start    func(period int) hotelcrm.Date
	active   [][]int // by cohort and age; rows end where watching ends
	turnover []Turnover
	later    int
}

// Cohort is the guests whose first visit fell in one period.
type Cohort struct {
	Period int           `json:"period"` // as in the input; of dates: periods since the year 0
	Start  hotelcrm.Date `json:"start"`  // the first day, zero if the input had no dates
	Cells  []Cell        `json:"cells"`  // by periods since the first visit; the first is all of them
}

// Cell is the part of a cohort that came in one period.
type Cell struct {
	Guests   int     `json:"guests"`
	Rate     float64 `json:"rate"`     // of the cohort, 0 if it is empty
	Observed bool    `json:"observed"` // false: the period is not over, and Guests and Rate mean nothing
}

// Turnover is what happened to the guests from one period to the next.
type Turnover struct {
	Period      int           `json:"period"`      // as in [Cohort]
	Start       hotelcrm.Date `json:"start"`       // as in [Cohort]
	Before      int           `json:"before"`      // guests of the period before
	Guests      int           `json:"guests"`      // guests of this one: Retained + New + Reactivated
	Retained    int           `json:"retained"`    // who came in both
	New         int           `json:"new"`         // for the first time
	Reactivated int           `json:"reactivated"` // who had come, but not in the period before
}

// Retention returns the part of the guests of the period before who came again.
//
// Input: level as in [NewProportion].
// Errors: a [*hotelcrm.ParamError], also after a period without guests, of which there is no rate.
func (t Turnover) Retention(level float64) (Proportion, error) {
	return NewProportion(t.Retained, t.Before, level)
}

// Activity says that a guest came in a period, once or more. Guests and periods are numbered by the caller.
type Activity struct{ Guest, Period int }

// maxCohorts bounds the table, which grows with its square: 200 years of months.
const maxCohorts = 2400

// CohortsOf returns the cohorts of guests by calendar years, half-years, quarters or months.
//
// Input: guest g has the arrivals from offsets[g] up to, but not including, offsets[g+1], earliest first; the order of
// guests does not matter. Data is complete through a day; the period that is not over on that day is not observed, and
// visits in it and later are left out and counted by [Cohorts.Later].
// Errors: a [*hotelcrm.ParamError] for another period, wrong offsets, a through that is no day or over 2400 periods; a
// [*hotelcrm.RowError] for each of the first [hotelcrm.MaxRowErrors] arrivals that are no day or before the one above.
// Cost: O(arrivals + periods²).
func CohortsOf(offsets []int, arrivals []hotelcrm.Date, by Period, through hotelcrm.Date) (*Cohorts, error) {
	if by < Year || by > Month {
		return nil, refuse.Param("by", by.String(), "year, half-year, quarter or month")
	}
	if err := checkThrough(through); err != nil {
		return nil, err
	}
	if err := checkVisits(offsets, arrivals); err != nil {
		return nil, err
	}
	last := by.index(through+1) - 1
	first := last + 1
	for g := range len(offsets) - 1 {
		if offsets[g] < offsets[g+1] {
			first = min(first, by.index(arrivals[offsets[g]]))
		}
	}
	c, err := newCohorts(first, last, by.start)
	if err != nil {
		return nil, err
	}
	var periods []int
	for g := range len(offsets) - 1 {
		periods = periods[:0]
		for _, day := range arrivals[offsets[g]:offsets[g+1]] {
			periods = append(periods, by.index(day))
		}
		c.add(periods)
	}
	return c, nil
}

// index returns the number of periods since the year 0, for periods that are a number of months.
func (p Period) index(day hotelcrm.Date) int {
	year, month, _ := day.Civil()
	return (year*12 + int(month) - 1) * p.PerYear() / 12
}

// start returns the first day of a period that index returned.
func (p Period) start(index int) hotelcrm.Date {
	first := hotelcrm.DateOf(1, 1, 1)
	return first.AddMonths((index - p.PerYear()) * 12 / p.PerYear())
}

// CohortsOfActivity returns the cohorts of guests who came in numbered periods, observed up to and including last.
//
// Input: any order; a guest may come several times in a period. Visits after last are left out and counted.
// Errors: a [*hotelcrm.ParamError] if the first visit is over 2400 periods before last.
// Cost: O(n log n + periods²).
func CohortsOfActivity(active []Activity, last int) (*Cohorts, error) {
	sorted := slices.SortedFunc(slices.Values(active), compareActivity)
	c := &Cohorts{last: last, start: noDates}
	if first := earliest(sorted); first <= last && len(sorted) > 0 {
		var err error
		if c, err = newCohorts(first, last, noDates); err != nil {
			return nil, err
		}
	}
	var periods []int
	for i, v := range sorted {
		periods = append(periods, v.Period)
		if i+1 == len(sorted) || sorted[i+1].Guest != v.Guest {
			c.add(periods)
			periods = periods[:0]
		}
	}
	return c, nil
}

func compareActivity(a, b Activity) int {
	return cmp.Or(cmp.Compare(a.Guest, b.Guest), cmp.Compare(a.Period, b.Period))
}

func noDates(int) hotelcrm.Date { return 0 }

func earliest(active []Activity) int {
	first := math.MaxInt
	for _, v := range active {
		first = min(first, v.Period)
	}
	return first
}

// newCohorts returns an empty table of the periods from first to last.
func newCohorts(first, last int, start func(int) hotelcrm.Date) (*Cohorts, error) {
	if last >= first && uint(last)-uint(first) >= maxCohorts { // as unsigned numbers the difference cannot overflow
		return nil, refuse.Param("periods", fmt.Sprintf("%d to %d", first, last), fmt.Sprintf("at most %d", maxCohorts))
	}
	c := &Cohorts{first: first, last: last, start: start}
	for left := last - first + 1; left > 0; left-- {
		period := last - left + 1
		c.active = append(c.active, make([]int, left))
		c.turnover = append(c.turnover, Turnover{Period: period, Start: start(period)})
	}
	return c, nil
}

// add counts one guest, whose periods do not fall.
func (c *Cohorts) add(periods []int) {
	before := 0
	for i, period := range periods {
		switch {
		case period > c.last:
			c.later++
		case i == 0 || period != before:
			age := period - periods[0]
			c.active[periods[0]-c.first][age]++
			c.turnover[period-c.first].count(age, period-before)
		}
		before = period
	}
}

func (t *Turnover) count(age, gap int) {
	t.Guests++
	switch {
	case age == 0:
		t.New++
	case gap == 1:
		t.Retained++
	default:
		t.Reactivated++
	}
}

// Later returns how many visits were left out because their period was not observed.
func (c *Cohorts) Later() int { return c.later }

// Table returns one row for each period from the first with a visit to the last observed, and as many cells in each.
// Cells in periods that are not observed are marked as such.
//
// Cost: O(periods²).
func (c *Cohorts) Table() []Cohort {
	out := make([]Cohort, len(c.active))
	for i, row := range c.active {
		out[i] = Cohort{Period: c.first + i, Start: c.start(c.first + i), Cells: make([]Cell, len(c.active))}
		for age, guests := range row {
			out[i].Cells[age] = Cell{Guests: guests, Observed: true, Rate: float64(guests) / float64(max(row[0], 1))}
		}
	}
	return out
}

// Turnover returns what happened from each period to the next, one entry for each row of the table.
func (c *Cohorts) Turnover() []Turnover {
	out := slices.Clone(c.turnover)
	for i := 1; i < len(out); i++ {
		out[i].Before = out[i-1].Guests
	}
	return out
}
