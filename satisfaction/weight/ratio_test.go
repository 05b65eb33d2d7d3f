package weight_test

import (
	"encoding/json"
	"math/big"
	"testing"

	"github.com/hotelcrm/hotelcrm/satisfaction/weight"
	"pgregory.net/rapid"
)

func TestRatiosAreRead(t *testing.T) {
	for text, want := range map[string]weight.Ratio{
		"": {}, "3": {Num: 3, Den: 1}, "1/3": {Num: 1, Den: 3}, "1.5": {Num: 3, Den: 2}, "0.25": {Num: 1, Den: 4},
		"4/6": {Num: 2, Den: 3}, "1000000000": {Num: 1e9, Den: 1}, "007": {Num: 7, Den: 1}, "2.0": {Num: 2, Den: 1},
	} {
		if got, err := weight.ParseRatio(text); got != want || err != nil {
			t.Errorf("%q is %v, %v, want %v", text, got, err, want)
		}
	}
	for _, text := range []string{
		"0", "-3", "+3", "1/0", "0/1", "1/-3", "1/3/5", "1.5/2", ".5", "5.", "1e3", "NaN", "Inf", " 3", "3 ", "1000000001", "0.0000000001",
		"99999999999999999999", "1_000", "٣",
	} {
		if got, err := weight.ParseRatio(text); err == nil || got != (weight.Ratio{}) {
			t.Errorf("%q is %v", text, got)
		}
	}
}

func TestRatiosRoundTrip(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		r := weight.Ratio{Num: rapid.Int64Range(1, 1e9).Draw(t, "num"), Den: rapid.Int64Range(1, 1e9).Draw(t, "den")}
		document, err := json.Marshal(r)
		if err != nil {
			t.Fatal(err)
		}
		var back weight.Ratio
		if err := json.Unmarshal(document, &back); err != nil {
			t.Fatal(err)
		}
		want := big.NewRat(r.Num, r.Den)
		if big.NewRat(back.Num, back.Den).Cmp(want) != 0 || back.String() != r.String() {
			t.Fatalf("%v is read as %v", want, back)
		}
		if float, _ := want.Float64(); float != r.Float() {
			t.Fatalf("%v is %v", want, r.Float())
		}
		if inverse := r.Inverse(); big.NewRat(inverse.Num, inverse.Den).Cmp(want.Inv(want)) != 0 {
			t.Fatalf("inverse %v", inverse)
		}
	})
	if text := (weight.Ratio{Num: 3, Den: -1}).String() + (weight.Ratio{}).String(); text != "" {
		t.Errorf("no ratios read %q", text)
	}
}
