package loyalty_test

import (
	"strings"
	"testing"

	"github.com/hotelcrm/hotelcrm/loyalty"
)

// Fifteen nights in a life give a for ever; b asks for eight in the year and eight since the level began.
const lifeAndMore = oneVersion + `RULES"tiers":[{"id":"base"},` +
	`{"id":"a","promote":{"metric":"nights","atLeast":12},"forLife":{"metric":"nights","atLeast":15}},` +
	`{"id":"b","promote":{"all":[{"metric":"nights","atLeast":8,"window":{"kind":"level"}},{"metric":"nights","atLeast":8}]}}]}]}`

func TestATierForLifeIsADaysPromotion(t *testing.T) {
	m := loyalty.Member{Activities: []loyalty.Activity{nights("2019-01-01", 10), nights("2019-12-31", 5)}}
	tests := []struct{ rules, before, want string }{
		{`"stepwise":true,`, "base", "a"}, // one step a day, for life or not
		{``, "b", "b"},
	}
	for _, test := range tests {
		e := compiled(t, strings.Replace(lifeAndMore, "RULES", test.rules, 1))
		if s := statusOf(t, e, m, "2019-12-30"); s.Tier != test.before {
			t.Errorf("%s: before the day got %s, want %s", test.rules, s.Tier, test.before)
		}
		if s := statusOf(t, e, m, "2020-01-01"); s.Tier != test.want || s.Until != 0 {
			t.Errorf("%s: got %s until %s, want %s for ever", test.rules, s.Tier, s.Until, test.want)
		}
	}
}

// The day counts since the level began that was held before it: a tier for life hides no other that was reached at once.
func TestATierForLifeHidesNoHigherOne(t *testing.T) {
	text := strings.Replace(lifeAndMore, "RULES", "", 1)
	text = strings.Replace(text, `"atLeast":8,"window"`, `"atLeast":14,"window"`, 1)
	m := loyalty.Member{Activities: []loyalty.Activity{nights("2019-01-01", 10), nights("2019-12-31", 5)}}
	if s := statusOf(t, compiled(t, text), m, "2019-12-31"); s.Tier != "b" {
		t.Errorf("15 nights since enrolment: got %s, want b", s.Tier)
	}
}

func TestATierForLifeResetsCounters(t *testing.T) {
	e := compiled(t, oneVersion+`"counters":"reset","tiers":[{"id":"base"},{"id":"a","forLife":{"metric":"nights","atLeast":10}},`+
		`{"id":"b","promote":{"metric":"nights","atLeast":12}}]}]}`)
	m := loyalty.Member{Activities: []loyalty.Activity{nights("2024-01-01", 10), nights("2024-02-02", 11)}}
	if s := statusOf(t, e, m, "2024-12-31"); s.Tier != "a" || s.Source != loyalty.FromLifetime {
		t.Errorf("11 nights since the level began: got %+v", s)
	}
	m.Activities[1].Nights = 12
	if s := statusOf(t, e, m, "2024-12-31"); s.Tier != "b" {
		t.Errorf("12 nights since the level began: got %+v", s)
	}
}

func TestRolloverOfTheBetterOfTwoYears(t *testing.T) {
	e := compiled(t, oneVersion+`"window":{"kind":"best-of","of":[{"kind":"calendar-year"},{"kind":"calendar-year","back":1}]},"rollover":{},`+
		`"valid":{"kind":"month-end","month":12,"years":1},"tiers":[{"id":"base"},{"id":"a","promote":{"metric":"nights","atLeast":8}}]}]}`)
	m := loyalty.Member{Activities: []loyalty.Activity{nights("2023-05-05", 10), nights("2024-05-05", 6)}}
	if s := statusOf(t, e, m, "2024-05-05"); s.Until != day("2026-01-01") {
		t.Errorf("6 nights and 2 carried: got %+v", s)
	}
}

func TestATierReachedAgainInGraceIsKept(t *testing.T) {
	e := compiled(t, oneVersion+`"valid":{"kind":"cycle","cycle":{"kind":"calendar-year"},"graceMonths":3},"tiers":[{"id":"base"},`+
		`{"id":"a","promote":{"metric":"nights","atLeast":3}},{"id":"b","promote":{"metric":"nights","atLeast":8}}]}]}`)
	for _, test := range []struct {
		nights      int
		tier, until string
	}{{2, "base", ""}, {3, "a", "2027-04-01"}, {8, "b", "2027-04-01"}} {
		m := loyalty.Member{Activities: []loyalty.Activity{nights("2024-05-05", 9), nights("2026-02-02", test.nights)}}
		if s := statusOf(t, e, m, "2026-03-31"); s.Tier != "b" {
			t.Errorf("2024 keeps it through 2025 and grace: got %+v", s)
		}
		if s := statusOf(t, e, m, "2026-04-01"); s.Tier != test.tier || s.Until != day(test.until) {
			t.Errorf("2025 keeps nothing, %d nights in grace: got %+v", test.nights, s)
		}
	}
}

func TestAGrantBelowTheLevelLasts(t *testing.T) {
	e := compiled(t, oneVersion+`"valid":{"kind":"months","months":12},"tiers":[{"id":"base"},{"id":"a"},{"id":"b","promote":{"metric":"nights","atLeast":8}}]}]}`)
	m := loyalty.Member{
		Activities: []loyalty.Activity{nights("2024-02-02", 9)},
		Grants:     []loyalty.Grant{{Tier: "a", From: day("2024-06-01"), Source: loyalty.FromPurchase}},
	}
	for on, want := range map[string]string{"2024-06-01": "b", "2025-02-01": "b", "2025-02-02": "a", "2025-05-31": "a", "2025-06-01": "base"} {
		if s := statusOf(t, e, m, on); s.Tier != want {
			t.Errorf("%s: got %s, want %s", on, s.Tier, want)
		}
	}
}

// The year is closed by the level held in it, also where its last night gives a tier for life.
func TestWhatIsCarriedIsJudgedByTheOldLevel(t *testing.T) {
	e := compiled(t, oneVersion+`"rollover":{},"tiers":[{"id":"base"},{"id":"a","forLife":{"metric":"years","tier":"base","atLeast":1}},`+
		`{"id":"b","promote":{"all":[{"metric":"nights","atLeast":8},{"metric":"nights","atLeast":8,"window":{"kind":"level"}}]},"valid":{"kind":"month-end","month":12}},`+
		`{"id":"c","promote":{"metric":"nights","atLeast":20}}]}]}`)
	m := loyalty.Member{Activities: []loyalty.Activity{nights("2024-05-05", 10), nights("2025-05-05", 17)}}
	if s := statusOf(t, e, m, "2025-05-05"); s.Tier != "b" {
		t.Errorf("17 nights and 2 carried, not 10: got %+v", s)
	}
}
