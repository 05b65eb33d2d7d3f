package funnel_test

import (
	"fmt"

	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/segment/funnel"
	"github.com/hotelcrm/hotelcrm/valuation"
)

// What is a site visit worth, and what an enquiry? The chance that each ends in a contract.
func ExampleCounts_WinRate_enquiryAndSiteVisit() {
	weddings := funnel.Rules{Stages: []funnel.Stage{{ID: "enquiry"}, {ID: "visit"}, {ID: "contract"}}}
	counts, err := funnel.NewCounts(weddings, []int{200, 80, 30}, nil)
	if err != nil {
		fmt.Println(err)
		return
	}
	for stage, row := range counts.Rows()[:2] {
		chance, err := counts.WinRate(stage, funnel.OfReached)
		fmt.Println(row.Stage.ID, chance, err)
	}
	// Output:
	// enquiry 0.15 <nil>
	// visit 0.375 <nil>
}

// How long does an enquiry lie before anybody comes to see the house? Those still open count as long as they are open.
func ExampleCounts_Spells_howLongEnquiriesLie() {
	june := func(day int) hotelcrm.Date { return hotelcrm.DateOf(2025, 6, day) }
	counts, err := funnel.Rules{Stages: []funnel.Stage{{ID: "enquiry"}, {ID: "visit"}}}.Count([]funnel.Entry{
		{Guest: "Ana", Stage: "enquiry", On: june(1)},
		{Guest: "Ana", Stage: "visit", On: june(5)},
		{Guest: "Bo", Stage: "enquiry", On: june(2)},
		{Guest: "Bo", Stage: "visit", On: june(12)},
		{Guest: "Chen", Stage: "enquiry", On: june(10)},
	}, june(30))
	if err != nil {
		fmt.Println(err)
		return
	}
	curve, err := valuation.KaplanMeier(counts.Spells(0))
	if err != nil {
		fmt.Println(err)
		return
	}
	days, known := curve.Median()
	fmt.Println(counts.Spells(0), "half have moved on after", days, "days", known)
	// Output: [{4 true} {10 true} {20 false}] half have moved on after 10 days true
}
