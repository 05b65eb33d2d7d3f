package lifecycle_test

import (
	"fmt"

	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/segment/lifecycle"
)

// How many guests are slipping away this Monday? The stages go into the log of movement as classes of a plan.
func ExampleLives_howManyAreSlippingAway() {
	register, _ := hotelcrm.NewRegister(hotelcrm.Setup{Currency: "EUR"})
	for guest, arrival := range map[string]hotelcrm.Date{
		"Ana": hotelcrm.DateOf(2025, 5, 20), "Bo": hotelcrm.DateOf(2024, 8, 1), "Chen": hotelcrm.DateOf(2022, 5, 1),
	} {
		_ = register.Add(hotelcrm.Stay{Guest: guest, Arrival: arrival, Departure: arrival + 2, Status: hotelcrm.Departed})
	}
	visits, _ := register.Visits(hotelcrm.DateOf(2025, 6, 2), hotelcrm.Window{})
	lives, err := lifecycle.Rules{DefaultGap: 180}.Stages(visits)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(lives.AsOf(), "at risk:", lives.Count(lifecycle.AtRisk), "lapsed:", lives.Count(lifecycle.Lapsed))
	snapshot := lives.Snapshot("life", 1)
	class, _ := snapshot.Class("Chen")
	fmt.Println("Chen", class)
	// Output:
	// 2025-06-02 at risk: 1 lapsed: 1
	// Chen lapsed
}

// What has become of the guests who were there a year ago?
func ExampleRules_StandingAll_aYearAgo() {
	register, _ := hotelcrm.NewRegister(hotelcrm.Setup{Currency: "EUR"})
	for guest, arrival := range map[string]hotelcrm.Date{
		"Ana": hotelcrm.DateOf(2025, 5, 20), "Bo": hotelcrm.DateOf(2024, 5, 1), "Chen": hotelcrm.DateOf(2022, 5, 1),
	} {
		_ = register.Add(hotelcrm.Stay{Guest: guest, Arrival: arrival, Departure: arrival + 2, Status: hotelcrm.Departed})
	}
	visits, _ := register.Visits(hotelcrm.DateOf(2025, 6, 2), hotelcrm.Window{})
	now, err := lifecycle.Rules{}.Stages(visits)
	if err != nil {
		fmt.Println(err)
		return
	}
	then, err := lifecycle.Rules{}.StandingAll(visits, hotelcrm.DateOf(2024, 6, 2))
	for i, guest := range visits.Guests() {
		fmt.Println(guest, then[i].Stage, "to", now.Stages()[i], err)
	}
	// Output:
	// Ana prospect to new <nil>
	// Bo new to at-risk <nil>
	// Chen lapsed to lapsed <nil>
}
