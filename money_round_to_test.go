package hotelcrm_test

import (
	"fmt"
	"math/big"
	"testing"

	"github.com/hotelcrm/hotelcrm"
	"github.com/shopspring/decimal"
	"pgregory.net/rapid"
)

var modes = []hotelcrm.Rounding{
	hotelcrm.RoundHalfEven, hotelcrm.RoundHalfUp, hotelcrm.RoundUp, hotelcrm.RoundDown, hotelcrm.RoundCeiling, hotelcrm.RoundFloor,
}

func TestFractionsAreRoundedOnce(t *testing.T) {
	for _, test := range []struct {
		num, den int64
		want     [6]string // in the order of modes
	}{
		{1, 3, [6]string{"0.3", "0.3", "0.4", "0.3", "0.4", "0.3"}},
		{-1, 3, [6]string{"-0.3", "-0.3", "-0.4", "-0.3", "-0.3", "-0.4"}},
		{1, 4, [6]string{"0.2", "0.3", "0.3", "0.2", "0.3", "0.2"}},
		{-1, 4, [6]string{"-0.2", "-0.3", "-0.3", "-0.2", "-0.2", "-0.3"}},
		{3, 20, [6]string{"0.2", "0.2", "0.2", "0.1", "0.2", "0.1"}},
		{250001, 1000000, [6]string{"0.3", "0.3", "0.3", "0.2", "0.3", "0.2"}},
		{-249999, 1000000, [6]string{"-0.2", "-0.2", "-0.3", "-0.2", "-0.2", "-0.3"}},
		{6, 2, [6]string{"3", "3", "3", "3", "3", "3"}},
	} {
		for i, mode := range modes {
			to := hotelcrm.RoundTo{Places: 1, Mode: mode}
			got := to.Quo(big.NewInt(test.num), big.NewInt(test.den))
			if again := to.Rat(big.NewRat(test.num, test.den)); !got.Equal(decimal.RequireFromString(test.want[i])) || !again.Equal(got) {
				t.Errorf("%d/%d %v: got %s, of the lowest terms %s, want %s", test.num, test.den, to, got, again, test.want[i])
			}
		}
	}
}

// Decimals are fractions too: both doors round them alike, and the places given are those of the result.
func TestFractionsRoundAsDecimals(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := decimal.New(rapid.Int64().Draw(t, "digits"), -rapid.Int32Range(0, 25).Draw(t, "scale"))
		to := hotelcrm.RoundTo{Places: rapid.IntRange(0, 18).Draw(t, "places"), Mode: rapid.SampledFrom(modes).Draw(t, "mode")}
		want, err := hotelcrm.Round(d, to.Places, to.Mode)
		if err != nil {
			t.Fatal(err)
		}
		if got := to.Rat(d.Rat()); !got.Equal(want) || got.Exponent() != -int32(to.Places) {
			t.Errorf("%s to %v: got %s, want %s", d, to, got, want)
		}
	})
}

// What is left after the places asked for decides, however far behind it stands.
func TestRoundingKnowsTheWholeRest(t *testing.T) {
	tiny := new(big.Rat).SetFrac(big.NewInt(1), new(big.Int).Exp(big.NewInt(10), big.NewInt(40), nil))
	half := big.NewRat(25, 1000)
	above, below := new(big.Rat).Add(half, tiny), new(big.Rat).Sub(half, tiny)
	negative := new(big.Rat).Neg(above)
	for _, c := range []struct {
		x    *big.Rat
		mode hotelcrm.Rounding
		want string
	}{
		{half, hotelcrm.RoundHalfEven, "0.02"},
		{above, hotelcrm.RoundHalfEven, "0.03"},
		{below, hotelcrm.RoundHalfUp, "0.02"},
		{tiny, hotelcrm.RoundCeiling, "0.01"},
		{tiny, hotelcrm.RoundFloor, "0"},
		{negative, hotelcrm.RoundHalfEven, "-0.03"},
		{negative, hotelcrm.RoundCeiling, "-0.02"},
		{negative, hotelcrm.RoundFloor, "-0.03"},
	} {
		if got := (hotelcrm.RoundTo{Places: 2, Mode: c.mode}).Rat(c.x); !got.Equal(decimal.RequireFromString(c.want)) {
			t.Errorf("%s %v: %s, want %s", c.x.FloatString(42), c.mode, got, c.want)
		}
	}
}

func TestRoundToThatCannotBeIsRefused(t *testing.T) {
	for want, to := range map[string]hotelcrm.RoundTo{
		"RoundTo.Places": {Places: 19, Mode: hotelcrm.RoundUp}, "RoundTo.Mode": {}, "": {Places: 18, Mode: hotelcrm.RoundFloor},
	} {
		err := to.Validate()
		if wrong, ok := err.(*hotelcrm.ParamError); want == "" && err != nil || want != "" && (!ok || wrong.Param != want) {
			t.Errorf("%v: %v", to, err)
		}
	}
}

func TestOnePlaceIsNotPlaces(t *testing.T) {
	if got := (hotelcrm.RoundTo{Places: 1, Mode: hotelcrm.RoundHalfUp}).String(); got != "1 place half-up" {
		t.Errorf("got %q", got)
	}
}

func ExampleRoundTo_noHabitOfRounding() {
	euro := hotelcrm.RoundTo{Places: 2, Mode: hotelcrm.RoundHalfEven}
	fmt.Println(euro)
	fmt.Println(hotelcrm.RoundTo{Places: 2}.Validate())
	// Output:
	// 2 places half-even
	// hotelcrm: RoundTo.Mode: "unset" is not allowed; want half-even, half-up, up, down, ceiling, floor
}

// A bill of 100 among three guests.
func ExampleRoundTo_Quo_billAmongThree() {
	share := hotelcrm.RoundTo{Places: 2, Mode: hotelcrm.RoundDown}.Quo(big.NewInt(100), big.NewInt(3))
	fmt.Println(share)
	// Output: 33.33
}

func ExampleRoundTo_Rat_eighthOfAEuro() {
	eighth := big.NewRat(1, 8)
	fmt.Println(hotelcrm.RoundTo{Places: 2, Mode: hotelcrm.RoundHalfEven}.Rat(eighth), hotelcrm.RoundTo{Places: 2, Mode: hotelcrm.RoundHalfUp}.Rat(eighth))
	// Output: 0.12 0.13
}
