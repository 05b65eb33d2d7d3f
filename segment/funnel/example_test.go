package funnel_test

import (
	"fmt"

	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/segment/funnel"
	"github.com/shopspring/decimal"
)

func ExampleRules_Count_weddingEnquiries() {
	rules := funnel.Rules{Stages: []funnel.Stage{{ID: "enquiry"}, {ID: "visit"}, {ID: "contract"}}}
	june := func(day int) hotelcrm.Date { return hotelcrm.DateOf(2025, 6, day) }
	counts, err := rules.Count([]funnel.Entry{
		{Guest: "Ana", Stage: "enquiry", On: june(1)},
		{Guest: "Ana", Stage: "visit", On: june(5)},
		{Guest: "Ana", Stage: "contract", On: june(20)},
		{Guest: "Bo", Stage: "enquiry", On: june(2)},
		{Guest: "Bo", On: june(9), Lost: true},
		{Guest: "Chen", Stage: "enquiry", On: june(10)},
		{Guest: "Chen", Stage: "visit", On: june(14)},
	}, june(30))
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, row := range counts.Rows() {
		fmt.Println(row.Stage.ID, row.Reached, "reached,", row.Lost, "lost,", row.Open, "open, median days", row.Dwell, row.DwellKnown)
	}
	days, _ := counts.Cycle()
	fmt.Println("from enquiry to contract:", days, "days")
	// Output:
	// enquiry 3 reached, 1 lost, 0 open, median days 4 true
	// visit 2 reached, 0 lost, 1 open, median days 15 true
	// contract 1 reached, 0 lost, 0 open, median days 0 false
	// from enquiry to contract: 19 days
}

func ExampleNewCounts_nextQuartersRevenue() {
	counts, err := funnel.NewCounts(funnel.Relationship(), []int{1000, 400, 120, 60, 24}, nil)
	if err != nil {
		fmt.Println(err)
		return
	}
	open := []funnel.Open{
		{Open: 200, Value: decimal.New(500, 0)},
		{Open: 80, Value: decimal.New(600, 0)},
		{Open: 25, Value: decimal.New(800, 0)},
		{Open: 10, Value: decimal.New(900, 0)},
	}
	money := hotelcrm.RoundTo{Places: 0, Mode: hotelcrm.RoundHalfEven}
	forecast, err := counts.Forecast(open, funnel.OfReached, 0.95, money)
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, row := range forecast.Rows {
		fmt.Println(row.Stage.Label, row.Open, "open,", row.Expected)
	}
	fmt.Println("expected", forecast.Expected, "between", forecast.Low, "and", forecast.High)
	// Output:
	// Awareness 200 open, 2400
	// Interest 80 open, 2880
	// Decision 25 open, 4000
	// Purchase 10 open, 3600
	// expected 12880 between 6035 and 19725
}

func ExampleRelationship_onTheWall() {
	for _, stage := range funnel.Relationship().Stages {
		fmt.Print(stage.LabelZH, " ")
	}
	// Output: 意识 兴趣 决策 购买 忠诚
}

func ExampleVelocity_groupSales() {
	money := hotelcrm.RoundTo{Places: 2, Mode: hotelcrm.RoundHalfEven}
	perDay, err := funnel.Velocity(135, decimal.New(2, -1), decimal.New(600, 0), decimal.New(30, 0), money)
	fmt.Println(perDay, "a day", err)
	// Output: 540 a day <nil>
}

func ExampleParsePath_bookingsWithoutAnEnquiry() {
	path, err := funnel.ParsePath("skip-stages")
	if err != nil {
		fmt.Println(err)
		return
	}
	rules := funnel.Relationship()
	rules.Path = path
	counts, err := rules.Count([]funnel.Entry{{Guest: "Ana", Stage: "purchase", On: hotelcrm.DateOf(2025, 6, 1)}}, hotelcrm.DateOf(2025, 6, 2))
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(counts.Rows()[0].Reached, "became aware, though nobody wrote it down")
	// Output: 1 became aware, though nobody wrote it down
}

func ExampleParseReentry_guestsWhoAskAgain() {
	reentry, err := funnel.ParseReentry("every-pass")
	fmt.Println(reentry, err)
	// Output: every-pass <nil>
}

func ExampleParseRateBasis_ofThoseWhoDecided() {
	basis, err := funnel.ParseRateBasis("settled")
	if err != nil {
		fmt.Println(err)
		return
	}
	counts, err := funnel.NewCounts(funnel.Relationship(), []int{100, 40, 20, 10, 5}, []int{40, 0, 0, 0, 0})
	if err != nil {
		fmt.Println(err)
		return
	}
	all, _ := counts.StepRate(0, funnel.OfReached, 0.95)
	settled, _ := counts.StepRate(0, basis, 0.95)
	fmt.Println(all.Rate, "of all,", settled.Rate, "of those who are no longer thinking it over")
	// Output: 0.4 of all, 0.5 of those who are no longer thinking it over
}
