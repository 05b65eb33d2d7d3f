package page

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
	HasModel                       bool
	Total                          outlookView
	Stages                         *stagesView // nil: visits are not known
}

type segmentView struct {
	ID, Label, LabelZH, Action                string
	Guests, GuestShare, GuestWidth            string
	Visits, Revenue, RevenueShare, RevenueBar string
	Mean                                      string
	Outlook                                   outlookView
}

func (w *writer) segmentsView() segmentsView {
	if w.Scores.Segments == nil {
		return segmentsView{Note: lang.Capital(w.Say("%s.", chinese.Finished(w.Printer, w.Scores.Plan.Note)))}
	}
	set := w.Scores.Segments.Set()
	v := segmentsView{
		Sentence: w.segmentsSentence(),
		Guests:   prose.Whole(w.Totals.Guests), Visits: prose.Whole(w.Totals.Visits), Revenue: prose.WholeMoney(w.Totals.Revenue, w.Places),
		Mean: prose.Mean(w.Totals.Revenue, w.Totals.Guests, w.Places), All: prose.PercentOf(w.Printer, w.Totals.Guests, w.Totals.Guests), AllRevenue: "–",
	}
	v.Label, v.LabelZH = prose.Both(w.Printer, set.Label, set.LabelZH)
	if w.Totals.Revenue.IsPositive() {
		v.AllRevenue = prose.Percent(w.Printer, w.Totals.Revenue, w.Totals.Revenue)
	}
	outlooks, all := w.outlooks()
	v.HasModel, v.Total, v.Stages = w.Alive != nil, w.outlookView(all, w.Totals.Guests), w.stagesView()
	widest := w.widestShare()
	for _, total := range w.Scores.Groups {
		guests, all := decimal.NewFromInt(int64(total.Guests)), decimal.NewFromInt(int64(w.Totals.Guests))
		one := segmentView{
			ID: total.Segment.ID, Action: lang.Capital(w.Pick(total.Segment.Action, total.Segment.ActionZH)),
			Guests: prose.Whole(total.Guests), GuestShare: prose.Percent(w.Printer, guests, all), GuestWidth: prose.Bar(guests.DivRound(all, 6), widest),
			Visits: prose.Whole(total.Visits), Revenue: prose.WholeMoney(total.Revenue, w.Places), RevenueShare: "–", RevenueBar: "0",
			Mean: prose.Mean(total.Revenue, total.Guests, w.Places), Outlook: w.outlookView(outlooks[total.Segment.ID], total.Guests),
		}
		one.Label, one.LabelZH = prose.Both(w.Printer, total.Segment.Label, total.Segment.LabelZH)
		if w.Totals.Revenue.IsPositive() {
			one.RevenueShare = prose.Percent(w.Printer, total.Revenue, w.Totals.Revenue)
			one.RevenueBar = prose.Bar(total.Revenue.DivRound(w.Totals.Revenue, 6), widest)
		}
		v.HasAction = v.HasAction || one.Action != ""
		v.Rows = append(v.Rows, one)
	}
	return v
}

// widestShare is the largest share of guests or revenue, which fills the width of the bars.
func (w *writer) widestShare() decimal.Decimal {
	var widest decimal.Decimal
	for _, total := range w.Scores.Groups {
		widest = decimal.Max(widest, decimal.NewFromInt(int64(total.Guests)).DivRound(decimal.NewFromInt(int64(w.Totals.Guests)), 6))
		if w.Totals.Revenue.IsPositive() {
			widest = decimal.Max(widest, total.Revenue.DivRound(w.Totals.Revenue, 6))
		}
	}
	return widest
}

// segmentsSentence names the segment that brings most.
func (w *writer) segmentsSentence() string {
	totals := w.Scores.Groups
	top := 0
	for i, total := range totals {
		if total.Revenue.GreaterThan(totals[top].Revenue) {
			top = i
		}
	}
	most := totals[top]
	if !w.Totals.Revenue.IsPositive() || !most.Revenue.IsPositive() || len(totals) < 2 {
		return ""
	}
	return w.Say("The largest share comes from “%s”: %s of the guests, %s of the revenue.", w.Pick(most.Segment.Label, most.Segment.LabelZH),
		prose.PercentOf(w.Printer, most.Guests, w.Totals.Guests), prose.Percent(w.Printer, most.Revenue, w.Totals.Revenue))
}
