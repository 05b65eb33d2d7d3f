package record

import (
	"encoding/json"

	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/examples/report/internal/numeral"
	"github.com/hotelcrm/hotelcrm/examples/report/internal/prose"
	"github.com/hotelcrm/hotelcrm/examples/report/internal/worth"
	"github.com/hotelcrm/hotelcrm/valuation"
)

// Returns is who comes back, and when.
type Returns struct {
	Repeat  Proportion       `json:"repeat"` // guests with more than one visit
	By      valuation.Period `json:"by"`
	Through hotelcrm.Date    `json:"through"`
	Later   int              `json:"later"` // visits in a period that is not over
	Cohorts []Cohort         `json:"cohorts"`
	Guests  int              `json:"guests"` // of the curve
	Came    int              `json:"cameBack"`
	Longest int              `json:"longestDays"`
	Median  *int             `json:"medianDays"` // null: fewer than half have come back
	Points  []ReturnPoint    `json:"points"`
}

// Proportion is a share with its 95 % interval.
type Proportion struct {
	Count int         `json:"count"`
	Of    int         `json:"of"`
	Rate  json.Number `json:"rate"`
	Low   json.Number `json:"low"`
	High  json.Number `json:"high"`
}

// Cohort is the guests who first came in one period. CameAgain has a number for each period after it, null where that
// is not over.
type Cohort struct {
	Start     hotelcrm.Date `json:"start"`
	Guests    int           `json:"guests"`
	CameAgain []*int        `json:"cameAgain"`
	Same      int           `json:"samePeriod"` // came again in the period of the first visit
}

// ReturnPoint is who has come back by so many days after the first arrival.
type ReturnPoint struct {
	Days    int         `json:"days"`
	Rate    json.Number `json:"rate"` // have come back
	Low     json.Number `json:"low"`
	High    json.Number `json:"high"`
	Watched int         `json:"watched"`
}

func proportion(p valuation.Proportion) Proportion {
	return Proportion{p.Count, p.Of, numeral.Rate(p.Rate), numeral.Rate(p.Low), numeral.Rate(p.High)}
}

func (r *recorder) returnsJSON() *Returns {
	of := r.Returns
	if of == nil {
		return nil
	}
	out := &Returns{
		Repeat: proportion(of.Repeat), By: of.By, Through: of.Through, Later: of.Later, Cohorts: []Cohort{},
		Guests: of.Survival.Spells(), Came: of.Survival.Ended(), Longest: of.Longest, Points: []ReturnPoint{},
	}
	if days, ok := of.Survival.Median(); ok {
		out.Median = &days
	}
	for k, c := range of.Cohorts {
		one := Cohort{Start: c.Start, Guests: c.Cells[0].Guests, CameAgain: []*int{}, Same: of.Same[k]}
		for _, cell := range c.Cells[1:] {
			if cell.Observed {
				one.CameAgain = append(one.CameAgain, new(cell.Guests))
			} else {
				one.CameAgain = append(one.CameAgain, nil)
			}
		}
		out.Cohorts = append(out.Cohorts, one)
	}
	for _, p := range of.Points {
		out.Points = append(out.Points, ReturnPoint{p.Days, numeral.Rate(p.Share), numeral.Rate(p.Low), numeral.Rate(p.High), p.AtRisk})
	}
	return out
}

// Equity is what the guests of the last year are worth together.
type Equity struct {
	From      hotelcrm.Date `json:"from"`  // of the year before: its guests are asked for
	Split     hotelcrm.Date `json:"split"` // its last day
	Retention Proportion    `json:"retention"`
	Groups    []EquityGroup `json:"groups"`
	Total     string        `json:"total"`
	WhatIf    WhatIf        `json:"whatIf"`
}

// WhatIf is what more retention, margin and discount would change.
type WhatIf struct {
	MoreRetention json.Number `json:"moreRetention"` // points
	MoreMargin    json.Number `json:"moreMargin"`    // of the margin
	MoreDiscount  json.Number `json:"moreDiscount"`  // points
	Total         string      `json:"total"`         // after all three
	Change        string      `json:"change"`
	Parts         Parts       `json:"parts"` // add up to the change
	Alone         Parts       `json:"alone"`
	Interaction   string      `json:"interaction"` // of the change, beyond those alone
}

// Parts are what retention, margin and discount each change.
type Parts struct {
	Retention string `json:"retention"`
	Margin    string `json:"margin"`
	Discount  string `json:"discount"`
}

func (r *recorder) whatIfJSON() WhatIf {
	d := r.Equity.WhatIf
	parts := func(p valuation.Parts) Parts {
		return Parts{prose.Money(p.Retention, r.Places), prose.Money(p.Margin, r.Places), prose.Money(p.Discount, r.Places)}
	}
	return WhatIf{
		MoreRetention: json.Number(worth.MoreRetention.String()), MoreMargin: json.Number(worth.MoreMargin.String()),
		MoreDiscount: json.Number(worth.MoreDiscount.String()), Total: prose.Money(d.After.Total, r.Places), Change: prose.Money(d.Amount, r.Places),
		Parts: parts(d.Parts), Alone: parts(d.Alone), Interaction: prose.Money(d.Interaction, r.Places),
	}
}

// EquityGroup is guests with about as many visits so far.
type EquityGroup struct {
	Name      string      `json:"name"`
	Guests    int         `json:"guests"`
	Measured  *Proportion `json:"measured"` // null: nobody was there, and all guests stand for them
	Retention json.Number `json:"retention"`
	Margin    string      `json:"margin"` // of a guest and year
	Worth     string      `json:"worth"`
}

func (r *recorder) equityJSON() *Equity {
	e := r.Equity
	if e == nil {
		return nil
	}
	out := &Equity{
		From: e.Previous.AddDays(1), Split: e.Split, Retention: proportion(e.Kept), Total: prose.Money(e.WhatIf.Before.Total, r.Places), WhatIf: r.whatIfJSON(),
	}
	for _, g := range e.Groups {
		one := EquityGroup{
			Name: g.Name, Guests: g.Guests, Retention: json.Number(g.Rate.StringFixed(worth.RatePlaces)),
			Margin: prose.Money(g.Margin, r.Places), Worth: prose.Money(g.Worth, r.Places),
		}
		if g.Kept != nil {
			one.Measured = new(proportion(*g.Kept))
		}
		out.Groups = append(out.Groups, one)
	}
	return out
}
