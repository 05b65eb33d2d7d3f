package chart

import (
	"fmt"
	"html/template"
	"math"
	"strconv"
	"strings"

	"github.com/hotelcrm/hotelcrm/examples/internal/lang"
	"github.com/hotelcrm/hotelcrm/examples/report/internal/prose"
	"github.com/hotelcrm/hotelcrm/examples/report/internal/worth"
	"github.com/shopspring/decimal"
)

// The plane of the matrix in the units of its picture. Around it is room for texts of 12 units, and of 15.5 on phones
// and on paper.
const (
	planeWidth, planeHeight = 456, 358
	planeLeft, planeRight   = 54, 438 // 48 columns
	planeTop, planeBottom   = 63, 255 // 24 rows
	planeLine               = 17      // from line to line of its texts
)

// Matrix returns the guests on the plane of current value and potential as an SVG element, with the cuts of the
// matrix, and in each corner a class with what it holds.
func Matrix(in lang.Printer, w *worth.Result, currency string) template.HTML {
	d := w.Density
	var b strings.Builder
	fmt.Fprintf(&b, svgStart, "plane", 0, planeWidth, planeHeight, "plane-title", "plane-title",
		in.Say("Guests by current value and potential; the table below has the figures"))
	fmt.Fprintf(&b, `<rect class="ground" x="%d" y="%d" width="%d" height="%d"/>`, planeLeft, planeTop, planeRight-planeLeft, planeBottom-planeTop)
	if d.Counts == nil {
		drawDots(&b, d)
	} else {
		drawSquares(&b, d)
	}
	drawCuts(&b, w)
	drawAxes(&b, in, d, currency)
	drawCorners(&b, in, w.Cells, currency)
	b.WriteString("</svg>")
	return template.HTML(b.String())
}

func planeX(x float64) float64 { return planeLeft + x*(planeRight-planeLeft) }
func planeY(y float64) float64 { return planeBottom - y*(planeBottom-planeTop) }

// drawSquares draws one path for each step of shade.
func drawSquares(b *strings.Builder, d *worth.Density) {
	steps := d.Steps()
	width, height := float64(planeRight-planeLeft)/float64(d.Columns), float64(planeBottom-planeTop)/float64(d.Rows)
	for k, from := range steps {
		fmt.Fprintf(b, `<path class="d%d" d="`, k)
		for place, guests := range d.Counts {
			if guests < from || k+1 < len(steps) && guests >= steps[k+1] {
				continue
			}
			row, column := place/d.Columns, place%d.Columns
			fmt.Fprintf(b, "M%s %sh%sv%sh-%sz", short(planeX(float64(column)/float64(d.Columns))),
				short(planeY(float64(row+1)/float64(d.Rows))), short(width), short(height), short(width))
		}
		b.WriteString(`"/>`)
	}
}

// drawDots draws every guest as a dot: a line of no length with round ends.
func drawDots(b *strings.Builder, d *worth.Density) {
	b.WriteString(`<path class="dots" d="`)
	for _, at := range d.Dots {
		fmt.Fprintf(b, "M%s %sh0", short(planeX(at.X)), short(planeY(at.Y)))
	}
	b.WriteString(`"/>`)
}

func short(x float64) string {
	return strings.TrimSuffix(fmt.Sprintf("%.1f", x), ".0")
}

// drawCuts draws the lines between low and high.
func drawCuts(b *strings.Builder, w *worth.Result) {
	current, potential := w.Matrix.Cuts()
	at := w.Density.At(current.InexactFloat64(), potential.InexactFloat64())
	x, y := short(planeX(at.X)), short(planeY(at.Y))
	fmt.Fprintf(b, `<path class="cut" d="M%s %dV%dM%d %sH%d"/>`, x, planeTop, planeBottom, planeLeft, y, planeRight)
}

// drawAxes writes 1, 10, 100, ... across and the scores up.
func drawAxes(b *strings.Builder, in lang.Printer, d *worth.Density, currency string) {
	b.WriteString(`<g class="ticks">`)
	last := math.Inf(-1)
	for _, tick := range d.Ticks() {
		x := planeX(d.At(tick, 1).X)
		if x < last+40 {
			continue
		}
		last = x
		text := TickText(in, tick)
		if tick == d.Low {
			text = "≤" + text
		}
		fmt.Fprintf(b, `<path d="M%s %dv4"/><text x="%s" y="%d" text-anchor="middle">%s</text>`, short(x), planeBottom, short(x), planeBottom+17, text)
	}
	for score := worth.LowestPoints; score <= worth.TopPoints; score++ {
		y := planeY(d.At(0, float64(score)).Y)
		fmt.Fprintf(b, `<path d="M%d %sh-4"/><text x="%d" y="%s" text-anchor="end">%d</text>`, planeLeft, short(y), planeLeft-7, short(y+4), score)
	}
	fmt.Fprintf(b, `<text x="%d" y="%d" text-anchor="middle">%s</text>`, (planeLeft+planeRight)/2, planeBottom+34, in.Say("current value, %s", currency))
	fmt.Fprintf(b, `<text transform="translate(16 %d) rotate(-90)" text-anchor="middle">%s</text></g>`, (planeTop+planeBottom)/2, in.Say("potential, points"))
}

// TickText writes a round number: 0.5, 200, 10k, in Chinese 1 万.
func TickText(p lang.Printer, x float64) string {
	const most = 1e15
	if x < 1 || x >= most {
		return strconv.FormatFloat(x, 'g', 3, 64)
	}
	return strings.Replace(prose.ShortMoney(p, decimal.NewFromInt(int64(math.Round(x)))), ".0", "", 1)
}

// drawCorners writes the classes above and below the plane, on the side where their guests are, with the current value
// of all of them: what the axis across counts.
func drawCorners(b *strings.Builder, in lang.Printer, classes []worth.Cell, currency string) {
	for k, corner := range []struct {
		x, y   int
		anchor string
	}{
		{planeRight, planeTop - 49, "end"},     // high value
		{planeLeft, planeTop - 49, "start"},    // potential value
		{planeRight, planeBottom + 58, "end"},  // secondary value
		{planeLeft, planeBottom + 58, "start"}, // low value
	} {
		class := classes[k]
		fmt.Fprintf(b, `<text class="corner" x="%d" y="%d" text-anchor="%s"><tspan class="name">%s</tspan>`, corner.x, corner.y, corner.anchor, in.Pick(class.Advice.Label, class.Advice.LabelZH))
		for _, line := range []string{lang.Count(in, class.Guests, "guest", "guests"), template.HTMLEscapeString(currency) + prose.NBSP + prose.ShortMoney(in, class.Current)} {
			fmt.Fprintf(b, `<tspan x="%d" dy="%d">%s</tspan>`, corner.x, planeLine, line)
		}
		b.WriteString("</text>")
	}
}
