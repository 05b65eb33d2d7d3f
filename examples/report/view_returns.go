package main

import (
	"html/template"
	"strconv"

	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/examples/internal/lang"
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

// mostCohorts is how many cohorts the page shows, the newest; summary.json has them all.
const mostCohorts = 8

// returnSteps are the lower ends of the colour steps of a cohort's cells, in per cent.
var returnSteps = []int{0, 10, 20, 30, 45, 60}

func (a *analysis) returnsView() (returnsView, error) {
	r := a.returns
	if r == nil {
		return returnsView{Note: lang.Capital(a.Say(a.noVisits())) + a.Say(".")}, nil
	}
	v := returnsView{Unit: a.Name(r.by.String()), Sentence: a.repeatSentence()}
	for k, from := range returnSteps {
		text := a.Say("%s or more", a.Percent(strconv.Itoa(from)))
		if k+1 < len(returnSteps) {
			text = a.Say("%s to %s", strconv.Itoa(from), a.Percent(strconv.Itoa(returnSteps[k+1])))
		}
		v.Legend = append(v.Legend, legendView{k, text})
	}
	a.cohortRows(&v)
	if r.later > 0 {
		v.Later = a.Say("%s after %s lie in a %s that is not over, and are not in the table.",
			lang.Count(a.Printer, r.later, "visit", "visits"), prose.Day(a.Printer, r.lastDay()), v.Unit)
	}
	if len(r.points) == 0 {
		return v, nil
	}
	a.returnPoints(&v)
	var err error
	v.Curve, err = a.drawReturns(r)
	return v, err
}

// lastDay is the last day of the last period that is over.
func (r *returns) lastDay() hotelcrm.Date {
	if len(r.cohorts) == 0 {
		return r.through
	}
	return r.cohorts[len(r.cohorts)-1].Start.AddMonths(12 / r.by.PerYear()).AddDays(-1)
}

func (a *analysis) repeatSentence() string {
	p := a.returns.repeat
	return a.Say("%s of the guests (%s of %s) have come more than once; were they a sample, the rate would lie between %s and %s (95\u00a0%%).",
		a.rate(p.Rate), prose.Whole(p.Count), prose.Whole(p.Of), a.rate(p.Low), a.rate(p.High))
}

func (a *analysis) cohortRows(v *returnsView) {
	list := a.returns.cohorts
	if len(list) > mostCohorts {
		v.Hidden = a.Say("%s in summary.json only.", lang.Count(a.Printer, len(list)-mostCohorts, "older cohort is", "older cohorts are"))
		list = list[len(list)-mostCohorts:]
	}
	for age := 1; age < len(list); age++ {
		v.Heads = append(v.Heads, "+"+strconv.Itoa(age))
	}
	for _, cohort := range list {
		row := cohortView{Name: a.periodName(a.returns.by, cohort.Start), Guests: prose.Whole(cohort.Cells[0].Guests)}
		for age := 1; age < len(list); age++ {
			row.Cells = append(row.Cells, a.cohortCellOf(cohort, age))
		}
		v.Rows = append(v.Rows, row)
	}
}

func (a *analysis) cohortCellOf(c valuation.Cohort, age int) cohortCell {
	cell := c.Cells[age]
	switch {
	case !cell.Observed:
		return cohortCell{Unseen: true}
	case c.Cells[0].Guests == 0:
		return cohortCell{Share: "–", Guests: "0"}
	}
	out := cohortCell{Share: a.rate(cell.Rate), Guests: prose.Whole(cell.Guests)}
	for k, from := range returnSteps {
		if 100*cell.Guests >= from*c.Cells[0].Guests {
			out.Heat = k
		}
	}
	return out
}

func (a *analysis) periodName(by valuation.Period, start hotelcrm.Date) string {
	year, month, _ := start.Civil()
	if by == valuation.Quarter {
		return a.Say("%s\u00a0Q%s", strconv.Itoa(year), strconv.Itoa((int(month)+2)/3))
	}
	return strconv.Itoa(year)
}

func (a *analysis) returnPoints(v *returnsView) {
	r := a.returns
	for _, one := range r.points {
		v.Points = append(v.Points, pointView{
			After: prose.Whole(one.days), Share: a.rate(one.share), Between: a.interval(one.Interval), AtRisk: prose.Whole(one.atRisk),
		})
	}
	v.Median = a.Say("Fewer than half of the guests have come back by the end of watching.")
	if days, ok := r.survival.Median(); ok {
		v.Median = a.Say("Half of the guests have come back after %s.", lang.Count(a.Printer, days, "day", "days"))
	}
	v.Watched = a.Say("%s watched for up to %s, and %s came back. A guest who first came lately counts only for the days since.",
		lang.Count(a.Printer, r.survival.Spells(), "guest was", "guests were"), lang.Count(a.Printer, r.longest, "day", "days"), prose.Whole(r.survival.Ended()))
}

// interval writes the ends of an interval.
func (a *analysis) interval(i valuation.Interval) string {
	return strconv.FormatFloat(100*i.Low, 'f', 1, 64) + "–" + a.rate(i.High)
}

// rate writes a share in per cent with one decimal place.
func (a *analysis) rate(share float64) string {
	return a.Percent(strconv.FormatFloat(100*share, 'f', 1, 64))
}
