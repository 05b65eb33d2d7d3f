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
