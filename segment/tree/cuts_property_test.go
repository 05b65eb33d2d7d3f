package tree_test

import (
	"encoding/json"
	"math"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/hotelcrm/hotelcrm/segment/tree"
	"pgregory.net/rapid"
)

// drawColumn draws numbers with ties and gaps, and classes.
func drawColumn(t *rapid.T, most int) ([]float64, []uint16) {
	number := rapid.Custom(func(t *rapid.T) float64 {
		switch rapid.IntRange(0, 9).Draw(t, "kind") {
		case 0:
			return math.NaN()
		case 1:
			return rapid.Float64Range(-1e3, 1e3).Draw(t, "number")
		}
		return float64(rapid.IntRange(-5, 15).Draw(t, "tenths")) / 10
	})
	numbers := rapid.SliceOfN(number, 0, most).Draw(t, "numbers")
	classes := rapid.SliceOfN(rapid.Uint16Range(0, 3), len(numbers), len(numbers)).Draw(t, "classes")
	return numbers, classes
}

// found is the cuts of every method.
func found(t *rapid.T, numbers []float64, classes []uint16, bins int) []tree.Cuts {
	t.Helper()
	var out []tree.Cuts
	add := func(c tree.Cuts, err error) {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
		if err := c.Validate(); err != nil {
			t.Fatal(err)
		}
		out = append(out, c)
	}
	add(tree.EqualWidth(numbers, bins))
	add(tree.EqualFrequency(numbers, bins))
	add(tree.Jenks(numbers, bins))
	add(tree.ChiMerge(numbers, classes, tree.ChiMergeSettings{MaxBins: bins}))
	cuts, _, err := tree.MDLP(numbers, classes)
	add(cuts, err)
	return out
}

func TestTheOrderOfGuestsChangesNoCut(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		numbers, classes := drawColumn(t, 40)
		bins := rapid.IntRange(2, 6).Draw(t, "bins")
		order := make([]int, len(numbers))
		for i := range order {
			order[i] = i
		}
		order = rapid.Permutation(order).Draw(t, "order")
		var others []float64
		var otherClasses []uint16
		for _, i := range order {
			others, otherClasses = append(others, numbers[i]), append(otherClasses, classes[i])
		}
		one, other := found(t, numbers, classes, bins), found(t, others, otherClasses, bins)
		if diff := cmp.Diff(one, other); diff != "" {
			t.Fatalf("(-one order +other):\n%s", diff)
		}
		for _, c := range one {
			g, err := c.Goodness(numbers)
			h, otherErr := c.Goodness(others)
			s, separationErr := c.Separation(numbers, classes)
			r, otherSeparationErr := c.Separation(others, otherClasses)
			if err != nil || otherErr != nil || separationErr != nil || otherSeparationErr != nil {
				t.Fatal(err, otherErr, separationErr, otherSeparationErr)
			}
			if diff := cmp.Diff(g, h) + cmp.Diff(s, r); diff != "" {
				t.Fatalf("(-one order +other):\n%s", diff)
			}
		}
	})
}

func TestEveryNumberIsInTheBinOfItsInterval(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		points := rapid.SliceOfNDistinct(rapid.IntRange(-9, 9), 0, 6, rapid.ID).Draw(t, "points")
		slices.Sort(points)
		var at []float64
		for _, p := range points {
			at = append(at, float64(p))
		}
		side := rapid.SampledFrom([]tree.Side{tree.SideBelow, tree.SideAbove}).Draw(t, "side")
		cuts, err := tree.FixedCuts(at, side)
		if err != nil {
			t.Fatal(err)
		}
		number := rapid.SampledFrom([]float64{-10, -9, -3.5, 0, math.Copysign(0, -1), 2, 9, 10, math.Inf(1), math.Inf(-1)}).Draw(t, "number")
		want := 1
		for _, p := range at {
			if number > p || number == p && side == tree.SideAbove {
				want++
			}
		}
		if got := cuts.Bin(number); got != want {
			t.Fatalf("%v is in bin %d of %v, want %d", number, got, at, want)
		}
		if codes := cuts.AppendCodes(nil, []float64{math.NaN(), number}); !slices.Equal(codes, []uint16{0, uint16(want)}) {
			t.Fatalf("codes %v", codes)
		}
	})
}

func TestCutsSurviveJSON(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		numbers, classes := drawColumn(t, 20)
		for _, want := range found(t, numbers, classes, 4) {
			text, err := json.Marshal(want)
			if err != nil {
				t.Fatal(err)
			}
			var got tree.Cuts
			if err := json.Unmarshal(text, &got); err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(want, got); diff != "" {
				t.Fatalf("(-want +got):\n%s", diff)
			}
		}
	})
}

// Bins end where one number more or less would not bring them nearer to an equal share of what is left.
func TestEqualFrequencyKeepsEqualNumbersTogether(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		numbers, _ := drawColumn(t, 60)
		bins := rapid.IntRange(2, 8).Draw(t, "bins")
		cuts, err := tree.EqualFrequency(numbers, bins)
		if err != nil {
			t.Fatal(err)
		}
		good, err := cuts.Goodness(numbers)
		if err != nil {
			t.Fatal(err)
		}
		if cuts.InEffect() > bins {
			t.Fatalf("%d bins, asked for %d", cuts.InEffect(), bins)
		}
		for b, n := range good.Counts {
			if n == 0 && cuts.Numbers > 0 {
				t.Fatalf("bin %d is empty: %v", b+1, good.Counts)
			}
		}
		for _, number := range numbers {
			if slices.Contains(cuts.Points, number) {
				t.Fatalf("%v lies on a cut", number)
			}
		}
	})
}

// Where all numbers differ, the bins differ by one guest at most.
func TestEqualFrequencyOfDifferentNumbers(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		bins := rapid.IntRange(2, 20).Draw(t, "bins")
		n := rapid.IntRange(bins, 200).Draw(t, "n")
		var numbers []float64
		for i := range n {
			numbers = append(numbers, float64(i*i))
		}
		cuts, err := tree.EqualFrequency(numbers, bins)
		if err != nil {
			t.Fatal(err)
		}
		good, err := cuts.Goodness(numbers)
		if err != nil {
			t.Fatal(err)
		}
		if len(good.Counts) != bins || slices.Max(good.Counts)-slices.Min(good.Counts) > 1 {
			t.Fatalf("%d guests in %v", n, good.Counts)
		}
	})
}
