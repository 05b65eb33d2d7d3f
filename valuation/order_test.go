package valuation_test

import (
	"math"
	"slices"
	"testing"

	"github.com/hotelcrm/hotelcrm/valuation"
	"pgregory.net/rapid"
)

func TestSelectionEqualsSorting(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		value := rapid.OneOf(rapid.Int64Range(-3, 3), rapid.Int64(), rapid.SampledFrom([]int64{math.MinInt64, math.MaxInt64, 1 << 16, -1 << 32}))
		list := rapid.SliceOfN(value, 1, 30).Draw(t, "list")
		rank := rapid.IntRange(0, len(list)-1).Draw(t, "rank")
		if got, want := valuation.NthSmallest(list, rank), slices.Sorted(slices.Values(list))[rank]; got != want {
			t.Fatalf("got %d, want %d", got, want)
		}
	})
}
