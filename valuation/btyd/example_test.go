package btyd_test

import (
	"fmt"
	"math/rand/v2"

	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/valuation"
	"github.com/hotelcrm/hotelcrm/valuation/btyd"
)

// houseGuests are the histories of 3,000 guests of a simulated house, in months.
func houseGuests() []btyd.History {
	rng := rand.New(rand.NewPCG(2025, 1))
	house := btyd.ParetoNBD{R: 0.6, Alpha: 6, S: 0.8, Beta: 9, Unit: valuation.Month}
	out := make([]btyd.History, 3000)
	for i := range out {
		out[i] = house.Simulate(rng, float64(12+i%25))
	}
	return out
}

func houseFit() btyd.Fit[btyd.ParetoNBD] {
	cells, err := btyd.CellsOf(valuation.Month, houseGuests())
	if err != nil {
		panic(err)
	}
	fit, err := btyd.FitParetoNBD(cells, 2)
	if err != nil {
		panic(err)
	}
	return fit
}

func ExampleSplitOf_halfAYearHeldOut() {
	date := func(text string) hotelcrm.Date { d, _ := hotelcrm.ParseDate(text); return d }
	// Two guests: one came three times and once more in the hold-out, the other once.
	arrivals := []hotelcrm.Date{date("2025-01-10"), date("2025-03-14"), date("2025-05-09"), date("2025-08-01"), date("2025-02-20")}
	watch := btyd.Watch{First: date("2025-01-01"), Last: date("2025-06-27"), End: date("2025-12-31")}
	split, err := btyd.SplitOf(valuation.Week, []int{0, 4, 5}, arrivals, watch)
	if err != nil {
		panic(err)
	}
	for i, h := range split.Histories {
		fmt.Printf("%d repeats, the last after %.0f of %.2f weeks; %d later\n", h.X, h.Tx, h.T, split.Later[i])
	}
	// Output:
	// 2 repeats, the last after 17 of 24.00 weeks; 1 later
	// 0 repeats, the last after 0 of 18.14 weeks; 0 later
}

func ExampleCellsOf_threeThousandGuests() {
	cells, err := btyd.CellsOf(valuation.Month, houseGuests())
	if err != nil {
		panic(err)
	}
	fmt.Println(cells.Guests(), "guests in", cells.Len(), "cells with", cells.Repeats(), "repeat visits")
	// Output:
	// 3000 guests in 1267 cells with 3732 repeat visits
}

func ExampleFitParetoNBD_simulatedHouse() {
	fit := houseFit()
	for _, p := range fit.Report.Params {
		fmt.Printf("%s %.3f ± %.3f\n", p.Name, p.Value, p.StdErr)
	}
	fmt.Printf("log-likelihood %.3f, %d warnings\n", fit.Report.LogLikelihood, len(fit.Report.Warnings))
	// Output:
	// r 0.565 ± 0.041
	// alpha 5.890 ± 0.402
	// s 1.687 ± 0.618
	// beta 24.017 ± 11.817
	// log-likelihood -12283.927, 0 warnings
}

func ExampleFitBGNBD_nobodyLeft() {
	cells, err := btyd.CellsOf(valuation.Month, nobodyChurned(800))
	if err != nil {
		panic(err)
	}
	fit, err := btyd.FitBGNBD(cells, 1)
	if err != nil {
		panic(err)
	}
	for _, w := range fit.Report.Warnings {
		fmt.Println(w.Code)
	}
	// Output:
	// no-churn
	// boundary
	// poorly-identified
}

func ExampleFitMBGNBD_oneVisitEach() {
	cells, err := btyd.CellsOf(valuation.Month, repeat(40, btyd.History{T: 12}))
	if err != nil {
		panic(err)
	}
	_, err = btyd.FitMBGNBD(cells, 1)
	fmt.Println(err)
	// Output: btyd: MBG/NBD: no-repeats: no guest came back, so there is no rate to estimate
}

func ExampleFitNBD_asIfNobodyLeft() {
	cells, err := btyd.CellsOf(valuation.Month, houseGuests())
	if err != nil {
		panic(err)
	}
	fit, err := btyd.FitNBD(cells, 1)
	if err != nil {
		panic(err)
	}
	fmt.Printf("r %.3f alpha %.3f\n", fit.Model.R, fit.Model.Alpha)
	// Output:
	// r 0.346 alpha 6.465
}

func ExamplePredictor_Predict_frontDesk() {
	desk, err := btyd.NewPredictor(houseFit())
	if err != nil {
		panic(err)
	}
	year, err := btyd.Stays(valuation.Horizon{N: 1, Period: valuation.Year})
	if err != nil {
		panic(err)
	}
	for _, h := range []btyd.History{{X: 9, Tx: 12, T: 30}, {X: 14, Tx: 29, T: 30}} {
		alive, err := desk.Predict(h, btyd.Alive(), 0.95)
		if err != nil {
			panic(err)
		}
		stays, err := desk.Predict(h, year, 0.95)
		if err != nil {
			panic(err)
		}
		fmt.Printf("P(alive) %.2f, stays in a year %.2f (%.2f to %.2f)\n", alive.Value, stays.Value, stays.Low, stays.High)
	}
	// Output:
	// P(alive) 0.01, stays in a year 0.02 (0.01 to 0.03)
	// P(alive) 0.96, stays in a year 3.95 (3.70 to 4.22)
}

func ExamplePredictor_Worth_manyStaysOrHighSpend() {
	house, err := btyd.NewPredictor(houseFit())
	if err != nil {
		panic(err)
	}
	discount, err := valuation.ParseRate("0.1 per year")
	if err != nil {
		panic(err)
	}
	stays, err := btyd.Residual(discount)
	if err != nil {
		panic(err)
	}
	guests := []btyd.History{{X: 2, Tx: 14, T: 30}, {X: 14, Tx: 29, T: 30}}
	spends := []btyd.Spend{{X: 2, Mean: 310}, {X: 14, Mean: 180}}
	value, err := house.Worth(guests, spends, stays, spendFitAt(btyd.GammaGamma{P: 6, Q: 4, Gamma: 120}), 0.9, 1)
	if err != nil {
		panic(err)
	}
	for _, g := range value.Guests {
		fmt.Printf("%.0f (%.0f to %.0f)\n", g.Value, g.Low, g.High)
	}
	fmt.Printf("%s: %.0f in all\n", value.Stays, value.Total.Value)
	// Output:
	// 255 (157 to 414)
	// 2551 (1830 to 3556)
	// residual stays at 0.1 per year: 2806 in all
}

func ExampleDiscounted_threeYearsAhead() {
	discount, err := valuation.ParseRate("0.1 per year")
	if err != nil {
		panic(err)
	}
	stays, err := btyd.Discounted(discount, valuation.Horizon{N: 3, Period: valuation.Year})
	if err != nil {
		panic(err)
	}
	fmt.Println(stays)
	// Output: discounted stays in 3 x year at 0.1 per year
}

func ExampleUntilNext_whenToWrite() {
	m := btyd.ParetoNBD{R: .55, Alpha: 10.58, S: .61, Beta: 11.67, Unit: valuation.Week}
	for _, h := range []btyd.History{{X: 7, Tx: 35, T: 39}, {X: 1, Tx: 2, T: 39}} {
		weeks, ok, err := btyd.UntilNext(m, h, 0.5)
		if err != nil {
			panic(err)
		}
		fmt.Printf("%.1f weeks, %v\n", weeks, ok)
	}
	// Output:
	// 5.5 weeks, true
	// 0.0 weeks, false
}

func ExampleParetoNBD_CountNext_nextQuarter() {
	m := btyd.ParetoNBD{R: .55, Alpha: 10.58, S: .61, Beta: 11.67, Unit: valuation.Week}
	for n := range 4 {
		fmt.Printf("%d stays: %.3f\n", n, m.CountNext(btyd.History{X: 7, Tx: 35, T: 39}, 13, n))
	}
	// Output:
	// 0 stays: 0.265
	// 1 stays: 0.253
	// 2 stays: 0.212
	// 3 stays: 0.136
}

func ExampleSpan_yearInWeeks() {
	weeks, err := btyd.Span(valuation.Horizon{N: 1, Period: valuation.Year}, valuation.Week)
	if err != nil {
		panic(err)
	}
	fmt.Printf("%.4f weeks of %.0f days\n", weeks, btyd.DaysPer(valuation.Week))
	// Output: 52.1429 weeks of 7 days
}

func ExampleNewCells_nightlyBatch() {
	cells, err := btyd.NewCells(valuation.Month, []btyd.Cell{
		{History: btyd.History{T: 12}, Guests: 900},
		{History: btyd.History{X: 1, Tx: 4, T: 12}, Guests: 150},
	})
	if err != nil {
		panic(err)
	}
	fmt.Println(cells.Guests(), "guests in", cells.Len(), "cells")
	// Output:
	// 1050 guests in 2 cells
}

func ExampleNewPredictor_portfolio() {
	house, err := btyd.NewPredictor(houseFit())
	if err != nil {
		panic(err)
	}
	all, err := house.PredictAll(houseGuests(), btyd.Alive(), 0.95, 2)
	if err != nil {
		panic(err)
	}
	fmt.Printf("%.0f guests of %d are still ours (%.0f to %.0f)\n", all.Total.Value, len(all.Guests), all.Total.Low, all.Total.High)
	// Output:
	// 983 guests of 3000 are still ours (904 to 1068)
}

func ExampleAliveIn_halfAYearFromNow() {
	ask(btyd.AliveIn(valuation.Horizon{N: 6, Period: valuation.Month}))
	// Output:
	// P(alive) in 6 x month: 0.719 (0.668 to 0.764)
}

func ExampleStays_nextQuarter() {
	ask(btyd.Stays(valuation.Horizon{N: 1, Period: valuation.Quarter}))
	// Output:
	// expected stays in 1 x quarter: 0.594 (0.572 to 0.616)
}

func ExampleNextStay_inTwoMonths() {
	ask(btyd.NextStay(valuation.Horizon{N: 8, Period: valuation.Week}))
	// Output:
	// P(next stay) in 8 x week: 0.295 (0.286 to 0.304)
}

func ExampleResidual_allYearsToCome() {
	discount, err := valuation.ParseRate("0.1 per year")
	if err != nil {
		panic(err)
	}
	ask(btyd.Residual(discount))
	// Output:
	// residual stays at 0.1 per year: 6.425 (4.433 to 9.312)
}

// ask prints a quantity of a guest who came 5 times in 18 months.
func ask(q btyd.Quantity, err error) {
	if err != nil {
		panic(err)
	}
	house, err := btyd.NewPredictor(houseFit())
	if err != nil {
		panic(err)
	}
	got, err := house.Predict(btyd.History{X: 5, Tx: 16, T: 18}, q, 0.95)
	if err != nil {
		panic(err)
	}
	fmt.Printf("%v: %.3f (%.3f to %.3f)\n", q, got.Value, got.Low, got.High)
}

func ExampleAlive_regularOfEighteenMonths() {
	ask(btyd.Alive(), nil)
	// Output:
	// P(alive): 0.900 (0.883 to 0.916)
}

func ExampleDaysPer_month() {
	fmt.Printf("%.4f days\n", btyd.DaysPer(valuation.Month))
	// Output: 30.4167 days
}
