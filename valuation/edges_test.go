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

// The value lies half a unit below 2^64 or 2^63 cents: the quotient fits 64 bits or 63, and rounded up it does not.
func TestCurrentValueBesideTheLargestInteger(t *testing.T) {
	for _, test := range []struct {
		cents int64
		years int // twice 2^64 - 1/2 is 31 times the cents, twice 2^63 - 1/2 is 15 times
		want  string
	}{{(1<<65 - 1) / 31, 31, "184467440737095516.16"}, {(1<<64 - 1) / 15, 15, "92233720368547758.08"}} {
		for _, mode := range []hotelcrm.Rounding{hotelcrm.RoundHalfUp, hotelcrm.RoundHalfEven, hotelcrm.RoundUp, hotelcrm.RoundCeiling} {
			h := historicOf(t, summariesOf(t, guest{2, 900, decimal.New(test.cents, -2).String()}), "0", 1)
			c := currentOf(t, h, valuation.CurrentSetup{
				Pace:       valuation.Pace{Rule: valuation.Given, Stays: dec("1"), Per: valuation.Year},
				Convention: yearly(t, "0", test.years, hotelcrm.RoundTo{Places: 2, Mode: mode}),
			})
			if got := c.Values().At(0); !got.Equal(dec(test.want)) {
				t.Errorf("%s: got %s, want %s", mode, got, test.want)
			}
		}
	}
}

// A guest without a first arrival has no current value, however much was spent.
func TestUnknownCurrentValueBeyondIntegers(t *testing.T) {
	h := historicOf(t, summariesOf(t, guest{2, -1, "100000000000000000000"}, guest{1, 365, "100000000000000000000"}), "0", 2)
	c := currentOf(t, h, valuation.CurrentSetup{Convention: yearly(t, "0", 1, places(2))})
	if got := c.Values(); c.Known(0) || !got.At(0).IsZero() || !got.At(1).Equal(dec("1e20")) {
		t.Errorf("got %s and %s", got.At(0), got.At(1))
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

// Every group is worth half a cent, whose value in binary digits lies a little below or above it: the cent goes to the
// first of them.
func TestEqualGroupsShareACentInOrder(t *testing.T) {
	retentions := decs("1", "0.8", "0.64", "0.5", "0.4", "0.32", "0.25", "0.2", "0.16", "0.1") // margins are 0.0065 over each
	for _, first := range retentions {
		for _, second := range retentions {
			group := func(name string, retention decimal.Decimal) valuation.Group {
				margin := dec("0.0065").Div(retention)
				return valuation.Group{Name: name, Guests: 1, Stream: valuation.Stream{Margin: margin, Retention: retention}}
			}
			got, err := valuation.CustomerEquity([]valuation.Group{group("a", first), group("b", second)}, yearly(t, "0.3", 1, places(2)))
			if err != nil {
				t.Fatal(err)
			}
			if a, b := got.Groups[0].Amount, got.Groups[1].Amount; !got.Total.Equal(dec("0.01")) || !a.Equal(got.Total) || !b.IsZero() {
				t.Errorf("%s and %s: %s in all, %s and %s", first, second, got.Total, a, b)
			}
		}
	}
}
