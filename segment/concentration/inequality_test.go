package concentration_test

import (
	"math/big"
	"testing"

	"github.com/hotelcrm/hotelcrm/internal/refusetest"
	"github.com/shopspring/decimal"
	"pgregory.net/rapid"
)

func TestHerfindahlOfTenGuests(t *testing.T) {
	c := concentrate(t, tenGuests())
	for places, want := range map[int]string{9: "0.2671125", 4: "0.2671", 3: "0.267"} {
		got, ok, err := c.HHI(places)
		if err != nil || !ok || !got.Equal(dec(want)) {
			t.Errorf("%d places: want %s, got %s, %v, %v", places, want, got, ok, err)
		}
	}
	for name, list := range map[string][]decimal.Decimal{"one guest": decs("3"), "one brings all": decs("0", "7", "0")} {
		if got, ok, err := concentrate(t, list).HHI(6); err != nil || !ok || !got.Equal(dec("1")) {
			t.Errorf("%s: want 1, got %s, %v, %v", name, got, ok, err)
		}
	}
	if _, ok, err := concentrate(t, decs("5", "-1")).HHI(6); ok || err != nil {
		t.Errorf("refunds: want none, got %v, %v", ok, err)
	}
	_, _, err := c.HHI(19)
	refusetest.Param(t, err, "places")
}

func TestPublishedUnbiasedGini(t *testing.T) {
	tests := []struct {
		list []decimal.Decimal
		want string
	}{
		{decs("1", "1", "1", "1"), "0"},
		{decs("0", "0", "0", "1"), "1"},
		{decs("1", "2", "3", "4", "5"), "0.333333"},
		{decs("10", "20", "30", "40", "100"), "0.5"},
		{decs("5", "3", "2", "90", "1", "1", "1", "50", "20", "27"), "0.738889"},
	}
	for _, tt := range tests {
		if got, ok, err := concentrate(t, tt.list).GiniUnbiased(6); err != nil || !ok || !got.Equal(dec(tt.want)) {
			t.Errorf("%v: want %s, got %s, %v, %v", tt.list, tt.want, got, ok, err)
		}
	}
	if _, ok, err := concentrate(t, decs("4")).GiniUnbiased(6); ok || err != nil {
		t.Errorf("one guest: want none, got %v, %v", ok, err)
	}
	_, _, err := concentrate(t, decs("4")).GiniUnbiased(-1)
	refusetest.Param(t, err, "places")
}

// Sums that pass 64 and 128 bits, against fractions.
func TestInequalityEqualsFractions(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var list []decimal.Decimal
		scale := rapid.SampledFrom([]int64{1, 1000, 9_000_000_000_000_000_000}).Draw(t, "scale")
		total, squares := new(big.Rat), new(big.Rat)
		for range rapid.IntRange(2, 12).Draw(t, "n") {
			x := decimal.New(rapid.Int64Range(0, scale).Draw(t, "cents"), -2)
			list = append(list, x)
			total.Add(total, x.Rat())
			squares.Add(squares, new(big.Rat).Mul(x.Rat(), x.Rat()))
		}
		if total.Sign() == 0 {
			return
		}
		c := concentrate(t, list)
		want := roundHalfEven(squares.Quo(squares, total.Mul(total, total)), 9)
		if got, ok, err := c.HHI(9); err != nil || !ok || !got.Equal(want) {
			t.Fatalf("want %s, got %s, %v, %v", want, got, ok, err)
		}
		gini, _, _ := c.Gini(18)
		n := int64(len(list))
		wide := roundHalfEven(new(big.Rat).Mul(gini.Rat(), big.NewRat(n, n-1)), 9)
		if got, ok, err := c.GiniUnbiased(9); err != nil || !ok || !got.Equal(wide) {
			t.Fatalf("unbiased: want %s, got %s, %v, %v", wide, got, ok, err)
		}
	})
}

func TestLorenzIsTheCurveFromTheOtherEnd(t *testing.T) {
	points, err := concentrate(t, decs("60", "25", "10", "5")).Lorenz(4)
	if err != nil {
		t.Fatal(err)
	}
	for i, want := range []string{"0", "0.05", "0.15", "0.4", "1"} {
		if points[i].Guests != i || !points[i].Rate.Equal(dec(want)) {
			t.Errorf("point %d: want %s, got %+v", i, want, points[i])
		}
	}
	uneven, err := concentrate(t, tenGuests()).Curve(4) // two guests and a half a step
	if err != nil || uneven[1].Guests != 2 || uneven[2].Guests != 5 || uneven[3].Guests != 7 {
		t.Errorf("whole guests: got %+v, %v", uneven, err)
	}
	refunds, err := concentrate(t, decs("60", "50", "-10")).Lorenz(3)
	if err != nil || !refunds[1].Amount.Equal(dec("-10")) || !refunds[1].Rate.Equal(dec("-0.1")) {
		t.Errorf("refunds: got %+v, %v", refunds, err)
	}
	_, err = concentrate(t, decs("1")).Lorenz(0)
	refusetest.Param(t, err, "steps")
}

func TestEightyTwentyReading(t *testing.T) {
	got := concentrate(t, tenGuests()).EightyTwenty()
	if got.HoldsOrMore || !got.BestFifth.Rate.Equal(dec("0.65")) || got.FourFifths.Guests != 4 {
		t.Errorf("got %+v", got)
	}
	if got.Balance.Guests != 3 || !got.Balance.Rate.Equal(dec("0.775")) { // 2 of 10 bring 0.65: 0.85 in all; 3 bring 0.775: 1.075
		t.Errorf("balance: got %+v", got.Balance)
	}
	rule := concentrate(t, decs("40", "40", "3", "3", "3", "3", "2", "2", "2", "2")).EightyTwenty()
	if !rule.HoldsOrMore || rule.Balance.Guests != 2 || !rule.Balance.GuestRate.Equal(dec("0.2")) || !rule.Balance.Rate.Equal(dec("0.8")) {
		t.Errorf("the rule itself: got %+v", rule)
	}
	if even := concentrate(t, decs("1", "1", "1", "1")).EightyTwenty(); even.Balance.Guests != 2 {
		t.Errorf("all alike: got %+v", even.Balance)
	}
}
