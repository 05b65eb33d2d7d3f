package loyalty_test

import (
	"testing"

	"github.com/hotelcrm/hotelcrm/loyalty"
)

const oneVersion = `{"format":1,"id":"x","currency":"EUR","versions":[{"id":"1",`

func TestRetainingIsEasierThanReaching(t *testing.T) {
	e := compiled(t, oneVersion+`"valid":{"kind":"month-end","month":12,"years":1},"tiers":[{"id":"base"},`+
		`{"id":"a","promote":{"metric":"nights","atLeast":5},"retain":{"metric":"nights","atLeast":3}}]}]}`)
	m := loyalty.Member{Activities: []loyalty.Activity{nights("2024-05-05", 5), nights("2025-05-05", 3)}}
	if s := statusOf(t, e, m, "2026-06-06"); s.Tier != "a" || s.Until != day("2027-01-01") {
		t.Errorf("3 nights keep it: got %+v", s)
	}
	if s := statusOf(t, e, loyalty.Member{Activities: m.Activities[1:]}, "2026-06-06"); s.Tier != "base" {
		t.Errorf("3 nights do not reach it: got %+v", s)
	}
}

func TestAGrantBeforeAPromotionBegins(t *testing.T) {
	e := compiled(t, oneVersion+`"effectiveAfterDays":3,"tiers":[{"id":"base"},{"id":"a","promote":{"metric":"nights","atLeast":5}},{"id":"b"}]}]}`)
	m := loyalty.Member{
		Activities: []loyalty.Activity{nights("2024-05-05", 5)},
		Grants:     []loyalty.Grant{{Tier: "b", From: day("2024-05-06"), Source: loyalty.FromOperator}},
	}
	for on, want := range map[string]string{"2024-05-05": "base", "2024-05-06": "b", "2024-05-08": "b"} {
		if s := statusOf(t, e, m, on); s.Tier != want {
			t.Errorf("%s: got %s, want %s", on, s.Tier, want)
		}
	}
	m.Grants = nil
	for on, want := range map[string]string{"2024-05-07": "base", "2024-05-08": "a"} {
		if s := statusOf(t, e, m, on); s.Tier != want {
			t.Errorf("%s: got %s, want %s", on, s.Tier, want)
		}
	}
}

func TestAReviewCountsWhatWasCarriedIn(t *testing.T) {
	e := compiled(t, oneVersion+`"rollover":{},"valid":{"kind":"cycle","cycle":{"kind":"calendar-year"}},"tiers":[{"id":"base"},{"id":"a","promote":{"metric":"nights","atLeast":5}}]}]}`)
	m := loyalty.Member{Activities: []loyalty.Activity{nights("2024-05-05", 7), nights("2025-05-05", 3)}}
	if s := statusOf(t, e, m, "2026-01-01"); s.Tier != "a" || s.Until != day("2027-01-01") {
		t.Errorf("3 nights and 2 carried in keep it: got %+v", s)
	}
	m.Activities[0].Nights = 6
	if s := statusOf(t, e, m, "2026-01-01"); s.Tier != "base" {
		t.Errorf("3 nights and 1 carried in do not: got %+v", s)
	}
}

func TestGrace(t *testing.T) {
	tests := []struct{ valid, until, later string }{
		{`{"kind":"month-end","month":2,"years":1,"graceMonths":3}`, "2025-06-01", "base"},
		{`{"kind":"months","months":6,"graceMonths":1}`, "2024-12-05", "base"},
		{`{"kind":"cycle","cycle":{"kind":"calendar-year"},"graceMonths":2}`, "2025-03-01", "a"}, // then 2024 is judged
		{`{"kind":"cycle","cycle":{"kind":"level","months":6}}`, "2024-11-05", "base"},           // kept once, with the nights of 2024
	}
	for _, test := range tests {
		e := compiled(t, oneVersion+`"valid":`+test.valid+`,"tiers":[{"id":"base"},{"id":"a","promote":{"metric":"nights","atLeast":5}}]}]}`)
		m := loyalty.Member{Activities: []loyalty.Activity{nights("2024-05-05", 5), nights("2025-01-15", 4)}}
		if s := statusOf(t, e, m, "2024-10-10"); s.Until != day(test.until) {
			t.Errorf("%s: until %s, want %s", test.valid, s.Until, test.until)
		}
		if s := statusOf(t, e, m, "2025-06-01"); s.Tier != test.later {
			t.Errorf("%s: later %s, want %s", test.valid, s.Tier, test.later)
		}
	}
}

func TestAStepIsTakenOnceTheOneBeforeHasBegun(t *testing.T) {
	e := compiled(t, oneVersion+`"stepwise":true,"effectiveAfterDays":3,"tiers":[{"id":"base"},{"id":"a","promote":{"metric":"nights","atLeast":5}},{"id":"b","promote":{"metric":"nights","atLeast":10}}]}]}`)
	m := loyalty.Member{Activities: []loyalty.Activity{nights("2024-05-05", 5), nights("2024-05-06", 20), nights("2024-07-07", 1)}}
	for on, want := range map[string]string{"2024-05-07": "base", "2024-05-08": "a", "2024-05-09": "a", "2024-07-09": "a", "2024-07-10": "b"} {
		if s := statusOf(t, e, m, on); s.Tier != want {
			t.Errorf("%s: got %s, want %s", on, s.Tier, want)
		}
	}
}

func TestReachingATierInGraceShortensNothing(t *testing.T) {
	e := compiled(t, oneVersion+`"valid":{"kind":"cycle","cycle":{"kind":"calendar-year"},"graceMonths":3},"tiers":[{"id":"base"},`+
		`{"id":"a","promote":{"metric":"nights","atLeast":5},"forLife":{"metric":"nights","atLeast":20}},{"id":"b","promote":{"metric":"nights","atLeast":15},"retain":{"metric":"nights","atLeast":18}}]}]}`)
	m := loyalty.Member{Activities: []loyalty.Activity{nights("2024-05-05", 16), nights("2025-01-15", 5)}}
	for on, want := range map[string]string{"2025-03-31": "b", "2025-04-01": "a", "2030-01-01": "a"} {
		if s := statusOf(t, e, m, on); s.Tier != want || want == "a" && (s.Until != 0 || s.Source != loyalty.FromLifetime) {
			t.Errorf("%s: got %+v, want %s, which 21 nights give for life", on, s, want)
		}
	}
}
