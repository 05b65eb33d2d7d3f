package valuation_test

import (
	"errors"
	"strings"
	"testing"

	gocmp "github.com/google/go-cmp/cmp"
	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/internal/refusetest"
	"github.com/hotelcrm/hotelcrm/valuation"
	"github.com/shopspring/decimal"
)

// A rate near -1 over a hundred years of days would return amounts of a hundred thousand digits.
func TestSumsOfPeriodsHaveASize(t *testing.T) {
	pay, stream := certain("100"), valuation.Stream{Margin: dec("100"), Retention: dec("1")}
	grown := stream
	grown.Growth = dec("10")
	groups := []valuation.Group{{Name: "all", Guests: 1, Stream: stream}}
	models := map[string]func(c valuation.Convention) error{
		"Annuity": func(c valuation.Convention) error { _, err := valuation.Annuity(pay, c); return err },
		"CurrentValue": func(c valuation.Convention) error {
			_, err := valuation.CurrentValue(dec("1"), dec("1"), c)
			return err
		},
		"MarginMultiple": func(c valuation.Convention) error { _, err := valuation.MarginMultiple(stream, c); return err },
		"CustomerEquity": func(c valuation.Convention) error { _, err := valuation.CustomerEquity(groups, c); return err },
		"WhatIf": func(c valuation.Convention) error {
			s := valuation.Scenario{Groups: groups, Convention: c}
			_, err := valuation.WhatIf(s, s)
			return err
		},
		"PromotedValue": func(c valuation.Convention) error {
			_, err := valuation.PromotedValue(dec("10"), dec("1"), dec("1"), c)
			return err
		},
	}
	for name, value := range models {
		wrong, ok := errors.AsType[*hotelcrm.ParamError](value(under(t, "-0.999", 36_500, 0)))
		if !ok || wrong.Param != "Convention.Horizon" || wrong.Value != "36500 x year" {
			t.Errorf("%s: got %v", name, wrong)
		}
		if err := value(under(t, "-0.9", 98, 0)); err != nil { // 1e98 and a ninth
			t.Errorf("%s: %v", name, err)
		}
		if err := value(under(t, "10", 36_500, 0)); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
	_, err := valuation.MarginMultiple(grown, under(t, "0.1", 600, 0))
	refusetest.Param(t, err, "Convention.Horizon")
	endless, err := valuation.Perpetuity(pay, under(t, "0.000000000000000000000000000001", 0, 0))
	if err != nil || !endless.Amount.Equal(dec("1e32")) {
		t.Errorf("got %v, %v", endless.Amount, err)
	}
}

// The exact sum, 1 and a little of 60 zeros, would have seven million bits: it counts as on the whole cent.
func TestExactSumsHaveASize(t *testing.T) {
	c := under(t, "99", 36_500, valuation.StartOfPeriod)
	c.Rounding = hotelcrm.RoundTo{Places: 2, Mode: hotelcrm.RoundCeiling}
	p := valuation.Payments{Amount: dec("1"), Retention: dec("0." + strings.Repeat("0", 59) + "7")}
	long, err := valuation.Annuity(p, c)
	if err != nil || !long.Amount.Equal(dec("1")) {
		t.Errorf("got %v, %v", long.Amount, err)
	}
	c.Horizon.N = 100
	short, err := valuation.Annuity(p, c)
	if err != nil || !short.Amount.Equal(dec("1.01")) {
		t.Errorf("got %v, %v", short.Amount, err)
	}
}

func TestChancesHaveFewDigits(t *testing.T) {
	long := dec("0.5" + strings.Repeat("0", 29) + "1") // 31 places
	least := dec("1").Sub(long)
	chain := valuation.Chain{States: []string{"in", "out"}, Transition: [][]decimal.Decimal{{long, least}, decs("0", "1")}, Reward: decs("1", "0")}
	c := under(t, "0.1", 10, 0)
	_, err := chain.Value(c)
	refusetest.Param(t, err, "Chain.Transition[0][0]")
	_, err = valuation.RecencyChain([]decimal.Decimal{long}, dec("1"), dec("1"))
	refusetest.Param(t, err, "purchase[0]")
	_, err = valuation.Migration{Purchase: []decimal.Decimal{dec("0.5"), long}}.Buyers(dec("1"), 3)
	refusetest.Param(t, err, "Migration.Purchase[1]")
	_, err = valuation.Retention{Margins: decs("1", "1"), Rates: []decimal.Decimal{long}}.Value(c)
	refusetest.Param(t, err, "Retention.Rates[0]")
	huge := decimal.New(1, 1<<30)
	_, err = valuation.RecencyChain(decs("0.5"), huge, dec("1"))
	refusetest.Param(t, err, "margin")
	_, err = valuation.RecencyChain(decs("0.5"), dec("1"), huge)
	refusetest.Param(t, err, "mailing")
}

func TestBuyersHaveFewDigits(t *testing.T) {
	m := valuation.Migration{Purchase: []decimal.Decimal{dec("0.3"), dec("0." + strings.Repeat("1", 30))}}
	if got, err := m.Buyers(dec("1"), 333); err != nil || len(got) != 333 {
		t.Errorf("got %d, %v", len(got), err)
	}
	exact := valuation.Migration{Purchase: []decimal.Decimal{decimal.New(1, -20)}}
	if got, err := exact.Buyers(dec("1"), 500); err != nil || len(got) != 500 { // 10,000 places in the last
		t.Errorf("at the limit: %d buyers, %v", len(got), err)
	}
	_, err := m.Buyers(dec("1"), 334)
	refusetest.Param(t, err, "n")
	_, err = m.Value(dec("1"), under(t, "0.1", 334, 0))
	refusetest.Param(t, err, "Horizon.N")
	_, err = valuation.Migration{Purchase: []decimal.Decimal{decimal.New(1, -1<<30)}}.Value(dec("1"), under(t, "0.1", 334, 0))
	refusetest.Param(t, err, "Migration.Purchase[0]")
}

// lengthened returns the same chain with every chance written to 30 places.
func lengthened(c valuation.Chain) valuation.Chain {
	out := valuation.Chain{States: c.States, Reward: c.Reward}
	for _, row := range c.Transition {
		var long []decimal.Decimal
		for _, p := range row {
			long = append(long, decimal.NewFromBigInt(p.Shift(30).BigInt(), -30))
		}
		out.Transition = append(out.Transition, long)
	}
	return out
}

// Where exact integers would grow too long, floats of 120 digits lead to the same amounts and the same policy.
func TestLongChainsAreValuedAsShortOnes(t *testing.T) {
	var purchase []decimal.Decimal
	for j := range 110 {
		purchase = append(purchase, decimal.New(int64(60-j/2), -2))
	}
	short, err := valuation.RecencyChain(purchase, dec("40"), dec("12"))
	if err != nil {
		t.Fatal(err)
	}
	long := lengthened(short)
	for _, c := range []valuation.Convention{endless(under(t, "0.1", 0, 0)), under(t, "0.1", 600, 0)} {
		want, err := short.Value(c)
		if err != nil {
			t.Fatal(err)
		}
		got, err := long.Value(c)
		if err != nil {
			t.Fatal(err)
		}
		if diff := gocmp.Diff(amounts(want), amounts(got)); diff != "" {
			t.Errorf("%s: %s", c, diff)
		}
	}
	want, err := short.BestStops(endless(under(t, "0.1", 0, 0)))
	if err != nil || len(want.Stop) == 0 {
		t.Fatalf("%v, %v", want.Stop, err)
	}
	got, err := long.BestStops(endless(under(t, "0.1", 0, 0)))
	if err != nil {
		t.Fatal(err)
	}
	if diff := gocmp.Diff(want.Stop, got.Stop); diff != "" || amounts(want.Best) != amounts(got.Best) {
		t.Errorf("%s; got %s, want %s", diff, amounts(got.Best), amounts(want.Best))
	}
}

// A rate by the day has so many digits by the year that it is taken to 120 of them.
func TestRatesByTheDayInYears(t *testing.T) {
	c := under(t, "0", 600, 0)
	c.Rate = effective(t, "0.0001234567890123456789012345", valuation.Day)
	m := valuation.Retention{Margins: make([]decimal.Decimal, 600), Rates: make([]decimal.Decimal, 599)}
	for i := range m.Margins {
		m.Margins[i] = dec("100")
	}
	for i := range m.Rates {
		m.Rates[i] = dec("0.9")
	}
	got, err := m.Value(c)
	if err != nil {
		t.Fatal(err)
	}
	c.Timing = valuation.StartOfPeriod
	want, err := valuation.Annuity(valuation.Payments{Amount: dec("100"), Retention: dec("0.9")}, c)
	if err != nil || !want.Amount.Equal(got.Amount) {
		t.Errorf("got %v, want %v, %v", got.Amount, want.Amount, err)
	}
}
