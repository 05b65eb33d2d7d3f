package hotelcrm_test

import (
	"fmt"

	"github.com/hotelcrm/hotelcrm"
	"github.com/shopspring/decimal"
)

// A family takes two rooms and moves to a third for its last night: one visit of three nights. The trip of the next
// spring is the hold-out on which a model of returning guests is judged.
func ExampleRegister_Visits_familyThatChangesRooms() {
	register, _ := hotelcrm.NewRegister(hotelcrm.Setup{Currency: "EUR", Policy: hotelcrm.Policy{Join: true}})
	july, may := hotelcrm.DateOf(2025, 7, 11), hotelcrm.DateOf(2026, 5, 22)
	for _, room := range []struct {
		arrival hotelcrm.Date
		nights  int
		rate    int64
	}{{july, 2, 180}, {july, 2, 140}, {july + 2, 1, 210}, {may, 2, 190}} {
		_ = register.Add(hotelcrm.Stay{
			Guest: "ann", Property: "LAKE", Status: hotelcrm.Departed, Arrival: room.arrival, Departure: room.arrival.AddDays(room.nights),
			Revenue: hotelcrm.Revenue{Rooms: decimal.NewFromInt(room.rate * int64(room.nights))},
		})
	}
	asOf := hotelcrm.DateOf(2026, 7, 1)
	calibration, _ := register.Visits(asOf, hotelcrm.Window{To: hotelcrm.DateOf(2025, 12, 31)})
	holdOut, _ := register.Visits(asOf, hotelcrm.Window{From: hotelcrm.DateOf(2026, 1, 1)})
	for _, v := range calibration.All() {
		fmt.Println(v.Guest, v.Property, v.Arrival, v.Departure, v.Nights, v.RoomNights, v.Stays, v.Revenue)
	}
	i, came := holdOut.Find("ann")
	from, to := holdOut.Of(i)
	fmt.Println(came, to-from, holdOut.Arrival()[from])
	// Output:
	// ann LAKE 2025-07-11 2025-07-14 3 5 3 850
	// true 1 2026-05-22
}

// At check-in the front desk asks about one guest, seconds after the night audit has added a stay.
func ExampleRegister_Summary_atCheckIn() {
	register, _ := hotelcrm.NewRegister(hotelcrm.Setup{Currency: "EUR"})
	for _, arrival := range []hotelcrm.Date{hotelcrm.DateOf(2025, 3, 3), hotelcrm.DateOf(2025, 9, 15)} {
		_ = register.Add(hotelcrm.Stay{
			Guest: "ann", Status: hotelcrm.Departed, Arrival: arrival, Departure: arrival + 2,
			Revenue: hotelcrm.Revenue{Rooms: decimal.NewFromInt(260)},
		})
	}
	today := hotelcrm.DateOf(2026, 1, 10)
	ann, known, _ := register.Summary("ann", today, hotelcrm.Window{})
	fmt.Println(known, ann.Visits, ann.LastArrival, ann.Revenue)
	_, known, _ = register.Summary("bob", today, hotelcrm.Window{})
	fmt.Println(known)
	// Output:
	// true 2 2025-09-15 520
	// false
}

// The night audit lists every visit for the models and one line per guest for the scores: the second is the sum of the
// first, so the register is asked only once.
func ExampleVisits_Summaries_nightAudit() {
	register, _ := hotelcrm.NewRegister(hotelcrm.Setup{Currency: "EUR"})
	for _, night := range []struct {
		guest   string
		arrival hotelcrm.Date
	}{{"ann", hotelcrm.DateOf(2025, 3, 3)}, {"bob", hotelcrm.DateOf(2025, 5, 1)}, {"ann", hotelcrm.DateOf(2025, 9, 15)}} {
		_ = register.Add(hotelcrm.Stay{
			Guest: night.guest, Status: hotelcrm.Departed, Arrival: night.arrival, Departure: night.arrival + 2,
			Revenue: hotelcrm.Revenue{Rooms: decimal.NewFromInt(260)},
		})
	}
	visits, _ := register.Visits(hotelcrm.DateOf(2026, 1, 10), hotelcrm.Window{})
	guests := visits.Summaries()
	for i, guest := range guests.All() {
		from, to := visits.Of(i)
		fmt.Println(guest.Guest, guest.Visits, guest.Revenue, "rows", from, "to", to)
	}
	// Output:
	// ann 2 520 rows 0 to 2
	// bob 1 260 rows 2 to 3
}
