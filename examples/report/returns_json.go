package main

import (
	"encoding/json"

	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/examples/report/internal/numeral"
	"github.com/hotelcrm/hotelcrm/examples/report/internal/prose"
	"github.com/hotelcrm/hotelcrm/valuation"
)

// returnsJSON is who comes back, and when.
type returnsJSON struct {
	Repeat  proportionJSON    `json:"repeat"` // guests with more than one visit
	By      valuation.Period  `json:"by"`
	Through hotelcrm.Date     `json:"through"`
	Later   int               `json:"later"` // visits in a period that is not over
	Cohorts []cohortJSON      `json:"cohorts"`
	Guests  int               `json:"guests"` // of the curve
	Came    int               `json:"cameBack"`
	Longest int               `json:"longestDays"`
	Median  *int              `json:"medianDays"` // null: fewer than half have come back
	Points  []returnPointJSON `json:"points"`
}

// proportionJSON is a share with its 95 % interval.
type proportionJSON struct {
	Count int         `json:"count"`
	Of    int         `json:"of"`
	Rate  json.Number `json:"rate"`
	Low   json.Number `json:"low"`
	High  json.Number `json:"high"`
}

// cohortJSON is the guests who first came in one period. CameAgain has a number for each period after it, null where that
// is not over.
type cohortJSON struct {
	Start     hotelcrm.Date `json:"start"`
	Guests    int           `json:"guests"`
	CameAgain []*int        `json:"cameAgain"`
}

type returnPointJSON struct {
	Days    int         `json:"days"`
	Rate    json.Number `json:"rate"` // have come back
	Low     json.Number `json:"low"`
	High    json.Number `json:"high"`
	Watched int         `json:"watched"`
}

func proportion(p valuation.Proportion) proportionJSON {
	return proportionJSON{p.Count, p.Of, numeral.Rate(p.Rate), numeral.Rate(p.Low), numeral.Rate(p.High)}
}

func (a *analysis) returnsJSON() *returnsJSON {
	r := a.returns
	if r == nil {
		return nil
	}
	out := &returnsJSON{
		Repeat: proportion(r.repeat), By: r.by, Through: r.through, Later: r.later, Cohorts: []cohortJSON{},
		Guests: r.survival.Spells(), Came: r.survival.Ended(), Longest: r.longest, Points: []returnPointJSON{},
	}
	if days, ok := r.survival.Median(); ok {
		out.Median = &days
	}
	for _, c := range r.cohorts {
		one := cohortJSON{Start: c.Start, Guests: c.Cells[0].Guests, CameAgain: []*int{}}
		for _, cell := range c.Cells[1:] {
			if cell.Observed {
				one.CameAgain = append(one.CameAgain, new(cell.Guests))
			} else {
				one.CameAgain = append(one.CameAgain, nil)
			}
		}
		out.Cohorts = append(out.Cohorts, one)
	}
	for _, p := range r.points {
		out.Points = append(out.Points, returnPointJSON{p.days, numeral.Rate(p.share), numeral.Rate(p.Low), numeral.Rate(p.High), p.atRisk})
	}
	return out
}

// equityJSON is what the guests of the last year are worth together.
type equityJSON struct {
	From      hotelcrm.Date     `json:"from"`  // of the year before: its guests are asked for
	Split     hotelcrm.Date     `json:"split"` // its last day
	Retention proportionJSON    `json:"retention"`
	Groups    []equityGroupJSON `json:"groups"`
	Total     string            `json:"total"`
	WhatIf    whatIfJSON        `json:"whatIf"`
}

// whatIfJSON is what more retention, margin and discount would change.
type whatIfJSON struct {
	MoreRetention json.Number `json:"moreRetention"` // points
	MoreMargin    json.Number `json:"moreMargin"`    // of the margin
	MoreDiscount  json.Number `json:"moreDiscount"`  // points
	Total         string      `json:"total"`         // after all three
	Change        string      `json:"change"`
	Parts         partsJSON   `json:"parts"` // add up to the change
	Alone         partsJSON   `json:"alone"`
	Interaction   string      `json:"interaction"` // of the change, beyond those alone
}

type partsJSON struct {
	Retention string `json:"retention"`
	Margin    string `json:"margin"`
	Discount  string `json:"discount"`
}

func (a *analysis) whatIfJSON() whatIfJSON {
	d := a.equity.whatIf
	parts := func(p valuation.Parts) partsJSON {
		return partsJSON{prose.Money(p.Retention, a.places), prose.Money(p.Margin, a.places), prose.Money(p.Discount, a.places)}
	}
	return whatIfJSON{
		MoreRetention: json.Number(moreRetention.String()), MoreMargin: json.Number(moreMargin.String()),
		MoreDiscount: json.Number(moreDiscount.String()), Total: prose.Money(d.After.Total, a.places), Change: prose.Money(d.Amount, a.places),
		Parts: parts(d.Parts), Alone: parts(d.Alone), Interaction: prose.Money(d.Interaction, a.places),
	}
}

type equityGroupJSON struct {
	Name      string          `json:"name"`
	Guests    int             `json:"guests"`
	Measured  *proportionJSON `json:"measured"` // null: nobody was there, and all guests stand for them
	Retention json.Number     `json:"retention"`
	Margin    string          `json:"margin"` // of a guest and year
	Worth     string          `json:"worth"`
}

func (a *analysis) equityJSON() *equityJSON {
	e := a.equity
	if e == nil {
		return nil
	}
	out := &equityJSON{
		From: e.previous.AddDays(1), Split: e.split, Retention: proportion(e.kept), Total: prose.Money(e.whatIf.Before.Total, a.places), WhatIf: a.whatIfJSON(),
	}
	for _, g := range e.groups {
		one := equityGroupJSON{
			Name: g.name, Guests: g.guests, Retention: json.Number(g.rate.StringFixed(ratePlaces)),
			Margin: prose.Money(g.margin, a.places), Worth: prose.Money(g.worth, a.places),
		}
		if g.kept != nil {
			one.Measured = new(proportion(*g.kept))
		}
		out.Groups = append(out.Groups, one)
	}
	return out
}
