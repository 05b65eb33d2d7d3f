package experiment_test

import (
	"math"
	"testing"

	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/segment/experiment"
	"github.com/shopspring/decimal"
)

// wholeAmounts is a column of whole amounts.
func wholeAmounts(t *testing.T, list ...int64) hotelcrm.Amounts {
	t.Helper()
	amounts, err := hotelcrm.AmountsOfMinor(0, list, nil)
	if err != nil {
		t.Fatal(err)
	}
	return amounts
}

// Every level that is allowed has an interval, and a higher level never a narrower one.
func TestLevelsOfRevenue(t *testing.T) {
	money := hotelcrm.RoundTo{Places: 2, Mode: hotelcrm.RoundHalfEven}
	before := decimal.Zero
	for _, level := range []float64{5e-324, 1e-17, .5, .95, 1 - 1e-12, 1 - 1e-15, math.Nextafter(1, 0)} {
		got, err := experiment.IncrementalRevenue(wholeAmounts(t, 1, 2, 3, 4), wholeAmounts(t, 1, 2, 2, 1), level, money)
		if err != nil {
			t.Fatal(err)
		}
		if width := got.High.Sub(got.Low); width.LessThan(before) {
			t.Errorf("level %v: width %v after %v", level, width, before)
		} else {
			before = width
		}
	}
}
