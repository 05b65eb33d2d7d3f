package lifecycle_test

import (
	"fmt"

	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/segment/lifecycle"
)

func ExampleRules_Standing_aRegularWhoStaysAway() {
	// Every two months, and then nothing since the first of May.
	arrivals := []hotelcrm.Date{hotelcrm.DateOf(2025, 1, 1), hotelcrm.DateOf(2025, 3, 2), hotelcrm.DateOf(2025, 5, 1)}
	now, err := lifecycle.Rules{}.Standing(arrivals, nil, hotelcrm.DateOf(2025, 8, 15))
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(now.Stage, now.Stage.LabelZH(), "after", now.Visits, "visits, one in", now.Rhythm, "days")
	fmt.Println("at risk from", now.AtRiskFrom, "lapsed from", now.LapsedFrom)
	// Output:
	// at-risk 流失预警客户 after 3 visits, one in 60 days
	// at risk from 2025-07-31 lapsed from 2025-10-29
}

func ExampleRules_OnArrival_welcomeBack() {
	// Three visits in the spring of 2024; on the list of lapsed guests for a year, and now at the desk.
	arrivals := []hotelcrm.Date{hotelcrm.DateOf(2024, 3, 1), hotelcrm.DateOf(2024, 4, 1), hotelcrm.DateOf(2024, 5, 1)}
	today := hotelcrm.DateOf(2025, 8, 15)
	before, err := lifecycle.Rules{}.Standing(arrivals, nil, today)
	if err != nil {
		fmt.Println(err)
		return
	}
	now, err := lifecycle.Rules{}.OnArrival(arrivals, nil, today)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(before.Stage, "before,", now.Stage, "now, on visit", now.Visits)
	// Output: lapsed before, won-back now, on visit 4
}

func ExampleRules_Stages_mondayMorning() {
	register, err := hotelcrm.NewRegister(hotelcrm.Setup{Currency: "EUR"})
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, stay := range []struct {
		guest   string
		arrival hotelcrm.Date
	}{
		{"Ana", hotelcrm.DateOf(2025, 5, 20)},
		{"Bo", hotelcrm.DateOf(2024, 1, 10)},
		{"Chen", hotelcrm.DateOf(2023, 5, 1)},
		{"Chen", hotelcrm.DateOf(2025, 5, 3)},
	} {
		if err := register.Add(hotelcrm.Stay{Guest: stay.guest, Arrival: stay.arrival, Departure: stay.arrival + 2, Status: hotelcrm.Departed}); err != nil {
			fmt.Println(err)
			return
		}
	}
	visits, err := register.Visits(hotelcrm.DateOf(2025, 6, 2), hotelcrm.Window{})
	if err != nil {
		fmt.Println(err)
		return
	}
	lives, err := lifecycle.Rules{DefaultGap: 180}.Stages(visits)
	if err != nil {
		fmt.Println(err)
		return
	}
	for i, guest := range lives.Guests() {
		fmt.Println(guest, lives.Stages()[i])
	}
	fmt.Println("Chen came back on", lives.Standing("Chen").Returned)
	fmt.Println("Dan, who only asked:", lives.Standing("Dan").Stage)
	// Output:
	// Ana new
	// Bo at-risk
	// Chen won-back
	// Chen came back on 2025-05-03
	// Dan, who only asked: prospect
}

func ExampleStages_legendOfAChart() {
	for _, stage := range lifecycle.Stages() {
		fmt.Print(stage.Label(), " ", stage.LabelZH(), "; ")
	}
	// Output: Prospect 潜在客户; New 新客户; Growing 成长客户; Loyal 忠诚客户; At risk 流失预警客户; Lapsed 流失客户; Won back 赢回客户;
}

func ExampleParseStage_filterOfACampaign() {
	stage, err := lifecycle.ParseStage("at-risk")
	fmt.Println(stage.Label(), err)
	// Output: At risk <nil>
}
