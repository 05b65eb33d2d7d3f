package rfm_test

import (
	"fmt"
	"math"
	"math/big"
	"math/rand/v2"
	"slices"
	"testing"

	gocmp "github.com/google/go-cmp/cmp"
	"github.com/hotelcrm/hotelcrm/rfm"
	"github.com/shopspring/decimal"
)

// spenders returns guests who differ in revenue only, given in cents.
func spenders(cents ...int64) []guest {
	out := make([]guest, len(cents))
	for i, c := range cents {
		out[i] = guest{fmt.Sprintf("g%06d", i), 1, 1, decimal.New(c, -2)}
	}
	return out
}

func monetaryCuts(t *testing.T, method rfm.Method, bins int, cents ...int64) []string {
	t.Helper()
	return texts(scoresOf(t, spenders(cents...), rfm.Config{Monetary: rfm.Cut{Method: method, Bins: bins}}).Thresholds().Monetary.Cuts)
}

func TestCutsOfWidthsAndBreaks(t *testing.T) {
	tests := []struct {
		name   string
		method rfm.Method
		bins   int
		cents  []int64
		want   []string
	}{
		{"equal width", rfm.EqualWidth, 4, []int64{0, 10000, 700}, []string{"25", "50", "75"}},
		{"equal width below 0", rfm.EqualWidth, 2, []int64{-301, 100}, []string{"-1.005"}},
		{"equal width over all of int64", rfm.EqualWidth, 2, []int64{math.MinInt64, math.MaxInt64}, []string{"-0.005"}},
		{"log width, whole roots", rfm.LogWidth, 4, []int64{1, 10000}, []string{"0.1", "1", "10"}}, // the first in cents: 10
		{"log width, rounded down", rfm.LogWidth, 2, []int64{1, 2}, []string{"0.01"}},
		{"log width leaves 0 and less aside", rfm.LogWidth, 2, []int64{-900, 0, 400, 90000}, []string{"60"}},
		{"log width of nothing above 0", rfm.LogWidth, 5, []int64{-900, 0, -1}, []string{}},
		{"log width up to the end of int64", rfm.LogWidth, 2, []int64{1, math.MaxInt64}, []string{"30370004.99"}}, // √(2⁶³-1) = 3037000499.97
		{"two clusters", rfm.Jenks, 2, []int64{1, 2, 3, 100, 101, 102}, []string{"0.03"}},
		{"the rarer value is no cluster", rfm.Jenks, 2, []int64{0, 0, 0, 0, 0, 0, 10, 16, 16, 16, 16, 16}, []string{"0"}},
		{"a tie goes to the larger highest class", rfm.Jenks, 2, []int64{1, 2, 3}, []string{"0.01"}},
		{"clusters at both ends of int64", rfm.Jenks, 3, []int64{math.MinInt64, math.MinInt64 + 5, 0, 7, math.MaxInt64}, []string{"-92233720368547758.03", "0.07"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if diff := gocmp.Diff(tt.want, monetaryCuts(t, tt.method, tt.bins, tt.cents...)); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

func TestBreaksOfManyValuesEqualThePlainSearch(t *testing.T) {
	random := rand.New(rand.NewPCG(3, 4))
	for _, bins := range []int{2, 5, 10} {
		var cents []int64
		for range 400 {
			cents = append(cents, int64(math.Exp(3+random.NormFloat64())*10))
		}
		var values []*big.Rat
		for _, c := range cents {
			values = append(values, big.NewRat(c, 100))
		}
		sorted := slices.SortedFunc(slices.Values(values), (*big.Rat).Cmp)
		distinct := slices.CompactFunc(slices.Clone(sorted), func(a, b *big.Rat) bool { return a.Cmp(b) == 0 })
		var want []string
		for _, end := range plainBreaks(sorted, distinct, bins)[:bins-1] {
			want = append(want, decimal.NewFromBigRat(distinct[end-1], 2).String())
		}
		if diff := gocmp.Diff(want, monetaryCuts(t, rfm.Jenks, bins, cents...)); diff != "" {
			t.Errorf("%d bins (-want +got):\n%s", bins, diff)
		}
	}
}

// More different values than jenks keeps apart, in four clusters far apart, one of them a single guest.
func TestBreaksOfTooManyValuesStillLieInTheGaps(t *testing.T) {
	random := rand.New(rand.NewPCG(5, 6))
	var cents []int64
	for range 30_000 {
		cents = append(cents, random.Int64N(1_000_000), 50_000_000+random.Int64N(1_000_000), 90_000_000+random.Int64N(1_000_000))
	}
	cents = append(cents, 700_000_000)
	want := []int64{0, 0, 0}
	for _, c := range cents {
		for i, end := range []int64{1_000_000, 51_000_000, 91_000_000} {
			if c < end {
				want[i] = max(want[i], c)
			}
		}
	}
	for i, cut := range monetaryCuts(t, rfm.Jenks, 4, cents...) {
		if got := dec(cut).Shift(2).IntPart(); got != want[i] {
			t.Errorf("cut %d: want %d cents, got %d", i, want[i], got)
		}
	}
}

// Two values of so wide a line that they lie in one cell, which weighs as many guests as both: enough to stand alone.
func TestBreaksOfAWideLineWeighGuests(t *testing.T) {
	const far = 1 << 40
	cents := append([]int64{0}, slices.Repeat([]int64{1}, 100)...)
	cents = append(cents, slices.Repeat([]int64{10 * far}, 30)...)
	cents = append(cents, slices.Repeat([]int64{21 * far}, 30)...)
	if diff := gocmp.Diff([]string{"0.01"}, monetaryCuts(t, rfm.Jenks, 2, cents...)); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// Every value as far from the next: as many near ties as there can be.
func TestBreaksOfAnEvenLine(t *testing.T) {
	var cents []int64
	for i := range int64(16_384) {
		cents = append(cents, i*100)
	}
	want := []string{"3276", "6553", "9829", "13106"} // 3277, 3277, 3276, 3277 and 3277 guests
	got := monetaryCuts(t, rfm.Jenks, 5, cents...)
	var sizes []int64
	last := int64(-1)
	for _, cut := range append(slices.Clone(got), "16383") {
		sizes = append(sizes, dec(cut).IntPart()-last)
		last = dec(cut).IntPart()
	}
	slices.Sort(sizes)
	if sizes[0] < 3276 || sizes[4] > 3277 {
		t.Errorf("want classes of 3276 and 3277 guests such as %v, got %v", want, got)
	}
}
