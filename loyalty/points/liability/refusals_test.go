package liability_test

import (
	"math/big"
	"testing"

	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/internal/refusetest"
	"github.com/hotelcrm/hotelcrm/loyalty/points/liability"
	"github.com/shopspring/decimal"
	"pgregory.net/rapid"
)

func TestArgumentsOutOfRangeAreRefused(t *testing.T) {
	ok := liability.Row{Issued: 10, Cumulative: []int64{1, 2}}
	one := liability.Points(1)
	ladder := func(tail liability.Exact, rows ...liability.Row) func() error {
		return func() error { _, err := liability.ChainLadder(rows, tail); return err }
	}
	allocate := func(price string, weights ...string) func() error {
		var w []decimal.Decimal
		for _, text := range weights {
			w = append(w, dec(text))
		}
		return func() error { _, err := liability.Allocate(dec(price), w...); return err }
	}
	catchUp := func(amount liability.Exact, s liability.Step) func() error {
		return func() error { _, err := liability.CatchUp(amount, s); return err }
	}
	revenue := func(d liability.Deferral) func() error {
		return func() error { _, err := d.Revenue(0, false); return err }
	}
	tests := []struct {
		name, param string
		call        func() error
	}{
		{"no rows", "rows", ladder(one)},
		{"no tail", "tail", ladder(liability.Exact{}, ok)},
		{"no ages", "rows[0].Cumulative", ladder(one, liability.Row{Issued: 10})},
		{"younger vintage is older", "rows[1].Cumulative", ladder(one, liability.Row{Issued: 1, Cumulative: []int64{1}}, ok)},
		{"nothing issued", "rows[0].Issued", ladder(one, liability.Row{Cumulative: []int64{1}})},
		{"negative redemption", "rows[0].Cumulative", ladder(one, liability.Row{Issued: 1, Cumulative: []int64{-1}})},
		{"nothing redeemed at first", "rows", ladder(one, liability.Row{Issued: 1, Cumulative: []int64{0, 1}})},
		{"negative price", "price", allocate("-1", "1")},
		{"negative part", "standAlone[1]", allocate("1", "1", "-1")},
		{"no parts", "standAlone", allocate("1", "0")},
		{"hostile exponent", "price", allocate("1e9999", "1")},
		{"negative amount", "amount", catchUp(liability.Points(-1), liability.Step{Expected: one})},
		{"nothing expected", "steps[0]", catchUp(one, liability.Step{})},
		{"more redeemed than expected", "steps[0]", catchUp(one, liability.Step{Redeemed: 2, Expected: one})},
		{"no points", "Deferral.Points", revenue(liability.Deferral{Breakage: liability.Remote})},
		{"negative deferral", "Deferral.Amount", revenue(liability.Deferral{Amount: liability.Points(-1), Points: 1, Breakage: liability.Remote})},
		{"more expected than given", "Deferral.Expected", revenue(liability.Deferral{Points: 1, Expected: liability.Points(2), Breakage: liability.Proportional})},
		{"negative cost", "perPoint", func() error { _, err := liability.Cost(one, dec("-1")); return err }},
		{"negative points", "toRedeem", func() error { _, err := liability.Cost(liability.Points(-1), dec("1")); return err }},
		{"places", "RoundTo.Places", func() error { _, err := one.Round(hotelcrm.RoundTo{Places: 19, Mode: hotelcrm.RoundUp}); return err }},
		{"mode", "RoundTo.Mode", func() error { _, err := one.Round(hotelcrm.RoundTo{Places: 2}); return err }},
		{"ratio", "b", func() error { _, err := liability.Ratio(1, 0); return err }},
		{"allocation of three", "a", func() error {
			a, _ := liability.Allocate(dec("1"), dec("1"), dec("1"), dec("1"))
			_, err := liability.SaleEntry(a, 2)
			return err
		}},
		{"value before", "before", func() error { _, err := liability.RollForward{}.Value(liability.Points(-1), one); return err }},
		{"value after", "after", func() error { _, err := liability.RollForward{}.Value(one, liability.Points(-1)); return err }},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			refusetest.Param(t, test.call(), test.param)
		})
	}
}

// Rounding by two digits more and a last one that says whether anything is left, against all of the fraction.
func TestRoundIsTheNearestOfTheFraction(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a := rapid.Int64Range(-1_000_000, 1_000_000).Draw(t, "a")
		b := rapid.Int64Range(1, 9999).Draw(t, "b")
		places := rapid.IntRange(0, 4).Draw(t, "places")
		mode := hotelcrm.Rounding(rapid.IntRange(1, 6).Draw(t, "mode"))
		x, err := liability.Ratio(a, b)
		if err != nil {
			t.Fatal(err)
		}
		got, err := x.Round(hotelcrm.RoundTo{Places: places, Mode: mode})
		if err != nil {
			t.Fatal(err)
		}
		if want := oracle(x.Rat(), places, mode); got.Rat().Cmp(want) != 0 {
			t.Fatalf("%s at %d places, %v = %s, want %s", x, places, mode, got, want.FloatString(places))
		}
	})
}

// oracle rounds by comparing the fraction with its two neighbours.
func oracle(x *big.Rat, places int, mode hotelcrm.Rounding) *big.Rat {
	unit := new(big.Rat).SetInt(new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(places)), nil))
	scaled := new(big.Rat).Mul(x, unit)
	floor := new(big.Int).Div(scaled.Num(), scaled.Denom()) // Euclidean: towards minus infinity, as the divisor is positive
	rest := new(big.Rat).Sub(scaled, new(big.Rat).SetInt(floor))
	half := rest.Cmp(big.NewRat(1, 2))
	up := false
	switch mode {
	case hotelcrm.RoundHalfEven:
		up = half > 0 || half == 0 && floor.Bit(0) == 1
	case hotelcrm.RoundHalfUp:
		up = half > 0 || half == 0 && x.Sign() > 0
	case hotelcrm.RoundUp:
		up = rest.Sign() > 0 && x.Sign() > 0
	case hotelcrm.RoundDown:
		up = rest.Sign() > 0 && x.Sign() < 0
	case hotelcrm.RoundCeiling:
		up = rest.Sign() > 0
	}
	if up {
		floor.Add(floor, big.NewInt(1))
	}
	return new(big.Rat).Quo(new(big.Rat).SetInt(floor), unit)
}

func TestMoreRedeemedThanIssuedIsAWarning(t *testing.T) {
	l, err := liability.ChainLadder([]liability.Row{
		{Issued: 100, Cumulative: []int64{10, 90}}, {Issued: 100, Cumulative: []int64{50}},
	}, liability.Points(1))
	if err != nil || len(l.Warnings) != 1 || l.Warnings[0].Code != liability.WarnAboveIssued || l.Warnings[0].N != 1 {
		t.Errorf("warnings %+v, %v", l.Warnings, err)
	}
}

func TestNamesRoundTrip(t *testing.T) {
	for b := liability.Proportional; b <= liability.Unclaimed; b++ {
		var got liability.Breakage
		if text, err := b.MarshalText(); err != nil || got.UnmarshalText(text) != nil || got != b {
			t.Errorf("%v is read as %v, %v", b, got, err)
		}
	}
	for r := liability.Receivable; r <= liability.Provision; r++ {
		var got liability.Role
		if text, err := r.MarshalText(); err != nil || got.UnmarshalText(text) != nil || got != r {
			t.Errorf("%v is read as %v, %v", r, got, err)
		}
	}
}
