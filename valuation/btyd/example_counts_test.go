package btyd_test

import (
	"fmt"

	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/valuation"
	"github.com/hotelcrm/hotelcrm/valuation/btyd"
	"github.com/shopspring/decimal"
)

// Two houses count their guests apart. Head office puts the cells together and fits one model.
func ExampleCells_Merge_twoHouses() {
	lake, _ := btyd.CellsOf(valuation.Month, []btyd.History{{T: 12}, {X: 1, Tx: 4, T: 12}})
	city, _ := btyd.CellsOf(valuation.Month, []btyd.History{{T: 12}, {T: 12}})
	chain, err := lake.Merge(city)
	if err != nil {
		fmt.Println(err)
		return
	}
	for i := range chain.Len() {
		cell := chain.At(i)
		fmt.Println("repeats", cell.X, "in", cell.T, "x", chain.Unit(), "guests", cell.Guests)
	}
	// Output:
	// repeats 0 in 12 x month guests 3
	// repeats 1 in 12 x month guests 1
}

// From visits straight to what a fit reads.
func ExampleSplit_Cells_fromVisitsToFit() {
	may := func(d int) hotelcrm.Date { return hotelcrm.DateOf(2025, 5, d) }
	offsets, arrivals := []int{0, 2, 3, 4}, []hotelcrm.Date{may(1), may(15), may(1), may(1)}
	split, err := btyd.SplitOf(valuation.Week, offsets, arrivals, btyd.Watch{First: may(1), Last: may(29)})
	if err != nil {
		fmt.Println(err)
		return
	}
	cells, err := split.Cells()
	fmt.Println(cells.Guests(), "guests,", cells.Len(), "histories", err)
	// Output: 3 guests, 2 histories <nil>
}

// A beach hotel is closed in winter. Between two stays of September and May hardly any time of the season passes.
func ExampleSeason_Split_closedInWinter() {
	season, err := btyd.NewSeason([12]float64{4: 1, 5: 2, 6: 3, 7: 3, 8: 2})
	if err != nil {
		fmt.Println(err)
		return
	}
	offsets, arrivals := []int{0, 2}, []hotelcrm.Date{hotelcrm.DateOf(2025, 9, 25), hotelcrm.DateOf(2026, 5, 10)}
	watch := btyd.Watch{First: hotelcrm.DateOf(2025, 9, 1), Last: hotelcrm.DateOf(2026, 5, 31)}
	calendar, err := btyd.SplitOf(valuation.Week, offsets, arrivals, watch)
	if err != nil {
		fmt.Println(err)
		return
	}
	seasonal, err := season.Split(calendar, offsets, arrivals)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Printf("weeks to the second stay: %.1f by the calendar, %.1f of season\n", calendar.Histories[0].Tx, seasonal.Histories[0].Tx)
	// Output: weeks to the second stay: 32.4 by the calendar, 3.2 of season
}

// The model of spend takes for granted that those who come often do not pay more. Is that so here?
func ExampleSpends_Correlation_doRegularsPayMore() {
	lake, _ := btyd.NewSpends([]btyd.Spend{
		btyd.SpendOf(1, decimal.New(120, 0)), btyd.SpendOf(2, decimal.New(420, 0)), btyd.SpendOf(5, decimal.New(800, 0)),
	})
	city, _ := btyd.NewSpends([]btyd.Spend{btyd.SpendOf(3, decimal.New(330, 0)), btyd.SpendOf(1, decimal.New(-40, 0))})
	house := lake.Merge(city)
	fmt.Printf("%.2f over %d guests; %d with a refund left out\n", house.Correlation(), house.Len(), house.Dropped())
	// Output: 0.09 over 4 guests; 1 with a refund left out
}

// A yearly festival: who came to the last two of five is likelier to come again than who came to the first two.
func ExampleOccasions_firstOrLastTwo() {
	m, err := btyd.NewBGBB(1.204, 0.75, 0.657, 2.783, valuation.Year)
	if err != nil {
		fmt.Println(err)
		return
	}
	tenth, _ := valuation.ParseRate("0.1 per year")
	for _, guest := range []btyd.Occasions{{X: 2, Tx: 5, N: 5}, {X: 2, Tx: 2, N: 5}} {
		residual, err := m.Residual(guest, tenth)
		fmt.Printf("alive %.2f, worth %.2f tickets at 10 %% a year %v\n", m.Alive(guest), residual, err)
	}
	fmt.Println(btyd.Occasions{X: 3, Tx: 2, N: 5}.Validate())
	// Output:
	// alive 0.92, worth 2.91 tickets at 10 % a year <nil>
	// alive 0.12, worth 0.39 tickets at 10 % a year <nil>
	// hotelcrm: Occasions.X: "3" is not allowed; want 1 to Tx, 0 if and only if Tx is 0
}

// How many of a thousand new guests of the festival will be at none of the first three, and at all of them?
func ExampleBGBB_Count_noneOrAllOfThree() {
	m, err := btyd.NewBGBB(1.204, 0.75, 0.657, 2.783, valuation.Year)
	fmt.Printf("%.0f and %.0f of 1000 %v\n", 1000*m.Count(3, 0), 1000*m.Count(3, 3), err)
	// Output: 352 and 226 of 1000 <nil>
}

// The festivals of two towns are read by one model.
func ExampleOccasionCells_Merge_twoTowns() {
	north, _ := btyd.NewOccasionCells(valuation.Year, []btyd.OccasionCell{{Occasions: btyd.Occasions{X: 1, Tx: 2, N: 3}, Guests: 40}})
	south, _ := btyd.NewOccasionCells(valuation.Year, []btyd.OccasionCell{{Occasions: btyd.Occasions{X: 1, Tx: 2, N: 3}, Guests: 25}})
	both, err := north.Merge(south)
	fmt.Println(both.Guests(), "guests in", both.Len(), "cell", err)
	// Output: 65 guests in 1 cell <nil>
}

// In which year does a new member of the club leave, and how long does one stay?
func ExampleSBG_LeaveIn_clubMembers() {
	m, err := btyd.NewSBG(1.5, 4.5, valuation.Year)
	for year := 1; year <= 3; year++ {
		fmt.Printf("leaves after year %d: %.1f %%\n", year, 100*m.LeaveIn(year))
	}
	fmt.Println(m.MeanLifetime(), "years on average,", len(m.Params()), "parameters of", m.Name(), err)
	// Output:
	// leaves after year 1: 25.0 %
	// leaves after year 2: 16.1 %
	// leaves after year 3: 11.0 %
	// 10 years on average, 2 parameters of sBG <nil>
}

// The corporate contracts of two sales offices, watched for different times.
func ExampleRenewals_Merge_twoSalesOffices() {
	berlin, _ := btyd.RenewalsOf(valuation.Year, []int64{100, 80, 70})
	vienna, _ := btyd.RenewalsOf(valuation.Year, []int64{50, 45})
	both, err := berlin.Merge(vienna)
	fmt.Println(both.Renewed, both.Left, both.Guests(), err)
	// Output: [125 70] [25 10] 150 <nil>
}

// The best model by the hold-out, in one line.
func ExampleComparison_Best_nameForTheReport() {
	histories, later, _ := regularInn()
	compared, err := btyd.Compare(btyd.Trial{Unit: valuation.Month, Histories: histories, Later: later, HeldOut: 12}, 2)
	if err != nil {
		fmt.Println(err)
		return
	}
	best, ranked := compared.Best()
	fmt.Printf("%s %v: %.0f visits expected, %.0f came\n", best.Model.Name(), ranked, best.Holdout.Expected, best.Holdout.Actual)
	// Output: Pareto/NBD true: 1077 visits expected, 1007 came
}
