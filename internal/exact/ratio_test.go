package exact_test

import (
	"math/big"
	"testing"

	"github.com/hotelcrm/hotelcrm/internal/exact"
	"github.com/shopspring/decimal"
)

func TestRatio(t *testing.T) {
	for _, c := range []struct {
		a, b   int64
		places int
		want   string
	}{{1, 3, 6, "0.333333"}, {2, 3, 6, "0.666667"}, {1, 8, 2, "0.12"}, {3, 8, 2, "0.38"}, {-1, 8, 2, "-0.12"}} {
		if got := exact.Ratio(decimal.NewFromInt(c.a), decimal.NewFromInt(c.b), c.places); !got.Equal(decimal.RequireFromString(c.want)) {
			t.Errorf("%d/%d: %s, want %s", c.a, c.b, got, c.want)
		}
	}
}

func TestSqrt(t *testing.T) {
	if got := exact.Sqrt(big.NewRat(9, 4)).Text('g', 20); got != "1.5" {
		t.Error(got)
	}
	if got := exact.Sqrt(big.NewRat(2, 1)).Text('f', 28); got != "1.4142135623730950488016887242" {
		t.Error(got)
	}
}
