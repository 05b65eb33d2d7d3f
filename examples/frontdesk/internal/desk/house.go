package desk

import (
	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/loyalty"
	"github.com/hotelcrm/hotelcrm/loyalty/points"
	"github.com/hotelcrm/hotelcrm/rfm"
	"github.com/hotelcrm/hotelcrm/satisfaction"
	"github.com/hotelcrm/hotelcrm/segment"
	"github.com/hotelcrm/hotelcrm/valuation/btyd"
	"github.com/shopspring/decimal"
)

// The names under which values are saved, each as the JSON that its package gives.
const (
	savedHouse      = "house"
	savedProgramme  = "programme"
	savedRules      = "points-rules"
	savedPlan       = "plan"
	savedSegments   = "segments"
	savedTree       = "tree"
	savedThresholds = "thresholds"
	savedModel      = "model"
	savedDemo       = "demo" // whether the demonstration was loaded to its end
)

// House is what holds for the whole hotel group. The business date is the hotel's and moves with the nightly run, never
// with the clock of the computer.
type House struct {
	Currency     string          `json:"currency"`
	BusinessDate hotelcrm.Date   `json:"businessDate"`
	Policy       hotelcrm.Policy `json:"policy"`
}

// Values are all saved values. Thresholds and Model are nil before the first nightly run.
type Values struct {
	House      House
	Programme  loyalty.Programme
	Rules      points.Rules
	Plan       segment.Plan
	Segments   rfm.Set
	Tree       satisfaction.Tree
	Thresholds *rfm.Thresholds
	Model      *Model
}

// Model is what the nightly run has fitted to all visits.
type Model struct {
	Watch btyd.Watch            `json:"watch"`
	Fit   *btyd.Fit[btyd.Model] `json:"fit,omitempty"` // of any model: its report names it
	Spend *btyd.SpendFit        `json:"spend,omitempty"`
	Rate  decimal.Decimal       `json:"rate"`           // discount a year, effective
	None  string                `json:"none,omitempty"` // why a fit is missing
}
