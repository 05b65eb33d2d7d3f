package loyalty_test

import (
	"strings"
	"testing"

	"github.com/hotelcrm/hotelcrm/loyalty"
)

// A night of New Year's Day is no night of the year before, of which the window is.
func TestTheYearBeforeEndsWithTheYear(t *testing.T) {
	e := compiled(t, oneVersion+`"tiers":[{"id":"base"},{"id":"a","promote":{"metric":"nights","atLeast":5,"window":{"kind":"calendar-year","back":1}}}]}]}`)
	m := loyalty.Member{Activities: []loyalty.Activity{nights("2023-12-31", 4), nights("2024-01-01", 1)}}
	if s := statusOf(t, e, m, "2024-01-01"); s.Tier != "base" {
		t.Errorf("4 nights of 2023: got %+v", s)
	}
	m.Activities[0].Nights = 5
	if s := statusOf(t, e, m, "2024-01-01"); s.Tier != "a" {
		t.Errorf("5 nights of 2023: got %+v", s)
	}
}

// The first cycle of a level has none before it, whatever the guest did before.
func TestNoCycleCameBeforeTheLevel(t *testing.T) {
	e := compiled(t, oneVersion+`"tiers":[{"id":"base"},{"id":"a","promote":{"metric":"nights","atLeast":8}},`+
		`{"id":"b","promote":{"metric":"nights","atLeast":5,"window":{"kind":"level","back":1}}}]}]}`)
	m := loyalty.Member{Activities: []loyalty.Activity{nights("2024-03-03", 6), nights("2024-05-05", 3), nights("2024-06-06", 5)}}
	if s := statusOf(t, e, m, "2024-06-06"); s.Tier != "a" {
		t.Errorf("in the level's first year: got %+v", s)
	}
	m.Activities = append(m.Activities, nights("2025-05-05", 1))
	if s := statusOf(t, e, m, "2025-05-05"); s.Tier != "b" {
		t.Errorf("5 nights of the level's first year: got %+v", s)
	}
}

// A promotion on New Year's Day sets the counters to zero, and with them what the old year carries.
func TestAGrantOnNewYearsDayResetsWhatIsCarried(t *testing.T) {
	e := compiled(t, oneVersion+`"counters":"reset","rollover":{},"tiers":[{"id":"base"},{"id":"a","promote":{"metric":"nights","atLeast":5}},`+
		`{"id":"b"},{"id":"c","promote":{"metric":"nights","atLeast":20}}]}]}`)
	for on, want := range map[string]string{"2025-01-01": "b", "2025-01-02": "b", "2024-12-31": "b", "2025-07-01": "c"} {
		m := loyalty.Member{
			Enrolled:   day("2023-01-01"),
			Activities: []loyalty.Activity{nights("2024-05-05", 5), nights("2024-06-06", 9), nights("2025-06-06", 16)},
			Grants:     []loyalty.Grant{{Tier: "b", From: day(on), Source: loyalty.FromGift}},
		}
		if s := statusOf(t, e, m, "2025-07-02"); s.Tier != want {
			t.Errorf("16 nights, b from %s: got %+v, want %s", on, s, want)
		}
	}
}

// The tier below is still held by its own nights: the guest comes down to it by right and keeps its end, and no step is
// granted.
func TestOneStepDownToATierHeldAnyway(t *testing.T) {
	e := compiled(t, oneVersion+`"downgrade":{"to":"one-step"},"valid":{"kind":"months","months":12},"tiers":[{"id":"base"},`+
		`{"id":"a","promote":{"metric":"nights","atLeast":3},"valid":{"kind":"months","months":24}},{"id":"b","promote":{"metric":"nights","atLeast":9}}]}]}`)
	m := loyalty.Member{Activities: []loyalty.Activity{nights("2024-02-02", 3), nights("2024-05-05", 9)}}
	for _, entry := range timelineOf(t, e, m, "2025-06-06") {
		if strings.HasPrefix(entry, "2025-05-05") && !strings.HasPrefix(entry, "2025-05-05 lapsed a") {
			t.Errorf("got %s", entry)
		}
	}
	if s := statusOf(t, e, m, "2025-05-05"); s.Tier != "a" || s.Until != day("2026-05-05") {
		t.Errorf("got %+v", s)
	}
}
