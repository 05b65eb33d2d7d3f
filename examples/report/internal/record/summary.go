package record

import (
	"bytes"
	"encoding/json"

	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/examples/report/internal/numeral"
	"github.com/hotelcrm/hotelcrm/examples/report/internal/prose"
	"github.com/hotelcrm/hotelcrm/examples/report/internal/reckon"
	"github.com/hotelcrm/hotelcrm/examples/report/internal/scores"
	"github.com/hotelcrm/hotelcrm/rfm"
	"github.com/shopspring/decimal"
)

// SummaryName is the name of the file.
const SummaryName = "summary.json"

// Summary is summary.json. Keys keep their names and order; new ones are added at the end.
type Summary struct {
	Input         Input              `json:"input"`
	RFM           RFM                `json:"rfm"`
	Warnings      []hotelcrm.Warning `json:"warnings"`
	Concentration *Concentration     `json:"concentration"` // null if the revenue is not above 0
	Grid          []Cell             `json:"grid"`
	Totals        Totals             `json:"totals"`
	Valuation     *Valuation         `json:"valuation"`
	BTYD          *Alive             `json:"btyd"`                   // null where a warning says why
	Satisfaction  *Survey            `json:"satisfaction,omitempty"` // absent without a survey
	Classes       *Classes           `json:"classes"`
	Loyalty       *Loyalty           `json:"loyalty,omitempty"` // absent without a programme, or where a warning says why
	Houses        *Houses            `json:"houses,omitempty"`  // absent unless guests came to several properties, on days that are known
}

// Input is what was read.
type Input struct {
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

// RFM is how guests are scored, and into which segments they fall.
type RFM struct {
	Method     rfm.Method  `json:"method"`
	Bins       int         `json:"bins"` // the largest of binsOf
	Thresholds Cuts        `json:"thresholds"`
	Counts     rfm.Counts  `json:"counts"`
	Segments   []Segment   `json:"segments"`
	Set        string      `json:"set"` // empty: scores only
	BinsOf     Axes[int]   `json:"binsOf"`
	Scores     Axes[[]int] `json:"scores"` // of the bins between the thresholds, in the order of rising values
}

// Axes is something of each axis.
type Axes[T any] struct {
	Recency   T `json:"recency"`
	Frequency T `json:"frequency"`
	Monetary  T `json:"monetary"`
}

// Cuts are the values between the scores of each axis.
type Cuts struct {
	Recency   []json.Number `json:"recency"`   // days
	Frequency []json.Number `json:"frequency"` // visits
	Monetary  []string      `json:"monetary"`  // money
}

// Segment is the guests of one segment.
type Segment struct {
	ID      string `json:"id"`
	Guests  int    `json:"guests"`
	Visits  int64  `json:"visits"`
	Revenue string `json:"revenue"`
}

// Concentration is how the revenue is spread over the guests.
type Concentration struct {
	TopGuests []Share      `json:"topGuests"` // what the best "of" of the guests bring
	GuestsFor []Share      `json:"guestsFor"` // the fewest guests who bring "of" of the revenue
	Gini      *json.Number `json:"gini"`      // null with negative amounts
	Negative  int          `json:"negative"`
}

// Share is some of the guests and what they bring.
type Share struct {
	Of        json.Number `json:"of"`
	Guests    int         `json:"guests"`
	GuestRate json.Number `json:"guestRate"`
	Revenue   string      `json:"revenue"`
	Rate      json.Number `json:"rate"`
}

// Cell is the guests of one recency and one frequency score.
type Cell struct {
	R       int     `json:"r"`
	F       int     `json:"f"`
	Guests  int     `json:"guests"`
	Revenue string  `json:"revenue"`
	Mean    *string `json:"mean"` // rounded to the currency's digits, halves to even; null for an empty cell
}

// Totals are the figures of all guests together.
type Totals struct {
	Visits       int64  `json:"visits"`
	Nights       *int64 `json:"nights"` // null if the table of guests has none
	RepeatGuests int    `json:"repeatGuests"`
}

// recorder writes the results for programs, which read English.
type recorder struct{ *reckon.Report }

// RenderSummary returns summary.json.
func RenderSummary(of *reckon.Report) ([]byte, error) {
	if err := of.Finish(); err != nil {
		return nil, err
	}
	a := &recorder{of}
	grid, err := a.gridJSON()
	if err != nil {
		return nil, err
	}
	out := Summary{
		Input: a.inputJSON(), RFM: a.rfmJSON(), Warnings: a.Warnings, Concentration: a.concentrationJSON(), Grid: grid,
		Totals:    Totals{Visits: a.Totals.Visits, RepeatGuests: a.Totals.Repeat},
		Valuation: a.valuationJSON(), BTYD: a.btydJSON(), Satisfaction: a.surveyJSON(), Classes: a.classesJSON(), Loyalty: a.loyaltyJSON(),
		Houses: a.housesJSON(),
	}
	if out.Warnings == nil {
		out.Warnings = []hotelcrm.Warning{}
	}
	if !a.Data.NoNights {
		out.Totals.Nights = &a.Totals.Nights
	}
	var b bytes.Buffer
	encoder := json.NewEncoder(&b)
	encoder.SetEscapeHTML(false)
	encoder.SetIndent("", "  ")
	err = encoder.Encode(out)
	return b.Bytes(), err
}

func (r *recorder) inputJSON() Input {
	visit := r.Data.Order.Visit.String()
	if r.Data.Order.Counted() {
		visit = ""
	}
	return Input{
		File: r.Data.Source, Rows: r.Data.Rows, Stays: r.Data.Stays(), Skipped: r.Data.Skipped(), Guests: r.Totals.Guests,
		Currency: r.Currency, Revenue: prose.Money(r.Totals.Revenue, r.Places),
		First: r.Totals.First, Last: r.Totals.Last, AsOf: r.Summaries.AsOf(),
		SHA256: r.Data.Hash, Visit: visit, Fees: r.Data.Order.Fees,
	}
}

func (r *recorder) rfmJSON() RFM {
	t := r.Scores.Each.Thresholds()
	out := RFM{
		Method: r.Scores.Plan.Method, Bins: max(t.Recency.Bins, t.Frequency.Bins, t.Monetary.Bins),
		Thresholds: Cuts{Recency: numbers(t.Recency.Cuts), Frequency: numbers(t.Frequency.Cuts), Monetary: []string{}},
		Counts:     r.Scores.Each.Counts(), Segments: []Segment{},
		BinsOf: Axes[int]{t.Recency.Bins, t.Frequency.Bins, t.Monetary.Bins},
		Scores: Axes[[]int]{t.Recency.Scores, t.Frequency.Scores, t.Monetary.Scores},
	}
	for _, cut := range t.Monetary.Cuts {
		out.Thresholds.Monetary = append(out.Thresholds.Monetary, prose.Money(cut, r.Places))
	}
	if r.Scores.Segments == nil {
		return out
	}
	out.Set = r.Scores.Segments.Set().ID
	for _, total := range r.Scores.Groups {
		out.Segments = append(out.Segments, Segment{total.Segment.ID, total.Guests, total.Visits, prose.Money(total.Revenue, r.Places)})
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

func (r *recorder) concentrationJSON() *Concentration {
	if r.Spread == nil {
		return nil
	}
	out := &Concentration{Negative: r.Spread.Negative}
	for _, one := range r.Spread.Top {
		out.TopGuests = append(out.TopGuests, r.shareJSON(one))
	}
	for _, one := range r.Spread.Enough {
		out.GuestsFor = append(out.GuestsFor, r.shareJSON(one))
	}
	if r.Spread.HasGini {
		out.Gini = new(json.Number(r.Spread.Gini.StringFixed(4)))
	}
	return out
}

func (r *recorder) shareJSON(p scores.Part) Share {
	return Share{
		Of: json.Number(p.Of.String()), Guests: p.Guests, GuestRate: json.Number(p.GuestRate.StringFixed(numeral.RateDigits)),
		Revenue: prose.Money(p.Amount, r.Places), Rate: json.Number(p.Rate.StringFixed(numeral.RateDigits)),
	}
}

func (r *recorder) gridJSON() ([]Cell, error) {
	var out []Cell
	for _, cell := range r.Scores.Grid {
		one := Cell{R: cell.R, F: cell.F, Guests: cell.Guests, Revenue: prose.Money(cell.Revenue, r.Places)}
		mean, any, err := cell.Mean(r.Places, hotelcrm.RoundHalfEven)
		if err != nil {
			return nil, err
		}
		if any {
			one.Mean = new(mean.StringFixed(int32(r.Places)))
		}
		out = append(out, one)
	}
	return out, nil
}
