package valuation_test

import (
	gocmp "github.com/google/go-cmp/cmp"
	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/valuation"
	"github.com/shopspring/decimal"
)

var _ = gocmp.Diff

func dec(text string) decimal.Decimal { return decimal.RequireFromString(text) }

func decs(texts ...string) []decimal.Decimal {
	list := make([]decimal.Decimal, len(texts))
	for i, text := range texts {
		list[i] = dec(text)
	}
	return list
}

type failer interface {
	Helper()
	Fatalf(format string, args ...any)
}

// effective returns a rate that the test knows to be allowed.
func effective(t failer, rate string, per valuation.Period) valuation.Rate {
	t.Helper()
	r, err := valuation.Effective(dec(rate), per)
	if err != nil {
		t.Fatalf("%v", err)
	}
	return r
}

// places returns the usual rounding at a number of decimal places.
func places(n int) hotelcrm.RoundTo { return hotelcrm.RoundTo{Places: n, Mode: hotelcrm.RoundHalfEven} }
