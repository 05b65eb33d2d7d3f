package loyalty_test

import (
	"fmt"
	"testing"

	"github.com/hotelcrm/hotelcrm/loyalty"

	gocmp "github.com/google/go-cmp/cmp"
)

func timelineOf(t *testing.T, e *loyalty.Engine, m loyalty.Member, on string) []string {
	t.Helper()
	entries, err := e.Timeline(&m, loyalty.AsOf{On: day(on)})
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	for _, entry := range entries {
		text := fmt.Sprint(entry.Date, " ", entry.Reason, " ", entry.Tier, " > ", entry.Status, " ", entry.Source, " ", entry.Version)
		if entry.Until != 0 {
			text += fmt.Sprint(" to ", entry.Until)
		}
		for _, n := range entry.Because {
			text += fmt.Sprint(" ", n.Metric, " ", n.Have)
		}
		out = append(out, text)
	}
	return out
}

func TestTimelineGivesReasons(t *testing.T) {
	m := loyalty.Member{
		Enrolled:   day("2019-03-03"),
		Activities: []loyalty.Activity{nights("2019-05-05", 60), nights("2021-06-06", 22), nights("2025-10-10", 41), nights("2026-02-02", 6)},
		Grants:     []loyalty.Grant{{From: day("2026-02-01"), Source: loyalty.FromChallenge, Challenge: "match-2026"}},
	}
	want := []string{
		"2019-03-03 enrolled member > member enrolment 2018",
		"2019-05-05 promoted diamond > diamond activity 2018 to 2021-04-01 nights 60",
		"2021-04-01 lapsed member > member enrolment 2021",
		"2021-06-06 promoted gold > gold activity 2021 to 2023-04-01 nights 22",
		"2021-12-31 granted gold > gold floor 2021 to 2023-04-01",
		"2023-04-01 lapsed member > member enrolment 2023",
		"2023-04-01 grant-ended gold > member floor 2023 to 2023-04-01",
		"2025-10-10 promoted gold > gold activity 2023 to 2027-04-01 nights 41",
		"2026-02-01 granted gold > gold challenge 2026 to 2026-05-02",
		"2026-02-02 granted gold > gold challenge 2026 to 2028-04-01",
		"2026-05-02 grant-ended gold > gold challenge 2026 to 2026-05-02",
		"2027-04-01 lapsed member > gold enrolment 2026",
		"2028-04-01 grant-ended gold > member challenge 2026 to 2028-04-01",
	}
	if diff := gocmp.Diff(want, timelineOf(t, engineOf(t, "hilton"), m, "2028-12-31")); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestTimelineOfAReviewedLevel(t *testing.T) {
	m := loyalty.Member{
		Activities: []loyalty.Activity{nights("2026-05-01", 10), nights("2026-07-20", 5), nights("2027-01-01", 16)},
		Grants:     []loyalty.Grant{{Tier: "gold", From: day("2026-03-01"), Source: loyalty.FromPurchase}},
	}
	want := []string{
		"2026-03-01 enrolled e > gold enrolment current",
		"2026-03-01 promoted gold > gold purchase current to 2027-03-01",
		"2026-07-21 promoted platinum > platinum activity current to 2027-07-21 nights 15",
		"2027-07-21 kept platinum > platinum activity current to 2028-07-21 nights 16",
		"2028-07-21 stepped-down gold > gold activity current to 2029-07-21",
	}
	if diff := gocmp.Diff(want, timelineOf(t, engineOf(t, "btg-homeinns"), m, "2028-12-31")); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestALifeOfGold(t *testing.T) {
	e := engineOf(t, "marriott-2024")
	var m loyalty.Member
	for year := 2024; year < 2031; year++ {
		m.Activities = append(m.Activities, nights(fmt.Sprint(year, "-06-30"), 58))
	}
	if s := statusOf(t, e, m, "2030-12-31"); s.Tier != "platinum" || s.Source != loyalty.FromActivity {
		t.Errorf("got %+v", s)
	}
	if s := statusOf(t, e, m, "2040-12-31"); s.Tier != "gold" || s.Until != 0 || s.Source != loyalty.FromLifetime {
		t.Errorf("406 nights and 7 years at Gold or above: got %+v", s)
	}
	m.Activities[0].Nights = 51 // 399 nights
	if s := statusOf(t, e, m, "2040-12-31"); s.Tier != "silver" || s.Source != loyalty.FromLifetime {
		t.Errorf("399 nights: got %+v", s)
	}
}

func TestKnowledge(t *testing.T) {
	e := engineOf(t, "marriott-2024")
	late, void := nights("2025-01-15", 15), nights("2025-01-20", -20)
	late.Known = day("2025-03-10")
	void.Kind, void.Known, void.Stays = loyalty.KindCorrection, day("2025-04-01"), 0
	m := loyalty.Member{
		Enrolled:   day("2024-01-01"),
		Activities: []loyalty.Activity{nights("2025-01-10", 10), late, void},
		Grants:     []loyalty.Grant{{Tier: "titanium", From: day("2025-02-01"), To: day("2025-02-10"), Source: loyalty.FromGift, Known: day("2025-05-05")}},
	}
	tests := []struct{ on, known, want string }{
		{"2025-03-03", "2025-03-03", "silver"},
		{"2025-03-03", "2025-03-10", "gold"},
		{"2025-03-03", "2025-03-31", "gold"},
		{"2025-03-03", "2025-04-01", "gold"}, // reached before the correction's date
		{"2025-01-14", "2025-03-10", "silver"},
		{"2025-02-05", "2025-05-04", "gold"},
		{"2025-02-05", "2025-05-05", "titanium"},
		{"2025-02-10", "", "gold"},
		{"2023-12-31", "", ""},
	}
	for _, test := range tests {
		s, err := e.Status(&m, loyalty.AsOf{On: day(test.on), Known: day(test.known)})
		if err != nil || s.Tier != test.want {
			t.Errorf("on %s as known on %s: got %q, want %q, %v", test.on, test.known, s.Tier, test.want, err)
		}
	}
}

func TestMoves(t *testing.T) {
	e := compiled(t, `{"format":1,"id":"x","currency":"EUR","versions":[
		{"id":"1","to":"2025-01-01","valid":{"kind":"month-end","month":12,"years":1},"tiers":[{"id":"base"},{"id":"gold","promote":{"metric":"nights","atLeast":5}},{"id":"spire","promote":{"metric":"nights","atLeast":10}}]},
		{"id":"2","from":"2025-01-01","valid":{"kind":"month-end","month":12,"years":1},"moves":[{"from":"spire","to":"diamond"}],"tiers":[{"id":"base"},{"id":"gold","promote":{"metric":"nights","atLeast":5}},{"id":"diamond","promote":{"metric":"nights","atLeast":20}}]}]}`)
	m := loyalty.Member{Activities: []loyalty.Activity{nights("2024-05-05", 12)}, Grants: []loyalty.Grant{{Tier: "spire", From: day("2024-06-06"), To: day("2026-06-06"), Source: loyalty.FromGift}}}
	for on, want := range map[string]string{"2024-12-31": "spire", "2025-01-01": "diamond", "2026-06-05": "diamond", "2026-06-06": "base"} {
		if s := statusOf(t, e, m, on); s.Tier != want {
			t.Errorf("%s: got %s, want %s", on, s.Tier, want)
		}
	}
}

func TestCountersAreZeroAfterAPromotion(t *testing.T) {
	version := `{"format":1,"id":"x","currency":"EUR","versions":[{"id":"1","counters":"%s","tiers":[{"id":"base"},{"id":"a","promote":{"metric":"nights","atLeast":5}},` +
		`{"id":"b","promote":{"metric":"nights","atLeast":8}},{"id":"c","forLife":{"metric":"nights","atLeast":14}}]}]}`
	reset, keep := compiled(t, fmt.Sprintf(version, "reset")), compiled(t, fmt.Sprintf(version, "keep"))
	m := loyalty.Member{Activities: []loyalty.Activity{nights("2026-01-05", 5), nights("2026-01-06", 3), nights("2026-01-07", 3), nights("2026-01-08", 3)}}
	for on, want := range map[string][2]string{
		"2026-01-05": {"a", "a"}, "2026-01-06": {"a", "b"}, "2026-01-07": {"a", "b"}, "2026-01-08": {"c", "c"}, // 14 nights in a lifetime
	} {
		if got := statusOf(t, reset, m, on); got.Tier != want[0] {
			t.Errorf("%s: got %s, want %s", on, got.Tier, want[0])
		}
		if got := statusOf(t, keep, m, on); got.Tier != want[1] {
			t.Errorf("%s, kept: got %s, want %s", on, got.Tier, want[1])
		}
	}
	m.Activities[1].Nights = 8
	if got := statusOf(t, reset, m, "2026-01-06"); got.Tier != "b" {
		t.Errorf("eight nights after the promotion: got %s", got.Tier)
	}
}
