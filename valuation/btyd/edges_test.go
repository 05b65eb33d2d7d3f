package btyd_test

import (
	"math"
	"math/rand/v2"
	"testing"

	"github.com/hotelcrm/hotelcrm/internal/refusetest"
	"github.com/hotelcrm/hotelcrm/valuation"
	"github.com/hotelcrm/hotelcrm/valuation/btyd"
)

// At once everybody has come back no time at all.
func TestNobodyComesBackAtOnce(t *testing.T) {
	for _, m := range []btyd.Model{
		btyd.NBD{R: .4, Alpha: 5, Unit: valuation.Week},
		bgFH, mbgFH, paretoFH,
		btyd.GGompertz{R: .9, Alpha: 6, B: .08, S: .5, Beta: 3, Unit: valuation.Month},
	} {
		if none, two := m.Count(0, 0), m.Count(0, 2); none != 1 || two != 0 {
			t.Errorf("%s: %v not at all, %v twice", m.Name(), none, two)
		}
	}
}

// A guest who is alive after x visits in T has a rate of the gamma distribution (r+x, α+T) and a chance to leave of the
// beta distribution (a, b+x+1), so stays for t with E[((α+T)/(α+T+pt))^(r+x)], here by a plain sum over p.
func TestAliveLaterIsThePlainMean(t *testing.T) {
	m := btyd.MBGNBD{R: .6, Alpha: 7, A: 2.5, B: 3, Unit: valuation.Week}
	for _, h := range []btyd.History{{T: 30}, {X: 2, Tx: 12, T: 30}, {X: 9, Tx: 39, T: 40}} {
		x, at, sum, weights := float64(h.X), m.Alpha+h.T, 0.0, 0.0
		const nodes = 200_000
		for i := range nodes {
			p := (float64(i) + .5) / nodes
			weight := math.Pow(p, m.A-1) * math.Pow(1-p, m.B+x)
			weights += weight
			sum += weight * math.Pow(at/(at+26*p), m.R+x)
		}
		wantClose(t, "alive in 26 weeks", m.AliveAt(h, 26), m.Alive(h)*sum/weights, 1e-8)
	}
}

// S(u) = (β/(β-1+e^bu))^s, also for guests so old that e^bu is past any digit of 1, but not of β.
func TestGGompertzOfGreatAge(t *testing.T) {
	m := btyd.GGompertz{R: 1, Alpha: 1, B: 1, S: .01, Beta: 1e14, Unit: valuation.Month}
	grown := math.Exp(31)
	wantClose(t, "alive at 31", m.AliveAt(btyd.History{}, 31), math.Pow(m.Beta/(m.Beta-1+grown), m.S), 1e-12)
	// Within a moment of the last visit a guest leaves with the hazard b·s·e^bu/(β-1+e^bu).
	const moment = 1e-6
	gone := 1 - m.Alive(btyd.History{X: 1, Tx: 31, T: 31 + moment})
	wantClose(t, "leaving at 31", gone/moment, m.S*grown/(m.Beta-1+grown), 1e-6)
}

func TestBGBBLooksAheadSoFar(t *testing.T) {
	m := btyd.BGBB{Alpha: 1.2, Beta: .75, Gamma: .6, Delta: 2.8, Unit: valuation.Year}
	o := btyd.Occasions{X: 2, Tx: 3, N: 5}
	if far, further := m.Expected(o, 36_500), m.Expected(o, 40_000); far != further || m.Expected(o, -1) != 0 {
		t.Errorf("%v in 36,500 occasions, %v in 40,000", far, further)
	}
}

func TestSpendsAtTheirEdges(t *testing.T) {
	m := btyd.GammaGamma{P: 6.25, Q: 3.74, Gamma: 15.44}
	unknown, err := m.Expected(btyd.Spend{Mean: 500}) // not read: no visit
	if want, _ := m.Expected(btyd.Spend{}); err != nil || unknown != want {
		t.Errorf("without a visit: %v, want %v, %v", unknown, want, err)
	}
	if err := (btyd.Spend{X: 1, Mean: 1e15}).Validate(); err != nil {
		t.Error(err)
	}
	_, err = btyd.GammaGamma{P: 1, Q: 1, Gamma: 1}.Expected(btyd.Spend{}) // p·γ/0
	refusetest.Param(t, err, "q")
}

// The log-likelihood of a fit is the sum of those of the guests, in their own currency; the mean stays finite unless q may
// be anything; who spends less the more often they come is warned of as well.
func TestFitsOfSpendsAreThoseOfTheModel(t *testing.T) {
	truth := btyd.GammaGamma{P: 4, Q: .8, Gamma: 20}
	var list []btyd.Spend
	for guest := range 400 {
		list = append(list, truth.Simulate(rand.New(rand.NewPCG(3, uint64(guest))), 1+guest%4))
	}
	fit, err := btyd.FitGammaGamma(newSpends(t, list), 1)
	if err != nil {
		t.Fatal(err)
	}
	sum := 0.0
	for _, s := range list {
		sum += fit.Model.LogLikelihood(s)
	}
	wantClose(t, "log-likelihood", fit.Report.LogLikelihood, sum, 1e-9)
	if !(fit.Model.Q > 1) {
		t.Errorf("q is %v", fit.Model.Q)
	}
	free, err := btyd.FitGammaGammaFree(newSpends(t, list), 1)
	if err != nil || !(free.Model.Q < 1) || free.Report.LogLikelihood < fit.Report.LogLikelihood {
		t.Errorf("free: %+v, %v", free.Model, err)
	}
	falling := []btyd.Spend{{X: 1, Mean: 300}, {X: 1, Mean: 260}, {X: 2, Mean: 140}, {X: 3, Mean: 120}, {X: 5, Mean: 93}, {X: 9, Mean: 80}}
	down, err := btyd.FitGammaGamma(newSpends(t, falling), 1)
	if err != nil || !(down.Correlation < -.3) || !down.Report.Warned(btyd.WarnSpendCorrelated) {
		t.Errorf("correlation %v, warnings %v, %v", down.Correlation, down.Report.Warnings, err)
	}
}

// Discounted visits in a year are the sum of the visits expected in small steps, each discounted from its middle.
func TestDiscountedIsThePlainSum(t *testing.T) {
	q, err := btyd.Discounted(force(t, ".0027", valuation.Week), valuation.Horizon{N: 52, Period: valuation.Week})
	if err != nil {
		t.Fatal(err)
	}
	p := predictor(t, mbgFH)
	for _, h := range []btyd.History{{T: 38.86}, {X: 3, Tx: 30, T: 38.86}} {
		sum, before := 0.0, 0.0
		const steps = 5200
		for i := range steps {
			u := 52 * float64(i+1) / steps
			expected := mbgFH.Expected(h, u)
			sum += math.Exp(-.0027*(u-26./steps)) * (expected - before)
			before = expected
		}
		got, err := p.Predict(h, q, .9)
		if err != nil {
			t.Fatal(err)
		}
		wantClose(t, "discounted visits", got.Value, sum, 1e-8)
	}
}

// Guests with as many visits who were watched for a week and for a century share nothing that would move a figure.
func TestOldGuestsAreGoodCompany(t *testing.T) {
	q, err := btyd.Residual(force(t, ".0027", valuation.Week))
	if err != nil {
		t.Fatal(err)
	}
	guests := []btyd.History{{X: 1, Tx: 1, T: 1}, {X: 1, Tx: 5000, T: 5200}, {X: 1, Tx: 3, T: 4}}
	p := predictor(t, bgFH)
	all, err := p.PredictAll(guests, q, .9, 1)
	if err != nil {
		t.Fatal(err)
	}
	for i, h := range guests {
		if one, err := p.Predict(h, q, .9); err != nil || one != all.Guests[i] {
			t.Errorf("%+v: %+v in company, alone %+v, %v", h, all.Guests[i], one, err)
		}
	}
}

func TestNoModelIsRefused(t *testing.T) {
	one, later := []btyd.History{{T: 5}}, []int{1}
	cells := cellsOf(t, valuation.Week, one)
	for name, door := range map[string]func() error{
		"CalibrateAlive": func() error { _, err := btyd.CalibrateAlive(nil, one, later, 5, 1); return err },
		"CheckHoldout":   func() error { _, err := btyd.CheckHoldout(nil, one, later, 5); return err },
		"ByRepeats":      func() error { _, err := btyd.ByRepeats(nil, one, later, 5, 1); return err },
		"CountsNextAll":  func() error { _, err := btyd.CountsNextAll(nil, one, 5, .8, 1); return err },
		"DayOfNext":      func() error { _, _, err := btyd.DayOfNext(nil, one[0], .5, 20_000); return err },
		"Simulate":       func() error { _, _, err := btyd.Simulate(nil, 1, nil, 0); return err },
		"Track":          func() error { _, err := btyd.Track(nil, cells, nil, nil); return err },
		"UntilNextAll":   func() error { _, err := btyd.UntilNextAll(nil, nil, .5, 1); return err },
	} {
		t.Run(name, func(t *testing.T) { refusetest.Param(t, door(), "model") })
	}
}
