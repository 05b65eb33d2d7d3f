package valuation_test

import (
	"fmt"

	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/valuation"
	"github.com/shopspring/decimal"
)

// Three guests of a hotel whose input cost was 1200 for 3 guests in all: 400 each.
func smallHotel() *hotelcrm.Summaries {
	asOf, _ := hotelcrm.ParseDate("2025-12-31")
	first, _ := hotelcrm.ParseDate("2024-12-31") // 365 days
	list := []hotelcrm.Summary{
		{Guest: "Chen", First: first, Last: asOf, Visits: 4, Nights: 9, Revenue: decimal.New(1600, 0)},
		{Guest: "Li", First: first, Last: asOf, Visits: 2, Nights: 2, Revenue: decimal.New(640, 0)},
		{Guest: "Wang", First: first, Last: asOf, Visits: 1, Nights: 1, Revenue: decimal.New(310, 0)},
	}
	summaries, err := hotelcrm.NewSummaries("CNY", asOf, list)
	if err != nil {
		fmt.Println(err)
	}
	return summaries
}

// cents rounds to two places, halves to even.
func cents() hotelcrm.RoundTo { return hotelcrm.RoundTo{Places: 2, Mode: hotelcrm.RoundHalfEven} }

// fiveYears discounts at 8 % a year over five years.
func fiveYears() valuation.Convention {
	rate, err := valuation.Effective(decimal.New(8, -2), valuation.Year)
	if err != nil {
		fmt.Println(err)
	}
	return valuation.Convention{Rate: rate, Horizon: valuation.Horizon{N: 5, Period: valuation.Year}, Rounding: cents()}
}

func smallHistoric() *valuation.Historic {
	basis := valuation.CostBasis{Total: decimal.New(1200, 0), Guests: 3}
	historic, err := valuation.HistoricOf(smallHotel(), basis, cents())
	if err != nil {
		fmt.Println(err)
	}
	return historic
}

func smallCurrent() *valuation.Current {
	current, err := valuation.CurrentOf(smallHistoric(), valuation.CurrentSetup{Convention: fiveYears()})
	if err != nil {
		fmt.Println(err)
	}
	return current
}

// The three values of each guest: what was earned, what five more years like this are worth, and what a hotel that
// judges a full score to be worth a fifth of that could add.
func ExampleLifetimeOf_threeValuesOfEachGuest() {
	current := smallCurrent()
	scorer, err := valuation.NewScorer(satisfactionAndIncome())
	if err != nil {
		fmt.Println(err)
		return
	}
	potential, err := scorer.ScoreAll([]valuation.Profile{
		{Income: decimal.NewNullDecimal(decimal.New(300_000, 0)), Satisfaction: decimal.NewNullDecimal(decimal.New(45, -1))},
		{Income: decimal.NewNullDecimal(decimal.New(120_000, 0)), Satisfaction: decimal.NewNullDecimal(decimal.New(3, 0))},
		{Income: decimal.NewNullDecimal(decimal.New(500_000, 0)), Satisfaction: decimal.NewNullDecimal(decimal.New(4, 0))},
	}, 1)
	if err != nil {
		fmt.Println(err)
		return
	}
	top, _ := valuation.NewScore(decimal.New(5, 0))
	incremental, err := valuation.IncrementalOf(current, potential, valuation.Uplift{Top: top, AtTop: decimal.New(2, -1)})
	if err != nil {
		fmt.Println(err)
		return
	}
	matrix, err := valuation.MatrixOf(current, potential, valuation.MatrixSetup{})
	if err != nil {
		fmt.Println(err)
		return
	}
	lifetime, err := valuation.LifetimeOf(incremental, matrix)
	if err != nil {
		fmt.Println(err)
		return
	}
	for i := range lifetime.Len() {
		v := lifetime.At(i)
		fmt.Printf("%s: historic %v + current %v + incremental %v = %v; score %v, %v\n",
			v.Guest, v.Historic.Amount, v.Current.Amount, v.Incremental.Decimal, v.Total.Decimal, v.Score, v.Advice.LabelZH)
	}
	fmt.Println(lifetime.At(0).Current.Convention)
	// Output:
	// Chen: historic 1200 + current 4791.25 + incremental 958.25 = 6949.5; score 5, 高价值
	// Li: historic 240 + current 958.25 + incremental 76.66 = 1274.91; score 2, 次价值
	// Wang: historic -90 + current -359.34 + incremental 0 = -449.34; score 4.6, 潜在价值
	// 0.08 per year, 5 x year, end-of-period, 2 places half-even
}

// satisfactionAndIncome weighs satisfaction 2 and income 3, each on a scale of 1 to 5.
func satisfactionAndIncome() valuation.Scorecard {
	score := func(points ...int64) []valuation.Score {
		out := make([]valuation.Score, len(points))
		for i, p := range points {
			out[i], _ = valuation.NewScore(decimal.New(p, 0))
		}
		return out
	}
	return valuation.Scorecard{
		Version: valuation.Version,
		Indicators: []valuation.Weighted{
			{
				Indicator: valuation.Satisfaction, Weight: decimal.New(2, 0),
				Scale: valuation.Scale{Cuts: []decimal.Decimal{decimal.New(35, -1), decimal.New(45, -1)}, Scores: score(2, 4, 5)},
			},
			{
				Indicator: valuation.Income, Weight: decimal.New(3, 0),
				Scale: valuation.Scale{Cuts: []decimal.Decimal{decimal.New(150_000, 0)}, Scores: score(2, 5)},
			},
		},
		LeastAnswered: decimal.New(5, -1),
	}
}

func ExampleHistoricOf_costPerGuest() {
	historic := smallHistoric()
	for i, guest := range historic.Summaries().Guests() {
		row := historic.At(i)
		fmt.Println(guest, "brought", row.Revenue, "less", row.Cost, "=", row.Amount)
	}
	fmt.Println(historic.Warnings()[0].Code, historic.Warnings()[0].N)
	// Output:
	// Chen brought 1600 less 400 = 1200
	// Li brought 640 less 400 = 240
	// Wang brought 310 less 400 = -90
	// negative-historic-value 1
}

func ExampleCostBasis_Mean_millionOnThreeThousandGuests() {
	basis := valuation.CostBasis{Total: decimal.New(1_000_000, 0), Guests: 3000}
	fmt.Println(basis.Mean(cents()))
	// Output: 333.33 <nil>
}

func ExampleCurrentOf_presentPatternGoesOn() {
	current := smallCurrent()
	row := current.At(0)
	fmt.Println(row.ProfitPerStay, "a stay,", row.Stays, "stays a year, worth", row.Amount, "by", row.Pace.Rule)
	fmt.Println("all guests:", current.Values().Sum())
	// Output:
	// 300 a stay, 4 stays a year, worth 4791.25 by over-relation
	// all guests: 5390.16
}

func ExampleCurrentValue_guestAtTheDesk() {
	value, err := valuation.CurrentValue(decimal.New(300, 0), decimal.New(4, 0), fiveYears())
	fmt.Println(value.Amount, value.Convention.Timing, err)
	// Output: 4791.25 end-of-period <nil>
}

func ExampleAnnuity_clubMembership() {
	fee := valuation.Payments{Amount: decimal.New(100, 0), Retention: decimal.New(8, -1), FirstCertain: true}
	for _, timing := range []valuation.Timing{valuation.EndOfPeriod, valuation.MiddleOfPeriod, valuation.StartOfPeriod} {
		c := fiveYears()
		c.Timing = timing
		value, err := valuation.Annuity(fee, c)
		fmt.Println(timing, value.Amount, err)
	}
	// Output:
	// end-of-period 277.5 <nil>
	// middle-of-period 288.38 <nil>
	// start-of-period 299.69 <nil>
}

func ExamplePerpetuity_companyContract() {
	value, err := valuation.Perpetuity(valuation.Payments{Amount: decimal.New(100, 0), Retention: decimal.New(9, -1)}, fiveYears())
	fmt.Println(value.Amount, value.Convention, err)
	// Output: 500 0.08 per year, forever by year, end-of-period, 2 places half-even <nil>
}

func ExampleDepartmentMargin_restaurantGuest() {
	revenue := hotelcrm.Revenue{Rooms: decimal.New(800, 0), FoodBeverage: decimal.New(350, 0)}
	rates := valuation.CostRates{Rooms: decimal.New(25, -2), FoodBeverage: decimal.New(7, -1)}
	margin, err := valuation.DepartmentMargin(revenue, rates, cents())
	fmt.Println(margin.Departments.Rooms, "+", margin.Departments.FoodBeverage, "=", margin.Total, err)
	// Output: 600 + 105 = 705 <nil>
}
