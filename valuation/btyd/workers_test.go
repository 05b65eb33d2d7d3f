package btyd_test

import (
	"errors"
	"testing"

	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/valuation"
	"github.com/hotelcrm/hotelcrm/valuation/btyd"
)

func TestWorkersOutOfRangeAreRefused(t *testing.T) {
	guests := []btyd.History{{X: 2, Tx: 30, T: 39}, {T: 39}}
	cells := newCells(t, guests)
	occasions, err := btyd.NewOccasionCells(valuation.Year, []btyd.OccasionCell{{Occasions: btyd.Occasions{X: 1, Tx: 1, N: 3}, Guests: 5}})
	if err != nil {
		t.Fatal(err)
	}
	spends, err := btyd.NewSpends([]btyd.Spend{{X: 2, Mean: 100}})
	if err != nil {
		t.Fatal(err)
	}
	p := predictorAt(t, paperBG())
	for _, workers := range []int{-1, 1025} {
		fit := func(_ any, err error) error { return err }
		for name, err := range map[string]error{
			"FitNBD": fit(btyd.FitNBD(cells, workers)), "FitNamed": fit(btyd.FitNamed("Pareto/NBD", cells, workers)),
			"FitMBGCNBD": fit(btyd.FitMBGCNBD(cells, 2, workers)), "FitBGBB": fit(btyd.FitBGBB(occasions, workers)),
			"FitGammaGamma": fit(btyd.FitGammaGamma(spends, workers)), "Compare": fit(btyd.Compare(btyd.Trial{Unit: valuation.Week, Histories: guests}, workers)),
			"PredictAll": fit(p.PredictAll(guests, btyd.Alive(), .9, workers)),
		} {
			if refused, ok := errors.AsType[*hotelcrm.ParamError](err); !ok || refused.Param != "workers" {
				t.Errorf("%s of %d workers: %v", name, workers, err)
			}
		}
	}
}
