package btyd_test

import (
	"math"
	"math/rand/v2"
	"testing"

	"github.com/hotelcrm/hotelcrm/internal/refusetest"
	"github.com/hotelcrm/hotelcrm/valuation"
	"github.com/hotelcrm/hotelcrm/valuation/btyd"
	"gonum.org/v1/gonum/mat"
)

// An NBD of r = α = 1 has 1/2^(n+1) for n visits of a guest seen for no time: 15/16 are at most 3.
func TestCountsNextByHand(t *testing.T) {
	got, err := btyd.CountsNext(btyd.NBD{R: 1, Alpha: 1, Unit: valuation.Week}, btyd.History{}, 1, .8)
	if err != nil || got.Low != 0 || got.High != 3 {
		t.Fatal(got, err)
	}
	wantClose(t, "none", got.None, .5, 1e-14)
	wantClose(t, "once", got.Once, .25, 1e-14)
	wantClose(t, "more", got.More, .25, 1e-14)
	wantClose(t, "within", got.Within, .9375, 1e-14)
	// Of a quarter, from 3/8 to 5/8: no visit reaches 1/2, one 3/4.
	if got, err = btyd.CountsNext(btyd.NBD{R: 1, Alpha: 1, Unit: valuation.Week}, btyd.History{}, 1, .25); err != nil || got.Low != 0 || got.High != 1 {
		t.Error(got, err)
	}
	// Nothing can happen in no time.
	if got, err = btyd.CountsNext(sampleBG, btyd.History{X: 3, Tx: 5, T: 9}, 0, .99); err != nil || got != (btyd.NextCounts{None: 1, Within: 1}) {
		t.Error(got, err)
	}
}

// The slow way: all probabilities up to far beyond the range, then two searches from its ends.
func TestCountsNextMeetsPlainCode(t *testing.T) {
	for _, m := range allModels() {
		for _, h := range []btyd.History{{T: 9}, {X: 1, Tx: 2, T: 30}, {X: 12, Tx: 29, T: 30}, {X: 40, Tx: 51, T: 52}} {
			for _, level := range []float64{.1, .5, .8, .95} {
				got, err := btyd.CountsNext(m, h, 26, level)
				if err != nil {
					t.Fatal(err)
				}
				upTo, sum := make([]float64, 400), 0.0
				for n := range upTo {
					sum += m.CountNext(h, 26, n)
					upTo[n] = sum
				}
				low, high := 0, len(upTo)-1
				for upTo[low] < (1-level)/2 {
					low++
				}
				for high > 0 && upTo[high-1] >= (1+level)/2 {
					high--
				}
				within := upTo[high]
				if low > 0 {
					within -= upTo[low-1]
				}
				if got.Low != low || got.High != high || got.Within < level {
					t.Errorf("%s, %+v, %v: got %+v, want %d to %d", m.Name(), h, level, got, low, high)
				}
				wantClose(t, m.Name()+": within", got.Within, within, 1e-12)
				wantNear(t, m.Name()+": more", got.None+got.Once+got.More, 1, 1e-12)
			}
		}
	}
}

// Of guests who follow the model as many come within their ranges as the ranges say, and as many do not come at all.
func TestCountsNextHoldsWhoComes(t *testing.T) {
	t.Parallel()
	ages := make([]float64, 20_000)
	for i := range ages {
		ages[i] = 20 + float64(i%20)
	}
	for _, m := range allModels() {
		histories, later, err := btyd.Simulate(m, 9, ages, 30)
		if err != nil {
			t.Fatal(err)
		}
		ranges, err := btyd.CountsNextAll(m, histories, 30, .8, 2)
		if err != nil {
			t.Fatal(err)
		}
		var within, none, twice [3]float64 // foretold, came, variance
		add := func(to *[3]float64, p float64, is bool) {
			to[0], to[2] = to[0]+p, to[2]+p*(1-p)
			if is {
				to[1]++
			}
		}
		for i, r := range ranges {
			add(&within, r.Within, later[i] >= r.Low && later[i] <= r.High)
			add(&none, r.None, later[i] == 0)
			add(&twice, r.More, later[i] > 1)
			if one, err := btyd.CountsNext(m, histories[i], 30, .8); i < 50 && (err != nil || one != r) {
				t.Errorf("guest %d alone: %+v, %v; with all: %+v", i, one, err, r)
			}
		}
		for k, sum := range [][3]float64{within, none, twice} {
			if math.Abs(sum[0]-sum[1]) > 4*math.Sqrt(sum[2]) {
				t.Errorf("%s, %d: %.0f foretold, %.0f came", m.Name(), k, sum[0], sum[1])
			}
		}
	}
}

// Drawn anew as the fit leaves them open, the parameters move the range of a guest by one visit at most.
func TestParametersHardlyMoveTheRange(t *testing.T) {
	fit, err := btyd.FitMBGNBD(cdnowCells(t, sampleFile), 2)
	if err != nil {
		t.Fatal(err)
	}
	k := len(fit.Report.Params)
	spread := mat.NewSymDense(k, nil)
	for i := range k {
		for j := range k {
			spread.SetSym(i, j, fit.Report.Covariance[i][j])
		}
	}
	var root mat.Cholesky
	if !root.Factorize(spread) {
		t.Fatal("no covariance")
	}
	var l mat.TriDense
	root.LTo(&l)
	const draws, most = 500, 200
	rng := rand.New(rand.NewPCG(3, 0))
	for _, h := range []btyd.History{{T: 38}, {X: 2, Tx: 30, T: 38}, {X: 26, Tx: 30, T: 31}} {
		var mixed [most]float64
		for range draws {
			draw := make([]float64, k)
			for i := range draw {
				draw[i] = rng.NormFloat64()
			}
			var moved mat.VecDense
			moved.MulVec(&l, mat.NewVecDense(k, draw))
			p := func(i int) float64 { return fit.Report.Params[i].Value * math.Exp(moved.AtVec(i)) }
			m := btyd.MBGNBD{R: p(0), Alpha: p(1), A: p(2), B: p(3), Unit: valuation.Week}
			for n := range mixed {
				mixed[n] += m.CountNext(h, 52, n) / draws
			}
		}
		got, err := btyd.CountsNext(fit.Model, h, 52, .8)
		if err != nil {
			t.Fatal(err)
		}
		wantNear(t, "none", mixed[0], got.None, .01)
		low, high, sum := -1, -1, 0.0
		for n, p := range mixed {
			if sum += p; low < 0 && sum >= .1 {
				low = n
			}
			if high < 0 && sum >= .9 {
				high = n
			}
		}
		if max(low-got.Low, got.Low-low, high-got.High, got.High-high) > 1 {
			t.Errorf("%+v: %d to %d, with parameters drawn %d to %d", h, got.Low, got.High, low, high)
		}
	}
}

// Probabilities are rounded, so that their sum may stay below a level too near to 1: that is not a guest of too many
// visits.
func TestCountsNextToTheHighestLevel(t *testing.T) {
	h := btyd.History{X: 3, Tx: 5, T: 9}
	for _, m := range allModels() {
		got, err := btyd.CountsNext(m, h, 4, 1-1e-9)
		if err != nil || got.Low != 0 || got.Within < 1-1e-9 {
			t.Errorf("%s: %+v, %v", m.Name(), got, err)
		}
		for _, level := range []float64{1 - 1e-10, 1 - 1e-15, math.Nextafter(1, 0)} {
			_, err = btyd.CountsNext(m, h, 4, level)
			refusetest.Param(t, err, "level")
			_, err = btyd.CountsNextAll(m, []btyd.History{h}, 4, level, 1)
			refusetest.Param(t, err, "level")
		}
	}
}

func TestCountsNextRefuses(t *testing.T) {
	h := btyd.History{X: 1, Tx: 1, T: 2}
	_, err := btyd.CountsNext(nil, h, 1, .8)
	refusetest.Param(t, err, "model")
	_, err = btyd.CountsNext(btyd.NBD{}, h, 1, .8)
	refusetest.Param(t, err, "r")
	_, err = btyd.CountsNext(sampleBG, h, math.NaN(), .8)
	refusetest.Param(t, err, "t")
	_, err = btyd.CountsNextAll(sampleBG, []btyd.History{h}, 1, 1, 1)
	refusetest.Param(t, err, "level")
	_, err = btyd.CountsNextAll(sampleBG, []btyd.History{h}, 1, .5, -1)
	refusetest.Param(t, err, "workers")
	if _, err = btyd.CountsNext(sampleBG, btyd.History{X: 1, T: 2}, 1, .8); err == nil {
		t.Error("a visit at no time was taken")
	}
	many := btyd.NBD{R: 1e8, Alpha: 1, Unit: valuation.Day}
	_, one := btyd.CountsNext(many, btyd.History{T: 1}, 1, .8)
	_, err = btyd.CountsNextAll(many, []btyd.History{{}, {T: 1}}, 1, .8, 2)
	refusetest.Row(t, one, 0, "visits")
	refusetest.Row(t, err, 1, "visits")
}
