package valuation_test

import (
	"math/big"
	"slices"
	"testing"

	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/valuation"
	"github.com/shopspring/decimal"
	"pgregory.net/rapid"
)

// factors returns what a payment of the first period is worth and by what each later one is worth less, at a rate whose
// half period is rational where payments fall in the middle.
func factors(t *rapid.T, c *valuation.Convention) (lead, v *big.Rat) {
	if c.Timing == valuation.MiddleOfPeriod {
		c.Rate = effective(t, "0.44", valuation.Year)
	}
	v = new(big.Rat).Add(c.Rate.Per(valuation.Year).Rat(), big.NewRat(1, 1))
	v.Inv(v)
	switch c.Timing {
	case valuation.StartOfPeriod:
		return big.NewRat(1, 1), v
	case valuation.MiddleOfPeriod:
		return big.NewRat(5, 6), v
	}
	return v, v
}

func TestRetentionIsCorrectlyRounded(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var m valuation.Retention
		for i := range rapid.IntRange(1, 12).Draw(t, "periods") {
			m.Margins = append(m.Margins, decimal.New(rapid.Int64Range(-2000, 9000).Draw(t, "margin"), -2))
			if i > 0 {
				m.Rates = append(m.Rates, decimal.New(rapid.Int64Range(0, 20).Draw(t, "rate"), 0).Div(dec("20")))
			}
		}
		c := drawConvention(t)
		term, v := factors(t, &c)
		term, sum := new(big.Rat).Set(term), new(big.Rat)
		for i, margin := range m.Margins {
			if i > 0 {
				term.Mul(term, v).Mul(term, m.Rates[i-1].Rat())
			}
			sum.Add(sum, new(big.Rat).Mul(term, margin.Rat()))
		}
		got, err := m.Value(c)
		if want := roundRat(sum, c.Rounding); err != nil || !got.Amount.Equal(want) {
			t.Fatalf("got %v, %v, want %v of %+v %v", got.Amount, err, want, m, c)
		}
	})
}

func TestChainIsCorrectlyRounded(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		chain, c := drawChain(t), drawConvention(t)
		lead, v := factors(t, &c)
		values := make([]*big.Rat, len(chain.States))
		for i := range values {
			values[i] = new(big.Rat)
		}
		for range c.Horizon.N {
			next := make([]*big.Rat, len(values))
			for i := range next {
				next[i] = chain.Reward[i].Rat()
				for j, p := range chain.Transition[i] {
					term := new(big.Rat).Mul(p.Rat(), v)
					next[i].Add(next[i], term.Mul(term, values[j]))
				}
			}
			values = next
		}
		got, err := chain.Value(c)
		if err != nil {
			t.Fatalf("%v", err)
		}
		for i, value := range values {
			if want := roundRat(value.Mul(value, lead), c.Rounding); !got.States[i].Amount.Equal(want) {
				t.Fatalf("state %d: got %v, want %v", i, got.States[i].Amount, want)
			}
		}
	})
}

func TestRetentionFallsInTheRateAndRisesInRetention(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		m, c := melting(), yearly(t, "0.1", 0, places(9))
		c.Timing = valuation.Timing(rapid.IntRange(1, 3).Draw(t, "timing"))
		value := func() decimal.Decimal {
			got, err := m.Value(c)
			if err != nil {
				t.Fatalf("%v", err)
			}
			return got.Amount
		}
		base := value()
		c.Rate = effective(t, "0.11", valuation.Year)
		dearer := value()
		c.Rate = effective(t, "0.1", valuation.Year)
		m.Rates[rapid.IntRange(0, 4).Draw(t, "period")] = dec("0.8")
		if loyal := value(); !dearer.LessThan(base) || !loyal.GreaterThan(base) {
			t.Fatalf("%v becomes %v at a higher rate and %v at a higher retention", base, dearer, loyal)
		}
	})
}

// The curve against the product of its definition in whole fractions, spell by spell.
func TestSurvivalMeetsTheSlowProduct(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		list := drawSpells(t, "spells")
		curve, err := valuation.KaplanMeier(list)
		if err != nil {
			t.Fatalf("%v", err)
		}
		rate, median := big.NewRat(1, 1), -1
		for time := range 13 {
			ended, atRisk := int64(0), int64(0)
			for _, spell := range list {
				if spell.Length >= time {
					atRisk++
				}
				if spell.Length == time && spell.Ended {
					ended++
				}
			}
			if atRisk > 0 {
				rate.Mul(rate, big.NewRat(atRisk-ended, atRisk))
			}
			if want, _ := rate.Float64(); curve.At(time) != want {
				t.Fatalf("at %d got %v, want %v", time, curve.At(time), want)
			}
			if median < 0 && rate.Cmp(big.NewRat(1, 2)) <= 0 {
				median = time
			}
		}
		if got, ok := curve.Median(); ok != (median >= 0) || ok && got != median {
			t.Fatalf("got median %d %v, want %d", got, ok, median)
		}
	})
}

// The order of guests in the columns changes no cell.
func TestCohortsIgnoreTheOrderOfGuests(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		months := rapid.SliceOfN(rapid.SliceOfNDistinct(rapid.IntRange(1, 12), 0, 5, rapid.ID[int]), 0, 12).Draw(t, "guests")
		for _, list := range months {
			slices.Sort(list)
		}
		end := hotelcrm.DateOf(2024, 10, 31)
		offsets, arrivals := columnsOf(months)
		got, err := valuation.CohortsOf(offsets, arrivals, valuation.Month, end)
		offsets, arrivals = columnsOf(rapid.Permutation(months).Draw(t, "order"))
		again, againErr := valuation.CohortsOf(offsets, arrivals, valuation.Month, end)
		if err != nil || againErr != nil || got.Later() != again.Later() {
			t.Fatalf("%v %v", err, againErr)
		}
		if !slices.EqualFunc(got.Table(), again.Table(), sameCohort) || !slices.Equal(got.Turnover(), again.Turnover()) {
			t.Fatalf("got %v, in another order %v", got.Table(), again.Table())
		}
	})
}

func sameCohort(a, b valuation.Cohort) bool {
	return a.Period == b.Period && a.Start == b.Start && slices.Equal(a.Cells, b.Cells)
}
