package hotelcrm_test

import (
	"errors"
	"fmt"
	"strings"
	"time"

	"github.com/hotelcrm/hotelcrm"
	"github.com/shopspring/decimal"
)

// Two rooms for three nights are three nights of the guest and six of the house.
func ExampleStay_familyInTwoRooms() {
	arrival := hotelcrm.DateOf(2026, time.July, 30)
	stay := hotelcrm.Stay{
		Guest: "ann", Status: hotelcrm.Departed, Arrival: arrival, Departure: hotelcrm.DateOf(2026, time.August, 2), Rooms: 2,
		Revenue: hotelcrm.Revenue{Rooms: decimal.NewFromInt(960)},
	}
	fmt.Println(stay.Nights(), stay.RoomNights())
	day := hotelcrm.Stay{Guest: "bob", Status: hotelcrm.Departed, Arrival: arrival, Departure: arrival, Rooms: 1}
	fmt.Println(day.Nights(), day.RoomNights()) // day use
	// Output:
	// 3 6
	// 0 0
}

// What a register counts as by default, written out: the page of assumptions that belongs to every report.
func ExampleSetup_assumptionsOfAReport() {
	register, err := hotelcrm.NewRegister(hotelcrm.Setup{Currency: "JPY"})
	if err != nil {
		fmt.Println(err)
		return
	}
	setup := register.Setup()
	fmt.Println(setup.Currency, setup.Scale, setup.Form, setup.Workers, setup.MaxErrors)
	fmt.Println(setup.Policy.Departments, setup.Policy.Visit, setup.Policy.Join)
	// Output:
	// JPY 0 all-visits 1 20
	// rooms,food-beverage,other-operated,miscellaneous by-arrival false
}

// Why does the library see fewer stays than the property system? Counts has the answer, reason by reason.
func ExampleCounts_fewerStaysThanInThePMS() {
	register, _ := hotelcrm.NewRegister(hotelcrm.Setup{Currency: "EUR"})
	june := hotelcrm.DateOf(2025, time.June, 1)
	stay := hotelcrm.Stay{ID: "4711", Guest: "ann", Status: hotelcrm.Departed, Arrival: june, Departure: june + 2}
	cancelled, nobody := stay, stay
	cancelled.ID, cancelled.Status = "4712", hotelcrm.Cancelled
	nobody.ID, nobody.Role = "4713", hotelcrm.Account
	for _, s := range []hotelcrm.Stay{stay, stay, cancelled, nobody} {
		_ = register.Add(s)
	}
	guests, _ := register.Summaries(hotelcrm.DateOf(2026, time.January, 1), hotelcrm.Window{})
	counts := guests.Counts()
	fmt.Println(counts)
	fmt.Println(counts.Left(hotelcrm.WasCancelled), len(counts.LeftOut()))
	// Output:
	// rows 4: stays 1, cancelled 1, account 1, repeat 1
	// 1 3
}

// An import hands over line by line. One line is wrong: nothing of the batch is taken, and the error says which line.
func ExampleRegister_AddSeq_importOfAFile() {
	file := "ann 2025-06-01 2025-06-03\nbob 2025-06-05 2025-06-04\ncid 2025-06-07 2025-06-08\n"
	register, _ := hotelcrm.NewRegister(hotelcrm.Setup{Currency: "EUR"})
	err := register.AddSeq(func(yield func(hotelcrm.Stay, error) bool) {
		for line := range strings.Lines(file) {
			f := strings.Fields(line)
			arrival, err := hotelcrm.ParseDate(f[1])
			departure, err2 := hotelcrm.ParseDate(f[2])
			stay := hotelcrm.Stay{Guest: f[0], Status: hotelcrm.Departed, Arrival: arrival, Departure: departure}
			if !yield(stay, errors.Join(err, err2)) {
				return
			}
		}
	})
	fmt.Println(err)
	guests, _ := register.Summaries(hotelcrm.DateOf(2026, time.January, 1), hotelcrm.Window{})
	fmt.Println(guests.Len(), "guests")
	// Output:
	// hotelcrm: row 2: departure "2025-06-04": departure is before arrival; want 2025-06-05 or later
	// 0 guests
}

// The night audit moves the business date on. Until then a stay of tomorrow that claims to have begun is refused.
func ExampleRegister_Advance_nightAudit() {
	today := hotelcrm.DateOf(2026, time.March, 1)
	register, _ := hotelcrm.NewRegister(hotelcrm.Setup{Currency: "EUR", AsOf: today})
	tomorrow := hotelcrm.Stay{Guest: "ann", Status: hotelcrm.InHouse, Arrival: today + 1, Departure: today + 3}
	fmt.Println(errors.Is(register.Add(tomorrow), hotelcrm.FutureStay))
	fmt.Println(register.Advance(today+1), register.Add(tomorrow))
	// Output:
	// true
	// <nil> <nil>
}

// A service that works through hotel after hotel fills one register again and again.
func ExampleRegister_Reset_hotelAfterHotel() {
	register, _ := hotelcrm.NewRegister(hotelcrm.Setup{
		Currency: "EUR", Form: hotelcrm.Tallies, Policy: hotelcrm.Policy{Visit: hotelcrm.ByStay},
	})
	may := hotelcrm.DateOf(2025, time.May, 1)
	for _, hotel := range [][]string{{"ann", "bob", "ann"}, {"ann"}} {
		register.Reset()
		for _, guest := range hotel {
			_ = register.Add(hotelcrm.Stay{Guest: guest, Status: hotelcrm.Departed, Arrival: may, Departure: may + 1})
		}
		guests, _ := register.Summaries(may+30, hotelcrm.Window{})
		fmt.Println(guests.Len(), guests.Counts())
	}
	// Output:
	// 2 rows 3: stays 3
	// 1 rows 1: stays 1
}
