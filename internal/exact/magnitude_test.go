package exact_test

import (
	"testing"

	"github.com/hotelcrm/hotelcrm/internal/exact"
	"github.com/shopspring/decimal"
)

func TestMagnitude(t *testing.T) {
	for _, c := range []struct {
		d          decimal.Decimal
		tame, part bool
		text       string
	}{
		{decimal.New(5, -1), true, true, "0.5"},
		{decimal.New(1, 0), true, true, "1"},
		{decimal.New(0, 0), true, true, "0"},
		{decimal.New(-1, -2), true, false, "-0.01"},
		{decimal.New(101, -2), true, false, "1.01"},
		{decimal.New(0, 1_000_000_000), false, false, "exponent 1000000000"},
		{decimal.New(1, -1_000_000_000), false, false, "exponent -1000000000"},
	} {
		if exact.Tame(c.d) != c.tame || exact.IsPart(c.d) != c.part || exact.Text(c.d) != c.text {
			t.Errorf("%s: tame %v, part %v, text %s", c.text, exact.Tame(c.d), exact.IsPart(c.d), exact.Text(c.d))
		}
	}
	if !exact.Tame(decimal.New(1, exact.Limit)) || exact.Tame(decimal.New(1, -exact.Limit-1)) {
		t.Error("the limit itself is tame, and nothing beyond it")
	}
}
