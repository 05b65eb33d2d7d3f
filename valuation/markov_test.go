package valuation_test

import (
	"fmt"
	"math/big"
	"slices"
	"strings"
	"testing"

	gocmp "github.com/google/go-cmp/cmp"
	"github.com/hotelcrm/hotelcrm/internal/refusetest"
	"github.com/hotelcrm/hotelcrm/valuation"
	"github.com/shopspring/decimal"
	"pgregory.net/rapid"
)

// Pfeifer and Carraway (2000): net contribution 40, cost of mailing 4.
func mailed(t failer) valuation.Chain {
	t.Helper()
	c, err := valuation.RecencyChain(decs("0.3", "0.2", "0.15", "0.05"), dec("40"), dec("4"))
	if err != nil {
		t.Fatalf("%v", err)
	}
	return c
}

func amounts(v valuation.ChainValue) string {
	var out []string
	for _, state := range v.States {
		out = append(out, state.Amount.String())
	}
	return strings.Join(out, " ")
}

func TestChainMeetsPfeiferAndCarraway(t *testing.T) {
	chain := mailed(t)
	five := yearly(t, "0.2", 5, places(10))
	five.Timing = valuation.StartOfPeriod
	dropped, err := chain.Stop("recency 4")
	if err != nil {
		t.Fatal(err)
	}
	tests := []struct {
		name  string
		chain valuation.Chain
		c     valuation.Convention
		want  string
	}{
		{"forever", chain, forever(t, "0.2", valuation.StartOfPeriod, 10), "52.3196094386 5.5537835639 1.2507729862 -1.8200162734 0"},
		{"five payments", chain, five, "50.1149691358 4.2199074074 0.5921103395 -1.9801311728 0"},
		{"no mail after recency 3", dropped, forever(t, "0.2", valuation.StartOfPeriod, 10), "53.1494252874 6.6206896552 2.6436781609 0 0"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			got, err := test.chain.Value(test.c)
			if err != nil || amounts(got) != test.want {
				t.Errorf("got %s, %v, want %s", amounts(got), err, test.want)
			}
		})
	}
}

func TestBestStopsDropTheNegativeState(t *testing.T) {
	got, err := mailed(t).BestStops(forever(t, "0.2", valuation.StartOfPeriod, 10))
	if err != nil {
		t.Fatal(err)
	}
	if diff := gocmp.Diff([]string{"recency 4"}, got.Stop); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if amounts(got.Always) != "52.3196094386 5.5537835639 1.2507729862 -1.8200162734 0" || amounts(got.Best) != "53.1494252874 6.6206896552 2.6436781609 0 0" {
		t.Errorf("got always %s, best %s", amounts(got.Always), amounts(got.Best))
	}
	_, err = mailed(t).BestStops(yearly(t, "0.2", 5, places(2)))
	refusetest.Param(t, err, "Convention.Infinite")
	_, err = valuation.Chain{}.BestStops(forever(t, "0.2", 0, 2))
	refusetest.Param(t, err, "Chain.States")
}

// Source: phpOMS, tests/Business/Marketing/MetricsTest.php, testMigrationModel, which prints 231.08, 57.29, 21.01 and 0;
// the other places were recomputed.
func TestChainMeetsTheMigrationModelOfPhpOMS(t *testing.T) {
	chain, err := valuation.RecencyChain(decs("0.5", "0.2", "0.1"), dec("100"), dec("0"))
	if err != nil {
		t.Fatal(err)
	}
	got, err := chain.Value(forever(t, "0.1", valuation.StartOfPeriod, 10))
	if err != nil || amounts(got) != "231.0763888889 57.2916666667 21.0069444444 0" {
		t.Errorf("got %s, %v", amounts(got), err)
	}
}

func TestChainRefuses(t *testing.T) {
	tests := []struct {
		name   string
		change func(*valuation.Chain, *valuation.Convention)
		param  string
	}{
		{"a row short of 1", func(c *valuation.Chain, _ *valuation.Convention) { c.Transition[2][0] = dec("0.1499") }, "Chain.Transition[2]"},
		{"a row above 1", func(c *valuation.Chain, _ *valuation.Convention) { c.Transition[4][0] = dec("0.1") }, "Chain.Transition[4]"},
		{"a negative chance", func(c *valuation.Chain, _ *valuation.Convention) {
			c.Transition[1][0], c.Transition[1][2] = dec("-0.2"), dec("1.2")
		}, "Chain.Transition[1][0]"},
		{"a short row", func(c *valuation.Chain, _ *valuation.Convention) { c.Transition[1] = decs("1") }, "Chain.Transition[1]"},
		{"a missing row", func(c *valuation.Chain, _ *valuation.Convention) { c.Transition = c.Transition[1:] }, "Chain.Transition"},
		{"a missing reward", func(c *valuation.Chain, _ *valuation.Convention) { c.Reward = nil }, "Chain.Reward"},
		{"a reward with an endless exponent", func(c *valuation.Chain, _ *valuation.Convention) { c.Reward[1] = decimal.New(1, 1<<30) }, "Chain.Reward[1]"},
		{"two states alike", func(c *valuation.Chain, _ *valuation.Convention) { c.States[3] = "recency 1" }, "Chain.States[3]"},
		{"no states", func(c *valuation.Chain, _ *valuation.Convention) { *c = valuation.Chain{} }, "Chain.States"},
		{"too many states", func(c *valuation.Chain, _ *valuation.Convention) { c.States = make([]string, 201) }, "Chain.States"},
		{"endless without discount", func(_ *valuation.Chain, c *valuation.Convention) {
			c.Rate, c.Infinite = effective(t, "0", valuation.Year), true
		}, "Convention.Rate"},
		{"a negative horizon", func(_ *valuation.Chain, c *valuation.Convention) { c.Horizon.N = -1 }, "Horizon.N"},
		{"a horizon of centuries", func(_ *valuation.Chain, c *valuation.Convention) { c.Horizon.N = 601 }, "Horizon.N"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			chain, c := mailed(t), yearly(t, "0.2", 5, places(2))
			test.change(&chain, &c)
			_, err := chain.Value(c)
			refusetest.Param(t, err, test.param)
		})
	}
	_, err := mailed(t).Stop("recency 9")
	refusetest.Param(t, err, "states")
	_, err = valuation.Chain{}.Stop()
	refusetest.Param(t, err, "Chain.States")
	_, err = valuation.RecencyChain(nil, dec("1"), dec("1"))
	refusetest.Param(t, err, "purchase")
	_, err = valuation.Effective(dec("-1"), valuation.Year)
	refusetest.Param(t, err, "rate")
}

// drawChain returns a chain of any shape.
func drawChain(t *rapid.T) valuation.Chain {
	n := rapid.IntRange(1, 5).Draw(t, "states")
	var c valuation.Chain
	for i := range n {
		left := int64(100)
		row := make([]decimal.Decimal, n)
		for j := range n - 1 {
			part := rapid.Int64Range(0, left).Draw(t, "chance")
			row[j], left = decimal.New(part, -2), left-part
		}
		row[n-1] = decimal.New(left, -2)
		c.States = append(c.States, fmt.Sprint("state ", i))
		c.Transition = append(c.Transition, row)
		c.Reward = append(c.Reward, decimal.New(rapid.Int64Range(-3000, 9000).Draw(t, "reward"), -2))
	}
	return c
}

// The solution is checked by putting it in: V = R + P·V/(1+d), each state to a unit of the last place.
func TestChainForeverSolvesItsEquation(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c := drawChain(t)
		const digits = 18
		got, err := c.Value(forever(t, "0.25", valuation.StartOfPeriod, digits))
		if err != nil {
			t.Fatalf("%v", err)
		}
		for i := range c.States {
			want := c.Reward[i].Rat()
			for j, p := range c.Transition[i] {
				term := new(big.Rat).Mul(p.Rat(), got.States[j].Amount.Rat())
				want.Add(want, term.Mul(term, big.NewRat(4, 5)))
			}
			gap := want.Sub(want, got.States[i].Amount.Rat())
			if gap.Abs(gap).Cmp(big.NewRat(2, 1e18)) > 0 {
				t.Fatalf("state %d: %v does not solve the equation", i, got.States[i].Amount)
			}
		}
	})
}

func TestChainOfLongHorizonMeetsForever(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c, timing := drawChain(t), valuation.Timing(rapid.IntRange(1, 3).Draw(t, "timing"))
		long := yearly(t, "0.25", 300, places(9)) // 1.25^-300 is below 1e-29
		long.Timing = timing
		got, err := c.Value(long)
		want, wantErr := c.Value(forever(t, "0.25", timing, 9))
		if err != nil || wantErr != nil || amounts(got) != amounts(want) {
			t.Fatalf("got %s, %v, want %s, %v", amounts(got), err, amounts(want), wantErr)
		}
	})
}

func TestMigrationIsTheChainWithoutMail(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var purchase []decimal.Decimal
		for range rapid.IntRange(1, 5).Draw(t, "recencies") {
			purchase = append(purchase, decimal.New(rapid.Int64Range(0, 100).Draw(t, "chance"), -2))
		}
		c := drawConvention(t)
		chain, err := valuation.RecencyChain(purchase, dec("40"), dec("0"))
		if err != nil {
			t.Fatalf("%v", err)
		}
		want, err := chain.Value(c)
		if err != nil {
			t.Fatalf("%v", err)
		}
		got, err := valuation.Migration{Purchase: purchase}.Value(dec("40"), c)
		if err != nil || !got.Amount.Equal(want.States[0].Amount) {
			t.Fatalf("got %v, %v, want %v", got.Amount, err, want.States[0].Amount)
		}
	})
}

func TestChainIgnoresTheOrderOfStates(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c := drawChain(t)
		order := make([]int, len(c.States))
		for i := range order {
			order[i] = i
		}
		order = rapid.Permutation(order).Draw(t, "order")
		var turned valuation.Chain
		for _, i := range order {
			var row []decimal.Decimal
			for _, j := range order {
				row = append(row, c.Transition[i][j])
			}
			turned.States, turned.Transition, turned.Reward = append(turned.States, c.States[i]), append(turned.Transition, row), append(turned.Reward, c.Reward[i])
		}
		conv := forever(t, "0.1", valuation.EndOfPeriod, 6)
		got, err := turned.Value(conv)
		want, wantErr := c.Value(conv)
		if err != nil || wantErr != nil {
			t.Fatalf("%v %v", err, wantErr)
		}
		for k, i := range order {
			if !got.States[k].Amount.Equal(want.States[i].Amount) {
				t.Fatalf("%s: got %v, want %v", c.States[i], got.States[k].Amount, want.States[i].Amount)
			}
		}
	})
}

// All policies are tried: none is better in any state.
func TestBestStopsAreBest(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c, conv := drawChain(t), forever(t, "0.1", valuation.StartOfPeriod, 12)
		got, err := c.BestStops(conv)
		if err != nil {
			t.Fatalf("%v", err)
		}
		for set := range 1 << len(c.States) {
			var stops []string
			for i, state := range c.States {
				if set>>i&1 == 1 {
					stops = append(stops, state)
				}
			}
			other, err := c.Stop(stops...)
			if err != nil {
				t.Fatalf("%v", err)
			}
			value, err := other.Value(conv)
			if err != nil {
				t.Fatalf("%v", err)
			}
			for i := range value.States {
				if value.States[i].Amount.GreaterThan(got.Best.States[i].Amount) {
					t.Fatalf("stopping %v is worth %s, the best %v only %s", stops, amounts(value), got.Stop, amounts(got.Best))
				}
			}
			if slices.Equal(stops, got.Stop) && amounts(value) != amounts(got.Best) {
				t.Fatalf("the best policy %v is said to be worth %s, it is %s", stops, amounts(got.Best), amounts(value))
			}
		}
	})
}

// At a rate of 0.44 a year, a half-year's 1.2 is rational but found by conversion: both ways of solving meet.
func TestChainAtAConvertedRateMeetsTheExactOne(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c, exact := drawChain(t), forever(t, "0", valuation.Timing(rapid.IntRange(1, 2).Draw(t, "timing")), 18)
		exact.Rate, exact.Horizon.Period = effective(t, "0.2", valuation.HalfYear), valuation.HalfYear
		converted := exact
		converted.Rate = effective(t, "0.44", valuation.Year)
		want, err := c.Value(exact)
		got, gotErr := c.Value(converted)
		if err != nil || gotErr != nil || amounts(got) != amounts(want) {
			t.Fatalf("got %s, %v, want %s, %v", amounts(got), gotErr, amounts(want), err)
		}
		few, fewExact := converted, exact
		few.Infinite, fewExact.Infinite, few.Horizon.N = false, false, 7
		fewExact.Horizon = few.Horizon
		want, err = c.Value(fewExact)
		got, gotErr = c.Value(few)
		if err != nil || gotErr != nil || amounts(got) != amounts(want) {
			t.Fatalf("seven periods: got %s, %v, want %s, %v", amounts(got), gotErr, amounts(want), err)
		}
		best, err := c.BestStops(exact)
		also, alsoErr := c.BestStops(converted)
		if err != nil || alsoErr != nil || !slices.Equal(best.Stop, also.Stop) || amounts(best.Best) != amounts(also.Best) {
			t.Fatalf("got %+v, %v, want %+v, %v", also, alsoErr, best, err)
		}
	})
}

// Paying 1 now to have 1 + rate in a year is worth exactly nothing, which a monthly rate, known to 100 digits, cannot
// show: the tie must still go to going on, and the search must end.
func TestBestStopsSeeATieAtAConvertedRate(t *testing.T) {
	for _, rate := range []string{"0.03", "0.07", "0.1", "0.13", "0.15", "0.29"} {
		for _, per := range []valuation.Period{valuation.Quarter, valuation.Month, valuation.Week} {
			periods := per.PerYear()
			chain := valuation.Chain{Reward: make([]decimal.Decimal, periods+2)}
			for i := range periods + 2 {
				row := make([]decimal.Decimal, periods+2)
				row[min(i+1, periods+1)] = dec("1")
				chain.States, chain.Transition = append(chain.States, fmt.Sprint(i)), append(chain.Transition, row)
			}
			chain.Reward[0], chain.Reward[periods] = dec("-1"), dec("1").Add(dec(rate))
			c := forever(t, rate, valuation.StartOfPeriod, 2)
			c.Horizon.Period = per
			got, err := chain.BestStops(c)
			if err != nil || len(got.Stop) != 0 || got.Rounds != 1 || !got.Best.States[0].Amount.IsZero() {
				t.Errorf("%s by %v: got %v after %d rounds, %v, %v", rate, per, got.Stop, got.Rounds, got.Best.States[0].Amount, err)
			}
		}
	}
}
