package hotelcrm_test

import (
	"math"
	"testing"
	"time"

	"github.com/hotelcrm/hotelcrm"
)

func FuzzParseDate(f *testing.F) {
	for _, text := range []string{"2024-02-29", "2023-02-29", "0001-01-01", "9999-12-31", "0000-01-01", "2024-2-1", ""} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		at, timeErr := time.Parse("2006-01-02", text)
		exists := timeErr == nil && len(text) == 10 && at.Year() >= 1
		got, err := hotelcrm.ParseDate(text)
		if exists != (err == nil) {
			t.Fatalf("ParseDate(%q) = %v, %v; package time: %v, %v", text, got, err, at, timeErr)
		}
		if !exists {
			wantParamError(t, err)
			return
		}
		if got != hotelcrm.DateFromTime(at) || got.String() != text {
			t.Fatalf("ParseDate(%q) = %v, want the same day", text, got)
		}
	})
}

func FuzzAddMonths(f *testing.F) {
	f.Add(int32(738916), 1) // 2024-01-31
	f.Add(int32(738945), -12)
	f.Add(int32(1), -1)
	f.Add(int32(3652059), 1)
	f.Add(int32(738945), math.MaxInt)
	f.Fuzz(func(t *testing.T, day int32, n int) {
		from := hotelcrm.Date(day)
		got := from.AddMonths(n)
		if from < hotelcrm.MinDate || from > hotelcrm.MaxDate {
			return // it must only not panic
		}
		if want := plainAddMonths(from, n); got != want {
			t.Fatalf("%v plus %d months = %v, want %v", from, n, got, want)
		}
		if n%12 == 0 && from.AddYears(n/12) != got {
			t.Fatalf("%v plus %d years = %v, want %v", from, n/12, from.AddYears(n/12), got)
		}
	})
}

// plainAddMonths counts months from year 0 and asks package time for the length of the month.
func plainAddMonths(from hotelcrm.Date, n int) hotelcrm.Date {
	const allMonths = 12 * 10000
	if n < -allMonths || n > allMonths {
		return 0
	}
	year, month, day := from.Civil()
	months := 12*year + int(month) - 1 + n
	if months < 12 || months >= allMonths {
		return 0
	}
	year, month = months/12, time.Month(months%12+1)
	last := time.Date(year, month+1, 0, 0, 0, 0, 0, time.UTC).Day()
	return hotelcrm.DateFromTime(time.Date(year, month, min(day, last), 0, 0, 0, 0, time.UTC))
}
