package valuation_test

import (
	"math"
	"math/big"
	"testing"

	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/internal/refusetest"
	"github.com/hotelcrm/hotelcrm/valuation"
	"github.com/shopspring/decimal"
	"pgregory.net/rapid"
)

// The oracles of this file add up period by period in fractions: they share no formula with the package.

func fraction(t failer, text string) *big.Rat {
	t.Helper()
	x, ok := new(big.Rat).SetString(text)
	if !ok {
		t.Fatalf("%s is no fraction", text)
	}
	return x
}

// summed adds up payments one by one, with half periods squared away: it wants (1+d) to be a square for the middle.
func summed(amount, retention, d *big.Rat, n int, timing valuation.Timing, certain bool) *big.Rat {
	one := big.NewRat(1, 1)
	v := new(big.Rat).Inv(new(big.Rat).Add(one, d))
	total, term := new(big.Rat), new(big.Rat).Set(amount)
	if timing == valuation.EndOfPeriod {
		term.Mul(term, v)
		if !certain {
			term.Mul(term, retention)
		}
	}
	for range n {
		total.Add(total, term)
		term.Mul(term, v).Mul(term, retention)
	}
	return total
}

func TestAnnuityAddsUpPeriodByPeriod(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		amount := decimal.New(rapid.Int64Range(-1e9, 1e9).Draw(rt, "amount"), -2)
		retention := decimal.New(rapid.Int64Range(0, 100).Draw(rt, "retention"), -2)
		rate := decimal.New(rapid.Int64Range(-90, 200).Draw(rt, "rate"), -2)
		n := rapid.IntRange(0, 60).Draw(rt, "n")
		timing := rapid.SampledFrom([]valuation.Timing{valuation.EndOfPeriod, valuation.StartOfPeriod}).Draw(rt, "timing")
		certain := rapid.Bool().Draw(rt, "certain")
		c := under(rt, rate.String(), n, timing)
		got, err := valuation.Annuity(valuation.Payments{Amount: amount, Retention: retention, FirstCertain: certain}, c)
		if err != nil {
			rt.Fatal(err)
		}
		want := summed(amount.Rat(), retention.Rat(), rate.Rat(), n, timing, certain)
		off := new(big.Rat).Sub(got.Amount.Rat(), want)
		if off.Abs(off).Cmp(fraction(rt, "1/2000000000000000")) > 0 {
			rt.Fatalf("got %s, want %s", got.Amount, want.FloatString(17))
		}
	})
}

func TestFactorFallsInTheRateAndRisesInRetention(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		rate := rapid.Int64Range(-900, 2000).Draw(rt, "rate")
		more := rapid.Int64Range(1, 500).Draw(rt, "more")
		retention := rapid.Int64Range(1, 998).Draw(rt, "retention")
		timing := rapid.SampledFrom([]valuation.Timing{valuation.EndOfPeriod, valuation.StartOfPeriod, valuation.MiddleOfPeriod}).Draw(rt, "timing")
		n := rapid.IntRange(2, 40).Draw(rt, "n")
		value := func(rate, retention int64) decimal.Decimal {
			c := under(rt, decimal.New(rate, -3).String(), n, timing)
			got, err := valuation.Annuity(valuation.Payments{Amount: dec("100"), Retention: decimal.New(retention, -3)}, c)
			if err != nil {
				rt.Fatal(err)
			}
			return got.Factor
		}
		base := value(rate, retention)
		if lower := value(rate+more, retention); !lower.LessThan(base) {
			rt.Fatalf("at a higher rate %s, at the lower %s", lower, base)
		}
		if higher := value(rate, retention+1); !higher.GreaterThan(base) {
			rt.Fatalf("at a higher retention %s, at the lower %s", higher, base)
		}
	})
}

func TestLongHorizonsMeetTheClosedForm(t *testing.T) {
	for _, timing := range []valuation.Timing{valuation.EndOfPeriod, valuation.StartOfPeriod, valuation.MiddleOfPeriod} {
		p := valuation.Payments{Amount: dec("100"), Retention: dec("0.9")}
		long, err := valuation.Annuity(p, under(t, "0.05", 600, timing))
		if err != nil {
			t.Fatal(err)
		}
		forever, err := valuation.Perpetuity(p, under(t, "0.05", 0, timing))
		if err != nil {
			t.Fatal(err)
		}
		if !long.Amount.Equal(forever.Amount) {
			t.Errorf("%v: %s after 600 years, %s forever", timing, long.Amount, forever.Amount)
		}
	}
	chain, err := valuation.RecencyChain(decs("0.3", "0.2"), dec("40"), dec("4"))
	if err != nil {
		t.Fatal(err)
	}
	long, err := chain.Value(under(t, "0.2", 300, valuation.StartOfPeriod))
	if err != nil {
		t.Fatal(err)
	}
	forever, err := chain.Value(endless(under(t, "0.2", 0, valuation.StartOfPeriod)))
	if err != nil {
		t.Fatal(err)
	}
	for i := range long.States {
		if !long.States[i].Amount.Equal(forever.States[i].Amount) {
			t.Errorf("%v after 300 years, %v forever", long.States[i], forever.States[i])
		}
	}
}

func TestMigrationMeetsMarkov(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		var purchase []decimal.Decimal
		for range rapid.IntRange(1, 5).Draw(rt, "states") {
			purchase = append(purchase, decimal.New(rapid.Int64Range(0, 100).Draw(rt, "p"), -2))
		}
		conv := under(rt, decimal.New(rapid.Int64Range(5, 60).Draw(rt, "rate"), -2).String(), rapid.IntRange(0, 25).Draw(rt, "n"), valuation.StartOfPeriod)
		chain, err := valuation.RecencyChain(purchase, dec("40"), dec("0"))
		if err != nil {
			rt.Fatal(err)
		}
		states, err := chain.Value(conv)
		if err != nil {
			rt.Fatal(err)
		}
		migration, err := valuation.Migration{Purchase: purchase}.Value(dec("40"), conv)
		if err != nil {
			rt.Fatal(err)
		}
		if !migration.Amount.Equal(states.States[0].Amount) {
			rt.Fatalf("migration %s, chain %s", migration.Amount, states.States[0].Amount)
		}
	})
}

func TestErrorsNameTheParameter(t *testing.T) {
	for _, rate := range []string{"-1", "-1.5", "-1000"} {
		_, err := valuation.Effective(dec(rate), valuation.Year)
		refusetest.Param(t, err, "rate")
	}
	pay := valuation.Payments{Amount: dec("1"), Retention: dec("1")}
	_, err := valuation.Annuity(pay, under(t, "0.1", -1, 0))
	refusetest.Param(t, err, "Horizon.N")
	for _, bad := range []string{"-0.01", "1.01"} {
		_, err = valuation.Annuity(valuation.Payments{Amount: dec("1"), Retention: dec(bad)}, under(t, "0.1", 1, 0))
		refusetest.Param(t, err, "Payments.Retention")
		_, err = valuation.RecencyChain(decs("0.5", bad), dec("1"), dec("0"))
		refusetest.Param(t, err, "purchase[1]")
		_, err = valuation.Migration{Purchase: decs(bad)}.Value(dec("1"), under(t, "0.1", 1, 0))
		refusetest.Param(t, err, "Migration.Purchase[0]")
		_, err = valuation.Retention{Margins: decs("1", "1"), Rates: decs(bad)}.Value(under(t, "0.1", 1, 0))
		refusetest.Param(t, err, "Retention.Rates[0]")
		_, err = valuation.PromotedValue(dec("1"), dec("1"), dec(bad), under(t, "0.1", 1, 0))
		refusetest.Param(t, err, "retention")
		_, err = valuation.MeanLife(dec(bad), places(2))
		refusetest.Param(t, err, "churn")
	}
	chain := valuation.Chain{States: []string{"a", "b"}, Transition: [][]decimal.Decimal{decs("0.5", "0.5"), decs("0.5", "0.4999")}, Reward: decs("1", "1")}
	_, err = chain.Value(under(t, "0.1", 1, 0))
	refusetest.Param(t, err, "Chain.Transition[1]")
	chain.Transition[1] = decs("1.5", "-0.5")
	_, err = chain.Value(under(t, "0.1", 1, 0))
	refusetest.Param(t, err, "Chain.Transition[1][0]")
	_, err = valuation.NewProportion(1, 2, math.NaN())
	refusetest.Param(t, err, "level")
}

// someCents are amounts around the edges of integers.
func someCents() *rapid.Generator[int64] {
	return rapid.OneOf(
		rapid.Int64Range(-1_000_000, 100_000_000),
		rapid.SampledFrom([]int64{0, 1, -1, 1 << 52, 1<<62 - 1, 1 << 62, math.MaxInt64, math.MinInt64 + 1}),
		rapid.Int64(),
	)
}

// TestGuestsAreWorthTheirFractions values guests in bulk and one by one in fractions, at all scales and extremes.
func TestGuestsAreWorthTheirFractions(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		scale := rapid.Int32Range(0, 6).Draw(rt, "scale")
		var list []hotelcrm.Summary
		for i := range rapid.IntRange(1, 6).Draw(rt, "guests") {
			list = append(list, hotelcrm.Summary{
				Guest: string(rune('a' + i)), First: today.AddDays(-rapid.IntRange(1, 30_000).Draw(rt, "days")), Last: today,
				Visits: rapid.IntRange(1, 1<<20).Draw(rt, "visits"), Revenue: decimal.New(someCents().Draw(rt, "revenue"), -scale),
			})
		}
		s, err := hotelcrm.NewSummaries("EUR", today, list)
		if err != nil {
			rt.Skip(err)
		}
		money := hotelcrm.RoundTo{Places: rapid.IntRange(0, 6).Draw(rt, "places"), Mode: drawRounding(rt)}
		basis := valuation.CostBasis{Total: decimal.New(rapid.Int64Range(0, math.MaxInt64).Draw(rt, "cost"), -rapid.Int32Range(0, 6).Draw(rt, "cost scale")), Guests: s.Len()}
		h, err := valuation.HistoricOf(s, basis, money)
		if err != nil {
			rt.Fatal(err)
		}
		period := rapid.SampledFrom([]valuation.Period{valuation.Year, valuation.Month}).Draw(rt, "period")
		rate := rapid.SampledFrom([]string{"0", "0.1", "0.08", "-0.5", "-0.999", "3"}).Draw(rt, "rate")
		n := rapid.IntRange(0, 40).Draw(rt, "n")
		if rate == "-0.999" {
			n %= 10 // more are worth too much
		}
		stays := decimal.New(rapid.Int64Range(0, 400).Draw(rt, "stays"), -2)
		setup := valuation.CurrentSetup{
			Pace:       valuation.Pace{Rule: valuation.Given, Stays: stays, Per: period},
			Convention: valuation.Convention{Rate: effective(rt, rate, period), Horizon: valuation.Horizon{N: n, Period: period}, Rounding: money},
			Workers:    rapid.IntRange(0, 3).Draw(rt, "workers"),
		}
		c, err := valuation.CurrentOf(h, setup)
		if err != nil {
			rt.Fatal(err)
		}
		for i := range c.Len() {
			per := new(big.Rat).Quo(h.Values().At(i).Rat(), big.NewRat(int64(list[i].Visits), 1))
			per.Mul(per, stays.Rat())
			want := roundRat(summed(per, big.NewRat(1, 1), dec(rate).Rat(), n, valuation.EndOfPeriod, true), money)
			if got := c.Values().At(i); !got.Equal(want) {
				rt.Fatalf("guest %d with %s: got %s, want %s", i, h.Values().At(i), got, want)
			}
		}
	})
}

func TestPartsAddUpToTheCent(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		var list []hotelcrm.Summary
		var scores []valuation.Score
		revenue := decimal.Decimal{}
		for i := range rapid.IntRange(1, 8).Draw(rt, "guests") {
			one := hotelcrm.Summary{Guest: string(rune('a' + i)), First: today.AddDays(-rapid.IntRange(1, 3000).Draw(rt, "days")), Last: today, Visits: rapid.IntRange(1, 9).Draw(rt, "visits"), Revenue: decimal.New(someCents().Draw(rt, "revenue"), -2)}
			list, scores = append(list, one), append(scores, valuation.Score(rapid.Int64Range(0, 1_000_000_000).Draw(rt, "score")))
			revenue = revenue.Add(one.Revenue)
		}
		s, err := hotelcrm.NewSummaries("EUR", today, list)
		if err != nil {
			rt.Skip(err)
		}
		cost := decimal.New(rapid.Int64Range(0, 1e15).Draw(rt, "cost"), -2)
		h, err := valuation.HistoricOf(s, valuation.CostBasis{Total: cost, Guests: s.Len()}, places(2))
		if err != nil {
			rt.Fatal(err)
		}
		if got := h.Values().Sum(); !got.Equal(revenue.Sub(cost)) {
			rt.Fatalf("historic values add up to %s, revenue less cost is %s", got, revenue.Sub(cost))
		}
		c := currentOf(rt, h, usualCents(rt))
		p, err := valuation.NewPotential(scores, nil)
		if err != nil {
			rt.Fatal(err)
		}
		u := valuation.Uplift{Top: 1_000_000_000, AtTop: decimal.New(rapid.Int64Range(0, 500).Draw(rt, "uplift"), -2)}
		v := incrementalOf(rt, c, p, u)
		m := medianMatrix(rt, c, p)
		l, err := valuation.LifetimeOf(v, m)
		if err != nil {
			rt.Fatal(err)
		}
		for i := range l.Len() {
			one := l.At(i)
			sum := one.Historic.Amount.Add(one.Current.Amount).Add(one.Incremental.Decimal)
			if !sum.Equal(one.Total.Decimal) || !sum.Equal(l.Totals().At(i)) {
				rt.Fatalf("parts add up to %s, the total is %s", sum, one.Total.Decimal)
			}
			want := new(big.Rat)
			if current := one.Current.Amount; current.IsPositive() {
				want.Mul(current.Rat(), u.AtTop.Rat())
				want.Mul(want, big.NewRat(int64(scores[i]), int64(u.Top)))
			}
			if rounded := roundRat(want, places(2)); !one.Incremental.Decimal.Equal(rounded) {
				rt.Fatalf("incremental %s, want %s", one.Incremental.Decimal, rounded)
			}
		}
		guests, classed := 0, decimal.Decimal{}
		for _, share := range m.Shares() {
			guests += share.Guests
			classed = classed.Add(share.Current)
		}
		if guests != s.Len() || !classed.Equal(c.Values().Sum()) {
			rt.Fatalf("classes hold %d guests with %s, all are %d with %s", guests, classed, s.Len(), c.Values().Sum())
		}
	})
}

func usualCents(t failer) valuation.CurrentSetup {
	c := under(t, "0.08", 5, 0)
	c.Rounding = places(2)
	return valuation.CurrentSetup{Convention: c, Workers: 2}
}

func medianMatrix(t failer, c *valuation.Current, p *valuation.Potential) *valuation.Matrix {
	t.Helper()
	m, err := valuation.MatrixOf(c, p, valuation.MatrixSetup{})
	if err != nil {
		t.Fatalf("%v", err)
	}
	return m
}

// The workers of the register serve the values too, and change none.
func TestWorkersOfTheRegisterChangeNoValue(t *testing.T) {
	first := map[int]string{}
	for _, workers := range []int{1, 3, 16} {
		r, err := hotelcrm.NewRegister(hotelcrm.Setup{
			Currency: "EUR", Form: hotelcrm.Tallies, Policy: hotelcrm.Policy{Visit: hotelcrm.ByStay}, Workers: workers,
		})
		if err != nil {
			t.Fatal(err)
		}
		var c hotelcrm.Columns
		for i := range 5_000 {
			c.GuestNumber = append(c.GuestNumber, uint64(i*i%701))
			c.Arrival = append(c.Arrival, today.AddDays(-i*7%3660))
			c.RoomRevenue = append(c.RoomRevenue, int64(i*37%9_000))
		}
		c.Departure = c.Arrival
		if err := r.AddColumns(c); err != nil {
			t.Fatal(err)
		}
		s, err := r.Summaries(today, hotelcrm.Window{})
		if err != nil {
			t.Fatal(err)
		}
		setup := usualCents(t)
		setup.Workers = 0
		values := currentOf(t, historicOf(t, s, "9876.54", s.Len()), setup)
		p, err := valuation.NewPotential(make([]valuation.Score, s.Len()), nil)
		if err != nil {
			t.Fatal(err)
		}
		classes := medianMatrix(t, values, p).Classes()
		for i := range s.Len() {
			text := values.Values().At(i).String() + " " + classes[i].String()
			if before, ok := first[i]; ok && before != text {
				t.Fatalf("guest %d with %d workers: %s, with one %s", i, workers, text, before)
			}
			first[i] = text
		}
	}
}
