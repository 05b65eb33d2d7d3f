package loyalty_test

import (
	"errors"
	"fmt"
	"slices"
	"testing"

	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/loyalty"

	gocmp "github.com/google/go-cmp/cmp"
)

// LG-10: 10,000 points at 40 nights and at every further 10, 30,000 at 60, the last step at 360.
func TestMilestonesOfHilton(t *testing.T) {
	e := engineOf(t, "hilton")
	tests := []struct {
		nights int
		points int64
	}{{39, 0}, {40, 10_000}, {49, 10_000}, {50, 20_000}, {59, 20_000}, {60, 60_000}, {72, 70_000}, {100, 100_000}, {365, 360_000}, {400, 360_000}}
	for _, test := range tests {
		var atOnce, nightly loyalty.Member
		atOnce.Activities = []loyalty.Activity{nights("2018-12-31", test.nights)}
		for i := range test.nights {
			nightly.Activities = append(nightly.Activities, loyalty.Activity{Date: day("2018-01-01") + hotelcrm.Date(i%365), Kind: loyalty.KindStay, Nights: 1})
		}
		for _, m := range []loyalty.Member{atOnce, nightly} {
			reached, err := e.Milestones(&m, loyalty.AsOf{On: day("2018-12-31")})
			sum := int64(0)
			for _, r := range reached {
				sum += r.Points
			}
			if err != nil || sum != test.points {
				t.Errorf("%d nights: got %d points, want %d, %v", test.nights, sum, test.points, err)
			}
		}
	}
}

func TestMilestonesCountWhatWasStayedInTheYear(t *testing.T) {
	e := engineOf(t, "ihg-2022")
	m := loyalty.Member{Activities: []loyalty.Activity{nights("2024-05-05", 65), nights("2025-05-05", 15), nights("2025-06-06", 5)}}
	m.Activities = append(m.Activities, loyalty.Activity{Date: day("2025-06-06"), Kind: loyalty.KindBonus, Nights: 10})
	reached, err := e.Milestones(&m, loyalty.AsOf{On: day("2025-12-31")})
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, r := range reached {
		got = append(got, fmt.Sprint(r.Date, " ", r.Milestone, " ", r.At))
	}
	want := []string{
		"2024-05-05 every-10 20", "2024-05-05 every-10 30", "2024-05-05 every-10 40", "2024-05-05 every-10 50", "2024-05-05 every-10 60",
		"2024-05-05 second-40 40", "2025-06-06 every-10 20",
	}
	if diff := gocmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestMilestoneDeadlines(t *testing.T) {
	e := engineOf(t, "hyatt-2024")
	m := loyalty.Member{Activities: []loyalty.Activity{nights("2024-11-30", 20)}}
	reached, err := e.Milestones(&m, loyalty.AsOf{On: day("2024-12-31")})
	if err != nil || len(reached) != 1 {
		t.Fatal(reached, err)
	}
	if r := reached[0]; r.ChooseBy != day("2025-02-28") || r.Until != day("2026-03-01") || r.Choose != 1 || len(r.Choices) != 4 {
		t.Errorf("90 days to choose, good for the year and 14 months: got %+v", r)
	}
}

func TestAMilestoneIsReachedOnce(t *testing.T) {
	e := engineOf(t, "marriott-2024")
	m := loyalty.Member{Activities: []loyalty.Activity{
		nights("2024-03-03", 50), {Date: day("2024-04-04"), Kind: loyalty.KindCorrection, Nights: -5}, nights("2024-05-05", 5),
	}}
	if reached, err := e.Milestones(&m, loyalty.AsOf{On: day("2024-12-31")}); err != nil || len(reached) != 1 {
		t.Errorf("got %+v, %v", reached, err)
	}
}

// LG-12 and LG-13.
func TestFreeNights(t *testing.T) {
	marriott, hilton := engineOf(t, "marriott-2024"), engineOf(t, "hilton")
	same := func(n int, price int64) []int64 { return slices.Repeat([]int64{price}, n) }
	tests := []struct {
		name   string
		engine *loyalty.Engine
		tier   string
		nights []int64
		cost   int64
		free   []int
	}{
		{"LG-12 Moxy Paris", marriott, "member", same(5, 35_000), 140_000, []int{4}},
		{"LG-12 four nights cost the same", marriott, "member", same(4, 35_000), 140_000, nil},
		{"LG-13 the cheapest is free", marriott, "member", []int64{40_000, 40_000, 50_000, 60_000, 60_000}, 210_000, []int{1}},
		{"LG-13 ten nights, two free", marriott, "gold", same(10, 10_000), 80_000, []int{4, 9}},
		{"nine nights, one free", marriott, "gold", same(9, 10_000), 80_000, []int{4}},
		{"elites only", hilton, "member", same(5, 35_000), 175_000, nil},
		{"elites", hilton, "silver", same(5, 35_000), 140_000, []int{4}},
		{"no nights", marriott, "member", nil, 0, nil},
	}
	for _, test := range tests {
		cost, free, err := test.engine.FreeNights(test.tier, day("2025-05-05"), test.nights)
		if err != nil || cost != test.cost || !slices.Equal(free, test.free) {
			t.Errorf("%s: got %d, %v, %v", test.name, cost, free, err)
		}
	}
	if _, _, err := marriott.FreeNights("gold", day("2025-05-05"), []int64{-1}); err == nil {
		t.Error("a negative price is accepted")
	}
}

// LG-16, as far as status goes: points spent, and points that lapse, never lower what counts for status.
func TestStatusIsNotABalance(t *testing.T) {
	e := engineOf(t, "hyatt-2024")
	m := loyalty.Member{Activities: []loyalty.Activity{
		{Date: day("2024-01-31"), Kind: loyalty.KindStay, Points: 15_000},
		{Date: day("2024-05-01"), Kind: loyalty.KindRedemption, Points: -15_000},
		{Date: day("2024-06-01"), Kind: loyalty.KindStay, Points: 10_000},
	}}
	if s := statusOf(t, e, m, "2024-07-02"); s.Tier != "discoverist" {
		t.Errorf("25,000 base points earned, 10,000 left: got %s", s.Tier)
	}
}

// LG-18 and LG-19.
func TestExpiryOfPoints(t *testing.T) {
	tests := []struct {
		name, programme, earned, last, tier string
		to, rule                            string
	}{
		{"LG-18 inactivity comes first", "wyndham-2020", "2022-06-10", "2024-02-05", "", "2025-08-05", "idleMonths"},
		{"LG-18 active again: four years after check-out", "wyndham-2020", "2022-06-10", "2025-07-01", "", "2026-06-10", "lifeMonths"},
		{"LG-19 end of the second year after", "choice-2025", "2013-05-10", "2013-05-10", "", "2016-01-01", "yearEnds"},
		{"LG-19 alive at the change", "choice-2025", "2014-05-10", "2015-11-30", "", "2017-05-30", "idleMonths"},
		{"dead at the change", "choice-2025", "2013-12-31", "2015-11-30", "", "2016-01-01", "yearEnds"},
		{"elites are exempt", "ihg-2022", "2024-01-01", "2024-01-01", "gold", "", ""},
		{"others are not", "ihg-2022", "2024-01-01", "2024-01-01", "club", "2025-01-01", "idleMonths"},
		{"leap day and 48 months", "wyndham-2020", "2020-02-29", "2023-12-31", "", "2024-02-29", "lifeMonths"},
		{"24 months from the entry", "h-world-2021", "2021-08-31", "2021-08-31", "", "2023-08-31", "lifeMonths"},
		{"never", "best-western-2016", "2020-02-29", "2020-02-29", "", "", ""},
	}
	for _, test := range tests {
		got, err := engineOf(t, test.programme).Expires(day(test.earned), day(test.last), test.tier)
		if err != nil || got.To != day(test.to) || got.Rule != test.rule {
			t.Errorf("%s: got %+v, %v", test.name, got, err)
		}
	}
	if got, _ := engineOf(t, "choice-2025").Expires(day("2013-05-10"), day("2013-05-10"), ""); got.Last() != day("2015-12-31") {
		t.Errorf("LG-19: last valid day %s", got.Last())
	}
	if _, err := engineOf(t, "choice-2025").Expires(day("2013-05-10"), day("2013-05-09"), ""); err == nil {
		t.Error("activity before earning is accepted")
	}
}

// LG-21, the rates: 打9折 is nine tenths of the rate.
func TestRatesOfTheThesis(t *testing.T) {
	e := engineOf(t, "thesis-2009-members")
	for tier, want := range map[string]string{"guest": "500", "member": "450", "vip": "400"} {
		got, err := e.Pays(tier, day("2009-06-01"), dec("500"))
		if err != nil || !got.Equal(dec(want)) {
			t.Errorf("%s pays %s, want %s, %v", tier, got, want, err)
		}
	}
	if _, err := e.Pays("friend", day("2009-06-01"), dec("500")); err == nil {
		t.Error("an unknown tier has a rate")
	}
}

// Table 4-2 of the thesis, with the other row as printed.
func TestServicesOfTheThesis(t *testing.T) {
	e := engineOf(t, "thesis-2009-classes")
	want := map[string][]string{
		"new":      {"given", "on-request", "on-request"},
		"ordinary": {"given", "on-request", "on-request"},
		"member":   {"given", "given", "given member service"},
		"vip":      {"given", "given", "given personalised"},
	}
	for tier, row := range want {
		list, err := e.Benefits(tier, "", day("2009-06-01"))
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, b := range list {
			text := b.Given.String()
			if b.Text != "" {
				text += " " + b.Text
			}
			got = append(got, text)
		}
		if diff := gocmp.Diff(row, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", tier, diff)
		}
	}
}

func TestErrorsNameTheLine(t *testing.T) {
	e := engineOf(t, "marriott-2024")
	line := func(change func(*loyalty.Activity)) loyalty.Member {
		bad := nights("2025-01-02", 1)
		change(&bad)
		return loyalty.Member{Activities: []loyalty.Activity{nights("2025-01-01", 1), bad}}
	}
	tests := []struct {
		name   string
		member loyalty.Member
		field  string
		row    int
	}{
		{"fraction of a cent", line(func(a *loyalty.Activity) { a.Spend = dec("1.001") }), "spend", 2},
		{"absurd spend", line(func(a *loyalty.Activity) { a.Spend = dec("1e30") }), "spend", 2},
		{"no kind", line(func(a *loyalty.Activity) { a.Kind = 0 }), "kind", 2},
		{"unknown kind", line(func(a *loyalty.Activity) { a.Kind = 99 }), "kind", 2},
		{"negative nights", line(func(a *loyalty.Activity) { a.Nights = -1 }), "kind", 2},
		{"absurd points", line(func(a *loyalty.Activity) { a.Points = 1 << 60 }), "points", 2},
		{"unknown tier", loyalty.Member{Grants: []loyalty.Grant{{Tier: "tin", From: day("2025-01-01"), Source: loyalty.FromGift}}}, "tier", 1},
		{"no source", loyalty.Member{Grants: []loyalty.Grant{{Tier: "gold", From: day("2025-01-01")}}}, "source", 1},
		{"no beginning", loyalty.Member{Grants: []loyalty.Grant{{Tier: "gold", Source: loyalty.FromGift}}}, "from", 1},
		{"ends before it begins", loyalty.Member{Grants: []loyalty.Grant{{Tier: "gold", From: day("2025-01-02"), To: day("2025-01-02"), Source: loyalty.FromGift}}}, "to", 1},
		{"absurd date", line(func(a *loyalty.Activity) { a.Date = -5 }), "date", 2},
		{"unknown challenge", loyalty.Member{Grants: []loyalty.Grant{{Challenge: "x", From: day("2025-01-01"), Source: loyalty.FromGift}}}, "challenge", 1},
	}
	for _, test := range tests {
		_, err := e.Status(&test.member, loyalty.AsOf{On: day("2025-12-31")})
		row, ok := errors.AsType[*hotelcrm.RowError](err)
		if !ok || row.Field != test.field || row.Row != test.row || !errors.Is(err, loyalty.ErrLine) {
			t.Errorf("%s: got %v", test.name, err)
		}
	}
	if _, err := e.Status(&loyalty.Member{}, loyalty.AsOf{}); err == nil {
		t.Error("no date is accepted")
	}
	if _, err := e.Status(&loyalty.Member{Enrolled: -5}, loyalty.AsOf{On: day("2025-12-31")}); err == nil {
		t.Error("an absurd enrolment is accepted")
	}
}
