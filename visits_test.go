package hotelcrm_test

import (
	"errors"
	"fmt"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/hotelcrm/hotelcrm"
	"github.com/shopspring/decimal"
)

func visits(tb testing.TB, r *hotelcrm.Register, asOf hotelcrm.Date, w hotelcrm.Window) *hotelcrm.Visits {
	tb.Helper()
	v, err := r.Visits(asOf, w)
	if err != nil {
		tb.Fatal(err)
	}
	return v
}

// rows writes visits in a form that is easy to read and to compare.
func rows(v *hotelcrm.Visits) []string {
	var out []string
	for _, one := range v.All() {
		out = append(out, fmt.Sprintf("%s %s %s-%s nights %d of %d, stays %d: %s", one.Guest, one.Property, one.Arrival.Format("0102"),
			one.Departure.Format("0102"), one.Nights, one.RoomNights, one.Stays, one.Revenue.StringFixed(2)))
	}
	return out
}

func at(property string) func(*hotelcrm.Stay) {
	return func(s *hotelcrm.Stay) { s.Property = property }
}

func TestVisitsFollowThePolicy(t *testing.T) {
	stays := []hotelcrm.Stay{
		stay("bob", 5, 1, "90"),
		with(stay("ann", 1, 2, "300"), at("RESORT")),
		stay("ann", 1, 2, "200"),
		stay("ann", 1, 3, "330"),
		stay("ann", 4, 1, "110"),
		with(stay("ann", 20, 9, "900"), func(s *hotelcrm.Stay) { s.Rooms, s.Status = 2, hotelcrm.InHouse }),
		with(stay("bob", 9, 1, "70"), func(s *hotelcrm.Stay) { s.Status = hotelcrm.NoShow }),
		stay("cid", 28, 1, "100"),
	}
	const resort = "ann RESORT 0101-0103 nights 2 of 2, stays 1: 300.00"
	const house, bob = "ann CITY 0120-0125 nights 5 of 10, stays 1: 900.00", "bob CITY 0105-0106 nights 1 of 1, stays 1: 90.00"
	tests := []struct {
		name   string
		policy hotelcrm.Policy
		window hotelcrm.Window
		want   []string
	}{
		{"by arrival", hotelcrm.Policy{}, hotelcrm.Window{}, []string{
			"ann CITY 0101-0104 nights 3 of 5, stays 2: 530.00", resort, "ann CITY 0104-0105 nights 1 of 1, stays 1: 110.00", house, bob,
		}},
		{"adjoining stays join", hotelcrm.Policy{Join: true}, hotelcrm.Window{}, []string{
			"ann CITY 0101-0105 nights 4 of 6, stays 3: 640.00", resort, house, bob,
		}},
		{"by stay", hotelcrm.Policy{Visit: hotelcrm.ByStay}, hotelcrm.Window{}, []string{
			"ann CITY 0101-0103 nights 2 of 2, stays 1: 200.00", "ann CITY 0101-0104 nights 3 of 3, stays 1: 330.00", resort,
			"ann CITY 0104-0105 nights 1 of 1, stays 1: 110.00", house, bob,
		}},
		{"window", hotelcrm.Policy{SkipInHouse: true}, hotelcrm.Window{From: january + 3}, []string{
			"ann CITY 0104-0105 nights 1 of 1, stays 1: 110.00", bob,
		}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			v := visits(t, register(t, hotelcrm.Setup{Policy: tt.policy}, stays...), january+24, tt.window)
			if diff := cmp.Diff(tt.want, rows(v)); diff != "" {
				t.Errorf("visits (-want +got):\n%s", diff)
			}
		})
	}
}

func TestEqualArrivalsOfVisitsHaveOneOrder(t *testing.T) {
	two := with(stay("ann", 1, 1, "100"), func(s *hotelcrm.Stay) { s.Rooms = 2 })
	beyond := stay("ann", 1, 1, "0.005")
	huge := stay("ann", 1, 1, "1e25")
	want := []string{
		"ann A 0101-0102 nights 1 of 1, stays 1: 900.00",
		"ann CITY 0101-0102 nights 1 of 1, stays 1: 0.01", // half a cent
		"ann CITY 0101-0102 nights 1 of 1, stays 1: 50.00",
		"ann CITY 0101-0102 nights 1 of 1, stays 1: 60.00",
		"ann CITY 0101-0102 nights 1 of 1, stays 1: 10000000000000000000000000.00",
		"ann CITY 0101-0102 nights 1 of 2, stays 1: 100.00",
		"ann CITY 0101-0103 nights 2 of 2, stays 1: 10.00",
	}
	list := []hotelcrm.Stay{stay("ann", 1, 2, "10"), two, stay("ann", 1, 1, "60"), huge, beyond, stay("ann", 1, 1, "50"), with(stay("ann", 1, 1, "900"), at("A"))}
	for shift := range list {
		turned := append(list[shift:len(list):len(list)], list[:shift]...)
		v := visits(t, register(t, hotelcrm.Setup{Policy: hotelcrm.Policy{Visit: hotelcrm.ByStay}}, turned...), newYear, hotelcrm.Window{})
		if diff := cmp.Diff(want, rows(v)); diff != "" {
			t.Errorf("turned by %d (-want +got):\n%s", shift, diff)
		}
	}
}

func TestColumnsOfVisitsAreTheirRows(t *testing.T) {
	w := hotelcrm.Window{From: january}
	v := visits(t, register(t, hotelcrm.Setup{}, stay("bob", 3, 1, "0.005"), with(stay("ann", 1, 2, "100"), at("")), stay("ann", 9, 1, "50")), newYear, w)
	for k, one := range v.All() {
		got := hotelcrm.Visit{
			Guest: one.Guest, Property: v.Properties()[v.Property()[k]], Arrival: v.Arrival()[k], Departure: v.Departure()[k],
			Nights: int(v.Nights()[k]), RoomNights: int(v.RoomNights()[k]), Stays: int(v.Stays()[k]), Revenue: v.Revenue().At(k),
		}
		for _, other := range []hotelcrm.Visit{got, v.At(k)} {
			if diff := cmp.Diff(one, other, cmp.Comparer(decimal.Decimal.Equal)); diff != "" {
				t.Errorf("row %d (-All +columns or At):\n%s", k, diff)
			}
		}
		i, ok := v.Find(one.Guest)
		if from, to := v.Of(i); !ok || k < from || k >= to || v.Guests()[i] != one.Guest {
			t.Errorf("row %d of %s is not in [%d, %d) of guest %d", k, one.Guest, from, to, i)
		}
	}
	if _, ok := v.Find("cid"); ok || v.Len() != 3 || v.Currency() != "EUR" || v.AsOf() != newYear || v.Window() != w {
		t.Errorf("%d visits in %s as of %v, window %v; stranger found: %v", v.Len(), v.Currency(), v.AsOf(), v.Window(), ok)
	}
	if diff := cmp.Diff([]string{"", "CITY"}, v.Properties()); diff != "" {
		t.Errorf("properties (-want +got):\n%s", diff)
	}
}

func TestWalksThroughVisitsMayStop(t *testing.T) {
	v := visits(t, register(t, hotelcrm.Setup{}, stay("ann", 1, 1, "1"), stay("bob", 1, 1, "1")), newYear, hotelcrm.Window{})
	for range v.All() {
		break
	}
}

func TestVisitsAreRefused(t *testing.T) {
	tallies := register(t, hotelcrm.Setup{Form: hotelcrm.Tallies, Policy: hotelcrm.Policy{Visit: hotelcrm.ByStay}})
	for _, tt := range []struct {
		name   string
		r      *hotelcrm.Register
		asOf   hotelcrm.Date
		window hotelcrm.Window
		param  string
	}{
		{"no register", nil, newYear, hotelcrm.Window{}, "register"},
		{"tallies", tallies, newYear, hotelcrm.Window{}, "Setup.Form"},
		{"no date", register(t, hotelcrm.Setup{}), 0, hotelcrm.Window{}, "asOf"},
		{"reversed window", register(t, hotelcrm.Setup{}), newYear, hotelcrm.Window{From: 2, To: 1}, "window"},
	} {
		_, err := tt.r.Visits(tt.asOf, tt.window)
		if p, ok := errors.AsType[*hotelcrm.ParamError](err); !ok || p.Param != tt.param {
			t.Errorf("%s: got %v, want a ParamError for %s", tt.name, err, tt.param)
		}
	}
}
