package tree

import (
	"fmt"
	"math"
	"slices"
	"sort"
	"strconv"

	"github.com/hotelcrm/hotelcrm/internal/refuse"
	"github.com/hotelcrm/hotelcrm/internal/strict"
)

// Cuts divide the numbers of one attribute into bins. They are a plain value: written and read as JSON, kept, shipped and
// used on other guests. [EqualWidth], [EqualFrequency], [Jenks], [ChiMerge] and [MDLP] find them, [FixedCuts] takes them
// as given.
//
// Bins are counted from 1 in the order of rising numbers; 0 is the bin of what is missing. There is one bin more than
// there are points.
type Cuts struct {
	Version int       `json:"version"`           // 1
	Method  CutMethod `json:"method"`            // how they were found
	Bins    int       `json:"bins,omitempty"`    // as asked for; 0 where the method decides; in effect are len(Points)+1
	Points  []float64 `json:"points"`            // strictly rising
	Side    Side      `json:"side"`              // which bin a number equal to a point is in
	Names   []string  `json:"names,omitempty"`   // of the bins, if they have any
	Numbers int       `json:"numbers,omitempty"` // how many they were found from
	Missing int       `json:"missing,omitempty"` // how many guests had no number, or no class where classes were asked for
}

// maxPoints keeps bins within the codes of a column.
const maxPoints = math.MaxUint16 - 1

// Validate returns a [*hotelcrm.ParamError] that names the field that cannot be, [hotelcrm.ErrVersion] for a newer form,
// else nil.
func (c Cuts) Validate() error {
	if err := strict.Version("Cuts.Version", c.Version, Version); err != nil {
		return err
	}
	switch {
	case c.Method == 0 || int(c.Method) >= len(cutMethodNames):
		return wrongCut("Method", c.Method.String(), "one of "+cutMethodNames.Allowed())
	case c.Side == 0 || int(c.Side) >= len(sideNames):
		return wrongCut("Side", c.Side.String(), "one of "+sideNames.Allowed())
	case len(c.Points) > maxPoints:
		return wrongCut("Points", fmt.Sprint(len(c.Points)), fmt.Sprintf("at most %d", maxPoints))
	case len(c.Names) > 0 && len(c.Names) != len(c.Points)+1:
		return wrongCut("Names", fmt.Sprint(len(c.Names)), "none, or one more than there are points")
	}
	return checkPoints(c.Points)
}

func checkPoints(points []float64) error {
	for i, p := range points {
		if math.IsNaN(p) || math.IsInf(p, 0) {
			return wrongCut(fmt.Sprintf("Points[%d]", i), shortest(p), "a finite number")
		}
		if i > 0 && p <= points[i-1] {
			return wrongCut(fmt.Sprintf("Points[%d]", i), shortest(p), "more than the point before it, "+shortest(points[i-1]))
		}
	}
	return nil
}

func wrongCut(field, value, allowed string) error {
	return refuse.Param("Cuts."+field, value, allowed)
}

// InEffect returns the number of bins.
func (c Cuts) InEffect() int { return len(c.Points) + 1 }

// Bin returns the bin of a number: 1 to InEffect, or 0 for NaN, which is missing. The infinities are in the outer bins.
//
// Input: cuts that are valid.
// Cost: O(log bins), no allocation.
func (c Cuts) Bin(number float64) int {
	switch {
	case math.IsNaN(number):
		return 0
	case c.Side == SideAbove:
		return 1 + sort.Search(len(c.Points), func(i int) bool { return c.Points[i] > number })
	}
	return 1 + sort.SearchFloat64s(c.Points, number)
}

// AppendCodes appends the bin of each number to codes, ready to be a column of an ordinal attribute: 0 is missing.
//
// Input: cuts that are valid; NaN is missing.
// Cost: O(log bins) a number; no allocation if codes has room.
func (c Cuts) AppendCodes(codes []uint16, numbers []float64) []uint16 {
	codes = slices.Grow(codes, len(numbers))
	for _, number := range numbers {
		codes = append(codes, uint16(c.Bin(number)))
	}
	return codes
}

// Name returns the name of a bin: its own, else its interval. The bin 0 and bins that are not there are "missing".
func (c Cuts) Name(bin int) string {
	switch {
	case bin < 1 || bin > c.InEffect():
		return "missing"
	case len(c.Names) == c.InEffect():
		return c.Names[bin-1]
	}
	return c.Interval(bin)
}

// Interval returns the numbers of a bin in words: "≤ 3", "(3, 10]" and "> 10" where a point belongs to the bin below,
// "< 3", "[3, 10)" and "≥ 10" where it belongs to the bin above. The numbers are exact: the shortest text that reads back.
func (c Cuts) Interval(bin int) string {
	last := len(c.Points) + 1
	above := c.Side == SideAbove
	switch {
	case bin < 1 || bin > last:
		return "missing"
	case last == 1:
		return "all"
	case bin == 1 && above:
		return "< " + shortest(c.Points[0])
	case bin == 1:
		return "≤ " + shortest(c.Points[0])
	case bin == last && above:
		return "≥ " + shortest(c.Points[last-2])
	case bin == last:
		return "> " + shortest(c.Points[last-2])
	}
	low, high := shortest(c.Points[bin-2]), shortest(c.Points[bin-1])
	if above {
		return "[" + low + ", " + high + ")"
	}
	return "(" + low + ", " + high + "]"
}

func shortest(number float64) string { return strconv.FormatFloat(number, 'g', -1, 64) }
