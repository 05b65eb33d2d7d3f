package valuation_test

import (
	"math"
	"slices"
	"strings"
	"testing"
	"time"

	gocmp "github.com/google/go-cmp/cmp"
	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/internal/refusetest"
	"github.com/hotelcrm/hotelcrm/valuation"
	"pgregory.net/rapid"
)

// Eight guests and the months in which they stayed.
var stays = [][]int{{1, 2, 4}, {1, 3}, {1}, {2, 3, 4}, {2}, {3, 4}, {1, 2, 3, 4}, {3}}

func visitsOf(months [][]int) []valuation.Activity {
	var out []valuation.Activity
	for guest, list := range months {
		for _, month := range list {
			out = append(out, valuation.Activity{Guest: guest, Period: month})
		}
	}
	return out
}

// columnsOf puts the months of 2024 into columns, with a second stay in each month.
func columnsOf(months [][]int) (offsets []int, arrivals []hotelcrm.Date) {
	offsets = []int{0}
	for guest, list := range months {
		for _, month := range list {
			arrivals = append(arrivals, hotelcrm.DateOf(2024, time.Month(month), 1+guest), hotelcrm.DateOf(2024, time.Month(month), 28))
		}
		offsets = append(offsets, len(arrivals))
	}
	return offsets, arrivals
}

// shares returns the observed rates of each cohort.
func shares(c *valuation.Cohorts) [][]float64 {
	var out [][]float64
	for _, cohort := range c.Table() {
		var row []float64
		for _, cell := range cohort.Cells {
			if cell.Observed {
				row = append(row, cell.Rate)
			}
		}
		out = append(out, row)
	}
	return out
}

func TestCohortsMeetTheTable(t *testing.T) {
	byMonth, err := valuation.CohortsOfActivity(visitsOf(stays), 4)
	if err != nil {
		t.Fatal(err)
	}
	offsets, arrivals := columnsOf(stays)
	byDate, err := valuation.CohortsOf(offsets, arrivals, valuation.Month, hotelcrm.DateOf(2024, 4, 30))
	if err != nil {
		t.Fatal(err)
	}
	want := [][]float64{{1, .5, .5, .5}, {1, .5, .5}, {1, .5}, {0}}
	for name, c := range map[string]*valuation.Cohorts{"numbers": byMonth, "dates": byDate} {
		if diff := gocmp.Diff(want, shares(c)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", name, diff)
		}
		var retained, news, back []int
		var rates []float64
		for _, m := range c.Turnover()[1:] {
			retained, news, back = append(retained, m.Retained), append(news, m.New), append(back, m.Reactivated)
			p, err := m.Retention(0.95)
			if err != nil {
				t.Fatal(err)
			}
			rates = append(rates, p.Rate)
		}
		if diff := gocmp.Diff([][]int{{2, 2, 3}, {2, 2, 0}, {0, 1, 1}}, [][]int{retained, news, back}); diff != "" {
			t.Errorf("%s, retained, new and reactivated (-want +got):\n%s", name, diff)
		}
		if diff := gocmp.Diff([]float64{.5, .5, .6}, rates); diff != "" {
			t.Errorf("%s (-want +got):\n%s", name, diff)
		}
		if c.Later() != 0 {
			t.Errorf("%s: %d visits were left out", name, c.Later())
		}
	}
	if start := byDate.Table()[1].Start; start != hotelcrm.DateOf(2024, 2, 1) {
		t.Errorf("the second cohort starts on %v", start)
	}
}

func TestCohortCellsNotYetObservedAreMarked(t *testing.T) {
	offsets, arrivals := columnsOf(stays)
	c, err := valuation.CohortsOf(offsets, arrivals, valuation.Month, hotelcrm.DateOf(2024, 4, 29))
	if err != nil {
		t.Fatal(err)
	}
	table := c.Table()
	if len(table) != 3 || c.Later() != 8 {
		t.Fatalf("April was not over: got %d months, %d visits left out", len(table), c.Later())
	}
	for i, cohort := range table {
		for age, cell := range cohort.Cells {
			if cell.Observed != (i+age < 3) {
				t.Errorf("cohort %d after %d months: %+v", i, age, cell)
			}
		}
	}
}

func TestCohortsByLongerPeriods(t *testing.T) {
	offsets, arrivals := columnsOf([][]int{{1, 3, 4, 12}, {6, 7}})
	tests := []struct {
		by     valuation.Period
		want   [][]float64
		starts []hotelcrm.Date
	}{
		{valuation.Year, [][]float64{{1}}, []hotelcrm.Date{hotelcrm.DateOf(2024, 1, 1)}},
		{valuation.HalfYear, [][]float64{{1, 1}, {0}}, []hotelcrm.Date{hotelcrm.DateOf(2024, 1, 1), hotelcrm.DateOf(2024, 7, 1)}},
		{valuation.Quarter, [][]float64{{1, 1, 0, 1}, {1, 1, 0}, {0, 0}, {0}}, []hotelcrm.Date{
			hotelcrm.DateOf(2024, 1, 1), hotelcrm.DateOf(2024, 4, 1), hotelcrm.DateOf(2024, 7, 1), hotelcrm.DateOf(2024, 10, 1),
		}},
	}
	for _, test := range tests {
		c, err := valuation.CohortsOf(offsets, arrivals, test.by, hotelcrm.DateOf(2024, 12, 31))
		if err != nil {
			t.Fatal(err)
		}
		if diff := gocmp.Diff(test.want, shares(c)); diff != "" {
			t.Errorf("by %v (-want +got):\n%s", test.by, diff)
		}
		var starts []hotelcrm.Date
		for _, cohort := range c.Table() {
			starts = append(starts, cohort.Start)
		}
		if diff := gocmp.Diff(test.starts, starts); diff != "" {
			t.Errorf("by %v (-want +got):\n%s", test.by, diff)
		}
	}
}

func TestCohortsRefuse(t *testing.T) {
	offsets, arrivals := columnsOf(stays)
	end := hotelcrm.DateOf(2024, 4, 30)
	tests := []struct {
		name     string
		offsets  []int
		arrivals []hotelcrm.Date
		by       valuation.Period
		through  hotelcrm.Date
		param    string
	}{
		{"weeks", offsets, arrivals, valuation.Week, end, "by"},
		{"no period", offsets, arrivals, 0, end, "by"},
		{"no end", offsets, arrivals, valuation.Month, 0, "through"},
		{"the end of time", offsets, arrivals, valuation.Month, hotelcrm.MaxDate, "through"},
		{"no offsets", nil, nil, valuation.Month, end, "offsets"},
		{"offsets short of the arrivals", offsets[:3], arrivals, valuation.Month, end, "offsets"},
		{"offsets that fall", []int{0, 2, 1, 2}, arrivals[:2], valuation.Month, end, "offsets[2]"},
		{"offsets beyond", []int{0, 9, 2}, arrivals[:2], valuation.Month, end, "offsets[1]"},
		{"three hundred years", []int{0, 2}, []hotelcrm.Date{hotelcrm.DateOf(1700, 1, 1), end}, valuation.Month, end, "periods"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			_, err := valuation.CohortsOf(test.offsets, test.arrivals, test.by, test.through)
			refusetest.Param(t, err, test.param)
		})
	}
	_, err := valuation.CohortsOf([]int{0, 3}, []hotelcrm.Date{end, end - 1, 0}, valuation.Month, end)
	refusetest.Row(t, err, 2, "arrival")
	_, err = valuation.CohortsOf([]int{0, 50}, make([]hotelcrm.Date, 50), valuation.Month, end)
	if lines := strings.Count(err.Error(), "\n") + 1; lines != hotelcrm.MaxRowErrors {
		t.Errorf("got %d errors, want %d", lines, hotelcrm.MaxRowErrors)
	}
	_, err = valuation.CohortsOfActivity([]valuation.Activity{{Period: math.MinInt}}, math.MaxInt)
	refusetest.Param(t, err, "periods")
}

func TestCohortsOfNothingAreEmpty(t *testing.T) {
	for _, visits := range [][]valuation.Activity{nil, {{Period: math.MaxInt}, {Guest: 1, Period: 3}}} {
		c, err := valuation.CohortsOfActivity(visits, 2)
		if err != nil || len(c.Table()) != 0 || len(c.Turnover()) != 0 || c.Later() != len(visits) {
			t.Errorf("got %+v, %v", c, err)
		}
	}
	c, err := valuation.CohortsOfActivity([]valuation.Activity{{Period: math.MaxInt}}, math.MaxInt)
	if err != nil || len(c.Table()) != 1 {
		t.Errorf("got %+v, %v", c, err)
	}
}

// Counting by hand, guest by guest and month by month, gives the same table in any order of visits.
func TestCohortsMeetTheSlowCount(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		const last = 6
		visits := rapid.SliceOfN(rapid.Custom(func(t *rapid.T) valuation.Activity {
			return valuation.Activity{Guest: rapid.IntRange(1, 5).Draw(t, "guest"), Period: rapid.IntRange(1, 8).Draw(t, "period")}
		}), 0, 30).Draw(t, "visits")
		c, err := valuation.CohortsOfActivity(visits, last)
		if err != nil {
			t.Fatalf("%v", err)
		}
		came := func(guest, period int) bool {
			return slices.Contains(visits, valuation.Activity{Guest: guest, Period: period})
		}
		first := func(guest int) int {
			for period := 1; period <= 8; period++ {
				if came(guest, period) {
					return period
				}
			}
			return 0
		}
		for _, cohort := range c.Table() {
			for age, cell := range cohort.Cells {
				want := 0
				for guest := 1; guest <= 5; guest++ {
					if first(guest) == cohort.Period && cohort.Period+age <= last && came(guest, cohort.Period+age) {
						want++
					}
				}
				if cell.Guests != want {
					t.Fatalf("cohort %d after %d: got %d, want %d", cohort.Period, age, cell.Guests, want)
				}
			}
		}
		for _, m := range c.Turnover() {
			if m.Guests != m.Retained+m.New+m.Reactivated {
				t.Fatalf("%+v does not add up", m)
			}
		}
		again, _ := valuation.CohortsOfActivity(rapid.Permutation(visits).Draw(t, "shuffled"), last)
		if diff := gocmp.Diff(c.Table(), again.Table()); diff != "" {
			t.Fatalf("(-given +shuffled):\n%s", diff)
		}
	})
}
