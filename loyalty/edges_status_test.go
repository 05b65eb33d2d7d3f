package loyalty_test

import (
	"testing"

	"github.com/hotelcrm/hotelcrm/loyalty"
)

func TestAShorterGrantShortensNothing(t *testing.T) {
	tiers := func(months string) string {
		return `"tiers":[{"id":"base"},{"id":"a","promote":{"metric":"nights","atLeast":3},"valid":{"kind":"months","months":` + months + `}},` +
			`{"id":"b","promote":{"metric":"nights","atLeast":8},"valid":{"kind":"months","months":6}}]`
	}
	e := compiled(t, oneVersion+`"to":"2024-03-01",`+tiers("24")+`},{"id":"2","from":"2024-03-01",`+tiers("1")+`}]}`)
	m := loyalty.Member{
		Activities: []loyalty.Activity{nights("2024-02-02", 9)},
		Grants:     []loyalty.Grant{{Tier: "a", From: day("2024-04-01"), Source: loyalty.FromGift}},
	}
	if s := statusOf(t, e, m, "2024-08-02"); s.Tier != "a" || s.Until != day("2026-02-02") {
		t.Errorf("got %+v", s)
	}
}

func TestTheFirstDayOfGrace(t *testing.T) {
	e := compiled(t, oneVersion+`"valid":{"kind":"cycle","cycle":{"kind":"calendar-year"},"graceMonths":3},"tiers":[{"id":"base"},{"id":"a","promote":{"metric":"nights","atLeast":3}}]}]}`)
	m := loyalty.Member{Activities: []loyalty.Activity{nights("2024-12-31", 4), nights("2026-01-01", 3)}}
	if s := statusOf(t, e, m, "2026-04-01"); s.Tier != "a" || s.Until != day("2027-04-01") {
		t.Errorf("got %+v", s)
	}
}

func TestWhatAPromotionResetIsNotCarried(t *testing.T) {
	e := compiled(t, oneVersion+`"counters":"reset","rollover":{},"tiers":[{"id":"base"},{"id":"a","promote":{"metric":"nights","atLeast":5}},{"id":"b","promote":{"metric":"nights","atLeast":20}}]}]}`)
	m := loyalty.Member{Activities: []loyalty.Activity{nights("2024-05-05", 12), nights("2024-06-06", 7), nights("2025-01-01", 17)}}
	if s := statusOf(t, e, m, "2025-01-01"); s.Tier != "a" {
		t.Errorf("17 nights and 2 of 7 carried: got %+v", s)
	}
	m.Activities[2].Nights = 18
	if s := statusOf(t, e, m, "2025-01-01"); s.Tier != "b" {
		t.Errorf("18 nights and 2 of 7 carried: got %+v", s)
	}
}

func TestACapCarriesNoMoreThanThereIs(t *testing.T) {
	e := compiled(t, oneVersion+`"rollover":{"cap":10},"tiers":[{"id":"base"},{"id":"a","promote":{"metric":"nights","atLeast":5}},{"id":"b","promote":{"metric":"nights","atLeast":20}}]}]}`)
	for _, test := range []struct {
		first, second int
		want          string
	}{{7, 17, "a"}, {7, 18, "b"}, {18, 9, "a"}, {18, 10, "b"}} {
		m := loyalty.Member{Activities: []loyalty.Activity{nights("2024-05-05", test.first), nights("2025-05-05", test.second)}}
		if s := statusOf(t, e, m, "2025-05-05"); s.Tier != test.want {
			t.Errorf("%d nights after %d: got %+v", test.second, test.first, s)
		}
	}
}

func TestARewardGoodToTheNextEndOfMarch(t *testing.T) {
	e := compiled(t, oneVersion+`"tiers":[{"id":"base"}],"milestones":[{"id":"m","metric":"nights","at":5,"points":1,"valid":{"kind":"month-end","month":3}}]}]}`)
	for on, until := range map[string]string{"2024-03-31": "2024-04-01", "2024-04-01": "2025-04-01"} {
		got, err := e.Milestones(&loyalty.Member{Activities: []loyalty.Activity{nights(on, 5)}}, loyalty.AsOf{On: day(on)})
		if err != nil || len(got) != 1 || got[0].Until != day(until) {
			t.Errorf("%s: got %+v, %v", on, got, err)
		}
	}
}

func TestLastYearsThresholdCarriesNothing(t *testing.T) {
	e := compiled(t, oneVersion+`"rollover":{},"tiers":[{"id":"base"},{"id":"a","promote":{"metric":"nights","atLeast":5,"window":{"kind":"calendar-year","back":1}}},{"id":"b","promote":{"metric":"nights","atLeast":20}}]}]}`)
	m := loyalty.Member{Activities: []loyalty.Activity{nights("2023-05-05", 6), nights("2024-05-05", 9), nights("2025-05-05", 16)}}
	if s := statusOf(t, e, m, "2025-05-05"); s.Tier != "a" {
		t.Errorf("a asks for nothing in the year itself: got %+v", s)
	}
}

func TestWhatIsHeldForLifeOutlivesAReview(t *testing.T) {
	e := compiled(t, oneVersion+`"valid":{"kind":"cycle","cycle":{"kind":"calendar-year"}},"tiers":[{"id":"base"},`+
		`{"id":"a","promote":{"metric":"nights","atLeast":5},"forLife":{"metric":"nights","atLeast":20,"window":{"kind":"lifetime"}}},`+
		`{"id":"b","promote":{"metric":"nights","atLeast":15}}]}]}`)
	m := loyalty.Member{Activities: []loyalty.Activity{nights("2024-05-05", 16), nights("2025-05-05", 6)}}
	if s := statusOf(t, e, m, "2026-01-01"); s.Tier != "a" || s.Until != 0 || s.Source != loyalty.FromLifetime {
		t.Errorf("6 nights of 2025 support a for a year, 22 of a life for ever: got %+v", s)
	}
}

func TestALandingOnTheLastDayOfItsMonth(t *testing.T) {
	e := compiled(t, oneVersion+`"downgrade":{"to":"one-step"},"tiers":[{"id":"base"},{"id":"a","valid":{"kind":"month-end","month":2}},`+
		`{"id":"b","promote":{"metric":"nights","atLeast":5},"valid":{"kind":"months","months":1}}]}]}`)
	m := loyalty.Member{Activities: []loyalty.Activity{nights("2024-01-29", 5)}}
	if s := statusOf(t, e, m, "2024-02-29"); s.Tier != "a" || s.Until != day("2024-03-01") {
		t.Errorf("the next end of February is that of the day itself: got %+v", s)
	}
}

func TestATierIsRenewedOnceAYear(t *testing.T) {
	e := compiled(t, oneVersion+`"valid":{"kind":"month-end","month":12,"years":1},"tiers":[{"id":"base"},{"id":"a","promote":{"metric":"nights","atLeast":5}}]}]}`)
	m := loyalty.Member{Activities: []loyalty.Activity{nights("2024-05-05", 5), nights("2024-06-06", 1), nights("2025-05-05", 5), nights("2025-06-06", 1)}}
	entries, err := e.Timeline(&m, loyalty.AsOf{On: day("2025-12-31")})
	var renewed []string
	for _, entry := range entries {
		if entry.Reason == loyalty.Renewed {
			renewed = append(renewed, entry.Date.String())
		}
	}
	if err != nil || len(renewed) != 1 || renewed[0] != "2025-05-05" {
		t.Errorf("renewed on %v, %v; want 2025-05-05, as later nights move no end", renewed, err)
	}
}
