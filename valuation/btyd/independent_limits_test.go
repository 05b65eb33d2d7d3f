package btyd_test

import (
	"errors"
	"fmt"
	"math"
	"math/rand/v2"
	"testing"
	"time"

	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/valuation"
	"github.com/hotelcrm/hotelcrm/valuation/btyd"
)

func times(n int, h btyd.History) []btyd.History {
	out := make([]btyd.History, n)
	for i := range out {
		out[i] = h
	}
	return out
}

// inTime fails the test if do takes longer than anything here may.
func inTime(t *testing.T, what string, do func()) {
	t.Helper()
	done := make(chan struct{})
	go func() { defer close(done); do() }()
	select {
	case <-done:
	case <-time.After(20 * time.Second):
		t.Fatal(what + " does not end")
	}
}

func finite(values ...float64) bool {
	for _, v := range values {
		if math.IsNaN(v) || math.IsInf(v, 0) {
			return false
		}
	}
	return true
}

func TestHardDataNeverPassSilently(t *testing.T) {
	t.Parallel()

	old := []btyd.History{{X: 3, Tx: 30, T: 40}, {T: 40}, {X: 1, Tx: 5, T: 40}, {X: 9, Tx: 39, T: 40}, {T: 20}}
	sets := map[string][]btyd.History{
		"nobody came back":  times(50, btyd.History{T: 30}),
		"one guest":         {{X: 3, Tx: 20, T: 30}},
		"one new guest":     {{}},
		"identical":         times(100, btyd.History{X: 2, Tx: 10, T: 30}),
		"nobody left":       times(100, btyd.History{X: 10, Tx: 30, T: 30}),
		"heavy":             append(times(20, btyd.History{X: 2000, Tx: 99, T: 100}), times(30, btyd.History{X: 1, Tx: 50, T: 100})...),
		"one heavy":         append(times(1, btyd.History{X: 2000, Tx: 99, T: 100}), times(300, btyd.History{T: 100})...),
		"no time":           times(10, btyd.History{}),
		"some without time": append(times(10, btyd.History{}), old...),
		"small":             times(10, btyd.History{X: 1, Tx: 1e-9, T: 1e-9}),
		"smallest":          append(times(3, btyd.History{X: 1, Tx: 1e-9, T: 1e-9}), times(9, btyd.History{})...),
		"tiny and old":      append(times(10, btyd.History{X: 1, Tx: 1e-9, T: 1e-9}), old...),
		"huge":              append(times(10, btyd.History{X: 1, Tx: 1e9, T: 1e9}), times(9, btyd.History{X: 3, Tx: 1e3, T: 1e9})...),
		"huge and tiny":     append(times(10, btyd.History{X: 5, Tx: 1e9, T: 1e9}), times(9, btyd.History{X: 3, Tx: 1e-9, T: 1e-8})...),
		"busy":              append(times(2, btyd.History{X: 10000, Tx: 1e-3, T: 1}), times(9, btyd.History{X: 3, Tx: 1, T: 1})...),
		"left at once":      times(50, btyd.History{X: 1, Tx: 1, T: 300}),
	}
	for what, guests := range sets {
		cells := cellsOf(t, valuation.Week, guests)
		for name, fit := range fitters() {
			inTime(t, what+" "+name, func() { checkHard(t, what+" "+name, fit(cells, 1), guests) })
		}
	}
}

func checkHard(t *testing.T, what string, f fitted, guests []btyd.History) {
	t.Helper()
	if f.err != nil {
		var typed *btyd.FitError
		var param *hotelcrm.ParamError
		if !errors.As(f.err, &typed) && !errors.As(f.err, &param) {
			t.Errorf("%s: %T %v", what, f.err, f.err)
		}
		return
	}
	r := f.report
	fine := finite(r.LogLikelihood, r.GradientNorm, r.AIC, r.BIC) && finite(r.Eigenvalues...)
	for _, p := range r.Params {
		fine = fine && finite(p.Value, p.StdErr) && p.Value > 0
	}
	if !fine || f.model.Validate() != nil {
		t.Errorf("%s: %+v", what, r)
		return
	}
	if len(r.Warnings) == 0 && what[:5] != "some " && what[:4] != "heav" && what[:4] != "tiny" && what != "busy NBD" {
		t.Errorf("%s: no warning: %+v", what, r)
	}
	for _, h := range guests[:min(3, len(guests))] {
		for _, span := range []float64{0, 1e-300, 1, 52, 1e9} {
			if _, sums := f.model.(btyd.MBGCNBD); sums && span > 1e4 {
				continue // it sums over the visits to come
			}
			v := []float64{f.model.Alive(h), f.model.AliveAt(h, span), f.model.Expected(h, span), f.model.LogLikelihood(h), f.model.Count(span, 0), f.model.Count(span, 7)}
			if !finite(v...) || v[0] < 0 || v[0] > 1 || v[1] > v[0]*(1+1e-12) || v[2] < 0 || v[4] > 1+1e-12 {
				t.Errorf("%s %+v in %g: %v with %+v", what, h, span, v, f.model)
			}
		}
	}
}

// Far out, the chances of a count are those of the Pareto/NBD that the model comes down to.
func TestGGompertzCountsFarOut(t *testing.T) {
	t.Parallel()

	pareto := btyd.ParetoNBD{R: .55, Alpha: 10, S: .6, Beta: 12, Unit: valuation.Week}
	edge := btyd.GGompertz{R: .55, Alpha: 10, B: 1e-8, S: .6, Beta: 12e-8, Unit: valuation.Week}
	for _, n := range []int{0, 5, 50, 200, 300, 500} {
		near(t, "count", edge.Count(1000, n), pareto.Count(1000, n), 1e-4)
	}
}

func TestTimesTooShortAreRefused(t *testing.T) {
	t.Parallel()

	for _, h := range []btyd.History{{T: 1e-300}, {X: 1, Tx: 1e-300, T: 1}, {X: 1, Tx: 5e-324, T: 5e-324}, {T: 2e9}, {T: math.NaN()}, {X: 1, Tx: math.NaN(), T: 1}} {
		_, err := btyd.CellsOf(valuation.Week, []btyd.History{{}, h})
		var row *hotelcrm.RowError
		if !errors.As(err, &row) || row.Row != 2 {
			t.Errorf("%+v: %v", h, err)
		}
	}
}

// Whatever a valid model is asked of a valid history, the answer comes, and it is a number.
func TestExtremeModelsAnswer(t *testing.T) {
	t.Parallel()

	rng := rand.New(rand.NewPCG(1, 2))
	any := func(wide float64) float64 { return math.Exp((2*rng.Float64() - 1) * wide) }
	for i := range 80 {
		wide := []float64{2, 4, 8, 20}[i%4]
		u := valuation.Week
		models := []btyd.Model{
			btyd.NBD{R: any(wide), Alpha: any(wide), Unit: u},
			btyd.BGNBD{R: any(wide), Alpha: any(wide), A: any(wide), B: any(wide), Unit: u},
			btyd.MBGNBD{R: any(wide), Alpha: any(wide), A: any(wide), B: any(wide), Unit: u},
			btyd.ParetoNBD{R: any(wide), Alpha: any(wide), S: any(wide), Beta: any(wide), Unit: u},
			btyd.GGompertz{R: any(wide), Alpha: any(wide), B: any(wide), S: any(wide), Beta: any(wide), Unit: u},
			btyd.MBGCNBD{K: 1 + i%3, R: any(2), Alpha: any(2), A: any(wide), B: any(wide), Unit: u}, // it sums over visits
		}
		h := btyd.History{X: int(any(5)) - 1, T: math.Min(any(20), 1e9)}
		if h.X > 0 {
			h.Tx = h.T * rng.Float64()
		}
		if h.Validate() != nil {
			continue
		}
		span := math.Min(any(20), 1e9)
		for _, m := range models {
			if m.Validate() != nil {
				continue
			}
			call := fmt.Sprintf("%T%+v %+v %g", m, m, h, span)
			inTime(t, call, func() { checkAnswers(t, call, m, h, span) })
		}
	}
}

func checkAnswers(t *testing.T, call string, m btyd.Model, h btyd.History, span float64) {
	if _, sums := m.(btyd.MBGCNBD); sums {
		span = min(span, 100) // it sums over the visits to come
	}
	v := []float64{m.Alive(h), m.AliveAt(h, span), m.Expected(h, span), m.New(span), m.Count(span, 0), m.Count(span, h.X)}
	for i, x := range v {
		low := x < 0
		high := i != 2 && i != 3 && x > 1+1e-9
		if math.IsNaN(x) || low || high {
			t.Errorf("%s: answer %d of %v", call, i, v)
			return
		}
	}
}
