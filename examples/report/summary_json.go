package main

import (
	"bytes"
	"encoding/json"

	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/examples/report/internal/numeral"
	"github.com/hotelcrm/hotelcrm/examples/report/internal/prose"
	"github.com/hotelcrm/hotelcrm/rfm"
	"github.com/shopspring/decimal"
)

// summaryJSON is summary.json. Keys keep their names and order; new ones are added at the end.
type summaryJSON struct {
	Input         inputJSON          `json:"input"`
	RFM           rfmJSON            `json:"rfm"`
	Warnings      []hotelcrm.Warning `json:"warnings"`
	Concentration *concentrationJSON `json:"concentration"` // null if the revenue is not above 0
	Grid          []cellJSON         `json:"grid"`
	Totals        totalsJSON         `json:"totals"`
	Valuation     *valuationJSON     `json:"valuation"`
	BTYD          *btydJSON          `json:"btyd"`                   // null where a warning says why
	Satisfaction  *surveyJSON        `json:"satisfaction,omitempty"` // absent without a survey
	Classes       *classesJSON       `json:"classes"`
	Loyalty       *loyaltyJSON       `json:"loyalty,omitempty"` // absent without a programme, or where a warning says why
}

type inputJSON struct {
	File     string           `json:"file"`
	Rows     int64            `json:"rows"`
	Stays    int64            `json:"stays"`
	Skipped  map[string]int64 `json:"skipped"`
	Guests   int              `json:"guests"`
	Currency string           `json:"currency"`
	Revenue  string           `json:"revenue"`
	First    hotelcrm.Date    `json:"first"`
	Last     hotelcrm.Date    `json:"last"`
	AsOf     hotelcrm.Date    `json:"asOf"`
	SHA256   string           `json:"sha256"`
	Visit    string           `json:"visit"` // empty where the source has counted the visits
	Fees     bool             `json:"fees,omitempty"`
}

type rfmJSON struct {
	Method     rfm.Method      `json:"method"`
	Bins       int             `json:"bins"` // the largest of binsOf
	Thresholds thresholdsJSON  `json:"thresholds"`
	Counts     rfm.Counts      `json:"counts"`
	Segments   []segmentJSON   `json:"segments"`
	Set        string          `json:"set"` // empty: scores only
	BinsOf     axesJSON[int]   `json:"binsOf"`
	Scores     axesJSON[[]int] `json:"scores"` // of the bins between the thresholds, in the order of rising values
}

type axesJSON[T any] struct {
	Recency   T `json:"recency"`
	Frequency T `json:"frequency"`
	Monetary  T `json:"monetary"`
}

type thresholdsJSON struct {
	Recency   []json.Number `json:"recency"`   // days
	Frequency []json.Number `json:"frequency"` // visits
	Monetary  []string      `json:"monetary"`  // money
}

type segmentJSON struct {
	ID      string `json:"id"`
	Guests  int    `json:"guests"`
	Visits  int64  `json:"visits"`
	Revenue string `json:"revenue"`
}

type concentrationJSON struct {
	TopGuests []shareJSON  `json:"topGuests"` // what the best "of" of the guests bring
	GuestsFor []shareJSON  `json:"guestsFor"` // the fewest guests who bring "of" of the revenue
	Gini      *json.Number `json:"gini"`      // null with negative amounts
	Negative  int          `json:"negative"`
}

type shareJSON struct {
	Of        json.Number `json:"of"`
	Guests    int         `json:"guests"`
	GuestRate json.Number `json:"guestRate"`
	Revenue   string      `json:"revenue"`
	Rate      json.Number `json:"rate"`
}

type cellJSON struct {
	R       int     `json:"r"`
	F       int     `json:"f"`
	Guests  int     `json:"guests"`
	Revenue string  `json:"revenue"`
	Mean    *string `json:"mean"` // rounded to the currency's digits, halves to even; null for an empty cell
}

type totalsJSON struct {
	Visits       int64  `json:"visits"`
	Nights       *int64 `json:"nights"` // null if the table of guests has none
	RepeatGuests int    `json:"repeatGuests"`
}

// renderSummary returns summary.json.
func renderSummary(a *analysis) ([]byte, error) {
	if err := a.finish(); err != nil {
		return nil, err
	}
	grid, err := a.gridJSON()
	if err != nil {
		return nil, err
	}
	out := summaryJSON{
		Input: a.inputJSON(), RFM: a.rfmJSON(), Warnings: a.warnings, Concentration: a.concentrationJSON(), Grid: grid,
		Totals:    totalsJSON{Visits: a.totals.visits, RepeatGuests: a.totals.repeat},
		Valuation: a.valuationJSON(), BTYD: a.btydJSON(), Satisfaction: a.survey.json(), Classes: a.classesJSON(), Loyalty: a.loyaltyJSON(),
	}
	if out.Warnings == nil {
		out.Warnings = []hotelcrm.Warning{}
	}
	if !a.in.NoNights {
		out.Totals.Nights = &a.totals.nights
	}
	var b bytes.Buffer
	encoder := json.NewEncoder(&b)
	encoder.SetEscapeHTML(false)
	encoder.SetIndent("", "  ")
	err = encoder.Encode(out)
	return b.Bytes(), err
}

func (a *analysis) inputJSON() inputJSON {
	visit := a.in.Order.Visit.String()
	if a.in.Order.Counted() {
		visit = ""
	}
	return inputJSON{
		File: a.in.Source, Rows: a.in.Rows, Stays: a.in.Stays(), Skipped: a.in.Skipped(), Guests: a.totals.guests,
		Currency: a.currency, Revenue: prose.Money(a.totals.revenue, a.places),
		First: a.totals.first, Last: a.totals.last, AsOf: a.summaries.AsOf(),
		SHA256: a.in.Hash, Visit: visit, Fees: a.in.Order.Fees,
	}
}

func (a *analysis) rfmJSON() rfmJSON {
	t := a.scores.Thresholds()
	out := rfmJSON{
		Method: a.opt.plan.method, Bins: max(t.Recency.Bins, t.Frequency.Bins, t.Monetary.Bins),
		Thresholds: thresholdsJSON{Recency: numbers(t.Recency.Cuts), Frequency: numbers(t.Frequency.Cuts), Monetary: []string{}},
		Counts:     a.scores.Counts(), Segments: []segmentJSON{},
		BinsOf: axesJSON[int]{t.Recency.Bins, t.Frequency.Bins, t.Monetary.Bins},
		Scores: axesJSON[[]int]{t.Recency.Scores, t.Frequency.Scores, t.Monetary.Scores},
	}
	for _, cut := range t.Monetary.Cuts {
		out.Thresholds.Monetary = append(out.Thresholds.Monetary, prose.Money(cut, a.places))
	}
	if a.segments == nil {
		return out
	}
	out.Set = a.segments.Set().ID
	for _, total := range a.groups {
		out.Segments = append(out.Segments, segmentJSON{total.Segment.ID, total.Guests, total.Visits, prose.Money(total.Revenue, a.places)})
	}
	return out
}

func numbers(cuts []decimal.Decimal) []json.Number {
	out := make([]json.Number, 0, len(cuts))
	for _, cut := range cuts {
		out = append(out, json.Number(cut.String()))
	}
	return out
}

func (a *analysis) concentrationJSON() *concentrationJSON {
	if a.spread == nil {
		return nil
	}
	out := &concentrationJSON{Negative: a.spread.negative}
	for _, one := range a.spread.top {
		out.TopGuests = append(out.TopGuests, a.shareJSON(one))
	}
	for _, one := range a.spread.enough {
		out.GuestsFor = append(out.GuestsFor, a.shareJSON(one))
	}
	if a.spread.hasGini {
		out.Gini = new(json.Number(a.spread.gini.StringFixed(4)))
	}
	return out
}

func (a *analysis) shareJSON(p part) shareJSON {
	return shareJSON{
		Of: json.Number(p.of.String()), Guests: p.Guests, GuestRate: json.Number(p.GuestRate.StringFixed(numeral.RateDigits)),
		Revenue: prose.Money(p.Amount, a.places), Rate: json.Number(p.Rate.StringFixed(numeral.RateDigits)),
	}
}

func (a *analysis) gridJSON() ([]cellJSON, error) {
	var out []cellJSON
	for _, cell := range a.grid {
		one := cellJSON{R: cell.R, F: cell.F, Guests: cell.Guests, Revenue: prose.Money(cell.Revenue, a.places)}
		mean, any, err := cell.Mean(a.places, hotelcrm.RoundHalfEven)
		if err != nil {
			return nil, err
		}
		if any {
			one.Mean = new(mean.StringFixed(int32(a.places)))
		}
		out = append(out, one)
	}
	return out, nil
}
