package desk_test

import (
	"errors"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/examples/frontdesk/internal/desk"
	"github.com/hotelcrm/hotelcrm/examples/frontdesk/internal/store"
	"github.com/shopspring/decimal"
)

// kept puts stays into a new database. Days are counted from the business date.
func kept(t *testing.T, stays ...hotelcrm.Stay) *desk.Desk {
	t.Helper()
	d, db := opened(t)
	must(t, db.Write(t.Context(), func(tx *store.Tx) error {
		for i := range stays {
			if _, err := tx.PutStay(&stays[i]); err != nil {
				return err
			}
		}
		return nil
	}))
	return d
}

func at(property, id string, status hotelcrm.Status, from, to int, amount int64) hotelcrm.Stay {
	return hotelcrm.Stay{
		ID: id, Property: property, Guest: "G1", Status: status, Arrival: desk.DemoDate.AddDays(from), Departure: desk.DemoDate.AddDays(to),
		Revenue: hotelcrm.Revenue{Rooms: decimal.New(amount, 0)},
	}
}

func ids(stays []hotelcrm.Stay) (out []string) {
	for _, s := range stays {
		out = append(out, s.ID)
	}
	return out
}

func TestCardSaysTodayAndLastVisits(t *testing.T) {
	past := []hotelcrm.Stay{
		at("CITY", "A", hotelcrm.Departed, -400, -398, 100),
		at("RESORT", "B", hotelcrm.Departed, -300, -297, 200),
		at("CITY", "C", hotelcrm.Departed, -200, -200, 30),
		at("CITY", "D", hotelcrm.Departed, -100, -99, 400),
		at("CITY", "E", hotelcrm.Cancelled, -50, -49, 500),
		at("CITY", "F", hotelcrm.NoShow, -40, -39, 600),
	}
	const fromD = "CITY 2025-09-23 1 400, CITY 2025-06-15 0 30, "
	for name, test := range map[string]struct {
		more   []hotelcrm.Stay
		today  []string
		visits string
	}{
		"nothing":                 {nil, nil, fromD + "RESORT 2025-03-07 3 200, "},
		"expected today":          {[]hotelcrm.Stay{at("CITY", "N", hotelcrm.Booked, 0, 3, 0)}, []string{"N"}, fromD + "RESORT 2025-03-07 3 200, "},
		"expected tomorrow":       {[]hotelcrm.Stay{at("CITY", "N", hotelcrm.Booked, 1, 3, 0)}, nil, fromD + "RESORT 2025-03-07 3 200, "},
		"did not come":            {[]hotelcrm.Stay{at("CITY", "N", hotelcrm.Booked, -1, 3, 0)}, nil, fromD + "RESORT 2025-03-07 3 200, "},
		"called off":              {[]hotelcrm.Stay{at("CITY", "N", hotelcrm.Cancelled, 0, 3, 0)}, nil, fromD + "RESORT 2025-03-07 3 200, "},
		"in the house":            {[]hotelcrm.Stay{at("CITY", "N", hotelcrm.InHouse, -2, 1, 70)}, []string{"N"}, fromD + "RESORT 2025-03-07 3 200, "},
		"arrived today":           {[]hotelcrm.Stay{at("CITY", "N", hotelcrm.InHouse, 0, 1, 0)}, []string{"N"}, fromD + "RESORT 2025-03-07 3 200, "},
		"left today":              {[]hotelcrm.Stay{at("CITY", "N", hotelcrm.Departed, -1, 0, 80)}, nil, "CITY 2025-12-31 1 80, " + fromD},
		"left today and is back":  {[]hotelcrm.Stay{at("CITY", "N", hotelcrm.Departed, -1, 0, 80), at("CITY", "O", hotelcrm.InHouse, 0, 2, 0)}, []string{"O"}, "CITY 2025-12-31 1 80, " + fromD},
		"left for the other one":  {[]hotelcrm.Stay{at("RESORT", "N", hotelcrm.Departed, -1, 0, 80), at("CITY", "O", hotelcrm.Booked, 0, 2, 0)}, []string{"O"}, "RESORT 2025-12-31 1 80, " + fromD},
		"two rooms of one visit":  {[]hotelcrm.Stay{at("CITY", "N", hotelcrm.InHouse, -1, 2, 0), at("CITY", "O", hotelcrm.InHouse, -1, 2, 0)}, []string{"N", "O"}, fromD + "RESORT 2025-03-07 3 200, "},
		"two houses at the same":  {[]hotelcrm.Stay{at("CITY", "N", hotelcrm.InHouse, -1, 2, 0), at("RESORT", "O", hotelcrm.Booked, 0, 2, 0)}, []string{"N", "O"}, fromD + "RESORT 2025-03-07 3 200, "},
		"should have left by now": {[]hotelcrm.Stay{at("CITY", "N", hotelcrm.InHouse, -3, -1, 0)}, []string{"N"}, fromD + "RESORT 2025-03-07 3 200, "},
	} {
		card, err := kept(t, append(past, test.more...)...).Card(t.Context(), "G1")
		must(t, err)
		visits := ""
		for _, v := range card.LastVisits {
			visits += v.Property + " " + v.Arrival.String() + " " + decimal.NewFromInt(int64(v.Nights)).String() + " " + v.Revenue.String() + ", "
		}
		if diff := cmp.Diff(test.today, ids(card.Today)); diff != "" || visits != test.visits {
			t.Errorf("%s: today %v, visits %s\nwant  %v, %s", name, ids(card.Today), visits, test.today, test.visits)
		}
	}
}

// What a benefit is at one property alone is on the card of a guest who is there today.
func TestCardEntitlesWhereTheGuestIs(t *testing.T) {
	d, db := demo(t)
	list, err := d.Arrivals(t.Context(), 0)
	must(t, err)
	lounges := 0
	for _, a := range list.Arrivals {
		alone, err := d.Card(t.Context(), a.Stay.Guest)
		must(t, err)
		if diff := cmp.Diff(a.Card.Entitlements, alone.Entitlements); diff != "" {
			t.Errorf("the card among the arrivals and that alone differ:\n%s", diff)
		}
		for _, e := range alone.Entitlements {
			if e.Benefit == "lounge" && a.Stay.Property == "CITY" {
				lounges++
			}
		}
	}
	if _, err = db.Verify(t.Context()); err != nil || lounges == 0 {
		t.Errorf("%d lounges, %v", lounges, err)
	}
}

func TestArrivalsOfOneHouse(t *testing.T) {
	d := kept(t, at("CITY", "A", hotelcrm.Booked, 0, 1, 0), at("CITY", "B", hotelcrm.InHouse, 0, 1, 0), at("AIRPORT", "C", hotelcrm.Booked, 0, 1, 0), at("CITY", "D", hotelcrm.Cancelled, 0, 1, 0), at("RESORT", "E", hotelcrm.Departed, -9, -8, 100))
	all := []desk.Expecting{{Property: "AIRPORT", Arrivals: 1}, {Property: "CITY", Arrivals: 2}}
	for property, want := range map[string][]string{"": {"C", "A", "B"}, "CITY": {"A", "B"}, "AIRPORT": {"C"}, "RESORT": nil} {
		list, err := d.ArrivalsAt(t.Context(), property, 0)
		must(t, err)
		var got []string
		for _, a := range list.Arrivals {
			got = append(got, a.Stay.ID)
		}
		if diff := cmp.Diff(want, got); diff != "" || list.Property != property || list.More != 0 {
			t.Errorf("%s: %q, %d more:\n%s", property, list.Property, list.More, diff)
		}
		if diff := cmp.Diff(all, list.Properties); diff != "" {
			t.Errorf("%s: %s", property, diff)
		}
	}
	_, err := d.ArrivalsAt(t.Context(), "RESROT", 0)
	wrong, ok := errors.AsType[*hotelcrm.ParamError](err)
	want := hotelcrm.ParamError{Param: "property", Value: "RESROT", Allowed: "one of AIRPORT, CITY, RESORT"}
	if !ok || *wrong != want {
		t.Errorf("%v, want %v", err, &want)
	}
}

// A clerk who reads Chinese is told what to do, too.
func TestEveryClassSaysWhatToDo(t *testing.T) {
	v, err := desk.Defaults(desk.DemoDate)
	must(t, err)
	for _, class := range v.Plan.All() {
		if class.Label == "" || class.LabelZH == "" || class.Action == "" || class.ActionZH == "" {
			t.Errorf("%+v", class)
		}
	}
}
