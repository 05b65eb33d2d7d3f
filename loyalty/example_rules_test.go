package loyalty_test

import (
	"fmt"

	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/loyalty"
	"github.com/shopspring/decimal"
)

func ExampleParseProgramme_spellingMistake() {
	_, err := loyalty.ParseProgramme([]byte(`{"format": 1, "id": "inn", "currency": "EUR", "versions": [{"id": "1", "tiers": [
		{"id": "guest"}, {"id": "friend", "promote": {"metric": "night", "atLeast": 5}}]}]}`))
	fmt.Println(err)
	// Output: loyalty: not a programme: versions[0].tiers[1].promote.metric: hotelcrm: metric: "night" is not allowed; want one of nights, stays, points, spend, events, noShows, brands, years
}

func ExampleCompile_ladder() {
	e := innEngine()
	rank, known := e.Rank("family")
	version, inForce := e.Version(hotelcrm.DateOf(2026, 6, 1))
	fmt.Println(e.Ladder(), rank, known, version.ID, inForce, e.Programme().Currency)
	// Output: [guest friend family] 2 true 2026 true EUR
}

func ExampleEngine_Evaluator_allGuestsInHouse() {
	e := innEngine()
	v := e.Evaluator() // one for each goroutine
	for _, m := range []*loyalty.Member{bea(), {ID: "Cem", Enrolled: hotelcrm.DateOf(2026, 5, 1)}} {
		s, err := v.Status(m, loyalty.AsOf{On: hotelcrm.DateOf(2026, 6, 1)})
		fmt.Println(m.ID, s.Tier, err)
	}
	// Output:
	// Bea friend <nil>
	// Cem guest <nil>
}

func ExampleEngine_StatusAll_nightly() {
	statuses, err := innEngine().StatusAll([]loyalty.Member{*bea(), {ID: "Cem"}}, loyalty.AsOf{On: hotelcrm.DateOf(2026, 6, 1)}, 2)
	fmt.Printf("%q %q %v\n", statuses[0].Tier, statuses[1].Tier, err)
	// Output: "friend" "" <nil>
}

func ExampleEvaluator_Progress_oneMemberAfterAnother() {
	v := innEngine().Evaluator()
	for _, m := range []*loyalty.Member{bea(), {ID: "Cem", Enrolled: hotelcrm.DateOf(2026, 5, 1)}} {
		p, err := v.Progress(m, loyalty.AsOf{On: hotelcrm.DateOf(2026, 6, 1)})
		fmt.Println(m.ID, "is", p.Status.Tier, "and may become", p.Next, err)
	}
	// Output:
	// Bea is friend and may become family <nil>
	// Cem is guest and may become friend <nil>
}

func ExampleEngine_ProgressAll_nightly() {
	all, err := innEngine().ProgressAll([]loyalty.Member{*bea(), {ID: "Cem"}}, loyalty.AsOf{On: hotelcrm.DateOf(2026, 6, 1)}, 2)
	fmt.Printf("%q %q %v\n", all[0].Next, all[1].Next, err)
	// Output: "family" "" <nil>
}

func ExampleEngine_NoticesAll_tonightsLetters() {
	members := []loyalty.Member{*bea(), {ID: "Cem"}}
	all, err := innEngine().NoticesAll(members, loyalty.AsOf{On: hotelcrm.DateOf(2028, 1, 2)}, loyalty.Notices{Days: 60}, 2)
	if err != nil {
		fmt.Println(err)
	}
	for i, notices := range all {
		for _, n := range notices {
			fmt.Println(members[i].ID, n.Kind, n.Tier, "to", n.To, "on", n.Date)
		}
	}
	// Output: Bea status-ends friend to guest on 2028-03-01
}

func ExampleCompare_beforeTheRulesChange() {
	before := innEngine()
	p := before.Programme()
	p.Versions = append([]loyalty.Version(nil), p.Versions...)
	p.Versions[0].Tiers = append([]loyalty.Tier(nil), p.Versions[0].Tiers...)
	p.Versions[0].Tiers[2].Promote = loyalty.Condition{Metric: loyalty.Spend, AtLeast: new(decimal.New(1800, 0))}
	after, err := loyalty.Compile(p)
	if err != nil {
		fmt.Println(err)
		return
	}
	d, err := loyalty.Compare(before, after, []loyalty.Member{*bea(), {ID: "Cem"}}, loyalty.Replay{At: loyalty.AsOf{On: hotelcrm.DateOf(2026, 6, 1)}})
	fmt.Println(d.Members, "members,", d.Up, "up,", d.Down, "down,", d.Same, "the same", err)
	for _, m := range d.Moves {
		fmt.Println(m.From, "to", m.To, m.Members, "such as", m.Examples[0].Member)
	}
	// Output:
	// 2 members, 1 up, 0 down, 1 the same <nil>
	// friend to family 1 such as Bea
}

func ExampleLint_discountWrittenTheWrongWay() {
	p, err := loyalty.ParseProgramme([]byte(`{"format": 1, "id": "inn", "currency": "CNY", "versions": [{"id": "1", "tiers": [
		{"id": "guest"}, {"id": "friend", "promote": {"metric": "nights", "atLeast": 5}, "payRate": 0.1}]}]}`))
	if err != nil {
		fmt.Println(err)
	}
	for _, f := range loyalty.Lint(p) {
		fmt.Println(f.Code, f.Path)
		fmt.Println(f.Text)
	}
	// Output:
	// low-pay-rate versions[0].tiers[1].payRate
	// friend pays 0.1 of the rate; a discount is written as the part that is paid: 10 % off, 打9折, is 0.9
}

func ExampleDisagreements_deskAndWebsite() {
	read := func(nights string) loyalty.Programme {
		p, err := loyalty.ParseProgramme([]byte(`{"format": 1, "id": "inn", "currency": "EUR", "versions": [{"id": "` + nights + ` nights", "tiers": [
			{"id": "guest"}, {"id": "friend", "promote": {"metric": "nights", "atLeast": ` + nights + `}}]}]}`))
		if err != nil {
			fmt.Println(err)
		}
		return p
	}
	list, err := loyalty.Disagreements(read("5"), read("6"))
	fmt.Println(list[0].Text, err)
	// Output: 5 nights: friend by 5 nights, not by 6 nights <nil>
}
