package valuation_test

import (
	"strings"
	"testing"

	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/internal/refusetest"
	"github.com/hotelcrm/hotelcrm/valuation"
	"github.com/shopspring/decimal"
	"pgregory.net/rapid"
)

// prospects and regulars are the two curves of the example in Blattberg and Deighton (1996).
func prospects() valuation.Response {
	return valuation.Response{Spend: dec("5"), Rate: dec("0.15"), Ceiling: dec("0.4")}
}

func regulars() valuation.Response {
	return valuation.Response{Spend: dec("10"), Rate: dec("0.4"), Ceiling: dec("0.7")}
}

func theBudget() valuation.Budget {
	return valuation.Budget{Acquisition: prospects(), Retention: regulars(), Margin: dec("50")}
}

func TestResponseMeetsTheExample(t *testing.T) {
	got, err := prospects().Best(dec("50"), places(11))
	if err != nil || !got.Spend.Equal(dec("6.71568748974")) || !got.Net.Equal(dec("2.64609678409")) || !got.Rate.Round(12).Equal(dec("0.187235685477")) {
		t.Errorf("got %+v, %v", got, err)
	}
	for _, test := range []struct{ spend, want string }{{"0", "0"}, {"5", "0.15"}, {"10", "0.24375"}, {"1000000000", "0.4"}} {
		rate, err := prospects().RateAt(dec(test.spend)) // 0.24375 = 0.4·(1 - 0.625²)
		if err != nil || !rate.Equal(dec(test.want)) {
			t.Errorf("spending %s wins %v, %v, want %s", test.spend, rate, err, test.want)
		}
	}
	nothing, err := prospects().Best(dec("26"), places(2)) // the first euro brings 26·0.4·k = 0.978
	if err != nil || !nothing.Spend.IsZero() || !nothing.Net.IsZero() || !nothing.Rate.IsZero() {
		t.Errorf("got %+v, %v", nothing, err)
	}
}

func TestBudgetMeetsTheExample(t *testing.T) {
	got, err := theBudget().Value(dec("5"), dec("10"), forever(t, "0.2", 0, 9))
	if err != nil || !got.Equity.Equal(dec("4.375")) || !got.First.Equal(dec("2.5")) || !got.Later.Equal(dec("1.875")) {
		t.Errorf("got %+v, %v", got, err)
	}
	if !got.AcquisitionRate.Equal(dec("0.15")) || !got.RetentionRate.Equal(dec("0.4")) || got.Convention.Timing != valuation.StartOfPeriod || !got.Convention.Infinite {
		t.Errorf("got %+v", got)
	}
}

// No other spends are better, and a small step to any side is worse.
func TestBestBudgetIsBest(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		b := theBudget()
		b.Margin = decimal.New(rapid.Int64Range(0, 30000).Draw(t, "margin"), -2)
		c := forever(t, "0.2", 0, 18)
		best, err := b.Best(c)
		if err != nil {
			t.Fatalf("%v", err)
		}
		there, err := b.Value(best.Acquire, best.Keep, c)
		if err != nil || there.Equity.Sub(best.Equity).Abs().GreaterThan(dec("2e-18")) {
			t.Fatalf("best is said to be %v, at its spends it is %v, %v", best.Equity, there.Equity, err)
		}
		for _, step := range decs("0.001", "1", "20") {
			for _, move := range [][2]decimal.Decimal{{step, dec("0")}, {step.Neg(), dec("0")}, {dec("0"), step}, {dec("0"), step.Neg()}} {
				acquire, keep := best.Acquire.Add(move[0]), best.Keep.Add(move[1])
				if acquire.IsNegative() || keep.IsNegative() {
					continue
				}
				other, err := b.Value(acquire, keep, c)
				if err != nil || !other.Equity.LessThan(best.Equity) && !best.AcquisitionRate.IsZero() {
					t.Fatalf("%v and %v give %v, the best %v and %v only %v, %v", acquire, keep, other.Equity, best.Acquire, best.Keep, best.Equity, err)
				}
			}
		}
	})
}

func TestBudgetRefuses(t *testing.T) {
	tests := []struct {
		name   string
		change func(*valuation.Budget, *valuation.Convention)
		param  string
	}{
		{"a rate at the ceiling", func(b *valuation.Budget, _ *valuation.Convention) { b.Acquisition.Rate = dec("0.4") }, "Budget.Acquisition.Rate"},
		{"a rate of 0", func(b *valuation.Budget, _ *valuation.Convention) { b.Retention.Rate = dec("0") }, "Budget.Retention.Rate"},
		{"a ceiling above 1", func(b *valuation.Budget, _ *valuation.Convention) { b.Retention.Ceiling = dec("1.1") }, "Budget.Retention.Ceiling"},
		{"nothing spent", func(b *valuation.Budget, _ *valuation.Convention) { b.Acquisition.Spend = dec("0") }, "Budget.Acquisition.Spend"},
		{"a negative margin", func(b *valuation.Budget, _ *valuation.Convention) { b.Margin = dec("-1") }, "Budget.Margin"},
		{"a rate below the ceiling less 1", func(_ *valuation.Budget, c *valuation.Convention) { c.Rate = effective(t, "-0.3", valuation.Year) }, "Convention.Rate"},
		{"another timing", func(_ *valuation.Budget, c *valuation.Convention) { c.Timing = valuation.EndOfPeriod }, "Convention.Timing"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			b, c := theBudget(), forever(t, "0.2", 0, 2)
			test.change(&b, &c)
			_, err := b.Value(dec("1"), dec("1"), c)
			refusetest.Param(t, err, test.param)
			_, err = b.Best(c)
			refusetest.Param(t, err, test.param)
		})
	}
	c := forever(t, "0.2", 0, 2)
	_, err := theBudget().Value(dec("-1"), dec("1"), c)
	refusetest.Param(t, err, "acquire")
	_, err = theBudget().Value(dec("1"), dec("1e30"), c)
	refusetest.Param(t, err, "keep")
	_, err = theBudget().Value(decimal.New(1, 1<<30), dec("1"), c)
	refusetest.Param(t, err, "acquire")
	_, err = prospects().RateAt(dec("-1"))
	refusetest.Param(t, err, "spend")
	_, err = valuation.Response{}.RateAt(dec("1"))
	refusetest.Param(t, err, "Response.Spend")
	_, err = prospects().Best(dec("-1"), places(2))
	refusetest.Param(t, err, "worth")
	_, err = prospects().Best(dec("1"), hotelcrm.RoundTo{})
	refusetest.Param(t, err, "RoundTo.Mode")
	_, err = valuation.Response{}.Best(dec("1"), places(2))
	refusetest.Param(t, err, "Response.Spend")
}

// The ends of what is allowed are not the end of the arithmetic.
func TestBudgetBearsExtremes(t *testing.T) {
	tiny, huge := "1e-18", "1e18"
	for _, spend := range []string{tiny, huge} {
		for _, margin := range []string{"0", tiny, huge} {
			for _, rate := range []string{"0", "0.000001", "1000"} {
				r := valuation.Response{Spend: dec(spend), Rate: dec("0." + strings.Repeat("9", 40)), Ceiling: dec("1")}
				b := valuation.Budget{Acquisition: r, Retention: r, Margin: dec(margin)}
				c := forever(t, rate, 0, 2)
				if rate == "0" {
					b.Retention.Ceiling, b.Retention.Rate = dec("0.999999999"), dec("0.000000001")
				}
				if _, err := b.Best(c); err != nil {
					t.Errorf("spend %s, margin %s, rate %s: %v", spend, margin, rate, err)
				}
			}
		}
	}
}

func TestPayback(t *testing.T) {
	tests := []struct {
		cost, margin, retention, rate string
		n                             int
		want                          int
		reached                       bool
	}{
		{"300", "100", "1", "0", 10, 3, true}, // to the cent
		{"301", "100", "1", "0", 10, 4, true},
		{"300", "100", "1", "0.1", 10, 4, true},                 // 316.99 after the fourth
		{"248.685199098422", "100", "1", "0.1", 10, 3, true},    // 248.6851990984222...
		{"248.685199098423", "100", "1", "0.1", 10, 4, true},    // one step above it
		{"300", "100", "1", "0.1", 3, 0, false},                 // 248.69
		{"0", "100", "1", "0.1", 3, 0, true},                    // nothing to pay back
		{"1", "0", "1", "0.1", 3, 0, false},                     // nothing to pay with
		{"266.67", "100", "0.8", "0.1", 0, 0, false},            // worth 266.666... forever
		{"266.66", "100", "0.8", "0.1", 0, 34, true},            // (8/11)^34 of it is below 0.0067
		{"72.727272727", "100", "0.8", "0.1", 0, 1, true},       // 72.7272727272...
		{"72.727272727272728", "100", "0.8", "0.1", 0, 2, true}, // above it
	}
	for _, test := range tests {
		c := yearly(t, test.rate, test.n, places(2))
		c.Infinite = test.n == 0
		got, err := valuation.PaybackPeriod(dec(test.cost), valuation.Stream{Margin: dec(test.margin), Retention: dec(test.retention)}, c)
		if err != nil || got.Periods != test.want || got.Reached != test.reached {
			t.Errorf("%+v: got %d %v, %v", test, got.Periods, got.Reached, err)
		}
	}
	c := yearly(t, "0.1", 5, places(2))
	_, err := valuation.PaybackPeriod(dec("-1"), valuation.Stream{Margin: dec("1")}, c)
	refusetest.Param(t, err, "cost")
	_, err = valuation.PaybackPeriod(dec("1"), valuation.Stream{Margin: dec("-1")}, c)
	refusetest.Param(t, err, "Stream.Margin")
	_, err = valuation.PaybackPeriod(dec("1"), valuation.Stream{Margin: dec("1"), Retention: dec("2")}, c)
	refusetest.Param(t, err, "Stream.Retention")
	_, err = valuation.PaybackPeriod(dec("1"), valuation.Stream{}, valuation.Convention{})
	refusetest.Param(t, err, "Convention.Rate")
}

// A guest at the break-even is worth the cost.
func TestBreakEvenBreaksEven(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := drawStream(t)
		s.Margin, s.Retention = s.Margin.Add(dec("1")), s.Retention.Add(dec("0.01"))
		cost := decimal.New(rapid.Int64Range(1, 1e6).Draw(t, "cost"), -2)
		c := forever(t, "0.1", valuation.Timing(rapid.IntRange(1, 3).Draw(t, "timing")), 12)
		got, err := valuation.BreakEvenOf(cost, s, c)
		if err != nil {
			t.Fatalf("%v", err)
		}
		margin := s
		margin.Margin = got.Margin
		if worth := streamValue(t, margin, c); worth.LessThan(cost) || worth.Sub(cost).GreaterThan(dec("1e-9")) {
			t.Fatalf("at a margin of %v a guest is worth %v, not %v", got.Margin, worth, cost)
		}
		if !got.Reachable {
			return
		}
		kept := s
		kept.Retention = got.Retention
		switch worth := streamValue(t, kept, c); {
		case kept.Retention.IsZero() && worth.LessThan(cost):
			t.Fatalf("without retention a guest is worth %v, below %v", worth, cost)
		case !kept.Retention.IsZero() && worth.Sub(cost).Abs().GreaterThan(dec("1e-9").Mul(cost.Add(dec("1")))):
			t.Fatalf("at a retention of %v a guest is worth %v, not %v", kept.Retention, worth, cost)
		}
	})
}

func streamValue(t failer, s valuation.Stream, c valuation.Convention) decimal.Decimal {
	t.Helper()
	got, err := valuation.MarginMultiple(s, c)
	if err != nil {
		t.Fatalf("%v", err)
	}
	return got.Amount
}

func TestBreakEvenRefuses(t *testing.T) {
	s, c := valuation.Stream{Margin: dec("100"), Retention: dec("0.8")}, forever(t, "0.1", 0, 2)
	_, err := valuation.BreakEvenOf(dec("0"), s, c)
	refusetest.Param(t, err, "cost")
	_, err = valuation.BreakEvenOf(dec("1"), valuation.Stream{Margin: dec("100")}, c)
	refusetest.Param(t, err, "Stream.Retention")
	s.Growth = dec("0.5")
	_, err = valuation.BreakEvenOf(dec("1"), s, c)
	refusetest.Param(t, err, "Stream.Retention")
	_, err = valuation.BreakEvenOf(dec("1"), s, valuation.Convention{})
	refusetest.Param(t, err, "Convention.Rate")
	got, err := valuation.BreakEvenOf(dec("5000"), valuation.Stream{Margin: dec("100"), Retention: dec("0.8")}, c)
	if err != nil || got.Reachable || !got.Margin.Equal(dec("1875")) { // 5000·0.3/0.8; a retention of 1 is worth 1000
		t.Errorf("got %+v, %v", got, err)
	}
}
