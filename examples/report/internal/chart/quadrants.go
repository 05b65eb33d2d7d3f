package chart

import (
	"fmt"
	"html/template"
	"math"
	"strconv"
	"strings"

	"github.com/hotelcrm/hotelcrm/examples/internal/lang"
	"github.com/hotelcrm/hotelcrm/satisfaction"
)

// quadrants is the plane of performance across and importance up, from 0 to 1 both ways.
type quadrants struct{ left, right, low, high float64 }

// The plane is higher and begins further right than that of the matrix, as dots have words beside them.
const quadrantsHeight, quadrantsLeft, quadrantsBottom = 406, 62, 337

// Quadrants returns the questions on the plane as an SVG element, each a dot with the number it has in the table, and
// those to fix first with a short name too.
func Quadrants(p lang.Printer, d *satisfaction.Diagnosis, names map[string]string) template.HTML {
	q := quadrantsOf(d)
	var b strings.Builder
	fmt.Fprintf(&b, svgStart, "plane", planeLine, planeWidth, quadrantsHeight, "quadrants-title", "quadrants-title",
		p.Say("Questions by performance and importance; the table below has the figures"))
	fmt.Fprintf(&b, `<rect class="ground" x="%d" y="%d" width="%d" height="%d"/>`, quadrantsLeft, planeTop, planeRight-quadrantsLeft, quadrantsBottom-planeTop)
	x, y := q.place(d.Cuts.Performance, d.Cuts.Importance)
	fmt.Fprintf(&b, `<path class="cut" d="M%s %dV%dM%d %sH%d"/>`, short(x), planeTop, quadrantsBottom, quadrantsLeft, short(y), planeRight)
	q.drawAxes(&b, p)
	drawSpots(&b, q.spots(d, names), x, y)
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
	return quadrantsLeft + (performance-q.left)/(q.right-q.left)*(planeRight-quadrantsLeft), quadrantsBottom - (importance-q.low)/(q.high-q.low)*(quadrantsBottom-planeTop)
}

// drawAxes writes round numbers along both axes and what the axes are.
func (q quadrants) drawAxes(b *strings.Builder, say lang.Printer) {
	b.WriteString(`<g class="ticks">`)
	values, digits := roundTicks(q.left, q.right)
	for _, value := range values {
		x, _ := q.place(value, q.low)
		fmt.Fprintf(b, `<path d="M%s %dv4"/><text x="%s" y="%d" text-anchor="middle">%s</text>`, short(x), quadrantsBottom, short(x), quadrantsBottom+17, strconv.FormatFloat(value, 'f', digits, 64))
	}
	values, digits = roundTicks(100*q.low, 100*q.high)
	for _, value := range values {
		_, y := q.place(q.left, value/100)
		fmt.Fprintf(b, `<path d="M%d %sh-4"/><text x="%d" y="%s" text-anchor="end">%s</text>`, quadrantsLeft, short(y), quadrantsLeft-6, short(y+4), say.Percent(strconv.FormatFloat(value, 'f', digits, 64)))
	}
	fmt.Fprintf(b, `<text x="%d" y="%d" text-anchor="middle">%s</text>`, (quadrantsLeft+planeRight)/2, quadrantsBottom+34, say.Say("performance, mean"))
	fmt.Fprintf(b, `<text transform="translate(16 %d) rotate(-90)" text-anchor="middle">%s</text></g>`, (planeTop+quadrantsBottom)/2, say.Say("importance"))
}

// roundTicks returns the multiples of 1, 2 or 5 times a power of ten from one end to the other, two to six of them, and
// how many decimal places they have.
func roundTicks(from, to float64) (list []float64, digits int) {
	const most = 6
	power := int(math.Floor(math.Log10((to - from) / most)))
	for {
		for _, unit := range []float64{1, 2, 5} {
			step := unit * math.Pow10(power)
			first, last := math.Ceil(from/step-1e-9), math.Floor(to/step+1e-9)
			if last-first >= most {
				continue
			}
			for k := first; k <= last; k++ {
				list = append(list, k*step+0) // no minus before a zero
			}
			return list, max(0, -power)
		}
		power++
	}
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
		{satisfaction.Fix, quadrantsLeft, planeTop - 32, "start"},
		{satisfaction.Keep, planeRight, planeTop - 32, "end"},
		{satisfaction.Low, quadrantsLeft, quadrantsBottom + 58, "start"},
		{satisfaction.Opportunity, planeRight, quadrantsBottom + 58, "end"},
	} {
		label := d.Labels.Of(corner.cell)
		fmt.Fprintf(b, `<text class="corner" x="%d" y="%d" text-anchor="%s"><tspan class="name">%s</tspan><tspan x="%d" dy="%d">%s</tspan></text>`,
			corner.x, corner.y, corner.anchor, template.HTMLEscapeString(lang.Capital(p.Pick(label.Name, label.NameZH))), corner.x, planeLine,
			lang.Count(p, count[corner.cell], "question", "questions"))
	}
}
