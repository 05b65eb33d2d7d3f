package btyd_test

import (
	"errors"
	"math"
	"slices"
	"testing"

	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/internal/refusetest"
	"github.com/hotelcrm/hotelcrm/valuation"
	"github.com/hotelcrm/hotelcrm/valuation/btyd"
	"pgregory.net/rapid"
)

// donors is the cohort of 1995 of a charity over the six years after, Fader, Hardie and Shang (2010), table 1.
func donors(t testing.TB) *btyd.OccasionCells {
	t.Helper()
	var list []btyd.OccasionCell
	for _, row := range [][3]int{
		{0, 0, 3464},
		{1, 1, 1091},
		{1, 2, 277},
		{1, 3, 129},
		{1, 4, 78},
		{1, 5, 119},
		{1, 6, 129},
		{2, 2, 613},
		{2, 3, 255},
		{2, 4, 155},
		{2, 5, 173},
		{2, 6, 234},
		{3, 3, 322},
		{3, 4, 181},
		{3, 5, 225},
		{3, 6, 357},
		{4, 4, 240},
		{4, 5, 284},
		{4, 6, 512},
		{5, 5, 335},
		{5, 6, 728},
		{6, 6, 1203},
	} {
		list = append(list, btyd.OccasionCell{Occasions: btyd.Occasions{X: row[0], Tx: row[1], N: 6}, Guests: int64(row[2])})
	}
	cells, err := btyd.NewOccasionCells(valuation.Year, list)
	if err != nil {
		t.Fatal(err)
	}
	return cells
}

// donorModel is the maximum for the donors.
var donorModel = btyd.BGBB{Alpha: 1.203522351, Beta: .749716358, Gamma: .656718209, Delta: 2.783442234, Unit: valuation.Year}

func TestFitBGBBMeetsTheTable(t *testing.T) {
	fit, err := btyd.FitBGBB(donors(t), 1)
	if err != nil {
		t.Fatal(err)
	}
	stdErr := []float64{.06939135, .02944771, .05100985, .32081894}
	for i, p := range donorModel.Params() {
		got := fit.Report.Params[i]
		wantClose(t, p.Name, got.Value, p.Value, 1e-8)
		wantClose(t, "standard error of "+p.Name, got.StdErr, stdErr[i], 1e-6)
	}
	if math.Abs(fit.Report.LogLikelihood+33225.58127435) > 2e-8 || len(fit.Report.Warnings) > 0 || fit.Report.Guests != 11104 || fit.Report.Cells != 22 {
		t.Errorf("got %+v", fit.Report)
	}
	var sum, next float64
	for _, c := range donors(t).All() {
		sum += float64(c.Guests) * fit.Model.LogLikelihood(c.Occasions)
		next += float64(c.Guests) * fit.Model.Expected(c.Occasions, 5)
	}
	wantClose(t, "log-likelihood of the model", sum, fit.Report.LogLikelihood, 1e-13)
	// Hardie's worksheet has 12884.2 at parameters of three or four decimals.
	wantClose(t, "donations in the next five years", next, 12884.2, 5e-5)
}

func TestBGBBAtTheMaximum(t *testing.T) {
	tests := []struct {
		x, tx                     int
		alive, expected, residual float64
	}{
		{0, 0, .108133281859, .0728633410116, .114752715554},
		{1, 1, .0694618073474, .0856957089779, .134962454095},
		{1, 6, .930433575471, 1.1478849738, 1.80780782294},
		{4, 4, .200179034137, .583191990416, .918470985002},
		{6, 6, .930433575471, 3.75254422147, 5.90989424408},
	}
	for _, test := range tests {
		o := btyd.Occasions{X: test.x, Tx: test.tx, N: 6}
		wantClose(t, "alive", donorModel.Alive(o), test.alive, closedForm)
		wantClose(t, "expected", donorModel.Expected(o, 5), test.expected, closedForm)
		residual, err := donorModel.Residual(o, yearly(t, "0.10"))
		if err != nil {
			t.Fatal(err)
		}
		wantClose(t, "residual", residual, test.residual, closedForm)
	}
	wantClose(t, "log-likelihood", donorModel.LogLikelihood(btyd.Occasions{X: 6, Tx: 6, N: 6}), -2.18167349314, closedForm)
	for n, want := range map[int]float64{1: .498542689764, 6: 2.22016934353, 11: 3.38865423071} {
		wantClose(t, "new guest", donorModel.New(n), want, closedForm)
	}
	// Table 6 of the paper.
	wantClose(t, "people who never gave", 11104*donorModel.Count(6, 0), 3454.9, 2e-5)
	wantClose(t, "people who always gave", 11104*donorModel.Count(6, 6), 1253.1, 5e-5)
}

// plainBGBB is the likelihood by its definition, term by term.
func plainBGBB(m btyd.BGBB, o btyd.Occasions) float64 {
	lbeta := func(a, b float64) float64 {
		p, _ := math.Lgamma(a)
		q, _ := math.Lgamma(b)
		r, _ := math.Lgamma(a + b)
		return p + q - r
	}
	x, tx, n := float64(o.X), float64(o.Tx), float64(o.N)
	sum := math.Exp(lbeta(m.Alpha+x, m.Beta+n-x) - lbeta(m.Alpha, m.Beta) + lbeta(m.Gamma, m.Delta+n) - lbeta(m.Gamma, m.Delta))
	for i := range o.N - o.Tx {
		sum += math.Exp(lbeta(m.Alpha+x, m.Beta+tx-x+float64(i)) - lbeta(m.Alpha, m.Beta) + lbeta(m.Gamma+1, m.Delta+tx+float64(i)) - lbeta(m.Gamma, m.Delta))
	}
	return math.Log(sum)
}

func TestBGBBHoldsTogether(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		shape := rapid.Float64Range(.05, 20)
		m := btyd.BGBB{Alpha: shape.Draw(t, "alpha"), Beta: shape.Draw(t, "beta"), Gamma: shape.Draw(t, "gamma"), Delta: shape.Draw(t, "delta"), Unit: valuation.Year}
		n := rapid.IntRange(1, 40).Draw(t, "n")
		tx := rapid.IntRange(0, n).Draw(t, "tx")
		o := btyd.Occasions{X: rapid.IntRange(min(tx, 1), tx).Draw(t, "x"), Tx: tx, N: n}
		if got, want := m.LogLikelihood(o), plainBGBB(m, o); math.Abs(got-want) > 1e-10*(1+math.Abs(want)) {
			t.Fatalf("log-likelihood %v, want %v", got, want)
		}
		var all, mean float64
		for x := range n + 1 {
			p := m.Count(n, x)
			all += p
			mean += float64(x) * p
		}
		if math.Abs(all-1) > 1e-9 || math.Abs(mean-m.New(n)) > 1e-9*(1+mean) {
			t.Fatalf("counts sum to %v with mean %v, want 1 and %v", all, mean, m.New(n))
		}
		if alive := m.Alive(o); !(alive >= 0 && alive <= 1) {
			t.Fatalf("alive %v", alive)
		}
	})
}

func TestBGBBStaysFiniteForLongSilence(t *testing.T) {
	o := btyd.Occasions{X: 3000, Tx: 3000, N: 36500}
	if alive, expected := donorModel.Alive(o), donorModel.Expected(o, 100); alive != 0 || expected != 0 {
		t.Errorf("got %v and %v", alive, expected)
	}
}

func TestOccasionCells(t *testing.T) {
	one := []btyd.OccasionCell{{Occasions: btyd.Occasions{X: 1, Tx: 2, N: 3}, Guests: 2}, {Occasions: btyd.Occasions{N: 3}, Guests: 1}, {Occasions: btyd.Occasions{X: 1, Tx: 2, N: 3}, Guests: 5}}
	cells, err := btyd.NewOccasionCells(valuation.Year, one)
	if err != nil || cells.Len() != 2 || cells.Guests() != 8 || cells.Unit() != valuation.Year {
		t.Fatalf("got %+v, %v", cells, err)
	}
	both, err := cells.Merge(cells)
	if err != nil || both.Len() != 2 || both.Guests() != 16 {
		t.Errorf("got %+v, %v", both, err)
	}
	slices.Reverse(one)
	turned, err := btyd.NewOccasionCells(valuation.Year, one)
	if err != nil {
		t.Fatal(err)
	}
	for i, c := range turned.All() {
		for j, d := range cells.All() {
			if i == j && c != d {
				t.Errorf("got %v, want %v", c, d)
			}
		}
	}
	monthly, err := btyd.NewOccasionCells(valuation.Month, nil)
	if err != nil {
		t.Fatal(err)
	}
	_, err = cells.Merge(monthly)
	refusetest.Param(t, err, "unit")
}

func TestOccasionCellsRefuse(t *testing.T) {
	for _, test := range []struct {
		cell  btyd.OccasionCell
		field string
	}{
		{btyd.OccasionCell{Occasions: btyd.Occasions{X: 2, Tx: 1, N: 3}, Guests: 1}, "X"},
		{btyd.OccasionCell{Occasions: btyd.Occasions{X: 0, Tx: 1, N: 3}, Guests: 1}, "X"},
		{btyd.OccasionCell{Occasions: btyd.Occasions{X: 1, Tx: 4, N: 3}, Guests: 1}, "Tx"},
		{btyd.OccasionCell{Occasions: btyd.Occasions{X: 0, Tx: 0, N: -1}, Guests: 1}, "N"},
		{btyd.OccasionCell{Occasions: btyd.Occasions{X: 0, Tx: 0, N: 1}}, "Guests"},
	} {
		_, err := btyd.NewOccasionCells(valuation.Year, []btyd.OccasionCell{{Guests: 1}, test.cell})
		if row, ok := errors.AsType[*hotelcrm.RowError](err); !ok || row.Row != 2 || row.Field != test.field {
			t.Errorf("%v: got %v", test.cell, err)
		}
	}
	_, err := btyd.NewOccasionCells(0, nil)
	refusetest.Param(t, err, "unit")
	_, err = btyd.FitBGBB(nil, 1)
	refusetest.Param(t, err, "cells")
}

func TestFitBGBBOfPoorData(t *testing.T) {
	cell := func(x, tx, n int, guests int64) btyd.OccasionCell {
		return btyd.OccasionCell{Occasions: btyd.Occasions{X: x, Tx: tx, N: n}, Guests: guests}
	}
	for _, list := range [][]btyd.OccasionCell{
		{}, {cell(0, 0, 0, 5)}, {cell(0, 0, 6, 5)}, {cell(6, 6, 6, 1)}, {cell(1, 1, 1, 1)}, {cell(1, 3, 6, 1)}, {cell(2000, 2000, 2000, 3)}, {cell(1, 1, 2, 1), cell(0, 0, 1, 1)},
	} {
		cells, err := btyd.NewOccasionCells(valuation.Year, list)
		if err != nil {
			t.Fatal(err)
		}
		fit, err := btyd.FitBGBB(cells, 1)
		if _, refused := errors.AsType[*btyd.FitError](err); refused {
			continue
		}
		if err != nil || fit.Model.Validate() != nil || len(fit.Report.Warnings) == 0 || math.IsNaN(fit.Report.LogLikelihood) {
			t.Errorf("%v: got %+v, %v", list, fit, err)
		}
	}
}

func TestBGBBPredictsWithoutAllocation(t *testing.T) {
	o := btyd.Occasions{X: 2, Tx: 3, N: 6}
	if n := testing.AllocsPerRun(100, func() { _ = donorModel.Alive(o) + donorModel.Expected(o, 5) + donorModel.LogLikelihood(o) }); n != 0 {
		t.Errorf("%v allocations", n)
	}
}

func BenchmarkFitBGBB(b *testing.B) {
	cells := donors(b)
	b.ReportAllocs()
	for b.Loop() {
		if _, err := btyd.FitBGBB(cells, 1); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkBGBBPredict(b *testing.B) {
	o := btyd.Occasions{X: 4, Tx: 4, N: 6}
	b.ReportAllocs()
	for b.Loop() {
		donorModel.Expected(o, 5)
	}
}
