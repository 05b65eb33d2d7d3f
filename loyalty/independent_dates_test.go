package loyalty_test

import (
	"testing"
	"time"

	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/loyalty"
)

// LG-26 and the series anchored on the original day, as the ends of statuses for months.
func TestMonthsOfAStatus(t *testing.T) {
	for _, test := range []struct {
		from   string
		months string
		until  string
	}{
		{"2023-01-31", "1", "2023-02-28"},
		{"2024-01-31", "1", "2024-02-29"},
		{"2024-02-29", "12", "2025-02-28"},
		{"2024-08-31", "18", "2026-02-28"},
		{"2023-11-30", "15", "2025-02-28"},
		{"2024-02-29", "48", "2028-02-29"},
	} {
		e := ladder(t, "EUR", `{"id":"1","window":{"kind":"lifetime"},"valid":{"kind":"months","months":`+test.months+`},"tiers":[{"id":"guest"},{"id":"friend","promote":{"metric":"nights","atLeast":1}}]}`)
		if s := statusOf(t, e, loyalty.Member{Activities: []loyalty.Activity{nights(test.from, 1)}}, test.from); s.Until != day(test.until) {
			t.Errorf("%s + %s: got %s, want %s", test.from, test.months, s.Until, test.until)
		}
	}
}

// A cycle of months from 31 January ends on 28 February and then on 31 March: it does not drift.
func TestCyclesDoNotDrift(t *testing.T) {
	e := ladder(t, "EUR", `{"id":"1","window":{"kind":"level","months":1},"valid":{"kind":"cycle","cycle":{"kind":"level","months":1}},"tiers":[{"id":"guest"},{"id":"friend","promote":{"metric":"nights","atLeast":1}}]}`)
	m := loyalty.Member{Activities: []loyalty.Activity{nights("2023-01-31", 1), nights("2023-02-27", 1), nights("2023-03-30", 1)}}
	for on, until := range map[string]string{"2023-02-27": "2023-02-28", "2023-02-28": "2023-03-31", "2023-03-30": "2023-03-31", "2023-03-31": "2023-04-30"} {
		if s := statusOf(t, e, m, on); s.Tier != "friend" || s.Until != day(until) {
			t.Errorf("%s: got %s until %s, want %s", on, s.Tier, s.Until, until)
		}
	}
}

// Both edges of (d - 12 months, d], also where d is the end of a leap February.
func TestEdgesOfARollingWindow(t *testing.T) {
	e := ladder(t, "EUR", `{"id":"1","window":{"kind":"rolling","months":12},"tiers":[{"id":"guest"},{"id":"friend","promote":{"metric":"nights","atLeast":2}}]}`)
	for _, test := range []struct{ first, second, want string }{
		{"2024-05-05", "2025-05-04", "friend"},
		{"2024-05-05", "2025-05-05", "guest"},
		{"2023-02-28", "2024-02-29", "guest"},
		{"2023-03-01", "2024-02-29", "friend"},
		{"2024-02-29", "2025-02-27", "friend"},
		{"2024-02-29", "2025-02-28", "friend"}, // 28 February less 12 months is 28 February: the 29th is after it
		{"2024-02-29", "2025-03-01", "guest"},
	} {
		m := loyalty.Member{Activities: []loyalty.Activity{nights(test.first, 1), nights(test.second, 1)}}
		if s := statusOf(t, e, m, test.second); s.Tier != test.want {
			t.Errorf("%s and %s: got %s, want %s", test.first, test.second, s.Tier, test.want)
		}
	}
}

// 3.5: a stay over the change of clocks is two nights; a day that a zone skips is a date like any other; a year ends
// where the caller's zone says.
func TestNightsAreCivil(t *testing.T) {
	e := ladder(t, "USD", `{"id":"1","tiers":[{"id":"guest"},{"id":"friend","promote":{"metric":"nights","atLeast":2}}],`+tenPerEuro+`}`)
	for _, span := range [][2]string{{"2026-03-07", "2026-03-09"}, {"2026-04-23", "2026-04-25"}, {"2011-12-29", "2011-12-31"}, {"2024-02-28", "2024-03-01"}} {
		g := guest(at("a", span[0], span[1], "1"))
		g.Enrolled = day("2011-01-01")
		if got := earned(t, e, g); got.Activities[0].Nights != 2 {
			t.Errorf("%v: got %d", span, got.Activities[0].Nights)
		}
	}
	instant := time.Date(2026, 12, 31, 20, 30, 0, 0, time.UTC)
	for _, zone := range []struct {
		hours int
		tier  string
	}{{8, "guest"}, {-5, "friend"}} {
		last := hotelcrm.DateFromTime(instant.In(time.FixedZone("", zone.hours*3600)))
		m := loyalty.Member{Activities: []loyalty.Activity{nights("2026-06-06", 1), {Date: last, Kind: loyalty.KindStay, Nights: 1}}}
		if s := statusOf(t, e, m, "2027-01-01"); s.Tier != zone.tier {
			t.Errorf("zone %d: got %s, want %s", zone.hours, s.Tier, zone.tier)
		}
	}
}

// The rules change in the middle of a year: each line counts under those of its date, and so does each day's look.
func TestRulesThatChangeInJuly(t *testing.T) {
	e := ladder(t, "EUR", `{"id":"old","to":"2025-07-01","ignore":["award"],"tiers":[{"id":"guest"},{"id":"friend","promote":{"metric":"nights","atLeast":10}}]},`+
		`{"id":"new","from":"2025-07-01","valid":{"kind":"month-end","month":12},"tiers":[{"id":"guest"},{"id":"friend","promote":{"metric":"nights","atLeast":5}}]}`)
	award := nights("2025-06-30", 9)
	award.Kind = loyalty.KindAward
	later := nights("2025-07-01", 1)
	m := loyalty.Member{Activities: []loyalty.Activity{nights("2025-03-03", 4), award, later}}
	for on, want := range map[string]string{"2025-06-30": "guest", "2025-07-01": "friend"} {
		if s := statusOf(t, e, m, on); s.Tier != want {
			t.Errorf("%s: got %s, want %s", on, s.Tier, want)
		}
	}
	if s := statusOf(t, e, loyalty.Member{Activities: []loyalty.Activity{nights("2025-03-03", 6)}}, "2025-07-01"); s.Tier != "guest" {
		t.Errorf("no activity under the new rules: got %s", s.Tier)
	}
}

// A line that becomes known later changes answers for later knowledge alone.
func TestWhatBecomesKnownLater(t *testing.T) {
	e := ladder(t, "EUR", spire)
	late := nights("2024-12-30", 30)
	late.Known = day("2025-02-10")
	m := loyalty.Member{Enrolled: day("2024-01-01"), Activities: []loyalty.Activity{nights("2024-06-06", 12), late, nights("2025-03-03", 9)}}
	for _, test := range []struct{ on, known, tier, until string }{
		{"2024-12-31", "2024-12-31", "gold", "2026-01-01"},
		{"2024-12-31", "2025-02-09", "gold", "2026-01-01"},
		{"2024-12-31", "2025-02-10", "platinum", "2026-01-01"},
		{"2025-03-03", "2025-02-09", "gold", "2026-01-01"},
		{"2025-03-03", "2025-03-03", "platinum", "2026-01-01"},
	} {
		s, err := e.Status(&m, loyalty.AsOf{On: day(test.on), Known: day(test.known)})
		if err != nil || s.Tier != test.tier || s.Until != day(test.until) {
			t.Errorf("%+v: got %+v, %v", test, s, err)
		}
	}
}

// Without years a status lasts to the next end of the month: the year of a programme may begin in April.
func TestAYearThatEndsInMarch(t *testing.T) {
	e := ladder(t, "EUR", `{"id":"1","valid":{"kind":"month-end","month":3},"effectiveAfterDays":1,"tiers":[{"id":"guest"},{"id":"friend","promote":{"metric":"nights","atLeast":5}}]}`)
	for reached, until := range map[string]string{"2024-03-30": "2024-04-01", "2024-03-31": "2025-04-01", "2024-05-05": "2025-04-01", "2024-12-31": "2025-04-01"} {
		m := loyalty.Member{Activities: []loyalty.Activity{nights(reached, 5)}}
		if s, err := e.Status(&m, loyalty.AsOf{On: day(reached) + 1}); err != nil || s.Tier != "friend" || s.Until != day(until) {
			t.Errorf("reached %s: got %+v, %v; want until %s", reached, s, err, until)
		}
	}
}
