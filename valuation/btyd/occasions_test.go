package btyd_test

import (
	"math"
	"testing"

	"github.com/hotelcrm/hotelcrm/valuation"
	"github.com/shopspring/decimal"
)

const (
	closedForm = 1e-9 // relative: formulas at fixed parameters
	fromFit    = 1e-5 // relative: parameters at a maximum
	atMaximum  = 1e-6 // absolute: a log-likelihood
)

// wantClose fails unless got is want but for a relative difference; a want of 0 is met to the absolute difference.
func wantClose(t *testing.T, what string, got, want, relative float64) {
	t.Helper()
	if !(math.Abs(got-want) <= relative*max(math.Abs(want), math.SmallestNonzeroFloat64)) && !(want == 0 && math.Abs(got) <= relative) {
		t.Errorf("%s: got %.13g, want %.13g", what, got, want)
	}
}

// yearly returns an effective rate a year.
func yearly(t testing.TB, rate string) valuation.Rate {
	t.Helper()
	out, err := valuation.Effective(decimal.RequireFromString(rate), valuation.Year)
	if err != nil {
		t.Fatal(err)
	}
	return out
}
