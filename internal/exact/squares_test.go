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
