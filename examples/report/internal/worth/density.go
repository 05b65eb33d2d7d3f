package worth

import (
	"math"
	"slices"
)

// Density is the guests of the matrix on a plane: current value across, potential up. It is for drawing only.
type Density struct {
	Low, High float64 // the current values at both ends; what is below the low end stands in the first column
	Columns   int
	Rows      int
	Counts    []int // by row and column; nil where there are few guests
	Dots      []Dot // where there are few guests
	most      int   // guests of the fullest square
}

// Dot is a place on the plane, from 0 to 1 both ways.
type Dot struct{ X, Y float64 }

const (
	densityColumns = 48
	densityRows    = 24
	fewDots        = 2000 // up to so many guests are drawn one by one
)

func newDensity(w *Result) *Density {
	d := &Density{Columns: densityColumns, Rows: densityRows}
	values, known := w.Current.Values(), w.Incremental.Known
	unit := math.Pow10(values.Scale())
	var positive []int64
	for i, minor := range values.Minor() {
		if known(i) && minor > 0 {
			positive = append(positive, minor)
		}
	}
	d.Low, d.High = 1, 10
	if n := len(positive); n > 0 {
		slices.Sort(positive)
		d.Low = niceBelow(float64(positive[n/50]) / unit)
		d.High = max(10*d.Low, niceAbove(float64(positive[n-1])/unit))
	}
	guests := w.Current.Len() - w.Incremental.Unknown()
	if guests > fewDots {
		d.Counts = make([]int, d.Columns*d.Rows)
	}
	for i, minor := range values.Minor() {
		if known(i) {
			d.add(d.At(float64(minor)/unit, w.Potential.Scores()[i].Points().InexactFloat64()))
		}
	}
	return d
}

// At returns where a current value and a score lie.
func (d *Density) At(value, score float64) Dot {
	x := 0.0
	if value > d.Low {
		x = min(math.Log10(value/d.Low)/math.Log10(d.High/d.Low), 1)
	}
	return Dot{x, (score - float64(LowestPoints)) / float64(TopPoints-LowestPoints)}
}

func (d *Density) add(at Dot) {
	if d.Counts == nil {
		d.Dots = append(d.Dots, at)
		return
	}
	column, row := min(int(at.X*float64(d.Columns)), d.Columns-1), min(int(at.Y*float64(d.Rows)), d.Rows-1)
	place := row*d.Columns + column
	d.Counts[place]++
	d.most = max(d.most, d.Counts[place])
}

// Steps returns the least number of guests of each step of shade: the last one holds at least a quarter of the fullest
// square, each other one a quarter of the next.
func (d *Density) Steps() []int {
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

// Ticks returns both ends of the axis and what lies between them of 1, 2, 5, 10, ....
func (d *Density) Ticks() []float64 {
	ticks := []float64{d.Low}
	for tick := d.Low; tick < d.High; {
		tick = niceAbove(tick * 1.5)
		ticks = append(ticks, tick)
	}
	if len(ticks) <= 8 {
		return ticks
	}
	out := ticks[:1]
	for _, tick := range ticks[1:] {
		if log := math.Log10(tick); math.Abs(log-math.Round(log)) < 1e-9 {
			out = append(out, tick)
		}
	}
	return out
}
