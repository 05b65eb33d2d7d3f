package docs_test

import (
	"fmt"

	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/loyalty"
	"github.com/shopspring/decimal"
)

// programme2026 is the programme as it was until now.
const programme2026 = `{
  "format": 1, "id": "lake", "currency": "EUR", "versions": [{
    "id": "2026", "window": {"kind": "rolling", "months": 12}, "valid": {"kind": "months", "months": 12},
    "tiers": [
      {"id": "guest"},
      {"id": "friend", "promote": {"metric": "nights", "atLeast": 5}},
      {"id": "family", "promote": {"metric": "nights", "atLeast": 15}}],
    "benefits": [{"id": "late", "name": "late check-out", "tiers": [{"tier": "friend", "given": "on-request"}]}],
    "earn": {"rates": [{"id": "base", "points": 1}], "cost": 0.01}
  }]
}`

// programme2027 is the plan: family by nights or by spend, 25 % more points for friends.
const programme2027 = `{
  "format": 1, "id": "lake", "currency": "EUR", "versions": [{
    "id": "2027", "window": {"kind": "rolling", "months": 12}, "valid": {"kind": "months", "months": 12},
    "tiers": [
      {"id": "guest"},
      {"id": "friend", "promote": {"metric": "nights", "atLeast": 5}},
      {"id": "family", "payRate": 0.1, "promote": {"any": [{"metric": "nights", "atLeast": 12}, {"metric": "spend", "atLeast": 2000}]}}],
    "benefits": [{"id": "late", "name": "late check-out", "tiers": [{"tier": "friend", "given": "on-request"}]}],
    "earn": {"rates": [{"id": "base", "points": 1}], "bonus": [{"tier": "friend", "rate": 0.25}], "cost": 0.01}
  }]
}`

// launch reads a programme, prints what is doubtful in it and returns its engine.
func launch(text string) (*loyalty.Engine, error) {
	programme, err := loyalty.ParseProgramme([]byte(text))
	if err != nil {
		return nil, err // unknown keys, contradictions, dates that overlap
	}
	for _, finding := range loyalty.Lint(programme) {
		fmt.Println(finding.Code, "at", finding.Path)
	}
	return loyalty.Compile(programme)
}

// replay prints what the plan would have made of the stays of the past, before anybody is told of it.
func replay(before, after *loyalty.Engine, guests []loyalty.Guest, on hotelcrm.Date) error {
	d, err := loyalty.CompareGuests(before, after, guests, loyalty.Weekdays{}, loyalty.Replay{At: loyalty.AsOf{On: on}})
	if err != nil {
		return err
	}
	for _, move := range d.Moves {
		fmt.Println(move.From, "to", move.To+":", move.Members)
	}
	fmt.Println("points", d.EarnedBefore.Points, "to", d.EarnedAfter.Points)
	fmt.Println("cost  ", d.EarnedBefore.Cost, "to", d.EarnedAfter.Cost)
	return nil
}

func Example_programmeLaunch() {
	before, err := launch(programme2026)
	if err != nil {
		fmt.Println(err)
		return
	}
	after, err := launch(programme2027)
	if err != nil {
		fmt.Println(err)
		return
	}
	if err := replay(before, after, lastYear(), hotelcrm.DateOf(2026, 12, 31)); err != nil {
		fmt.Println(err)
	}
	// Output:
	// low-pay-rate at versions[0].tiers[2].payRate
	// friend to family: 2
	// points 4370 to 4605
	// cost   43.7 to 46.05
}

// lastYear returns the members with the stays of 2026, as the register was told of them.
func lastYear() []loyalty.Guest {
	stay := func(id string, month, nights int, euros int64) loyalty.Folio {
		arrival := hotelcrm.DateOf(2026, 1, 10).AddMonths(month - 1)
		return loyalty.Folio{Stay: hotelcrm.Stay{
			ID: id, Property: "LAKE", Status: hotelcrm.Departed, Arrival: arrival, Departure: arrival.AddDays(nights),
			Revenue: hotelcrm.Revenue{Rooms: decimal.New(euros, 0)},
		}}
	}
	member := func(id string, stays ...loyalty.Folio) loyalty.Guest {
		return loyalty.Guest{Member: loyalty.Member{ID: id, Enrolled: hotelcrm.DateOf(2025, 12, 1)}, Folios: stays}
	}
	return []loyalty.Guest{
		member("ann", stay("1", 2, 6, 720), stay("2", 6, 7, 940)),
		member("bob", stay("3", 3, 2, 260)),
		member("cid", stay("4", 1, 3, 1300), stay("5", 8, 3, 1150)),
	}
}
