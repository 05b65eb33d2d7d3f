package rational_test

import (
	"math/big"
	"testing"

	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/internal/rational"
	"github.com/shopspring/decimal"
)

// What is left after the places asked for decides, however far behind it stands.
func TestRoundKnowsTheWholeRest(t *testing.T) {
	tiny := new(big.Rat).SetFrac(big.NewInt(1), new(big.Int).Exp(big.NewInt(10), big.NewInt(40), nil))
	half := big.NewRat(25, 1000)
	above, below := new(big.Rat).Add(half, tiny), new(big.Rat).Sub(half, tiny)
	negative := new(big.Rat).Neg(above)
	for _, c := range []struct {
		x    *big.Rat
		mode hotelcrm.Rounding
		want string
	}{
		{half, hotelcrm.RoundHalfEven, "0.02"},
		{above, hotelcrm.RoundHalfEven, "0.03"},
		{below, hotelcrm.RoundHalfUp, "0.02"},
		{tiny, hotelcrm.RoundCeiling, "0.01"},
		{tiny, hotelcrm.RoundFloor, "0"},
		{negative, hotelcrm.RoundHalfEven, "-0.03"},
		{negative, hotelcrm.RoundCeiling, "-0.02"},
		{negative, hotelcrm.RoundFloor, "-0.03"},
	} {
		if got := rational.Round(c.x, 2, c.mode); !got.Equal(decimal.RequireFromString(c.want)) {
			t.Errorf("%s %v: %s, want %s", c.x.FloatString(42), c.mode, got, c.want)
		}
	}
}

func TestRatio(t *testing.T) {
	for _, c := range []struct {
		a, b   int64
		places int
		want   string
	}{{1, 3, 6, "0.333333"}, {2, 3, 6, "0.666667"}, {1, 8, 2, "0.12"}, {3, 8, 2, "0.38"}, {-1, 8, 2, "-0.12"}} {
		if got := rational.Ratio(decimal.NewFromInt(c.a), decimal.NewFromInt(c.b), c.places); !got.Equal(decimal.RequireFromString(c.want)) {
			t.Errorf("%d/%d: %s, want %s", c.a, c.b, got, c.want)
		}
	}
}

func TestSqrt(t *testing.T) {
	if got := rational.Sqrt(big.NewRat(9, 4)).Text('g', 20); got != "1.5" {
		t.Error(got)
	}
	if got := rational.Sqrt(big.NewRat(2, 1)).Text('f', 28); got != "1.4142135623730950488016887242" {
		t.Error(got)
	}
}
