package main

import (
	"math"
	"slices"
)

// density is the guests of the matrix on a plane: current value across, potential up. It is for drawing only.
type density struct {
	low, high float64 // the current values at both ends; what is below the low end stands in the first column
	columns   int
	rows      int
	counts    []int    // by row and column; nil where there are few guests
	dots      []planar // where there are few guests
	most      int      // guests of the fullest square
}

// planar is a place on the plane, from 0 to 1 both ways.
type planar struct{ x, y float64 }

const (
	densityColumns = 48
	densityRows    = 24
	fewDots        = 2000 // up to so many guests are drawn one by one
)

func newDensity(w *worth) *density {
	d := &density{columns: densityColumns, rows: densityRows}
	values, known := w.current.Values(), w.incremental.Known
	unit := math.Pow10(values.Scale())
	var positive []int64
	for i, minor := range values.Minor() {
		if known(i) && minor > 0 {
			positive = append(positive, minor)
		}
	}
	d.low, d.high = 1, 10
	if n := len(positive); n > 0 {
		slices.Sort(positive)
		d.low = niceBelow(float64(positive[n/50]) / unit)
		d.high = max(10*d.low, niceAbove(float64(positive[n-1])/unit))
	}
	guests := w.current.Len() - w.incremental.Unknown()
	if guests > fewDots {
		d.counts = make([]int, d.columns*d.rows)
	}
	for i, minor := range values.Minor() {
		if known(i) {
			d.add(d.at(float64(minor)/unit, w.potential.Scores()[i].Points().InexactFloat64()))
		}
	}
	return d
}

// at returns where a current value and a score lie.
func (d *density) at(value, score float64) planar {
	x := 0.0
	if value > d.low {
		x = min(math.Log10(value/d.low)/math.Log10(d.high/d.low), 1)
	}
	return planar{x, (score - float64(lowestPoints)) / float64(topPoints-lowestPoints)}
}

func (d *density) add(at planar) {
	if d.counts == nil {
		d.dots = append(d.dots, at)
		return
	}
	column, row := min(int(at.x*float64(d.columns)), d.columns-1), min(int(at.y*float64(d.rows)), d.rows-1)
	place := row*d.columns + column
	d.counts[place]++
	d.most = max(d.most, d.counts[place])
}

// steps returns the least number of guests of each step of shade: the last one holds at least a quarter of the fullest
// square, each other one a quarter of the next.
func (d *density) steps() []int {
	const shades = 5
	out := []int{1}
	for k := 1; k < shades; k++ {
		from := max(out[k-1]+1, d.most>>(2*(shades-k)))
		if from > d.most {
			break
		}
		out = append(out, from)
	}
	return out
}

// niceBelow and niceAbove return the nearest of 1, 2, 5, 10, ... on that side of a positive number.
func niceBelow(x float64) float64 {
	base := math.Pow10(int(math.Floor(math.Log10(x))))
	for _, step := range []float64{5, 2} {
		if step*base <= x {
			return step * base
		}
	}
	return base
}

func niceAbove(x float64) float64 {
	base := math.Pow10(int(math.Floor(math.Log10(x))))
	for _, step := range []float64{1, 2, 5} {
		if step*base >= x {
			return step * base
		}
	}
	return 10 * base
}
