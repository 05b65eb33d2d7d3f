package loyalty_test

import (
	"fmt"
	"slices"
	"testing"

	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/loyalty"
)

// sums returns the points of a guest by kind, and all that counts for the tier.
func sums(e loyalty.Earnings) string {
	var kinds [5]int64
	for _, c := range e.Credits {
		kinds[c.Kind] += c.Points
		if c.Points != c.Rounded-c.Cut {
			return "points are not what was rounded less the cut"
		}
	}
	nights, stays := 0, 0
	for _, a := range e.Activities {
		nights, stays = nights+int(a.Nights), stays+int(a.Stays)
	}
	return fmt.Sprintf("base %d, bonus %d, floor %d, all %d, qualifying %d, nights %d, stays %d",
		kinds[loyalty.BasePoints], kinds[loyalty.EliteBonus], kinds[loyalty.FloorTopUp], e.Redeemable, e.Qualifying, nights, stays)
}

func holder(tier string, folios ...loyalty.Folio) loyalty.Guest {
	g := guest(folios...)
	if tier != "" {
		g.Grants = []loyalty.Grant{{Tier: tier, From: day("2020-01-01"), Source: loyalty.FromOperator}}
	}
	return g
}

func branded(f loyalty.Folio, brand string) loyalty.Folio {
	f.Brand = brand
	return f
}

// LG-01, LG-02, LG-03, LG-14.
func TestPointsOfAStay(t *testing.T) {
	bonvoy := `{"id":"1","tiers":[{"id":"member"},{"id":"gold"}],"earn":{"rates":[{"id":"half","points":5,"brands":["residence-inn"]},{"id":"full","points":10}],"bonus":[{"tier":"gold","rate":0.25}]}}`
	wyndham := `{"id":"1","tiers":[{"id":"blue"},{"id":"gold"}],"earn":{"rates":[{"id":"base","points":10}],"bonus":[{"tier":"gold","rate":0.1}],"floor":1000}}`
	circle := func(rounding string) string {
		return `{"id":"1","tiers":[{"id":"gold"},{"id":"jade"},{"id":"diamond"}],"earn":{"rates":[{"id":"base","points":1,"whole":true}],"rounding":"` + rounding + `","bonus":[{"tier":"jade","rate":0.25},{"tier":"diamond","rate":0.5}]}}`
	}
	oneNight := at("w", "2020-06-01", "2020-06-02", "80")
	tests := []struct {
		name, version, tier string
		folio               loyalty.Folio
		want                string
	}{
		{"LG-01", bonvoy, "gold", branded(at("w", "2025-06-01", "2025-06-04", "600"), "westin"), "base 6000, bonus 1500, floor 0, all 7500, qualifying 6000, nights 3, stays 1"},
		{"LG-02", bonvoy, "gold", branded(at("w", "2025-06-01", "2025-06-04", "600"), "residence-inn"), "base 3000, bonus 750, floor 0, all 3750, qualifying 3000, nights 3, stays 1"},
		{"LG-03", wyndham, "gold", oneNight, "base 800, bonus 80, floor 120, all 1000, qualifying 800, nights 1, stays 1"},
		{"LG-14 gold", circle("down"), "", at("w", "2022-06-01", "2022-06-02", "1234.99"), "base 1234, bonus 0, floor 0, all 1234, qualifying 1234, nights 1, stays 1"},
		{"LG-14 jade", circle("down"), "jade", at("w", "2022-06-01", "2022-06-02", "1234.99"), "base 1234, bonus 308, floor 0, all 1542, qualifying 1234, nights 1, stays 1"},
		{"LG-14 jade, half-up", circle("half-up"), "jade", at("w", "2022-06-01", "2022-06-02", "1234.99"), "base 1234, bonus 309, floor 0, all 1543, qualifying 1234, nights 1, stays 1"},
		{"LG-14 diamond", circle("down"), "diamond", at("w", "2022-06-01", "2022-06-02", "1234.99"), "base 1234, bonus 617, floor 0, all 1851, qualifying 1234, nights 1, stays 1"},
	}
	for _, test := range tests {
		e := earned(t, ladder(t, "USD", test.version), holder(test.tier, test.folio))
		if got := sums(e); got != test.want {
			t.Errorf("%s: got %s, want %s", test.name, got, test.want)
		}
		if !e.Activities[0].Spend.Equal(test.folio.Revenue.Rooms) {
			t.Errorf("%s: spend %s", test.name, e.Activities[0].Spend)
		}
	}
}

// LG-24.
func TestAdjoiningBookings(t *testing.T) {
	e := ladder(t, "USD", `{"id":"1","tiers":[{"id":"member"}],`+tenPerEuro+`}`)
	for _, test := range []struct {
		folios []loyalty.Folio
		want   string
	}{
		{[]loyalty.Folio{at("a", "2025-05-01", "2025-05-03", "1"), at("a", "2025-05-03", "2025-05-05", "1")}, "base 20, bonus 0, floor 0, all 20, qualifying 20, nights 4, stays 1"},
		{[]loyalty.Folio{at("a", "2025-05-01", "2025-05-03", "1"), at("b", "2025-05-03", "2025-05-04", "1"), at("a", "2025-05-04", "2025-05-05", "1")}, "base 30, bonus 0, floor 0, all 30, qualifying 30, nights 4, stays 3"},
	} {
		for range 2 {
			slices.Reverse(test.folios)
			if got := sums(earned(t, e, guest(test.folios...))); got != test.want {
				t.Errorf("got %s, want %s", got, test.want)
			}
		}
	}
}

// LG-25.
func TestFourRooms(t *testing.T) {
	e := ladder(t, "USD", `{"id":"1","tiers":[{"id":"member"}],"stays":{"roomsForPoints":3,"roomsForTier":1},`+tenPerEuro+`}`)
	var folios []loyalty.Folio
	for _, room := range []string{"1", "2", "3", "4"} {
		f := at("a", "2025-05-01", "2025-05-03", "100")
		f.ID, f.Room = room, room
		folios = append(folios, f)
	}
	got := earned(t, e, guest(folios...))
	if text := sums(got); text != "base 3000, bonus 0, floor 0, all 3000, qualifying 3000, nights 2, stays 1" {
		t.Errorf("got %s", text)
	}
	if got.Taken.Left(loyalty.OverRoomLimit) != 1 || got.Taken.Counted != 3 {
		t.Errorf("got %s", got.Taken)
	}
	whole := at("a", "2025-05-01", "2025-05-03", "400")
	whole.Rooms = 4
	if text := sums(earned(t, e, guest(whole))); text != "base 3000, bonus 0, floor 0, all 3000, qualifying 3000, nights 2, stays 1" {
		t.Errorf("one folio of four rooms: got %s", text)
	}
}

// A stay that was paid with points, a refund that comes later, a stay of nothing.
func TestRefundsAndNothing(t *testing.T) {
	e := ladder(t, "USD", `{"id":"1","tiers":[{"id":"member"}],`+tenPerEuro+`}`)
	for _, test := range []struct{ rooms, want string }{
		{"-50", "base 0, bonus 0, floor 0, all 0, qualifying 0, nights 1, stays 1"},
		{"0", "base 0, bonus 0, floor 0, all 0, qualifying 0, nights 1, stays 1"},
		{"0.09", "base 0, bonus 0, floor 0, all 0, qualifying 0, nights 1, stays 1"},
		{"0.10", "base 1, bonus 0, floor 0, all 1, qualifying 1, nights 1, stays 1"},
	} {
		if got := sums(earned(t, e, guest(at("a", "2025-05-01", "2025-05-02", test.rooms)))); got != test.want {
			t.Errorf("%s: got %s, want %s", test.rooms, got, test.want)
		}
	}
	stay := at("a", "2025-05-01", "2025-05-02", "100")
	stay.Revenue.FoodBeverage = dec("-40")
	if got := sums(earned(t, e, guest(stay))); got != "base 600, bonus 0, floor 0, all 600, qualifying 600, nights 1, stays 1" {
		t.Errorf("a meal given back: got %s", got)
	}
	stay.Use = hotelcrm.Complimentary
	if got := earned(t, e, guest(stay)); got.Taken.Left(loyalty.WasFree) != 1 || got.Redeemable != 0 {
		t.Errorf("given away: got %s", got.Taken)
	}
}
