package chart

import (
	"fmt"
	"html/template"
	"math"
	"strings"

	"github.com/hotelcrm/hotelcrm/examples/internal/lang"
	"github.com/hotelcrm/hotelcrm/examples/report/internal/prose"
	"github.com/hotelcrm/hotelcrm/satisfaction"
)

// quadrants is the plane of performance across and importance up, from 0 to 1 both ways.
type quadrants struct{ left, right, low, high float64 }

// Quadrants returns the questions on the plane as an SVG element, each a dot with the number it has in the table.
func Quadrants(p lang.Printer, d *satisfaction.Diagnosis) template.HTML {
	q := quadrantsOf(d)
	var b strings.Builder
	fmt.Fprintf(&b, svgStart, "plane", planeWidth, planeHeight, "quadrants-title", "quadrants-title",
		p.Say("Questions by performance and importance; the table below has the figures"))
	fmt.Fprintf(&b, `<rect class="ground" x="%d" y="%d" width="%d" height="%d"/>`, planeLeft, planeTop, planeRight-planeLeft, planeBottom-planeTop)
	x, y := q.place(d.Cuts.Performance, d.Cuts.Importance)
	fmt.Fprintf(&b, `<path class="cut" d="M%s %dV%dM%d %sH%d"/>`, short(x), planeTop, planeBottom, planeLeft, short(y), planeRight)
	q.drawAxes(&b, p)
	q.drawSpots(&b, d.Placed)
	drawCells(&b, p, d)
	b.WriteString("</svg>")
	return template.HTML(b.String())
}

// quadrantsOf leaves a margin around all questions and both cuts.
func quadrantsOf(d *satisfaction.Diagnosis) quadrants {
	q := quadrants{d.Cuts.Performance, d.Cuts.Performance, d.Cuts.Importance, d.Cuts.Importance}
	for _, p := range d.Placed {
		q.left, q.right = min(q.left, p.Performance), max(q.right, p.Performance)
		q.low, q.high = min(q.low, p.Importance), max(q.high, p.Importance)
	}
	widen := func(from, to *float64, least float64) {
		margin := max((*to-*from)*.1, least)
		*from, *to = *from-margin, *to+margin
	}
	widen(&q.left, &q.right, .05)
	widen(&q.low, &q.high, .005)
	q.low = max(q.low, 0)
	return q
}

func (q quadrants) place(performance, importance float64) (x, y float64) {
	return planeX((performance - q.left) / (q.right - q.left)), planeY((importance - q.low) / (q.high - q.low))
}

// drawAxes writes both ends of each axis and what it is.
func (q quadrants) drawAxes(b *strings.Builder, say lang.Printer) {
	b.WriteString(`<g class="ticks">`)
	for k, value := range []float64{q.left, (q.left + q.right) / 2, q.right} {
		x, _ := q.place(value, q.low)
		anchor := []string{"start", "middle", "end"}[k]
		fmt.Fprintf(b, `<path d="M%s %dv4"/><text x="%s" y="%d" text-anchor="%s">%s</text>`, short(x), planeBottom, short(x), planeBottom+17, anchor, prose.OnScale(value))
	}
	for k, value := range []float64{q.low, q.high} {
		_, y := q.place(q.left, value)
		fmt.Fprintf(b, `<path d="M%d %sh-4"/><text x="%d" y="%s" text-anchor="end">%s</text>`, planeLeft, short(y), planeLeft-6, short(y+9*float64(k)), say.Percent(lang.Fixed(100*value, 1)))
	}
	fmt.Fprintf(b, `<text x="%d" y="%d" text-anchor="middle">%s</text>`, (planeLeft+planeRight)/2, planeBottom+34, say.Say("performance, mean"))
	fmt.Fprintf(b, `<text transform="translate(14 %d) rotate(-90)" text-anchor="middle">%s</text></g>`, (planeTop+planeBottom)/2, say.Say("importance"))
}

// box is the place of a number on the picture.
type box struct{ x, y float64 }

// near reports whether two places are less than so far apart both ways.
func (a box) near(b box, width, height float64) bool {
	return math.Abs(a.x-b.x) < width && math.Abs(a.y-b.y) < height
}

// drawSpots draws the questions, each number where it touches no other if there is such a place.
func (q quadrants) drawSpots(b *strings.Builder, placed []satisfaction.Placed) {
	var taken []box
	dots := make([]box, len(placed))
	for i, p := range placed {
		x, y := q.place(p.Performance, p.Importance)
		dots[i] = box{x, y}
		class := "spot"
		if p.Cell == satisfaction.Fix {
			class = "spot fix"
		}
		fmt.Fprintf(b, `<circle class="%s" cx="%s" cy="%s" r="3.5"/>`, class, short(x), short(y))
	}
	b.WriteString(`<g class="numbers" text-anchor="middle">`)
	for i, dot := range dots {
		at := free(dot, taken, dots)
		taken = append(taken, at)
		fmt.Fprintf(b, `<text x="%s" y="%s">%d</text>`, short(at.x), short(at.y+4), i+1)
	}
	b.WriteString("</g>")
}

// free returns a place beside a dot where no number and no dot is, if there is one.
func free(dot box, taken, dots []box) box {
	first := box{dot.x + 11, dot.y}
	for _, step := range []box{{11, 0}, {-11, 0}, {0, -11}, {0, 11}, {10, -9}, {10, 9}, {-10, -9}, {-10, 9}, {0, -22}, {0, 22}, {0, -33}, {0, 33}, {0, -44}, {0, 44}} {
		at, clear := box{dot.x + step.x, dot.y + step.y}, true
		for _, other := range taken {
			clear = clear && !at.near(other, 15, 11)
		}
		for _, other := range dots {
			clear = clear && !at.near(other, 10, 8)
		}
		if clear && at.y > planeTop+6 && at.y < planeBottom-6 && at.x < planeRight-6 && at.x > planeLeft+6 {
			return at
		}
	}
	return first
}

// drawCells names the four cells above and below the plane.
func drawCells(b *strings.Builder, p lang.Printer, d *satisfaction.Diagnosis) {
	count := map[satisfaction.Cell]int{}
	for _, one := range d.Placed {
		count[one.Cell]++
	}
	for _, corner := range []struct {
		cell   satisfaction.Cell
		x, y   int
		anchor string
	}{
		{satisfaction.Fix, planeLeft, 14, "start"},
		{satisfaction.Keep, planeRight, 14, "end"},
		{satisfaction.Low, planeLeft, 296, "start"},
		{satisfaction.Opportunity, planeRight, 296, "end"},
	} {
		label := d.Labels.Of(corner.cell)
		fmt.Fprintf(b, `<text class="corner" x="%d" y="%d" text-anchor="%s"><tspan class="name">%s</tspan><tspan x="%d" dy="17">%s</tspan></text>`,
			corner.x, corner.y, corner.anchor, template.HTMLEscapeString(lang.Capital(p.Pick(label.Name, label.NameZH))), corner.x,
			lang.Count(p, count[corner.cell], "question", "questions"))
	}
}
