package main

import (
	"fmt"
	"html/template"
	"math"
	"strconv"
	"strings"

	"github.com/hotelcrm/hotelcrm/examples/internal/lang"
	"github.com/hotelcrm/hotelcrm/examples/report/internal/prose"
	"github.com/shopspring/decimal"
)

// The plane of the matrix in the units of its picture.
const (
	planeWidth, planeHeight = 440, 324
	planeLeft, planeRight   = 36, 420 // 48 columns
	planeTop, planeBottom   = 46, 238 // 24 rows
)

// drawMatrix returns the guests on the plane of current value and potential as an SVG element, with the cuts of the
// matrix, and in each corner a class with what it holds.
func drawMatrix(a *analysis) template.HTML {
	d := a.worth.density
	var b strings.Builder
	fmt.Fprintf(&b, svgStart, "plane", planeWidth, planeHeight, "plane-title", "plane-title",
		a.Say("Guests by current value and potential; the table below has the figures"))
	fmt.Fprintf(&b, `<rect class="ground" x="%d" y="%d" width="%d" height="%d"/>`, planeLeft, planeTop, planeRight-planeLeft, planeBottom-planeTop)
	if d.counts == nil {
		drawDots(&b, d)
	} else {
		drawSquares(&b, d)
	}
	drawCuts(&b, a)
	drawAxes(&b, a)
	drawCorners(&b, a)
	b.WriteString("</svg>")
	return template.HTML(b.String())
}

func planeX(x float64) float64 { return planeLeft + x*(planeRight-planeLeft) }
func planeY(y float64) float64 { return planeBottom - y*(planeBottom-planeTop) }

// drawSquares draws one path for each step of shade.
func drawSquares(b *strings.Builder, d *density) {
	steps := d.steps()
	width, height := float64(planeRight-planeLeft)/float64(d.columns), float64(planeBottom-planeTop)/float64(d.rows)
	for k, from := range steps {
		fmt.Fprintf(b, `<path class="d%d" d="`, k)
		for place, guests := range d.counts {
			if guests < from || k+1 < len(steps) && guests >= steps[k+1] {
				continue
			}
			row, column := place/d.columns, place%d.columns
			fmt.Fprintf(b, "M%s %sh%sv%sh-%sz", short(planeX(float64(column)/float64(d.columns))),
				short(planeY(float64(row+1)/float64(d.rows))), short(width), short(height), short(width))
		}
		b.WriteString(`"/>`)
	}
}

// drawDots draws every guest as a dot: a line of no length with round ends.
func drawDots(b *strings.Builder, d *density) {
	b.WriteString(`<path class="dots" d="`)
	for _, at := range d.dots {
		fmt.Fprintf(b, "M%s %sh0", short(planeX(at.x)), short(planeY(at.y)))
	}
	b.WriteString(`"/>`)
}

func short(x float64) string {
	return strings.TrimSuffix(fmt.Sprintf("%.1f", x), ".0")
}

// drawCuts draws the lines between low and high.
func drawCuts(b *strings.Builder, a *analysis) {
	current, potential := a.worth.matrix.Cuts()
	at := a.worth.density.at(current.InexactFloat64(), potential.InexactFloat64())
	x, y := short(planeX(at.x)), short(planeY(at.y))
	fmt.Fprintf(b, `<path class="cut" d="M%s %dV%dM%d %sH%d"/>`, x, planeTop, planeBottom, planeLeft, y, planeRight)
}

// drawAxes writes 1, 10, 100, ... across and the scores up.
func drawAxes(b *strings.Builder, a *analysis) {
	d := a.worth.density
	b.WriteString(`<g class="ticks">`)
	last := math.Inf(-1)
	for _, tick := range d.ticks() {
		x := planeX(d.at(tick, 1).x)
		if x < last+34 {
			continue
		}
		last = x
		text := tickText(tick)
		if tick == d.low {
			text = "≤" + text
		}
		fmt.Fprintf(b, `<path d="M%s %dv4"/><text x="%s" y="%d" text-anchor="middle">%s</text>`, short(x), planeBottom, short(x), planeBottom+17, text)
	}
	for score := lowestPoints; score <= topPoints; score++ {
		y := planeY(d.at(0, float64(score)).y)
		fmt.Fprintf(b, `<path d="M%d %sh-4"/><text x="%d" y="%s" text-anchor="end">%d</text>`, planeLeft, short(y), planeLeft-7, short(y+4), score)
	}
	fmt.Fprintf(b, `<text x="%d" y="%d" text-anchor="middle">%s</text>`, (planeLeft+planeRight)/2, planeBottom+34, a.Say("current value, %s", a.currency))
	fmt.Fprintf(b, `<text transform="translate(10 %d) rotate(-90)" text-anchor="middle">%s</text></g>`, (planeTop+planeBottom)/2, a.Say("potential, points"))
}

// tickText writes a round number: 0.5, 200, 10k.
func tickText(x float64) string {
	const most = 1e15
	if x < 1 || x >= most {
		return strconv.FormatFloat(x, 'g', 3, 64)
	}
	return strings.Replace(prose.ShortMoney(decimal.NewFromInt(int64(math.Round(x)))), ".0", "", 1)
}

// ticks returns both ends of the axis and what lies between them of 1, 2, 5, 10, ....
func (d *density) ticks() []float64 {
	ticks := []float64{d.low}
	for tick := d.low; tick < d.high; {
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

// drawCorners writes the classes above and below the plane, on the side where their guests are.
func drawCorners(b *strings.Builder, a *analysis) {
	for k, corner := range []struct {
		x, y   int
		anchor string
	}{
		{planeRight, 14, "end"},   // high value
		{planeLeft, 14, "start"},  // potential value
		{planeRight, 296, "end"},  // secondary value
		{planeLeft, 296, "start"}, // low value
	} {
		class := a.worth.classes[k]
		fmt.Fprintf(b, `<text class="corner" x="%d" y="%d" text-anchor="%s"><tspan class="name">%s</tspan><tspan x="%d" dy="17">%s</tspan></text>`,
			corner.x, corner.y, corner.anchor, a.Pick(class.Advice.Label, class.Advice.LabelZH), corner.x,
			template.HTMLEscapeString(lang.Count(a.Printer, class.Guests, "guest", "guests")+" · "+a.currency+prose.NBSP+prose.ShortMoney(class.revenue)))
	}
}
