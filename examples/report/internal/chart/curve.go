package chart

import (
	"fmt"
	"html/template"
	"image/color"
	"math"
	"regexp"
	"strconv"
	"strings"

	"github.com/hotelcrm/hotelcrm/examples/internal/lang"
	"github.com/hotelcrm/hotelcrm/examples/report/internal/prose"
	"github.com/hotelcrm/hotelcrm/examples/report/internal/scores"
	"github.com/hotelcrm/hotelcrm/segment/concentration"
	"gonum.org/v1/plot"
	"gonum.org/v1/plot/plotter"
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
	"gonum.org/v1/plot/vg/vgsvg"
)

// The plot is drawn in stand-in colours, one for each role; the page's style gives the roles their colours.
var (
	inkRole   = color.RGBA{R: 1, A: 255}
	curveRole = color.RGBA{R: 3, A: 255}
	markRole  = color.RGBA{R: 4, A: 255}
	roles     = strings.NewReplacer(
		"#010000", "var(--ink-2)", "#030000", "var(--curve)", "#040000", "var(--mark)",
	)
)

// The size of the picture in points. It is scaled to the page, so the font size is relative to the width: that of a phone,
// whose reader needs it most.
const (
	curveWidth  = 350
	curveHeight = 240
	curveFont   = 12
)

// Curve returns the Pareto curve as an SVG element that takes colours and font from the page.
func Curve(in lang.Printer, s *scores.Spread) (template.HTML, error) {
	p := newFrame(in.Say("guests, best first"), in.Say("revenue"))
	stretch(p, s.Curve)
	p.X.Tick.Marker, p.Y.Tick.Marker = percentTicks(in, p.X.Max), percentTicks(in, p.Y.Max)
	points := make(plotter.XYs, 0, len(s.Curve))
	for _, share := range s.Curve {
		points = append(points, plotter.XY{X: share.GuestRate.InexactFloat64(), Y: share.Rate.InexactFloat64()})
	}
	curve, err := plotter.NewLine(points)
	if err != nil {
		return "", err
	}
	curve.Color, curve.Width = curveRole, vg.Points(2.5)
	equal, err := dashed(inkRole, plotter.XYs{{X: 0, Y: 0}, {X: 1, Y: 1}})
	if err != nil {
		return "", err
	}
	p.Add(equal, curve)
	for _, mark := range []struct {
		part  scores.Part
		shape draw.GlyphDrawer
	}{{s.Best20(), draw.CircleGlyph{}}, {s.For80(), draw.BoxGlyph{}}} {
		at := plotter.XY{X: mark.part.GuestRate.InexactFloat64(), Y: mark.part.Rate.InexactFloat64()}
		if err := addMark(p, at, mark.shape); err != nil {
			return "", err
		}
	}
	return toSVG(p, "curve-title", in.Say("Share of the revenue brought by the best guests; the table below has the figures"))
}

// stretch makes room above the whole.
func stretch(p *plot.Plot, curve []concentration.Share) {
	for _, share := range curve { // refunds let it rise above the whole; a hair of that needs no axis of its own
		if rate := share.Rate.InexactFloat64(); rate > 1.02 {
			p.Y.Max = max(p.Y.Max, math.Ceil(rate*5)/5)
		}
	}
}

// newFrame returns an empty plot from 0 to 1 both ways.
func newFrame(across, up string) *plot.Plot {
	p := plot.New()
	p.BackgroundColor = color.Transparent
	p.X.Label.Text, p.Y.Label.Text = across, up
	p.X.Min, p.X.Max, p.Y.Min, p.Y.Max = 0, 1, 0, 1
	for _, axis := range []*plot.Axis{&p.X, &p.Y} {
		axis.Color, axis.Label.TextStyle.Color, axis.Tick.Label.Color = inkRole, inkRole, inkRole
		axis.Width, axis.Tick.Width = vg.Points(.6), vg.Points(.6)
		axis.Tick.Color, axis.Tick.Length = inkRole, vg.Points(4)
		axis.Label.TextStyle.Font.Size, axis.Tick.Label.Font.Size = vg.Points(curveFont), vg.Points(curveFont)
		axis.Label.TextStyle.Font.Variant, axis.Tick.Label.Font.Variant = "Sans", "Sans" // for the widths; the page has its own
		axis.Padding = 0
	}
	return p
}

// percentTicks are five steps to the whole, and more of the same beyond it.
func percentTicks(in lang.Printer, most float64) plot.ConstantTicks {
	steps := int(math.Round(most * 5))
	every := max(1, (steps+9)/10)
	var ticks plot.ConstantTicks
	for i := 0; i <= steps; i += every {
		ticks = append(ticks, plot.Tick{Value: float64(i) / 5, Label: in.Percent(strconv.Itoa(i*20)) + prose.NBSP})
	}
	return ticks
}

func dashed(c color.Color, points plotter.XYs) (*plotter.Line, error) {
	line, err := plotter.NewLine(points)
	if err != nil {
		return nil, err
	}
	line.Color, line.Width = c, vg.Points(1)
	line.Dashes = []vg.Length{vg.Points(3), vg.Points(3)}
	return line, nil
}

// addMark puts a mark on the curve, with lines down to both axes.
func addMark(p *plot.Plot, at plotter.XY, shape draw.GlyphDrawer) error {
	lines, err := dashed(markRole, plotter.XYs{{X: 0, Y: at.Y}, at, {X: at.X, Y: 0}})
	if err != nil {
		return err
	}
	points, err := plotter.NewScatter(plotter.XYs{at})
	if err != nil {
		return err
	}
	points.GlyphStyle = draw.GlyphStyle{Color: markRole, Radius: vg.Points(4.5), Shape: shape}
	p.Add(lines, points)
	return nil
}

var (
	prologue = regexp.MustCompile(`(?s)^.*?<svg [^>]*>`)
	fontOf   = regexp.MustCompile(`font-family:[^;"]*;font-variant:[^;"]*;font-weight:[^;"]*;font-style:[^;"]*;?`)
)

const svgStart = `<svg class="%s" viewBox="0 %d %d %d" role="img" aria-labelledby="%s"><title id="%s">%s</title>`

// toSVG takes the fixed size, fonts and colours out of the drawing.
func toSVG(p *plot.Plot, id, title string) (template.HTML, error) {
	canvas := vgsvg.New(vg.Points(curveWidth), vg.Points(curveHeight))
	p.Draw(draw.Crop(draw.New(canvas), vg.Points(2), vg.Points(-10), vg.Points(2), vg.Points(-8)))
	var b strings.Builder
	if _, err := canvas.WriteTo(&b); err != nil {
		return "", err
	}
	text := prologue.ReplaceAllLiteralString(b.String(), fmt.Sprintf(svgStart, "curve", 0, curveWidth, curveHeight, id, id, title))
	text = fontOf.ReplaceAllString(text, "")
	return template.HTML(roles.Replace(text)), nil
}
