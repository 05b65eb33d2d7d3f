package valuation_test

import (
	"fmt"
	"testing"

	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/internal/refusetest"
	"github.com/hotelcrm/hotelcrm/valuation"
	"github.com/shopspring/decimal"
	"pgregory.net/rapid"
)

// forever returns the convention of endless yearly payments.
func forever(t failer, rate string, timing valuation.Timing, places int) valuation.Convention {
	t.Helper()
	c := yearly(t, rate, 0, hotelcrm.RoundTo{Places: places, Mode: 1})
	c.Infinite, c.Timing = true, timing
	return c
}

// Gupta and Lehmann (2003), tables of margin multiples.
func TestMarginMultipleMeetsTheTable(t *testing.T) {
	tests := []struct {
		retention string
		want      [5]string // at 10, 12, 14 and 16 %, and at 12 % with a margin that grows by 8 %
	}{
		{"0.6", [5]string{"1.2", "1.153846", "1.111111", "1.071429", "1.271186"}},
		{"0.7", [5]string{"1.75", "1.666667", "1.590909", "1.521739", "1.923077"}},
		{"0.8", [5]string{"2.666667", "2.5", "2.352941", "2.222222", "3.125"}},
		{"0.9", [5]string{"4.5", "4.090909", "3.75", "3.461538", ""}},
	}
	rates := [5]string{"0.10", "0.12", "0.14", "0.16", "0.12"}
	growths := [5]string{"0", "0", "0", "0", "0.08"}
	for _, test := range tests {
		for i, want := range test.want {
			if want == "" {
				continue
			}
			s := valuation.Stream{Margin: dec("1"), Retention: dec(test.retention), Growth: dec(growths[i])}
			got, err := valuation.MarginMultiple(s, forever(t, rates[i], 0, 6))
			if err != nil || !got.Amount.Equal(dec(want)) || !got.Multiple.Round(6).Equal(dec(want)) {
				t.Errorf("%s at %s: got %v, %v, %v, want %s", test.retention, rates[i], got.Amount, got.Multiple, err, want)
			}
			if !got.Convention.Infinite || got.Convention.Timing != valuation.EndOfPeriod {
				t.Errorf("the result does not carry its convention: %v", got.Convention)
			}
		}
	}
}

func TestMarginMultipleRefuses(t *testing.T) {
	good := valuation.Stream{Margin: dec("1"), Retention: dec("0.8")}
	tests := []struct {
		name   string
		change func(*valuation.Stream)
		param  string
	}{
		{"growth that outruns the rate", func(s *valuation.Stream) { s.Growth = dec("0.4") }, "Stream.Retention"},
		{"growth equal to the rate", func(s *valuation.Stream) { s.Retention, s.Growth = dec("1"), dec("0.12") }, "Stream.Retention"},
		{"retention above 1", func(s *valuation.Stream) { s.Retention = dec("1.1") }, "Stream.Retention"},
		{"growth of -1", func(s *valuation.Stream) { s.Growth = dec("-1") }, "Stream.Growth"},
		{"growth with an endless exponent", func(s *valuation.Stream) { s.Growth = decimal.New(1, 1<<30) }, "Stream.Growth"},
		{"retention with an endless exponent", func(s *valuation.Stream) { s.Retention = decimal.New(1, -1<<30) }, "Stream.Retention"},
		{"growth beyond reason", func(s *valuation.Stream) { s.Growth = dec("11") }, "Stream.Growth"},
		{"a margin with an endless exponent", func(s *valuation.Stream) { s.Margin = decimal.New(1, 1<<30) }, "Stream.Margin"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			s := good
			test.change(&s)
			_, err := valuation.MarginMultiple(s, forever(t, "0.12", 0, 6))
			refusetest.Param(t, err, test.param)
		})
	}
	_, err := valuation.MarginMultiple(good, valuation.Convention{})
	refusetest.Param(t, err, "Convention.Rate")
}

func drawStream(t *rapid.T) valuation.Stream {
	return valuation.Stream{
		Margin:    decimal.New(rapid.Int64Range(0, 1e6).Draw(t, "margin"), -2),
		Growth:    decimal.New(rapid.Int64Range(-20, 9).Draw(t, "growth"), -2),
		Retention: decimal.New(rapid.Int64Range(0, 95).Draw(t, "retention"), -2),
	}
}

func TestMarginMultipleFallsInTheRateAndRisesInRetention(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s, timing := drawStream(t), valuation.Timing(rapid.IntRange(0, 3).Draw(t, "timing"))
		value := func(s valuation.Stream, rate string) decimal.Decimal {
			got, err := valuation.MarginMultiple(s, forever(t, rate, timing, 8))
			if err != nil {
				t.Fatalf("%v", err)
			}
			return got.Amount
		}
		base := value(s, "0.1")
		if dearer := value(s, "0.11"); dearer.GreaterThan(base) {
			t.Fatalf("a higher rate makes %v of %v", dearer, base)
		}
		s.Retention = s.Retention.Add(dec("0.04"))
		if loyal := value(s, "0.1"); loyal.LessThan(base) {
			t.Fatalf("a higher retention makes %v of %v", loyal, base)
		}
	})
}

func TestMarginMultipleWithoutGrowthIsTheAnnuity(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s, c := drawStream(t), drawConvention(t)
		s.Growth = dec("0")
		got, err := valuation.MarginMultiple(s, c)
		want, wantErr := valuation.Annuity(valuation.Payments{Amount: s.Margin, Retention: s.Retention}, c)
		if err != nil || wantErr != nil || !got.Amount.Equal(want.Amount) {
			t.Fatalf("got %v, %v, want %v, %v", got.Amount, err, want.Amount, wantErr)
		}
	})
}

// Berger and Nasr (1998), case 1.
func TestPromotedValueMeetsTheCase(t *testing.T) {
	got, err := valuation.PromotedValue(dec("260"), dec("50"), dec("0.75"), yearly(t, "0.2", 10, places(9)))
	if err != nil || !got.Contribution.Equal(dec("689.392189626")) || !got.Promotion.Equal(dec("120.609122192")) || !got.Amount.Equal(dec("568.783067434")) {
		t.Errorf("got %+v, %v", got, err)
	}
	if got.Convention.Timing != valuation.StartOfPeriod {
		t.Errorf("got %v", got.Convention)
	}
	c := yearly(t, "0.2", 10, places(2))
	c.Timing = valuation.EndOfPeriod
	_, err = valuation.PromotedValue(dec("260"), dec("50"), dec("0.75"), c)
	refusetest.Param(t, err, "Convention.Timing")
	_, err = valuation.PromotedValue(dec("260"), dec("50"), dec("-0.75"), yearly(t, "0.2", 10, places(2)))
	refusetest.Param(t, err, "retention")
	_, err = valuation.PromotedValue(dec("260"), decimal.New(1, 1<<30), dec("0.75"), yearly(t, "0.2", 10, places(2)))
	refusetest.Param(t, err, "promotion")
	_, err = valuation.PromotedValue(dec("260"), dec("50"), dec("1"), forever(t, "0", 0, 2))
	refusetest.Param(t, err, "retention")
}

// A rate of 0.44 has a rational half period, so that plain sums tell the last digit.
func TestPromotedValueMeetsThePlainSum(t *testing.T) {
	got, err := valuation.PromotedValue(dec("36"), dec("12"), dec("0.5"), yearly(t, "0.44", 2, places(12)))
	// 36·(1 + .5/1.44 + .25/1.44²) - 12·(1/1.2 + .5/1.728)
	want := dec("36").Add(dec("12.5")).Add(dec("4.340277777778")).Sub(dec("10")).Sub(dec("3.472222222222"))
	if err != nil || !got.Amount.Equal(want) {
		t.Errorf("got %v, %v, want %v", got.Amount, err, want)
	}
	long, err := valuation.PromotedValue(dec("36"), dec("12"), dec("0.5"), yearly(t, "0.44", 400, places(12)))
	endless, endlessErr := valuation.PromotedValue(dec("36"), dec("12"), dec("0.5"), forever(t, "0.44", 0, 12))
	if err != nil || endlessErr != nil || !long.Amount.Equal(endless.Amount) {
		t.Errorf("400 periods %v, %v, endless %v, %v", long.Amount, err, endless.Amount, endlessErr)
	}
}

func melting() valuation.Retention {
	return valuation.Retention{Margins: decs("80", "85", "90", "95", "100", "105"), Rates: decs("0.60", "0.65", "0.70", "0.72", "0.75")}
}

func TestRetentionMeetsTheExample(t *testing.T) {
	c := yearly(t, "0.15", 0, places(9))
	c.Timing = valuation.StartOfPeriod
	got, err := melting().Value(c)
	if err != nil || !got.Amount.Equal(dec("186.875382496")) || got.Convention.Horizon.N != 6 {
		t.Errorf("got %+v, %v", got, err)
	}
	for i, want := range []string{"1000", "600", "390"} {
		if left := got.Survivors[i].Mul(dec("1000")); !left.Equal(dec(want)) {
			t.Errorf("of 1000 there are %v in period %d, want %s", left, i, want)
		}
	}
}

func TestRetentionRefuses(t *testing.T) {
	tests := []struct {
		name   string
		change func(*valuation.Retention, *valuation.Convention)
		param  string
	}{
		{"no margins", func(m *valuation.Retention, _ *valuation.Convention) { m.Margins = nil }, "Retention.Margins"},
		{"too many margins", func(m *valuation.Retention, _ *valuation.Convention) { m.Margins = make([]decimal.Decimal, 601) }, "Retention.Margins"},
		{"too few rates", func(m *valuation.Retention, _ *valuation.Convention) { m.Rates = m.Rates[1:] }, "Retention.Rates"},
		{"a rate above 1", func(m *valuation.Retention, _ *valuation.Convention) { m.Rates[2] = dec("1.2") }, "Retention.Rates[2]"},
		{"a margin with an endless exponent", func(m *valuation.Retention, _ *valuation.Convention) { m.Margins[1] = decimal.New(1, 1<<30) }, "Retention.Margins[1]"},
		{"no end", func(_ *valuation.Retention, c *valuation.Convention) { c.Infinite = true }, "Convention.Infinite"},
		{"no rate", func(_ *valuation.Retention, c *valuation.Convention) { c.Rate = valuation.Rate{} }, "Convention.Rate"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			m, c := melting(), yearly(t, "0.15", 0, places(2))
			test.change(&m, &c)
			_, err := m.Value(c)
			refusetest.Param(t, err, test.param)
		})
	}
}

// With equal margins and rates the cohort is a stream, whatever the timing and the rate.
func TestRetentionOfEqualPeriodsIsTheAnnuity(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p, c := drawPayments(t), drawConvention(t)
		c.Horizon.N = rapid.IntRange(1, 30).Draw(t, "periods")
		c.Horizon.Period = rapid.SampledFrom([]valuation.Period{valuation.Year, valuation.Month}).Draw(t, "period")
		p.FirstCertain = true
		m := valuation.Retention{Margins: []decimal.Decimal{p.Amount}}
		for range c.Horizon.N - 1 {
			m.Margins, m.Rates = append(m.Margins, p.Amount), append(m.Rates, p.Retention)
		}
		got, err := m.Value(c)
		want, wantErr := valuation.Annuity(p, c)
		if err != nil || wantErr != nil || !got.Amount.Equal(want.Amount) {
			t.Fatalf("got %v, %v, want %v, %v of %+v", got.Amount, err, want.Amount, wantErr, c)
		}
	})
}

func TestMigrationMeetsTheExample(t *testing.T) {
	m := valuation.Migration{Purchase: decs("0.30", "0.20", "0.15", "0.05")}
	buyers, err := m.Buyers(dec("1000"), 7)
	if err != nil || fmt.Sprint(buyers) != "[1000 300 230 195 139.7 95.67 70.113]" {
		t.Errorf("got %v, %v", buyers, err)
	}
	c := yearly(t, "0.2", 7, places(10))
	c.Timing = valuation.StartOfPeriod
	got, err := m.Value(dec("40"), c)
	if err != nil || !got.Amount.Equal(dec("66.0747411908")) {
		t.Errorf("got %v, %v", got.Amount, err)
	}
}

func TestMigrationRefuses(t *testing.T) {
	good := valuation.Migration{Purchase: decs("0.3", "0.2")}
	_, err := valuation.Migration{}.Buyers(dec("1"), 1)
	refusetest.Param(t, err, "Migration.Purchase")
	_, err = valuation.Migration{Purchase: decs("0.3", "1.2")}.Buyers(dec("1"), 1)
	refusetest.Param(t, err, "Migration.Purchase[1]")
	long := make([]decimal.Decimal, 200)
	_, err = valuation.Migration{Purchase: long}.Buyers(dec("1"), 1)
	refusetest.Param(t, err, "Migration.Purchase")
	if err := (valuation.Migration{Purchase: long[1:]}).Validate(); err != nil {
		t.Errorf("199 chances: %v", err)
	}
	if none, err := good.Buyers(dec("0"), 2); err != nil || !none[1].IsZero() {
		t.Errorf("nobody to begin with: %v, %v", none, err)
	}
	// 12.50·(1 + 0.3/1.25) = 15.5
	half, err := good.Value(dec("12.50"), under(t, "0.25", 2, valuation.StartOfPeriod))
	if err != nil || !half.Amount.Equal(dec("15.5")) {
		t.Errorf("a margin of 12.50: got %v, %v", half.Amount, err)
	}
	_, err = good.Buyers(dec("-1"), 1)
	refusetest.Param(t, err, "start")
	_, err = good.Buyers(decimal.New(1, 1<<30), 1)
	refusetest.Param(t, err, "start")
	_, err = good.Buyers(dec("1"), -1)
	refusetest.Param(t, err, "n")
	_, err = good.Value(dec("40"), yearly(t, "0.2", -1, places(2)))
	refusetest.Param(t, err, "Horizon.N")
	_, err = good.Value(dec("40"), yearly(t, "0.2", 601, places(2)))
	refusetest.Param(t, err, "Horizon.N")
	_, err = good.Value(dec("40"), forever(t, "0.2", 0, 2))
	refusetest.Param(t, err, "Convention.Infinite")
	_, err = good.Value(decimal.New(1, 1<<30), yearly(t, "0.2", 1, places(2)))
	refusetest.Param(t, err, "margin")
	_, err = valuation.Migration{}.Value(dec("40"), yearly(t, "0.2", 1, places(2)))
	refusetest.Param(t, err, "Migration.Purchase")
}

// A number that needs no rounding is not rounded up, whether its parts are known exactly or to 100 digits.
func TestPromotedValueOnTheBoundary(t *testing.T) {
	for _, test := range []struct{ rate, promotion, want string }{{"0.44", "12", "26"}, {"0.2", "0", "36"}} {
		for mode := hotelcrm.RoundHalfEven; mode <= hotelcrm.RoundFloor; mode++ {
			c := yearly(t, test.rate, 1, hotelcrm.RoundTo{Places: 2, Mode: mode})
			got, err := valuation.PromotedValue(dec("36"), dec(test.promotion), dec("0"), c) // 36 - 12/1.2, 36
			if err != nil || !got.Amount.Equal(dec(test.want)) {
				t.Errorf("%v: got %v, %v, want %s", mode, got.Amount, err, test.want)
			}
		}
	}
}
