package btyd_test

import (
	"errors"
	"math"
	"testing"

	"github.com/hotelcrm/hotelcrm/internal/special"
	"github.com/hotelcrm/hotelcrm/valuation"
	"github.com/hotelcrm/hotelcrm/valuation/btyd"
	"pgregory.net/rapid"
)

// sampleHistories are the 2,357 customers of the CDNOW sample at full precision, in weeks, and how often each came in
// the 39 weeks after.
func sampleHistories(t testing.TB) (histories []btyd.History, after []int) {
	t.Helper()
	for _, row := range table(t, "cdnow/cdnow_cbs_39weeks.csv", 1, 2, 3, 4) {
		// The file has times to 15 digits; they are whole days.
		days := func(weeks float64) float64 { return math.Round(weeks*7) / 7 }
		histories = append(histories, btyd.History{X: int(row[0]), Tx: days(row[1]), T: days(row[2])})
		after = append(after, int(row[3]))
	}
	return histories, after
}

func cellsOf(t testing.TB, unit valuation.Period, histories []btyd.History) *btyd.Cells {
	t.Helper()
	cells, err := btyd.CellsOf(unit, histories)
	if err != nil {
		t.Fatal(err)
	}
	return cells
}

// Bemmaor and Glady (2012) have .553, 10.578, .0002, .603 and .0026 for these data.
func TestGGompertzMeetsTheQuadrature(t *testing.T) {
	m := btyd.GGompertz{R: .553, Alpha: 10.578, B: .0002, S: .603, Beta: .0026, Unit: valuation.Week}
	for _, test := range []struct {
		history           btyd.History
		logLikelihood, pa float64
	}{
		{btyd.History{T: 38.86}, -.538067356143, .316416840442},
		{btyd.History{X: 2, Tx: 30.43, T: 38.86}, -9.50619605197, .872656234748},
	} {
		wantClose(t, "log-likelihood", m.LogLikelihood(test.history), test.logLikelihood, 1e-11)
		wantClose(t, "alive", m.Alive(test.history), test.pa, 1e-11)
	}
	for after, want := range map[float64]float64{1: .0511132557991, 39: 1.25551464742, 78: 1.99185609959} {
		wantClose(t, "new guest", m.New(after), want, 1e-11)
	}
	var sum, mean float64
	for n := range 400 {
		p := m.Count(39, n)
		sum += p
		mean += float64(n) * p
	}
	wantClose(t, "all counts", sum, 1, 1e-11)
	wantClose(t, "mean count", mean, m.New(39), 1e-11)
}

// The sample has its maximum at the edge b = 0, where the model is the Pareto/NBD.
func TestFitGGompertzFlagsTheEdge(t *testing.T) {
	histories, _ := sampleHistories(t)
	fit, err := btyd.FitGGompertz(cellsOf(t, valuation.Week, histories), 1)
	if err != nil {
		t.Fatal(err)
	}
	if fit.Report.LogLikelihood < -9594.9763 || !fit.Report.Warned(btyd.WarnBoundary) {
		t.Errorf("got %.6f, %v", fit.Report.LogLikelihood, fit.Report.Warnings)
	}
	wantClose(t, "log-likelihood of Pareto/NBD", fit.Report.LogLikelihood, -9594.97617894, 1e-10)
	wantClose(t, "r", fit.Model.R, .553277047, fromFit)
	wantClose(t, "alpha", fit.Model.Alpha, 10.577683463, fromFit)
	wantClose(t, "s", fit.Model.S, .606239988, 1e-4)
	wantClose(t, "beta/b", fit.Model.Beta/fit.Model.B, 11.668735249, 1e-3)
}

// With b = 0 in all but name the model is the Pareto/NBD: these are its figures.
func TestGGompertzNearTheParetoEdge(t *testing.T) {
	const b = 1e-9
	m := btyd.GGompertz{R: .553275509, Alpha: 10.577612238, B: b, S: .606213569, Beta: 11.667911259 * b, Unit: valuation.Week}
	for _, test := range []struct {
		history                                 btyd.History
		logLikelihood, alive, expected, aliveAt float64
	}{
		{btyd.History{T: 38.86}, -.521201793459, .295097158477, .107059792786, .208624421144},
		{btyd.History{X: 1, Tx: 1.71, T: 38.86}, -4.44970950368, .167871978088, .1709805174, .118680215138},
		{btyd.History{X: 26, Tx: 30.86, T: 31}, -39.1307656306, .997917943333, 20.1158671814, .673244596529},
		{btyd.History{X: 221, Tx: 103.42857, T: 103.57143}, math.NaN(), .99913375779, 69.0278658135, math.NaN()},
	} {
		h := test.history
		if h.X < 100 {
			wantClose(t, "log-likelihood", m.LogLikelihood(h), test.logLikelihood, 1e-7)
			wantClose(t, "alive later", m.AliveAt(h, 39), test.aliveAt, 1e-7)
		}
		wantClose(t, "alive", m.Alive(h), test.alive, 1e-7)
		wantClose(t, "expected", m.Expected(h, 39), test.expected, 1e-7)
	}
	for _, h := range []btyd.History{{X: 300, Tx: 10, T: 400}, {X: 1000, Tx: 50, T: 400}} {
		wantClose(t, "log-likelihood in silence", m.LogLikelihood(h), paperPareto().LogLikelihood(h), 1e-9)
		if alive, log := m.Alive(h), m.LogLikelihood(h); alive > 1e-300 || math.IsNaN(log) || math.IsInf(log, 0) {
			t.Errorf("%v: alive %v, log-likelihood %v", h, alive, log)
		}
	}
}

// plainGGompertz is P(alive) by rules of 16 nodes on 600 pieces of the age of leaving, the finer the nearer to the last
// visit.
func plainGGompertz(m btyd.GGompertz, h btyd.History) float64 {
	const pieces = 600
	depth := func(u float64) float64 { return math.Log1p(math.Expm1(m.B*u) / m.Beta) }
	power := m.R + float64(h.X)
	density := func(u float64) float64 {
		return m.B * m.S / m.Beta * math.Exp(m.B*u-(m.S+1)*depth(u)-power*math.Log((m.Alpha+u)/(m.Alpha+h.T)))
	}
	nodes, weights := special.GaussLegendre(16)
	scale := (h.T - h.Tx) / 1e6
	width := math.Log1p(1e6) / pieces
	var sum float64
	for k := range pieces {
		for i, node := range nodes {
			grown := scale * math.Exp((float64(k)+(node+1)/2)*width)
			sum += weights[i] * width / 2 * grown * density(h.Tx+grown-scale)
		}
	}
	stayed := math.Exp(-m.S * depth(h.T))
	return stayed / (stayed + sum)
}

func TestGGompertzMeetsAPlainSum(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		log := func(name string, low, high float64) float64 {
			return math.Exp(rapid.Float64Range(math.Log(low), math.Log(high)).Draw(t, name))
		}
		m := btyd.GGompertz{
			R: log("r", .01, 100), Alpha: log("alpha", .01, 1000), B: log("b", 1e-5, 2), S: log("s", .01, 20), Beta: log("beta", 1e-3, 1e6),
			Unit: valuation.Week,
		}
		h := btyd.History{T: rapid.Float64Range(1, 60).Draw(t, "t")}
		if h.X = rapid.IntRange(0, 100).Draw(t, "x"); h.X > 0 {
			h.Tx = rapid.Float64Range(.1, 1).Draw(t, "share") * h.T
		}
		if got, want := m.Alive(h), plainGGompertz(m, h); math.Abs(got-want) > 1e-11 {
			t.Fatalf("alive %v, want %v", got, want)
		}
	})
}

func TestFitGGompertzOfPoorData(t *testing.T) {
	for _, histories := range [][]btyd.History{
		{{X: 1, Tx: 1, T: 2}},
		{{X: 2, Tx: 5, T: 5}, {X: 2, Tx: 5, T: 5}},
		{{X: 2000, Tx: 10, T: 10}, {T: 10}},
		{{X: 3, Tx: 30, T: 30}, {X: 5, Tx: 29, T: 30}, {X: 1, Tx: 25, T: 30}},
	} {
		fit, err := btyd.FitGGompertz(cellsOf(t, valuation.Week, histories), 1)
		if err != nil || fit.Model.Validate() != nil || len(fit.Report.Warnings) == 0 || math.IsNaN(fit.Report.LogLikelihood) {
			t.Errorf("%v: got %+v, %v", histories, fit, err)
		}
	}
	_, err := btyd.FitGGompertz(cellsOf(t, valuation.Week, []btyd.History{{T: 4}, {T: 5}}), 1)
	if wrong, ok := errors.AsType[*btyd.FitError](err); !ok || wrong.Code != btyd.WarnNoRepeats {
		t.Errorf("got %v", err)
	}
}

func TestGGompertzPredictsWithoutAllocation(t *testing.T) {
	m := btyd.GGompertz{R: .553, Alpha: 10.578, B: .02, S: .603, Beta: .26, Unit: valuation.Week}
	h := btyd.History{X: 2, Tx: 30, T: 38}
	if n := testing.AllocsPerRun(100, func() { _ = m.Alive(h) + m.Expected(h, 52) + m.LogLikelihood(h) + m.New(20) }); n != 0 {
		t.Errorf("%v allocations", n)
	}
}

func BenchmarkFitGGompertz(b *testing.B) {
	histories, _ := sampleHistories(b)
	cells := cellsOf(b, valuation.Week, histories)
	b.ReportAllocs()
	for b.Loop() {
		if _, err := btyd.FitGGompertz(cells, 1); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkGGompertzExpected(b *testing.B) {
	m := btyd.GGompertz{R: .553, Alpha: 10.578, B: .02, S: .603, Beta: .26, Unit: valuation.Week}
	h := btyd.History{X: 2, Tx: 30, T: 38}
	b.ReportAllocs()
	for b.Loop() {
		m.Expected(h, 52)
	}
}
