package hotelcrm_test

import (
	"fmt"

	"github.com/hotelcrm/hotelcrm"
	"github.com/shopspring/decimal"
)

// Two properties fill registers of their own; the head office merges what they send.
func ExampleRegister_Merge_chainOfHotels() {
	setup := hotelcrm.Setup{Currency: "EUR"}
	atProperty := func(property, guest string, day int) []byte {
		register, _ := hotelcrm.NewRegister(setup)
		arrival := hotelcrm.DateOf(2025, 6, day)
		_ = register.Add(hotelcrm.Stay{
			ID: "1001", Property: property, Guest: guest, Status: hotelcrm.Departed, Arrival: arrival, Departure: arrival.AddDays(2),
			Revenue: hotelcrm.Revenue{Rooms: decimal.NewFromInt(240)},
		})
		data, _ := register.MarshalBinary()
		return data
	}
	chain, _ := hotelcrm.NewRegister(setup)
	for _, data := range [][]byte{atProperty("CITY", "ann", 3), atProperty("RESORT", "ann", 20)} {
		var part hotelcrm.Register
		if err := part.UnmarshalBinary(data); err != nil {
			fmt.Println(err)
		}
		if err := chain.Merge(&part); err != nil {
			fmt.Println(err)
		}
	}
	guests, _ := chain.Summaries(hotelcrm.DateOf(2025, 12, 31), hotelcrm.Window{})
	fmt.Println(guests.At(0).Guest, guests.At(0).Visits, guests.At(0).Revenue)
	// Output: ann 2 480
}

// A no-show's fee counts as revenue of a guest who has been here, and never as a visit.
func ExamplePolicy_noShowFees() {
	policy := hotelcrm.Policy{Departments: hotelcrm.AllButFees | hotelcrm.Departments(hotelcrm.Fees)}
	register, _ := hotelcrm.NewRegister(hotelcrm.Setup{Currency: "EUR", Policy: policy})
	arrival := hotelcrm.DateOf(2025, 3, 1)
	for _, stay := range []hotelcrm.Stay{
		{Guest: "ann", Status: hotelcrm.Departed, Arrival: arrival, Departure: arrival + 2, Revenue: hotelcrm.Revenue{Rooms: decimal.NewFromInt(300)}},
		{Guest: "ann", Status: hotelcrm.NoShow, Arrival: arrival + 60, Departure: arrival + 61, Revenue: hotelcrm.Revenue{Fees: decimal.NewFromInt(80)}},
	} {
		if err := register.Add(stay); err != nil {
			fmt.Println(err)
		}
	}
	guests, _ := register.Summaries(hotelcrm.DateOf(2025, 12, 31), hotelcrm.Window{})
	ann := guests.At(0)
	fmt.Println(ann.Visits, ann.Last, ann.Revenue)
	fmt.Println(guests.Counts())
	// Output:
	// 1 2025-03-03 380
	// rows 2: stays 1, no-show 1
}

// The nightly batch hands over columns; the form Tallies keeps one line per guest.
func ExampleRegister_AddColumns_nightlyBatch() {
	register, _ := hotelcrm.NewRegister(hotelcrm.Setup{
		Currency: "EUR", Form: hotelcrm.Tallies, Policy: hotelcrm.Policy{Visit: hotelcrm.ByStay}, Workers: 2,
	})
	first := hotelcrm.DateOf(2025, 11, 3)
	err := register.AddColumns(hotelcrm.Columns{
		GuestNumber: []uint64{4711, 815, 4711},
		Arrival:     []hotelcrm.Date{first, first, first + 20},
		Departure:   []hotelcrm.Date{first + 1, first + 4, first + 22},
		RoomRevenue: []int64{9900, 51600, 21000}, // cents
	})
	guests, _ := register.Summaries(hotelcrm.DateOf(2025, 12, 1), hotelcrm.Window{})
	for _, g := range guests.All() {
		fmt.Println(g.Guest, g.Visits, g.Nights, g.Revenue.StringFixed(2))
	}
	fmt.Println(err)
	// Output:
	// 4711 2 3 309.00
	// 815 1 4 516.00
	// <nil>
}

// A system that keeps last stay, count and total per guest needs no stays.
func ExampleNewSummaries_moveFromASpreadsheet() {
	_, err := hotelcrm.NewSummaries("EUR", hotelcrm.DateOf(2026, 1, 1), []hotelcrm.Summary{
		{Guest: "ann", Last: hotelcrm.DateOf(2025, 12, 22), Visits: 3, Revenue: decimal.RequireFromString("820.50")},
		{Guest: "bob", Last: hotelcrm.DateOf(2026, 5, 6), Visits: 1, Revenue: decimal.NewFromInt(99)},
	})
	fmt.Println(err)
	// Output: hotelcrm: row 2: last "2026-05-06": the guest is said to have arrived, but the date is in the future; want 1950-01-01 to 2026-01-01
}

func ExampleNewRegister_wrongCurrency() {
	_, err := hotelcrm.NewRegister(hotelcrm.Setup{Currency: "eur"})
	fmt.Println(err)
	// Output: hotelcrm: currency: "eur" is not allowed; want an ISO 4217 code such as EUR
}

func ExampleAmountsOf_halfACent() {
	amounts, _ := hotelcrm.AmountsOf(2, decimal.RequireFromString("12.50"), decimal.RequireFromString("0.005"))
	fmt.Println(amounts.Minor(), amounts.At(1), amounts.Sum())
	// Output: [1250 0] 0.005 12.505
}

func ExampleParseForm_nightlyService() {
	form, err := hotelcrm.ParseForm("tallies")
	fmt.Println(form == hotelcrm.Tallies, err)
	// Output: true <nil>
}
