package btyd_test

import (
	"testing"

	"github.com/hotelcrm/hotelcrm/valuation"
	"github.com/hotelcrm/hotelcrm/valuation/btyd"
)

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
