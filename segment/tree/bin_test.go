package tree_test

import (
	"math"
	"testing"

	"github.com/hotelcrm/hotelcrm/segment/tree"
	"pgregory.net/rapid"
)

// drawNumbers draws values as wild as floats are: from few and from many, close together, far apart, at the ends.
func drawNumbers(t *rapid.T) []float64 {
	value := rapid.OneOf(
		rapid.Just(math.NaN()),
		rapid.Custom(func(t *rapid.T) float64 { return float64(rapid.IntRange(0, 20).Draw(t, "few")) }),
		rapid.Float64Range(-1, 1),
		rapid.Custom(func(t *rapid.T) float64 { return math.Exp(rapid.Float64Range(-300, 300).Draw(t, "log")) }),
		rapid.SampledFrom([]float64{math.MaxFloat64, -math.MaxFloat64, math.SmallestNonzeroFloat64, math.Copysign(0, -1), 0}),
	)
	return rapid.SliceOfN(value, 1, 400).Draw(t, "values")
}

// A bin holds the values between its ends, its ends are values of its own, and bins rise with the values.
func TestBinsDivideNumbersInOrder(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		values, most := drawNumbers(t), rapid.IntRange(2, 300).Draw(t, "most")
		places, low, high := tree.BinNumbers(values, most)
		if len(high)-1 > most {
			t.Fatalf("%d bins, at most %d allowed", len(high)-1, most)
		}
		held := make([][2]bool, len(high))
		for i, v := range values {
			b := places[i]
			if v != v {
				if b != 0 {
					t.Fatalf("missing value in bin %d", b)
				}
				continue
			}
			if b < 1 || b >= len(high) || v < low[b] || v > high[b] {
				t.Fatalf("%v is in bin %d, [%v, %v]", v, b, low[b], high[b])
			}
			held[b][0] = held[b][0] || v == low[b]
			held[b][1] = held[b][1] || v == high[b]
		}
		for b := 1; b < len(high); b++ {
			if !held[b][0] || !held[b][1] || b > 1 && low[b] <= high[b-1] {
				t.Fatalf("bin %d: [%v, %v] after %v, ends are values: %v", b, low[b], high[b], high[b-1], held[b])
			}
		}
	})
}

// Many different values fall into bins of equal size, however skewed they are.
func TestBinsAreOfEqualSize(t *testing.T) {
	for name, curve := range map[string]func(u float64) float64{
		"even": func(u float64) float64 { return u }, "steep": func(u float64) float64 { return math.Exp(100 * u) },
		"outlier": func(u float64) float64 {
			if u > .9999 {
				return 1e300
			}
			return u
		},
	} {
		values := make([]float64, 25_500)
		for i := range values {
			values[i] = curve(uniform(i, 0))
		}
		places, _, high := tree.BinNumbers(values, 255)
		counts := make([]int, 256)
		for _, b := range places {
			counts[b]++
		}
		if len(high) != 256 {
			t.Errorf("%s: %d bins", name, len(high)-1)
		}
		for b, n := range counts[1:] {
			if n < 95 || n > 105 {
				t.Errorf("%s: bin %d has %d of 25500 values", name, b+1, n)
			}
		}
	}
}

// -0 and 0 are one value, and no end of a bin shows which of them came first: neither where each value has a bin, of few
// guests or of many, nor where several share one.
func TestEndsOfBinsHaveNoSignOfZero(t *testing.T) {
	minus := math.Copysign(0, -1)
	for name, values := range map[string][]float64{
		"few":  {minus, 0, 1, minus},
		"many": {1, minus, 0, minus, 1, 2, minus},
		"cuts": {-3, -2, minus, minus, 0, 1, 2, 3, 4, 5},
	} {
		_, low, high := tree.BinNumbers(values, 4)
		zeros := 0
		for _, ends := range [][]float64{low[1:], high[1:]} {
			for _, end := range ends {
				if end == 0 {
					zeros++
				}
				if end == 0 && math.Signbit(end) {
					t.Errorf("%s: from %v to %v", name, low[1:], high[1:])
				}
			}
		}
		if zeros == 0 {
			t.Errorf("%s: no bin ends at 0: %v to %v", name, low[1:], high[1:])
		}
	}
}
