package btyd_test

import (
	"fmt"
	"math/rand/v2"

	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/valuation"
	"github.com/hotelcrm/hotelcrm/valuation/btyd"
	"github.com/shopspring/decimal"
)

// regularInn has 1,000 guests who come in two stages, watched for two years and then for one more.
func regularInn() (histories []btyd.History, later []int, cells *btyd.Cells) {
	truth := btyd.MBGCNBD{K: 2, R: 1.2, Alpha: 2.5, A: 0.6, B: 2, Unit: valuation.Month}
	ages := make([]float64, 1000)
	for i := range ages {
		ages[i] = 24
	}
	histories, later, err := btyd.Simulate(truth, 8, ages, 12)
	if err != nil {
		fmt.Println(err)
		return nil, nil, nil
	}
	cells, err = btyd.CellsOf(valuation.Month, histories)
	if err != nil {
		fmt.Println(err)
	}
	return histories, later, cells
}

func ExampleNewSBG_corporateRate() {
	m, err := btyd.NewSBG(0.704, 1.182, valuation.Year)
	fmt.Printf("%.2f renew the first time, %.2f the fifth, %v\n", m.Retention(1), m.Retention(5), err)
	// Output:
	// 0.63 renew the first time, 0.88 the fifth, <nil>
}

func ExampleRenewalsOf_survivors() {
	renewals, err := btyd.RenewalsOf(valuation.Year, []int64{100, 80, 70})
	fmt.Println(renewals.Renewed, renewals.Left, renewals.Guests(), err)
	// Output:
	// [80 70] [20 10] 100 <nil>
}

func ExampleNewBGBB_festival() {
	m, err := btyd.NewBGBB(1.204, 0.75, 0.657, 2.783, valuation.Year)
	fmt.Printf("a new guest comes to %.1f of the next six, %v\n", m.New(6), err)
	// Output:
	// a new guest comes to 2.2 of the next six, <nil>
}

func ExampleNewOccasionCells_grouped() {
	cells, err := btyd.NewOccasionCells(valuation.Year, []btyd.OccasionCell{
		{Occasions: btyd.Occasions{X: 1, Tx: 2, N: 3}, Guests: 4},
		{Occasions: btyd.Occasions{X: 1, Tx: 2, N: 3}, Guests: 1},
	})
	fmt.Println(cells.Len(), cells.Guests(), err)
	// Output:
	// 1 5 <nil>
}

func ExampleNewGammaGamma_allGuests() {
	m, err := btyd.NewGammaGamma(6.25, 3.74, 15.44)
	if err != nil {
		fmt.Println(err)
		return
	}
	mean, err := m.Expected(btyd.Spend{})
	fmt.Printf("%.2f %v\n", mean, err)
	// Output:
	// 35.22 <nil>
}

func ExampleNewSpends_exactMoney() {
	spends, err := btyd.NewSpends([]btyd.Spend{btyd.SpendOf(2, decimal.RequireFromString("250.50")), btyd.SpendOf(1, decimal.RequireFromString("-30"))})
	fmt.Println(spends, err)
	// Output:
	// 1 spend, 1 dropped, 0 unknown <nil>
}

func ExampleSpendOf_threeVisits() {
	fmt.Println(btyd.SpendOf(3, decimal.RequireFromString("360.60")))
	// Output:
	// {3 120.2}
}

func ExampleFitGammaGammaFree_heavyTail() {
	truth := btyd.GammaGamma{P: 4, Q: 0.8, Gamma: 20}
	var list []btyd.Spend
	for guest := range 3000 {
		list = append(list, truth.Simulate(rand.New(rand.NewPCG(3, uint64(guest))), 1+guest%4))
	}
	spends, err := btyd.NewSpends(list)
	if err != nil {
		fmt.Println(err)
		return
	}
	fit, err := btyd.FitGammaGammaFree(spends, 1)
	if err != nil {
		fmt.Println(err)
		return
	}
	_, noMean := fit.Model.Expected(btyd.Spend{})
	median, err := fit.Model.Quantile(btyd.Spend{}, 0.5)
	fmt.Println(fit.Report.Warned(btyd.WarnNoMean), noMean != nil, median > 100, err)
	// Output:
	// true true true <nil>
}

func ExampleFitGGompertz_leavingLate() {
	truth := btyd.GGompertz{R: 0.9, Alpha: 6, B: 0.08, S: 0.5, Beta: 3, Unit: valuation.Month}
	ages := make([]float64, 2000)
	for i := range ages {
		ages[i] = 40
	}
	histories, _, err := btyd.Simulate(truth, 6, ages, 0)
	if err != nil {
		fmt.Println(err)
		return
	}
	cells, err := btyd.CellsOf(valuation.Month, histories)
	if err != nil {
		fmt.Println(err)
		return
	}
	fit, err := btyd.FitGGompertz(cells, 2)
	fmt.Printf("%.1f visits expected in ten months, %.1f in truth, %v\n", fit.Model.New(10), truth.New(10), err)
	// Output:
	// 1.4 visits expected in ten months, 1.4 in truth, <nil>
}

func ExampleFitMBGCNBD_regularGuests() {
	_, _, cells := regularInn()
	for k := 1; k <= 3; k++ {
		fit, err := btyd.FitMBGCNBD(cells, k, 1)
		fmt.Printf("k = %d: %.2f visits expected in a year, %v\n", k, fit.Model.New(12), err)
	}
	// Output:
	// k = 1: 1.58 visits expected in a year, <nil>
	// k = 2: 1.61 visits expected in a year, <nil>
	// k = 3: 1.63 visits expected in a year, <nil>
}

// Two guests with three visits each, 2 and 3 and then 4 and 5 months apart.
func ExampleTimingLikelihood_compareK() {
	const logTimes = 4.787491742782046 // ln 2 + ln 3 + ln 4 + ln 5
	for k := 1; k <= 3; k++ {
		part, err := btyd.TimingLikelihood(k, logTimes, 4)
		fmt.Printf("k = %d: %.3f %v\n", k, part, err)
	}
	// Output:
	// k = 1: 0.000 <nil>
	// k = 2: 4.787 <nil>
	// k = 3: 6.802 <nil>
}

func ExampleMinka_longTimeGuests() {
	visits := [][]float64{{0, 5, 11, 16, 22, 27, 33}, {0, 1, 9, 10, 20, 21}}
	got, err := btyd.Minka(visits, 5)
	fmt.Printf("%.1f from %d guests, %v\n", got.K, got.Guests, err)
	// Output:
	// 60.8 from 2 guests, <nil>
}

func ExampleThom_longTimeGuests() {
	visits := [][]float64{{0, 5, 11, 16, 22, 27, 33}, {0, 1, 9, 10, 20, 21}}
	got, err := btyd.Thom(visits, 5)
	fmt.Printf("%.1f from %d guests, %v\n", got.K, got.Guests, err)
	// Output:
	// 60.9 from 2 guests, <nil>
}

func ExampleCheckHoldout_againstNaive() {
	histories, later, cells := regularInn()
	fit, err := btyd.FitMBGNBD(cells, 1)
	if err != nil {
		fmt.Println(err)
		return
	}
	got, err := btyd.CheckHoldout(fit.Model, histories, later, 12)
	fmt.Printf("%.0f expected, %.0f came; error a guest %.2f, naive %.2f, %v\n", got.Expected, got.Actual, got.MAE, got.NaiveMAE, err)
	// Output:
	// 1093 expected, 1007 came; error a guest 0.75, naive 0.89, <nil>
}

func ExampleByRepeats_oneTimers() {
	histories, later, cells := regularInn()
	fit, err := btyd.FitMBGCNBD(cells, 2, 1)
	if err != nil {
		fmt.Println(err)
		return
	}
	rows, err := btyd.ByRepeats(fit.Model, histories, later, 12, 2)
	for _, row := range rows {
		fmt.Printf("%d repeats: %d guests, %.0f by the model; then %.2f visits, %.2f by the model\n", row.Repeats, row.Guests, row.Modelled, row.ActualMean, row.ExpectedMean)
	}
	fmt.Println(err)
	// Output:
	// 0 repeats: 302 guests, 315 by the model; then 0.12 visits, 0.12 by the model
	// 1 repeats: 224 guests, 190 by the model; then 0.29 visits, 0.34 by the model
	// 2 repeats: 474 guests, 495 by the model; then 1.92 visits, 1.89 by the model
	// <nil>
}

func ExampleCalibrateAlive_thirds() {
	histories, later, cells := regularInn()
	fit, err := btyd.FitMBGCNBD(cells, 2, 1)
	if err != nil {
		fmt.Println(err)
		return
	}
	bins, err := btyd.CalibrateAlive(fit.Model, histories, later, 12, 3)
	for _, bin := range bins {
		fmt.Printf("alive %.2f: %.2f expected to return, %.2f did\n", bin.Alive, bin.Returns, bin.Returned)
	}
	fmt.Println(err)
	// Output:
	// alive 0.16: 0.08 expected to return, 0.06 did
	// alive 0.42: 0.26 expected to return, 0.23 did
	// alive 0.87: 0.75 expected to return, 0.74 did
	// <nil>
}

func ExampleCumulativeRepeats_twoGuests() {
	may := func(d int) hotelcrm.Date { return hotelcrm.DateOf(2025, 5, d) }
	offsets, arrivals := []int{0, 3, 4}, []hotelcrm.Date{may(1), may(9), may(20), may(2)}
	got, err := btyd.CumulativeRepeats(offsets, arrivals, btyd.Watch{First: may(1), Last: may(15)}, []hotelcrm.Date{may(8), may(15), may(22)})
	fmt.Println(got, err)
	// Output:
	// [0 1 2] <nil>
}

func ExampleTrialOf_noHoldout() {
	trial := btyd.TrialOf(&btyd.Split{Unit: valuation.Week, Histories: []btyd.History{{X: 1, Tx: 3, T: 9}}, Later: []int{0}})
	fmt.Println(trial.Later == nil)
	// Output:
	// true
}

func ExampleNewSeason_skiLodge() {
	season, err := btyd.NewSeason([12]float64{0: 4, 1: 4, 2: 3, 11: 3})
	fmt.Printf("a day of January counts for %.1f, one of July for %.0f, %v\n", season.Weights[0], season.Weights[6], err)
	// Output:
	// a day of January counts for 3.5, one of July for 0, <nil>
}

func ExampleSeasonOf_oneYear() {
	var arrivals []hotelcrm.Date
	first, last := hotelcrm.DateOf(2025, 1, 1), hotelcrm.DateOf(2025, 12, 31)
	for d := first; d <= last; d++ {
		arrivals = append(arrivals, d)
		if _, month, _ := d.Civil(); month == 8 {
			arrivals = append(arrivals, d)
		}
	}
	season, err := btyd.SeasonOf(arrivals, first, last)
	fmt.Printf("%.2f in August, %.2f in May, %v\n", season.Weights[7], season.Weights[4], err)
	// Output:
	// 1.84 in August, 0.92 in May, <nil>
}
