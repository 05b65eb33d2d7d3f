package main

import (
	"github.com/hotelcrm/hotelcrm/examples/internal/lang"
	"github.com/hotelcrm/hotelcrm/examples/report/internal/chinese"
	"github.com/hotelcrm/hotelcrm/examples/report/internal/prose"
	"github.com/shopspring/decimal"
)

// segmentsView is the segments with their sizes and shares; Note says why there are none.
type segmentsView struct {
	Note, Label, LabelZH, Sentence string
	HasAction                      bool
	Rows                           []segmentView
	Guests, Visits, Revenue, Mean  string
	All, AllRevenue                string // the whole, where there are shares of it
}

type segmentView struct {
	ID, Label, LabelZH, Action                string
	Guests, GuestShare, GuestWidth            string
	Visits, Revenue, RevenueShare, RevenueBar string
	Mean                                      string
}

func (a *analysis) segmentsView() segmentsView {
	if a.segments == nil {
		return segmentsView{Note: lang.Capital(a.Say("%s.", chinese.Finished(a.Printer, a.opt.plan.note)))}
	}
	set := a.segments.Set()
	v := segmentsView{
		Sentence: a.segmentsSentence(),
		Guests:   prose.Whole(a.totals.guests), Visits: prose.Whole(a.totals.visits), Revenue: prose.GroupedMoney(a.totals.revenue, a.places),
		Mean: prose.Mean(a.totals.revenue, a.totals.guests, a.places), All: prose.PercentOf(a.Printer, a.totals.guests, a.totals.guests), AllRevenue: "–",
	}
	v.Label, v.LabelZH = prose.Both(a.Printer, set.Label, set.LabelZH)
	if a.totals.revenue.IsPositive() {
		v.AllRevenue = prose.Percent(a.Printer, a.totals.revenue, a.totals.revenue)
	}
	widest := a.widestShare()
	for _, total := range a.groups {
		guests, all := decimal.NewFromInt(int64(total.Guests)), decimal.NewFromInt(int64(a.totals.guests))
		one := segmentView{
			ID: total.Segment.ID, Action: lang.Capital(a.Pick(total.Segment.Action, total.Segment.ActionZH)),
			Guests: prose.Whole(total.Guests), GuestShare: prose.Percent(a.Printer, guests, all), GuestWidth: prose.Bar(guests.DivRound(all, 6), widest),
			Visits: prose.Whole(total.Visits), Revenue: prose.GroupedMoney(total.Revenue, a.places), RevenueShare: "–", RevenueBar: "0",
			Mean: prose.Mean(total.Revenue, total.Guests, a.places),
		}
		one.Label, one.LabelZH = prose.Both(a.Printer, total.Segment.Label, total.Segment.LabelZH)
		if a.totals.revenue.IsPositive() {
			one.RevenueShare = prose.Percent(a.Printer, total.Revenue, a.totals.revenue)
			one.RevenueBar = prose.Bar(total.Revenue.DivRound(a.totals.revenue, 6), widest)
		}
		v.HasAction = v.HasAction || one.Action != ""
		v.Rows = append(v.Rows, one)
	}
	return v
}

// widestShare is the largest share of guests or revenue, which fills the width of the bars.
func (a *analysis) widestShare() decimal.Decimal {
	var widest decimal.Decimal
	for _, total := range a.groups {
		widest = decimal.Max(widest, decimal.NewFromInt(int64(total.Guests)).DivRound(decimal.NewFromInt(int64(a.totals.guests)), 6))
		if a.totals.revenue.IsPositive() {
			widest = decimal.Max(widest, total.Revenue.DivRound(a.totals.revenue, 6))
		}
	}
	return widest
}

// segmentsSentence names the segment that brings most.
func (a *analysis) segmentsSentence() string {
	totals := a.groups
	top := 0
	for i, total := range totals {
		if total.Revenue.GreaterThan(totals[top].Revenue) {
			top = i
		}
	}
	most := totals[top]
	if !a.totals.revenue.IsPositive() || !most.Revenue.IsPositive() || len(totals) < 2 {
		return ""
	}
	return a.Say("The largest share comes from “%s”: %s of the guests, %s of the revenue.", a.Pick(most.Segment.Label, most.Segment.LabelZH),
		prose.PercentOf(a.Printer, most.Guests, a.totals.guests), prose.Percent(a.Printer, most.Revenue, a.totals.revenue))
}
