package movement_test

import (
	"math"
	"slices"
	"testing"

	"github.com/hotelcrm/hotelcrm/internal/refusetest"
	"github.com/hotelcrm/hotelcrm/segment/movement"
	"pgregory.net/rapid"
)

// Made shares, worked out by two programs, natural logarithm, nine decimal places.
func TestStabilityByTwoPrograms(t *testing.T) {
	tests := []struct {
		name             string
		expected, actual []int64
		want             float64
		reading          movement.Reading
	}{
		{"ten bins", []int64{10, 10, 10, 10, 10, 10, 10, 10, 10, 10}, []int64{8, 9, 9, 10, 10, 10, 11, 11, 11, 11}, 0.010382489, movement.Stable},
		{"value segments", []int64{200, 300, 350, 150}, []int64{260, 280, 300, 160}, 0.025474633, movement.Stable},
		{"five bins", []int64{100, 200, 400, 200, 100}, []int64{50, 150, 400, 250, 150}, 0.080471896, movement.Stable},
		{"two bins", []int64{90, 10}, []int64{80, 20}, 0.081093022, movement.Stable},
		{"ten times as many", []int64{25, 25, 50}, []int64{250, 250, 500}, 0, movement.Stable},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got, err := movement.Stability(tt.expected, tt.actual, 0)
			if err != nil || got.Reading != tt.reading {
				t.Errorf("got %+v, %v", got, err)
			}
			near(t, "index", tt.want, got.Index, 5.1e-10)
		})
	}
	got, err := movement.Stability([]int64{200, 300, 350, 150}, []int64{260, 280, 300, 160}, movement.RefuseEmpty)
	if err != nil {
		t.Fatal(err)
	}
	for i, want := range []float64{0.015742, 0.001380, 0.007708, 0.000645} {
		near(t, "term", want, got.Terms[i], close6)
	}
	near(t, "noise", 0.006, got.Noise, 1e-15) // 3·(1/1000 + 1/1000)
}

func TestStabilityReadings(t *testing.T) {
	for _, tt := range []struct {
		actual []int64
		want   movement.Reading
	}{{[]int64{50, 50}, movement.Stable}, {[]int64{34, 66}, movement.Watch}, {[]int64{20, 80}, movement.Shifted}} {
		got, err := movement.Stability([]int64{50, 50}, tt.actual, 0)
		if err != nil || got.Reading != tt.want {
			t.Errorf("%v: want %v, got %+v, %v", tt.actual, tt.want, got, err)
		}
	}
}

func TestEmptyBinsFollowTheRule(t *testing.T) {
	expected, actual := []int64{50, 50, 0, 0}, []int64{40, 50, 0, 10}
	_, err := movement.Stability(expected, actual, movement.RefuseEmpty)
	refusetest.Param(t, err, "bin 3")

	half, err := movement.Stability(expected, actual, movement.AddHalf)
	if err != nil || !slices.Equal(half.Filled, []int{3}) || !slices.Equal(half.Dropped, []int{2}) || half.Terms[2] != 0 {
		t.Errorf("add half: got %+v, %v", half, err)
	}
	term := func(e, a float64) float64 { return (a - e) * math.Log(a/e) }
	near(t, "add half", term(50.5/101.5, 40.5/101.5)+term(0.5/101.5, 10.5/101.5), half.Index, 1e-12)

	merged, err := movement.Stability(expected, actual, movement.MergeEmpty)
	if err != nil || !slices.Equal(merged.Merged, []int{3}) || merged.Terms[3] != 0 {
		t.Errorf("merge: got %+v, %v", merged, err)
	}
	near(t, "merge", term(0.5, 0.4)+term(0.5, 0.6), merged.Index, 1e-12)

	forward, err := movement.Stability([]int64{0, 0, 30, 70}, []int64{5, 5, 20, 70}, movement.MergeEmpty)
	if err != nil || !slices.Equal(forward.Merged, []int{0, 1}) {
		t.Errorf("merge with the next: got %+v, %v", forward, err)
	}
	near(t, "merge with the next", 0, forward.Index, 1e-15) // 30 and 70 of 100 on both sides

	apart, err := movement.Stability([]int64{10, 0}, []int64{0, 10}, movement.MergeEmpty)
	if err != nil || apart.Index != 0 || apart.Noise != 0 {
		t.Errorf("all in one bin: got %+v, %v", apart, err)
	}
	plain, _ := movement.Stability([]int64{50, 50}, []int64{40, 60}, movement.AddHalf)
	near(t, "nothing is added where nothing is empty", term(0.5, 0.4)+term(0.5, 0.6), plain.Index, 1e-12)
}

func TestStabilityRefusesWrongCounts(t *testing.T) {
	for param, sides := range map[string][2][]int64{
		"expected":    {{}, {}},
		"actual":      {{1, 2}, {1}},
		"expected[1]": {{1, -2}, {1, 2}},
		"actual[0]":   {{1, 2}, {1 << 41, 2}},
	} {
		_, err := movement.Stability(sides[0], sides[1], 0)
		refusetest.Param(t, err, param)
	}
	_, err := movement.Stability([]int64{0}, []int64{1}, 0)
	refusetest.Param(t, err, "expected")
	_, err = movement.Stability([]int64{1}, []int64{0}, 0)
	refusetest.Param(t, err, "actual")
	_, err = movement.Stability([]int64{1}, []int64{1}, 9)
	refusetest.Param(t, err, "empty")
}

func TestStabilityIsSymmetricAndNotNegative(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(1, 8).Draw(t, "bins")
		draw := func(name string) []int64 {
			out := rapid.SliceOfN(rapid.Int64Range(0, 50), n, n).Draw(t, name)
			out[0]++
			return out
		}
		expected, actual := draw("expected"), draw("actual")
		rule := movement.EmptyBins(rapid.IntRange(2, 3).Draw(t, "rule"))
		there, err := movement.Stability(expected, actual, rule)
		back, err2 := movement.Stability(actual, expected, rule)
		if err != nil || err2 != nil || math.Abs(there.Index-back.Index) > 1e-11 || there.Index < -1e-15 || math.IsInf(there.Index, 0) {
			t.Fatalf("got %+v and %+v, %v, %v", there, back, err, err2)
		}
		sum := 0.0
		for _, term := range there.Terms {
			sum += term
		}
		if math.Abs(sum-there.Index) > 1e-10 {
			t.Fatalf("terms add up to %v, index %v", sum, there.Index)
		}
	})
}
