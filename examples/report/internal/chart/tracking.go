package chart

import (
	"fmt"
	"html/template"
	"math"
	"strconv"
	"time"

	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/examples/internal/lang"
	"github.com/hotelcrm/hotelcrm/examples/report/internal/alive"
	"github.com/hotelcrm/hotelcrm/examples/report/internal/prose"
	"gonum.org/v1/plot"
	"gonum.org/v1/plot/plotter"
	"gonum.org/v1/plot/vg"
)

// Tracking returns the cumulative visits that came and that were expected, as an SVG element.
func Tracking(in lang.Printer, m *alive.Result) (template.HTML, error) {
	points := m.Track.Points
	if len(points) < 2 {
		return "", nil
	}
	p := newFrame("", in.Say("repeat visits so far"))
	day := func(d hotelcrm.Date) float64 { return float64(d.DaysSince(m.First)) }
	actual, expected := plotter.XYs{{}}, plotter.XYs{{}}
	most := 1.0
	for _, one := range points {
		at := day(m.End(one))
		actual, expected = append(actual, plotter.XY{X: at, Y: one.Actual}), append(expected, plotter.XY{X: at, Y: one.Expected})
		most = max(most, one.Actual, one.Expected)
	}
	p.X.Max = day(m.End(points[len(points)-1]))
	p.X.Tick.Marker = calendarTicks(m.First, m.End(points[len(points)-1]))
	p.Y.Tick.Marker, p.Y.Max = countTicks(most)
	came, err := plotter.NewLine(actual)
	if err != nil {
		return "", err
	}
	came.Color, came.Width = curveRole, vg.Points(2.5)
	model, err := dashed(markRole, expected)
	if err != nil {
		return "", err
	}
	model.Width, model.Dashes = vg.Points(2), []vg.Length{vg.Points(6), vg.Points(4)}
	p.Add(came, model)
	if m.Held != nil {
		at := day(m.Held.Watch.Last)
		border, err := dashed(inkRole, plotter.XYs{{X: at, Y: 0}, {X: at, Y: p.Y.Max}})
		if err != nil {
			return "", err
		}
		p.Add(border)
	}
	return toSVG(p, "tracking-title", in.Say("Cumulative repeat visits, as they came and as the model expects them; the table has the figures"))
}

// countTicks returns four to eight round steps up to most.
func countTicks(most float64) (plot.ConstantTicks, float64) {
	step := math.Pow(10, math.Floor(math.Log10(most)))
	for most/step < 4 {
		step /= 2
	}
	step = max(1, step)
	var ticks plot.ConstantTicks
	at := 0.0
	for ; ; at += step {
		ticks = append(ticks, plot.Tick{Value: at, Label: prose.Rounded(at) + prose.NBSP})
		if at >= most {
			return ticks, at
		}
	}
}

// calendarTicks are beginnings of years, or of quarters or months where there are few of them.
func calendarTicks(first, last hotelcrm.Date) plot.ConstantTicks {
	months := 12
	for _, smaller := range []int{3, 1} {
		if last.DaysSince(first) < 60*months {
			months = smaller
		}
	}
	year, _, _ := first.Civil()
	var ticks plot.ConstantTicks
	for day := hotelcrm.DateOf(year, time.January, 1); day <= last; day = day.AddMonths(months) {
		if day < first {
			continue
		}
		y, month, _ := day.Civil()
		label := strconv.Itoa(y)
		if months < 12 {
			label = fmt.Sprintf("%d-%02d", y, int(month))
		}
		ticks = append(ticks, plot.Tick{Value: float64(day.DaysSince(first)), Label: label})
	}
	return ticks
}
