package hotelcrm_test

import (
	"fmt"
	"time"

	"github.com/hotelcrm/hotelcrm"
	"github.com/shopspring/decimal"
)

// One row a guest is all that most answers need: when last, how often, how much, and how much of it after the first visit.
func ExampleSummary_regularWhoSpendsMore() {
	register, _ := hotelcrm.NewRegister(hotelcrm.Setup{Currency: "EUR"})
	for i, rooms := range []int64{180, 220, 300} {
		arrival := hotelcrm.DateOf(2025, time.January, 10).AddMonths(3 * i)
		_ = register.Add(hotelcrm.Stay{
			Guest: "ann", Status: hotelcrm.Departed, Arrival: arrival, Departure: arrival + 2,
			Revenue: hotelcrm.Revenue{Rooms: decimal.NewFromInt(rooms)},
		})
	}
	guests, _ := register.Summaries(hotelcrm.DateOf(2026, time.January, 1), hotelcrm.Window{})
	for _, ann := range guests.All() {
		fmt.Println(ann.First, ann.Last, ann.Visits, ann.Nights)
		fmt.Println(ann.Revenue, "of it after the first visit", ann.RepeatRevenue)
	}
	// Output:
	// 2025-01-10 2025-07-12 3 6
	// 700 of it after the first visit 520
}

// Columns answer questions about the house without a row in sight: what share of guests came back?
func ExampleSummaries_shareOfRepeatGuests() {
	guests, _ := hotelcrm.NewSummaries("EUR", hotelcrm.DateOf(2026, time.January, 1), []hotelcrm.Summary{
		{Guest: "ann", Last: hotelcrm.DateOf(2025, time.December, 22), Visits: 3, Revenue: decimal.NewFromInt(820)},
		{Guest: "bob", Last: hotelcrm.DateOf(2025, time.May, 6), Visits: 1, Revenue: decimal.NewFromInt(99)},
		{Guest: "cid", Last: hotelcrm.DateOf(2024, time.May, 6), Visits: 1, Revenue: decimal.NewFromInt(140)},
		{Guest: "dee", Last: hotelcrm.DateOf(2025, time.July, 1), Visits: 2, Revenue: decimal.NewFromInt(300)},
	})
	repeaters := 0
	for _, visits := range guests.Visits() {
		if visits > 1 {
			repeaters++
		}
	}
	fmt.Println(repeaters, "of", guests.Len(), "came back; revenue", guests.Revenue().Sum())
	// Output: 2 of 4 came back; revenue 1359
}

// What is computed from summaries takes as many goroutines as the register was set up with; no figure depends on it.
func ExampleSummaries_Workers_fourCores() {
	register, _ := hotelcrm.NewRegister(hotelcrm.Setup{Currency: "EUR", Workers: 4})
	guests, _ := register.Summaries(hotelcrm.DateOf(2026, time.January, 1), hotelcrm.Window{})
	fmt.Println(guests.Workers())
	// Output: 4
}

// A rate of 99.995 a night does not fit cents. It is kept exactly beside the integers and never rounded.
func ExampleAmounts_splitBillHalfACent() {
	revenue, _ := hotelcrm.AmountsOf(2,
		decimal.RequireFromString("320"), decimal.RequireFromString("99.995"), decimal.RequireFromString("99.99"))
	fmt.Println(revenue.Len(), "amounts in units of 10^-2:", revenue.Minor(), "beyond:", revenue.Beyond())
	exact, kept := revenue.Exact(1)
	fmt.Println(exact, kept, revenue.Compare(1, 2)) // cents alike, yet more
	// Output:
	// 3 amounts in units of 10^-2: [32000 9999 9999] beyond: 1
	// 99.995 true 1
}

// How many days lie between the visits of a guest? Rows come guest by guest, in order of arrival.
func ExampleVisits_daysBetweenVisits() {
	register, _ := hotelcrm.NewRegister(hotelcrm.Setup{Currency: "EUR"})
	spring := hotelcrm.DateOf(2025, time.March, 1)
	for _, arrival := range []hotelcrm.Date{spring, spring + 61, spring + 122} {
		_ = register.Add(hotelcrm.Stay{Guest: "ann", Status: hotelcrm.Departed, Arrival: arrival, Departure: arrival + 1})
	}
	visits, _ := register.Visits(hotelcrm.DateOf(2026, time.January, 1), hotelcrm.Window{})
	from, to := visits.Of(0)
	for v := from + 1; v < to; v++ {
		fmt.Println(visits.Arrival()[v].DaysSince(visits.Arrival()[v-1]), "days")
	}
	fmt.Println(visits.Len(), "visits")
	// Output:
	// 61 days
	// 61 days
	// 3 visits
}
