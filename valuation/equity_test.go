package valuation_test

import (
	"fmt"
	"testing"

	gocmp "github.com/google/go-cmp/cmp"
	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/internal/refusetest"
	"github.com/hotelcrm/hotelcrm/valuation"
	"github.com/shopspring/decimal"
	"pgregory.net/rapid"
)

func group(name string, guests int, margin, retention string) valuation.Group {
	return valuation.Group{Name: name, Guests: guests, Stream: valuation.Stream{Margin: dec(margin), Retention: dec(retention)}}
}

func TestCustomerEquity(t *testing.T) {
	groups := []valuation.Group{group("regulars", 3, "100", "0.8"), group("others", 1, "10", "0.6"), group("lost", 0, "10", "0.6")}
	got, err := valuation.CustomerEquity(groups, forever(t, "0.1", 0, 2)) // 3·266.66... + 10·1.2
	if err != nil || !got.Total.Equal(dec("812")) || !got.Groups[0].Amount.Equal(dec("800")) || !got.Groups[1].Amount.Equal(dec("12")) || !got.Groups[2].Amount.IsZero() {
		t.Errorf("got %+v, %v", got, err)
	}
	none, err := valuation.CustomerEquity(nil, forever(t, "0.1", 0, 2))
	if err != nil || !none.Total.IsZero() || len(none.Groups) != 0 {
		t.Errorf("got %+v, %v", none, err)
	}
	// three thirds of a cent make a cent
	thirds := []valuation.Group{group("a", 1, "0.01", "0.6"), group("b", 1, "0.01", "0.6"), group("c", 1, "0.01", "0.6")}
	got, err = valuation.CustomerEquity(thirds, forever(t, "2.0", 0, 2)) // each 0.0025
	if err != nil || !got.Total.Equal(dec("0.01")) || !got.Groups[0].Amount.Equal(dec("0.01")) || !got.Groups[2].Amount.IsZero() {
		t.Errorf("got %+v, %v", got, err)
	}
}

func TestCustomerEquityRefuses(t *testing.T) {
	c := forever(t, "0.1", 0, 2)
	_, err := valuation.CustomerEquity([]valuation.Group{group("a", -1, "1", "0.5")}, c)
	refusetest.Param(t, err, "groups[0].Guests")
	_, err = valuation.CustomerEquity([]valuation.Group{group("a", 1, "1", "0.5"), group("a", 1, "1", "0.5")}, c)
	refusetest.Param(t, err, "groups[1].Name")
	_, err = valuation.CustomerEquity([]valuation.Group{group("a", 1, "1", "1.5")}, c)
	refusetest.Param(t, err, "groups[0].Stream.Retention")
	_, err = valuation.CustomerEquity([]valuation.Group{group("a", 1, "1", "1")}, forever(t, "0", 0, 2))
	refusetest.Param(t, err, "groups[0].Stream.Retention")
	_, err = valuation.CustomerEquity(nil, valuation.Convention{})
	refusetest.Param(t, err, "Convention.Rate")
}

func drawGroups(t *rapid.T, n int) []valuation.Group {
	groups := make([]valuation.Group, n)
	for i := range groups {
		groups[i] = valuation.Group{Name: fmt.Sprint("class ", i), Guests: rapid.IntRange(0, 5000).Draw(t, "guests"), Stream: drawStream(t)}
		if rapid.Bool().Draw(t, "loses money") {
			groups[i].Stream.Margin = groups[i].Stream.Margin.Neg()
		}
	}
	return groups
}

func TestEquityOfGroupsAddsUp(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		groups, c := drawGroups(t, rapid.IntRange(1, 6).Draw(t, "groups")), drawConvention(t)
		got, err := valuation.CustomerEquity(groups, c)
		if err != nil {
			t.Fatalf("%v", err)
		}
		sum, unit := dec("0"), decimal.New(1, -int32(c.Rounding.Places))
		for i, g := range got.Groups {
			sum = sum.Add(g.Amount)
			s := groups[i].Stream
			s.Margin = s.Margin.Mul(decimal.NewFromInt(int64(groups[i].Guests)))
			if own := streamValue(t, s, c); own.Sub(g.Amount).Abs().GreaterThan(unit) {
				t.Fatalf("%s is worth %v, its part is %v", g.Name, own, g.Amount)
			}
		}
		if !sum.Equal(got.Total) {
			t.Fatalf("groups add up to %v, not %v", sum, got.Total)
		}
		order := rapid.Permutation(groups).Draw(t, "order")
		again, err := valuation.CustomerEquity(order, c)
		if err != nil || !again.Total.Equal(got.Total) {
			t.Fatalf("in another order %v, not %v, %v", again.Total, got.Total, err)
		}
	})
}

func sumParts(p valuation.Parts) decimal.Decimal {
	return p.Guests.Add(p.Margin).Add(p.Retention).Add(p.Discount)
}

// One group, endless, at the start of the period: V = N·m·(1+d)/(1+d-r). Retention .8 to .9 takes 11/3 to 11/2, margin
// 100 to 120; made together they are worth the 36.67 of their interaction more, which Shapley's rule halves.
func TestWhatIfSplitsTheInteraction(t *testing.T) {
	c := forever(t, "0.1", valuation.StartOfPeriod, 2)
	before := valuation.Scenario{Groups: []valuation.Group{group("regulars", 1, "100", "0.8")}, Convention: c}
	after := valuation.Scenario{Groups: []valuation.Group{group("regulars", 1, "120", "0.9")}, Convention: c}
	got, err := valuation.WhatIf(before, after)
	if err != nil {
		t.Fatal(err)
	}
	describe := func(p valuation.Parts) string { return fmt.Sprint(p.Guests, p.Margin, p.Retention, p.Discount) }
	want := []string{"366.67", "660", "293.33", "0 73.33 183.33 0", "0 91.67 201.66 0", "36.67"}
	is := []string{got.Before.Total.String(), got.After.Total.String(), got.Amount.String(), describe(got.Alone), describe(got.Parts), got.Interaction.String()}
	if diff := gocmp.Diff(want, is); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestWhatIfAddsUp(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n, c := rapid.IntRange(1, 4).Draw(t, "groups"), drawConvention(t)
		before := valuation.Scenario{Groups: drawGroups(t, n), Convention: c}
		after := valuation.Scenario{Groups: drawGroups(t, n), Convention: c}
		after.Convention.Rate = effective(t, rapid.SampledFrom([]string{"0.05", "0.2"}).Draw(t, "after"), valuation.Year)
		if rapid.Bool().Draw(t, "only retention") {
			for i := range after.Groups {
				retention := after.Groups[i].Stream.Retention
				after.Groups[i] = before.Groups[i]
				after.Groups[i].Stream.Retention = retention
			}
			after.Convention.Rate = c.Rate
		}
		got, err := valuation.WhatIf(before, after)
		if err != nil {
			t.Fatalf("%v", err)
		}
		if sum := sumParts(got.Parts); !sum.Equal(got.Amount) || !sum.Equal(got.After.Total.Sub(got.Before.Total)) {
			t.Fatalf("parts add up to %v, not %v", sum, got.Amount)
		}
		if sum := sumParts(got.Alone).Add(got.Interaction); !sum.Equal(got.Amount) {
			t.Fatalf("alone and interaction add up to %v, not %v", sum, got.Amount)
		}
		for _, s := range []struct {
			scenario valuation.Scenario
			equity   valuation.Equity
		}{{before, got.Before}, {after, got.After}} {
			want, err := valuation.CustomerEquity(s.scenario.Groups, s.scenario.Convention)
			if err != nil || !want.Total.Equal(s.equity.Total) {
				t.Fatalf("got %v, want %v, %v", s.equity.Total, want.Total, err)
			}
		}
		back, err := valuation.WhatIf(after, before)
		if err != nil || !withinTwo(back.Parts.Retention.Neg(), got.Parts.Retention, c.Rounding) || !withinTwo(back.Parts.Discount.Neg(), got.Parts.Discount, c.Rounding) {
			t.Fatalf("the way back has the parts %+v, not the negative of %+v, %v", back.Parts, got.Parts, err)
		}
	})
}

// withinTwo reports whether two parts differ by no more than two units, which settling may move them.
func withinTwo(a, b decimal.Decimal, m hotelcrm.RoundTo) bool {
	return a.Sub(b).Abs().LessThanOrEqual(decimal.New(2, -int32(m.Places)))
}

func TestWhatIfWithoutChangeIsNothing(t *testing.T) {
	s := valuation.Scenario{Groups: []valuation.Group{group("a", 3, "99.99", "0.7"), group("b", 7, "12.5", "0.3")}, Convention: forever(t, "0.13", 0, 2)}
	got, err := valuation.WhatIf(s, s)
	if err != nil || !got.Amount.IsZero() || !got.Interaction.IsZero() || !got.Parts.Retention.IsZero() || !sumParts(got.Alone).IsZero() {
		t.Errorf("got %+v, %v", got, err)
	}
}

func TestWhatIfRefuses(t *testing.T) {
	good := valuation.Scenario{Groups: []valuation.Group{group("a", 3, "100", "0.7")}, Convention: forever(t, "0.1", 0, 2)}
	tests := []struct {
		name   string
		change func(*valuation.Scenario)
		param  string
	}{
		{"more groups", func(s *valuation.Scenario) { s.Groups = append(s.Groups, group("b", 1, "1", "0.1")) }, "after.Groups"},
		{"another group", func(s *valuation.Scenario) { s.Groups[0].Name = "b" }, "after.Groups[0].Name"},
		{"negative guests", func(s *valuation.Scenario) { s.Groups[0].Guests = -1 }, "after.Groups[0].Guests"},
		{"another timing", func(s *valuation.Scenario) { s.Convention.Timing = valuation.StartOfPeriod }, "after.Convention"},
		{"another rounding", func(s *valuation.Scenario) { s.Convention.Rounding.Places = 3 }, "after.Convention"},
		{"no rate", func(s *valuation.Scenario) { s.Convention.Rate = valuation.Rate{} }, "after.Convention.Rate"},
		{"a mixture without value", func(s *valuation.Scenario) {
			s.Groups[0].Stream.Retention, s.Groups[0].Stream.Growth, s.Convention.Rate = dec("1"), dec("0.2"), effective(t, "0.3", valuation.Year)
		}, "after.Groups[0].Stream.Retention"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			after := valuation.Scenario{Groups: append([]valuation.Group{}, good.Groups...), Convention: good.Convention}
			test.change(&after)
			_, err := valuation.WhatIf(good, after)
			refusetest.Param(t, err, test.param)
		})
	}
	_, err := valuation.WhatIf(valuation.Scenario{}, good)
	refusetest.Param(t, err, "before.Convention.Rate")
	loyal := valuation.Scenario{Groups: []valuation.Group{group("a", 3, "100", "1")}, Convention: good.Convention}
	growing := valuation.Scenario{Groups: []valuation.Group{group("a", 3, "100", "0.5")}, Convention: good.Convention}
	growing.Groups[0].Stream.Growth = dec("0.2") // with all guests staying it outgrows the discount
	_, err = valuation.WhatIf(loyal, growing)
	refusetest.Param(t, err, "before.Groups[0].Stream.Retention")
}
