package btyd_test

import (
	"math"
	"testing"

	"github.com/hotelcrm/hotelcrm/valuation"
	"github.com/hotelcrm/hotelcrm/valuation/btyd"
)

// The figures of this file are recomputed from the published formulas with 25 to 40 digits, at the parameters of
// maximum likelihood for the CDNOW sample with times rounded to two decimals.

// printed is the relative error allowed to a closed form at given parameters: the last of 12 digits in a table, beside
// rounding.
const printed = 5e-12

func paperBG() btyd.BGNBD {
	return btyd.BGNBD{R: .242592907, Alpha: 4.413531561, A: .792886148, B: 2.425753435, Unit: valuation.Week}
}

func paperMBG() btyd.MBGNBD {
	return btyd.MBGNBD{R: .524837984, Alpha: 6.182992019, A: .891356156, B: 1.613999335, Unit: valuation.Week}
}

func paperPareto() btyd.ParetoNBD {
	return btyd.ParetoNBD{R: .553275509, Alpha: 10.577612238, S: .606213569, Beta: 11.667911259, Unit: valuation.Week}
}

// guestGold is one row of a published table; NaN where the table has no figure.
type guestGold struct {
	h                             btyd.History
	logLik, alive, in39, in52, at float64
}

var none = math.NaN()

func TestGuestsAgainstTables(t *testing.T) {
	tests := []struct {
		model btyd.Model
		rows  []guestGold
	}{
		{paperBG(), []guestGold{
			{btyd.History{T: 38.86}, -.553807097118, 1, .194780846839, .251665711804, none},
			{btyd.History{T: 27}, -.476104000418, 1, .258977493061, .332070578116, none},
			{btyd.History{X: 1, Tx: 1.71, T: 38.86}, -4.47043849838, .212227408765, .203250644884, .259907105828, none},
			{btyd.History{X: 2, Tx: 30.43, T: 38.86}, -9.45970102158, .726609151497, 1.22591045191, 1.55858379352, none},
			{btyd.History{X: 26, Tx: 30.86, T: 31}, -37.7283187695, .968919710169, 20.7505695204, 25.7594731428, none},
			{btyd.History{X: 7, Tx: 35, T: 38.86}, -22.1384539827, .843786892644, 4.38752916699, 5.52066294313, none},
		}},
		{paperMBG(), []guestGold{
			{btyd.History{T: 38.86}, -.53961047267, .389716313205, .153953653655, none, none},
			{btyd.History{X: 1, Tx: 1.71, T: 38.86}, -4.46049325322, .170819628657, .188789254269, none, none},
			{btyd.History{X: 2, Tx: 30.43, T: 38.86}, -9.48586013509, .70612624651, 1.26267078885, none, none},
			{btyd.History{X: 26, Tx: 30.86, T: 31}, -38.3235929405, .965552872977, 19.448036657, none, none},
		}},
		{paperPareto(), []guestGold{
			{btyd.History{T: 38.86}, -.521201793459, .295097158477, .107059792786, none, .208624421144},
			{btyd.History{T: 27}, -.469921966748, .383738639872, .175348334186, none, .251431074193},
			{btyd.History{X: 1, Tx: 1.71, T: 38.86}, -4.44970950368, .167871978088, .1709805174, none, .118680215138},
			{btyd.History{X: 2, Tx: 30.43, T: 38.86}, -9.5543331636, .869118718156, 1.45511295514, none, .614439632074},
			{btyd.History{X: 26, Tx: 30.86, T: 31}, -39.1307656306, .997917943333, 20.1158671814, none, .673244596529},
			{btyd.History{X: 7, Tx: 35, T: 38.86}, -21.8166409265, .936057235089, 4.63615187939, none, .661763060804},
		}},
	}
	for _, test := range tests {
		for _, row := range test.rows {
			check(t, test.model, row.h, "log-likelihood", test.model.LogLikelihood(row.h), row.logLik)
			check(t, test.model, row.h, "P(alive)", test.model.Alive(row.h), row.alive)
			check(t, test.model, row.h, "expected in 39", test.model.Expected(row.h, 39), row.in39)
			check(t, test.model, row.h, "expected in 52", test.model.Expected(row.h, 52), row.in52)
			check(t, test.model, row.h, "P(alive) in 39", test.model.AliveAt(row.h, 39), row.at)
		}
	}
}

func check(t *testing.T, m btyd.Model, of any, what string, got, want float64) {
	t.Helper()
	if math.IsNaN(want) {
		return
	}
	if !(math.Abs(got-want) <= printed*math.Abs(want)) {
		t.Errorf("%s %v: %s %.13g, want %.12g, off by %.1e", m.Name(), of, what, got, want, got/want-1)
	}
}

func TestNewGuestsAgainstTables(t *testing.T) {
	tests := []struct {
		model  btyd.Model
		stays  [3]float64 // in 1, 39 and 78 weeks
		counts []float64  // P(X(39) = 0, 1, ...)
	}{
		{paperBG(), [3]float64{.0531847407334, 1.19501629667, 1.85797178082}, []float64{.574307291372, .199193042454, .0853224083818, .0457971936299}},
		{paperMBG(), [3]float64{.0530606202379, 1.18228369946, 1.8036360925}, nil},
		{paperPareto(), [3]float64{.0510065452916, 1.21340806582, 1.90988076808}, nil},
	}
	for _, test := range tests {
		for i, weeks := range []float64{1, 39, 78} {
			check(t, test.model, weeks, "stays of a new guest", test.model.New(weeks), test.stays[i])
		}
		for n, want := range test.counts {
			check(t, test.model, n, "P(X(39))", test.model.Count(39, n), want)
		}
	}
}

func TestPaperParametersAgainstSpreadsheet(t *testing.T) {
	h := btyd.History{X: 2, Tx: 30.43, T: 38.86}
	bg := btyd.BGNBD{R: .243, Alpha: 4.414, A: .793, B: 2.426, Unit: valuation.Week}
	check(t, bg, h, "P(alive)", bg.Alive(h), .726578570081)
	check(t, bg, h, "expected in 39", bg.Expected(h, 39), 1.22602817477)
	check(t, bg, 39, "stays of a new guest", bg.New(39), 1.19672319332)
	check(t, bg, 0, "P(X(39))", bg.Count(39, 0), .573786352096)
	pareto := btyd.ParetoNBD{R: .553, Alpha: 10.578, S: .606, Beta: 11.669, Unit: valuation.Week}
	check(t, pareto, h, "P(alive)", pareto.Alive(h), .869167559153)
	check(t, pareto, h, "expected in 39", pareto.Expected(h, 39), 1.45512319326)
}

func TestLimitsAndStress(t *testing.T) {
	atOne, pareto := paperBG(), paperPareto()
	atOne.A = 1
	equal := btyd.ParetoNBD{R: .55, Alpha: 10, S: .6, Beta: 10, Unit: valuation.Week}
	loyal := btyd.ParetoNBD{R: .55, Alpha: 10, S: .6, Beta: 7000, Unit: valuation.Week}
	sOne := paperPareto()
	sOne.S = 1
	middle := btyd.History{X: 2, Tx: 30.43, T: 38.86}
	tests := []struct {
		name        string
		model       btyd.Model
		h           btyd.History
		alive, in39 float64
	}{
		{"a = 1", atOne, middle, .678177876091, 1.10196740105},
		{"heavy buyer", paperBG(), btyd.History{X: 221, Tx: 103.42857, T: 103.57143}, .995244940491, 70.1771171211},
		{"heavy buyer", pareto, btyd.History{X: 221, Tx: 103.42857, T: 103.57143}, .99913375779, 69.0278658135},
		{"heavier buyer", pareto, btyd.History{X: 254, Tx: 97.28571, T: 97.42857}, .999055948808, 83.4305283194},
		{"alpha = beta", equal, middle, .865497156814, 1.45965172211},
		{"large beta", loyal, btyd.History{T: 38.86}, .995276005974, .436211400584},
		{"large beta", loyal, middle, .999083134447, 2.03017088991},
		{"s = 1", sOne, middle, .794621998175, 1.18616960736},
	}
	for _, test := range tests {
		check(t, test.model, test.name, "P(alive)", test.model.Alive(test.h), test.alive)
		check(t, test.model, test.name, "expected in 39", test.model.Expected(test.h, 39), test.in39)
	}
	check(t, atOne, "a = 1", "stays of a new guest", atOne.New(39), 1.08268965158)
	for _, m := range []btyd.Model{paperBG(), paperMBG(), pareto} {
		for _, h := range []btyd.History{{X: 300, Tx: 10, T: 400}, {X: 1000, Tx: 50, T: 400}} {
			if alive, stays := m.Alive(h), m.Expected(h, 39); !(alive >= 0 && alive < 1e-300 && stays >= 0 && stays < 1e-300) {
				t.Errorf("%s %v: P(alive) %g, expected %g, want next to 0", m.Name(), h, alive, stays)
			}
		}
	}
}
