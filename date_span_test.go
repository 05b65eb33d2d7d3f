package hotelcrm_test

import (
	"encoding/json"
	"testing"
	"time"

	"github.com/hotelcrm/hotelcrm"
	"pgregory.net/rapid"
)

func span(t testing.TB, from, to string) hotelcrm.Span {
	t.Helper()
	return hotelcrm.Span{From: day(t, from), To: day(t, to)}
}

func day(t testing.TB, text string) hotelcrm.Date {
	t.Helper()
	if text == "" {
		return 0
	}
	d, err := hotelcrm.ParseDate(text)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func TestSpanIsHalfOpen(t *testing.T) {
	gold := span(t, "2025-01-15", "2027-03-01")
	tests := []struct {
		name string
		span hotelcrm.Span
		day  string
		want bool
	}{
		{"day before", gold, "2025-01-14", false},
		{"first day", gold, "2025-01-15", true},
		{"last day", gold, "2027-02-28", true},
		{"end", gold, "2027-03-01", false},
		{"open to the past", span(t, "", "2027-03-01"), "0001-01-01", true},
		{"open to the future", span(t, "2025-01-15", ""), "9999-12-31", true},
		{"everything", hotelcrm.Span{}, "2026-01-01", true},
		{"no date", hotelcrm.Span{}, "", false},
		{"empty", span(t, "2025-01-15", "2025-01-15"), "2025-01-15", false},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			if got := test.span.Contains(day(t, test.day)); got != test.want {
				t.Errorf("got %v, want %v", got, test.want)
			}
		})
	}
}

func TestSpanEnds(t *testing.T) {
	tests := []struct {
		name  string
		span  hotelcrm.Span
		last  string
		empty bool
		days  int
		known bool
	}{
		{"common February", span(t, "2025-01-15", "2027-03-01"), "2027-02-28", false, 775, true},
		{"leap February", span(t, "2026-01-15", "2028-03-01"), "2028-02-29", false, 776, true},
		{"one day", span(t, "2026-01-15", "2026-01-16"), "2026-01-15", false, 1, true},
		{"no end", span(t, "2026-01-15", ""), "", false, 0, false},
		{"no beginning", span(t, "", "2026-01-15"), "2026-01-14", false, 0, false},
		{"empty", span(t, "2026-01-15", "2026-01-15"), "", true, 0, true},
		{"reversed", span(t, "2026-01-15", "2025-01-15"), "", true, 0, true},
		{"before the first day", hotelcrm.Span{To: hotelcrm.MinDate}, "", true, 0, false},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			days, known := test.span.Days()
			if got := test.span.Last(); got != day(t, test.last) || test.span.Empty() != test.empty || days != test.days || known != test.known {
				t.Errorf("got last %s, empty %v, %d days %v", got, test.span.Empty(), days, known)
			}
		})
	}
}

func TestCyclesKeepTheOriginalDay(t *testing.T) {
	tests := []struct {
		name, start, day string
		months           int
		from, to         string
	}{
		{"first day", "2026-07-21", "2026-07-21", 12, "2026-07-21", "2027-07-21"},
		{"day before", "2026-07-21", "2026-07-20", 12, "2025-07-21", "2026-07-21"},
		{"last day", "2026-07-21", "2027-07-20", 12, "2026-07-21", "2027-07-21"},
		{"month ends do not drift", "2023-01-31", "2023-03-30", 1, "2023-02-28", "2023-03-31"},
		{"month end itself", "2023-01-31", "2023-02-28", 1, "2023-02-28", "2023-03-31"},
		{"leap day comes back", "2024-02-29", "2028-03-01", 12, "2028-02-29", "2029-02-28"},
		{"leap day in a common year", "2024-02-29", "2025-02-28", 12, "2025-02-28", "2026-02-28"},
		{"half years", "2026-03-15", "2027-01-01", 6, "2026-09-15", "2027-03-15"},
		{"no months", "2026-03-15", "2027-01-01", 0, "", ""},
		{"no start", "", "2027-01-01", 12, "", ""},
		{"beyond the calendar", "9999-03-15", "9999-12-31", 12, "", ""},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			if got := hotelcrm.Cycle(day(t, test.start), day(t, test.day), test.months); got != span(t, test.from, test.to) {
				t.Errorf("got %s to %s", got.From, got.To)
			}
		})
	}
}

func TestRollingWindowHoldsBothItsEdges(t *testing.T) {
	tests := []struct {
		name, day string
		months    int
		from, to  string
	}{
		{"twelve months", "2026-11-22", 12, "2025-11-23", "2026-11-23"},
		{"half a year to a month end", "2026-08-31", 6, "2026-03-01", "2026-09-01"},
		{"half a year to a month end, leap year", "2024-08-31", 6, "2024-03-01", "2024-09-01"},
		{"twelve months to a leap day", "2024-02-29", 12, "2023-03-01", "2024-03-01"},
		{"no months", "2024-02-29", 0, "", ""},
		{"no day", "", 12, "", ""},
		{"before the calendar", "0001-02-01", 12, "", ""},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			if got := hotelcrm.Rolling(day(t, test.day), test.months); got != span(t, test.from, test.to) {
				t.Errorf("got %s to %s", got.From, got.To)
			}
		})
	}
}

func TestCyclesHoldTheirDayAndJoin(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		days := rapid.Int32Range(int32(hotelcrm.DateOf(1990, 1, 1)), int32(hotelcrm.DateOf(2090, 1, 1)))
		start, d := hotelcrm.Date(days.Draw(t, "start")), hotelcrm.Date(days.Draw(t, "day"))
		months := rapid.IntRange(1, 30).Draw(t, "months")
		c := hotelcrm.Cycle(start, d, months)
		if !c.Contains(d) {
			t.Fatalf("%v does not hold %s", c, d)
		}
		if next := hotelcrm.Cycle(start, c.To, months); next.From != c.To {
			t.Fatalf("%v is followed by %v", c, next)
		}
	})
}

func TestSpansMeet(t *testing.T) {
	year, half := span(t, "2026-01-01", "2027-01-01"), span(t, "2026-07-01", "")
	if got := year.And(half); got != span(t, "2026-07-01", "2027-01-01") || half.And(year) != got || !year.Overlaps(half) {
		t.Errorf("got %v", got)
	}
	if next := span(t, "2027-01-01", ""); year.Overlaps(next) || !half.Overlaps(next) {
		t.Error("spans that only touch overlap")
	}
}

func TestSpanJSON(t *testing.T) {
	text, err := json.Marshal(hotelcrm.Span{From: hotelcrm.DateOf(2026, time.February, 1)})
	if err != nil || string(text) != `{"from":"2026-02-01"}` {
		t.Errorf("got %s, %v", text, err)
	}
}
