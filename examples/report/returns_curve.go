package main

import (
	"fmt"
	"html/template"

	"gonum.org/v1/plot"
	"gonum.org/v1/plot/plotter"
	"gonum.org/v1/plot/vg"
)

// returnTicks is how many steps the curve of returns has at most.
const returnTicks = 120

// drawReturns returns the share of guests who have come back, by days since the first arrival, as an SVG element.
func (a *analysis) drawReturns(r *returns) (template.HTML, error) {
	p := newFrame(a.Say("days since the first arrival"), a.Say("have come back"))
	p.X.Max = float64(r.longest)
	most := 0.0
	every := (r.longest + returnTicks - 1) / returnTicks
	var points plotter.XYs
	for days := 0; days <= r.longest; days += every {
		share := 1 - r.survival.At(days)
		most = max(most, share)
		points = append(points, plotter.XY{X: float64(days), Y: share})
	}
	for p.Y.Max = .2; p.Y.Max < most; {
		p.Y.Max += .2
	}
	p.X.Tick.Marker, p.Y.Tick.Marker = dayTicks(r.longest), percentTicks(a.Printer, p.Y.Max)
	line, err := plotter.NewLine(points)
	if err != nil {
		return "", err
	}
	line.Color, line.Width, line.StepStyle = curveRole, vg.Points(2.5), plotter.PostStep
	p.Add(line)
	return toSVG(p, "returns-title", a.Say("Share of guests who have come back, by days since the first arrival; the table has the figures"))
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
		ticks = append(ticks, plot.Tick{Value: float64(days), Label: fmt.Sprint(days)})
	}
	return ticks
}
