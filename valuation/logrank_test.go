package valuation_test

import (
	"math"
	"testing"

	gocmp "github.com/google/go-cmp/cmp"
	"github.com/hotelcrm/hotelcrm/internal/refusetest"
	"github.com/hotelcrm/hotelcrm/valuation"
	"pgregory.net/rapid"
)

func TestLogRankMeetsTheTable(t *testing.T) {
	got, err := valuation.LogRank(spells(maintained), spells(notMaintained))
	if err != nil {
		t.Fatal(err)
	}
	const printed = 5.1e-8
	if math.Abs(got.ChiSquare-3.3963887) > printed || got.Degrees != 1 {
		t.Errorf("got chi-square %v at %d degrees", got.ChiSquare, got.Degrees)
	}
	for g, want := range []float64{10.68933599, 7.31066401} {
		if math.Abs(got.Groups[g].Expected-want) > 5.1e-9 {
			t.Errorf("group %d: got %v expected ends, want %v", g, got.Groups[g].Expected, want)
		}
	}
	if got.Groups[0].Ended != 7 || got.Groups[1].Ended != 11 || got.Groups[1].Spells != 12 {
		t.Errorf("got %+v", got.Groups)
	}
	if math.Abs(got.P-0.0653393) > 5.1e-8 { // erfc(√(3.3963887/2)), with 40 digits
		t.Errorf("got p %v", got.P)
	}
}

// Upper points of the chi-square distribution at 5 %: Abramowitz and Stegun (1964), table 26.8.
func TestLogRankTailMeetsTheTable(t *testing.T) {
	for i, point := range []float64{3.84146, 5.99147, 7.81473, 9.48773, 11.0705, 12.5916, 14.0671, 15.5073} {
		if tail := valuation.ChiSquareTail(point, i+1); math.Abs(tail-0.05) > 1e-6 {
			t.Errorf("%d degrees: got %v beyond %v", i+1, tail, point)
		}
	}
	if tail := valuation.ChiSquareTail(0, 3); tail != 1 {
		t.Errorf("got %v beyond 0", tail)
	}
}

func TestLogRankOfLikeGroupsSeesNoDifference(t *testing.T) {
	got, err := valuation.LogRank(spells(maintained), spells(maintained), spells(maintained))
	if err != nil || got.ChiSquare > 1e-12 || got.P < 0.999999 || got.Degrees != 2 {
		t.Errorf("got %+v, %v", got, err)
	}
}

func TestLogRankRefuses(t *testing.T) {
	_, err := valuation.LogRank(spells("1 2"))
	refusetest.Param(t, err, "groups")
	_, err = valuation.LogRank(spells("1 2"), nil)
	refusetest.Param(t, err, "groups[1]")
	_, err = valuation.LogRank(spells("1+ 2+"), spells("1+"))
	refusetest.Param(t, err, "groups")
	_, err = valuation.LogRank(spells("1+ 2+"), spells("3 4"))
	refusetest.Param(t, err, "groups")
}

// The order of spells and of groups is of no account.
func TestLogRankIgnoresOrder(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		groups := [][]valuation.Spell{drawSpells(t, "a"), drawSpells(t, "b"), drawSpells(t, "c")}
		got, err := valuation.LogRank(groups...)
		shuffled := make([][]valuation.Spell, len(groups))
		for g := range groups {
			shuffled[g] = rapid.Permutation(groups[g]).Draw(t, "shuffled")
		}
		same, sameErr := valuation.LogRank(shuffled...)
		if diff := gocmp.Diff(got, same); diff != "" || (err == nil) != (sameErr == nil) {
			t.Fatalf("%v %v (-given +shuffled):\n%s", err, sameErr, diff)
		}
		turned, turnedErr := valuation.LogRank(groups[2], groups[0], groups[1])
		if (err == nil) != (turnedErr == nil) {
			t.Fatalf("%v, turned %v", err, turnedErr)
		}
		if math.Abs(got.ChiSquare-turned.ChiSquare) > 1e-9*(1+got.ChiSquare) {
			t.Fatalf("chi-square %v, with the groups turned %v", got.ChiSquare, turned.ChiSquare)
		}
		ended, expected := 0, 0.0
		for _, g := range got.Groups {
			ended, expected = ended+g.Ended, expected+g.Expected
		}
		if math.Abs(float64(ended)-expected) > 1e-9*float64(ended) {
			t.Fatalf("%d ended, %v expected", ended, expected)
		}
	})
}
