package main

import (
	"math"
	"strconv"
	"unicode/utf8"

	"github.com/hotelcrm/hotelcrm/examples/internal/lang"
)

// The chart's measures, in the units of its view box; the page scales it.
const (
	chartWidth, chartHeight = 440.0, 400.0
	chartLeft, chartTop     = 22.0, 4.0
	fieldWidth, fieldHeight = 414.0, 350.0
	pointRadius             = 9.0
	crowdRadius             = 7.5
	letterWidth             = 6.4 // of an average letter
	lineHeight              = 14.0
)

// crowd is the number of points from which they are drawn smaller, and without their intervals.
const crowd = 13

// chart is the grid as a picture.
type chart struct {
	Radius                                            coordinate
	Intervals                                         bool
	Width, Height, Left, Top, FieldWidth, FieldHeight coordinate
	FixWidth, FixHeight                               coordinate // of the cell to be fixed, at the top left
	Cuts                                              []line
	Cells, Axes                                       []inscription
	Points                                            []point
}

// coordinate is a place that is written with one decimal.
type coordinate float64

// String writes it.
func (c coordinate) String() string { return strconv.FormatFloat(float64(c), 'f', 1, 64) }

type line struct{ X1, Y1, X2, Y2 coordinate }

// inscription is a text at a place.
type inscription struct {
	X, Y         coordinate
	Anchor, Name string
	Turn         string // the point around which it is turned upright; empty for none
}

// point is a question, numbered as in the table.
type point struct {
	No        int
	X, Y      coordinate
	Base      coordinate // of the number
	Low, High coordinate // the ends of the interval
	Fix       bool
	Label     *inscription // nil where there is no room for it
}

// axis maps values to places.
type axis struct{ low, high, from, to float64 }

func (a axis) at(v float64) coordinate {
	place := a.from + (v-a.low)/(a.high-a.low)*(a.to-a.from)
	return coordinate(min(max(place, min(a.from, a.to)), max(a.from, a.to)))
}

// newAxis spans the values and the cut with some room around them.
func newAxis(values []float64, cut, from, to float64) axis {
	low, high := cut, cut
	for _, v := range values {
		low, high = min(low, v), max(high, v)
	}
	room := (high - low) * 0.12
	if room <= 1e-9*math.Abs(cut) { // all alike, but for rounding
		room = max(math.Abs(cut)/2, 1e-6)
	}
	return axis{low - room, high + room, from, to}
}

// draw returns the picture of the grid: performance to the right, importance upwards.
func (w *writer) draw(a *surveyed) *chart {
	g := a.Grid
	var across, up []float64
	for _, p := range g.Items {
		across, up = append(across, p.Performance), append(up, p.Importance)
	}
	x := newAxis(across, g.Cuts.Performance, chartLeft, chartLeft+fieldWidth)
	y := newAxis(up, g.Cuts.Importance, chartTop+fieldHeight, chartTop)
	cutX, cutY := x.at(g.Cuts.Performance), y.at(g.Cuts.Importance)
	right, bottom := coordinate(chartLeft+fieldWidth), coordinate(chartTop+fieldHeight)
	c := &chart{
		Width: chartWidth, Height: chartHeight, Left: chartLeft, Top: chartTop, FieldWidth: fieldWidth, FieldHeight: fieldHeight,
		Radius: pointRadius, Intervals: len(g.Items) < crowd,
		FixWidth: cutX - chartLeft, FixHeight: cutY - chartTop,
		Cuts: []line{{cutX, chartTop, cutX, bottom}, {chartLeft, cutY, right, cutY}},
	}
	if !c.Intervals {
		c.Radius = crowdRadius
	}
	t := g.Readings.Thesis
	c.Cells = []inscription{
		{chartLeft + 8, chartTop + 18, "start", lang.Capital(w.named(t.Fix)), ""},
		{right - 8, chartTop + 18, "end", lang.Capital(w.named(t.Keep)), ""},
		{chartLeft + 8, bottom - 10, "start", lang.Capital(w.named(t.Low)), ""},
		{right - 8, bottom - 10, "end", lang.Capital(w.named(t.Opportunity)), ""},
	}
	middle := coordinate(chartTop + fieldHeight/2)
	c.Axes = []inscription{
		{coordinate(chartLeft + fieldWidth/2), bottom + 38, "middle", w.Say("performance →"), ""},
		{cutX, bottom + 18, "middle", w.Say("cut at %s", lang.Fixed(g.Cuts.Performance, 2)), ""},
		{14, middle, "middle", w.Say("importance →"), "14 " + middle.String()},
	}
	for i, p := range g.sorted() {
		px, py := x.at(p.Performance), y.at(p.Importance)
		node, _ := a.Scores.Node(p.ID)
		c.Points = append(c.Points, point{
			No: i + 1, X: px, Y: py, Base: py + 4, Low: x.at(node.Interval.Low), High: x.at(node.Interval.High), Fix: p.Cell == fixCell,
		})
	}
	var names []string
	for _, p := range g.sorted() {
		names = append(names, w.Pick(p.ID, a.labels[p.ID].zh))
	}
	c.name(names)
	return c
}

// box is a part of the picture that is taken.
type box struct{ x1, y1, x2, y2 float64 }

func (b box) meets(o box) bool { return b.x1 < o.x2 && o.x1 < b.x2 && b.y1 < o.y2 && o.y1 < b.y2 }

func (b box) within() bool {
	return b.x1 > chartLeft && b.x2 < chartLeft+fieldWidth && b.y1 > chartTop && b.y2 < chartTop+fieldHeight
}

// name writes beside each point what it is, where there is room.
func (c *chart) name(names []string) {
	var taken []box
	for _, cell := range c.Cells {
		taken = append(taken, textBox(cell))
	}
	for _, p := range c.Points {
		taken = append(taken, box{float64(p.X - c.Radius), float64(p.Y - c.Radius), float64(p.X + c.Radius), float64(p.Y + c.Radius)})
	}
	for i, name := range names {
		p := &c.Points[i]
		for _, try := range []inscription{
			{p.X, p.Y - 14, "middle", name, ""},
			{p.X, p.Y + 22, "middle", name, ""},
			{p.X + 13, p.Y + 4, "start", name, ""},
			{p.X - 13, p.Y + 4, "end", name, ""},
		} {
			b := textBox(try)
			if free(b, taken) {
				p.Label, taken = &try, append(taken, b)
				break
			}
		}
	}
}

func free(b box, taken []box) bool {
	for _, t := range taken {
		if b.meets(t) {
			return false
		}
	}
	return b.within()
}

// textBox returns about the room that a text takes.
func textBox(t inscription) box {
	width := 0.0
	for _, r := range t.Name {
		if width += letterWidth; utf8.RuneLen(r) > 2 { // Chinese
			width += letterWidth
		}
	}
	left := float64(t.X)
	switch t.Anchor {
	case "middle":
		left -= width / 2
	case "end":
		left -= width
	}
	return box{left, float64(t.Y) - lineHeight + 3, left + width, float64(t.Y) + 3}
}
