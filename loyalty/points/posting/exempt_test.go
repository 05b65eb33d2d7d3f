package posting_test

import (
	"fmt"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/loyalty"
	"github.com/hotelcrm/hotelcrm/loyalty/points"
	"pgregory.net/rapid"
)

// club keeps the points of friends alive from 2026 on, and those of guests never.
const club = `{"format":1,"id":"club","currency":"EUR","versions":[
	{"id":"2025","to":"2026-01-01","tiers":[{"id":"guest"},{"id":"friend","promote":{"metric":"nights","atLeast":5}}],"expiry":{"idleMonths":12}},
	{"id":"2026","from":"2026-01-01","tiers":[{"id":"guest"},{"id":"friend","promote":{"metric":"nights","atLeast":5}}],
	 "expiry":{"idleMonths":12,"exempt":["friend"]}}]}`

func TestExempt(t *testing.T) {
	poster, err := compile(club)
	if err != nil {
		t.Fatal(err)
	}
	day := func(month, day int) hotelcrm.Date {
		return hotelcrm.DateOf(2025, 1, 1).AddMonths(month - 1).AddDays(day - 1)
	}
	at := func(d hotelcrm.Date, tier string) loyalty.Entry { return loyalty.Entry{Date: d, Status: tier} }
	span := func(tier string, from, until hotelcrm.Date) points.Exempt {
		return points.Exempt{Header: points.Header{ID: fmt.Sprintf("tier %s %s", tier, from), Date: from, Recorded: 7, Reason: "tier"}, Until: until}
	}
	for _, test := range []struct {
		name     string
		timeline []loyalty.Entry
		want     []points.Exempt
	}{
		{"nobody", nil, nil},
		{"never a friend", []loyalty.Entry{at(day(1, 1), "guest")}, nil},
		{"a friend since before the rule", []loyalty.Entry{at(day(1, 1), "guest"), at(day(5, 1), "friend")}, []points.Exempt{span("friend", day(13, 1), 0)}},
		{"a friend since the first day of the rule", []loyalty.Entry{at(day(13, 1), "friend")}, []points.Exempt{span("friend", day(13, 1), 0)}},
		{
			"a friend twice",
			[]loyalty.Entry{at(day(14, 1), "friend"), at(day(16, 1), "guest"), at(day(18, 2), "friend"), at(day(20, 1), "friend"), at(day(21, 1), "guest")},
			[]points.Exempt{span("friend", day(14, 1), day(16, 1)), span("friend", day(18, 2), day(21, 1))},
		},
		{"down and up on one day", []loyalty.Entry{at(day(14, 1), "friend"), at(day(16, 1), "guest"), at(day(16, 1), "friend")}, []points.Exempt{span("friend", day(14, 1), 0)}},
	} {
		got := poster.Exempt(test.timeline, points.Header{ID: "not used", Date: 1, Recorded: 7, Reason: "tier"})
		if diff := cmp.Diff(test.want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", test.name, diff)
		}
	}
}

// Day by day: a day is in a span if the tier of its close is exempt under the rules of that day.
func TestExemptDayByDay(t *testing.T) {
	poster, err := compile(club)
	if err != nil {
		t.Fatal(err)
	}
	first := hotelcrm.DateOf(2025, 12, 20)
	rapid.Check(t, func(t *rapid.T) {
		var timeline []loyalty.Entry
		date := first
		for range rapid.IntRange(0, 6).Draw(t, "entries") {
			date = date.AddDays(rapid.IntRange(0, 8).Draw(t, "days"))
			timeline = append(timeline, loyalty.Entry{Date: date, Status: rapid.SampledFrom([]string{"guest", "friend"}).Draw(t, "tier")})
		}
		spans := poster.Exempt(timeline, points.Header{})
		for on := first; on < first.AddDays(60); on++ {
			tier, in := "", 0
			for _, entry := range timeline {
				if entry.Date <= on {
					tier = entry.Status
				}
			}
			for _, s := range spans {
				if on >= s.Date && (s.Until == 0 || on < s.Until) {
					in++
				}
			}
			want := 0
			if tier == "friend" && on >= hotelcrm.DateOf(2026, 1, 1) {
				want = 1
			}
			if in != want {
				t.Fatalf("%v is in %d of %+v, want %d", on, in, spans, want)
			}
		}
	})
}
