package btyd_test

import (
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/hotelcrm/hotelcrm/valuation"
	"github.com/hotelcrm/hotelcrm/valuation/btyd"
	"pgregory.net/rapid"
)

func TestParetoSeriesAgainstQuadrature(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		positive := rapid.Float64Range(0.01, 30)
		m := btyd.ParetoNBD{R: positive.Draw(t, "r"), Alpha: positive.Draw(t, "alpha"), S: positive.Draw(t, "s"), Beta: positive.Draw(t, "beta"), Unit: valuation.Week}
		h := anyHistory(t)
		series, sum, inUse := btyd.ParetoOdds(m, h)
		// As odds weigh beside 1: a series that cancels loses only what does not matter.
		if gap := math.Abs(1/(1+math.Exp(series)) - 1/(1+math.Exp(sum))); inUse && !(gap < 1e-12) {
			t.Errorf("%+v %v: log odds %.15g by the series, %.15g by quadrature", m, h, series, sum)
		}
		if inUse && sum > 1 && math.Abs(series-sum) > 1e-11*sum {
			t.Errorf("%+v %v: log odds %.15g by the series, %.15g by quadrature", m, h, series, sum)
		}
	})
}

func TestStaysSeriesAgainstSummation(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		positive := rapid.OneOf(rapid.Float64Range(0.05, 10), rapid.Float64Range(0.05, 300))
		m := btyd.BGNBD{R: positive.Draw(t, "r"), Alpha: positive.Draw(t, "alpha"), A: positive.Draw(t, "a"), B: positive.Draw(t, "b"), Unit: valuation.Week}
		span := rapid.Float64Range(0.01, 500).Draw(t, "t")
		got, want := btyd.BetaGeometricStays(m, span)
		if !(math.Abs(got-want) <= 1e-10*want) {
			t.Errorf("%+v, %g: %.15g by the series, %.15g by summation", m, span, got, want)
		}
	})
}

// The likelihood of a fit is the sum over guests, and its derivatives are the differences of it.
func TestDerivativesAgainstDifferences(t *testing.T) {
	rng := rand.New(rand.NewPCG(11, 12))
	histories := []btyd.History{{T: 3}, {T: 0}, {X: 1, Tx: 40, T: 40}}
	for range 60 {
		histories = append(histories, paperBG().Simulate(rng, 20+20*rng.Float64()))
	}
	cells := newCells(t, histories)
	scale := btyd.Scale(cells)
	tests := []struct {
		model string
		theta []float64
		at    func(v []float64) btyd.Model
	}{
		{"NBD", []float64{.4, .3}, func(v []float64) btyd.Model { return btyd.NBD{R: v[0], Alpha: v[1] * scale} }},
		{"BG/NBD", []float64{.24, .1, .8, 2.4}, func(v []float64) btyd.Model { return btyd.BGNBD{R: v[0], Alpha: v[1] * scale, A: v[2], B: v[3]} }},
		{"MBG/NBD", []float64{.5, .2, .9, 1.6}, func(v []float64) btyd.Model { return btyd.MBGNBD{R: v[0], Alpha: v[1] * scale, A: v[2], B: v[3]} }},
		{"Pareto/NBD", []float64{.5, .3, .6, .35}, func(v []float64) btyd.Model {
			return btyd.ParetoNBD{R: v[0], Alpha: v[1] * scale, S: v[2], Beta: v[3] * scale}
		}},
		{"Pareto/NBD", []float64{.5, .3, .6, 20}, func(v []float64) btyd.Model {
			return btyd.ParetoNBD{R: v[0], Alpha: v[1] * scale, S: v[2], Beta: v[3] * scale}
		}},
		{"GGom/NBD", []float64{.5, .3, .6, .5, 2}, func(v []float64) btyd.Model {
			return btyd.GGompertz{R: v[0], Alpha: v[1] * scale, B: v[2] / scale, S: v[3], Beta: v[4]}
		}},
		{"GGom/NBD", []float64{.5, .3, 5, .2, .4}, func(v []float64) btyd.Model {
			return btyd.GGompertz{R: v[0], Alpha: v[1] * scale, B: v[2] / scale, S: v[3], Beta: v[4]}
		}},
	}
	for _, test := range tests {
		got := btyd.DerivativesOf(test.model, cells, test.theta, 1)
		var sum float64
		for _, c := range cells.All() {
			sum += float64(c.Guests) * test.at(test.theta).LogLikelihood(c.History)
		}
		if math.Abs(sum-got.Value) > 1e-11*math.Abs(sum) {
			t.Errorf("%s: log-likelihood %.15g, sum over guests %.15g", test.model, got.Value, sum)
		}
		for i := range test.theta {
			const step = 1e-5
			up, down := slices.Clone(test.theta), slices.Clone(test.theta)
			up[i] *= math.Exp(step)
			down[i] *= math.Exp(-step)
			high, low := btyd.DerivativesOf(test.model, cells, up, 1), btyd.DerivativesOf(test.model, cells, down, 1)
			if want := (high.Value - low.Value) / (2 * step); math.Abs(got.Gradient[i]-want) > 1e-5 {
				t.Errorf("%s: gradient[%d] %.10g, difference %.10g", test.model, i, got.Gradient[i], want)
			}
			for j := range test.theta {
				if want := (high.Gradient[j] - low.Gradient[j]) / (2 * step); math.Abs(got.Hessian[i][j]-want) > 1e-5 {
					t.Errorf("%s: Hessian[%d][%d] %.10g, difference %.10g", test.model, i, j, got.Hessian[i][j], want)
				}
			}
		}
	}
}

func TestFitsDoNotDependOnWorkersOrOrder(t *testing.T) {
	histories := simulatedGuests(8000)
	shuffled := slices.Clone(histories)
	rand.New(rand.NewPCG(1, 1)).Shuffle(len(shuffled), func(i, j int) { shuffled[i], shuffled[j] = shuffled[j], shuffled[i] })
	first, err := btyd.FitParetoNBD(newCells(t, histories), 1)
	if err != nil {
		t.Fatal(err)
	}
	for _, workers := range []int{2, 7} {
		again, err := btyd.FitParetoNBD(newCells(t, shuffled), workers)
		if err != nil {
			t.Fatal(err)
		}
		if again.Model != first.Model || again.Report.LogLikelihood != first.Report.LogLikelihood {
			t.Errorf("%d workers: %+v, 1 worker %+v", workers, again.Model, first.Model)
		}
	}
}
