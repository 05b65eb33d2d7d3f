package tree

import (
	"math"

	"github.com/hotelcrm/hotelcrm/internal/jenks"
)

// Numbers are divided as they are if they are whole multiples of a power of ten within 2³² steps, and of at most 2¹⁴
// different values; otherwise on a grid.
const (
	gridSpan   = 1<<32 - 1
	gridCells  = 1 << 14
	gridPlaces = 9
)

// Jenks returns natural breaks: the cuts whose bins have the least sum of squared distances from their means. It is
// k-means on one axis, but exact. Of equally good divisions it takes the one whose highest bin begins lowest, then the
// second highest, and so on.
//
// Input: NaN is missing. With fewer different numbers than bins, each is a bin. Numbers with more than 9 decimal places,
// or further apart than 2³² of their smallest steps, are rounded to 2³² steps of their range; more than 16384 different
// ones are put together with their neighbours.
// Errors: as [EqualWidth].
// Cost: O(n + bins·d·log d) for d different numbers, at most 16384.
// Source: G. F. Jenks (1967), The data model concept in statistical mapping; H. Wang and M. Song (2011), The R Journal
// 3(2) 29-33.
func Jenks(numbers []float64, bins int) (Cuts, error) {
	l, err := ladderFor(numbers, bins)
	if err != nil {
		return Cuts{}, err
	}
	var points []float64
	if len(l.values) > 1 {
		cells, last := l.cells()
		ends := jenks.Divide(cells, min(bins, len(cells)))
		for _, end := range ends[:len(ends)-1] {
			points = append(points, l.cutAfter(last[end-1]))
		}
	}
	return l.cuts(CutJenks, bins, points), nil
}

// cells returns the rungs as places on a line, and the last rung of each cell.
func (l *ladder) cells() ([]jenks.Cell, []int) {
	places := l.places()
	shift := 0
	for occupied(places, shift) > gridCells {
		shift++
	}
	var cells []jenks.Cell
	var last []int
	for rung, at := range places {
		at >>= shift
		if n := len(cells); n == 0 || cells[n-1].At != at {
			cells, last = append(cells, jenks.Cell{At: at}), append(last, 0)
		}
		cells[len(cells)-1].Count += uint64(l.count(rung))
		last[len(last)-1] = rung
	}
	return cells, last
}

// occupied returns how many different places there are once the lowest bits are dropped.
func occupied(places []uint64, shift int) int {
	n := 1
	for i := 1; i < len(places); i++ {
		if places[i]>>shift != places[i-1]>>shift {
			n++
		}
	}
	return n
}

// places returns where the values lie, in their own decimal steps if that is exact, else on a grid over their range.
func (l *ladder) places() []uint64 {
	scale := 1.0
	for range gridPlaces + 1 {
		if out := l.decimalPlaces(scale); out != nil {
			return out
		}
		scale *= 10
	}
	low, high, part := l.values[0], l.values[len(l.values)-1], 1.0
	if math.IsInf(high-low, 0) { // too large for a number, but half of it is not
		part = 0.5
	}
	out := make([]uint64, len(l.values))
	for i, v := range l.values {
		out[i] = uint64(math.Round((float64(v*part) - float64(low*part)) / (float64(high*part) - float64(low*part)) * gridSpan))
	}
	return out
}

// decimalPlaces returns the values in steps of 1/scale from the lowest, nil if that is not exact.
func (l *ladder) decimalPlaces(scale float64) []uint64 {
	const exact = 1 << 53
	low := math.Round(l.values[0] * scale)
	if math.Round(l.values[len(l.values)-1]*scale)-low > gridSpan || math.Abs(low) > exact/2 {
		return nil
	}
	out := make([]uint64, len(l.values))
	for i, v := range l.values {
		whole := math.Round(v * scale)
		if whole/scale != v {
			return nil
		}
		out[i] = uint64(whole - low)
	}
	return out
}
