package tree_test

import (
	"errors"
	"math"
	"testing"

	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/internal/refusetest"
	"github.com/hotelcrm/hotelcrm/segment/tree"
)

func TestWrongCutsAreRefused(t *testing.T) {
	one := []float64{1, 2}
	_, err := tree.EqualWidth(one, 1)
	refusetest.Param(t, err, "bins")
	_, err = tree.EqualFrequency(one, 256)
	refusetest.Param(t, err, "bins")
	_, err = tree.Jenks(one, 0)
	refusetest.Param(t, err, "bins")
	_, _, err = tree.MDLP(one, []uint16{1})
	refusetest.Param(t, err, "classes")
	_, err = tree.ChiMerge(one, []uint16{1, 2}, tree.ChiMergeSettings{Threshold: math.NaN()})
	refusetest.Param(t, err, "ChiMergeSettings.Threshold")
	_, err = tree.ChiMerge(one, []uint16{1, 2}, tree.ChiMergeSettings{MaxBins: 1})
	refusetest.Param(t, err, "ChiMergeSettings.MaxBins")
	_, err = tree.ChiMerge(one, []uint16{1, 2}, tree.ChiMergeSettings{MaxBins: 3, MinBins: 4})
	refusetest.Param(t, err, "ChiMergeSettings.MinBins")
	_, err = tree.FixedCuts([]float64{2, 1}, tree.SideBelow)
	refusetest.Param(t, err, "Cuts.Points[1]")
	_, err = tree.FixedCuts([]float64{math.NaN()}, tree.SideBelow)
	refusetest.Param(t, err, "Cuts.Points[0]")
	_, err = tree.FixedCuts(one, tree.SideBelow, "low", "high")
	refusetest.Param(t, err, "Cuts.Names")
	_, err = tree.Cuts{}.Goodness(one)
	refusetest.Param(t, err, "Cuts.Version")
	_, err = tree.Cuts{Version: 1, Method: tree.CutFixed}.Separation(one, []uint16{1, 2})
	refusetest.Param(t, err, "Cuts.Side")
	_, err = tree.Cuts{Version: 1, Side: tree.SideAbove}.Attribute("a", "")
	refusetest.Param(t, err, "Cuts.Method")
	_, err = tree.ParseSide("middle")
	refusetest.Param(t, err, "side")
	_, err = tree.ParseCutMethod("quantile")
	refusetest.Param(t, err, "method")
	for _, numbers := range [][]float64{{1, math.Inf(-1)}} {
		_, err = tree.EqualWidth(numbers, 2)
		if row, ok := errors.AsType[*hotelcrm.RowError](err); !ok || row.Row != 2 {
			t.Errorf("got %v", err)
		}
	}
	_, _, err = tree.MDLP(one, []uint16{1, 256})
	refusetest.Row(t, err, 2, "classes")
}

// Columns that leave nothing to cut, or nothing between the numbers of floating point.
func TestCutsOfDegenerateColumns(t *testing.T) {
	nan := math.NaN()
	next := math.Nextafter(1, 2)
	tests := []struct {
		name    string
		numbers []float64
		bins    int // in effect, at most
	}{
		{"none", nil, 1},
		{"missing", []float64{nan, nan}, 1},
		{"one", []float64{5}, 1},
		{"equal", []float64{5, 5, 5}, 1},
		{"zeros of both signs", []float64{0, math.Copysign(0, -1)}, 1},
		{"neighbours", []float64{1, next}, 2},
		{"the whole range", []float64{-math.MaxFloat64, 0, math.MaxFloat64}, 3},
		{"the smallest", []float64{0, math.SmallestNonzeroFloat64}, 2},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			classes := make([]uint16, len(test.numbers))
			for i := range classes {
				classes[i] = uint16(i%2) + 1
			}
			width, err := tree.EqualWidth(test.numbers, 3)
			frequency, frequencyErr := tree.EqualFrequency(test.numbers, 3)
			jenks, jenksErr := tree.Jenks(test.numbers, 3)
			chi, chiErr := tree.ChiMerge(test.numbers, classes, tree.ChiMergeSettings{MinBins: 2})
			mdlp, _, mdlpErr := tree.MDLP(test.numbers, classes)
			if err := errors.Join(err, frequencyErr, jenksErr, chiErr, mdlpErr); err != nil {
				t.Fatal(err)
			}
			for _, cuts := range []tree.Cuts{width, frequency, jenks, chi, mdlp} {
				if err := cuts.Validate(); err != nil {
					t.Error(err)
				}
				if cuts.InEffect() > test.bins {
					t.Errorf("%v: %v", cuts.Method, cuts.Points)
				}
			}
			if test.bins > 1 && (frequency.InEffect() < 2 || jenks.InEffect() != test.bins) {
				t.Errorf("not cut: %v, %v", frequency.Points, jenks.Points)
			}
		})
	}
}

// The middle of neighbours may be nearer to the upper one; the cut must not be.
func TestNeighboursAreKeptApart(t *testing.T) {
	low := 0.3
	for range 500 {
		high := math.Nextafter(low, 1)
		cuts, err := tree.EqualFrequency([]float64{low, high}, 2)
		if err != nil {
			t.Fatal(err)
		}
		if cuts.Bin(low) != 1 || cuts.Bin(high) != 2 {
			t.Fatalf("%v and %v are not kept apart by %v", low, high, cuts.Points)
		}
		low = high
	}
}
