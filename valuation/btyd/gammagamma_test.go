package btyd_test

import (
	"bytes"
	"encoding/csv"
	"errors"
	"math"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/internal/publicdata"
	"github.com/hotelcrm/hotelcrm/internal/refusetest"
	"github.com/hotelcrm/hotelcrm/valuation/btyd"
	"github.com/shopspring/decimal"
	"pgregory.net/rapid"
)

// table returns the rows of a data file without its header, as numbers; the columns named only.
func table(t testing.TB, file string, columns ...int) [][]float64 {
	t.Helper()
	rows, err := csv.NewReader(bytes.NewReader(publicdata.Read(t, file))).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	var out [][]float64
	for _, row := range rows[1:] {
		var numbers []float64
		for _, c := range columns {
			v, err := strconv.ParseFloat(strings.TrimSpace(row[c]), 64)
			if err != nil {
				t.Fatal(err)
			}
			numbers = append(numbers, v)
		}
		out = append(out, numbers)
	}
	return out
}

// spreadsheetSpends are the repeat spends of the CDNOW sample, rounded as in Fader and Hardie's spreadsheet.
func spreadsheetSpends(t testing.TB) *btyd.Spends {
	t.Helper()
	var list []btyd.Spend
	for _, row := range table(t, "cdnow/cdnow_customers_summary_with_transactions.csv", 1, 4) {
		list = append(list, btyd.Spend{X: int(row[0]), Mean: row[1]})
	}
	return newSpends(t, list)
}

// sampleSpends are the same, not rounded.
func sampleSpends(t testing.TB) *btyd.Spends {
	t.Helper()
	counts := table(t, "cdnow/cdnow_cbs_39weeks.csv", 1)
	var list []btyd.Spend
	for i, row := range table(t, "cdnow/cdnow_mean_repeat_spend.csv", 1) {
		list = append(list, btyd.Spend{X: int(counts[i][0]), Mean: row[0]})
	}
	return newSpends(t, list)
}

func newSpends(t testing.TB, list []btyd.Spend) *btyd.Spends {
	t.Helper()
	out, err := btyd.NewSpends(list)
	if err != nil {
		t.Fatal(err)
	}
	return out
}

func TestFitGammaGammaMeetsTheTables(t *testing.T) {
	tests := []struct {
		name           string
		spends         *btyd.Spends
		params, stdErr [3]float64
		logLikelihood  float64
	}{
		{"spreadsheet", spreadsheetSpends(t), [3]float64{6.248802489, 3.744588453, 15.447748011}, [3]float64{1.18968687, .29016558, 4.15999325}, -4055.92324350},
		{"sample", sampleSpends(t), [3]float64{6.249572271, 3.744224667, 15.443520965}, [3]float64{1.19005539, .29013307, 4.15942291}, -4055.91769480},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			fit, err := btyd.FitGammaGamma(test.spends, 1)
			if err != nil {
				t.Fatal(err)
			}
			for i, p := range fit.Report.Params {
				wantClose(t, p.Name, p.Value, test.params[i], 1e-8)
				wantClose(t, "standard error of "+p.Name, p.StdErr, test.stdErr[i], 1e-6)
			}
			if math.Abs(fit.Report.LogLikelihood-test.logLikelihood) > 1e-8 || len(fit.Report.Warnings) > 0 || fit.Report.Guests != 946 || fit.Unknown != 1411 || fit.Dropped != 0 {
				t.Errorf("got %+v", fit)
			}
			free, err := btyd.FitGammaGammaFree(test.spends, 2)
			if err != nil || math.Abs(free.Report.LogLikelihood-test.logLikelihood) > 1e-8 {
				t.Errorf("with q free: got %v, %v", free.Report.LogLikelihood, err)
			}
			wantClose(t, "p with q free", free.Model.P, fit.Model.P, 1e-7)
		})
	}
	wantClose(t, "correlation", sampleSpends(t).Correlation(), .11388792, 5e-8)
}

func TestGammaGammaAtThePaper(t *testing.T) {
	m, err := btyd.NewGammaGamma(6.25, 3.74, 15.44)
	if err != nil {
		t.Fatal(err)
	}
	for _, test := range []struct {
		spend btyd.Spend
		want  float64
	}{
		{btyd.Spend{X: 2, Mean: 22.35}, 24.6637139108},
		{btyd.Spend{X: 1, Mean: 11.77}, 18.9168520578},
		{btyd.Spend{X: 1, Mean: 50}, 45.4949944383},
		{btyd.Spend{X: 3, Mean: 35}, 35.02791996},
		{btyd.Spend{X: 1, Mean: 10}, 17.6863181313},
		{btyd.Spend{}, 35.2189781022},
	} {
		got, err := m.Expected(test.spend)
		if err != nil {
			t.Fatal(err)
		}
		wantClose(t, "expected spend", got, test.want, closedForm)
	}
	wantClose(t, "log-likelihood", m.LogLikelihood(btyd.Spend{X: 2, Mean: 22.35}), -3.55131675973, closedForm)
}

func TestGammaGammaWithoutMean(t *testing.T) {
	m := btyd.GammaGamma{P: 6.25, Q: .8, Gamma: 15.4}
	_, err := m.Expected(btyd.Spend{})
	refusetest.Param(t, err, "q")
	median, err := m.Quantile(btyd.Spend{}, 0.5)
	if err != nil || !(median > 0) {
		t.Errorf("got a median of %v, %v", median, err)
	}
	_, err = btyd.GammaGamma{P: .1, Q: .8, Gamma: 15.4}.Expected(btyd.Spend{X: 1, Mean: 50})
	refusetest.Param(t, err, "q")
}

func TestGammaGammaQuantilesAreThoseOfTheGammaRate(t *testing.T) {
	// With one visit and p = q = 1 the rate is gamma(2, γ+z), whose distribution function is 1 - e^-y·(1+y).
	m := btyd.GammaGamma{P: 1, Q: 1, Gamma: 10}
	spend := btyd.Spend{X: 1, Mean: 30}
	for _, probability := range []float64{.05, .5, .95} {
		value, err := m.Quantile(spend, probability)
		if err != nil {
			t.Fatal(err)
		}
		y := 40 / value // the mean is below value where the rate is above 1/value
		wantClose(t, "probability", math.Exp(-y)*(1+y), probability, 1e-9)
	}
	_, err := m.Quantile(spend, 1)
	refusetest.Param(t, err, "probability")
	_, err = m.Quantile(btyd.Spend{X: 1}, .5)
	refusetest.Param(t, err, "Spend.Mean")
}

func TestSpendsDropAndCount(t *testing.T) {
	list := []btyd.Spend{{X: 2, Mean: 100}, {}, {X: 1, Mean: -20}, {X: 3, Mean: 0}, {X: 1, Mean: 80}}
	spends := newSpends(t, list)
	if spends.Len() != 2 || spends.Dropped() != 2 || spends.Unknown() != 1 {
		t.Errorf("got %v", spends)
	}
	if both := spends.Merge(spends); both.Len() != 4 || both.Dropped() != 4 || both.Unknown() != 2 {
		t.Errorf("got %v", both)
	}
	_, err := btyd.NewSpends(append(slices.Clone(list), btyd.Spend{X: 1, Mean: math.NaN()}, btyd.Spend{X: -1, Mean: 5}, btyd.Spend{X: 1, Mean: math.Inf(-1)}))
	if row, ok := errors.AsType[*hotelcrm.RowError](err); !ok || row.Row != 6 || row.Field != "Mean" || strings.Count(err.Error(), "\n") != 2 {
		t.Errorf("got %v", err)
	}
	if got := btyd.SpendOf(4, decimal.RequireFromString("123.40")); got.X != 4 || got.Mean != 123.40/4 {
		t.Errorf("got %v", got)
	}
}

func TestFitGammaGammaIgnoresOrderAndWorkers(t *testing.T) {
	list := []btyd.Spend{{X: 9, Mean: 1}, {X: 2, Mean: 140}, {X: 1, Mean: 80}, {X: 5, Mean: 93}, {X: 2, Mean: 210.5}, {X: 1, Mean: 45}, {X: 3, Mean: 120}, {X: 1, Mean: -4}}
	want, err := btyd.FitGammaGamma(newSpends(t, list), 1)
	if err != nil {
		t.Fatal(err)
	}
	if !want.Report.Warned(btyd.WarnSpendDropped) || !want.Report.Warned(btyd.WarnSpendCorrelated) {
		t.Errorf("got warnings %v", want.Report.Warnings)
	}
	slices.Reverse(list)
	for _, workers := range []int{0, 2, 7} {
		if got, err := btyd.FitGammaGamma(newSpends(t, list), workers); err != nil || got.Model != want.Model || got.Correlation != want.Correlation {
			t.Errorf("%d workers: got %+v, %v", workers, got, err)
		}
	}
}

func TestFitGammaGammaOfPoorData(t *testing.T) {
	_, err := btyd.FitGammaGamma(nil, 1)
	refusetest.Param(t, err, "spends")
	if _, err := btyd.FitGammaGamma(newSpends(t, []btyd.Spend{{}, {X: 1, Mean: -1}}), 1); err == nil {
		t.Error("no spend was fitted")
	}
	rapid.Check(t, func(t *rapid.T) {
		list := rapid.SliceOfN(rapid.Custom(func(t *rapid.T) btyd.Spend {
			return btyd.Spend{X: rapid.OneOf(rapid.IntRange(1, 3), rapid.IntRange(1, 2000)).Draw(t, "x"), Mean: rapid.OneOf(rapid.SampledFrom([]float64{1, 100}), rapid.Float64Range(1e-6, 1e9)).Draw(t, "mean")}
		}), 1, 8).Draw(t, "spends")
		spends, err := btyd.NewSpends(list)
		if err != nil {
			t.Fatal(err)
		}
		for _, fit := range []func(*btyd.Spends, int) (btyd.SpendFit, error){btyd.FitGammaGamma, btyd.FitGammaGammaFree} {
			got, err := fit(spends, 1)
			if err != nil || got.Model.Validate() != nil || math.IsNaN(got.Report.LogLikelihood+got.Correlation) {
				t.Fatalf("got %+v, %v", got, err)
			}
		}
	})
}

func TestNewGammaGammaRefuses(t *testing.T) {
	_, err := btyd.NewGammaGamma(0, 1, 1)
	refusetest.Param(t, err, "p")
	_, err = btyd.NewGammaGamma(1, math.NaN(), 1)
	refusetest.Param(t, err, "q")
	_, err = btyd.NewGammaGamma(1, 1, math.Inf(1))
	refusetest.Param(t, err, "gamma")
}

func BenchmarkFitGammaGamma(b *testing.B) {
	spends := sampleSpends(b)
	b.ReportAllocs()
	for b.Loop() {
		if _, err := btyd.FitGammaGamma(spends, 1); err != nil {
			b.Fatal(err)
		}
	}
}
