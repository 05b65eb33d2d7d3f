package loyalty_test

import (
	"fmt"

	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/loyalty"
	"github.com/shopspring/decimal"
)

// theInn is the programme of a small inn.
const theInn = `{
  "format": 1, "id": "inn", "currency": "EUR",
  "versions": [{
    "id": "2026",
    "valid": {"kind": "month-end", "month": 2, "years": 2},
    "tiers": [
      {"id": "guest"},
      {"id": "friend", "promote": {"metric": "nights", "atLeast": 5}, "payRate": 0.95},
      {"id": "family", "payRate": 0.9, "promote": {"all": [
        {"any": [{"metric": "nights", "atLeast": 20}, {"metric": "stays", "atLeast": 8}]},
        {"metric": "spend", "atLeast": 2000}]}}
    ],
    "milestones": [{"id": "cake", "metric": "nights", "at": 5, "every": 5, "choices": ["cake", "wine"], "choose": 1, "chooseDays": 30}],
    "benefits": [{"id": "late", "name": "late check-out", "tiers": [{"tier": "friend", "given": "on-request"}, {"tier": "family", "given": "given", "text": "until 14:00"}]}],
    "expiry": {"idleMonths": 24},
    "freeNight": {"every": 5}
  }]
}`

func innEngine() *loyalty.Engine {
	p, err := loyalty.ParseProgramme([]byte(theInn))
	if err != nil {
		fmt.Println(err)
	}
	e, err := loyalty.Compile(p)
	if err != nil {
		fmt.Println(err)
	}
	return e
}

func stay(date hotelcrm.Date, nights int32, euros int64) loyalty.Activity {
	return loyalty.Activity{Date: date, Kind: loyalty.KindStay, Nights: nights, Stays: 1, Spend: decimal.New(euros, 0)}
}

func bea() *loyalty.Member {
	return &loyalty.Member{ID: "Bea", Enrolled: hotelcrm.DateOf(2025, 11, 3), Activities: []loyalty.Activity{
		stay(hotelcrm.DateOf(2026, 2, 14), 3, 420),
		stay(hotelcrm.DateOf(2026, 5, 9), 15, 1390),
	}}
}

func ExampleEngine_Status_atTheFrontDesk() {
	s, err := innEngine().Status(bea(), loyalty.AsOf{On: hotelcrm.DateOf(2026, 6, 1)})
	fmt.Println(s.Tier, "from", s.From, "through", s.Last(), "by", s.Source, err)
	// Output: friend from 2026-05-09 through 2028-02-29 by activity <nil>
}

func ExampleEngine_Progress_whatIsMissing() {
	p, err := innEngine().Progress(bea(), loyalty.AsOf{On: hotelcrm.DateOf(2026, 6, 1)})
	if err != nil {
		fmt.Println(err)
	}
	fmt.Println("to", p.Next)
	for _, way := range p.Ways {
		for _, need := range way {
			fmt.Print(need.Metric, " ", need.Have, " of ", need.AtLeast, ", ")
		}
		fmt.Println("before", way[0].Window.To)
	}
	// Output:
	// to family
	// nights 18 of 20, spend 1810 of 2000, before 2027-01-01
	// stays 2 of 8, spend 1810 of 2000, before 2027-01-01
}

func ExampleEngine_Project_withHerBooking() {
	booked := []loyalty.Activity{stay(hotelcrm.DateOf(2026, 10, 1), 4, 380)}
	p, err := innEngine().Project(bea(), loyalty.AsOf{On: hotelcrm.DateOf(2026, 6, 1)}, hotelcrm.DateOf(2026, 12, 31), booked)
	fmt.Println("idle:", p.Idle.Tier, "booked:", p.Booked.Tier, "at this pace:", p.Paced, err)
	// Output: idle: friend booked: family at this pace: family <nil>
}

func ExampleEngine_Timeline_whyIsSheAFriend() {
	entries, err := innEngine().Timeline(bea(), loyalty.AsOf{On: hotelcrm.DateOf(2028, 12, 31)})
	if err != nil {
		fmt.Println(err)
	}
	for _, e := range entries {
		fmt.Print(e.Date, " ", e.Reason, ": ", e.Status)
		for _, n := range e.Because {
			fmt.Print(", ", n.Metric, " ", n.Have, " of ", n.AtLeast)
		}
		fmt.Println()
	}
	// Output:
	// 2025-11-03 enrolled: guest
	// 2026-05-09 promoted: friend, nights 18 of 5
	// 2028-03-01 lapsed: guest
}

func ExampleEngine_Notices_beforeTheStatusEnds() {
	notices, err := innEngine().Notices(bea(), loyalty.AsOf{On: hotelcrm.DateOf(2028, 1, 2)}, loyalty.Notices{Days: 60})
	if err != nil {
		fmt.Println(err)
	}
	for _, n := range notices {
		fmt.Println(n.Kind, n.Tier, "to", n.To, "on", n.Date)
		fmt.Println("missing to stay:", n.Ways[0][0].Missing, n.Ways[0][0].Metric)
	}
	// Output:
	// status-ends friend to guest on 2028-03-01
	// missing to stay: 5 nights
}

func ExampleEngine_Milestones_cakeOrWine() {
	reached, err := innEngine().Milestones(bea(), loyalty.AsOf{On: hotelcrm.DateOf(2026, 6, 1)})
	if err != nil {
		fmt.Println(err)
	}
	for _, r := range reached {
		fmt.Println(r.Date, r.Milestone, "at", r.At, "nights:", r.Choose, "of", r.Choices, "before", r.ChooseBy)
	}
	// Output:
	// 2026-05-09 cake at 5 nights: 1 of [cake wine] before 2026-06-08
	// 2026-05-09 cake at 10 nights: 1 of [cake wine] before 2026-06-08
	// 2026-05-09 cake at 15 nights: 1 of [cake wine] before 2026-06-08
}

func ExampleEngine_Benefits_whatToOfferAtCheckIn() {
	list, err := innEngine().Benefits("family", "", hotelcrm.DateOf(2026, 6, 1))
	fmt.Println(list[0].Name, list[0].Given, list[0].Text, err)
	// Output: late check-out given until 14:00 <nil>
}

func ExampleEngine_Pays_tenPercentOff() {
	rate, err := innEngine().Pays("family", hotelcrm.DateOf(2026, 6, 1), decimal.New(120, 0))
	fmt.Println(rate, err)
	// Output: 108 <nil>
}

func ExampleEngine_FreeNights_aWeekOnPoints() {
	cost, free, err := innEngine().FreeNights("guest", hotelcrm.DateOf(2026, 6, 1), []int64{900, 900, 700, 1200, 1200, 900, 900})
	fmt.Println(cost, "points, free:", free, err)
	// Output: 6000 points, free: [2] <nil>
}

func ExampleEngine_Expires_afterAQuietYear() {
	lapse, err := innEngine().Expires(hotelcrm.DateOf(2024, 8, 31), hotelcrm.DateOf(2024, 8, 31), "guest")
	fmt.Println("last valid day", lapse.Last(), "by", lapse.Rule, err)
	// Output: last valid day 2026-08-30 by idleMonths <nil>
}
