package loyalty_test

import (
	"encoding/json"
	"testing"

	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/loyalty"
)

// LG-14: 1,234 x 1.25 = 1,542.5.
func TestRoundingIsStated(t *testing.T) {
	for mode, want := range map[string]int64{"": 1542, "down": 1542, "half-up": 1543, "half-even": 1542, "up": 1543} {
		rule := `"earn":{"rates":[{"id":"base","points":1,"whole":true}],"bonus":[{"tier":"guest","rate":0.25}]`
		if mode != "" {
			rule += `,"rounding":"` + mode + `"`
		}
		out := earned(t, inn(t, rule+`}`), guest(at("a", "2026-03-01", "2026-03-02", "1234.99")))
		if c := out.Credits[1]; out.Redeemable != want || out.Qualifying != 1234 || c.Exact.String() != "308.5" || c.Of.String() != "1234" {
			t.Errorf("%q: got %d, %+v", mode, out.Redeemable, c)
		}
	}
}

// Three charges of 1.75 at a stay of two folios: rounded as one, as two, or one by one.
func TestRoundingPointIsStated(t *testing.T) {
	one, two := at("a", "2026-03-01", "2026-03-02", "0"), at("a", "2026-03-02", "2026-03-03", "0")
	one.Charges = []loyalty.Charge{{hotelcrm.Rooms, dec("1.75"), ""}, {hotelcrm.FoodBeverage, dec("1.75"), ""}}
	two.Charges = []loyalty.Charge{{hotelcrm.Rooms, dec("1.75"), ""}}
	for _, test := range []struct {
		at, whole string
		points    int64
		exact     string
	}{
		{"stay", "", 5, "5.25"},
		{"folio", "", 4, "5.25"},
		{"charge", "", 3, "5.25"},
		{"stay", `,"whole":true`, 5, "5"},
		{"folio", `,"whole":true`, 4, "4"},
		{"charge", `,"whole":true`, 3, "3"},
	} {
		e := inn(t, `"earn":{"roundAt":"`+test.at+`","rates":[{"id":"base","points":1`+test.whole+`}]}`)
		out := earned(t, e, guest(one, two))
		if len(out.Credits) != 1 || out.Redeemable != test.points || out.Credits[0].Exact.String() != test.exact || out.Credits[0].Of.String() != "5.25" {
			t.Errorf("%s%s: got %+v", test.at, test.whole, out.Credits)
		}
	}
}

func TestFractionsAsText(t *testing.T) {
	for _, text := range []string{"0", "12", "308.5", "0.000000000000000001", "333+1/3", "0+1/7", "9223372036854775807"} {
		var f loyalty.Fraction
		if err := f.UnmarshalText([]byte(text)); err != nil || f.String() != text {
			t.Errorf("%s: got %s, %v", text, f, err)
		}
	}
	for _, text := range []string{"", "-1", "1e3", "1+2/4", "1+3/2", "1+0/1", "1+1/2", "1+1/3x", "1+1/0", "9223372036854775808", "0.0000000000000000001", "x"} {
		f := loyalty.Fraction{Whole: 7, Den: 1}
		if err := f.UnmarshalText([]byte(text)); err == nil || f.Whole != 7 {
			t.Errorf("%s: got %s", text, f)
		}
	}
}

func TestEarningsTravelAsJSON(t *testing.T) {
	e := inn(t, `"earn":{"rates":[{"id":"base","points":1,"per":3}]},"campaigns":[{"id":"c","budget":5,"reward":{"kind":"fixed","points":7}}]`)
	out := earned(t, e, guest(at("a", "2026-03-01", "2026-03-02", "1000")))
	first, err := json.Marshal(out)
	if err != nil {
		t.Fatal(err)
	}
	var read loyalty.Earnings
	if err := json.Unmarshal(first, &read); err != nil {
		t.Fatal(err)
	}
	if again, err := json.Marshal(read); err != nil || string(again) != string(first) {
		t.Errorf("%v\n%s\n%s", err, first, again)
	}
}
