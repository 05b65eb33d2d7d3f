package chart

import (
	"html/template"

	"github.com/hotelcrm/hotelcrm/examples/internal/lang"
	"github.com/hotelcrm/hotelcrm/examples/report/internal/returns"
	"gonum.org/v1/plot"
	"gonum.org/v1/plot/plotter"
	"gonum.org/v1/plot/vg"
)

// returnTicks is how many steps the curve of returns has at most.
const returnTicks = 120

// Returns returns the share of guests who have come back, by days since the first arrival, as an SVG element.
func Returns(in lang.Printer, r *returns.Result) (template.HTML, error) {
	p := newFrame(in.Say("days since the first arrival"), in.Say("have come back"))
	p.X.Max = float64(r.Longest)
	most := 0.0
	every := (r.Longest + returnTicks - 1) / returnTicks
	var points plotter.XYs
	for days := 0; days <= r.Longest; days += every {
		share := 1 - r.Survival.At(days)
		most = max(most, share)
		points = append(points, plotter.XY{X: float64(days), Y: share})
	}
	for p.Y.Max = .2; p.Y.Max < most; {
		p.Y.Max += .2
	}
	p.X.Tick.Marker, p.Y.Tick.Marker = dayTicks(r.Longest), percentTicks(in, p.Y.Max)
	line, err := plotter.NewLine(points)
	if err != nil {
		return "", err
	}
	line.Color, line.Width, line.StepStyle = curveRole, vg.Points(2.5), plotter.PostStep
	p.Add(line)
	return toSVG(p, "returns-title", in.Say("Share of guests who have come back, by days since the first arrival; the table has the figures"))
}

// dayTicks are years where there are several, else some round number of days.
func dayTicks(most int) plot.ConstantTicks {
	step := 365
	for _, smaller := range []int{90, 30, 10} {
		if most < 2*step {
			step = smaller
		}
	}
	for most/step > 8 {
		step *= 2
	}
	var ticks plot.ConstantTicks
	for days := 0; days <= most; days += step {
		ticks = append(ticks, plot.Tick{Value: float64(days), Label: lang.Whole(days)})
	}
	return ticks
}
