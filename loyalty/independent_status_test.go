package loyalty_test

import (
	"strings"
	"testing"

	"github.com/hotelcrm/hotelcrm/loyalty"
)

// ladder returns a programme with the versions given.
func ladder(t testing.TB, currency, versions string) *loyalty.Engine {
	t.Helper()
	return compiled(t, `{"format":1,"id":"written-anew","currency":"`+currency+`","versions":[`+versions+`]}`)
}

// year returns one line with all of a year's activity.
func year(on string, nights, stays int32, points int64, spend string) loyalty.Activity {
	return loyalty.Activity{Date: day(on), Kind: loyalty.KindStay, Nights: nights, Stays: stays, Points: points, Spend: dec(spend)}
}

const spire = `{"id":"1","valid":{"kind":"month-end","month":12,"years":1},"rollover":{},"tiers":[{"id":"club"},{"id":"gold","promote":{"metric":"nights","atLeast":10}},` +
	`{"id":"platinum","promote":{"metric":"nights","atLeast":40}},{"id":"spire","promote":{"metric":"nights","atLeast":75}}]}`

// LG-04 and LG-05: what is carried shows in what the next year still needs.
func TestSpireCarriesOnlyNightsStayed(t *testing.T) {
	e := ladder(t, "USD", spire)
	tests := []struct {
		name       string
		activities []loyalty.Activity
		on         string
		tier       string
		carried    string
	}{
		{"112 stayed", []loyalty.Activity{nights("2016-06-30", 112)}, "2017-02-01", "spire", "37"},
		{"20 carried in, 60 stayed", []loyalty.Activity{nights("2015-06-30", 95), nights("2016-06-30", 60)}, "2016-07-01", "spire", "80"},
		{"and nothing carried out", []loyalty.Activity{nights("2015-06-30", 95), nights("2016-06-30", 60)}, "2017-02-01", "spire", "0"},
	}
	for _, test := range tests {
		p, err := e.Progress(&loyalty.Member{Activities: test.activities}, loyalty.AsOf{On: day(test.on)})
		if err != nil || p.Status.Tier != test.tier || len(p.Keep) != 1 || p.Keep[0][0].Have.String() != test.carried {
			t.Errorf("%s: %+v, %v", test.name, p, err)
		}
	}
}

const bonvoy = `{"id":"1","valid":{"kind":"month-end","month":2,"years":2},"tiers":[{"id":"member"},{"id":"silver","promote":{"metric":"nights","atLeast":10}},` +
	`{"id":"gold","promote":{"metric":"nights","atLeast":25}},{"id":"platinum","promote":{"metric":"nights","atLeast":50}},{"id":"titanium","promote":{"metric":"nights","atLeast":75}},` +
	`{"id":"ambassador","promote":{"all":[{"metric":"nights","atLeast":100},{"metric":"spend","atLeast":23000}]}}]}`

// LG-06, and the same in a leap year: the end of February is a day of its own.
func TestGoldLastsToTheEndOfFebruary(t *testing.T) {
	e := ladder(t, "USD", bonvoy)
	for reached, last := range map[string]string{"2025-01-15": "2027-02-28", "2026-12-31": "2028-02-29", "2022-02-28": "2024-02-29"} {
		m := loyalty.Member{Activities: []loyalty.Activity{nights(reached, 25)}}
		if s := statusOf(t, e, m, reached); s.Tier != "gold" || s.Last() != day(last) || s.Until != day(last)+1 || s.From != day(reached) {
			t.Errorf("reached %s: %+v", reached, s)
		}
		if s := statusOf(t, e, m, last); s.Tier != "gold" {
			t.Errorf("on its last day: %+v", s)
		}
		if s, err := e.Status(&m, loyalty.AsOf{On: day(last) + 1}); err != nil || s.Tier != "member" {
			t.Errorf("on the day after: %+v, %v", s, err)
		}
	}
}

// LG-07, LG-08, LG-09, LG-11: tiers by thresholds.
func TestThresholds(t *testing.T) {
	hilton := `{"id":"2025","to":"2026-01-01","tiers":[{"id":"member"},{"id":"silver","promote":{"any":[{"metric":"nights","atLeast":10},{"metric":"stays","atLeast":4},{"metric":"points","atLeast":25000}]}},` +
		`{"id":"gold","promote":{"any":[{"metric":"nights","atLeast":40},{"metric":"stays","atLeast":20},{"metric":"points","atLeast":75000}]}},` +
		`{"id":"diamond","promote":{"any":[{"metric":"nights","atLeast":60},{"metric":"stays","atLeast":30},{"metric":"points","atLeast":120000}]}}]},` +
		`{"id":"2026","from":"2026-01-01","tiers":[{"id":"member"},{"id":"silver","promote":{"any":[{"metric":"nights","atLeast":10},{"metric":"stays","atLeast":4},{"metric":"spend","atLeast":2500}]}},` +
		`{"id":"gold","promote":{"any":[{"metric":"nights","atLeast":25},{"metric":"stays","atLeast":15},{"metric":"spend","atLeast":6000}]}},` +
		`{"id":"diamond","promote":{"any":[{"metric":"nights","atLeast":50},{"metric":"stays","atLeast":25},{"metric":"spend","atLeast":11500}]}},` +
		`{"id":"reserve","promote":{"all":[{"any":[{"metric":"nights","atLeast":80},{"metric":"stays","atLeast":40}]},{"metric":"spend","atLeast":18000}]}}]}`
	western := `{"id":"1","tiers":[{"id":"blue"}`
	for _, row := range [][4]string{{"gold", "10", "7", "10000"}, {"platinum", "15", "10", "15000"}, {"diamond", "30", "20", "30000"}, {"diamond-select", "50", "40", "50000"}} {
		western += `,{"id":"` + row[0] + `","promote":{"any":[{"metric":"nights","atLeast":` + row[1] + `},{"metric":"stays","atLeast":` + row[2] + `},{"metric":"points","atLeast":` + row[3] + `}]}}`
	}
	western += `]}`
	tests := []struct {
		versions string
		line     loyalty.Activity
		want     string
	}{
		{bonvoy, year("2025-05-05", 100, 1, 0, "22999.99"), "titanium"},
		{bonvoy, year("2025-05-05", 100, 1, 0, "23000.00"), "ambassador"},
		{bonvoy, year("2025-05-05", 99, 1, 0, "50000"), "titanium"},
		{hilton, year("2025-12-31", 55, 1, 0, "0"), "gold"},
		{hilton, year("2026-01-01", 55, 1, 0, "0"), "diamond"},
		{hilton, year("2026-05-05", 80, 20, 0, "18000"), "reserve"},
		{hilton, year("2026-05-05", 60, 45, 0, "18000"), "reserve"},
		{hilton, year("2026-05-05", 120, 50, 0, "17999"), "diamond"},
		{hilton, year("2026-05-05", 20, 8, 0, "12000"), "diamond"},
		{western, year("2020-05-05", 9, 7, 9000, "0"), "gold"},
		{western, year("2020-05-05", 9, 6, 9999, "0"), "blue"},
		{western, year("2020-05-05", 14, 10, 0, "0"), "platinum"},
		{western, year("2020-05-05", 50, 1, 1, "0"), "diamond-select"},
	}
	for _, test := range tests {
		if s := statusOf(t, ladder(t, "USD", test.versions), loyalty.Member{Activities: []loyalty.Activity{test.line}}, test.line.Date.String()); s.Tier != test.want {
			t.Errorf("%+v: got %s, want %s", test.line, s.Tier, test.want)
		}
	}
}

// LG-22: promotion the day after, counters at zero, review a year later.
func TestPlatinumFromTheNextDay(t *testing.T) {
	step := func(id, nights, growth string) string {
		return `{"id":"` + id + `","promote":{"any":[{"metric":"nights","atLeast":` + nights + `},{"metric":"points","atLeast":` + growth + `}]}}`
	}
	e := ladder(t, "CNY", `{"id":"1","window":{"kind":"level"},"valid":{"kind":"cycle","cycle":{"kind":"level"}},"counters":"reset","stepwise":true,"effectiveAfterDays":1,`+
		`"downgrade":{"to":"one-step"},"tiers":[{"id":"e"},`+strings.Join([]string{step("silver", "3", "1000"), step("gold", "5", "1500"), step("platinum", "15", "10000"), step("diamond", "40", "25000")}, ",")+`]}`)
	m := loyalty.Member{
		Enrolled: day("2026-01-01"), Grants: []loyalty.Grant{{Tier: "gold", From: day("2026-03-01"), Source: loyalty.FromPurchase}},
		Activities: []loyalty.Activity{nights("2026-05-01", 9), nights("2026-07-20", 6)},
	}
	if s := statusOf(t, e, m, "2026-07-20"); s.Tier != "gold" || s.Until != day("2027-03-01") {
		t.Errorf("on the day: %+v", s)
	}
	p, err := e.Progress(&m, loyalty.AsOf{On: day("2026-07-21")})
	if err != nil || p.Status.Tier != "platinum" || p.Status.From != day("2026-07-21") || p.Status.Until != day("2027-07-21") {
		t.Fatalf("%+v, %v", p.Status, err)
	}
	if n := p.Ways[0][0]; p.Next != "diamond" || !n.Have.IsZero() || n.Window.From != day("2026-07-21") || n.Window.To != day("2027-07-21") {
		t.Errorf("counters: %+v", p.Ways)
	}
}

// LG-23: keeping asks less than reaching, and no-shows count against it.
func TestPlatinumIsKept(t *testing.T) {
	e := ladder(t, "CNY", `{"id":"1","window":{"kind":"membership-year"},"valid":{"kind":"cycle","cycle":{"kind":"membership-year"}},"tiers":[{"id":"star"},{"id":"gold"},`+
		`{"id":"platinum","promote":{"all":[{"metric":"nights","atLeast":40},{"metric":"noShows","atMost":3}]},"retain":{"all":[{"metric":"nights","atLeast":30},{"metric":"noShows","atMost":3}]}}],"downgrade":{"floor":"gold"}}`)
	for _, test := range []struct {
		nights, noShows int32
		want            string
	}{{30, 3, "platinum"}, {30, 4, "gold"}, {29, 0, "gold"}} {
		m := loyalty.Member{Enrolled: day("2020-02-29"), Activities: []loyalty.Activity{
			nights("2020-12-01", 40), nights("2021-12-01", int(test.nights)),
			{Date: day("2021-12-02"), Kind: loyalty.KindNoShow, NoShows: test.noShows},
		}}
		if s := statusOf(t, e, m, "2022-02-27"); s.Tier != "platinum" || s.Until != day("2022-02-28") {
			t.Errorf("cycle from 29 February: %+v", s)
		}
		if s := statusOf(t, e, m, "2022-02-28"); s.Tier != test.want {
			t.Errorf("%d nights, %d no-shows: got %s, want %s", test.nights, test.noShows, s.Tier, test.want)
		}
	}
}

// LG-16's trap and the first pitfall: points that are spent or lapse never lower a tier.
func TestSpendingPointsLowersNoTier(t *testing.T) {
	e := ladder(t, "EUR", `{"id":"1","tiers":[{"id":"guest"},{"id":"friend","promote":{"metric":"points","atLeast":100}}]}`)
	m := loyalty.Member{Activities: []loyalty.Activity{
		{Date: day("2025-03-01"), Kind: loyalty.KindEvent, Points: 100},
		{Date: day("2025-05-01"), Kind: loyalty.KindRedemption, Points: -100},
	}}
	if s := statusOf(t, e, m, "2025-07-02"); s.Tier != "friend" {
		t.Errorf("got %+v", s)
	}
	m.Activities[0].Points = 60
	m.Activities = append(m.Activities, loyalty.Activity{Date: day("2025-06-01"), Kind: loyalty.KindEvent, Points: 40})
	if s := statusOf(t, e, m, "2025-07-02"); s.Tier != "friend" {
		t.Errorf("60 and 40 earned, 100 spent between: got %+v", s)
	}
}
