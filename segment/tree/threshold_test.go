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
