package tree_test

import (
	"math"
	"testing"

	"github.com/hotelcrm/hotelcrm/segment/tree"
)

// Halfway between two neighbours of a float64 lies one of them. The threshold parts them whichever it is.
func TestThresholdPartsNeighbouringNumbers(t *testing.T) {
	low := math.Nextafter(1, 2)
	for range 4 {
		high := math.Nextafter(low, 2)
		columns := numbersFrom1(20, func(i int) uint16 { return uint16(1 + i/10) })
		for i := range columns[0].Numbers {
			if columns[0].Numbers[i] = low; i >= 10 {
				columns[0].Numbers[i] = high
			}
		}
		for _, style := range []tree.Threshold{tree.Midpoint, tree.Observed} {
			fitted := fitLast(t, columns, tree.Settings{Criterion: tree.Gain, Threshold: style})
			for class, x := range []float64{low, high} {
				if got, err := fitted.Predict([]float64{x}); got != class || err != nil {
					t.Errorf("%b, %s: got class %d, %v, want %d", x, style, got, err, class)
				}
			}
		}
		low = high
	}
}

// A leaf that is expected to make up to 0.1 more errors than the branches is taken for its smaller size. The guests of
// each case: right and wrong in the first branch, wrong and right in the second. The errors that are expected of leaf and
// branches, by Quinlan (1993), section 4.2, were worked out apart.
func TestLeafThatIsNearlyAsGoodIsTaken(t *testing.T) {
	for _, test := range []struct {
		guests [4]int
		more   float64 // errors of the leaf less those of the branches
		leaves int
	}{
		{[4]int{7, 1, 4, 5}, 0.0286, 1},
		{[4]int{5, 3, 2, 3}, 0.0254, 1},
		{[4]int{10, 0, 5, 6}, 0.1105, 2},
		{[4]int{7, 1, 2, 3}, 0.1137, 2},
	} {
		columns := []testColumn{{Attribute: nominalAttribute("view", 2)}, {Attribute: nominalAttribute("class", 2)}}
		for k, n := range test.guests {
			for range n {
				columns[0].Codes = append(columns[0].Codes, uint16(1+k/2))
				columns[1].Codes = append(columns[1].Codes, uint16(1+k%2))
			}
		}
		for _, alone := range []bool{false, true} {
			s := tree.C45()
			s.NoRaising = alone
			if got := fitLast(t, columns, s).Leaves(); got != test.leaves {
				t.Errorf("%v, a leaf of %v more errors: got %d leaves, want %d", test.guests, test.more, got, test.leaves)
			}
		}
	}
}
