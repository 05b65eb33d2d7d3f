package hotelcrm_test

import (
	"fmt"
	"time"

	"github.com/hotelcrm/hotelcrm"
)

// Gold is good for the calendar year after the one it was earned in; the next level's span begins where this one ends.
func ExampleSpan_goldCard() {
	gold := hotelcrm.Span{From: hotelcrm.DateOf(2026, time.January, 1), To: hotelcrm.DateOf(2027, time.January, 1)}
	days, closed := gold.Days()
	fmt.Println("valid through", gold.Last(), days, closed)
	fmt.Println(gold.Contains(hotelcrm.DateOf(2026, time.December, 31)), gold.Contains(gold.To))
	// Output:
	// valid through 2026-12-31 365 true
	// true false
}

// Which days of a half-term offer fall into the time the pool is closed?
func ExampleSpan_And_offerWhileThePoolIsClosed() {
	offer := hotelcrm.Span{From: hotelcrm.DateOf(2026, time.February, 14), To: hotelcrm.DateOf(2026, time.March, 2)}
	closed := hotelcrm.Span{From: hotelcrm.DateOf(2026, time.February, 26)} // until further notice
	both := offer.And(closed)
	days, _ := both.Days()
	fmt.Println(offer.Overlaps(closed), both.From, "through", both.Last(), "days:", days)
	before := hotelcrm.Span{To: offer.From}
	fmt.Println(offer.Overlaps(before), offer.And(before).Empty()) // the first day of one is the end of the other
	// Output:
	// true 2026-02-26 through 2026-03-01 days: 4
	// false true
}

// A window of arrivals names its last day: the whole of 2025 is written as people say it.
func ExampleWindow_financialYear() {
	year := hotelcrm.Window{From: hotelcrm.DateOf(2025, time.January, 1), To: hotelcrm.DateOf(2025, time.December, 31)}
	fmt.Println(year.Contains(hotelcrm.DateOf(2025, time.December, 31)), year.Contains(hotelcrm.DateOf(2026, time.January, 1)))
	var ever hotelcrm.Window
	fmt.Println(ever.Contains(hotelcrm.DateOf(1994, time.May, 1)))
	// Output:
	// true false
	// true
}
