// Package reckontest has the figures of the simulated hotel, for the tests of the rooms that show them.
package reckontest

import (
	"context"
	"os"
	"sync"
	"testing"

	"github.com/hotelcrm/hotelcrm/examples/report/internal/alive"
	"github.com/hotelcrm/hotelcrm/examples/report/internal/classes"
	"github.com/hotelcrm/hotelcrm/examples/report/internal/intake"
	"github.com/hotelcrm/hotelcrm/examples/report/internal/reckon"
	"github.com/hotelcrm/hotelcrm/examples/report/internal/scores"
	"github.com/hotelcrm/hotelcrm/examples/report/internal/tiers"
	"github.com/hotelcrm/hotelcrm/examples/report/internal/worth"
	"github.com/hotelcrm/hotelcrm/rfm"
	"github.com/hotelcrm/hotelcrm/satisfaction"
	"github.com/hotelcrm/hotelcrm/valuation"
	"github.com/shopspring/decimal"
)

// nobody looks at how far reading is.
type nobody struct{}

// Start begins nothing.
func (nobody) Start(string, int64) {}

// Add moves nothing on.
func (nobody) Add(int) {}

// analysed reckons as the command does without any flag.
var analysed = sync.OnceValues(func() (*reckon.Report, error) {
	t := reckon.Task{Worth: worth.Terms{Cost: intake.SimulatedCost, Rate: decimal.New(1, -1), Years: 3}, Alive: alive.Terms{Unit: valuation.Week}, Classes: classes.Default()}
	var err error
	if t.Scores, err = scores.NewPlan(rfm.ByValue.String(), "", ""); err != nil {
		return nil, err
	}
	rules, err := os.ReadFile("../../house.json")
	if err != nil {
		return nil, err
	}
	if t.Club, err = tiers.Parse(rules); err != nil {
		return nil, err
	}
	scale, err := satisfaction.Direct(1, 5)
	if err != nil {
		return nil, err
	}
	in, err := intake.Read(context.Background(), &intake.Order{
		Currency: "EUR", CurrencyFrom: intake.FromFlag, Survey: intake.SurveyOrder{Scale: scale}, Keep: intake.Keep{Nights: true},
	}, nobody{})
	if err != nil {
		return nil, err
	}
	a, err := reckon.New(&t, in)
	if err != nil {
		return nil, err
	}
	return a, a.Finish()
})

// Hotel returns the figures of the simulated hotel, made once for all tests of a package.
func Hotel(t *testing.T) *reckon.Report {
	t.Helper()
	a, err := analysed()
	if err != nil {
		t.Fatal(err)
	}
	return a
}
