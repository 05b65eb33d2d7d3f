package valuation_test

import (
	"encoding/json"
	"fmt"
	"slices"

	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/valuation"
	"github.com/shopspring/decimal"
)

func ExampleRanksOf_motivesOfLastQuarter() {
	ranks, err := valuation.RanksOf(smallCurrent(), []string{"business", "sightseeing", "business"}, []string{"trade", "", "medicine"})
	if err != nil {
		fmt.Println(err)
		return
	}
	for i, motive := range ranks.Motives {
		fmt.Println(i+1, motive.Name, motive.Current)
	}
	frozen, err := json.Marshal(ranks.Industries)
	fmt.Println(string(frozen), err)
	// Output:
	// 1 business 4431.91
	// 2 sightseeing 958.25
	// [{"name":"trade","current":"4791.25","guests":1},{"name":"medicine","current":"-359.34","guests":1}] <nil>
}

// The weights of a method of weighing, to 16 digits, as the card takes them.
func ExampleWeighted_weightsOfAMethod() {
	weights := []decimal.Decimal{
		decimal.New(4857142857142857, -16), decimal.New(2857142857142857, -16), decimal.New(2285714285714286, -16),
	}
	weights, err := hotelcrm.Allocate(decimal.New(1, 0), 4, weights)
	if err != nil {
		fmt.Println(err)
		return
	}
	low, _ := valuation.NewScore(decimal.New(2, 0))
	high, _ := valuation.NewScore(decimal.New(5, 0))
	card := valuation.Scorecard{Version: valuation.Version}
	for i, indicator := range []valuation.Indicator{valuation.Satisfaction, valuation.Credit, valuation.Income} {
		scale := valuation.Scale{Cuts: []decimal.Decimal{decimal.New(4, 0)}, Scores: []valuation.Score{low, high}}
		card.Indicators = append(card.Indicators, valuation.Weighted{Indicator: indicator, Weight: weights[i], Scale: scale})
	}
	_, err = valuation.NewScorer(card)
	fmt.Println(weights, err)
	// Output: [0.4857 0.2857 0.2286] <nil>
}

func ExampleNewScorer_incomeIsNotKnown() {
	scorer, err := valuation.NewScorer(satisfactionAndIncome())
	if err != nil {
		fmt.Println(err)
		return
	}
	pleased := valuation.Profile{Satisfaction: decimal.NewNullDecimal(decimal.New(48, -1))}
	_, known, err := scorer.Score(pleased) // 2/5 of the weight, where half is asked for
	fmt.Println(known, err)
	// Output: false <nil>
}

func ExampleScorer_Explain_toTheGuestRelationsManager() {
	scorer, err := valuation.NewScorer(satisfactionAndIncome())
	if err != nil {
		fmt.Println(err)
		return
	}
	explained, err := scorer.Explain(valuation.Profile{
		Income: decimal.NewNullDecimal(decimal.New(500_000, 0)), Satisfaction: decimal.NewNullDecimal(decimal.New(4, 0)),
	})
	for _, part := range explained.Parts {
		fmt.Println(part.Indicator, part.Raw, "scores", part.Score, "with weight", part.Weight, "and adds", part.Contribution)
	}
	fmt.Println(explained.Score, err)
	// Output:
	// satisfaction 4 scores 4 with weight 2 and adds 1.6
	// income 500000 scores 5 with weight 3 and adds 3
	// 4.6 <nil>
}

func ExampleScorer_ScoreAll_onlyTheIncomeIsKnown() {
	scorer, err := valuation.NewScorer(satisfactionAndIncome())
	if err != nil {
		fmt.Println(err)
		return
	}
	potential, err := scorer.ScoreAll([]valuation.Profile{{}, {Income: decimal.NewNullDecimal(decimal.New(90_000, 0))}}, 2)
	fmt.Println(potential.Known(0), potential.Known(1), potential.Scores()[1], err)
	// Output: false true 2 <nil>
}

func ExampleNewPotential_scoresFromAnotherSystem() {
	high, _ := valuation.NewScore(decimal.New(85, 0))
	potential, err := valuation.NewPotential([]valuation.Score{high, 0}, []bool{false, true})
	fmt.Println(potential.Len(), potential.Unknown(), potential.Scores()[0], err)
	// Output: 2 1 85 <nil>
}

func ExampleNewScore_surveyAverage() {
	fmt.Println(valuation.NewScore(decimal.New(375, -2)))
	// Output: 3.75 <nil>
}

func ExampleIncrementalOf_fifthOfCurrentValue() {
	score := func(points int64) valuation.Score {
		s, _ := valuation.NewScore(decimal.New(points, 0))
		return s
	}
	potential, _ := valuation.NewPotential([]valuation.Score{score(5), score(2), score(4)}, nil)
	incremental, err := valuation.IncrementalOf(smallCurrent(), potential, valuation.Uplift{Top: score(5), AtTop: decimal.New(2, -1)})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(incremental.Values().At(0), incremental.Values().At(1), incremental.Values().At(2))
	// Output: 958.25 76.66 0
}

func ExampleMatrixOf_whomToDevelop() {
	score := func(points int64) valuation.Score {
		s, _ := valuation.NewScore(decimal.New(points, 0))
		return s
	}
	potential, _ := valuation.NewPotential([]valuation.Score{score(2), score(3), score(4)}, nil)
	setup := valuation.MatrixSetup{
		Current:   valuation.Cut{Rule: valuation.Fixed, At: decimal.New(900, 0)},
		Potential: valuation.Cut{Rule: valuation.ByMean},
	}
	matrix, err := valuation.MatrixOf(smallCurrent(), potential, setup)
	if err != nil {
		fmt.Println(err)
		return
	}
	current, points := matrix.Cuts()
	fmt.Println("cuts:", current, points)
	for _, share := range matrix.Shares() {
		fmt.Println(share.Class, share.Guests, share.Current, share.GuestShare)
	}
	// Output:
	// cuts: 900 3
	// high-value 1 958.25 0.333334
	// potential-value 1 -359.34 0.333333
	// secondary-value 1 4791.25 0.333333
	// low-value 0 0 0
	// unset 0 0 0
}

// What the whole base of a hotel is worth by class of the matrix, and what it would cost to lose one in ten of the
// guests of high value each year.
func ExampleScenarioOf_classesOfTheMatrix() {
	current := smallCurrent()
	high, _ := valuation.NewScore(decimal.New(5, 0))
	potential, _ := valuation.NewPotential([]valuation.Score{high, 0, high}, nil)
	matrix, err := valuation.MatrixOf(current, potential, valuation.MatrixSetup{})
	if err != nil {
		fmt.Println(err)
		return
	}
	names := []string{"not classed", "high value", "potential value", "secondary value", "low value"}
	base, err := valuation.ScenarioOf(current, names, func(guest int) int { return int(matrix.Classes()[guest]) })
	if err != nil {
		fmt.Println(err)
		return
	}
	equity, err := valuation.CustomerEquity(base.Groups, base.Convention)
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, class := range equity.Groups {
		fmt.Println(class.Name, class.Guests, class.Amount)
	}
	fmt.Println("all", equity.Total, "as in the column:", current.Values().Sum())

	leaving := valuation.Scenario{Groups: slices.Clone(base.Groups), Convention: base.Convention}
	leaving.Groups[valuation.HighValue].Stream.Retention = decimal.New(9, -1)
	change, err := valuation.WhatIf(base, leaving)
	fmt.Println("one in ten lost each year:", change.Amount, err)
	// Output:
	// not classed 0 0
	// high value 1 4791.25
	// potential value 1 -359.34
	// secondary value 1 958.25
	// low value 0 0
	// all 5390.16 as in the column: 5390.16
	// one in ten lost each year: -1202.52 <nil>
}

func ExampleValueClass_Advice_lowPotential() {
	advice := valuation.SecondaryValue.Advice()
	fmt.Println(advice.Label, advice.LabelZH)
	fmt.Println(advice.Action)
	// Output:
	// Secondary value 次价值
	// find what holds the potential down: repair it if the hotel is the cause, else keep the good relation
}
