package loyalty_test

import (
	"encoding/json"
	"fmt"

	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/loyalty"
	"github.com/shopspring/decimal"
)

// pointsOfTheInn earns one point a euro, more for friends, doubled in November until 500 points are given.
const pointsOfTheInn = `{
  "format": 1, "id": "inn", "currency": "EUR",
  "versions": [{
    "id": "2026",
    "tiers": [{"id": "guest"}, {"id": "friend", "promote": {"metric": "nights", "atLeast": 5}}],
    "stays": {"withoutRates": ["CREW*"]},
    "earn": {
      "rates": [{"id": "euro", "points": 1}], "cost": 0.02,
      "bonus": [{"tier": "friend", "rate": 0.5}], "rounding": "half-up", "after": {"workingDays": 3}
    },
    "campaigns": [{"id": "november", "from": "2026-11-01", "to": "2026-12-01", "register": "before-stay", "budget": 500,
      "reward": {"kind": "multiplier", "times": 2}}]
  }]
}`

func pointsEngine() *loyalty.Engine {
	p, err := loyalty.ParseProgramme([]byte(pointsOfTheInn))
	if err != nil {
		fmt.Println(err)
	}
	e, err := loyalty.Compile(p)
	if err != nil {
		fmt.Println(err)
	}
	return e
}

func folio(id string, arrival hotelcrm.Date, nights int, cents int64) loyalty.Folio {
	return loyalty.Folio{Stay: hotelcrm.Stay{
		ID: id, Property: "inn", Status: hotelcrm.Departed, Arrival: arrival, Departure: arrival.AddDays(nights),
		Revenue: hotelcrm.Revenue{Rooms: decimal.New(cents, -2)},
	}}
}

// beaStays has been at the inn in May and in November, and once with a crew.
func beaStays() *loyalty.Guest {
	crew := folio("crew", hotelcrm.DateOf(2026, 8, 1), 1, 9000)
	crew.RateCode = "CREW12"
	return &loyalty.Guest{
		Member: loyalty.Member{ID: "Bea", Enrolled: hotelcrm.DateOf(2025, 11, 3)},
		Folios: []loyalty.Folio{
			folio("may", hotelcrm.DateOf(2026, 5, 4), 3, 30_050), folio("may, longer", hotelcrm.DateOf(2026, 5, 7), 2, 20_000), crew,
			folio("november", hotelcrm.DateOf(2026, 11, 10), 2, 24_101),
		},
		Registered: []loyalty.Registration{{Campaign: "november", On: hotelcrm.DateOf(2026, 10, 30)}},
	}
}

func ExampleEngine_Earn_everyLineExplained() {
	earned, err := pointsEngine().Earn(beaStays(), loyalty.Earning{Calendar: loyalty.Weekdays{}})
	if err != nil {
		fmt.Println(err)
	}
	for _, c := range earned.Credits {
		fmt.Println(c.Date, c.Source+":", c.Kind, c.Rule, "of", c.Of, "=", c.Exact, "->", c.Points, "as", c.Tier, "from", c.Posted)
	}
	fmt.Println(earned.Redeemable, "points,", earned.Qualifying, "qualify;", earned.Taken)
	// Output:
	// 2026-05-09 may: base euro of 500.5 = 500.5 -> 501 as guest from 2026-05-13
	// 2026-11-12 november: base euro of 241.01 = 241.01 -> 241 as friend from 2026-11-17
	// 2026-11-12 november: bonus friend of 241 = 120.5 -> 121 as friend from 2026-11-17
	// 2026-11-12 november: campaign november of 241 = 241 -> 241 as friend from 2026-11-17
	// 1104 points, 742 qualify; rows 4: counted 3, rate 1
}

func ExampleEarnings_Of_statusFromStays() {
	e, g := pointsEngine(), beaStays()
	earned, err := e.Earn(g, loyalty.Earning{Calendar: loyalty.Weekdays{}})
	if err != nil {
		fmt.Println(err)
	}
	m := earned.Of(g)
	s, err := e.Status(&m, loyalty.AsOf{On: hotelcrm.DateOf(2026, 12, 1)})
	fmt.Println(s.Tier, "from", s.From, err)
	for _, a := range m.Activities {
		fmt.Println(a.Date, a.Nights, "nights,", a.Stays, "stay,", a.Spend, "euros")
	}
	// Output:
	// friend from 2026-05-09 <nil>
	// 2026-05-09 5 nights, 1 stay, 500.5 euros
	// 2026-11-12 2 nights, 1 stay, 241.01 euros
}

func ExampleEngine_EarnAll_theBudgetIsSpent() {
	guests := []loyalty.Guest{*beaStays(), *beaStays(), *beaStays()}
	for i, name := range []string{"Bea", "Ann", "Cy"} {
		guests[i].ID = name
		guests[i].Folios[3].Seq = int64(10 - i) // Cy's bill was closed first
	}
	all, err := pointsEngine().EarnAll(guests, loyalty.Earning{Calendar: loyalty.Weekdays{}}, 2)
	if err != nil {
		fmt.Println(err)
	}
	for i, earned := range all {
		c := earned.Credits[3]
		fmt.Println(guests[i].ID, "claims", c.Rounded, "and gets", c.Points, c.Why)
	}
	// Output:
	// Bea claims 241 and gets 18 budget
	// Ann claims 241 and gets 241 unset
	// Cy claims 241 and gets 241 unset
}

func ExampleEarner_Claims_oneGuestAfterAnother() {
	r := pointsEngine().Earner()
	for range 2 {
		earned, err := r.Claims(beaStays(), loyalty.Earning{Calendar: loyalty.Weekdays{}})
		if err != nil {
			fmt.Println(err)
		}
		fmt.Println(earned.Redeemable)
	}
	// Output:
	// 1104
	// 1104
}

func ExampleCompareGuests_isAFloorTooDear() {
	old := pointsEngine()
	p := old.Programme()
	p.Versions = []loyalty.Version{p.Versions[0]}
	planned := *p.Versions[0].Earn
	planned.Floor = 400
	p.Versions[0].Earn = &planned
	after, err := loyalty.Compile(p)
	if err != nil {
		fmt.Println(err)
	}
	d, err := loyalty.CompareGuests(old, after, []loyalty.Guest{*beaStays()}, loyalty.Weekdays{}, loyalty.Replay{At: loyalty.AsOf{On: hotelcrm.DateOf(2026, 12, 31)}})
	fmt.Println(d.More, "earns more:", d.EarnedBefore.Points, "points for", d.EarnedBefore.Cost, "become", d.EarnedAfter.Points, "for", d.EarnedAfter.Cost, err)
	fmt.Println(d.Largest[0].Member, d.Largest[0].Before.Points, d.Largest[0].After.Points)
	// Output:
	// 1 earns more: 1104 points for 22.08 become 1142 for 22.84 <nil>
	// Bea 1104 1142
}

func ExampleWeekdays_Working_aBridgeDayIsMadeUpFor() {
	w := loyalty.Weekdays{Holidays: []hotelcrm.Date{hotelcrm.DateOf(2026, 2, 16)}, Workdays: []hotelcrm.Date{hotelcrm.DateOf(2026, 2, 14)}}
	fmt.Println(w.Working(hotelcrm.DateOf(2026, 2, 16)), w.Working(hotelcrm.DateOf(2026, 2, 14)), w.Working(hotelcrm.DateOf(2026, 2, 15)))
	// Output: false true false
}

func ExampleTaken_LeftOut_byReason() {
	earned, err := pointsEngine().Earn(beaStays(), loyalty.Earning{Calendar: loyalty.Weekdays{}})
	if err != nil {
		fmt.Println(err)
	}
	fmt.Println(earned.Taken.LeftOut(), earned.Taken.Left(loyalty.WrongRate))
	twice := earned.Taken.Plus(earned.Taken)
	fmt.Println(twice)
	// Output:
	// map[rate:1] 1
	// rows 8: counted 6, rate 2
}

func ExampleFraction_String_beforeRounding() {
	var f loyalty.Fraction
	err := json.Unmarshal([]byte(`"333+1/3"`), &f)
	fmt.Println(f, f.Whole, f.Num, f.Den, err)
	// Output: 333+1/3 333 1 3 <nil>
}
