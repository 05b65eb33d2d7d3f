package loyalty_test

import (
	"fmt"
	"testing"

	"github.com/hotelcrm/hotelcrm/loyalty"
)

// LG-10.
func TestMilestonesOfAYear(t *testing.T) {
	e := ladder(t, "USD", `{"id":"1","tiers":[{"id":"member"}],"milestones":[{"id":"tens","metric":"nights","at":40,"every":10,"upTo":360,"points":10000},{"id":"sixty","metric":"nights","at":60,"points":30000}]}`)
	for count, want := range map[int]int64{39: 0, 40: 10000, 49: 10000, 50: 20000, 59: 20000, 60: 60000, 72: 70000, 100: 100000, 365: 360000, 400: 360000} {
		for _, parts := range []int{1, 3} {
			var m loyalty.Member
			for i := range parts {
				share := count / parts
				if i == 0 {
					share = count - (parts-1)*share
				}
				m.Activities = append(m.Activities, nights(fmt.Sprintf("2018-%02d-15", i+1), share))
			}
			reached, err := e.Milestones(&m, loyalty.AsOf{On: day("2018-12-31")})
			sum := int64(0)
			for _, r := range reached {
				sum += r.Points
			}
			if err != nil || sum != want {
				t.Errorf("%d nights in %d lines: got %d, want %d, %v", count, parts, sum, want, err)
			}
		}
	}
}

// LG-12 and LG-13.
func TestFifthNightFree(t *testing.T) {
	e := ladder(t, "USD", `{"id":"1","tiers":[{"id":"member"}],"freeNight":{"every":5}}`)
	for _, test := range []struct {
		nights []int64
		cost   int64
		free   string
	}{
		{[]int64{35000, 35000, 35000, 35000, 35000}, 140000, "[4]"},
		{[]int64{40000, 40000, 50000, 60000, 60000}, 210000, "[1]"},
		{[]int64{35000, 35000, 35000, 35000}, 140000, "[]"},
		{[]int64{9, 9, 9, 9, 5, 1, 1, 1, 1, 1}, 36 + 4, "[4 9]"},
		{[]int64{9, 9, 9, 9, 9, 1, 1, 1, 1}, 36 + 4, "[4]"},
		{nil, 0, "[]"},
	} {
		cost, free, err := e.FreeNights("member", day("2025-05-05"), test.nights)
		if err != nil || cost != test.cost || fmt.Sprint(free) != test.free {
			t.Errorf("%v: got %d %v, %v", test.nights, cost, free, err)
		}
	}
}

// LG-18 and LG-19.
func TestWhenPointsLapse(t *testing.T) {
	wyndham := `{"id":"1","tiers":[{"id":"blue"}],"expiry":{"lifeMonths":48,"idleMonths":18}}`
	choice := `{"id":"2013","to":"2016-01-01","tiers":[{"id":"member"}],"expiry":{"yearEnds":2}},{"id":"2016","from":"2016-01-01","tiers":[{"id":"member"}],"expiry":{"idleMonths":18,"takeover":true}}`
	for _, test := range []struct{ versions, earned, last, to, rule string }{
		{wyndham, "2022-06-10", "2024-02-05", "2025-08-05", "idleMonths"},
		{wyndham, "2022-06-10", "2025-07-01", "2026-06-10", "lifeMonths"},
		{choice, "2013-05-10", "2013-05-10", "2016-01-01", "yearEnds"},
		{choice, "2014-05-10", "2014-05-10", "2016-01-01", "idleMonths"}, // idle since November 2015: lapses with the change
		{choice, "2014-05-10", "2015-10-31", "2017-04-30", "idleMonths"},
		{choice, "2016-05-10", "2016-05-31", "2017-11-30", "idleMonths"},
	} {
		l, err := ladder(t, "USD", test.versions).Expires(day(test.earned), day(test.last), "")
		if err != nil || l.To != day(test.to) || l.Rule != test.rule || l.Last() != day(test.to)-1 {
			t.Errorf("%s, last %s: got %+v, %v", test.earned, test.last, l, err)
		}
	}
}

// LG-27.
func TestTrialOfNinetyDays(t *testing.T) {
	e := ladder(t, "USD", `{"id":"2026","tiers":[{"id":"member"},{"id":"silver","promote":{"metric":"nights","atLeast":90}},{"id":"gold"},{"id":"diamond"}],"challenges":[{"id":"match","trial":"gold","days":90,`+
		`"steps":[{"when":{"metric":"nights","atLeast":6},"tier":"gold","to":"2028-04-01"},{"when":{"metric":"nights","atLeast":12},"tier":"diamond","to":"2028-04-01"}]}]}`)
	for _, test := range []struct {
		on     string
		nights int
		asked  string
		tier   string
		last   string
	}{
		{"2026-02-01", 5, "2026-05-01", "gold", "2026-05-01"},
		{"2026-02-01", 5, "2026-05-02", "member", ""},
		{"2026-04-30", 6, "2026-05-02", "gold", "2028-03-31"},
		{"2026-05-01", 6, "2026-05-02", "gold", "2028-03-31"},
		{"2026-05-02", 6, "2026-05-02", "member", ""},
		{"2026-04-30", 12, "2026-04-30", "diamond", "2028-03-31"},
		{"2026-04-30", 12, "2028-04-01", "member", ""},
		{"2026-01-31", 12, "2026-02-01", "gold", "2026-05-01"},
	} {
		m := loyalty.Member{
			Enrolled: day("2026-01-01"), Activities: []loyalty.Activity{nights(test.on, test.nights)},
			Grants: []loyalty.Grant{{From: day("2026-02-01"), Source: loyalty.FromMatch, Challenge: "match"}},
		}
		if s := statusOf(t, e, m, test.asked); s.Tier != test.tier || s.Last() != day(test.last) {
			t.Errorf("%d nights on %s, asked %s: got %s to %s", test.nights, test.on, test.asked, s.Tier, s.Last())
		}
	}
}
