package exact_test

import (
	"math"
	"testing"

	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/internal/exact"
	"github.com/shopspring/decimal"
	"pgregory.net/rapid"
)

func TestSumSquaresEqualsThePlainSum(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		minor := rapid.SliceOf(rapid.OneOf(rapid.Int64(), rapid.SampledFrom([]int64{math.MinInt64 + 1, math.MaxInt64, 0}))).Draw(t, "minor")
		amounts, err := hotelcrm.AmountsOfMinor(2, minor, nil)
		if err != nil {
			t.Fatal(err)
		}
		want := decimal.Decimal{}
		for i := range minor {
			x := amounts.At(i)
			want = want.Add(x.Mul(x))
		}
		if got := exact.SumSquares(amounts); !got.Equal(want) {
			t.Errorf("%v: %s, want %s", minor, got, want)
		}
	})
}

// 0.3 of a cent back, and a sum beyond 64 bits: no integer of cents holds them.
func TestSumSquaresOfAmountsBeyondIntegers(t *testing.T) {
	amounts, err := hotelcrm.AmountsOf(2,
		decimal.RequireFromString("-0.003"), decimal.RequireFromString("100000000000000000000"), decimal.RequireFromString("2.50"))
	if err != nil {
		t.Fatal(err)
	}
	want := decimal.RequireFromString("10000000000000000000000000000000000000006.250009")
	if got := exact.SumSquares(amounts); amounts.Beyond() != 2 || !got.Equal(want) {
		t.Errorf("%d beyond, %s, want %s", amounts.Beyond(), got, want)
	}
}
