package hotelcrm_test

import (
	"math"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/hotelcrm/hotelcrm"
	"pgregory.net/rapid"
)

func TestAddMonthsKeepsTheDayWhereItExists(t *testing.T) {
	tests := []struct {
		name, from string
		months     int
		want       string
	}{
		{"31 January to a common February", "2023-01-31", 1, "2023-02-28"},
		{"31 January to a leap February", "2024-01-31", 1, "2024-02-29"},
		{"31 January to March", "2023-01-31", 2, "2023-03-31"},
		{"31 January to April", "2023-01-31", 3, "2023-04-30"},
		{"31 January to the next one", "2023-01-31", 12, "2024-01-31"},
		{"30 January to February", "2023-01-30", 1, "2023-02-28"},
		{"leap day a year on", "2024-02-29", 12, "2025-02-28"},
		{"leap day four years on", "2024-02-29", 48, "2028-02-29"},
		{"leap day a year back", "2024-02-29", -12, "2023-02-28"},
		{"28 February does not become a month end", "2023-02-28", 1, "2023-03-28"},
		{"back over the year border", "2024-03-31", -4, "2023-11-30"},
		{"December to January", "2023-12-15", 1, "2024-01-15"},
		{"January to December", "2024-01-15", -1, "2023-12-15"},
		{"nothing added", "2024-05-31", 0, "2024-05-31"},
		{"to the last month", "9999-11-30", 1, "9999-12-30"},
		{"beyond the last month", "9999-12-01", 1, ""},
		{"to the first month", "0001-02-28", -1, "0001-01-28"},
		{"before the first month", "0001-01-31", -1, ""},
		{"from the first day to the last month", "0001-01-01", 9999*12 - 1, "9999-12-01"},
		{"huge", "2024-01-31", math.MaxInt, ""},
		{"hugely back", "2024-01-31", math.MinInt, ""},
		{"wraps in 32 bits", "2024-01-31", wraps32, ""},
		{"the zero Date stays", "", 1, ""},
		{"the zero Date stays when nothing is added", "", 0, ""},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			skip32(t, test.name)
			if diff := cmp.Diff(test.want, calendarDay(t, test.from).AddMonths(test.months).String()); diff != "" {
				t.Errorf("%s plus %d months (-want +got):\n%s", test.from, test.months, diff)
			}
		})
	}
}

func TestAddMonthsFromTheFirstDateKeepsTheDay(t *testing.T) {
	start := hotelcrm.DateOf(2023, time.January, 31)
	var got []string
	for n := range 14 {
		got = append(got, start.AddMonths(n).String())
	}
	want := []string{
		"2023-01-31", "2023-02-28", "2023-03-31", "2023-04-30", "2023-05-31", "2023-06-30", "2023-07-31",
		"2023-08-31", "2023-09-30", "2023-10-31", "2023-11-30", "2023-12-31", "2024-01-31", "2024-02-29",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("month ends after 31 January (-want +got):\n%s", diff)
	}
}

func TestAddYearsMeansTheOriginalDay(t *testing.T) {
	tests := []struct {
		name, from string
		years      int
		want       string
	}{
		{"ordinary day", "2023-06-15", 1, "2024-06-15"},
		{"leap day to a common year", "2024-02-29", 1, "2025-02-28"},
		{"leap day to a leap year", "2024-02-29", 4, "2028-02-29"},
		{"leap day over a century without one", "1896-02-29", 4, "1900-02-28"},
		{"leap day back", "2024-02-29", -4, "2020-02-29"},
		{"28 February stays", "2023-02-28", 1, "2024-02-28"},
		{"to the last year", "2024-12-31", 7975, "9999-12-31"},
		{"beyond the last year", "2024-12-31", 7976, ""},
		{"to the first year", "2024-01-01", -2023, "0001-01-01"},
		{"before the first year", "2024-01-01", -2024, ""},
		{"huge", "2024-02-29", math.MaxInt, ""},
		{"hugely back", "2024-02-29", math.MinInt, ""},
		{"twelve times wraps to 0", "2024-02-29", math.MaxInt/2 + 1, ""},
		{"twelve times wraps to a few months", "2024-02-29", math.MaxInt/12 + 1, ""},
		{"twelve times wraps to twelve", "2024-02-29", math.MaxInt/2 + 2, ""},
		{"the zero Date stays", "", 1, ""},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			skip32(t, test.name)
			if diff := cmp.Diff(test.want, calendarDay(t, test.from).AddYears(test.years).String()); diff != "" {
				t.Errorf("%s plus %d years (-want +got):\n%s", test.from, test.years, diff)
			}
		})
	}
}

func TestAddDaysStopsAtTheEndsOfTheCalendar(t *testing.T) {
	tests := []struct {
		name string
		from hotelcrm.Date
		days int
		want hotelcrm.Date
	}{
		{"one on", hotelcrm.MinDate, 1, hotelcrm.MinDate + 1},
		{"one back", hotelcrm.MaxDate, -1, hotelcrm.MaxDate - 1},
		{"first to last", hotelcrm.MinDate, 3652058, hotelcrm.MaxDate},
		{"last to first", hotelcrm.MaxDate, -3652058, hotelcrm.MinDate},
		{"before the first", hotelcrm.MinDate, -1, 0},
		{"after the last", hotelcrm.MaxDate, 1, 0},
		{"huge", hotelcrm.MaxDate, math.MaxInt, 0},
		{"hugely back", hotelcrm.MinDate, math.MinInt, 0},
		{"wraps in 32 bits", hotelcrm.MinDate, wraps32, 0},
		{"the zero Date stays", 0, 100, 0},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			skip32(t, test.name)
			if diff := cmp.Diff(test.want, test.from.AddDays(test.days)); diff != "" {
				t.Errorf("day %d plus %d days (-want +got):\n%s", test.from, test.days, diff)
			}
		})
	}
}

func TestDaysSinceUndoesAddDays(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		ends := rapid.Int32Range(int32(hotelcrm.MinDate), int32(hotelcrm.MaxDate))
		from, to := hotelcrm.Date(ends.Draw(t, "from")), hotelcrm.Date(ends.Draw(t, "to"))
		if got := from.AddDays(to.DaysSince(from)); got != to {
			t.Fatalf("%v plus the days until %v is %v", from, to, got)
		}
		if to.DaysSince(from) != -from.DaysSince(to) {
			t.Fatalf("days between %v and %v differ in magnitude", from, to)
		}
		if (to.DaysSince(from) > 0) != (to > from) {
			t.Fatalf("the order of %v and %v is not that of their days", from, to)
		}
	})
}

func TestMonthEndIsTheLastDayOfTheMonth(t *testing.T) {
	for d := hotelcrm.DateOf(1895, time.January, 1); d <= hotelcrm.DateOf(2105, time.January, 1); d++ {
		year, month, _ := d.Civil()
		var want civilDay
		want.Year, want.Month, want.Day = time.Date(year, month+1, 0, 0, 0, 0, 0, time.UTC).Date()
		if got := civilOf(d.MonthEnd()); got != want {
			t.Fatalf("month of %v ends %v, want %v", d, got, want)
		}
	}
	if got := hotelcrm.MaxDate.MonthEnd(); got != hotelcrm.MaxDate {
		t.Errorf("the last month ends %v, want %v", got, hotelcrm.MaxDate)
	}
}
