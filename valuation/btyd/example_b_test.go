package btyd_test

import (
	"fmt"
	"math/rand/v2"

	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/valuation"
	"github.com/hotelcrm/hotelcrm/valuation/btyd"
	"github.com/shopspring/decimal"
)

// Members of a hotel club renew once a year; the first years tell how long they will stay.
func ExampleFitSBG_clubMembers() {
	renewals, err := btyd.RenewalsOf(valuation.Year, []int64{1000, 869, 743, 653, 593, 551, 517, 491})
	if err != nil {
		fmt.Println(err)
		return
	}
	fit, err := btyd.FitSBG(renewals)
	if err != nil {
		fmt.Println(err)
		return
	}
	rate, err := valuation.Effective(decimal.RequireFromString("0.10"), valuation.Year)
	if err != nil {
		fmt.Println(err)
		return
	}
	years, err := fit.Model.DiscountedLifetime(rate)
	fmt.Printf("alpha %.3f, beta %.3f\n", fit.Model.Alpha, fit.Model.Beta)
	fmt.Printf("there after 12 years: %.1f %%\n", 100*fit.Model.Survival(12))
	fmt.Printf("worth %.2f yearly fees, %v\n", years, err)
	// Output:
	// alpha 0.668, beta 3.806
	// there after 12 years: 37.8 %
	// worth 5.92 yearly fees, <nil>
}

func ExampleSBG_ResidualLifetime_beforeTheFirstRenewal() {
	m, err := btyd.NewSBG(0.668, 3.806, valuation.Year)
	if err != nil {
		fmt.Println(err)
		return
	}
	rate, err := valuation.Effective(decimal.RequireFromString("0.10"), valuation.Year)
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, n := range []int{1, 4} {
		years, err := m.ResidualLifetime(n, rate)
		fmt.Printf("before renewal %d: %.2f, %v\n", n, years, err)
	}
	// Output:
	// before renewal 1: 5.41, <nil>
	// before renewal 4: 6.62, <nil>
}

func ExampleRenewalsOfSpells_corporateContracts() {
	spells := []valuation.Spell{{Length: 3, Ended: true}, {Length: 3}, {Length: 1, Ended: true}}
	renewals, err := btyd.RenewalsOfSpells(valuation.Year, spells)
	fmt.Println(renewals.Renewed, renewals.Left, err)
	// Output: [2 2 1] [1 0 1] <nil>
}

// A congress takes place once a year; each guest came to some of the last six.
func ExampleFitBGBB_yearlyCongress() {
	var list []btyd.OccasionCell
	truth := btyd.BGBB{Alpha: 1.2, Beta: 0.75, Gamma: 0.66, Delta: 2.8, Unit: valuation.Year}
	for guest := range 5000 {
		o := truth.Simulate(rand.New(rand.NewPCG(1, uint64(guest))), 6)
		list = append(list, btyd.OccasionCell{Occasions: o, Guests: 1})
	}
	cells, err := btyd.NewOccasionCells(valuation.Year, list)
	if err != nil {
		fmt.Println(err)
		return
	}
	fit, err := btyd.FitBGBB(cells, 1)
	if err != nil {
		fmt.Println(err)
		return
	}
	loyal, lapsed := btyd.Occasions{X: 6, Tx: 6, N: 6}, btyd.Occasions{X: 4, Tx: 4, N: 6}
	fmt.Printf("came to all six: alive %.2f, %.1f of the next five\n", fit.Model.Alive(loyal), fit.Model.Expected(loyal, 5))
	fmt.Printf("missed the last two: alive %.2f, %.1f of the next five\n", fit.Model.Alive(lapsed), fit.Model.Expected(lapsed, 5))
	// Output:
	// came to all six: alive 0.93, 3.7 of the next five
	// missed the last two: alive 0.21, 0.6 of the next five
}

func ExampleGammaGamma_Expected_oneVisitSaysLittle() {
	m, err := btyd.NewGammaGamma(6.25, 3.74, 15.44)
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, s := range []btyd.Spend{{}, btyd.SpendOf(1, decimal.RequireFromString("50.00")), btyd.SpendOf(10, decimal.RequireFromString("500.00"))} {
		mean, err := m.Expected(s)
		if err != nil {
			fmt.Println(err)
			return
		}
		low, errLow := m.Quantile(s, 0.05)
		high, errHigh := m.Quantile(s, 0.95)
		fmt.Printf("%d visits: %.2f (%.2f to %.2f) %v %v\n", s.X, mean, low, high, errLow, errHigh)
	}
	// Output:
	// 0 visits: 35.22 (13.07 to 79.26) <nil> <nil>
	// 1 visits: 45.49 (26.06 to 75.49) <nil> <nil>
	// 10 visits: 49.38 (40.18 to 60.28) <nil> <nil>
}

func ExampleFitGammaGamma_refunds() {
	spends, err := btyd.NewSpends([]btyd.Spend{{X: 2, Mean: 140}, {X: 1, Mean: -20}, {}, {X: 1, Mean: 80}, {X: 3, Mean: 120}, {X: 2, Mean: 260}})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(spends)
	fit, err := btyd.FitGammaGamma(spends, 1)
	fmt.Println(fit.Dropped, fit.Report.Warned(btyd.WarnSpendDropped), err)
	// Output:
	// 4 spends, 1 dropped, 1 unknown
	// 1 true <nil>
}

func ExampleWheat_commuters() {
	var visits [][]float64
	for guest := range 500 { // each comes every six weeks, give or take
		rng := rand.New(rand.NewPCG(4, uint64(guest)))
		var times []float64
		for i := range 6 {
			times = append(times, 6*float64(i)+2*rng.Float64())
		}
		visits = append(visits, times)
	}
	got, err := btyd.Wheat(visits)
	fmt.Println(got.K > 10, got.Guests, err)
	// Output: true 500 <nil>
}

// The same guest, read by the calendar and by the season of a house that closes in winter.
func ExampleSeason_summerGuest() {
	season, err := btyd.NewSeason([12]float64{4: 1, 5: 3, 6: 8, 7: 8, 8: 2})
	if err != nil {
		fmt.Println(err)
		return
	}
	last, today := hotelcrm.DateOf(2025, 9, 20), hotelcrm.DateOf(2026, 4, 20)
	fmt.Printf("%.1f weeks since the last visit\n", float64(today.DaysSince(last))/7)
	fmt.Printf("%.1f weeks of season\n", season.Between(last, today, valuation.Week))
	// Output:
	// 30.3 weeks since the last visit
	// 1.7 weeks of season
}

func ExampleSimulate_anHotelsGuests() {
	m := btyd.MBGNBD{R: 0.9, Alpha: 5, A: 0.9, B: 2.5, Unit: valuation.Month}
	histories, later, err := btyd.Simulate(m, 1, []float64{24, 24, 24}, 12)
	if err != nil {
		fmt.Println(err)
		return
	}
	for i, h := range histories {
		fmt.Printf("%d repeats, the last after %.1f of %v months; %d in the next 12\n", h.X, h.Tx, h.T, later[i])
	}
	// Output:
	// 0 repeats, the last after 0.0 of 24 months; 1 in the next 12
	// 1 repeats, the last after 4.6 of 24 months; 0 in the next 12
	// 6 repeats, the last after 22.1 of 24 months; 3 in the next 12
}

// Which model foretells the second half of what was simulated?
func ExampleCompare_chooseByHoldout() {
	truth := btyd.ParetoNBD{R: 0.8, Alpha: 8, S: 0.7, Beta: 12, Unit: valuation.Week}
	ages := make([]float64, 3000)
	for i := range ages {
		ages[i] = 30 + float64(i%20)
	}
	histories, later, err := btyd.Simulate(truth, 3, ages, 40)
	if err != nil {
		fmt.Println(err)
		return
	}
	got, err := btyd.Compare(btyd.Trial{Unit: valuation.Week, Histories: histories, Later: later, HeldOut: 40}, 2)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println("ranked by", got.RankBy)
	for _, e := range got.Entries {
		fmt.Printf("%-11s %d  log score %.3f, total off %+.1f %%, RMSE %.3f\n", e.Report.Model, e.Rank, e.Holdout.LogScore, 100*e.Holdout.Bias, e.Holdout.RMSE)
	}
	// Output:
	// ranked by log score a guest in the hold-out; where scores are not told apart (95 %), error of the total there
	// NBD         5  log score 1.411, total off +79.7 %, RMSE 2.762
	// BG/NBD      4  log score 0.951, total off +6.8 %, RMSE 2.143
	// MBG/NBD     2  log score 0.905, total off +2.9 %, RMSE 2.137
	// Pareto/NBD  1  log score 0.904, total off -0.8 %, RMSE 2.137
	// GGom/NBD    3  log score 0.905, total off -7.0 %, RMSE 2.147
}

func ExampleReturns_nextYear() {
	m := btyd.BGNBD{R: 0.243, Alpha: 4.414, A: 0.793, B: 2.426, Unit: valuation.Week}
	fmt.Printf("%.3f\n", btyd.Returns(m, btyd.History{X: 2, Tx: 30.43, T: 38.86}, 52))
	// Output:
	// 0.603
}

func ExampleTrack_newGuests() {
	m := btyd.BGNBD{R: 0.243, Alpha: 4.414, A: 0.793, B: 2.426, Unit: valuation.Week}
	cells, err := btyd.NewCells(valuation.Week, []btyd.Cell{{History: btyd.History{T: 39}, Guests: 700}, {History: btyd.History{X: 2, Tx: 20, T: 39}, Guests: 300}})
	if err != nil {
		fmt.Println(err)
		return
	}
	track, err := btyd.Track(m, cells, []float64{-13, 0, 13}, []float64{880, 1190, 1390})
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, p := range track.Points {
		fmt.Printf("%+.0f weeks: %.0f expected, %.0f came\n", p.At, p.Expected, p.Actual)
	}
	// Output:
	// -13 weeks: 903 expected, 880 came
	// +0 weeks: 1197 expected, 1190 came
	// +13 weeks: 1446 expected, 1390 came
}
