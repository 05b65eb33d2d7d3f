package liability_test

import (
	"encoding/json"
	"math/big"
	"runtime"
	"strings"
	"testing"

	"github.com/hotelcrm/hotelcrm/internal/refusetest"
	"github.com/hotelcrm/hotelcrm/loyalty/points/liability"
	"pgregory.net/rapid"
)

func TestExactKeepsItsText(t *testing.T) {
	for _, text := range []string{"0", "1", "-12", "1/3", "-1000000/109500001", "9223372036854775808/3", strings.Repeat("9", 16_384)} {
		var x liability.Exact
		if err := x.UnmarshalText([]byte(text)); err != nil {
			t.Fatal(err)
		}
		if again, err := x.MarshalText(); err != nil || string(again) != text {
			t.Errorf("%s is written as %s, %v", text, again, err)
		}
	}
	if text, err := (liability.Exact{}).MarshalText(); err != nil || string(text) != "0" {
		t.Errorf("the zero Exact is written as %s, %v", text, err)
	}
}

func TestExactReadsOneTextForEachNumber(t *testing.T) {
	wrong := []string{
		"", "-", "/", "1/", "/3", "-0", "00", "01", "+1", "--1", "1/1", "3/1", "2/4", "0/5", "1/0", "1/-3", "-1/-3", "1/03", "1/2/3",
		"0.5", "1.", "1e3", "1E1000000000", "0x10", "0b1", "1_000", "1 ", " 1", "1 / 3", "1/3\n", "\u0661", "NaN", "Inf", "\xff",
		strings.Repeat("9", 16_385), "1" + strings.Repeat("0", 9000) + "/" + strings.Repeat("3", 9000),
	}
	for _, text := range wrong {
		x := liability.Points(7)
		refusetest.Param(t, x.UnmarshalText([]byte(text)), "exact")
		if x.Cmp(liability.Points(7)) != 0 {
			t.Errorf("%q changed the number to %s", text, x)
		}
	}
}

// A number of JSON may have been a float on its way, in the hands of others.
func TestExactIsNeverANumberOfJSON(t *testing.T) {
	for _, data := range []string{`{"toDate":1}`, `{"toDate":0.5}`, `{"toDate":1e2}`, `{"toDate":{}}`, `{"toDate":true}`, `{"toDate":["1"]}`} {
		var r liability.Recognition
		if err := json.Unmarshal([]byte(data), &r); err == nil {
			t.Errorf("%s is read as %s", data, r.ToDate)
		}
	}
}

// What could not be read again is not written.
func TestExactTooLongForItsTextIsNotWritten(t *testing.T) {
	x := liability.Points(1 << 62)
	for range 10 {
		x = x.Times(x)
	}
	_, err := x.MarshalText()
	refusetest.Param(t, err, "exact")
	if len(err.Error()) > 200 {
		t.Errorf("the refusal has %d characters", len(err.Error()))
	}
}

// A few characters cannot ask for a number of a million digits.
func TestExactOfHostileExponentCostsNothing(t *testing.T) {
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	for _, text := range []string{"1e999999", "1e-999999", "1/1e999999", "0x1p999999"} {
		var x liability.Exact
		refusetest.Param(t, x.UnmarshalText([]byte(text)), "exact")
	}
	runtime.ReadMemStats(&after)
	if n := after.TotalAlloc - before.TotalAlloc; n > 100_000 {
		t.Errorf("%d bytes for four short texts", n)
	}
}

func TestExactIsReadAsTheFractionItIs(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a, b := rapid.Int64().Draw(t, "a"), rapid.Int64Range(1, 1<<62).Draw(t, "b")
		want := big.NewRat(a, b)
		var x liability.Exact
		if err := x.UnmarshalText([]byte(want.RatString())); err != nil || x.Rat().Cmp(want) != 0 {
			t.Fatalf("%s is read as %s, %v", want.RatString(), x, err)
		}
		if common := new(big.Int).GCD(nil, nil, new(big.Int).Abs(big.NewInt(a)), big.NewInt(b)); common.Cmp(big.NewInt(1)) != 0 {
			if err := x.UnmarshalText([]byte(big.NewInt(a).String() + "/" + big.NewInt(b).String())); err == nil {
				t.Fatalf("%d/%d is read", a, b)
			}
		}
	})
}

func FuzzExact(f *testing.F) {
	for _, text := range []string{"0", "-1/3", "12", "2/4", "1e9", "0.5", "1/0", "-0"} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		x := liability.Points(7)
		if x.UnmarshalText([]byte(text)) != nil {
			if x.Cmp(liability.Points(7)) != 0 {
				t.Errorf("%q is refused, and changed the number to %s", text, x)
			}
			return
		}
		if again, err := x.MarshalText(); err != nil || string(again) != text {
			t.Errorf("%q is written again as %s, %v", text, again, err)
		}
	})
}
