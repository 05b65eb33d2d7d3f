package valuation_test

import (
	"fmt"

	"github.com/hotelcrm/hotelcrm/valuation"
	"github.com/shopspring/decimal"
)

// A present value states what it was computed under, so that two reports can be compared.
func ExampleConvention_footnoteOfAReport() {
	value, err := valuation.CurrentValue(decimal.New(300, 0), decimal.New(2, 0), fiveYears())
	fmt.Println(value.Amount, err)
	fmt.Println(value.Convention)
	// Output:
	// 2395.63 <nil>
	// 0.08 per year, 5 x year, end-of-period, 2 places half-even
}

// The desk asks about one guest by id and sees at once why there is no total.
func ExampleLifetime_Find_guestAtTheDesk() {
	top, _ := valuation.NewScore(decimal.New(5, 0))
	current := smallCurrent()
	potential, _ := valuation.NewPotential([]valuation.Score{top, 0, top}, []bool{false, true, false}) // Li answered nothing
	incremental, _ := valuation.IncrementalOf(current, potential, valuation.Uplift{Top: top, AtTop: decimal.New(2, -1)})
	matrix, _ := valuation.MatrixOf(current, potential, valuation.MatrixSetup{})
	lifetime, err := valuation.LifetimeOf(incremental, matrix)
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, guest := range []string{"Chen", "Li", "Zhao"} {
		v, found := lifetime.Find(guest)
		fmt.Println(guest, found, v.Historic.Amount, v.ScoreKnown, v.Total.Valid, v.Total.Decimal)
	}
	// Output:
	// Chen true 1200 true true 6949.5
	// Li true 240 false false 0
	// Zhao false 0 false false 0
}

// 1 % a month is not 12 % a year. A rate that is not set is refused, where no discount at all must be said.
func ExampleRate_Equal_monthAndYear() {
	monthly, _ := valuation.Effective(decimal.New(1, -2), valuation.Month)
	yearly, _ := valuation.Effective(decimal.New(12, -2), valuation.Year)
	fmt.Println(monthly.Equal(yearly), monthly.Per(valuation.Year).StringFixed(6))
	none, _ := valuation.Effective(decimal.Zero, valuation.Year)
	fmt.Println(none.IsSet(), valuation.Rate{}.IsSet())
	// Output:
	// false 0.126825
	// true false
}

// A score is points, not money. Who asks for the number gets it exactly.
func ExampleScore_Points_surveyAverage() {
	score, err := valuation.NewScore(decimal.RequireFromString("4.25"))
	fmt.Println(score.Points().Mul(decimal.New(20, 0)), "of 100", err)
	// Output: 85 of 100 <nil>
}

// What does this month's score rest on? The scorer gives its card back, to be printed beside the scores.
func ExampleScorer_Card_printedWithTheScores() {
	scorer, err := valuation.NewScorer(satisfactionAndIncome())
	if err != nil {
		fmt.Println(err)
		return
	}
	card := scorer.Card()
	for _, w := range card.Indicators {
		fmt.Println(w.Indicator, "weighs", w.Weight, "with", len(w.Scale.Scores), "steps")
	}
	fmt.Println("asked for:", card.LeastAnswered, "of the weight")
	// Output:
	// satisfaction weighs 2 with 3 steps
	// income weighs 3 with 2 steps
	// asked for: 0.5 of the weight
}
