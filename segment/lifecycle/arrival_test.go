package lifecycle_test

import (
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/segment/lifecycle"
	"pgregory.net/rapid"
)

// Who arrives has the standing of whoever has one visit more, unless still in the house.
func TestOnArrival(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		arrivals := days(rapid.SliceOfN(rapid.IntRange(0, 900), 0, 8).Draw(t, "arrivals")...)
		slices.Sort(arrivals)
		departures := make([]hotelcrm.Date, len(arrivals))
		for i, d := range arrivals {
			departures[i] = d.AddDays(rapid.IntRange(0, 20).Draw(t, "nights"))
		}
		today := day(rapid.IntRange(0, 1500).Draw(t, "today"))
		var begun, left []hotelcrm.Date
		inHouse := false
		for i, d := range arrivals {
			if d <= today {
				begun, left, inHouse = append(begun, d), append(left, departures[i]), inHouse || departures[i] >= today
			}
		}
		if !inHouse {
			begun, left = append(begun, today), append(left, today)
		}
		want, err := lifecycle.Rules{}.Standing(begun, left, today)
		if err != nil {
			t.Fatal(err)
		}
		got, err := lifecycle.Rules{}.OnArrival(arrivals, departures, today)
		if diff := cmp.Diff(want, got); diff != "" || err != nil {
			t.Fatalf("%v (-want +got):\n%s", err, diff)
		}
		if got.Stage == lifecycle.Lapsed || got.Stage == lifecycle.AtRisk || got.Stage == lifecycle.Prospect {
			t.Fatalf("a guest at the desk is %v", got.Stage)
		}
	})
}

func TestOnArrivalRefuses(t *testing.T) {
	if _, err := (lifecycle.Rules{}).OnArrival(days(2, 1), nil, day(3)); err == nil {
		t.Error("arrivals out of order were taken")
	}
	if _, err := (lifecycle.Rules{}).OnArrival(days(1), days(1, 2), day(3)); err == nil {
		t.Error("columns of different lengths were taken")
	}
	if _, err := (lifecycle.Rules{}).OnArrival(nil, nil, 0); err == nil {
		t.Error("no day was taken")
	}
}
