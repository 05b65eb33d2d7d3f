package valuation_test

import (
	"testing"

	"github.com/hotelcrm/hotelcrm/valuation"
	"github.com/shopspring/decimal"
)

// An unset timing gives the figure of the model's source, and the result says which timing that is.
func TestUnsetTimingIsThatOfTheSource(t *testing.T) {
	pay := certain("100")
	stream := valuation.Stream{Margin: dec("100"), Retention: dec("0.8")}
	budget := valuation.Budget{
		Acquisition: valuation.Response{Spend: dec("10"), Rate: dec("0.2"), Ceiling: dec("0.4")},
		Retention:   valuation.Response{Spend: dec("10"), Rate: dec("0.4"), Ceiling: dec("0.7")}, Margin: dec("50"),
	}
	cohort := valuation.Retention{Margins: decs("100", "100"), Rates: decs("0.5")}
	type result struct {
		amount decimal.Decimal
		under  valuation.Convention
	}
	models := []struct {
		name   string
		timing valuation.Timing
		want   string // by hand, at 10 % and 2 years; empty: not done
		value  func(c valuation.Convention) (result, error)
	}{
		{"Annuity", valuation.EndOfPeriod, "173.55", func(c valuation.Convention) (result, error) {
			v, err := valuation.Annuity(pay, c)
			return result{v.Amount, v.Convention}, err
		}},
		{"Perpetuity", valuation.EndOfPeriod, "1000", func(c valuation.Convention) (result, error) {
			v, err := valuation.Perpetuity(pay, c)
			return result{v.Amount, v.Convention}, err
		}},
		{"CurrentValue", valuation.EndOfPeriod, "173.55", func(c valuation.Convention) (result, error) {
			v, err := valuation.CurrentValue(dec("50"), dec("2"), c)
			return result{v.Amount, v.Convention}, err
		}},
		{"MarginMultiple", valuation.EndOfPeriod, "125.62", func(c valuation.Convention) (result, error) {
			v, err := valuation.MarginMultiple(stream, c)
			return result{v.Amount, v.Convention}, err
		}},
		{"PaybackPeriod", valuation.EndOfPeriod, "2", func(c valuation.Convention) (result, error) {
			v, err := valuation.PaybackPeriod(dec("100"), stream, c)
			return result{decimal.NewFromInt(int64(v.Periods)), v.Convention}, err
		}},
		{"BreakEvenOf", valuation.EndOfPeriod, "37.5", func(c valuation.Convention) (result, error) {
			v, err := valuation.BreakEvenOf(dec("100"), stream, c)
			return result{v.Margin, v.Convention}, err
		}},
		{"CustomerEquity", valuation.EndOfPeriod, "251.24", func(c valuation.Convention) (result, error) {
			v, err := valuation.CustomerEquity([]valuation.Group{{Name: "all", Guests: 2, Stream: stream}}, c)
			return result{v.Total, v.Convention}, err
		}},
		{"WhatIf", valuation.EndOfPeriod, "125.62", func(c valuation.Convention) (result, error) {
			s := valuation.Scenario{Groups: []valuation.Group{{Name: "all", Guests: 1, Stream: stream}}, Convention: c}
			v, err := valuation.WhatIf(s, s)
			return result{v.After.Total, v.After.Convention}, err
		}},
		{"Chain", valuation.StartOfPeriod, "43.27", func(c valuation.Convention) (result, error) {
			v, err := mailed(t).Value(c)
			if err != nil {
				return result{}, err
			}
			return result{v.States[0].Amount, v.Convention}, nil
		}},
		{"BestStops", valuation.StartOfPeriod, "", func(c valuation.Convention) (result, error) {
			c.Infinite = true
			v, err := mailed(t).BestStops(c)
			if err != nil {
				return result{}, err
			}
			return result{v.Best.States[0].Amount, v.Best.Convention}, nil
		}},
		{"Migration", valuation.StartOfPeriod, "127.27", func(c valuation.Convention) (result, error) {
			v, err := valuation.Migration{Purchase: decs("0.3")}.Value(dec("100"), c)
			return result{v.Amount, v.Convention}, err
		}},
		{"Retention", valuation.StartOfPeriod, "145.45", func(c valuation.Convention) (result, error) {
			v, err := cohort.Value(c)
			return result{v.Amount, v.Convention}, err
		}},
		{"PromotedValue", valuation.StartOfPeriod, "225.62", func(c valuation.Convention) (result, error) {
			v, err := valuation.PromotedValue(dec("100"), dec("0"), dec("0.8"), c)
			return result{v.Amount, v.Convention}, err
		}},
		{"Budget", valuation.StartOfPeriod, "", func(c valuation.Convention) (result, error) {
			v, err := budget.Value(dec("10"), dec("10"), c)
			return result{v.Equity, v.Convention}, err
		}},
	}
	for _, m := range models {
		c := yearly(t, "0.1", 2, places(2))
		unset, err := m.value(c)
		if err != nil {
			t.Errorf("%s: %v", m.name, err)
			continue
		}
		c.Timing = m.timing
		set, err := m.value(c)
		if err != nil || !unset.amount.Equal(set.amount) || unset.under.Timing != m.timing {
			t.Errorf("%s: unset gives %v at %s, %s gives %v, %v", m.name, unset.amount, unset.under.Timing, m.timing, set.amount, err)
		}
		if m.want != "" && !unset.amount.Equal(dec(m.want)) {
			t.Errorf("%s: got %v, want %s", m.name, unset.amount, m.want)
		}
	}
}

// Pfeifer and Carraway (2000): 52.32 for a guest who has just bought.
func TestPfeiferAndCarrawayWithoutATiming(t *testing.T) {
	got, err := mailed(t).Value(forever(t, "0.2", 0, 2))
	if err != nil || !got.States[0].Amount.Equal(dec("52.32")) || got.Convention.Timing != valuation.StartOfPeriod {
		t.Errorf("got %v, %v", got, err)
	}
}
