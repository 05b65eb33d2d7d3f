package loyalty_test

import (
	"testing"

	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/loyalty"
	"github.com/shopspring/decimal"
)

// FuzzMember gives dates and counts that no house would send.
func FuzzMember(f *testing.F) {
	f.Add(int32(0), int32(738000), int32(738100), int32(0), int32(3), int64(100), int64(12345), int32(738050), int32(738200), uint8(1))
	f.Add(int32(-5), int32(1), int32(3652059), int32(7), int32(-1), int64(-1), int64(-1), int32(3652059), int32(1), uint8(6))
	e, err := loyalty.Compile(engineOf(f, "hilton").Programme())
	if err != nil {
		f.Fatal(err)
	}
	f.Fuzz(func(t *testing.T, enrolled, first, second, known, nights int32, points, cents int64, from, to int32, kind uint8) {
		line := loyalty.Activity{
			Date: hotelcrm.Date(first), Known: hotelcrm.Date(known), Kind: loyalty.Kind(kind), Nights: nights, Points: points, Spend: decimal.New(cents, -2),
		}
		other := line
		other.Date, other.Known = hotelcrm.Date(second), 0
		m := loyalty.Member{
			Enrolled: hotelcrm.Date(enrolled), Activities: []loyalty.Activity{line, other},
			Grants: []loyalty.Grant{{Tier: "gold", From: hotelcrm.Date(from), To: hotelcrm.Date(to), Source: loyalty.FromGift}},
		}
		at := loyalty.AsOf{On: hotelcrm.Date(max(second, from)), Known: hotelcrm.Date(known)}
		status, err := e.Status(&m, at)
		entries, wrong := e.Timeline(&m, at)
		if (err == nil) != (wrong == nil) {
			t.Fatalf("status says %v, timeline %v", err, wrong)
		}
		if err != nil {
			return
		}
		if last := len(entries) - 1; last >= 0 && entries[last].Status != status.Tier {
			t.Fatalf("timeline ends with %+v, status is %+v", entries[last], status)
		}
		if _, err := e.Notices(&m, at, loyalty.Notices{}); err != nil {
			t.Fatal(err)
		}
	})
}
