package rfm_test

import (
	"fmt"

	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/rfm"
	"github.com/shopspring/decimal"
)

// twoGuests returns a guest of one long stay and one of day use.
func twoGuests() *hotelcrm.Summaries {
	asOf := hotelcrm.DateOf(2025, 12, 31)
	summaries, err := hotelcrm.NewSummaries("EUR", asOf, []hotelcrm.Summary{
		{Guest: "Lea", Last: asOf, Visits: 1, Nights: 14, RoomNights: 28, Revenue: decimal.New(1400, 0)},
		{Guest: "Max", Last: asOf, Visits: 3, Revenue: decimal.New(360, 0)},
	})
	if err != nil {
		fmt.Println(err)
	}
	return summaries
}

func ExampleMethod_whereGuestsDivideByThemselves() {
	for _, method := range []rfm.Method{rfm.ByValue, rfm.EqualWidth, rfm.LogWidth, rfm.Jenks} {
		thresholds, _, err := rfm.Fit(theInn(), rfm.Config{Monetary: rfm.Cut{Method: method, Bins: 3}})
		if err != nil {
			fmt.Println(err)
			return
		}
		fmt.Println(method, thresholds.Monetary.Cuts)
	}
	// Output:
	// value [450 1600]
	// equalwidth [1486.6666666666666666666667 2793.3333333333333333333333]
	// logwidth [510.24 1446.37]
	// jenks [450 1600]
}

func ExampleCut_tenBins() {
	fmt.Println(rfm.Config{Monetary: rfm.Cut{Bins: 10}}.Validate())
	fmt.Println(rfm.Config{Monetary: rfm.Cut{Bins: 100}}.Validate() != nil)
	// Output:
	// <nil>
	// true
}

func ExampleConfig_longStaysCount() {
	thresholds, _, err := rfm.Fit(twoGuests(), rfm.Config{FrequencyOf: rfm.Nights, MonetaryOf: rfm.RevenuePerNight})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(thresholds.FrequencyOf, thresholds.Frequency.Cuts, thresholds.MonetaryOf, thresholds.Monetary.Cuts)
	// Output: nights [0] pernight [100]
}

func ExampleFrequencyOf_roomsOfOneBooking() {
	thresholds, _, err := rfm.Fit(twoGuests(), rfm.Config{FrequencyOf: rfm.RoomNights, Frequency: rfm.Cut{Method: rfm.MeanSplit}})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println("mean of", thresholds.FrequencyOf, thresholds.Frequency.Cuts)
	// Output: mean of roomnights [14]
}

func ExampleMonetaryOf_spendPerStay() {
	thresholds, _, err := rfm.Fit(theInn(), rfm.Config{MonetaryOf: rfm.RevenuePerVisit})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(thresholds.MonetaryOf, thresholds.Monetary.Cuts)
	// Output: pervisit [225 240 310 455.55555556]
}

func ExampleParseFrequencyOf_settingsFile() {
	of, err := rfm.ParseFrequencyOf("nights")
	fmt.Println(of == rfm.Nights, err)
	// Output: true <nil>
}

func ExampleParseMonetaryOf_settingsFile() {
	of, err := rfm.ParseMonetaryOf("pernight")
	fmt.Println(of == rfm.RevenuePerNight, err)
	// Output: true <nil>
}

func ExampleAxis_daysSinceTheLastStay() {
	axis := rfm.Axis{
		Method: rfm.Explicit, Bins: 3, LowIsBest: true,
		Cuts: []decimal.Decimal{decimal.New(90, 0), decimal.New(365, 0)}, Scores: []int{3, 2, 1},
	}
	fmt.Println(axis.InEffect(), "bins: up to", axis.Cuts[0], "days scores", axis.Scores[0])
	// Output: 3 bins: up to 90 days scores 3
}

func ExampleCounts_emptyScores() {
	scores, err := rfm.Of(theInn(), rfm.Same(rfm.EqualWidth, 5))
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(scores.Counts().Monetary)
	for _, warning := range scores.Warnings() {
		if warning.Code == rfm.WarnEmptyBin {
			fmt.Println(warning.Text)
		}
	}
	// Output:
	// [5 2 0 2 1]
	// Frequency has bins that no guest is in
	// Monetary has bins that no guest is in
}

func ExampleCell_spendOfRecentRegulars() {
	scores, err := rfm.Of(theInn(), rfm.Config{})
	if err != nil {
		fmt.Println(err)
		return
	}
	best := scores.Grid()[24]
	mean, ok, err := best.Mean(2, hotelcrm.RoundHalfEven)
	fmt.Println(best.R, best.F, best.Guests, mean, ok, err)
	// Output: 5 5 2 2850 true <nil>
}

func ExampleTotal_shareOfTheChampions() {
	scores, err := rfm.Of(theInn(), rfm.Config{})
	if err != nil {
		fmt.Println(err)
		return
	}
	segments, err := scores.Segments(rfm.Hotel())
	if err != nil {
		fmt.Println(err)
		return
	}
	champions := segments.Totals()[0]
	fmt.Println(champions.GuestShare, "of the guests,", champions.RevenueShare, "of the revenue")
	// Output: 0.2 of the guests, 0.373037 of the revenue
}

func ExampleComposite_orderOfTheCallList() {
	scores, err := rfm.Of(theInn(), rfm.Config{})
	if err != nil {
		fmt.Println(err)
		return
	}
	composite, err := scores.Weighted(rfm.Weights{R: decimal.New(2, -1), F: decimal.New(3, -1), M: decimal.New(5, -1)})
	if err != nil {
		fmt.Println(err)
		return
	}
	for i, guest := range scores.Summaries().All() {
		if composite.Rank(i) <= 3 {
			fmt.Println(composite.Rank(i), guest.Guest, scores.At(i), composite.At(i))
		}
	}
	// Output:
	// 1 Abe 555 5
	// 2 Bea 554 4.5
	// 3 Hal 245 4.1
}

func ExampleWeights_spendCountsTwice() {
	weights := rfm.Weights{R: decimal.New(1, 0), F: decimal.New(1, 0), M: decimal.New(2, 0)}
	fmt.Println(weights.Value(rfm.Score{R: 5, F: 1, M: 4}), "of", weights.Sum().Mul(decimal.New(5, 0)))
	// Output: 14 of 20
}

func ExampleRange_topTwoScores() {
	segment := rfm.Segment{ID: "loyal", Label: "Loyal", LabelZH: "忠诚客户", F: rfm.Range{Low: 4, High: 5}}
	fmt.Println(segment.F.Low, "to", segment.F.High, "of frequency, any recency:", segment.R == rfm.Range{})
	// Output: 4 to 5 of frequency, any recency: true
}

func ExampleSegment_twoLanguages() {
	for _, segment := range rfm.Hotel().All()[:2] {
		fmt.Println(segment.ID, segment.Label, segment.LabelZH)
	}
	// Output:
	// champions Champions 核心贵宾
	// regulars Regulars 忠诚常客
}

func ExampleLint_houseSet() {
	lint := rfm.Hotel().Lint()
	fmt.Println(lint.Cells, len(lint.Uncovered), len(lint.Ambiguous), len(lint.Shadowed))
	// Output: 125 0 0 0
}
