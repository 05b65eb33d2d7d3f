package btyd_test

import (
	"math"
	"testing"

	"github.com/hotelcrm/hotelcrm/valuation"
	"github.com/hotelcrm/hotelcrm/valuation/btyd"
	"pgregory.net/rapid"
)

// anyHistories are small data sets of all kinds.
var anyHistories = rapid.SliceOfN(rapid.Custom(func(t *rapid.T) btyd.History {
	h := btyd.History{T: rapid.OneOf(rapid.SampledFrom([]float64{0, 1, 52}), rapid.Float64Range(0.1, 1000)).Draw(t, "t")}
	if h.X = rapid.OneOf(rapid.IntRange(0, 3), rapid.IntRange(0, 60)).Draw(t, "x"); h.T == 0 {
		h.X = 0
	}
	if h.X > 0 {
		h.Tx = h.T * rapid.OneOf(rapid.SampledFrom([]float64{1, 1e-6}), rapid.Float64Range(1e-3, 1)).Draw(t, "share")
	}
	return h
}), 1, 8)

// A comparison of any guests ends, with figures that are numbers.
func TestCompareOfAnyDataIsSane(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		trial := btyd.Trial{Unit: valuation.Week, Histories: anyHistories.Draw(t, "histories"), HeldOut: 20}
		for range trial.Histories {
			trial.Later = append(trial.Later, rapid.IntRange(0, 5).Draw(t, "later"))
		}
		got, err := btyd.Compare(trial, 1)
		if err != nil || len(got.Entries) != 5 {
			t.Fatal(got, err)
		}
		for _, e := range got.Entries {
			h := e.Holdout
			if sum := e.Report.LogLikelihood + h.Expected + h.MAE + h.RMSE + h.Brier + h.Alive; math.IsNaN(sum) || math.IsInf(sum, 0) {
				t.Fatalf("%+v", e)
			}
		}
	})
}

func TestFitMBGCNBDOfAnyDataIsSane(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		histories := anyHistories.Draw(t, "histories")
		cells, err := btyd.CellsOf(valuation.Week, histories)
		if err != nil {
			t.Fatal(err)
		}
		fit, err := btyd.FitMBGCNBD(cells, rapid.IntRange(1, 4).Draw(t, "k"), 1)
		if err != nil {
			return // nobody came back
		}
		sum := fit.Report.LogLikelihood
		for _, h := range histories {
			sum += fit.Model.Alive(h) + fit.Model.AliveAt(h, 5) + fit.Model.Expected(h, 5)
		}
		if math.IsNaN(sum) || math.IsInf(sum, 0) || fit.Model.Validate() != nil {
			t.Fatalf("%+v", fit)
		}
	})
}
