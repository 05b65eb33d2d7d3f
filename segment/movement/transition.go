package movement

import (
	"fmt"
	"slices"

	"github.com/hotelcrm/hotelcrm/internal/plural"
	"github.com/hotelcrm/hotelcrm/internal/refuse"
	"github.com/hotelcrm/hotelcrm/valuation"
)

// Transition says how guests went from class to class between two days, how many entered and how many left. It is
// immutable and safe for concurrent use.
type Transition struct {
	classes []string
	counts  [][]int64 // by row, the first class, and column, the second
	entered []int64   // by second class
	left    []int64   // by first class
}

const (
	maxTransitionClasses = 500
	maxTransitionCount   = 1 << 40
)

// NewTransition returns a transition of numbers that are known already.
//
// Input: 1 to 500 classes; counts[i][j] guests went from class i to class j; entered and left, by class, may be nil for
// none. All are 0 to 2^40 and are copied.
// Errors: a [*hotelcrm.ParamError].
func NewTransition(classes []string, counts [][]int64, entered, left []int64) (*Transition, error) {
	if err := checkClasses("classes", classes, maxTransitionClasses); err != nil {
		return nil, err
	}
	n := len(classes)
	t := newTransition(slices.Clone(classes))
	if len(counts) != n {
		return nil, refuse.Param("counts", plural.Of(len(counts), "row", "rows"), fmt.Sprint(n))
	}
	for i, row := range counts {
		if err := checkCounts(fmt.Sprintf("counts[%d]", i), row, n); err != nil {
			return nil, err
		}
		copy(t.counts[i], row)
	}
	if entered != nil {
		if err := checkCounts("entered", entered, n); err != nil {
			return nil, err
		}
	}
	if left != nil {
		if err := checkCounts("left", left, n); err != nil {
			return nil, err
		}
	}
	copy(t.entered, entered)
	copy(t.left, left)
	return t, nil
}

func newTransition(classes []string) *Transition {
	n := len(classes)
	t := &Transition{classes: classes, counts: make([][]int64, n), entered: make([]int64, n), left: make([]int64, n)}
	for i := range t.counts {
		t.counts[i] = make([]int64, n)
	}
	return t
}

func checkCounts(param string, counts []int64, n int) error {
	if len(counts) != n {
		return refuse.Param(param, plural.Of(len(counts), "number", "numbers"), fmt.Sprint(n))
	}
	for i, count := range counts {
		if count < 0 || count > maxTransitionCount {
			return refuse.Param(fmt.Sprintf("%s[%d]", param, i), fmt.Sprint(count), fmt.Sprintf("0 to %d", int64(maxTransitionCount)))
		}
	}
	return nil
}

// TransitionOf returns how guests went from one snapshot to a later one. The classes are those of the first, then those
// that only the second has. Who is in no class of the one is entering or leaving; who is in none of both is not counted.
//
// Errors: as [Snapshot.Validate]; a [*hotelcrm.ParamError] for over 500 classes, or a second day that is not after the
// first.
// Cost: O(guests + classes²).
func TransitionOf(before, after Snapshot) (*Transition, error) {
	if err := validateBoth(before, after); err != nil {
		return nil, err
	}
	if after.AsOf <= before.AsOf {
		return nil, refuse.Param("after.AsOf", after.AsOf.String(), "after "+before.AsOf.String())
	}
	return countPairs(before, after)
}

func countPairs(before, after Snapshot) (*Transition, error) {
	classes, _ := unionOf(before.Classes, after.Classes)
	if len(classes) > maxTransitionClasses {
		return nil, refuse.Param("classes", fmt.Sprintf("%d of both", len(classes)), fmt.Sprintf("1 to %d", maxTransitionClasses))
	}
	t := newTransition(classes)
	walk(before, after, func(p pair) {
		switch {
		case p.from > 0 && p.to > 0:
			t.counts[p.from-1][p.to-1]++
		case p.from > 0:
			t.left[p.from-1]++
		case p.to > 0:
			t.entered[p.to-1]++
		}
	})
	return t, nil
}

// Classes returns the classes. They are shared and must not be changed.
func (t *Transition) Classes() []string { return t.classes }

// Counts returns how many guests went from the row's class to the column's. They are shared and must not be changed.
func (t *Transition) Counts() [][]int64 { return t.counts }

// Entered returns how many guests of each class were in none before. They are shared and must not be changed.
func (t *Transition) Entered() []int64 { return t.entered }

// Left returns how many guests of each class are in none now. They are shared and must not be changed.
func (t *Transition) Left() []int64 { return t.left }

// Before returns the sizes of the classes on the first day, those who left included.
func (t *Transition) Before() []int64 {
	sizes := slices.Clone(t.left)
	for i := range sizes {
		sizes[i] += t.stayers(i)
	}
	return sizes
}

// After returns the sizes of the classes on the second day, those who entered included.
func (t *Transition) After() []int64 {
	sizes := slices.Clone(t.entered)
	for _, row := range t.counts {
		for j, count := range row {
			sizes[j] += count
		}
	}
	return sizes
}

// Both returns how many guests were in a class on both days.
func (t *Transition) Both() int64 {
	var sum int64
	for i := range t.counts {
		sum += t.stayers(i)
	}
	return sum
}

// stayers returns how many guests of a class are in some class on the second day too.
func (t *Transition) stayers(i int) int64 {
	var sum int64
	for _, count := range t.counts[i] {
		sum += count
	}
	return sum
}

// Rates returns the shares of each class's guests who went to each class, of those who are in a class on both days. A
// class without such guests has a row of zeros.
func (t *Transition) Rates() [][]float64 {
	rates := make([][]float64, len(t.counts))
	for i, row := range t.counts {
		rates[i] = make([]float64, len(row))
		of := max(t.stayers(i), 1)
		for j, count := range row {
			rates[i][j] = float64(count) / float64(of)
		}
	}
	return rates
}

// Leaving returns the share of a class's guests who left, of all who were in it, with its Wilson interval.
//
// Input: class counted from 0; level as in [valuation.NewProportion].
// Errors: a [*hotelcrm.ParamError], also for a class that nobody was in.
func (t *Transition) Leaving(class int, level float64) (valuation.Proportion, error) {
	if class < 0 || class >= len(t.classes) {
		return valuation.Proportion{}, refuse.Param("class", fmt.Sprint(class), fmt.Sprintf("0 to %d", len(t.classes)-1))
	}
	return valuation.NewProportion(int(t.left[class]), int(t.left[class]+t.stayers(class)), level)
}

// Stability returns the population stability index of the sizes of the classes on the two days.
//
// Errors: as [Stability].
func (t *Transition) Stability(empty EmptyBins) (StabilityIndex, error) {
	return Stability(t.Before(), t.After(), empty)
}
