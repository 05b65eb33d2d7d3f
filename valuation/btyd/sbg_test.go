package btyd_test

import (
	"errors"
	"fmt"
	"math"
	"testing"

	"github.com/hotelcrm/hotelcrm/internal/refusetest"
	"github.com/hotelcrm/hotelcrm/valuation"
	"github.com/hotelcrm/hotelcrm/valuation/btyd"
	"pgregory.net/rapid"
)

// Survivors of 1,000 customers, table 1 of Fader and Hardie (2007).
var (
	regularCustomers = []int64{1000, 631, 468, 382, 326, 289, 262, 241}
	highEndCustomers = []int64{1000, 869, 743, 653, 593, 551, 517, 491}
)

func TestSBGMeetsTheTables(t *testing.T) {
	tests := []struct {
		name                string
		survivors           []int64
		alpha, beta, logLik float64
		stdErr              [2]float64
		survival, retention []float64
	}{
		{
			"high end", highEndCustomers, .668088351, 3.806094966, -1611.15814739,
			[2]float64{.10373493, .78553169},
			[]float64{85.0679, 74.6859, 66.9789, 60.9919, 56.1834, 52.2216, 48.8906, 46.0440, 43.5780, 41.4172, 39.5055, 37.7999},
			[]float64{.850679, .877957, .896807, .910614, .921162},
		},
		{
			"regular", regularCustomers, .704077298, 1.182043026, -1680.26518846,
			[2]float64{.06559896, .15247563},
			[]float64{62.6706, 47.3819, 38.7974, 33.2068, 29.2347, 26.2456, 23.9024, 22.0085, 20.4411, 19.1190, 17.9865, 17.0037},
			[]float64{.626706, .756047, .818823, .855903, .880383},
		},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			counts, err := btyd.RenewalsOf(valuation.Year, test.survivors)
			if err != nil {
				t.Fatal(err)
			}
			fit, err := btyd.FitSBG(counts)
			if err != nil {
				t.Fatal(err)
			}
			wantClose(t, "alpha", fit.Model.Alpha, test.alpha, 2e-9)
			wantClose(t, "beta", fit.Model.Beta, test.beta, 2e-9)
			if math.Abs(fit.Report.LogLikelihood-test.logLik) > 1e-8 || len(fit.Report.Warnings) > 0 || fit.Report.Guests != 1000 {
				t.Errorf("got log-likelihood %.8f, %v", fit.Report.LogLikelihood, fit.Report.Warnings)
			}
			wantClose(t, "log-likelihood of the model", fit.Model.LogLikelihood(counts), fit.Report.LogLikelihood, 1e-13)
			for i, want := range test.stdErr {
				wantClose(t, "standard error", fit.Report.Params[i].StdErr, want, 2e-7)
			}
			for i, want := range test.survival {
				if got := 100 * fit.Model.Survival(i+1); math.Abs(got-want) > 5.1e-5 {
					t.Errorf("S(%d): got %.6f, want %.4f", i+1, got, want)
				}
			}
			for i, want := range test.retention {
				if got := fit.Model.Retention(i + 1); math.Abs(got-want) > 5.1e-7 {
					t.Errorf("r(%d): got %.8f, want %.6f", i+1, got, want)
				}
			}
		})
	}
}

func TestSBGLifetimes(t *testing.T) {
	ten := yearly(t, "0.10")
	tests := []struct {
		alpha, beta, whole float64
		residual           map[int]float64
	}{
		{.704, 1.182, 3.69514740557, map[int]float64{1: 2.96466214613, 2: 4.1034586196, 3: 4.87013736653, 4: 5.44239132212, 5: 5.89442285984}},
		{.668, 3.806, 5.92259640761, map[int]float64{1: 5.41485604837, 2: 5.90175316775, 3: 6.29426061679, 4: 6.62028032319, 5: 6.89705739775, 7: 7.34505225928, 8: 7.52994953091}},
	}
	for _, test := range tests {
		m, err := btyd.NewSBG(test.alpha, test.beta, valuation.Year)
		if err != nil {
			t.Fatal(err)
		}
		got, err := m.DiscountedLifetime(ten)
		if err != nil {
			t.Fatal(err)
		}
		wantClose(t, "discounted lifetime", got, test.whole, 2e-12)
		for n, want := range test.residual {
			got, err := m.ResidualLifetime(n, ten)
			if err != nil {
				t.Fatal(err)
			}
			wantClose(t, fmt.Sprintf("residual lifetime at renewal %d", n), got, want, 2e-12)
		}
		if !math.IsInf(m.MeanLifetime(), 1) {
			t.Errorf("got a mean lifetime of %v", m.MeanLifetime())
		}
		_, err = m.DiscountedLifetime(yearly(t, "0"))
		refusetest.Param(t, err, "rate")
		_, err = m.ResidualLifetime(1, yearly(t, "-0.01"))
		refusetest.Param(t, err, "rate")
		_, err = m.ResidualLifetime(1, valuation.Rate{})
		refusetest.Param(t, err, "rate")
		_, err = m.ResidualLifetime(0, ten)
		refusetest.Param(t, err, "n")
	}
}

func TestSBGSumsAreTheSumsOfTheSurvivors(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		m := btyd.SBG{Alpha: rapid.Float64Range(.05, 20).Draw(rt, "alpha"), Beta: rapid.Float64Range(.05, 200).Draw(rt, "beta"), Unit: valuation.Year}
		n := rapid.IntRange(1, 100).Draw(rt, "n")
		var whole, residual, leave, leaves float64
		for i, discount := 0, 1.0; i < 600; i, discount = i+1, discount/1.25 {
			whole += discount * m.Survival(i)
			residual += discount * m.Survival(n+i) / m.Survival(n-1)
			leave += m.LeaveIn(i)
			switch { // the recursion of Fader and Hardie (2007), one period from the other
			case i == 1:
				leaves = m.Alpha / (m.Alpha + m.Beta)
			case i > 1:
				leaves *= (m.Beta + float64(i-2)) / (m.Alpha + m.Beta + float64(i-1))
			}
			if math.Abs(m.LeaveIn(i)-leaves) > 1e-11*leaves {
				rt.Fatalf("leaves in period %d: got %v, want %v", i, m.LeaveIn(i), leaves)
			}
		}
		rate := yearly(t, "0.25")
		got, err := m.DiscountedLifetime(rate)
		if err != nil || math.Abs(got-whole) > 1e-11*whole {
			rt.Fatalf("got %v, %v, want %v", got, err, whole)
		}
		got, err = m.ResidualLifetime(n, rate)
		if err != nil || math.Abs(got-residual) > 1e-10*residual {
			rt.Fatalf("got %v, %v, want %v", got, err, residual)
		}
		if math.Abs(leave+m.Survival(599)-1) > 1e-11 {
			rt.Fatalf("those who left and those there are %v", leave+m.Survival(599))
		}
	})
}

func TestSBGMeanIsTheLimitWithoutDiscount(t *testing.T) {
	m := btyd.SBG{Alpha: 2.5, Beta: 4, Unit: valuation.Year}
	got, err := m.DiscountedLifetime(yearly(t, "0"))
	if err != nil {
		t.Fatal(err)
	}
	wantClose(t, "no discount", got, m.MeanLifetime(), 1e-14)
	got, err = m.DiscountedLifetime(yearly(t, "0.000000001"))
	if err != nil {
		t.Fatal(err)
	}
	wantClose(t, "hardly a discount", got, m.MeanLifetime(), 1e-7)
}

func TestRenewals(t *testing.T) {
	old, err := btyd.RenewalsOf(valuation.Year, []int64{100, 80, 70})
	if err != nil {
		t.Fatal(err)
	}
	young, err := btyd.RenewalsOf(valuation.Year, []int64{50, 45})
	if err != nil {
		t.Fatal(err)
	}
	both, err := old.Merge(young)
	if err != nil || both.Guests() != 150 || both.Renewed[0] != 125 || both.Left[0] != 25 || both.Renewed[1] != 70 {
		t.Errorf("got %+v, %v", both, err)
	}
	young.Unit = valuation.Month
	_, err = old.Merge(young)
	refusetest.Param(t, err, "Renewals.Unit")
	_, err = btyd.RenewalsOf(valuation.Year, []int64{1, 2})
	refusetest.Param(t, err, "survivors[1]")
	_, err = btyd.RenewalsOf(valuation.Year, []int64{1})
	refusetest.Param(t, err, "survivors")
	_, err = btyd.RenewalsOf(0, []int64{2, 1})
	refusetest.Param(t, err, "unit")
}

func TestFitSBGOfPoorData(t *testing.T) {
	for _, survivors := range [][]int64{{10, 10, 10}, {10, 0}, {1, 1}, {5, 4}, {3, 3, 0}, {0, 0}} {
		counts, err := btyd.RenewalsOf(valuation.Year, survivors)
		if err != nil {
			t.Fatal(err)
		}
		fit, err := btyd.FitSBG(counts)
		if _, refused := errors.AsType[*btyd.FitError](err); refused {
			continue
		}
		if err != nil || fit.Model.Validate() != nil || len(fit.Report.Warnings) == 0 || math.IsNaN(fit.Report.LogLikelihood) {
			t.Errorf("%v: got %+v, %v", survivors, fit, err)
		}
	}
}

func TestNewSBGRefuses(t *testing.T) {
	_, err := btyd.NewSBG(math.NaN(), 1, valuation.Year)
	refusetest.Param(t, err, "alpha")
	_, err = btyd.NewSBG(1, math.Inf(1), valuation.Year)
	refusetest.Param(t, err, "beta")
	_, err = btyd.NewSBG(1, 1, 0)
	refusetest.Param(t, err, "unit")
}
