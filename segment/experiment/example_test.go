package experiment_test

import (
	"fmt"

	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/segment/experiment"
	"github.com/shopspring/decimal"
)

func ExampleDesign_Split_whoGetsTheWinBackLetter() {
	split, err := experiment.Design{ID: "win-back", Epoch: 2025, Control: decimal.New(1, -1)}.Split()
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, guest := range []string{"P000118", "P000119", "P000121", "P000127"} {
		fmt.Println(guest, split.Bucket(guest), split.Arm(guest))
	}
	// Output:
	// P000118 2958 treated
	// P000119 2095 treated
	// P000121 776 control
	// P000127 8856 treated
}

func ExampleCheck_twoCampaignsAtOnce() {
	err := experiment.Check(
		experiment.Design{ID: "spring", Epoch: 1, Control: decimal.New(1, -1)},
		experiment.Design{ID: "spring", Epoch: 1, Control: decimal.New(2, -1)},
	)
	fmt.Println(err)
	// Output: hotelcrm: experiments[1]: "spring:1" is not allowed; want no two with the same ID and epoch
}

func ExampleOverlapOf_newsletterAndUpgrade() {
	newsletter, err := experiment.Design{ID: "newsletter", Control: decimal.New(5, -1)}.Split()
	if err != nil {
		fmt.Println(err)
		return
	}
	upgrade, err := experiment.Design{ID: "upgrade", Control: decimal.New(5, -1)}.Split()
	if err != nil {
		fmt.Println(err)
		return
	}
	var guests []string
	for i := range 10_000 {
		guests = append(guests, fmt.Sprintf("P%06d", i))
	}
	overlap, err := experiment.OverlapOf(newsletter, upgrade, guests)
	fmt.Println(overlap.P > 0.05, err)
	// Output: true <nil>
}

func ExampleParseArm_columnOfAnExport() {
	arm, err := experiment.ParseArm("control")
	fmt.Println(arm == experiment.Control, err)
	// Output: true <nil>
}

func ExampleSampleSizeFor_beforeTheMailing() {
	size, err := experiment.SampleSizeFor(0.06, 0.05, 0.05, 0.8)
	fmt.Println(size.PerArm, "guests in each arm", err)
	// Output: 8158 guests in each arm <nil>
}

func ExampleUpliftOf_theMailingPaid() {
	uplift, err := experiment.UpliftOf(experiment.Trial{Won: 560, Of: 8000}, experiment.Trial{Won: 110, Of: 2000}, 0.95)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Printf("%.3f more booked, between %.4f and %.4f\n", uplift.Difference, uplift.Newcombe.Low, uplift.Newcombe.High)
	fmt.Println(uplift.Incremental, "guests who would not have come")
	// Output:
	// 0.015 more booked, between 0.0029 and 0.0258
	// 120 guests who would not have come
}

func ExampleIncrementalRevenue_toTheCent() {
	spent := func(euros ...string) hotelcrm.Amounts {
		var list []decimal.Decimal
		for _, text := range euros {
			list = append(list, decimal.RequireFromString(text))
		}
		amounts, err := hotelcrm.AmountsOf(2, list...)
		if err != nil {
			fmt.Println(err)
		}
		return amounts
	}
	money := hotelcrm.RoundTo{Places: 2, Mode: hotelcrm.RoundHalfEven}
	uplift, err := experiment.IncrementalRevenue(spent("120.50", "0", "89.90", "210", "0", "99"), spent("0", "100.10", "0"), 0.95, money)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(uplift.Treated, "came,", uplift.Expected, "would have come anyway:", uplift.Incremental, "more")
	fmt.Println("between", uplift.Low, "and", uplift.High)
	// Output:
	// 519.4 came, 200.2 would have come anyway: 319.2 more
	// between -376.77 and 1015.17
}

func ExampleUpliftBySegment_oneMailingThreeSegments() {
	results, err := experiment.UpliftBySegment([]experiment.SegmentTrial{
		{Segment: "business", Treated: experiment.Trial{Won: 560, Of: 8000}, Control: experiment.Trial{Won: 110, Of: 2000}},
		{Segment: "leisure", Treated: experiment.Trial{Won: 45, Of: 500}, Control: experiment.Trial{Won: 30, Of: 500}},
		{Segment: "groups", Treated: experiment.Trial{Won: 12, Of: 70}, Control: experiment.Trial{Won: 13, Of: 80}},
	}, 0.95, experiment.Holm)
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, result := range results {
		fmt.Printf("%s p %.3f, corrected %.3f, holds %v\n", result.Segment, result.P, result.CorrectedP, result.Holds)
	}
	// Output:
	// business p 0.016, corrected 0.049, holds true
	// leisure p 0.072, corrected 0.143, holds false
	// groups p 0.884, corrected 0.884, holds false
}

func ExampleParseCorrection_setting() {
	correction, err := experiment.ParseCorrection("benjamini-hochberg")
	if err != nil {
		fmt.Println(err)
		return
	}
	corrected, err := correction.Correct([]float64{0.01, 0.04, 0.03, 0.005, 0.5})
	fmt.Println(corrected, err)
	// Output: [0.025 0.05 0.05 0.025 0.5] <nil>
}
