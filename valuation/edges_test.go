package valuation_test

import (
	"strings"
	"testing"
	"time"

	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/internal/refusetest"
	"github.com/hotelcrm/hotelcrm/valuation"
	"github.com/shopspring/decimal"
)

// The value lies half a unit below 2^64 cents: the quotient fits 64 bits, and rounded up it does not.
func TestCurrentValueBesideTheLargestInteger(t *testing.T) {
	s, err := hotelcrm.NewSummaries("EUR", today, []hotelcrm.Summary{
		{Guest: "a", First: today.AddDays(-900), Last: today, Visits: 2, Revenue: decimal.New((1<<65-1)/31, -2)},
	})
	if err != nil {
		t.Fatal(err)
	}
	money := hotelcrm.RoundTo{Places: 2, Mode: hotelcrm.RoundHalfUp}
	h, err := valuation.HistoricOf(s, valuation.CostBasis{Guests: 1}, money)
	if err != nil {
		t.Fatal(err)
	}
	c := currentOf(t, h, valuation.CurrentSetup{
		Pace: valuation.Pace{Rule: valuation.Given, Stays: dec("1"), Per: valuation.Year}, Convention: yearly(t, "0", 31, money),
	})
	if got, want := c.Values().At(0), dec("184467440737095516.16"); !got.Equal(want) {
		t.Errorf("got %s, want %s", got, want)
	}
}

func TestNothingIsLeftOfWhatCancelsOut(t *testing.T) {
	for mode := hotelcrm.RoundHalfEven; mode <= hotelcrm.RoundFloor; mode++ {
		c := yearly(t, "0.21", 5, hotelcrm.RoundTo{Places: 2, Mode: mode})
		part := func(name string, guests int, margin string) valuation.Group {
			return valuation.Group{Name: name, Guests: guests, Stream: valuation.Stream{Margin: dec(margin), Retention: dec("0.7")}}
		}
		got, err := valuation.CustomerEquity([]valuation.Group{part("a", 3, "100"), part("b", 7, "-42.857142"), part("c", 1, "-0.000006")}, c)
		if err != nil || !got.Total.IsZero() {
			t.Errorf("%v: equity %s, %v", mode, got.Total, err)
		}
		for cents := int64(1); cents < 200; cents++ { // √1.21 = 1.1, so a promotion of 1.1 contributions is worth one
			contribution := decimal.New(cents, -2)
			guest, err := valuation.PromotedValue(contribution, contribution.Mul(dec("1.1")), dec("0"), c)
			if err != nil || !guest.Amount.IsZero() {
				t.Errorf("%v: %s is worth %s, %v", mode, contribution, guest.Amount, err)
			}
		}
	}
}

func TestCurrentRefusesValuesBeyondReason(t *testing.T) {
	_, err := valuation.CurrentOf(smallHistoric(), valuation.CurrentSetup{Convention: yearly(t, "-0.999", 36_500, places(2))})
	refusetest.Param(t, err, "Convention.Horizon")
}

func TestLongTextsAreNoRates(t *testing.T) {
	start := time.Now()
	_, err := valuation.ParseRate(strings.Repeat("1", 5_000_000) + " per year")
	refusetest.Param(t, err, "rate")
	if took := time.Since(start); took > 5*time.Second { // read as a number it takes half a minute
		t.Errorf("refused after %v", took)
	}
}
