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

// Profit per stay, stays a year, rate and years of the published example and two more.
func TestCurrentValueMeetsTheTable(t *testing.T) {
	tests := []struct {
		profit, stays, rate string
		n                   int
		want                string
	}{
		{"300", "4", "0.08", 5, "4791.252044"},
		{"300", "4", "0.08", 3, "3092.516385"},
		{"120", "2", "0.1", 3, "596.844478"},
		{"-120", "2", "0.1", 3, "-596.844478"},
		{"300", "0", "0.08", 5, "0"},
	}
	for _, test := range tests {
		got, err := valuation.CurrentValue(dec(test.profit), dec(test.stays), yearly(t, test.rate, test.n, places(6)))
		if err != nil || !got.Amount.Equal(dec(test.want)) {
			t.Errorf("%+v: got %v, %v", test, got.Amount, err)
		}
	}
	good := yearly(t, "0.1", 3, places(2))
	_, err := valuation.CurrentValue(dec("1"), dec("-1"), good)
	refusetest.Param(t, err, "stays")
	_, err = valuation.CurrentValue(dec("1"), decimal.New(1, 1<<30), good)
	refusetest.Param(t, err, "stays")
	_, err = valuation.CurrentValue(decimal.New(1, 1<<30), dec("1"), good)
	refusetest.Param(t, err, "profitPerStay")
}

func currentOf(t failer, h *valuation.Historic, setup valuation.CurrentSetup) *valuation.Current {
	t.Helper()
	c, err := valuation.CurrentOf(h, setup)
	if err != nil {
		t.Fatalf("%v", err)
	}
	return c
}

func TestCurrentValuesOfAllGuests(t *testing.T) {
	s := summariesOf(t, guest{4, 365, "1300"}, guest{2, 730, "340"}, guest{1, 5, "60"}, guest{3, -1, "500"})
	h := historicOf(t, s, "400", 4) // 100 each
	c := currentOf(t, h, valuation.CurrentSetup{Convention: yearly(t, "0.08", 5, places(6))})
	want := []struct {
		profit, stays, amount string
	}{
		{"300", "4", "4791.252044"},
		{"120", "1", "479.125204"},
		{"-40", "1", "-159.708401"},
		{"133.333333", "0", "0"}, // the first arrival is not known
	}
	for i, w := range want {
		got := c.At(i)
		if !got.ProfitPerStay.Equal(dec(w.profit)) || !got.Stays.Equal(dec(w.stays)) || !got.Amount.Equal(dec(w.amount)) || got.Known != (i < 3) {
			t.Errorf("guest %d: got %+v, want %+v", i, got, w)
		}
	}
	if w := c.Warnings(); len(w) != 2 || w[0].Code != valuation.WarnNegative || w[1].Code != valuation.WarnUnknownFirst || c.Unknown() != 1 {
		t.Errorf("got warnings %v", w)
	}
	if setup := c.Setup(); setup.Pace.Rule != valuation.OverRelation || setup.Pace.LeastDays != 365 || setup.Convention.Timing != valuation.EndOfPeriod {
		t.Errorf("defaults are not written out: %+v", setup)
	}
}

func TestCurrentPaceGivenByTheMonth(t *testing.T) {
	h := historicOf(t, summariesOf(t, guest{4, 3000, "1300"}), "100", 1)
	setup := valuation.CurrentSetup{Convention: yearly(t, "0.08", 5, places(6))}
	setup.Pace = valuation.Pace{Rule: valuation.Given, Stays: decimal.New(4, 0).Div(decimal.New(12, 0)), Per: valuation.Month}
	if got := currentOf(t, h, setup).Values().At(0); !got.Equal(dec("4791.252044")) {
		t.Errorf("got %v", got)
	}
	setup.Convention.Horizon = valuation.Horizon{}
	c := currentOf(t, h, setup)
	if got := c.Values().At(0); !got.Equal(dec("3092.516385")) || c.Setup().Convention.Horizon.N != 3 {
		t.Errorf("3 years are the default: got %v by %v", got, c.Setup().Convention)
	}
}

func TestCurrentPaceOverTheWindow(t *testing.T) {
	register, err := hotelcrm.NewRegister(hotelcrm.Setup{Currency: "EUR"})
	if err != nil {
		t.Fatal(err)
	}
	for i := range 4 {
		arrival := today.AddDays(-40 * (i + 1))
		stay := hotelcrm.Stay{
			ID: fmt.Sprint(i), Guest: "G1", Arrival: arrival, Departure: arrival.AddDays(1), Status: hotelcrm.Departed,
			Currency: "EUR", Revenue: hotelcrm.Revenue{Rooms: dec("325")},
		}
		if err := register.Add(stay); err != nil {
			t.Fatal(err)
		}
	}
	s, err := register.Summaries(today, hotelcrm.Window{From: today.AddDays(-364)})
	if err != nil {
		t.Fatal(err)
	}
	h := historicOf(t, s, "100", 1)
	setup := valuation.CurrentSetup{Pace: valuation.Pace{Rule: valuation.OverWindow}, Convention: yearly(t, "0.08", 5, places(6))}
	c := currentOf(t, h, setup)
	if got := c.At(0); !got.Amount.Equal(dec("4791.252044")) || !got.Stays.Equal(dec("4")) {
		t.Errorf("got %+v", got)
	}
	if w := h.Warnings(); len(w) != 1 || w[0].Code != valuation.WarnPartial {
		t.Errorf("got warnings %v", w)
	}
}

func TestCurrentRefuses(t *testing.T) {
	h := historicOf(t, summariesOf(t, guest{4, 365, "1300"}), "100", 1)
	tests := []struct {
		name   string
		change func(*valuation.CurrentSetup)
		param  string
	}{
		{"a negative horizon", func(s *valuation.CurrentSetup) { s.Convention.Horizon.N = -1 }, "Horizon.N"},
		{"a rate near -1", func(s *valuation.CurrentSetup) { s.Convention = yearly(t, "-0.9", 40, places(2)) }, "Convention.Horizon"},
		{"an endless horizon", func(s *valuation.CurrentSetup) { s.Convention.Infinite = true }, "Convention.Infinite"},
		{"too many places", func(s *valuation.CurrentSetup) { s.Convention.Rounding.Places = 7 }, "RoundTo.Places"},
		{"an unknown rule", func(s *valuation.CurrentSetup) { s.Pace.Rule = 9 }, "Pace.Rule"},
		{"no window", func(s *valuation.CurrentSetup) { s.Pace.Rule = valuation.OverWindow }, "Pace.Rule"},
		{"negative days", func(s *valuation.CurrentSetup) { s.Pace.LeastDays = -1 }, "Pace.LeastDays"},
		{"no period", func(s *valuation.CurrentSetup) { s.Pace.Rule = valuation.Given }, "Pace.Per"},
		{"negative stays", func(s *valuation.CurrentSetup) {
			s.Pace = valuation.Pace{Rule: valuation.Given, Stays: dec("-1"), Per: valuation.Year}
		}, "Pace.Stays"},
		{"endless stays", func(s *valuation.CurrentSetup) {
			s.Pace = valuation.Pace{Rule: valuation.Given, Stays: decimal.New(1, 1<<30), Per: valuation.Year}
		}, "Pace.Stays"},
		{"negative workers", func(s *valuation.CurrentSetup) { s.Workers = -1 }, "CurrentSetup.Workers"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			setup := valuation.CurrentSetup{Convention: yearly(t, "0.1", 5, places(2))}
			test.change(&setup)
			_, err := valuation.CurrentOf(h, setup)
			refusetest.Param(t, err, test.param)
		})
	}
	_, err := valuation.CurrentOf(nil, valuation.CurrentSetup{})
	refusetest.Param(t, err, "historic")
}

func drawSetup(t *rapid.T) valuation.CurrentSetup {
	setup := valuation.CurrentSetup{Convention: drawConvention(t), Workers: rapid.SampledFrom([]int{0, 1, 2, 7}).Draw(t, "workers")}
	if setup.Convention.Timing == valuation.MiddleOfPeriod {
		setup.Convention.Rate = effective(t, "0.44", valuation.Year)
	}
	if rapid.Bool().Draw(t, "given") {
		stays := decimal.New(rapid.Int64Range(0, 5000).Draw(t, "stays"), -2)
		setup.Pace = valuation.Pace{Rule: valuation.Given, Stays: stays, Per: valuation.Month}
	} else {
		setup.Pace.LeastDays = rapid.IntRange(1, 800).Draw(t, "least")
	}
	return setup
}

func TestCurrentValuesAreCorrectlyRounded(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		guests, setup := drawGuests(t), drawSetup(t)
		s := summariesOf(t, guests...)
		h := historicOf(t, s, decimal.New(rapid.Int64Range(0, 1e8).Draw(t, "cost"), -2).String(), s.Len())
		c := currentOf(t, h, setup)
		for i, g := range guests {
			stays := new(big.Rat).Mul(setup.Pace.Stays.Rat(), big.NewRat(12, 1))
			if setup.Pace.Rule != valuation.Given {
				stays.SetFrac64(int64(g.visits)*365, int64(max(g.days, setup.Pace.LeastDays)))
			}
			want := plainAnnuity(certain("1"), setup.Convention, big.NewRat(5, 6))
			want.Mul(want, stays).Mul(want, h.Values().At(i).Rat()).Quo(want, big.NewRat(int64(g.visits), 1))
			if rounded := roundRat(want, setup.Convention.Rounding); !c.Values().At(i).Equal(rounded) {
				t.Fatalf("guest %d: got %v, want %v (%s)", i, c.Values().At(i), rounded, want.FloatString(9))
			}
		}
	})
}

// Where no number is rational, the bulk path is held against single annuities, which are computed to 60 digits.
func TestCurrentValuesEqualSingleAnnuities(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		guests := drawGuests(t)
		for i := range guests {
			guests[i].visits = rapid.SampledFrom([]int{1, 2, 4, 5, 64, 100}).Draw(t, "visits")
		}
		s := summariesOf(t, guests...)
		h := historicOf(t, s, "99.97", s.Len())
		setup := valuation.CurrentSetup{
			Pace:       valuation.Pace{Rule: valuation.Given, Stays: decimal.New(rapid.Int64Range(0, 500).Draw(t, "stays"), rapid.Int32Range(-3, 14).Draw(t, "exponent")), Per: valuation.Month},
			Convention: drawConvention(t),
		}
		setup.Convention.Horizon.Period = valuation.Month
		c := currentOf(t, h, setup)
		for i, g := range guests {
			perStay := h.Values().At(i).Mul(dec("1").Div(decimal.New(int64(g.visits), 0)))
			want, err := valuation.CurrentValue(perStay, setup.Pace.Stays, setup.Convention)
			if err != nil || !want.Amount.Equal(c.Values().At(i)) {
				t.Fatalf("guest %d: got %v in bulk, %v alone, %v", i, c.Values().At(i), want.Amount, err)
			}
		}
	})
}

// Numbers that fit no integers of 128 bits, or lie on a boundary of rounding, take the slow path to the same end.
func TestCurrentValuesBeyondIntegers(t *testing.T) {
	const halfTo40 = "0.0000000000009094947017729282379150390625"
	tests := []struct {
		name, revenue, stays string
		mode                 hotelcrm.Rounding
		want                 string
	}{
		{"a pace too large", "0.01", "100000000000000000000", hotelcrm.RoundHalfEven, "1000000000000000000"},
		{"a result too large", "10000000000000000", "10000", hotelcrm.RoundHalfEven, "100000000000000000000"},
		{"an amount too large", "100000000000000000000", "0.5", hotelcrm.RoundHalfEven, "50000000000000000000"},
		{"on a whole cent, down", "80000000", "0.000000000125", hotelcrm.RoundFloor, "0.01"},
		{"on a whole cent, up", "80000000", "0.000000000125", hotelcrm.RoundUp, "0.01"},
		{"above it, up", "80000000.01", "0.000000000125", hotelcrm.RoundUp, "0.02"},
		{"on half a cent", "40000000", "0.000000000125", hotelcrm.RoundHalfEven, "0"},
		{"on minus half a cent", "-40000000", "0.000000000125", hotelcrm.RoundHalfUp, "-0.01"},
		{"above half a cent", "40000000.01", "0.000000000125", hotelcrm.RoundHalfEven, "0.01"},
		{"on half a cent, short", "0.05", "0.1", hotelcrm.RoundHalfEven, "0"},
		{"on one and a half, short", "0.15", "0.1", hotelcrm.RoundHalfEven, "0.02"},
		{"on two and a half, short", "-0.25", "0.1", hotelcrm.RoundHalfEven, "-0.02"},
		{"2^39 cents by 2^-40", "5497558138.88", halfTo40, hotelcrm.RoundHalfEven, "0"},
		{"2^39 cents by 2^-40, up", "5497558138.88", halfTo40, hotelcrm.RoundHalfUp, "0.01"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			h := historicOf(t, summariesOf(t, guest{1, 1, test.revenue}), "0", 1)
			setup := valuation.CurrentSetup{Pace: valuation.Pace{Rule: valuation.Given, Stays: dec(test.stays), Per: valuation.Year}}
			setup.Convention = yearly(t, "0", 1, hotelcrm.RoundTo{Places: 2, Mode: test.mode})
			c := currentOf(t, h, setup)
			if got := c.Values().At(0); !got.Equal(dec(test.want)) || c.Historic() != h {
				t.Errorf("got %v, want %s", got, test.want)
			}
		})
	}
}
