package rfm_test

import (
	"encoding/json"
	"fmt"

	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/rfm"
	"github.com/shopspring/decimal"
)

// theInn returns ten guests of a small inn at the end of 2025.
func theInn() *hotelcrm.Summaries {
	var guests []hotelcrm.Summary
	for _, g := range []struct {
		name         string
		days, visits int
		euros        int64
	}{
		{"Abe", 12, 9, 4100},
		{"Bea", 20, 7, 1600},
		{"Cem", 35, 2, 2900},
		{"Dee", 41, 1, 240},
		{"Eli", 90, 4, 1300},
		{"Fay", 150, 1, 310},
		{"Gus", 210, 3, 900},
		{"Hal", 400, 6, 3300},
		{"Ida", 520, 1, 180},
		{"Jon", 700, 2, 450},
	} {
		guests = append(guests, hotelcrm.Summary{
			Guest: g.name, Last: hotelcrm.DateOf(2025, 12, 31).AddDays(-g.days), Visits: g.visits, Revenue: decimal.New(g.euros, 0),
		})
	}
	summaries, err := hotelcrm.NewSummaries("EUR", hotelcrm.DateOf(2025, 12, 31), guests)
	if err != nil {
		fmt.Println(err)
	}
	return summaries
}

func ExampleOf_yearEnd() {
	scores, err := rfm.Of(theInn(), rfm.Config{})
	if err != nil {
		fmt.Println(err)
		return
	}
	for i, guest := range scores.Summaries().All() {
		if i < 3 {
			fmt.Println(guest.Guest, scores.At(i))
		}
	}
	// Output:
	// Abe 555
	// Bea 554
	// Cem 424
}

func ExampleScores_howManyGuestsAreRecent() {
	scores, err := rfm.Of(theInn(), rfm.Config{})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println("recency  ", scores.Counts().Recency)
	fmt.Println("frequency", scores.Counts().Frequency) // three guests were here once
	for _, cell := range scores.Grid() {
		if cell.R == 5 && cell.F == 5 {
			fmt.Println("recent and frequent:", cell.Guests, "guests,", cell.Revenue)
		}
	}
	// Output:
	// recency   [2 2 2 2 2]
	// frequency [3 2 1 2 2]
	// recent and frequent: 2 guests, 5700
}

func ExampleScore_newGuest() {
	fmt.Println(rfm.Score{R: 5, F: 1, M: 3})
	// Output: 513
}

func ExampleFit_cutsForTheAnnualReport() {
	thresholds, warnings, err := rfm.Fit(theInn(), rfm.Config{})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println("days", thresholds.Recency.Cuts, "score", thresholds.Recency.Scores)
	fmt.Println("visits", thresholds.Frequency.Cuts, "score", thresholds.Frequency.Scores)
	for _, warning := range warnings {
		fmt.Println(warning.Code)
	}
	// Output:
	// days [20 41 150 400] score [5 4 3 2 1]
	// visits [1 2 3 6] score [1 2 3 4 5]
	// few-guests
}

func ExampleThresholds_keptForNextMonth() {
	thresholds, _, err := rfm.Fit(theInn(), rfm.Config{})
	if err != nil {
		fmt.Println(err)
		return
	}
	text, err := json.Marshal(thresholds)
	if err != nil {
		fmt.Println(err)
		return
	}
	var kept rfm.Thresholds
	if err := json.Unmarshal(text, &kept); err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(kept.Guests, "guests as of", kept.AsOf, kept.Monetary.Cuts, kept.Currency)
	// Output: 10 guests as of 2025-12-31 [240 450 1300 2900] EUR
}

func ExampleNewScorer_houseRules() {
	scorer, err := rfm.NewScorer(rfm.Thresholds{
		Version: rfm.Version, Currency: "EUR",
		Recency: rfm.Axis{
			Method: rfm.Explicit, Bins: 3, LowIsBest: true, Cuts: []decimal.Decimal{decimal.New(90, 0), decimal.New(365, 0)}, Scores: []int{3, 2, 1},
		},
		Frequency: rfm.Axis{Method: rfm.Explicit, Bins: 3, Cuts: []decimal.Decimal{decimal.New(1, 0), decimal.New(4, 0)}, Scores: []int{1, 2, 3}},
		Monetary:  rfm.Axis{Method: rfm.Explicit, Bins: 3, Cuts: []decimal.Decimal{decimal.New(500, 0), decimal.New(2000, 0)}, Scores: []int{1, 2, 3}},
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	scores, err := scorer.ScoreAll(theInn())
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(scores.At(0), scores.At(9))
	// Output: 333 121
}

func ExampleScorer_frontDesk() {
	thresholds, _, err := rfm.Fit(theInn(), rfm.Config{})
	if err != nil {
		fmt.Println(err)
		return
	}
	scorer, err := rfm.NewScorer(thresholds)
	if err != nil {
		fmt.Println(err)
		return
	}
	today := hotelcrm.DateOf(2026, 1, 20) // three weeks later, by the cuts of the year's end
	guest := hotelcrm.Summary{Guest: "Kim", Last: today, Visits: 3, Revenue: decimal.New(780, 0)}
	fmt.Println(scorer.Score(today, guest))
	// Output: 533
}

func ExampleSame_likeSQL() {
	scores, err := rfm.Of(theInn(), rfm.Same(rfm.NTile, 4))
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(scores.Counts().Frequency) // bins of equal size, though three guests were here once and two twice
	// Output: [3 3 2 2]
}

func ExampleParseMethod_settingsFile() {
	method, err := rfm.ParseMethod("meansplit")
	fmt.Println(method == rfm.MeanSplit, err)
	_, err = rfm.ParseMethod("quintiles")
	fmt.Println(err != nil)
	// Output:
	// true <nil>
	// true
}

func ExampleSet_classesOfOneHotel() {
	set := rfm.Set{
		Version: rfm.Version, ID: "inn", Bins: [3]int{5, 5, 5},
		Segments: []rfm.Segment{
			{ID: "regular", Label: "Regulars", F: rfm.Range{Low: 4, High: 5}},
			{ID: "missed", Label: "Missed", R: rfm.Range{Low: 1, High: 2}},
		},
	}
	fmt.Println(len(set.Lint().Uncovered), "cells in no segment,", len(set.Lint().Ambiguous), "in two")
	set.Rest = &rfm.Segment{ID: "others", Label: "Others"}
	fmt.Println(set.Validate())
	// Output:
	// 45 cells in no segment, 20 in two
	// <nil>
}

func ExampleNewSegmenter_labelForAScore() {
	segmenter, err := rfm.NewSegmenter(rfm.Hotel())
	if err != nil {
		fmt.Println(err)
		return
	}
	segment, _ := segmenter.Segment(rfm.Score{R: 1, F: 4, M: 5})
	fmt.Println(segment.Label)
	// Output: Big spenders to win back
}

func ExampleSegmenter_columnOfNumbers() {
	segmenter, err := rfm.NewSegmenter(rfm.EightClasses())
	if err != nil {
		fmt.Println(err)
		return
	}
	n, _ := segmenter.Number(rfm.Score{R: 2, F: 1, M: 2})
	fmt.Println(n, segmenter.Set().All()[n].LabelZH)
	// Output: 1 重要发展客户
}

func ExampleHotel_whomToWriteTo() {
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
	for i, guest := range scores.Summaries().All() {
		if segment := segments.At(i); segment.ID == "win-back" {
			fmt.Println(guest.Guest+":", segment.Action)
		}
	}
	// Output: Hal: call in person, ask what went wrong
}

func ExampleSegmentation_revenueOfEachSegment() {
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
	for _, total := range segments.Totals() {
		if total.Guests > 1 {
			fmt.Println(total.Segment.Label, total.Guests, total.Visits, total.Revenue)
		}
	}
	// Output:
	// Champions 2 16 5700
	// Lapsed guests 2 5 1350
}

func ExampleTenSegments_cellsLeftOver() {
	lint := rfm.TenSegments().Lint()
	fmt.Println(lint.Cells, "cells,", len(lint.Ambiguous), "in several segments, in none:")
	fmt.Println(lint.Uncovered)
	// Output:
	// 125 cells, 58 in several segments, in none:
	// [215 241 251 252 341 351 441 451 541 551]
}

func ExampleEightClasses_meanSplit() {
	scores, err := rfm.Of(theInn(), rfm.Same(rfm.MeanSplit, 0))
	if err != nil {
		fmt.Println(err)
		return
	}
	classes, err := scores.Segments(rfm.EightClasses())
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, name := range []string{"Abe", "Cem", "Hal"} {
		i, _ := scores.Summaries().Find(name)
		fmt.Println(name, scores.At(i), classes.At(i).LabelZH, classes.At(i).Label)
	}
	// Output:
	// Abe 222 重要价值客户 Important: value
	// Cem 212 重要发展客户 Important: develop
	// Hal 122 重要保持客户 Important: keep
}

func ExampleFourClasses_highMediumLow() {
	config := rfm.Config{
		Recency: rfm.Cut{Method: rfm.MeanSplit}, Frequency: rfm.Cut{Method: rfm.MeanSplit}, Monetary: rfm.Cut{Bins: 3},
	}
	scores, err := rfm.Of(theInn(), config)
	if err != nil {
		fmt.Println(err)
		return
	}
	classes, err := scores.Segments(rfm.FourClasses())
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, total := range classes.Totals() {
		fmt.Println(total.Segment.Label, total.Guests)
	}
	// Output:
	// High value 1
	// Important to win back 0
	// New 2
	// Low value 2
	// Not classed 5
}
