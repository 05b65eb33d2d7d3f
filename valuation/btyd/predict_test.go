package btyd_test

import (
	"errors"
	"math"
	"math/rand/v2"
	"testing"

	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/internal/refusetest"
	"github.com/hotelcrm/hotelcrm/valuation"
	"github.com/hotelcrm/hotelcrm/valuation/btyd"
)

func rate(tb testing.TB, text string) valuation.Rate {
	tb.Helper()
	r, err := valuation.ParseRate(text)
	if err != nil {
		tb.Fatal(err)
	}
	return r
}

// predictorAt returns a predictor of a model as if it had been fitted, with errors of 10 % that are independent.
func predictorAt[M btyd.Model](tb testing.TB, m M) *btyd.Predictor {
	tb.Helper()
	report := btyd.Report{Model: m.Name(), Unit: m.Period()}
	for i, p := range m.Params() {
		report.Params = append(report.Params, btyd.Estimate{Param: p, StdErr: p.Value / 10})
		row := make([]float64, len(m.Params()))
		row[i] = 0.01
		report.Covariance = append(report.Covariance, row)
	}
	p, err := btyd.NewPredictor(btyd.Fit[M]{Model: m, Report: report})
	if err != nil {
		tb.Fatal(err)
	}
	return p
}

func residual(tb testing.TB, rate valuation.Rate) btyd.Quantity {
	tb.Helper()
	q, err := btyd.Residual(rate)
	if err != nil {
		tb.Fatal(err)
	}
	return q
}

func TestResidualStaysAgainstTable(t *testing.T) {
	perWeek := residual(t, rate(t, "continuous 0.0027 per week"))
	perYear := residual(t, rate(t, "0.15 per year")) // 15 % a year, a 52nd of its force a week
	paper := btyd.ParetoNBD{R: .553, Alpha: 10.578, S: .606, Beta: 11.669, Unit: valuation.Week}
	tests := []struct {
		model      btyd.ParetoNBD
		h          btyd.History
		week, year float64
	}{
		{paperPareto(), btyd.History{T: 38.86}, .476930860908, .47825148182},
		{paperPareto(), btyd.History{T: 27}, .732603436819, .734566312662},
		{paperPareto(), btyd.History{X: 1, Tx: 1.71, T: 38.86}, .761685439882, .763794545839},
		{paperPareto(), btyd.History{X: 2, Tx: 30.43, T: 38.86}, 6.48224937066, 6.50019871044},
		{paperPareto(), btyd.History{X: 26, Tx: 30.86, T: 31}, 86.0309289776, 86.2642081261},
		{paperPareto(), btyd.History{X: 7, Tx: 35, T: 38.86}, 20.6531681931, 20.710356788},
		{paperPareto(), btyd.History{X: 7, Tx: 35, T: 39}, 20.5539592208, 20.6108928541},
		{paper, btyd.History{X: 2, Tx: 30.43, T: 38.86}, 6.48377356773, none},
		{paper, btyd.History{X: 7, Tx: 35, T: 39}, 20.5596496363, none},
	}
	for _, test := range tests {
		p := predictorAt(t, test.model)
		for i, q := range []btyd.Quantity{perWeek, perYear} {
			got, err := p.Predict(test.h, q, 0.95)
			if err != nil {
				t.Fatal(err)
			}
			check(t, test.model, test.h, q.String(), got.Value, []float64{test.week, test.year}[i])
		}
	}
}

// Discounted visits in a long time, by quadrature of the expected visits, come to the closed form of all to come.
func TestResidualStaysAreAllDiscountedStays(t *testing.T) {
	t.Parallel()
	const close = 1e-8 // what e^-45 and the quadrature leave
	discount := rate(t, "continuous 3 per year")
	long, err := btyd.Discounted(discount, valuation.Horizon{N: 15, Period: valuation.Year})
	if err != nil {
		t.Fatal(err)
	}
	all := residual(t, discount)
	for _, p := range []*btyd.Predictor{
		predictorAt(t, btyd.NBD{R: .38, Alpha: 12, Unit: valuation.Week}), predictorAt(t, paperBG()), predictorAt(t, paperMBG()), predictorAt(t, paperPareto()),
		predictorAt(t, btyd.BGNBD{R: 3, Alpha: .01, A: 1.5, B: .2, Unit: valuation.Month}), predictorAt(t, btyd.MBGNBD{R: .1, Alpha: 40, A: .05, B: 6, Unit: valuation.Day}),
		predictorAt(t, btyd.ParetoNBD{R: .3, Alpha: 1, S: 2.5, Beta: 100, Unit: valuation.Week}),
		predictorAt(t, btyd.GGompertz{R: .55, Alpha: 10, B: .02, S: .6, Beta: .3, Unit: valuation.Week}),
		predictorAt(t, btyd.GGompertz{R: .5, Alpha: 20, B: .1, S: .3, Beta: 30, Unit: valuation.Week}),
		predictorAt(t, btyd.MBGCNBD{K: 3, R: 1.3, Alpha: 2.8, A: .4, B: .8, Unit: valuation.Week}),
	} {
		for _, h := range []btyd.History{{}, {T: 20}, {X: 3, Tx: 19, T: 20}, {X: 60, Tx: 99, T: 100}} {
			want, err := p.Predict(h, long, 0.9)
			if err != nil {
				t.Fatal(err)
			}
			got, err := p.Predict(h, all, 0.9)
			if err != nil {
				t.Fatal(err)
			}
			if math.Abs(got.Value-want.Value) > close*want.Value || math.Abs(got.StdErr-want.StdErr) > 1e-5*want.StdErr {
				t.Errorf("%v: residual stays %+v, by quadrature %+v", h, got, want)
			}
		}
	}
}

func TestResidualStaysWithoutDiscount(t *testing.T) {
	free := residual(t, rate(t, "0 per year"))
	h := btyd.History{X: 2, Tx: 30.43, T: 38.86}
	if _, err := predictorAt(t, paperPareto()).Predict(h, free, 0.95); !isRow(err) {
		t.Errorf("s < 1: got error %v, want a row error: the sum diverges", err)
	}
	if _, err := predictorAt(t, paperBG()).Predict(h, free, 0.95); !isRow(err) {
		t.Errorf("a < 1: got error %v, want a row error: the sum diverges", err)
	}
	m := paperBG()
	m.A = 2
	got, err := predictorAt(t, m).Predict(h, free, 0.95)
	if err != nil {
		t.Fatal(err)
	}
	if want := m.Alive(h) * (m.A + m.B + 1); math.Abs(got.Value-want) > 1e-12*want {
		t.Errorf("a = 2: got %.12g, want P(alive)·(a+b+x-1)/(a-1) = %.12g", got.Value, want)
	}
	if _, err := btyd.Residual(rate(t, "-0.1 per year")); !isParam(err) {
		t.Errorf("negative rate: got error %v", err)
	}
	if _, err := btyd.Residual(valuation.Rate{}); !isParam(err) {
		t.Errorf("unset rate: got error %v", err)
	}
}

func isRow(err error) bool   { _, ok := errors.AsType[*hotelcrm.RowError](err); return ok }
func isParam(err error) bool { _, ok := errors.AsType[*hotelcrm.ParamError](err); return ok }

// The cohort figures of the sample at its own maximum.
func TestCohortTotals(t *testing.T) {
	t.Parallel()
	split := cdnow(t, sampleFile, valuation.Week)
	cells, err := split.Cells()
	if err != nil {
		t.Fatal(err)
	}
	stays, err := btyd.Stays(valuation.Horizon{N: 39, Period: valuation.Week})
	if err != nil {
		t.Fatal(err)
	}
	bg, err := btyd.FitBGNBD(cells, 1)
	if err != nil {
		t.Fatal(err)
	}
	mbg, err := btyd.FitMBGNBD(cells, 1)
	if err != nil {
		t.Fatal(err)
	}
	pareto, err := btyd.FitParetoNBD(cells, 1)
	if err != nil {
		t.Fatal(err)
	}
	nbd, err := btyd.FitNBD(cells, 1)
	if err != nil {
		t.Fatal(err)
	}
	tests := []struct {
		predictor *btyd.Predictor
		q         btyd.Quantity
		want      float64
		within    float64 // half of the last digit printed, or what a parameter of 9 digits leaves
	}{
		{mustPredict(t, bg), stays, 1653.4086977, 2e-6},
		{mustPredict(t, mbg), stays, 1576.728, 6e-4},
		{mustPredict(t, pareto), stays, 1665.5131078, 2e-5},
		{mustPredict(t, nbd), stays, 2929.820, 6e-4},
		{mustPredict(t, bg), btyd.Alive(), 1917.2776712, 2e-6},
		{mustPredict(t, pareto), btyd.Alive(), 1051.8752471, 2e-4},
		{mustPredict(t, pareto), residual(t, rate(t, "continuous 0.0027 per week")), 7185.9722148, 2e-3},
	}
	for _, test := range tests {
		got, err := test.predictor.PredictAll(split.Histories, test.q, 0.95, 2)
		if err != nil {
			t.Fatal(err)
		}
		if math.Abs(got.Total.Value-test.want) > test.within {
			t.Errorf("%s: total %s %.8f, want %.8f, off by %.1e", got.Model, got.Quantity, got.Total.Value, test.want, got.Total.Value-test.want)
		}
		t.Logf("%s: total %s %+v", got.Model, got.Quantity, got.Total)
	}
}

func mustPredict[M btyd.Model](tb testing.TB, fit btyd.Fit[M]) *btyd.Predictor {
	tb.Helper()
	p, err := btyd.NewPredictor(fit)
	if err != nil {
		tb.Fatal(err)
	}
	return p
}

// The delta method against its own definition: refits of data sets drawn from the fitted model.
func TestIntervalOfTheTotalAgainstRefits(t *testing.T) {
	t.Parallel()
	rng := rand.New(rand.NewPCG(7, 7))
	truth := paperMBG()
	stays, err := btyd.Stays(valuation.Horizon{N: 39, Period: valuation.Week})
	if err != nil {
		t.Fatal(err)
	}
	guests := make([]btyd.History, 1500)
	draw := func() *btyd.Cells {
		drawn := make([]btyd.History, len(guests))
		for i := range drawn {
			drawn[i] = truth.Simulate(rng, 39)
		}
		copy(guests, drawn)
		cells, err := btyd.CellsOf(valuation.Week, drawn)
		if err != nil {
			t.Fatal(err)
		}
		return cells
	}
	draw()
	asked := append([]btyd.History(nil), guests...)
	var sum, squares, stdErr float64
	const refits = 200
	for range refits {
		fit, err := btyd.FitMBGNBD(draw(), 1)
		if err != nil {
			t.Fatal(err)
		}
		got, err := mustPredict(t, fit).PredictAll(asked, stays, 0.95, 1)
		if err != nil {
			t.Fatal(err)
		}
		log := math.Log(got.Total.Value)
		sum += log
		squares += log * log
		stdErr += got.Total.StdErr / got.Total.Value / refits
	}
	spread := math.Sqrt(squares/refits - sum/refits*sum/refits)
	if ratio := stdErr / spread; ratio < 0.85 || ratio > 1.15 { // three errors of a standard deviation of 200
		t.Errorf("delta method %.4f, refits spread %.4f", stdErr, spread)
	}
}

func TestPredictorRefusesWhatItCannotAnswer(t *testing.T) {
	p := predictorAt(t, paperBG())
	good := btyd.History{T: 10}
	for _, level := range []float64{0, 1, -1, math.NaN(), math.Inf(1)} {
		if _, err := p.Predict(good, btyd.Alive(), level); !isParam(err) {
			t.Errorf("level %g: got error %v", level, err)
		}
	}
	if _, err := p.Predict(good, btyd.Quantity{}, 0.9); !isParam(err) {
		t.Errorf("unset quantity: got error %v", err)
	}
	_, err := p.PredictAll([]btyd.History{good, {X: 1, Tx: 5, T: 4}}, btyd.Alive(), 0.9, 0)
	refusetest.Row(t, err, 2, "Tx")
	if _, err := btyd.NewPredictor(btyd.Fit[btyd.NBD]{}); err == nil {
		t.Error("a fit without errors gives a predictor")
	}
	if _, err := btyd.Stays(valuation.Horizon{N: 3}); !isParam(err) {
		t.Errorf("horizon without a unit: got error %v", err)
	}
}

// The horizon has its own unit: half a year of 365 days is 26 1/14 of the model's weeks.
func TestAliveInIsAliveAtInUnitsOfTheModel(t *testing.T) {
	halfAYear, err := btyd.AliveIn(valuation.Horizon{N: 2, Period: valuation.Quarter})
	if err != nil {
		t.Fatal(err)
	}
	for _, h := range []btyd.History{{T: 39}, {X: 2, Tx: 30.43, T: 38.86}, {X: 26, Tx: 30.86, T: 31}} {
		got, err := predictorAt(t, paperPareto()).Predict(h, halfAYear, 0.95)
		if want := paperPareto().AliveAt(h, 365.0/14); err != nil || math.Abs(got.Value-want) > 1e-12 || !(got.Low < want && want < got.High) {
			t.Errorf("%v: got %+v, %v, want %v", h, got, err, want)
		}
	}
	if _, err := btyd.AliveIn(valuation.Horizon{N: 3}); !isParam(err) {
		t.Errorf("horizon without a unit: got error %v", err)
	}
}

func TestPredictionsDoNotDependOnWorkers(t *testing.T) {
	rng := rand.New(rand.NewPCG(3, 4))
	guests := make([]btyd.History, 5000)
	for i := range guests {
		guests[i] = paperBG().Simulate(rng, 40)
	}
	var first *btyd.Predictions
	for _, workers := range []int{1, 2, 7} {
		got, err := predictorAt(t, paperBG()).PredictAll(guests, btyd.Alive(), 0.95, workers)
		if err != nil {
			t.Fatal(err)
		}
		if first == nil {
			first = got
		}
		if got.Total != first.Total {
			t.Errorf("%d workers: total %+v, 1 worker %+v", workers, got.Total, first.Total)
		}
	}
}
