package btyd_test

import (
	"math"
	"testing"

	"github.com/hotelcrm/hotelcrm/valuation"
	"github.com/hotelcrm/hotelcrm/valuation/btyd"
	"github.com/shopspring/decimal"
)

const exact = 1e-9

// row is what a model says of one guest; NaN where nothing is known.
type row struct {
	h                       btyd.History
	log, alive, stays, more float64
}

var skip = math.NaN()

func checkRows(t *testing.T, m btyd.Model, moreAt float64, rows []row) {
	t.Helper()
	for _, r := range rows {
		for _, c := range []struct {
			what      string
			got, want float64
		}{
			{"LL", m.LogLikelihood(r.h), r.log},
			{"alive", m.Alive(r.h), r.alive},
			{"CET 39", m.Expected(r.h, 39), r.stays},
			{"CET more", m.Expected(r.h, moreAt), r.more},
		} {
			if !math.IsNaN(c.want) {
				tolerance := exact
				if c.what == "LL" {
					tolerance = 1e-11
				}
				near(t, m.Name()+" "+c.what, c.got, c.want, max(tolerance, exact))
			}
		}
	}
}

func checkNew(t *testing.T, m btyd.Model, want ...float64) {
	t.Helper()
	for i, at := range []float64{1, 39, 78}[:len(want)] {
		near(t, m.Name()+" new", m.New(at), want[i], exact)
	}
}

var (
	bgFH     = btyd.BGNBD{R: .242592907, Alpha: 4.413531561, A: .792886148, B: 2.425753435, Unit: valuation.Week}
	mbgFH    = btyd.MBGNBD{R: .524837984, Alpha: 6.182992019, A: .891356156, B: 1.613999335, Unit: valuation.Week}
	paretoFH = btyd.ParetoNBD{R: .553275509, Alpha: 10.577612238, S: .606213569, Beta: 11.667911259, Unit: valuation.Week}
	mid      = btyd.History{X: 2, Tx: 30.43, T: 38.86}
)

func TestRecomputedValuesOfGuests(t *testing.T) {
	t.Parallel()

	checkRows(t, bgFH, 52, []row{
		{btyd.History{T: 38.86}, -.553807097118, 1, .194780846839, .251665711804},
		{btyd.History{T: 27}, -.476104000418, 1, .258977493061, .332070578116},
		{btyd.History{X: 1, Tx: 1.71, T: 38.86}, -4.47043849838, .212227408765, .203250644884, .259907105828},
		{mid, -9.45970102158, .726609151497, 1.22591045191, 1.55858379352},
		{btyd.History{X: 26, Tx: 30.86, T: 31}, -37.7283187695, .968919710169, 20.7505695204, 25.7594731428},
		{btyd.History{X: 7, Tx: 35, T: 38.86}, -22.1384539827, .843786892644, 4.38752916699, 5.52066294313},
		{btyd.History{X: 221, Tx: 103.42857, T: 103.57143}, skip, .995244940491, 70.1771171211, skip},
		{btyd.History{X: 300, Tx: 10, T: 400}, skip, 0, 0, 0},
		{btyd.History{X: 1000, Tx: 50, T: 400}, skip, 0, 0, 0},
	})
	checkNew(t, bgFH, .0531847407334, 1.19501629667, 1.85797178082)
	for n, want := range []float64{.574307291372, .199193042454, .0853224083818, .0457971936299} {
		near(t, "BG count", bgFH.Count(39, n), want, exact)
	}
	paper := btyd.BGNBD{R: .243, Alpha: 4.414, A: .793, B: 2.426, Unit: valuation.Week}
	checkRows(t, paper, 39, []row{{mid, skip, .726578570081, 1.22602817477, skip}})
	near(t, "BG paper", paper.New(39), 1.19672319332, exact)
	near(t, "BG paper count", paper.Count(39, 0), .573786352096, exact)
	one := bgFH
	one.A = 1
	checkRows(t, one, 39, []row{{mid, skip, .678177876091, 1.10196740105, skip}})
	near(t, "BG a=1", one.New(39), 1.08268965158, exact)

	checkRows(t, mbgFH, 39, []row{
		{btyd.History{T: 38.86}, -.53961047267, .389716313205, .153953653655, skip},
		{btyd.History{X: 1, Tx: 1.71, T: 38.86}, -4.46049325322, .170819628657, .188789254269, skip},
		{mid, -9.48586013509, .70612624651, 1.26267078885, skip},
		{btyd.History{X: 26, Tx: 30.86, T: 31}, -38.3235929405, .965552872977, 19.448036657, skip},
	})
	checkNew(t, mbgFH, .0530606202379, 1.18228369946, 1.8036360925)

	gg := btyd.GGompertz{R: .553, Alpha: 10.578, B: .0002, S: .603, Beta: .0026, Unit: valuation.Week}
	checkRows(t, gg, 39, []row{
		{btyd.History{T: 38.86}, -.538067356143, .316416840442, skip, skip},
		{mid, -9.50619605197, .872656234748, skip, skip},
	})
	checkNew(t, gg, .0511132557991, 1.25551464742, 1.99185609959)
}

func TestRecomputedValuesOfParetoNBD(t *testing.T) {
	t.Parallel()

	deltas := [2]valuation.Rate{force(t, ".0027", valuation.Week), perYear(t, ".15")}
	for _, r := range []struct {
		row
		dert  [2]float64
		later float64
	}{
		{row{btyd.History{T: 38.86}, -.521201793459, .295097158477, .107059792786, skip}, [2]float64{.476930860908, .47825148182}, .208624421144},
		{row{btyd.History{T: 27}, -.469921966748, .383738639872, .175348334186, skip}, [2]float64{.732603436819, .734566312662}, .251431074193},
		{row{btyd.History{X: 1, Tx: 1.71, T: 38.86}, -4.44970950368, .167871978088, .1709805174, skip}, [2]float64{.761685439882, .763794545839}, .118680215138},
		{row{mid, -9.5543331636, .869118718156, 1.45511295514, skip}, [2]float64{6.48224937066, 6.50019871044}, .614439632074},
		{row{btyd.History{X: 26, Tx: 30.86, T: 31}, -39.1307656306, .997917943333, 20.1158671814, skip}, [2]float64{86.0309289776, 86.2642081261}, .673244596529},
		{row{btyd.History{X: 7, Tx: 35, T: 38.86}, -21.8166409265, .936057235089, 4.63615187939, skip}, [2]float64{20.6531681931, 20.710356788}, .661763060804},
		{row{btyd.History{X: 7, Tx: 35, T: 39}, skip, skip, skip, skip}, [2]float64{20.5539592208, 20.6108928541}, skip},
	} {
		checkRows(t, paretoFH, 39, []row{r.row})
		for i, rate := range deltas {
			near(t, "DERT", dert(t, paretoFH, r.h, rate), r.dert[i], exact)
		}
		if !math.IsNaN(r.later) {
			near(t, "alive at T+39", paretoFH.AliveAt(r.h, 39), r.later, exact)
		}
	}
	checkNew(t, paretoFH, .0510065452916, 1.21340806582, 1.90988076808)
	paper := btyd.ParetoNBD{R: .553, Alpha: 10.578, S: .606, Beta: 11.669, Unit: valuation.Week}
	checkRows(t, paper, 39, []row{{mid, skip, .869167559153, 1.45512319326, skip}})
	near(t, "DERT paper", dert(t, paper, mid, deltas[0]), 6.48377356773, exact)
	near(t, "DERT paper", dert(t, paper, btyd.History{X: 7, Tx: 35, T: 39}, deltas[0]), 20.5596496363, exact)
	checkRows(t, paretoFH, 39, []row{
		{btyd.History{X: 221, Tx: 103.42857, T: 103.57143}, skip, .99913375779, 69.0278658135, skip},
		{btyd.History{X: 254, Tx: 97.28571, T: 97.42857}, skip, .999055948808, 83.4305283194, skip},
		{btyd.History{X: 300, Tx: 10, T: 400}, skip, 0, 0, skip},
		{btyd.History{X: 1000, Tx: 50, T: 400}, skip, 0, 0, skip},
	})
	week := valuation.Week
	checkRows(t, btyd.ParetoNBD{R: .55, Alpha: 10, S: .6, Beta: 10, Unit: week}, 39, []row{{mid, skip, .865497156814, 1.45965172211, skip}})
	checkRows(t, btyd.ParetoNBD{R: .55, Alpha: 10, S: .6, Beta: 7000, Unit: week}, 39, []row{
		{btyd.History{T: 38.86}, skip, .995276005974, .436211400584, skip},
		{mid, skip, .999083134447, 2.03017088991, skip},
	})
	single := paretoFH
	single.S = 1
	checkRows(t, single, 39, []row{{mid, skip, .794621998175, 1.18616960736, skip}})
	for beta, want := range map[float64]float64{100: 207.736836519, 7000: 361.143305254, 50000: 370.420739078} {
		m := btyd.ParetoNBD{R: .55, Alpha: 10, S: .6, Beta: beta, Unit: week}
		h := btyd.History{T: 38.86}
		near(t, "DERT kernel", dert(t, m, h, deltas[1])/m.Alive(h)*(10+38.86)/.55, want, exact)
	}
}

func force(t testing.TB, value string, per valuation.Period) valuation.Rate {
	t.Helper()
	r, err := valuation.Continuous(decimal.RequireFromString(value), per)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// madeUp is a fit of given parameters, with a covariance that is made up.
func madeUp[M btyd.Model](m M) btyd.Fit[M] {
	fit := btyd.Fit[M]{Model: m}
	for i, p := range m.Params() {
		fit.Report.Params = append(fit.Report.Params, btyd.Estimate{Param: p, StdErr: p.Value * .01})
		fit.Report.Covariance = append(fit.Report.Covariance, make([]float64, len(m.Params())))
		fit.Report.Covariance[i][i] = 1e-4
	}
	return fit
}

func predictor[M btyd.Model](t testing.TB, m M) *btyd.Predictor {
	t.Helper()
	p, err := btyd.NewPredictor(madeUp(m))
	if err != nil {
		t.Fatal(err)
	}
	return p
}

func dert[M btyd.Model](t testing.TB, m M, h btyd.History, rate valuation.Rate) float64 {
	t.Helper()
	q, err := btyd.Residual(rate)
	if err != nil {
		t.Fatal(err)
	}
	got, err := predictor(t, m).Predict(h, q, .9)
	if err != nil {
		t.Fatal(err)
	}
	return got.Value
}

// The sum over small steps of the visits expected in each, discounted, is what DERT is the limit of.
func TestResidualIsTheIntegralOfDiscountedVisits(t *testing.T) {
	t.Parallel()

	const delta = .0027
	rate := force(t, ".0027", valuation.Week)
	for _, m := range []btyd.Model{bgFH, mbgFH, paretoFH} {
		for _, h := range []btyd.History{{T: 38.86}, {X: 1, Tx: 1.71, T: 38.86}, mid, {X: 26, Tx: 30.86, T: 31}, {X: 200, Tx: 90, T: 91}} {
			// ∫ δ·e^(-δt)·E(t) dt with v = δt, by the trapezoidal rule on v = e^(w-e^-w).
			var sum float64
			const step = 1.0 / 64
			for w := -4.5; w < 4.2; w += step {
				v := math.Exp(w - math.Exp(-w))
				sum += step * v * (1 + math.Exp(-w)) * math.Exp(-v) * m.Expected(h, v/delta)
			}
			near(t, m.Name()+" DERT", dert(t, m, h, rate), sum, 1e-7)
		}
	}
}

func TestRecomputedSpends(t *testing.T) {
	t.Parallel()

	m, err := btyd.NewGammaGamma(6.25, 3.74, 15.44)
	if err != nil {
		t.Fatal(err)
	}
	for s, want := range map[btyd.Spend]float64{
		{X: 2, Mean: 22.35}: 24.6637139108, {X: 1, Mean: 11.77}: 18.9168520578, {X: 1, Mean: 50}: 45.4949944383,
		{X: 3, Mean: 35}: 35.02791996, {X: 1, Mean: 10}: 17.6863181313, {}: 35.2189781022,
	} {
		got, err := m.Expected(s)
		if err != nil {
			t.Fatal(err)
		}
		near(t, "spend", got, want, exact)
	}
	near(t, "spend LL", m.LogLikelihood(btyd.Spend{X: 2, Mean: 22.35}), -3.55131675973, exact)
}
