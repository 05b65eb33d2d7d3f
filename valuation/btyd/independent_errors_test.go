package btyd_test

import (
	"errors"
	"math"
	"testing"

	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/valuation"
	"github.com/hotelcrm/hotelcrm/valuation/btyd"
)

func quantity(t testing.TB) func(btyd.Quantity, error) btyd.Quantity {
	return func(q btyd.Quantity, err error) btyd.Quantity {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
		return q
	}
}

// The delta method by hand: slopes of wide differences in the log parameters, and the covariance of the report.
func TestErrorsOfPredictionsByHand(t *testing.T) {
	t.Parallel()

	split := splitOf(t, "cdnow/CDNOW_sample.txt", 2)
	fit, err := btyd.FitBGNBD(cellsOf(t, valuation.Week, split.Histories), 0)
	if err != nil {
		t.Fatal(err)
	}
	p, err := btyd.NewPredictor(fit)
	if err != nil {
		t.Fatal(err)
	}
	half := valuation.Horizon{N: 39, Period: valuation.Week}
	stays := quantity(t)(btyd.Stays(half))
	h := btyd.History{X: 4, Tx: 20, T: 35}
	base := []float64{fit.Model.R, fit.Model.Alpha, fit.Model.A, fit.Model.B}
	at := func(i int, by float64) float64 {
		v := append([]float64(nil), base...)
		v[i] *= math.Exp(by)
		return btyd.BGNBD{R: v[0], Alpha: v[1], A: v[2], B: v[3], Unit: valuation.Week}.Expected(h, 39)
	}
	var slope [4]float64
	for i := range slope {
		const by = 2e-3
		slope[i] = (8*(at(i, by)-at(i, -by)) - (at(i, 2*by) - at(i, -2*by))) / (12 * by)
	}
	var variance float64
	for i := range slope {
		for j := range slope {
			variance += slope[i] * fit.Report.Covariance[i][j] * slope[j]
		}
	}
	got, err := p.Predict(h, stays, .95)
	if err != nil {
		t.Fatal(err)
	}
	near(t, "SE", got.StdErr, math.Sqrt(variance), 1e-6)
	near(t, "low", got.Low, got.Value*math.Exp(-1.959963984540054*got.StdErr/got.Value), 1e-9)
	near(t, "high", got.High, got.Value*math.Exp(1.959963984540054*got.StdErr/got.Value), 1e-9)
	// The covariance is the inverse of the curvature of the likelihood.
	curve := func(i, j int) float64 {
		const by = 1e-3
		move := func(di, dj float64) float64 {
			v := append([]float64(nil), base...)
			v[i] *= math.Exp(di)
			v[j] *= math.Exp(dj)
			return logOf(btyd.BGNBD{R: v[0], Alpha: v[1], A: v[2], B: v[3], Unit: valuation.Week}, split.Histories)
		}
		return -(move(by, by) - move(by, -by) - move(-by, by) + move(-by, -by)) / (4 * by * by)
	}
	for i := range 4 {
		for j := range 4 {
			var unit float64
			for k := range 4 {
				unit += curve(i, k) * fit.Report.Covariance[k][j]
			}
			want := 0.0
			if i == j {
				want = 1
			}
			within(t, "information times covariance", unit, want, 2e-3)
		}
	}
}

// Of many simulated houses, about 90 % have the truth in their 90 % interval.
func TestIntervalsCoverTheTruth(t *testing.T) {
	t.Parallel()

	truth := btyd.MBGNBD{R: .8, Alpha: 8, A: .9, B: 2.5, Unit: valuation.Week}
	ages := make([]float64, 1500)
	for i := range ages {
		ages[i] = 30 + float64(i%20)
	}
	h := btyd.History{X: 3, Tx: 20, T: 40}
	year := valuation.Horizon{N: 1, Period: valuation.Year}
	quantities := []btyd.Quantity{btyd.Alive(), quantity(t)(btyd.Stays(year)), quantity(t)(btyd.NextStay(year)), quantity(t)(btyd.Residual(perYear(t, ".15")))}
	const houses = 150
	covered, whole := make([]int, len(quantities)), 0
	for seed := range uint64(houses) {
		guests, _, err := btyd.Simulate(truth, seed, ages, 0)
		if err != nil {
			t.Fatal(err)
		}
		fit, err := btyd.FitMBGNBD(cellsOf(t, valuation.Week, guests), 0)
		if err != nil {
			t.Fatal(err)
		}
		p, err := btyd.NewPredictor(fit)
		if err != nil {
			t.Fatal(err)
		}
		exactly := predictor(t, truth)
		for i, q := range quantities {
			got, err := p.Predict(h, q, .9)
			if err != nil {
				t.Fatal(err)
			}
			want, err := exactly.Predict(h, q, .9)
			if err != nil {
				t.Fatal(err)
			}
			if got.Low <= want.Value && want.Value <= got.High {
				covered[i]++
			}
		}
		all, err := p.PredictAll(guests[:100], quantities[1], .9, 0)
		if err != nil {
			t.Fatal(err)
		}
		want, err := exactly.PredictAll(guests[:100], quantities[1], .9, 0)
		if err != nil {
			t.Fatal(err)
		}
		if all.Total.Low <= want.Total.Value && want.Total.Value <= all.Total.High {
			whole++
		}
	}
	for i, n := range append(covered, whole) {
		if n < 121 || n > 148 { // 135 ± 3.7 standard errors, a little more below
			t.Errorf("quantity %d: %d of %d intervals of 90 %% cover", i, n, houses)
		}
	}
}

// What guests with one history do next, in simulated houses, is what the models say.
func TestFutureOfLikeGuests(t *testing.T) {
	t.Parallel()

	for _, m := range []btyd.Model{
		btyd.BGNBD{R: 2, Alpha: 6, A: 1.2, B: 4, Unit: valuation.Week},
		btyd.MBGNBD{R: 2, Alpha: 6, A: 1.2, B: 4, Unit: valuation.Week},
		btyd.ParetoNBD{R: 2, Alpha: 6, S: 1.5, Beta: 30, Unit: valuation.Week},
		btyd.GGompertz{R: 2, Alpha: 6, B: .05, S: 1, Beta: 3, Unit: valuation.Week},
		btyd.MBGCNBD{K: 2, R: 2, Alpha: 3, A: 1.2, B: 4, Unit: valuation.Week},
	} {
		ages := make([]float64, 15000)
		for i := range ages {
			ages[i] = 12
		}
		guests, later, err := btyd.Simulate(m, 9, ages, 15)
		if err != nil {
			t.Fatal(err)
		}
		// Calibration in groups of the predicted value: the mean of each is right, whatever the group.
		var n, gap, spread, back, backGap [4]float64
		for i, h := range guests {
			group := min(h.X, 3)
			expected, returns := m.Expected(h, 15), btyd.Returns(m, h, 15)
			n[group]++
			gap[group] += float64(later[i]) - expected
			spread[group] += (float64(later[i]) - expected) * (float64(later[i]) - expected)
			back[group] += returns * (1 - returns)
			backGap[group] += float64(min(later[i], 1)) - returns
		}
		for g := range n {
			if z := gap[g] / math.Sqrt(spread[g]); math.Abs(z) > 4 {
				t.Errorf("%s, %d visits: expected stays are off by %.1f standard errors", m.Name(), g, z)
			}
			if z := backGap[g] / math.Sqrt(back[g]); math.Abs(z) > 4 {
				t.Errorf("%s, %d visits: chances to return are off by %.1f standard errors", m.Name(), g, z)
			}
		}
	}
}

// The distribution of stays to come has the mean, the chance to return and the total of 1 that other methods give.
func TestCountsAgreeWithTheirMeans(t *testing.T) {
	t.Parallel()

	h := btyd.History{X: 5, Tx: 30, T: 38}
	for _, m := range []btyd.Model{
		btyd.NBD{R: .5, Alpha: 8, Unit: valuation.Week},
		bgFH, mbgFH, paretoFH,
		btyd.GGompertz{R: .5, Alpha: 8, B: .02, S: .6, Beta: .4, Unit: valuation.Week},
		btyd.GGompertz{R: .5, Alpha: 8, B: .05, S: 1.6, Beta: 9, Unit: valuation.Week},
		btyd.MBGCNBD{K: 1, R: .5, Alpha: 8, A: .9, B: 2, Unit: valuation.Week},
		btyd.MBGCNBD{K: 3, R: .5, Alpha: 2, A: .9, B: 2, Unit: valuation.Week},
	} {
		var sum, mean, fresh, freshMean float64
		for n := range 400 {
			sum += m.CountNext(h, 30, n)
			mean += float64(n) * m.CountNext(h, 30, n)
			fresh += m.Count(30, n)
			freshMean += float64(n) * m.Count(30, n)
		}
		near(t, m.Name()+" sum", sum, 1, 1e-10)
		near(t, m.Name()+" mean", mean, m.Expected(h, 30), 1e-9)
		near(t, m.Name()+" new sum", fresh, 1, 1e-10)
		near(t, m.Name()+" new mean", freshMean, m.New(30), 1e-9)
		near(t, m.Name()+" returns", btyd.Returns(m, h, 30), 1-m.CountNext(h, 30, 0), 1e-10)
		at, ok, err := btyd.UntilNext(m, h, .2)
		if err != nil || !ok {
			t.Fatal(err, ok)
		}
		near(t, m.Name()+" next stay", btyd.Returns(m, h, at), .2, 1e-9)
		// Alive later: the likelihood says how likely silence is, and the model who is alive after it or before.
		within(t, m.Name()+" alive at once", m.AliveAt(h, 0), m.Alive(h), 1e-14)
	}
}

func TestReportsOfOtherModelsAreRefused(t *testing.T) {
	t.Parallel()

	for what, change := range map[string]func(*btyd.Report){
		"no params": func(r *btyd.Report) { r.Params = nil },
		"few rows":  func(r *btyd.Report) { r.Covariance = r.Covariance[:2] },
		"short row": func(r *btyd.Report) { r.Covariance[1] = nil },
		"other":     func(r *btyd.Report) { r.Params[0].Value = 99 },
		"no errors": func(r *btyd.Report) { r.Params[0].StdErr = math.NaN() },
		"minus":     func(r *btyd.Report) { r.Covariance[0][0] = -1 },
	} {
		fit := madeUp(bgFH)
		change(&fit.Report)
		_, err := btyd.NewPredictor(fit)
		var param *hotelcrm.ParamError
		if !errors.As(err, &param) {
			t.Errorf("%s: %v", what, err)
		}
	}
	if _, err := btyd.NewPredictor(btyd.Fit[btyd.Model]{}); err == nil {
		t.Error("no model is no error")
	}
}

// P(alive) later is that of a new guest at two ages, by Bayes' rule on simulated lives: of guests alive now.
func TestAliveLaterFallsToItsIntegral(t *testing.T) {
	t.Parallel()

	// dE/dt = E[λ·alive(t)]: for BG/NBD, E[e^(-λpt)] is 1 - E[visits that end it], checked by a fine sum.
	const steps = 4000
	for _, a := range []float64{.8, 1, 3} {
		m := btyd.BGNBD{R: .6, Alpha: 5, A: a, B: 2, Unit: valuation.Week}
		h := btyd.History{X: 2, Tx: 10, T: 14}
		var sum, weight float64
		for i := range steps {
			p := (float64(i) + .5) / steps
			p = p * p * (3 - 2*p) // smooth at both ends
			q := (float64(i) + .5) / steps
			w := 6 * q * (1 - q) * math.Pow(p, a-1) * math.Pow(1-p, m.B+1)
			weight += w
			sum += w * math.Pow(1+p*20/(m.Alpha+h.T), -(m.R+2))
		}
		near(t, "alive later", m.AliveAt(h, 20), m.Alive(h)*sum/weight, 1e-4)
	}
}
