package main

import (
	"fmt"
	"html/template"
	"math"
	"strconv"
	"strings"
	"time"

	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/examples/report/internal/prose"
	"github.com/hotelcrm/hotelcrm/valuation/btyd"
	"gonum.org/v1/plot"
	"gonum.org/v1/plot/plotter"
	"gonum.org/v1/plot/vg"
)

// end returns the day at whose beginning the visits of a point are counted.
func (m *models) end(p btyd.TrackPoint) hotelcrm.Date {
	return m.calibrated().AddDays(int(math.Round(p.At * btyd.DaysPer(m.opt.unit))))
}

// calibrated returns the last day of the calibration that the tracking belongs to.
func (m *models) calibrated() hotelcrm.Date {
	if m.held != nil {
		return m.held.watch.Last
	}
	return m.last
}

// mostTrackRows is how many points the table shows.
const mostTrackRows = 8

func (a *analysis) trackViews() []trackView {
	m := a.models
	n := len(m.track.Points)
	rows := min(n, mostTrackRows)
	var out []trackView
	for k := 1; k <= rows; k++ {
		p := m.track.Points[k*n/rows-1]
		v := trackView{
			Day: a.shortDate(m.end(p).AddDays(-1)), Actual: prose.Rounded(p.Actual), Expected: prose.Rounded(p.Expected), Error: "–",
			Held: m.held != nil && m.end(p).AddDays(-1) > m.held.watch.Last,
		}
		if p.Actual > 0 {
			v.Error = a.signedRate(p.Expected/p.Actual - 1)
		}
		out = append(out, v)
	}
	return out
}

// shortDate writes 1 Jan 2026 for a table.
func (a *analysis) shortDate(d hotelcrm.Date) string {
	if a.Chinese() {
		return d.String()
	}
	return strings.ReplaceAll(d.Format("2 Jan 2006"), " ", prose.NBSP)
}

// signedRate writes a share in per cent with its sign.
func (a *analysis) signedRate(x float64) string {
	text := a.rate(x)
	if x > 0 {
		return "+" + text
	}
	return text
}

func (a *analysis) trackSentence() string {
	m := a.models
	text := a.Say("The model as fitted to all visits: repeat visits that it expects of guests of whom no more than the first visit is known, beside those that came.")
	if m.held != nil {
		text = a.Say("The model as fitted to the visits through %s: repeat visits that it expects of guests of whom no more than the first visit is known, beside those that came. The upright line is where the hold-out begins.",
			prose.Day(a.Printer, m.held.watch.Last))
	}
	if m.every > 1 {
		text += a.Say(" ") + a.Say("Every %s guest.", a.ordinal(m.every))
	}
	return text
}

// drawTracking returns the cumulative visits that came and that were expected, as an SVG element.
func (a *analysis) drawTracking() (template.HTML, error) {
	m := a.models
	points := m.track.Points
	if len(points) < 2 {
		return "", nil
	}
	p := newFrame("", a.Say("repeat visits so far"))
	day := func(d hotelcrm.Date) float64 { return float64(d.DaysSince(m.first)) }
	actual, expected := plotter.XYs{{}}, plotter.XYs{{}}
	most := 1.0
	for _, one := range points {
		at := day(m.end(one))
		actual, expected = append(actual, plotter.XY{X: at, Y: one.Actual}), append(expected, plotter.XY{X: at, Y: one.Expected})
		most = max(most, one.Actual, one.Expected)
	}
	p.X.Max = day(m.end(points[len(points)-1]))
	p.X.Tick.Marker = calendarTicks(m.first, m.end(points[len(points)-1]))
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
	if m.held != nil {
		at := day(m.held.watch.Last)
		border, err := dashed(inkRole, plotter.XYs{{X: at, Y: 0}, {X: at, Y: p.Y.Max}})
		if err != nil {
			return "", err
		}
		p.Add(border)
	}
	return toSVG(p, "tracking-title", a.Say("Cumulative repeat visits, as they came and as the model expects them; the table has the figures"))
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
		ticks = append(ticks, plot.Tick{Value: at, Label: prose.Rounded(at)})
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
