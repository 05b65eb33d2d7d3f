package btyd_test

import (
	"math"
	"testing"

	"github.com/hotelcrm/hotelcrm/valuation/btyd"
)

// spendFitAt returns a fit of spends with errors of 5 % that are independent.
func spendFitAt(m btyd.GammaGamma) btyd.SpendFit {
	fit := btyd.SpendFit{}
	fit.Model = m
	for i, p := range m.Params() {
		fit.Report.Params = append(fit.Report.Params, btyd.Estimate{Param: p, StdErr: p.Value / 20})
		row := make([]float64, 3)
		row[i] = 0.0025
		fit.Report.Covariance = append(fit.Report.Covariance, row)
	}
	return fit
}

func TestWorthIsStaysTimesSpend(t *testing.T) {
	spend := spendFitAt(btyd.GammaGamma{P: 6.25, Q: 3.74, Gamma: 15.44})
	p := predictorAt(t, paperPareto())
	stays := residual(t, rate(t, "0.15 per year"))
	guests := []btyd.History{{X: 2, Tx: 30.43, T: 38.86}, {T: 38.86}}
	spends := []btyd.Spend{{X: 2, Mean: 22.35}, {}}
	got, err := p.Worth(guests, spends, stays, spend, 0.95, 2)
	if err != nil {
		t.Fatal(err)
	}
	mean := []float64{24.6637139108, 35.2189781022}
	residuals := []float64{6.50019871044, .47825148182}
	var total float64
	for i := range guests {
		visits, err := p.Predict(guests[i], stays, 0.95)
		if err != nil {
			t.Fatal(err)
		}
		want := mean[i] * residuals[i]
		total += want
		if math.Abs(got.Spend[i]-mean[i]) > printed*mean[i] || math.Abs(got.Guests[i].Value-want) > 2*printed*want {
			t.Errorf("guest %d: %+v at %g a stay, want %g", i, got.Guests[i], got.Spend[i], want)
		}
		// Independent errors: at least those of the visits alone.
		if alone := visits.StdErr * mean[i]; got.Guests[i].StdErr <= alone {
			t.Errorf("guest %d: error %g, of the visits alone %g", i, got.Guests[i].StdErr, alone)
		}
	}
	if math.Abs(got.Total.Value-total) > 2*printed*total || got.Total.StdErr <= got.Guests[0].StdErr {
		t.Errorf("total %+v, want %g", got.Total, total)
	}
	sure := spend
	sure.Report.Covariance = [][]float64{{1e-30, 0, 0}, {0, 1e-30, 0}, {0, 0, 1e-30}}
	sure.Report.Params = append([]btyd.Estimate(nil), sure.Report.Params...)
	for i := range sure.Report.Params {
		sure.Report.Params[i].StdErr = 1e-15 * sure.Report.Params[i].Value
	}
	known, err := p.Worth(guests[:1], spends[:1], stays, sure, 0.95, 1)
	if err != nil {
		t.Fatal(err)
	}
	visits, _ := p.Predict(guests[0], stays, 0.95)
	if want := visits.StdErr * mean[0]; math.Abs(known.Total.StdErr-want) > 1e-9*want {
		t.Errorf("spend known exactly: error %g, want that of the visits, %g", known.Total.StdErr, want)
	}
}

func TestWorthRefusesWhatItCannotAnswer(t *testing.T) {
	spend := spendFitAt(btyd.GammaGamma{P: 6.25, Q: 3.74, Gamma: 15.44})
	p := predictorAt(t, paperPareto())
	stays := residual(t, rate(t, "0.15 per year"))
	one := []btyd.History{{T: 3}}
	if _, err := p.Worth(one, nil, stays, spend, 0.95, 1); !isParam(err) {
		t.Errorf("no spend: got error %v", err)
	}
	if _, err := p.Worth(one, []btyd.Spend{{}}, btyd.Alive(), spend, 0.95, 1); !isParam(err) {
		t.Errorf("P(alive) times spend: got error %v", err)
	}
	if _, err := p.Worth(one, []btyd.Spend{{X: 1, Mean: -3}}, stays, spend, 0.95, 1); !isRow(err) {
		t.Errorf("negative spend: got error %v", err)
	}
	if _, err := p.Worth([]btyd.History{{X: 1}}, []btyd.Spend{{}}, stays, spend, 0.95, 1); !isRow(err) {
		t.Errorf("bad history: got error %v", err)
	}
	noMean := spendFitAt(btyd.GammaGamma{P: 6.25, Q: 0.8, Gamma: 15.4})
	if _, err := p.Worth(one, []btyd.Spend{{}}, stays, noMean, 0.95, 1); !isRow(err) {
		t.Errorf("q below 1: got error %v", err)
	}
	if _, err := p.Worth(one, []btyd.Spend{{}}, stays, btyd.SpendFit{}, 0.95, 1); err == nil {
		t.Error("a fit of spends without errors is accepted")
	}
	if _, err := p.Worth(one, []btyd.Spend{{}}, stays, spend, 1, 1); !isParam(err) {
		t.Errorf("level 1: got error %v", err)
	}
}
