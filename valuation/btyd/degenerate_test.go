package btyd_test

import (
	"errors"
	"math"
	"math/rand/v2"
	"testing"

	"github.com/hotelcrm/hotelcrm/valuation"
	"github.com/hotelcrm/hotelcrm/valuation/btyd"
	"pgregory.net/rapid"
)

// fitAll fits every model of histories and returns the reports by name.
func fitAll(tb testing.TB, cells *btyd.Cells) map[string]btyd.Report {
	tb.Helper()
	out := map[string]btyd.Report{}
	keep := func(m btyd.Model, r btyd.Report, err error) {
		tb.Helper()
		if failed, ok := errors.AsType[*btyd.FitError](err); ok {
			r.Model = failed.Model
		} else if err != nil {
			tb.Fatal(err)
		} else {
			checkSane(tb, m, &r, cells)
		}
		out[r.Model] = r
	}
	nbd, err := btyd.FitNBD(cells, 1)
	keep(nbd.Model, nbd.Report, err)
	bg, err := btyd.FitBGNBD(cells, 1)
	keep(bg.Model, bg.Report, err)
	mbg, err := btyd.FitMBGNBD(cells, 1)
	keep(mbg.Model, mbg.Report, err)
	pareto, err := btyd.FitParetoNBD(cells, 1)
	keep(pareto.Model, pareto.Report, err)
	return out
}

// checkSane fails for anything in a fit or in its predictions that is not a number, and for a fit that is neither proved
// nor warned about.
func checkSane(tb testing.TB, m btyd.Model, r *btyd.Report, cells *btyd.Cells) {
	tb.Helper()
	numbers := []float64{r.LogLikelihood, r.GradientNorm, r.AIC, r.BIC}
	numbers = append(numbers, r.Eigenvalues...)
	for i, p := range r.Params {
		numbers = append(numbers, p.Value, p.StdErr)
		if r.Covariance != nil {
			numbers = append(numbers, r.Covariance[i]...)
		}
		if !(p.Value > 0) {
			tb.Fatalf("%s: %s is %g", r.Model, p.Name, p.Value)
		}
	}
	for _, c := range cells.All() {
		alive, later, stays := m.Alive(c.History), m.AliveAt(c.History, 3), m.Expected(c.History, 3)
		numbers = append(numbers, m.LogLikelihood(c.History), alive, later, stays, m.New(3), m.Count(3, 2))
		if alive < 0 || alive > 1 || later > alive*(1+1e-9) || stays < 0 {
			tb.Fatalf("%s %+v %v: P(alive) %g, later %g, stays %g", r.Model, r.Params, c.History, alive, later, stays)
		}
	}
	for i, x := range numbers {
		if math.IsNaN(x) || math.IsInf(x, 0) {
			tb.Fatalf("%s: number %d of fit and predictions is %g; report %+v", r.Model, i, x, *r)
		}
	}
	if len(r.Warnings) == 0 && (r.Covariance == nil || r.GradientNorm > 1e-3 || r.Eigenvalues[0] <= 0) {
		tb.Fatalf("%s: neither proved nor warned about: %+v", r.Model, *r)
	}
}

func newCells(tb testing.TB, histories []btyd.History) *btyd.Cells {
	tb.Helper()
	cells, err := btyd.CellsOf(valuation.Month, histories)
	if err != nil {
		tb.Fatal(err)
	}
	return cells
}

func repeat(n int, h btyd.History) []btyd.History {
	out := make([]btyd.History, n)
	for i := range out {
		out[i] = h
	}
	return out
}

// nobodyChurned are guests who come at their own rate and are all still there.
func nobodyChurned(n int) []btyd.History {
	rng := rand.New(rand.NewPCG(5, 6))
	out := make([]btyd.History, n)
	for i := range out {
		out[i] = btyd.NBD{R: 2, Alpha: 1, Unit: valuation.Month}.Simulate(rng, 24)
	}
	return out
}

func TestDegenerateDataWarns(t *testing.T) {
	t.Parallel()
	heavy := append(repeat(50, btyd.History{T: 30}), btyd.History{X: 2000, Tx: 29.9, T: 30}, btyd.History{X: 3, Tx: 20, T: 30})
	tests := []struct {
		name      string
		histories []btyd.History
	}{
		{"one guest", []btyd.History{{X: 3, Tx: 5, T: 9}}},
		{"one guest, one repeat, just now", []btyd.History{{X: 1, Tx: 9, T: 9}}},
		{"identical rows", repeat(500, btyd.History{X: 4, Tx: 20, T: 30})},
		{"identical rows, just now", repeat(500, btyd.History{X: 4, Tx: 30, T: 30})},
		{"nobody churned", nobodyChurned(800)},
		{"one repeat in a thousand", append(repeat(999, btyd.History{T: 12}), btyd.History{X: 1, Tx: 2, T: 12})},
		{"two thousand visits", heavy},
		{"only two thousand visits", []btyd.History{{X: 2000, Tx: 30, T: 30}}},
		{"a hundred thousand visits", []btyd.History{{X: 100_000, Tx: 30, T: 30}, {T: 30}}},
		{"tiny times", repeat(10, btyd.History{X: 2, Tx: 1e-9, T: 1e-8})},
		{"huge and tiny times", []btyd.History{{X: 2, Tx: 1e-9, T: 1e9}, {X: 5, Tx: 1e9, T: 1e9}, {T: 0}}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			for name, r := range fitAll(t, newCells(t, test.histories)) {
				if name == "NBD" {
					continue // may well be the right model
				}
				if len(r.Warnings) == 0 {
					t.Errorf("%s: no warning: %+v", name, r)
				}
				t.Log(name, r.Params, r.LogLikelihood, r.Evaluations, r.Warnings)
			}
		})
	}
}

func TestNobodyChurnedNamesTheNestedModel(t *testing.T) {
	reports := fitAll(t, newCells(t, nobodyChurned(800)))
	for _, name := range []string{"BG/NBD", "Pareto/NBD"} {
		r := reports[name]
		if !r.Warned(btyd.WarnNoChurn) || !r.Warned(btyd.WarnBoundary) {
			t.Errorf("%s: warnings %v, want no-churn and boundary", name, r.Warnings)
		}
		if gap := r.LogLikelihood - reports["NBD"].LogLikelihood; math.Abs(gap) > 0.01 {
			t.Errorf("%s: log-likelihood %.6f, the nested NBD has %.6f", name, r.LogLikelihood, reports["NBD"].LogLikelihood)
		}
	}
}

func TestNoRepeatsIsAnError(t *testing.T) {
	for _, histories := range [][]btyd.History{repeat(100, btyd.History{T: 30}), {{}}} {
		_, err := btyd.FitBGNBD(newCells(t, histories), 1)
		failed, ok := errors.AsType[*btyd.FitError](err)
		if !ok || failed.Code != btyd.WarnNoRepeats || failed.Model != "BG/NBD" {
			t.Errorf("got error %v, want no-repeats", err)
		}
	}
	if _, err := btyd.FitParetoNBD(newCells(t, nil), 1); !isParam(err) {
		t.Errorf("no guests: got error %v", err)
	}
	if _, err := btyd.FitNBD(newCells(t, repeat(1, btyd.History{X: 1, Tx: 1, T: 1})), -1); !isParam(err) {
		t.Errorf("negative workers: got error %v", err)
	}
}

func anyHistory(t *rapid.T) btyd.History {
	h := btyd.History{X: rapid.OneOf(rapid.Just(0), rapid.IntRange(0, 5), rapid.IntRange(0, 300)).Draw(t, "x")}
	h.T = rapid.OneOf(rapid.Float64Range(1e-3, 1e3), rapid.Just(30.0)).Draw(t, "t")
	if h.X > 0 {
		h.Tx = h.T * rapid.OneOf(rapid.Just(1.0), rapid.Float64Range(1e-6, 1)).Draw(t, "share")
	}
	return h
}

// Small random data sets: fits are sane or say why not.
func TestFitsOfAnyDataAreSane(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(rt *rapid.T) {
		histories := rapid.SliceOfN(rapid.Custom(anyHistory), 1, 12).Draw(rt, "guests")
		fitAll(t, newCells(t, histories))
	})
}

func FuzzFit(f *testing.F) {
	f.Add([]byte{0, 0, 100, 3, 200, 255, 1, 255, 255})
	f.Fuzz(func(t *testing.T, data []byte) {
		var histories []btyd.History
		for ; len(data) >= 3 && len(histories) < 20; data = data[3:] {
			h := btyd.History{X: int(data[0]), T: math.Exp(float64(data[2])/16 - 6)}
			if h.X > 0 {
				h.Tx = h.T * (float64(data[1]) + 1) / 256
			}
			histories = append(histories, h)
		}
		if len(histories) > 0 {
			fitAll(t, newCells(t, histories))
		}
	})
}
