package btyd_test

import (
	"math"
	"testing"

	"github.com/hotelcrm/hotelcrm/valuation"
	"github.com/hotelcrm/hotelcrm/valuation/btyd"
	"pgregory.net/rapid"
)

// anyModel draws a model of any parameters.
func anyModel(t *rapid.T) btyd.Model {
	shape := rapid.Float64Range(0.05, 8)
	p, q, r, s := shape.Draw(t, "p"), 5*shape.Draw(t, "q"), shape.Draw(t, "r"), shape.Draw(t, "s")
	switch rapid.IntRange(0, 3).Draw(t, "model") {
	case 0:
		return btyd.NBD{R: p, Alpha: q, Unit: valuation.Week}
	case 1:
		return btyd.BGNBD{R: p, Alpha: q, A: r, B: s, Unit: valuation.Week}
	case 2:
		return btyd.MBGNBD{R: p, Alpha: q, A: r, B: s, Unit: valuation.Week}
	}
	return btyd.ParetoNBD{R: p, Alpha: q, S: r, Beta: 5 * s, Unit: valuation.Week}
}

// The probabilities of all numbers of visits sum to 1, and their mean is the expected number.
func TestCountsAgreeWithExpectedStays(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		m, span := anyModel(t), rapid.Float64Range(0.1, 5).Draw(t, "t")
		h := btyd.History{X: rapid.IntRange(0, 6).Draw(t, "x"), T: rapid.Float64Range(1, 60).Draw(t, "T")}
		if h.X > 0 {
			h.Tx = h.T * rapid.Float64Range(0.01, 1).Draw(t, "share")
		}
		var all, mean, new, newMean float64
		for n := range 4000 {
			p, q := m.CountNext(h, span, n), m.Count(span, n)
			all, mean = all+p, mean+p*float64(n)
			new, newMean = new+q, newMean+q*float64(n)
			if n > 20 && p < 1e-17 && q < 1e-17 {
				break
			}
		}
		if math.Abs(all-1) > 1e-9 || math.Abs(new-1) > 1e-9 {
			t.Errorf("%s %+v %v: probabilities sum to %.12g and %.12g", m.Name(), m, h, all, new)
		}
		if want := m.Expected(h, span); math.Abs(mean-want) > 1e-8*(1+want) {
			t.Errorf("%s %+v %v: mean %.12g, expected stays %.12g", m.Name(), m, h, mean, want)
		}
		if want := m.New(span); math.Abs(newMean-want) > 1e-8*(1+want) {
			t.Errorf("%s %+v: mean %.12g, expected stays of a new guest %.12g", m.Name(), m, newMean, want)
		}
	})
}

func TestPredictionsAreMonotone(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		m, h := anyModel(t), anyHistory(t)
		alive, stays := m.Alive(h), 0.0
		for _, span := range []float64{0, 0.5, 3, 40, 1000} {
			later, more := m.AliveAt(h, span), m.Expected(h, span)
			if later > alive*(1+1e-12) || more < stays*(1-1e-12) || !(later >= 0) {
				t.Fatalf("%+v %v in %g: P(alive) %g after %g, stays %g after %g", m, h, span, later, alive, more, stays)
			}
			alive, stays = later, more
		}
		if now := m.AliveAt(h, 0); math.Abs(now-m.Alive(h)) > 1e-12 {
			t.Errorf("%+v %v: P(alive) in 0 is %g, now %g", m, h, now, m.Alive(h))
		}
	})
}

func TestUntilNextIsTheQuantile(t *testing.T) {
	h := btyd.History{X: 7, Tx: 35, T: 38.86}
	for _, m := range []btyd.Model{btyd.NBD{R: .4, Alpha: 12, Unit: valuation.Week}, paperBG(), paperMBG(), paperPareto()} {
		span, ok, err := btyd.UntilNext(m, h, 0.5)
		if err != nil || !ok {
			t.Fatal(m.Name(), ok, err)
		}
		if p := 1 - m.CountNext(h, span, 0); math.Abs(p-0.5) > 1e-9 {
			t.Errorf("%s: P(next stay in %g) is %g", m.Name(), span, p)
		}
	}
	if _, ok, err := btyd.UntilNext(paperBG(), btyd.History{X: 1, Tx: 1.71, T: 38.86}, 0.5); ok || err != nil {
		t.Errorf("a guest who left with 79 %% comes back with 50 %%: %v, %v", ok, err)
	}
	for _, p := range []float64{0, 1, math.NaN()} {
		if _, _, err := btyd.UntilNext(paperBG(), h, p); !isParam(err) {
			t.Errorf("probability %g: got error %v", p, err)
		}
	}
	if _, _, err := btyd.UntilNext(paperBG(), btyd.History{X: -1}, 0.5); !isRow(err) {
		t.Errorf("negative X: got error %v", err)
	}
	if _, _, err := btyd.UntilNext(btyd.BGNBD{}, h, 0.5); !isParam(err) {
		t.Errorf("no parameters: got error %v", err)
	}
}

func TestInvalidInputIsNaN(t *testing.T) {
	good := btyd.History{X: 1, Tx: 1, T: 2}
	for _, m := range []btyd.Model{btyd.NBD{R: 1, Alpha: 1}, paperBG(), paperMBG(), paperPareto()} {
		for _, h := range []btyd.History{{X: -1}, {X: 1, T: 2}, {Tx: 1, T: 2}, {X: 1, Tx: 3, T: 2}, {T: math.NaN()}, {X: 1, Tx: math.NaN(), T: 2}, {T: math.Inf(1)}, {X: 1 << 30, Tx: 1, T: 1}} {
			for i, x := range []float64{m.LogLikelihood(h), m.Alive(h), m.AliveAt(h, 1), m.Expected(h, 1), m.CountNext(h, 1, 0)} {
				if !math.IsNaN(x) {
					t.Errorf("%s %v: result %d is %g, want NaN", m.Name(), h, i, x)
				}
			}
		}
		for _, span := range []float64{-1, math.NaN(), math.Inf(1)} {
			for i, x := range []float64{m.AliveAt(good, span), m.Expected(good, span), m.New(span), m.Count(span, 1), m.Count(1, -1), m.CountNext(good, span, 0)} {
				if !math.IsNaN(x) {
					t.Errorf("%s in %g: result %d is %g, want NaN", m.Name(), span, i, x)
				}
			}
		}
	}
}

func TestPredictingOneGuestDoesNotAllocate(t *testing.T) {
	h := btyd.History{X: 2, Tx: 30.43, T: 38.86}
	for _, m := range []btyd.Model{btyd.NBD{R: .4, Alpha: 12}, paperBG(), paperMBG(), paperPareto()} {
		if n := testing.AllocsPerRun(100, func() {
			m.Alive(h)
			m.AliveAt(h, 39)
			m.Expected(h, 39)
			m.Expected(h, 1e6)
			m.LogLikelihood(h)
			m.CountNext(h, 39, 1)
		}); n != 0 {
			t.Errorf("%s: %g allocations", m.Name(), n)
		}
	}
}
