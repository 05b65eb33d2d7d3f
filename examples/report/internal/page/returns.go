package page

import (
	"html/template"
	"strconv"

	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/examples/internal/lang"
	"github.com/hotelcrm/hotelcrm/examples/report/internal/chart"
	"github.com/hotelcrm/hotelcrm/examples/report/internal/prose"
	"github.com/hotelcrm/hotelcrm/valuation"
)

// returnsView is who comes back; Note says why that is not known.
type returnsView struct {
	Note, Sentence  string
	Unit, Later     string
	Heads           []string
	Rows            []cohortView
	Hidden          string // cohorts too old for the page
	Legend          []legendView
	Curve           template.HTML
	Points          []pointView
	Median, Watched string
}

type cohortView struct {
	Name, Guests string
	Cells        []cohortCell
}

type cohortCell struct {
	Share, Guests string
	Heat          int
	Unseen        bool // the period is not over
}

type pointView struct{ After, Share, Between, AtRisk string }

// What of the cohorts the page shows, as much as a phone has room for: the newest, and their first periods.
// summary.json has them all.
const (
	mostCohorts = 8
	mostAges    = 7
)

// returnSteps are the lower ends of the colour steps of a cohort's cells, in per cent.
var returnSteps = []int{0, 10, 20, 30, 45, 60}

func (w *writer) returnsView() (returnsView, error) {
	r := w.Returns
	if r == nil {
		return returnsView{Note: lang.Capital(w.Say(w.NoVisits())) + w.Say(".")}, nil
	}
	v := returnsView{Unit: w.Name(r.By.String()), Sentence: w.repeatSentence()}
	w.cohortRows(&v)
	v.Legend = w.returnLegend(v.Rows)
	if r.Later > 0 {
		v.Later = w.Say("%s after %s lie in a %s that is not over, and are not in the table.",
			lang.Count(w.Printer, r.Later, "visit", "visits"), prose.Day(w.Printer, r.LastDay()), v.Unit)
	}
	if len(r.Points) == 0 {
		return v, nil
	}
	w.returnPoints(&v)
	var err error
	v.Curve, err = chart.Returns(w.Printer, r)
	return v, err
}

func (w *writer) repeatSentence() string {
	p := w.Returns.Repeat
	return w.Say("By %s, %s of the guests (%s of %s) have come more than once, whenever they first came; were they a sample, the rate would lie between %s and %s (95\u00a0%%).",
		prose.Day(w.Printer, w.Returns.Through), w.rate(p.Rate), prose.Whole(p.Count), prose.Whole(p.Of), w.rate(p.Low), w.rate(p.High))
}

// returnLegend says the colours that the cells have.
func (w *writer) returnLegend(rows []cohortView) []legendView {
	used := make([]bool, len(returnSteps))
	for _, row := range rows {
		for _, cell := range row.Cells {
			used[cell.Heat] = used[cell.Heat] || !cell.Unseen
		}
	}
	var out []legendView
	for k, from := range returnSteps {
		text := w.Say("%s or more", w.Percent(strconv.Itoa(from)))
		if k+1 < len(returnSteps) {
			text = w.Say("%s to %s", strconv.Itoa(from), w.Percent(strconv.Itoa(returnSteps[k+1])))
		}
		if used[k] {
			out = append(out, legendView{k, text})
		}
	}
	return out
}

// cohortRows fills in the cohorts that anybody is in, the newest of them.
func (w *writer) cohortRows(v *returnsView) {
	r := w.Returns
	var list []int
	for k, cohort := range r.Cohorts {
		if cohort.Cells[0].Guests > 0 {
			list = append(list, k)
		}
	}
	if len(list) == 0 {
		return
	}
	if older := len(list) - mostCohorts; older > 0 {
		v.Hidden = w.Say("%s in summary.json only.", lang.Count(w.Printer, older, "older cohort is", "older cohorts are"))
		list = list[older:]
	}
	ages := min(len(r.Cohorts)-list[0], mostAges)
	for age := range ages {
		v.Heads = append(v.Heads, "+"+strconv.Itoa(age))
	}
	for _, k := range list {
		cohort := r.Cohorts[k]
		row := cohortView{Name: w.periodName(r.By, cohort.Start), Guests: prose.Whole(cohort.Cells[0].Guests)}
		row.Cells = append(row.Cells, w.cohortCell(r.Same[k], cohort.Cells[0].Guests))
		for age := 1; age < ages; age++ {
			row.Cells = append(row.Cells, w.cohortCellOf(cohort, age))
		}
		v.Rows = append(v.Rows, row)
	}
}

func (w *writer) cohortCellOf(c valuation.Cohort, age int) cohortCell {
	if age >= len(c.Cells) || !c.Cells[age].Observed {
		return cohortCell{Unseen: true}
	}
	return w.cohortCell(c.Cells[age].Guests, c.Cells[0].Guests)
}

// cohortCell returns the part of a cohort that came again.
func (w *writer) cohortCell(guests, of int) cohortCell {
	out := cohortCell{Share: w.rate(float64(guests) / float64(of)), Guests: prose.Whole(guests)}
	for k, from := range returnSteps {
		if 100*guests >= from*of {
			out.Heat = k
		}
	}
	return out
}

func (w *writer) periodName(by valuation.Period, start hotelcrm.Date) string {
	year, month, _ := start.Civil()
	if by == valuation.Quarter {
		return w.Say("%s\u00a0Q%s", strconv.Itoa(year), strconv.Itoa((int(month)+2)/3))
	}
	return strconv.Itoa(year)
}

func (w *writer) returnPoints(v *returnsView) {
	r := w.Returns
	for _, one := range r.Points {
		v.Points = append(v.Points, pointView{
			After: prose.Whole(one.Days), Share: w.rate(one.Share), Between: w.interval(one.Interval), AtRisk: prose.Whole(one.AtRisk),
		})
	}
	v.Median = w.Say("Fewer than half of the guests have come back by the end of watching.")
	if days, ok := r.Survival.Median(); ok {
		v.Median = w.Say("Half of the guests have come back after %s.", lang.Count(w.Printer, days, "day", "days"))
	}
	v.Watched = w.Say("%s watched for up to %s, and %s came back. A guest who first came lately counts only for the days since.",
		lang.Count(w.Printer, r.Survival.Spells(), "guest was", "guests were"), lang.Count(w.Printer, r.Longest, "day", "days"), prose.Whole(r.Survival.Ended()))
}

// interval writes the ends of an interval.
func (w *writer) interval(i valuation.Interval) string {
	return lang.Fixed(100*i.Low, 1) + "–" + w.rate(i.High)
}

// rate writes a share in per cent with one decimal place.
func (w *writer) rate(share float64) string {
	return w.Percent(lang.Fixed(100*share, 1))
}
