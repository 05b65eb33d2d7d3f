package btyd_test

import (
	"math"
	"testing"

	"github.com/hotelcrm/hotelcrm/internal/refusetest"
	"github.com/hotelcrm/hotelcrm/valuation"
	"github.com/hotelcrm/hotelcrm/valuation/btyd"
	"pgregory.net/rapid"
)

// With one stage the model is the MBG/NBD, which has closed forms.
func TestMBGCNBDOfOneStageIsMBGNBD(t *testing.T) {
	one := btyd.MBGCNBD{K: 1, R: sampleMBG.R, Alpha: sampleMBG.Alpha, A: sampleMBG.A, B: sampleMBG.B, Unit: valuation.Week}
	for _, h := range []btyd.History{{}, {T: 38.86}, {X: 1, Tx: 1.71, T: 38.86}, {X: 2, Tx: 30.43, T: 38.86}, {X: 26, Tx: 30.86, T: 31}} {
		wantClose(t, "log-likelihood", one.LogLikelihood(h), sampleMBG.LogLikelihood(h), 1e-11)
		wantClose(t, "alive", one.Alive(h), sampleMBG.Alive(h), 1e-11)
		wantClose(t, "expected", one.Expected(h, 39), sampleMBG.Expected(h, 39), 1e-10)
		wantClose(t, "alive later", one.AliveAt(h, 39), sampleMBG.AliveAt(h, 39), 1e-10)
	}
	for n := range 5 {
		wantClose(t, "count", one.Count(39, n), sampleMBG.Count(39, n), 1e-10)
	}
	fit, err := btyd.FitMBGCNBD(cdnowCells(t, sampleFile), 1, 1)
	if err != nil {
		t.Fatal(err)
	}
	for i, p := range sampleMBG.Params() {
		wantClose(t, p.Name, fit.Report.Params[i].Value, p.Value, fromFit)
	}
	if math.Abs(fit.Report.LogLikelihood+9582.13571555) > atMaximum {
		t.Errorf("got log-likelihood %.8f", fit.Report.LogLikelihood)
	}
}

func TestMBGCNBDHoldsTogether(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		m := btyd.MBGCNBD{
			K: rapid.IntRange(1, 5).Draw(t, "k"), R: rapid.Float64Range(.2, 5).Draw(t, "r"), Alpha: rapid.Float64Range(.5, 20).Draw(t, "alpha"),
			A: rapid.Float64Range(.1, 4).Draw(t, "a"), B: rapid.Float64Range(.1, 8).Draw(t, "b"), Unit: valuation.Week,
		}
		age := rapid.Float64Range(.1, 30).Draw(t, "t")
		var all, mean float64
		for n := range 3000 {
			p := m.Count(age, n)
			all += p
			mean += float64(n) * p
		}
		if math.Abs(all-1) > 1e-9 || math.Abs(mean-m.New(age)) > 1e-7*(1+mean) {
			t.Fatalf("counts sum to %v with mean %v, want %v", all, mean, m.New(age))
		}
		// Silence from the first visit on: no visits in T, whether the guest left or not.
		silent := btyd.History{T: age}
		if got, want := m.LogLikelihood(silent), math.Log(m.Count(age, 0)); math.Abs(got-want) > 1e-9 {
			t.Fatalf("log-likelihood %v, want %v", got, want)
		}
		if now, later := m.Alive(silent), m.AliveAt(silent, 10); !(later <= now && later >= 0 && now <= 1) {
			t.Fatalf("alive %v, later %v", now, later)
		}
	})
}

func TestFitMBGCNBDRecoversWhatWasSimulated(t *testing.T) {
	m := btyd.MBGCNBD{K: 3, R: 1.3, Alpha: 1.5, A: .5, B: 2, Unit: valuation.Week}
	histories, _, err := btyd.Simulate(m, 5, simulatedAges(6000), 0)
	if err != nil {
		t.Fatal(err)
	}
	fit, err := btyd.FitMBGCNBD(cellsOf(t, valuation.Week, histories), 3, 2)
	if err != nil {
		t.Fatal(err)
	}
	recovered(t, m.Params(), fit.Report)
}

func TestFitMBGCNBDOfPoorData(t *testing.T) {
	t.Parallel()
	for _, histories := range [][]btyd.History{
		{{X: 1, Tx: 1, T: 2}},
		{{X: 2, Tx: 5, T: 5}, {X: 2, Tx: 5, T: 5}},
		{{X: 2000, Tx: 10, T: 10}, {T: 10}},
		{{X: 3, Tx: 30, T: 30}, {X: 5, Tx: 29, T: 30}, {X: 1, Tx: 25, T: 30}},
	} {
		for k := 1; k <= 20; k += 6 {
			fit, err := btyd.FitMBGCNBD(cellsOf(t, valuation.Week, histories), k, 1)
			if err != nil || fit.Model.Validate() != nil || len(fit.Report.Warnings) == 0 || math.IsNaN(fit.Report.LogLikelihood) {
				t.Errorf("%v: got %+v, %v", histories, fit, err)
			}
			if fit.Model.Validate() == nil && math.IsNaN(fit.Model.Expected(histories[0], 10)+fit.Model.Alive(histories[0])) {
				t.Errorf("%v: no prediction of %+v", histories, fit.Model)
			}
		}
	}
}

func TestMBGCNBDRefuses(t *testing.T) {
	refusetest.Param(t, btyd.MBGCNBD{R: 1, Alpha: 1, A: 1, B: 1, Unit: valuation.Week}.Validate(), "k")
	_, err := btyd.FitMBGCNBD(nil, 21, 1)
	refusetest.Param(t, err, "k")
	_, err = btyd.TimingLikelihood(2, math.NaN(), 1)
	refusetest.Param(t, err, "logTimes")
	got, err := btyd.TimingLikelihood(3, 10, 4)
	if err != nil {
		t.Fatal(err)
	}
	wantClose(t, "timing", got, 2*10-4*math.Log(2), 1e-14)
}
