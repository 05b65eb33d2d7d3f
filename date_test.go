package hotelcrm_test

import (
	"errors"
	"math"
	"strings"
	"testing"
	"time"
	_ "time/tzdata"

	"github.com/google/go-cmp/cmp"
	"github.com/hotelcrm/hotelcrm"
	"pgregory.net/rapid"
)

// civilDay is a day as package time sees it, for comparisons that print well.
type civilDay struct {
	Year  int
	Month time.Month
	Day   int
}

// wraps32 is a number whose low 32 bits are 0. Where int has 32 bits there is none, and cases with it are skipped.
const wraps32 = math.MaxInt >> 32 << 32

func skip32(t *testing.T, name string) {
	t.Helper()
	if wraps32 == 0 && strings.Contains(name, "32 bits") {
		t.Skip("int has 32 bits")
	}
}

func civilOf(d hotelcrm.Date) civilDay {
	year, month, day := d.Civil()
	return civilDay{year, month, day}
}

// calendarDay reads a date of a table; the empty text is the zero Date.
func calendarDay(t *testing.T, text string) hotelcrm.Date {
	t.Helper()
	if text == "" {
		return 0
	}
	d, err := hotelcrm.ParseDate(text)
	if err != nil {
		t.Fatalf("ParseDate(%q): %v", text, err)
	}
	return d
}

// wantParamError fails unless err is a ParamError that says what is allowed.
func wantParamError(t *testing.T, err error) *hotelcrm.ParamError {
	t.Helper()
	var wrong *hotelcrm.ParamError
	if !errors.As(err, &wrong) {
		t.Fatalf("error = %v (%T), want a *ParamError", err, err)
	}
	if wrong.Param == "" || wrong.Allowed == "" {
		t.Errorf("error %+v does not name its parameter and the allowed range", *wrong)
	}
	return wrong
}

// wantRefusal fails unless err is a ParamError that repeats the value as it was given.
func wantRefusal(t *testing.T, err error, given string) *hotelcrm.ParamError {
	t.Helper()
	wrong := wantParamError(t, err)
	if diff := cmp.Diff(given, wrong.Value); diff != "" {
		t.Errorf("value in the error (-want +got):\n%s", diff)
	}
	return wrong
}

func TestEveryDayOfTheCalendarAgreesWithPackageTime(t *testing.T) {
	d := hotelcrm.MinDate
	for day := time.Date(1, 1, 1, 0, 0, 0, 0, time.UTC); day.Year() <= 9999; day = day.AddDate(0, 0, 1) {
		year, month, dayOfMonth := day.Date()
		gotYear, gotMonth, gotDay := d.Civil()
		if gotYear != year || gotMonth != month || gotDay != dayOfMonth {
			t.Fatalf("day %d is %d-%d-%d, want %d-%d-%d", d, gotYear, gotMonth, gotDay, year, month, dayOfMonth)
		}
		if got, err := hotelcrm.NewDate(year, month, dayOfMonth); got != d || err != nil {
			t.Fatalf("NewDate(%d, %d, %d) = %d, %v, want %d", year, month, dayOfMonth, got, err, d)
		}
		if got := hotelcrm.DateFromTime(day); got != d {
			t.Fatalf("DateFromTime(%v) = %d, want %d", day, got, d)
		}
		if d.Weekday() != day.Weekday() {
			t.Fatalf("%v is a %v, want %v", d, d.Weekday(), day.Weekday())
		}
		wantISOYear, wantWeek := day.ISOWeek()
		if gotISOYear, gotWeek := d.ISOWeek(); gotISOYear != wantISOYear || gotWeek != wantWeek {
			t.Fatalf("%v is in week %d of %d, want %d of %d", d, gotWeek, gotISOYear, wantWeek, wantISOYear)
		}
		d++
	}
	if d != hotelcrm.MaxDate+1 {
		t.Errorf("the calendar ends before day %d, want after %d", d, hotelcrm.MaxDate)
	}
}

func TestTextOfADateRoundTrips(t *testing.T) {
	for d := hotelcrm.MinDate; d <= hotelcrm.MaxDate; d += 13 {
		year, month, day := d.Civil()
		want := time.Date(year, month, day, 0, 0, 0, 0, time.UTC).Format("2006-01-02")
		if d.String() != want {
			t.Fatalf("day %d reads %q, want %q", d, d.String(), want)
		}
		if got, err := hotelcrm.ParseDate(want); got != d || err != nil {
			t.Fatalf("ParseDate(%q) = %d, %v, want %d", want, got, err, d)
		}
	}
}

func TestISOWeekKeepsTheYearOfItsThursday(t *testing.T) {
	tests := []struct {
		name, day  string
		year, week int
	}{
		{"Friday 1 January belongs to week 53", "2021-01-01", 2020, 53},
		{"Monday 31 December belongs to week 1", "2018-12-31", 2019, 1},
		{"Sunday 1 January belongs to week 52", "2023-01-01", 2022, 52},
		{"week 53 of a leap year", "2020-12-31", 2020, 53},
		{"the first day there is is a Monday", "0001-01-01", 1, 1},
		{"the last day there is is a Friday", "9999-12-31", 9999, 52},
		{"the zero Date has no week", "", 0, 0},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			skip32(t, test.name)
			year, week := calendarDay(t, test.day).ISOWeek()
			if diff := cmp.Diff([2]int{test.year, test.week}, [2]int{year, week}); diff != "" {
				t.Errorf("ISO year and week (-want +got):\n%s", diff)
			}
		})
	}
}

func TestNewDateRefusesDaysThatDoNotExist(t *testing.T) {
	tests := []struct {
		name  string
		year  int
		month time.Month
		day   int
	}{
		{"no leap day in 2018", 2018, time.February, 29},
		{"no leap day in 1900", 1900, time.February, 29},
		{"31 April", 2024, time.April, 31},
		{"day 0", 2024, time.May, 0},
		{"month 0", 2024, 0, 1},
		{"month 13", 2024, 13, 1},
		{"year 0", 0, time.January, 1},
		{"year 10000", 10000, time.January, 1},
		{"day -1", 2024, time.May, -1},
		{"month -1", 2024, -1, 1},
		{"year -1", -1, time.May, 1},
		{"huge year", math.MaxInt, time.May, 1},
		{"huge month", 2024, math.MaxInt, 1},
		{"huge day", 2024, time.May, math.MaxInt},
		{"very early year", math.MinInt, time.May, 1},
		{"day that is 1 in 32 bits", 2024, time.May, wraps32 + 1},
		{"month that is 1 in 8 bits", 2024, 1<<8 + 1, 1},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			skip32(t, test.name)
			got, err := hotelcrm.NewDate(test.year, test.month, test.day)
			if wrong := wantParamError(t, err); wrong.Value == "" {
				t.Errorf("error %+v does not say what was given", *wrong)
			}
			if got != 0 {
				t.Errorf("NewDate = %v beside an error, want the zero Date", got)
			}
		})
	}
}

func TestNewDateTakesTheLeapDay(t *testing.T) {
	for _, year := range []int{4, 1600, 2000, 2016, 2024, 9996} {
		d, err := hotelcrm.NewDate(year, time.February, 29)
		if err != nil {
			t.Errorf("29 February %d: %v", year, err)
		}
		if diff := cmp.Diff(civilDay{year, time.February, 29}, civilOf(d)); diff != "" {
			t.Errorf("29 February %d (-want +got):\n%s", year, diff)
		}
	}
}

func TestDateOfRollsOverAsTimeDate(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		year := rapid.IntRange(-200, 10200).Draw(t, "year")
		month := time.Month(rapid.OneOf(rapid.IntRange(-20, 20), rapid.IntRange(-130000, 130000)).Draw(t, "month"))
		day := rapid.OneOf(rapid.IntRange(-40, 400), rapid.IntRange(-4e6, 4e6)).Draw(t, "day")
		var want civilDay
		if at := time.Date(year, month, day, 0, 0, 0, 0, time.UTC); at.Year() >= 1 && at.Year() <= 9999 {
			want.Year, want.Month, want.Day = at.Date()
		}
		if diff := cmp.Diff(want, civilOf(hotelcrm.DateOf(year, month, day))); diff != "" {
			t.Fatalf("DateOf(%d, %d, %d) (-want +got):\n%s", year, month, day, diff)
		}
	})
}

func TestDateOfGivesZeroOutsideTheCalendar(t *testing.T) {
	tests := []struct {
		name  string
		year  int
		month time.Month
		day   int
		want  string
	}{
		{"31 April is 1 May", 2024, time.April, 31, "2024-05-01"},
		{"month 0 is December", 2024, 0, 10, "2023-12-10"},
		{"day 0 is the end of the month before", 2024, time.March, 0, "2024-02-29"},
		{"the first day", 1, time.January, 1, "0001-01-01"},
		{"the last day", 9999, time.December, 31, "9999-12-31"},
		{"the day before the first", 1, time.January, 0, ""},
		{"the day after the last", 9999, time.December, 32, ""},
		{"year 0 that rolls into year 1", 0, 13, 1, "0001-01-01"},
		{"year 10000 that rolls back", 10000, time.January, 0, "9999-12-31"},
		{"year -1 that days carry into year 1", -1, time.December, 398, "0001-01-01"},
		{"largest year", math.MaxInt, time.January, 1, ""},
		{"smallest year", math.MinInt, time.January, 1, ""},
		{"largest month", 2024, math.MaxInt, 1, ""},
		{"smallest month", 2024, math.MinInt, 1, ""},
		{"largest day", 2024, time.January, math.MaxInt, ""},
		{"smallest day", 2024, time.January, math.MinInt, ""},
		{"year that wraps when counted in months", math.MaxInt - 2024, time.January, 1, ""},
		{"all largest", math.MaxInt, math.MaxInt, math.MaxInt, ""},
		{"all smallest", math.MinInt, math.MinInt, math.MinInt, ""},
		{"day that wraps in 32 bits", 2024, time.January, wraps32 + 1, ""},
		{"day that wraps in 64 bits", 2024, time.January, math.MaxInt - 700000, ""},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			skip32(t, test.name)
			if diff := cmp.Diff(test.want, hotelcrm.DateOf(test.year, test.month, test.day).String()); diff != "" {
				t.Errorf("DateOf(%d, %d, %d) (-want +got):\n%s", test.year, test.month, test.day, diff)
			}
		})
	}
}

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

func TestZeroDateIsNoDate(t *testing.T) {
	type answers struct {
		IsZero       bool
		Text, Format string
		Civil        civilDay
		MonthEnd     hotelcrm.Date
	}
	var d hotelcrm.Date
	want := answers{IsZero: true}
	got := answers{d.IsZero(), d.String(), d.Format("Mon 2 Jan 2006"), civilOf(d), d.MonthEnd()}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("zero Date (-want +got):\n%s", diff)
	}
	if hotelcrm.MinDate.IsZero() {
		t.Error("0001-01-01 reads as no date")
	}
}
