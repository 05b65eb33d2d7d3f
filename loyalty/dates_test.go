package loyalty_test

import (
	"testing"
	"time"

	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/loyalty"
)

// LG-26.
func TestMonthEndsAreClamped(t *testing.T) {
	tests := []struct {
		from   string
		months int
		want   string
	}{
		{"2023-01-31", 1, "2023-02-28"},
		{"2024-01-31", 1, "2024-02-29"},
		{"2024-02-29", 12, "2025-02-28"},
		{"2024-08-31", 18, "2026-02-28"},
		{"2023-11-30", 15, "2025-02-28"},
		{"2023-01-31", 2, "2023-03-31"},
	}
	for _, test := range tests {
		if got := day(test.from).AddMonths(test.months); got != day(test.want) {
			t.Errorf("%s + %d months: got %s, want %s", test.from, test.months, got, test.want)
		}
		e := compiled(t, `{"format":1,"id":"x","currency":"EUR","versions":[{"id":"1","tiers":[{"id":"a"},{"id":"b","promote":{"metric":"nights","atLeast":1},`+
			`"valid":{"kind":"months","months":`+decimalOf(test.months)+`}}]}]}`)
		m := loyalty.Member{Activities: []loyalty.Activity{nights(test.from, 1)}}
		if s := statusOf(t, e, m, test.from); s.Until != day(test.want) {
			t.Errorf("a status of %d months from %s: until %s, want %s", test.months, test.from, s.Until, test.want)
		}
	}
}

func decimalOf(n int) string { return number(n).String() }

func zone(t *testing.T, name string) *time.Location {
	t.Helper()
	z, err := time.LoadLocation(name)
	if err != nil {
		t.Skip(err)
	}
	return z
}

// Nights are differences of civil dates: hours divided by 24 give 1.79 here.
func TestNightsAcrossTheSpringChange(t *testing.T) {
	newYork := zone(t, "America/New_York")
	in, out := time.Date(2026, 3, 7, 15, 0, 0, 0, newYork), time.Date(2026, 3, 9, 11, 0, 0, 0, newYork)
	if hours := out.Sub(in).Hours(); hours != 43 {
		t.Errorf("%v hours", hours)
	}
	if n := hotelcrm.DateFromTime(out).DaysSince(hotelcrm.DateFromTime(in)); n != 2 {
		t.Errorf("got %d nights", n)
	}
}

func TestLocalTimesThatDoNotExist(t *testing.T) {
	tests := []struct {
		zone string
		time time.Time
		want string
	}{
		{"America/New_York", time.Date(2026, 3, 8, 2, 30, 0, 0, zone(t, "America/New_York")), "2026-03-08 01:30"},
		{"Africa/Cairo", time.Date(2026, 4, 24, 0, 0, 0, 0, zone(t, "Africa/Cairo")), "2026-04-24 01:00"},
		{"Pacific/Apia", time.Date(2011, 12, 30, 0, 0, 0, 0, zone(t, "Pacific/Apia")), "2011-12-29 00:00"},
	}
	for _, test := range tests {
		if got := test.time.Format("2006-01-02 15:04"); got != test.want {
			t.Errorf("%s: package time says %s, want %s", test.zone, got, test.want)
		}
	}
	// A business date needs no such time.
	if got := hotelcrm.DateOf(2011, 12, 30).AddDays(1); got != hotelcrm.DateOf(2011, 12, 31) {
		t.Errorf("got %s", got)
	}
	if got := hotelcrm.DateOf(2026, 4, 24); got.String() != "2026-04-24" {
		t.Errorf("got %s", got)
	}
}

// The zone that makes an instant a date is the caller's to name.
func TestYearEndNeedsAZone(t *testing.T) {
	instant := time.Date(2026, 12, 31, 20, 30, 0, 0, time.UTC)
	for name, want := range map[string]string{"Asia/Shanghai": "2027-01-01", "America/New_York": "2026-12-31"} {
		if got := hotelcrm.DateFromTime(instant.In(zone(t, name))); got != day(want) {
			t.Errorf("%s: got %s, want %s", name, got, want)
		}
	}
}

func TestRollingWindowEdges(t *testing.T) {
	e := compiled(t, `{"format":1,"id":"x","currency":"EUR","versions":[{"id":"1","window":{"kind":"rolling"},"tiers":[{"id":"a"},{"id":"b","promote":{"metric":"nights","atLeast":2}}]}]}`)
	tests := []struct{ first, second, want string }{
		{"2025-11-23", "2026-11-22", "b"}, // (22 November 2025, 22 November 2026]
		{"2025-11-22", "2026-11-22", "a"},
		{"2024-02-29", "2025-02-28", "b"}, // 28 February 2025 - 12 months is 28 February 2024
		{"2024-02-28", "2025-02-28", "a"},
		{"2023-02-28", "2024-02-29", "a"}, // 29 February 2024 - 12 months is 28 February 2023
		{"2023-03-01", "2024-02-29", "b"},
	}
	for _, test := range tests {
		m := loyalty.Member{Activities: []loyalty.Activity{nights(test.first, 1), nights(test.second, 1)}}
		if s := statusOf(t, e, m, test.second); s.Tier != test.want {
			t.Errorf("nights of %s and %s: got %s, want %s", test.first, test.second, s.Tier, test.want)
		}
	}
}

func TestMembershipYearFromALeapDay(t *testing.T) {
	e := compiled(t, `{"format":1,"id":"x","currency":"EUR","versions":[{"id":"1","window":{"kind":"membership-year"},"valid":{"kind":"cycle","cycle":{"kind":"membership-year"}},`+
		`"tiers":[{"id":"a"},{"id":"b","promote":{"metric":"nights","atLeast":1}}]}]}`)
	for line, until := range map[string]string{
		"2024-02-29": "2025-02-28", "2025-02-27": "2025-02-28", "2025-02-28": "2026-02-28", "2027-02-28": "2028-02-29", "2028-02-28": "2028-02-29", "2028-02-29": "2029-02-28",
	} {
		m := loyalty.Member{Enrolled: day("2024-02-29"), Activities: []loyalty.Activity{nights(line, 1)}}
		if s := statusOf(t, e, m, line); s.Until != day(until) {
			t.Errorf("a night of %s: until %s, want %s", line, s.Until, until)
		}
	}
}

// The years of a member's walk agree with the calendar on every day.
func TestEveryYearHasItsEnd(t *testing.T) {
	e := compiled(t, `{"format":1,"id":"x","currency":"EUR","versions":[{"id":"1","valid":{"kind":"month-end","month":12},"tiers":[{"id":"a"},{"id":"b","promote":{"metric":"nights","atLeast":1}}]}]}`)
	v := e.Evaluator()
	m := loyalty.Member{Activities: []loyalty.Activity{nights("2024-01-01", 1)}}
	for d := hotelcrm.DateOf(1890, 1, 1); d < hotelcrm.DateOf(2310, 1, 1); d++ {
		year, month, dayOfMonth := d.Civil()
		edge := month == 1 && dayOfMonth < 3 || month == 12 && dayOfMonth > 29
		if !edge {
			continue
		}
		m.Activities[0].Date = d
		if s, err := v.Status(&m, loyalty.AsOf{On: d}); err != nil || s.Until != hotelcrm.DateOf(year+1, 1, 1) {
			t.Fatalf("%s: until %s, %v", d, s.Until, err)
		}
	}
	for _, d := range []hotelcrm.Date{hotelcrm.MinDate, hotelcrm.MaxDate} {
		m.Activities[0].Date = d
		if s, err := v.Status(&m, loyalty.AsOf{On: d}); err != nil || s.Tier != "b" {
			t.Errorf("%s: %+v, %v", d, s, err)
		}
	}
}
