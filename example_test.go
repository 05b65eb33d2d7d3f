package hotelcrm_test

import (
	"fmt"

	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/rfm"
	"github.com/shopspring/decimal"
)

// The quick start of the README: from stays to segments.
func Example() {
	asOf := hotelcrm.DateOf(2026, 1, 1)
	register, _ := hotelcrm.NewRegister(hotelcrm.Setup{Currency: "EUR", AsOf: asOf})
	for _, stay := range staysFromYourPMS() {
		if err := register.Add(stay); err != nil {
			fmt.Println(err) // names field, value and what is allowed; nothing was added
		}
	}
	guests, _ := register.Summaries(asOf, hotelcrm.Window{})
	scores, _ := rfm.Of(guests, rfm.Config{})
	segments, _ := scores.Segments(rfm.Hotel())
	for i, g := range guests.All() {
		fmt.Println(g.Guest, g.Visits, g.Nights, g.Revenue, scores.At(i), segments.At(i).Label)
	}
	// Output:
	// hotelcrm: departure "2025-02-28": departure is before arrival; want 2025-03-02 or later
	// ann 3 6 820.5 553 Regulars
	// bob 1 1 99 111 Seldom here, long ago
	// cid 1 14 2450 415 Big spenders, new or rare
	// dee 2 2 160 232 Lapsed guests
	// eve 2 6 990 334 Guests now due
}

// staysFromYourPMS stands for a query; see Stay for all that a row can carry.
func staysFromYourPMS() []hotelcrm.Stay {
	row := func(guest string, year, month, day, nights int, revenue string) hotelcrm.Stay {
		arrival := hotelcrm.DateOf(year, 1, day).AddMonths(month - 1)
		return hotelcrm.Stay{
			Guest: guest, Status: hotelcrm.Departed, Arrival: arrival, Departure: arrival.AddDays(nights),
			Revenue: hotelcrm.Revenue{Rooms: decimal.RequireFromString(revenue)},
		}
	}
	return []hotelcrm.Stay{
		row("ann", 2025, 3, 10, 2, "270"),
		row("ann", 2025, 9, 1, 2, "280.50"),
		row("ann", 2025, 12, 20, 2, "270"),
		row("bob", 2023, 5, 5, 1, "99"),
		row("cid", 2025, 8, 1, 14, "2450"),
		row("dee", 2023, 11, 3, 1, "80"),
		row("dee", 2024, 6, 7, 1, "80"),
		row("eve", 2024, 7, 7, 3, "480"),
		row("eve", 2025, 7, 7, 3, "510"),
		row("fay", 2025, 3, 2, -2, "75"),
	}
}
