package valuation_test

import (
	"fmt"

	"github.com/hotelcrm/hotelcrm/valuation"
	"github.com/shopspring/decimal"
)

func ExampleEffective_yearlyRateByTheMonth() {
	rate, err := valuation.Effective(decimal.New(15, -2), valuation.Year)
	fmt.Println(rate, err)
	fmt.Println(rate.Per(valuation.Month))
	fmt.Println(rate.Force(valuation.Week))
	// Output:
	// 0.15 per year <nil>
	// 0.01171491691985328464416972553024738
	// 0.002687729661060744180221716455147218
}

func ExampleEffective_lossOfAll() {
	_, err := valuation.Effective(decimal.New(-1, 0), valuation.Year)
	fmt.Println(err)
	// Output: hotelcrm: rate: "-1" is not allowed; want above -1, and within e^100 a year either way
}

func ExampleContinuous_bankQuotesAForce() {
	rate, err := valuation.Continuous(decimal.New(1, -1), valuation.Year)
	fmt.Println(rate, rate.Per(valuation.Year), err)
	// Output: continuous 0.1 per year 0.1051709180756476248117078264902467 <nil>
}

func ExampleParseRate_settingsFile() {
	rate, err := valuation.ParseRate("0.15 per year")
	fmt.Println(rate.Per(valuation.Year), err)
	// Output: 0.15 <nil>
}

func ExampleHorizon_In_fiveYearsByTheMonth() {
	fmt.Println(valuation.Horizon{N: 5, Period: valuation.Year}.In(valuation.Month))
	// Output: 60 x month <nil>
}

func ExampleParsePeriod_seasonsBudget() {
	period, err := valuation.ParsePeriod("quarter")
	fmt.Println(period.PerYear(), err)
	// Output: 4 <nil>
}

func ExampleParseTiming_settingsFile() {
	fmt.Println(valuation.ParseTiming("middle-of-period"))
	// Output: middle-of-period <nil>
}

func ExampleParsePaceRule_settingsFile() {
	fmt.Println(valuation.ParsePaceRule("over-window"))
	// Output: over-window <nil>
}

func ExampleParseCutRule_settingsFile() {
	fmt.Println(valuation.ParseCutRule("quantile"))
	// Output: quantile <nil>
}

func ExampleParseIndicator_columnOfASurvey() {
	fmt.Println(valuation.ParseIndicator("income-to-spend"))
	// Output: income-to-spend <nil>
}

func ExampleParseValueClass_columnOfAnExport() {
	fmt.Println(valuation.ParseValueClass("high-value"))
	// Output: high-value <nil>
}
