package valuation_test

import (
	"fmt"
	"math/big"
	"testing"

	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/internal/refusetest"
	"github.com/hotelcrm/hotelcrm/valuation"
	"github.com/shopspring/decimal"
	"pgregory.net/rapid"
)

func yearly(t failer, rate string, n int, m hotelcrm.RoundTo) valuation.Convention {
	t.Helper()
	return valuation.Convention{Rate: effective(t, rate, valuation.Year), Horizon: valuation.Horizon{N: n, Period: valuation.Year}, Rounding: m}
}

func certain(amount string) valuation.Payments {
	return valuation.Payments{Amount: dec(amount), Retention: decimal.NewFromInt(1)}
}

func TestAnnuityMeetsTheTables(t *testing.T) {
	tests := []struct {
		amount string
		n      int
		rate   string
		places int
		want   string
	}{
		{"100", 5, "0.10", 9, "379.078676941"},
		{"100", 10, "0.08", 9, "671.008139894"},
		{"250", 3, "0", 9, "750"},
		{"1200", 5, "0.08", 6, "4791.252044"}, // 4 stays a year at 300
		{"1200", 3, "0.08", 6, "3092.516385"},
		{"240", 3, "0.1", 6, "596.844478"},
		{"100", 0, "0.1", 2, "0"},
		{"-100", 5, "0.10", 9, "-379.078676941"},
	}
	for _, test := range tests {
		t.Run(fmt.Sprint(test.amount, test.n, test.rate), func(t *testing.T) {
			got, err := valuation.Annuity(certain(test.amount), yearly(t, test.rate, test.n, places(test.places)))
			if err != nil || !got.Amount.Equal(dec(test.want)) {
				t.Errorf("got %v, %v, want %v", got.Amount, err, test.want)
			}
			if got.Convention.Timing != valuation.EndOfPeriod {
				t.Errorf("the result does not say that payments fall at the end: %v", got.Convention)
			}
		})
	}
}

// Payments of 100 at a retention of 0.8 and a rate of 0.1, for 1, 3, 5, 10 periods and forever.
func TestAnnuityWithRetentionMeetsTheTable(t *testing.T) {
	end, start, middle := valuation.EndOfPeriod, valuation.StartOfPeriod, valuation.MiddleOfPeriod
	tests := []struct {
		timing  valuation.Timing
		certain bool
		want    [5]string
	}{
		{end, false, [5]string{"72.7272727273", "164.087152517", "212.409733563", "255.627361205", "266.666666667"}},
		{end, true, [5]string{"90.9090909091", "205.108940646", "265.512166953", "319.534201506", "333.333333333"}},
		{start, false, [5]string{"100", "225.619834711", "292.063383649", "351.487621656", "366.666666667"}},
		{start, true, [5]string{"100", "225.619834711", "292.063383649", "351.487621656", "366.666666667"}},
		{middle, false, [5]string{"95.346258925", "215.120071788", "278.471509997", "335.130297832", "349.602949390"}},
	}
	for _, test := range tests {
		for i, n := range []int{1, 3, 5, 10, 0} {
			t.Run(fmt.Sprint(test.timing, test.certain, n), func(t *testing.T) {
				c := yearly(t, "0.1", n, places(9))
				c.Timing, c.Infinite = test.timing, n == 0
				p := valuation.Payments{Amount: dec("100"), Retention: dec("0.8"), FirstCertain: test.certain}
				got, err := valuation.Annuity(p, c)
				want := dec(test.want[i]).Round(9)
				if err != nil || !got.Amount.Equal(want) {
					t.Errorf("got %v, %v, want %v", got.Amount, err, want)
				}
			})
		}
	}
}

// The margins and the campaign cost of the first case, each once: 50 in the middle of the year, 260 at its ends.
func TestAnnuityMeetsBergerAndNasr(t *testing.T) {
	c := yearly(t, "0.2", 10, places(9))
	c.Timing = valuation.MiddleOfPeriod
	cost, err := valuation.Annuity(valuation.Payments{Amount: dec("50"), Retention: dec("0.75")}, c)
	if err != nil || !cost.Amount.Equal(dec("120.609122192")) {
		t.Errorf("got %v, %v", cost.Amount, err)
	}
	c.Timing, c.Horizon.N = valuation.StartOfPeriod, 11
	margin, err := valuation.Annuity(valuation.Payments{Amount: dec("260"), Retention: dec("0.75")}, c)
	if err != nil || !margin.Amount.Equal(dec("689.392189626")) {
		t.Errorf("got %v, %v", margin.Amount, err)
	}
}

func TestAnnuityRefuses(t *testing.T) {
	good := yearly(t, "0.1", 5, places(2))
	tests := []struct {
		name   string
		change func(*valuation.Payments, *valuation.Convention)
		param  string
	}{
		{"a negative horizon", func(_ *valuation.Payments, c *valuation.Convention) { c.Horizon.N = -1 }, "Horizon.N"},
		{"a horizon without period", func(_ *valuation.Payments, c *valuation.Convention) { c.Horizon.Period = 0 }, "Horizon.Period"},
		{"no rate", func(_ *valuation.Payments, c *valuation.Convention) { c.Rate = valuation.Rate{} }, "Convention.Rate"},
		{"an unknown timing", func(_ *valuation.Payments, c *valuation.Convention) { c.Timing = 9 }, "Convention.Timing"},
		{"no rounding", func(_ *valuation.Payments, c *valuation.Convention) { c.Rounding.Mode = 0 }, "RoundTo.Mode"},
		{"too many places", func(_ *valuation.Payments, c *valuation.Convention) { c.Rounding.Places = 19 }, "RoundTo.Places"},
		{"a retention above 1", func(p *valuation.Payments, _ *valuation.Convention) { p.Retention = dec("1.01") }, "Payments.Retention"},
		{"a retention below 0", func(p *valuation.Payments, _ *valuation.Convention) { p.Retention = dec("-0.01") }, "Payments.Retention"},
		{"an endless amount", func(p *valuation.Payments, _ *valuation.Convention) { p.Amount = decimal.New(1, 1<<30) }, "Payments.Amount"},
		{"a sum without end at rate 0", func(_ *valuation.Payments, c *valuation.Convention) {
			c.Rate, c.Infinite = effective(t, "0", valuation.Year), true
		}, "Convention.Rate"},
		{"a sum that grows without end", func(p *valuation.Payments, c *valuation.Convention) {
			p.Retention, c.Rate, c.Infinite = dec("0.95"), effective(t, "-0.06", valuation.Year), true
		}, "Convention.Rate"},
		{"the same at a converted rate", func(p *valuation.Payments, c *valuation.Convention) {
			p.Retention, c.Horizon.Period, c.Infinite = dec("0.9"), valuation.HalfYear, true
			c.Rate = effective(t, "-0.19", valuation.Year)
		}, "Convention.Rate"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			p, c := certain("100"), good
			test.change(&p, &c)
			_, err := valuation.Annuity(p, c)
			refusetest.Param(t, err, test.param)
		})
	}
}

func drawRounding(t *rapid.T) hotelcrm.Rounding {
	return hotelcrm.Rounding(rapid.IntRange(1, 6).Draw(t, "mode"))
}

func drawPayments(t *rapid.T) valuation.Payments {
	return valuation.Payments{
		Amount:       decimal.New(rapid.Int64Range(-1e9, 1e9).Draw(t, "amount"), -2),
		Retention:    decimal.New(rapid.Int64Range(0, 20).Draw(t, "retention"), 0).Div(dec("20")),
		FirstCertain: rapid.Bool().Draw(t, "certain"),
	}
}

func drawConvention(t *rapid.T) valuation.Convention {
	rate := rapid.SampledFrom([]string{"0", "0.1", "-0.1", "0.25", "1", "0.0875", "-0.5", "0.44"}).Draw(t, "rate")
	return valuation.Convention{
		Rate:     effective(t, rate, valuation.Year),
		Horizon:  valuation.Horizon{N: rapid.IntRange(0, 40).Draw(t, "n"), Period: valuation.Year},
		Timing:   valuation.Timing(rapid.IntRange(1, 3).Draw(t, "timing")),
		Rounding: hotelcrm.RoundTo{Places: rapid.IntRange(0, 4).Draw(t, "places"), Mode: drawRounding(t)},
	}
}

// plainAnnuity adds up the payments one by one; the half periods of the middle need a rational root.
func plainAnnuity(p valuation.Payments, c valuation.Convention, root *big.Rat) *big.Rat {
	v := new(big.Rat).Add(c.Rate.Per(c.Horizon.Period).Rat(), big.NewRat(1, 1))
	v.Inv(v)
	term, sum := big.NewRat(1, 1), new(big.Rat)
	switch {
	case c.Timing == valuation.MiddleOfPeriod:
		term.Set(root)
	case c.Timing == valuation.EndOfPeriod:
		term.Set(v)
		if !p.FirstCertain {
			term.Mul(term, p.Retention.Rat())
		}
	}
	for range c.Horizon.N {
		sum.Add(sum, term)
		term.Mul(term, v).Mul(term, p.Retention.Rat())
	}
	return sum.Mul(sum, p.Amount.Rat())
}

func TestAnnuityIsCorrectlyRounded(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p, c := drawPayments(t), drawConvention(t)
		root := big.NewRat(5, 6) // of a rate of 0.44
		if c.Timing == valuation.MiddleOfPeriod {
			c.Rate = effective(t, "0.44", valuation.Year)
		}
		got, err := valuation.Annuity(p, c)
		if err != nil {
			t.Fatalf("%v", err)
		}
		want := roundRat(plainAnnuity(p, c, root), c.Rounding)
		if !got.Amount.Equal(want) {
			t.Fatalf("got %v, want %v of %+v %v", got.Amount, want, p, c)
		}
	})
}

// roundRat rounds by comparing with every candidate, another way than the package.
func roundRat(x *big.Rat, m hotelcrm.RoundTo) decimal.Decimal {
	exact, _ := hotelcrm.Round(decimal.NewFromBigInt(x.Num(), 0), 0, m.Mode)
	if x.IsInt() {
		return exact
	}
	// 40 places more than asked for, and a last digit that stands for all that follow
	scale := new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(m.Places)+40), nil)
	digits, rest := new(big.Int).QuoRem(new(big.Int).Mul(x.Num(), scale), x.Denom(), new(big.Int))
	digits.Mul(digits, big.NewInt(10)).Add(digits, big.NewInt(int64(rest.Sign())))
	out, _ := hotelcrm.Round(decimal.NewFromBigInt(digits, -int32(m.Places)-41), m.Places, m.Mode)
	return out
}

// Half a cent and the 60th digit after it: no approximation tells that from half a cent.
func TestAnnuityIsExactWhereItMatters(t *testing.T) {
	tie := dec("10.005")
	for _, test := range []struct {
		amount decimal.Decimal
		want   string
	}{{tie, "10"}, {tie.Add(decimal.New(1, -60)), "10.01"}, {tie.Sub(decimal.New(1, -60)), "10"}, {tie.Neg().Sub(decimal.New(1, -60)), "-10.01"}} {
		got, err := valuation.Annuity(valuation.Payments{Amount: test.amount, Retention: dec("1")}, yearly(t, "0", 1, places(2)))
		if err != nil || !got.Amount.Equal(dec(test.want)) {
			t.Errorf("%v: got %v, %v, want %s", test.amount, got.Amount, err, test.want)
		}
	}
}

func TestAnnuityFallsInTheRateAndRisesInRetention(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p, c := drawPayments(t), drawConvention(t)
		p.Amount, c.Rounding = p.Amount.Abs(), places(9)
		base, err := valuation.Annuity(p, c)
		if err != nil {
			t.Fatalf("%v", err)
		}
		dearer := c
		dearer.Rate = effective(t, c.Rate.Per(valuation.Year).Add(dec("0.01")).String(), valuation.Year)
		less, err := valuation.Annuity(p, dearer)
		if err != nil || less.Amount.GreaterThan(base.Amount) {
			t.Fatalf("a higher rate gives %v, not at most %v, %v", less.Amount, base.Amount, err)
		}
		p.Retention = p.Retention.Add(dec("1")).Div(dec("2"))
		more, err := valuation.Annuity(p, c)
		if err != nil || more.Amount.LessThan(base.Amount) {
			t.Fatalf("a higher retention gives %v, not at least %v, %v", more.Amount, base.Amount, err)
		}
	})
}

func TestLongAnnuityMeetsThePerpetuity(t *testing.T) {
	for _, timing := range []valuation.Timing{valuation.EndOfPeriod, valuation.StartOfPeriod, valuation.MiddleOfPeriod} {
		for _, period := range []valuation.Period{valuation.Year, valuation.Month} {
			c := yearly(t, "0.1", 5000, places(12))
			c.Timing, c.Horizon.Period = timing, period
			p := valuation.Payments{Amount: dec("100"), Retention: dec("0.9")}
			long, err := valuation.Annuity(p, c)
			if err != nil {
				t.Fatal(err)
			}
			endless, err := valuation.Perpetuity(p, c)
			if err != nil || !long.Amount.Equal(endless.Amount) || !endless.Convention.Infinite {
				t.Errorf("%v by %v: %v after 5000 periods, %v forever, %v", timing, period, long.Amount, endless.Amount, err)
			}
		}
	}
}
