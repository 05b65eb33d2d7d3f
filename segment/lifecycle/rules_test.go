package lifecycle_test

import (
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/internal/refusetest"
	"github.com/hotelcrm/hotelcrm/segment/lifecycle"
	"github.com/hotelcrm/hotelcrm/segment/movement"
	"github.com/shopspring/decimal"
	"pgregory.net/rapid"
)

func standing(t failer, rules lifecycle.Rules, asOf int, arrivals ...int) lifecycle.Standing {
	t.Helper()
	got, err := rules.Standing(days(arrivals...), nil, day(asOf))
	if err != nil {
		t.Fatalf("standing: %v", err)
	}
	return got
}

// Defaults: at risk after 1.5 rhythms, lapsed after 3, loyal from 5 visits, 180 days where there is no own rhythm.
func TestLifeStagesAtTheirBoundaries(t *testing.T) {
	tests := []struct {
		name     string
		asOf     int
		arrivals []int
		want     lifecycle.Stage
	}{
		{"no visit", 0, nil, lifecycle.Prospect},
		{"visit still to come", 0, []int{1}, lifecycle.Prospect},
		{"arrives today", 0, []int{0}, lifecycle.NewGuest},
		{"default 1.5 x 180 days", 270, []int{0}, lifecycle.NewGuest},
		{"a day more", 271, []int{0}, lifecycle.AtRisk},
		{"default 3 x 180 days", 540, []int{0}, lifecycle.AtRisk},
		{"a day more again", 541, []int{0}, lifecycle.Lapsed},
		{"two visits have no rhythm", 10 + 270, []int{0, 10}, lifecycle.Growing},
		{"two visits, a day more", 10 + 271, []int{0, 10}, lifecycle.AtRisk},
		{"two rooms on one date are one visit", 5, []int{0, 0}, lifecycle.NewGuest},
		{"own rhythm of 60 days: 90", 120 + 90, []int{0, 60, 120}, lifecycle.Growing},
		{"own rhythm of 60 days: 91", 120 + 91, []int{0, 60, 120}, lifecycle.AtRisk},
		{"own rhythm of 60 days: 180", 120 + 180, []int{0, 60, 120}, lifecycle.AtRisk},
		{"own rhythm of 60 days: 181", 120 + 181, []int{0, 60, 120}, lifecycle.Lapsed},
		{"median of 60 and 71 is 65.5: 98.25 days", 131 + 98, []int{0, 60, 131}, lifecycle.Growing},
		{"median of 60 and 71 is 65.5: a day more", 131 + 99, []int{0, 60, 131}, lifecycle.AtRisk},
		{"rhythm of 2 days counts as 30: 45", 4 + 45, []int{0, 2, 4}, lifecycle.Growing},
		{"rhythm of 2 days counts as 30: 46", 4 + 46, []int{0, 2, 4}, lifecycle.AtRisk},
		{"four visits", 180, []int{0, 60, 120, 180}, lifecycle.Growing},
		{"five visits", 240, []int{0, 60, 120, 180, 240}, lifecycle.Loyal},
		{"comes on the last day at risk", 120 + 180, []int{0, 60, 120, 300}, lifecycle.Growing},
		{"comes on the first day lapsed", 120 + 181, []int{0, 60, 120, 301}, lifecycle.Growing},
		{"had lapsed the day before", 120 + 182, []int{0, 60, 120, 302}, lifecycle.WonBack},
		{"won back, then again: no longer", 400, []int{0, 60, 120, 302, 400}, lifecycle.Loyal},
		{"won back once, away again", 302 + 91, []int{0, 60, 120, 302}, lifecycle.AtRisk},
		{"second visit after the default lapse", 542, []int{0, 542}, lifecycle.WonBack},
		{"second visit on the first day lapsed", 541, []int{0, 541}, lifecycle.Growing},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := standing(t, lifecycle.Rules{}, tt.asOf, tt.arrivals...); got.Stage != tt.want {
				t.Errorf("want %v, got %+v", tt.want, got)
			}
		})
	}
}

func TestStandingSaysWhatItFollowsFrom(t *testing.T) {
	got := standing(t, lifecycle.Rules{}, 310, 0, 60, 120, 302)
	want := lifecycle.Standing{
		Stage: lifecycle.WonBack, Visits: 4, Last: day(302), Rhythm: 60, OwnRhythm: true,
		AtRiskFrom: day(302 + 91), LapsedFrom: day(302 + 181), Returned: day(302),
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	// Two visits have no rhythm, so the lapse is after 540 days, whatever the third visit makes of the rhythm later.
	if late := standing(t, lifecycle.Rules{}, 605, 0, 60, 605); late.Returned != day(605) || late.Stage != lifecycle.WonBack {
		t.Errorf("lapsed by the visits before: got %+v", late)
	}
	// The arrival before the last counts, too: it found the guest lapsed by the rhythm of the three before it.
	if got := standing(t, lifecycle.Rules{WonBackVisits: 2}, 400, 0, 60, 120, 302, 400); got.Returned != day(302) {
		t.Errorf("the arrival before the last: got %+v", got)
	}
	last := hotelcrm.MaxDate - 5
	end, err := lifecycle.Rules{}.Standing([]hotelcrm.Date{last}, nil, last)
	if err != nil || end.AtRiskFrom != 0 || end.LapsedFrom != 0 || end.Stage != lifecycle.NewGuest {
		t.Errorf("end of the calendar: got %+v, %v", end, err)
	}
	first := hotelcrm.MaxDate - 541 // lapsed on the 541st day, the last of the calendar
	end, err = lifecycle.Rules{}.Standing([]hotelcrm.Date{first}, nil, first)
	if err != nil || end.LapsedFrom != hotelcrm.MaxDate {
		t.Errorf("the last day of the calendar: got %+v, %v", end, err)
	}
}

func TestGuestsInTheHouseAreNotSilent(t *testing.T) {
	rules := lifecycle.Rules{DefaultGap: 10} // at risk after 15 days, lapsed after 30
	arrivals, departures := days(0), days(100)
	for asOf, want := range map[int]lifecycle.Stage{99: lifecycle.NewGuest, 100: lifecycle.NewGuest, 101: lifecycle.Lapsed} {
		got, err := rules.Standing(arrivals, departures, day(asOf))
		if err != nil || got.Stage != want {
			t.Errorf("day %d: want %v, got %+v, %v", asOf, want, got, err)
		}
	}
	// A long stay is no lapse: the guest moves rooms on the day after it ends.
	got, err := rules.Standing(days(0, 101), days(100, 102), day(101))
	if err != nil || got.Stage != lifecycle.Growing {
		t.Errorf("want growing, got %+v, %v", got, err)
	}
	// The longer of two rooms counts, also from an earlier arrival.
	got, err = rules.Standing(days(0, 5), days(100, 6), day(90))
	if err != nil || got.Stage != lifecycle.Growing || got.LapsedFrom != day(101) {
		t.Errorf("want growing, got %+v, %v", got, err)
	}
}

func TestLifeCycleRefusesWrongInput(t *testing.T) {
	for param, rules := range map[string]lifecycle.Rules{
		"Rules.DefaultGap":    {DefaultGap: -1},
		"Rules.MinGap":        {MinGap: 36_501},
		"Rules.AtRisk":        {AtRisk: dec("1.2345")},
		"Rules.Lapsed":        {AtRisk: dec("4")},
		"Rules.LoyalVisits":   {LoyalVisits: 1},
		"Rules.WonBackVisits": {WonBackVisits: 101},
		"Rules.Workers":       {Workers: -1},
	} {
		refusetest.Param(t, rules.Validate(), param)
		_, err := rules.Standing(nil, nil, day(0))
		refusetest.Param(t, err, param)
		_, err = rules.Stages(nil)
		refusetest.Param(t, err, param)
		_, err = rules.StandingAll(nil, day(0))
		refusetest.Param(t, err, param)
	}
	widest := lifecycle.Rules{DefaultGap: 36_500, MinGap: 1, AtRisk: dec("0.001"), Lapsed: dec("1000"), LoyalVisits: 1_000_000, WonBackVisits: 100, Workers: 1024}
	if err := widest.Validate(); err != nil {
		t.Error(err)
	}
	_, err := lifecycle.Rules{}.Stages(nil)
	refusetest.Param(t, err, "visits")
	_, err = lifecycle.Rules{}.StandingAll(nil, day(0))
	refusetest.Param(t, err, "visits")
	_, err = lifecycle.Rules{}.StandingAll(new(hotelcrm.Visits), 0)
	refusetest.Param(t, err, "asOf")
	_, err = lifecycle.Rules{}.Standing(nil, nil, 0)
	refusetest.Param(t, err, "asOf")
	_, err = lifecycle.Rules{}.Standing(days(1), days(1, 2), day(3))
	refusetest.Param(t, err, "departures")
	_, err = lifecycle.Rules{}.Standing(days(2, 1), nil, day(3))
	refusetest.Row(t, err, 2, "arrival")
	_, err = lifecycle.Rules{}.Standing(days(1), []hotelcrm.Date{hotelcrm.MaxDate + 1}, day(3))
	refusetest.Row(t, err, 1, "departure")
	_, err = lifecycle.Rules{}.Standing([]hotelcrm.Date{0}, nil, day(3))
	refusetest.Row(t, err, 1, "arrival")
	_, err = lifecycle.Rules{}.Standing(days(2), days(1), day(3))
	refusetest.Row(t, err, 1, "departure")
}

// plainStage follows the rule of the doc comment in thousandths of half days.
func plainStage(rules lifecycle.Rules, arrivals []int, asOf int) lifecycle.Stage {
	past := slices.DeleteFunc(slices.Clone(arrivals), func(d int) bool { return d > asOf })
	past = slices.Compact(past)
	silentFor := func(visits []int, day int, factor decimal.Decimal) bool {
		rhythm := decimal.NewFromInt(int64(rules.DefaultGap))
		if len(visits) >= 3 {
			var gaps []int
			for i := range visits[1:] {
				gaps = append(gaps, visits[i+1]-visits[i])
			}
			slices.Sort(gaps)
			n := len(gaps)
			rhythm = decimal.NewFromInt(int64(gaps[(n-1)/2] + gaps[n/2])).Mul(dec("0.5"))
			rhythm = decimal.Max(rhythm, decimal.NewFromInt(int64(rules.MinGap)))
		}
		silence := decimal.NewFromInt(int64(day - visits[len(visits)-1]))
		return silence.GreaterThan(rhythm.Mul(factor))
	}
	n := len(past)
	switch {
	case n == 0:
		return lifecycle.Prospect
	case silentFor(past, asOf, rules.Lapsed):
		return lifecycle.Lapsed
	case silentFor(past, asOf, rules.AtRisk):
		return lifecycle.AtRisk
	}
	for visit := max(1, n-rules.WonBackVisits); visit < n; visit++ {
		if silentFor(past[:visit], past[visit]-1, rules.Lapsed) {
			return lifecycle.WonBack
		}
	}
	switch {
	case n >= rules.LoyalVisits:
		return lifecycle.Loyal
	case n > 1:
		return lifecycle.Growing
	}
	return lifecycle.NewGuest
}

func TestLifeStagesEqualThePlainRule(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		rules := lifecycle.Rules{
			DefaultGap: rapid.IntRange(1, 60).Draw(t, "default"), MinGap: rapid.IntRange(1, 20).Draw(t, "min"),
			AtRisk:      decimal.New(rapid.Int64Range(500, 2000).Draw(t, "atRisk"), -3),
			Lapsed:      decimal.New(rapid.Int64Range(2000, 4000).Draw(t, "lapsed"), -3),
			LoyalVisits: rapid.IntRange(2, 6).Draw(t, "loyal"), WonBackVisits: rapid.IntRange(1, 3).Draw(t, "wonBack"),
		}
		arrivals := rapid.SliceOfN(rapid.IntRange(0, 200), 0, 9).Draw(t, "arrivals")
		slices.Sort(arrivals)
		asOf := rapid.IntRange(0, 250).Draw(t, "asOf")
		got := standing(t, rules, asOf, arrivals...)
		if want := plainStage(rules, arrivals, asOf); got.Stage != want {
			t.Fatalf("want %v, got %+v", want, got)
		}
		if got.Stage == lifecycle.Prospect || slices.ContainsFunc(arrivals, func(d int) bool { return d > asOf }) {
			return
		}
		// The dates say when the stage will change.
		atRisk := got.AtRiskFrom.DaysSince(day(0))
		if next := standing(t, rules, max(asOf, atRisk), arrivals...).Stage; next < lifecycle.AtRisk || next == lifecycle.WonBack {
			t.Fatalf("on the first day at risk: got %v", next)
		}
		if atRisk-1 >= asOf {
			if last := standing(t, rules, atRisk-1, arrivals...).Stage; last == lifecycle.AtRisk || last == lifecycle.Lapsed {
				t.Fatalf("on the day before: got %v", last)
			}
		}
	})
}

// guestHouse returns a register's visits as of the day: the arrivals of each guest, one night each.
func guestHouse(t failer, asOf int, arrivals map[string][]int) *hotelcrm.Visits {
	t.Helper()
	register, err := hotelcrm.NewRegister(hotelcrm.Setup{Currency: "EUR"})
	if err != nil {
		t.Fatalf("register: %v", err)
	}
	for guest, list := range arrivals {
		for _, arrival := range list {
			if err := register.Add(hotelcrm.Stay{Guest: guest, Arrival: day(arrival), Departure: day(arrival + 1), Status: hotelcrm.Departed}); err != nil {
				t.Fatalf("add: %v", err)
			}
		}
	}
	visits, err := register.Visits(day(asOf), hotelcrm.Window{})
	if err != nil {
		t.Fatalf("visits: %v", err)
	}
	return visits
}

func TestStagesOfAllGuests(t *testing.T) {
	visits := guestHouse(t, 310, map[string][]int{"ana": {300}, "bo": {0, 60, 120, 302}, "chen": {0, 60, 120, 180, 240, 300}, "dan": {30}, "eve": {60, 120, 180}})
	for _, workers := range []int{0, 1, 2, 7} {
		lives, err := lifecycle.Rules{Workers: workers}.Stages(visits)
		if err != nil {
			t.Fatal(err)
		}
		want := []lifecycle.Stage{lifecycle.NewGuest, lifecycle.WonBack, lifecycle.Loyal, lifecycle.AtRisk, lifecycle.AtRisk}
		if diff := cmp.Diff(want, lives.Stages()); diff != "" {
			t.Errorf("%d workers (-want +got):\n%s", workers, diff)
		}
		if lives.Count(lifecycle.AtRisk) != 2 || lives.Count(lifecycle.Lapsed) != 0 || lives.Count(99) != 0 {
			t.Errorf("counts: %d at risk, %d lapsed", lives.Count(lifecycle.AtRisk), lives.Count(lifecycle.Lapsed))
		}
		if lives.Count(lifecycle.WonBack+1) != 0 || lives.Count(255) != 0 {
			t.Error("what is no stage has guests")
		}
		if got := lives.Standing("bo"); got.Returned != day(302) || lives.Standing("nobody").Stage != lifecycle.Prospect {
			t.Errorf("standing: got %+v", got)
		}
		if lives.AsOf() != day(310) || len(lives.Guests()) != 5 || lives.Rules().DefaultGap != 180 {
			t.Errorf("got %v, %v, %+v", lives.AsOf(), lives.Guests(), lives.Rules())
		}
	}
}

func TestStandingAllIsStandingOfEach(t *testing.T) {
	visits := guestHouse(t, 310, map[string][]int{"ana": {300}, "bo": {0, 60, 120, 302}, "chen": {0, 60, 120, 180, 240, 300}, "dan": {30}, "eve": {60, 120, 180}})
	for _, asOf := range []int{0, 30, 119, 180, 301, 310, 900} {
		for _, workers := range []int{0, 1, 2, 7} {
			rules := lifecycle.Rules{MinGap: 20, Workers: workers}
			all, err := rules.StandingAll(visits, day(asOf))
			if err != nil || len(all) != 5 {
				t.Fatalf("%d guests, %v", len(all), err)
			}
			for guest, got := range all {
				from, to := visits.Of(guest)
				want, err := rules.Standing(visits.Arrival()[from:to], visits.Departure()[from:to], day(asOf))
				if diff := cmp.Diff(want, got); diff != "" || err != nil {
					t.Errorf("day %d, guest %d, %d workers, %v (-want +got):\n%s", asOf, guest, workers, err, diff)
				}
			}
		}
	}
}

func TestLifeStagesMove(t *testing.T) {
	arrivals := map[string][]int{"ana": {0, 30}, "bo": {10}, "chen": {200}}
	spring, err := lifecycle.Rules{}.Stages(guestHouse(t, 40, map[string][]int{"ana": {0, 30}, "bo": {10}}))
	if err != nil {
		t.Fatal(err)
	}
	winter, err := lifecycle.Rules{}.Stages(guestHouse(t, 290, arrivals))
	if err != nil {
		t.Fatal(err)
	}
	moved, err := movement.TransitionOf(spring.Snapshot("life", 1), winter.Snapshot("life", 1))
	if err != nil {
		t.Fatal(err)
	}
	growing, atRisk, fresh := lifecycle.Growing-1, lifecycle.AtRisk-1, lifecycle.NewGuest-1
	if moved.Counts()[fresh][atRisk] != 1 || moved.Counts()[growing][growing] != 1 || moved.Entered()[fresh] != 1 || moved.Classes()[atRisk] != "at-risk" {
		t.Errorf("got %v, entered %v", moved.Counts(), moved.Entered())
	}
}

func TestLifeStageNames(t *testing.T) {
	if got := len(lifecycle.Stages()); got != 7 {
		t.Errorf("want 7 stages, got %d", got)
	}
	for _, stage := range lifecycle.Stages() {
		back, err := lifecycle.ParseStage(stage.String())
		if err != nil || back != stage || stage.Label() == "" || stage.LabelZH() == "" {
			t.Errorf("%v: got %v, %v, %q, %q", stage, back, err, stage.Label(), stage.LabelZH())
		}
	}
	if lifecycle.WonBack.LabelZH() != "赢回客户" || lifecycle.Stage(99).Label() != "" || lifecycle.Stage(0).LabelZH() != "" {
		t.Error("labels")
	}
}
