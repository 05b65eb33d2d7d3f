package tree

import (
	"fmt"
	"slices"

	"github.com/hotelcrm/hotelcrm/internal/refuse"
	"github.com/shopspring/decimal"
)

// MaxBins is the largest number of bins that can be asked for: with the bin of what is missing they fit one byte.
const MaxBins = 255

// ladderFor returns the numbers in order, for cuts between so many bins that look at no classes.
func ladderFor(numbers []float64, bins int) (*ladder, error) {
	if bins < 2 || bins > MaxBins {
		return nil, refuse.Param("bins", fmt.Sprint(bins), fmt.Sprintf("2 to %d", MaxBins))
	}
	return newLadder(numbers, nil, false)
}

// FixedCuts returns cuts at the points given.
//
// Input: points that rise strictly and are finite; names of the bins, or none.
// Errors: a [*hotelcrm.ParamError], also for a side that is unset: who owns a number equal to a point must be said.
func FixedCuts(points []float64, side Side, names ...string) (Cuts, error) {
	c := Cuts{
		Version: Version, Method: CutFixed, Bins: len(points) + 1, Points: append([]float64{}, points...), Side: side,
		Names: slices.Clone(names),
	}
	if err := c.Validate(); err != nil {
		return Cuts{}, err
	}
	return c, nil
}

// EqualWidth returns cuts between bins of equal width: min + (max-min)·i/bins, i = 1..bins-1, worked out in decimals and
// rounded once. One guest far out leaves most bins empty: [EqualFrequency] and [Jenks] do not mind.
//
// Input: NaN is missing. Equal numbers throughout give no cut.
// Errors: a [*hotelcrm.ParamError] for bins outside [2, MaxBins]; a [*hotelcrm.RowError] for each of the first
// [hotelcrm.MaxRowErrors] infinite numbers, joined.
// Cost: O(n).
func EqualWidth(numbers []float64, bins int) (Cuts, error) {
	l, err := ladderFor(numbers, bins)
	if err != nil {
		return Cuts{}, err
	}
	var points []float64
	if n := len(l.values); n > 1 {
		points = widths(l.values[0], l.values[n-1], bins)
	}
	return l.cuts(CutEqualWidth, bins, points), nil
}

// widths returns the inner ends of equal parts of [low, high]; parts narrower than the steps of floating point are one.
func widths(low, high float64, bins int) []float64 {
	from := exactly(low)
	span := exactly(high).Sub(from)
	places := max(0, -span.Exponent()) + 20
	points := make([]float64, 0, bins-1)
	for i := 1; i < bins; i++ {
		point := from.Add(span.Mul(decimal.NewFromInt(int64(i))).DivRound(decimal.NewFromInt(int64(bins)), places)).InexactFloat64()
		if point < high && (len(points) == 0 || point > points[len(points)-1]) {
			points = append(points, point)
		}
	}
	return points
}

// EqualFrequency returns cuts between bins with nearly the same number of guests. Equal numbers are never parted: bins
// are filled from the lowest number up, and each ends where its size is nearest to an equal share of what is left for it
// and the bins above. Where many are equal there are fewer bins.
//
// Input: NaN is missing.
// Errors: as [EqualWidth].
// Cost: O(n).
func EqualFrequency(numbers []float64, bins int) (Cuts, error) {
	l, err := ladderFor(numbers, bins)
	if err != nil {
		return Cuts{}, err
	}
	var points []float64
	for _, rung := range l.equalShares(bins) {
		points = append(points, l.cutAfter(rung))
	}
	return l.cuts(CutEqualFrequency, bins, points), nil
}

// equalShares returns the rungs that end a bin, but for the last.
func (l *ladder) equalShares(bins int) []int {
	var out []int
	start, before := 0, -1 // rows in the bins so far; the last rung of this bin that leaves it below its share
	for rung := 0; rung < len(l.values)-1 && len(out) < bins-1; rung++ {
		left, rest := bins-len(out), l.rows()-start
		size := l.ends[rung] - start
		if size*left < rest {
			before = rung
			continue
		}
		last := rung
		if before >= 0 && 2*rest < left*(size+l.ends[before]-start) { // one rung less is nearer to rest/left
			last, rung = before, before
		}
		out = append(out, last)
		start, before = l.ends[last], -1
	}
	if len(out) < bins-1 && before >= 0 {
		out = append(out, before)
	}
	return out
}
