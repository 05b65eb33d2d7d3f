package btyd_test

import (
	"math"
	"math/rand/v2"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/hotelcrm/hotelcrm/valuation"
	"github.com/hotelcrm/hotelcrm/valuation/btyd"
	"pgregory.net/rapid"
)

// By quadrature with 25 digits: E[λ/(c+λp)] with its slopes in the logarithms of c, r, a and b.
func TestResidualOfBetaGeometricAgainstDigits(t *testing.T) {
	const within = 2e-12
	for _, test := range []struct {
		c, r, a, b, value float64
		slopes            [4]float64
	}{
		{.1, .24, .79, 2.43, 1.114078928681651, [4]float64{-.7177054996543, 1.000838591034, -.562190598445, .3535299214298}},
		{.15, 2.24, .79, 4.43, 6.162493452425442, [4]float64{-3.617524932665, 4.061883698979, -4.074831203801, 2.413833499941}},
		{1e-3, .5, .05, 1, 355.1551804142872, [4]float64{-337.4447161608, 346.7098727857, -119.6099838021, 27.92749067869}},
		{.3, 26.5, .9, 27.6, 35.75193402312345, [4]float64{-19.93807559391, 20.18337296805, -26.11729793437, 15.63411075734}},
		{5, 1.5, 3, .2, .2119609047212197, [4]float64{-.1546838318564, .1736982796008, -.004212493454907, .003908199725791}},
		{1e-6, .3, 1, 2, 18.82186750063887, [4]float64{-1.94125428274, 6.494875453317, -91.28669727242, 16.32601875041}},
		{.05, 120, 1, 122, 314.7604348836851, [4]float64{-105.9982215782, 106.3963819772, -467.664668443, 208.3705917032}},
		{300, 3, 2, 5, .009962140765079111, [4]float64{-.00992451546526, .009933886905062, -2.694455231571e-5, 2.689595892019e-5}},
		{.2, 8, 30, 40, 2.226639194035378, [4]float64{-.1413461333245, .1596313038574, -1.246571972031, 1.207751110584}},
		{.5, .01, .01, .02, .01630796866806691, [4]float64{-.01495763599362, .01628770856447, -.002460220282329, .002380335422566}},
	} {
		value, slopes := btyd.ResidualAhead(test.c, test.r, test.a, test.b)
		if math.Abs(value-test.value) > within*test.value {
			t.Errorf("%+v: got %.15g, off by %.1e", test, value, value/test.value-1)
		}
		for i, by := range []float64{test.c, test.r, test.a, test.b} {
			if got := slopes[i] * by; math.Abs(got-test.slopes[i]) > within*test.value {
				t.Errorf("%+v: slope %d is %.13g", test, i, got)
			}
		}
	}
}

// The sum over a shared table is the mean of exponential integrals that each guest would have alone.
func TestResidualOfBetaGeometricAgainstPlain(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		log := func(name string, low, high float64) float64 {
			return math.Exp(rapid.Float64Range(math.Log(low), math.Log(high)).Draw(t, name))
		}
		c, r, a, b := log("c", 1e-6, 1e3), log("r", 1e-2, 300), log("a", 1e-2, 1e3), log("b", 1e-2, 1e3)
		value, slopes := btyd.ResidualAhead(c, r, a, b)
		want := btyd.ResidualPlain(c, r, a, b)
		if !(math.Abs(value-want) <= 1e-11*want) {
			t.Fatalf("got %.15g, want %.15g, off by %.1e", value, want, value/want-1)
		}
		at := [4]float64{c, r, a, b}
		for i, by := range at {
			difference := func(step float64) float64 {
				up, down := at, at
				up[i] *= math.Exp(step)
				down[i] *= math.Exp(-step)
				return (btyd.ResidualPlain(up[0], up[1], up[2], up[3]) - btyd.ResidualPlain(down[0], down[1], down[2], down[3])) / (2 * step)
			}
			const step = 3e-4
			slope := (4*difference(step) - difference(2*step)) / 3
			if !(math.Abs(slopes[i]*by-slope) <= 1e-8*want) {
				t.Fatalf("slope %d: got %.10g, difference %.10g", i, slopes[i]*by, slope)
			}
		}
	})
}

// A guest's prediction is the same to the last bit alone, in company, twice, and on any number of workers.
func TestPredictionsDoNotDependOnCompany(t *testing.T) {
	rng := rand.New(rand.NewPCG(3, 5))
	guests := make([]btyd.History, 3000)
	for i := range guests {
		guests[i] = onDays(paperBG().Simulate(rng, 40), 280)
	}
	guests = append(guests, guests[:500]...)
	q := residual(t, rate(t, "0.15 per year"))
	for _, p := range []*btyd.Predictor{predictorAt(t, paperBG()), predictorAt(t, paperMBG()), predictorAt(t, paperPareto())} {
		first, err := p.PredictAll(guests, q, 0.95, 1)
		if err != nil {
			t.Fatal(err)
		}
		again, err := p.PredictAll(guests, q, 0.95, 3)
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(first, again); diff != "" {
			t.Errorf("3 workers (-1 worker +3 workers):\n%s", diff)
		}
		for i := 0; i < len(guests); i += 301 {
			one, err := p.Predict(guests[i], q, 0.95)
			if err != nil {
				t.Fatal(err)
			}
			if one != first.Guests[i] {
				t.Errorf("guest %d: %+v in company, alone %+v", i, first.Guests[i], one)
			}
		}
	}
}

// The exact slopes give the error that differences of the value give.
func TestErrorOfResidualAgainstDifferences(t *testing.T) {
	const step = 1e-4
	q := residual(t, rate(t, "0.15 per year"))
	for _, at := range [][4]float64{{.243, 4.41, .793, 2.43}, {.52, 6.2, .89, 1.6}, {2, 50, 3, 4}} {
		for _, make := range []func(v [4]float64) btyd.Model{
			func(v [4]float64) btyd.Model {
				return btyd.BGNBD{R: v[0], Alpha: v[1], A: v[2], B: v[3], Unit: valuation.Week}
			},
			func(v [4]float64) btyd.Model {
				return btyd.MBGNBD{R: v[0], Alpha: v[1], A: v[2], B: v[3], Unit: valuation.Week}
			},
		} {
			for _, h := range []btyd.History{{}, {T: 38}, {X: 1, Tx: 1, T: 38}, {X: 9, Tx: 30, T: 40}} {
				value := func(v [4]float64) float64 {
					one, err := predictorAt(t, make(v)).Predict(h, q, 0.95)
					if err != nil {
						t.Fatal(err)
					}
					return one.Value
				}
				var variance float64
				for i := range at {
					up, down := at, at
					up[i] *= math.Exp(step)
					down[i] *= math.Exp(-step)
					slope := (value(up) - value(down)) / (2 * step)
					variance += slope * slope / 100
				}
				got, err := predictorAt(t, make(at)).Predict(h, q, 0.95)
				if err != nil {
					t.Fatal(err)
				}
				if want := math.Sqrt(variance); math.Abs(got.StdErr-want) > 1e-7*want {
					t.Errorf("%v %v: error %.10g, by differences %.10g", make(at), h, got.StdErr, want)
				}
			}
		}
	}
}

// With one stage the model with stages is the MBG/NBD model.
func TestResidualOfOneStage(t *testing.T) {
	q := residual(t, rate(t, "0.15 per year"))
	for _, m := range []btyd.MBGNBD{paperMBG(), {R: 3, Alpha: .5, A: .2, B: 9, Unit: valuation.Month}, {R: .02, Alpha: 70, A: 3, B: .3, Unit: valuation.Day}} {
		one := btyd.MBGCNBD{K: 1, R: m.R, Alpha: m.Alpha, A: m.A, B: m.B, Unit: m.Unit}
		for _, h := range []btyd.History{{}, {T: 38}, {X: 1, Tx: 1, T: 38}, {X: 9, Tx: 30, T: 40}, {X: 200, Tx: 100, T: 101}} {
			want, err := predictorAt(t, m).Predict(h, q, 0.95)
			if err != nil {
				t.Fatal(err)
			}
			got, err := predictorAt(t, one).Predict(h, q, 0.95)
			if err != nil {
				t.Fatal(err)
			}
			if math.Abs(got.Value-want.Value) > 1e-11*want.Value || math.Abs(got.StdErr-want.StdErr) > 1e-6*want.StdErr {
				t.Errorf("%v %v: %+v with one stage, %+v", m, h, got, want)
			}
		}
	}
}

// At its edge the model of ageing guests is the Pareto/NBD model.
func TestResidualAtTheParetoEdge(t *testing.T) {
	const b = 1e-9
	m := paperPareto()
	edge := btyd.GGompertz{R: m.R, Alpha: m.Alpha, B: b, S: m.S, Beta: b * m.Beta, Unit: m.Unit}
	q := residual(t, rate(t, "0.15 per year"))
	for _, h := range []btyd.History{{}, {T: 38}, {X: 1, Tx: 1, T: 38}, {X: 9, Tx: 30, T: 40}} {
		want, err := predictorAt(t, m).Predict(h, q, 0.95)
		if err != nil {
			t.Fatal(err)
		}
		got, err := predictorAt(t, edge).Predict(h, q, 0.95)
		if err != nil {
			t.Fatal(err)
		}
		wantClose(t, "residual", got.Value, want.Value, 1e-6)
	}
}

// The exact slopes of the model of ageing guests give the errors that differences of its values give.
func TestErrorsOfGGompertzAgainstDifferences(t *testing.T) {
	const step = 1e-4
	stays, err := btyd.Stays(valuation.Horizon{N: 1, Period: valuation.Year})
	if err != nil {
		t.Fatal(err)
	}
	for _, q := range []btyd.Quantity{btyd.Alive(), stays, residual(t, rate(t, "0.15 per year")), residual(t, rate(t, "0 per year"))} {
		for _, at := range [][5]float64{{.55, 10.6, .02, .6, .26}, {2, 30, .1, .3, 40}, {.3, 4, .5, 2, 1}} {
			make := func(v [5]float64) btyd.GGompertz {
				return btyd.GGompertz{R: v[0], Alpha: v[1], B: v[2], S: v[3], Beta: v[4], Unit: valuation.Week}
			}
			for _, h := range []btyd.History{{}, {T: 38}, {X: 1, Tx: 1, T: 38}, {X: 9, Tx: 30, T: 40}} {
				value := func(v [5]float64) float64 {
					one, err := predictorAt(t, make(v)).Predict(h, q, 0.95)
					if err != nil {
						t.Fatal(err)
					}
					return one.Value
				}
				var variance float64
				for i := range at {
					up, down := at, at
					up[i] *= math.Exp(step)
					down[i] *= math.Exp(-step)
					slope := (value(up) - value(down)) / (2 * step)
					variance += slope * slope / 100
				}
				got, err := predictorAt(t, make(at)).Predict(h, q, 0.95)
				if err != nil {
					t.Fatal(err)
				}
				if want := math.Sqrt(variance); math.Abs(got.StdErr-want) > 1e-6*want+1e-12 {
					t.Errorf("%s %v %v: error %.10g, by differences %.10g", q, make(at), h, got.StdErr, want)
				}
			}
		}
	}
}
