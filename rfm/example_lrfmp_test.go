package rfm_test

import (
	"fmt"
	"time"

	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/rfm"
	"github.com/shopspring/decimal"
)

// stays of Ann, who comes every summer, Ben, who comes often but never at the same interval, and Cleo, who is new.
func stays() []hotelcrm.Stay {
	var out []hotelcrm.Stay
	add := func(guest string, year int, month time.Month, day, nights int, rooms, dining int64) {
		arrival := hotelcrm.DateOf(year, month, day)
		out = append(out, hotelcrm.Stay{
			Guest: guest, Status: hotelcrm.Departed, Arrival: arrival, Departure: arrival.AddDays(nights),
			Revenue: hotelcrm.Revenue{Rooms: decimal.New(rooms, 0), FoodBeverage: decimal.New(dining, 0)},
		})
	}
	for year := 2020; year <= 2025; year++ {
		add("Ann", year, 7, 12, 7, 900, 40)
	}
	for _, day := range [][3]int{{2024, 11, 3}, {2024, 11, 9}, {2025, 2, 1}, {2025, 2, 27}, {2025, 6, 15}, {2025, 9, 1}, {2025, 12, 6}} {
		add("Ben", day[0], time.Month(day[1]), day[2], 1, 110, 75)
	}
	add("Cleo", 2025, 12, 20, 2, 260, 180)
	return out
}

// guestsOf returns the summaries of the stays at the end of 2025.
func guestsOf(stays []hotelcrm.Stay, policy hotelcrm.Policy) (*hotelcrm.Summaries, error) {
	register, err := hotelcrm.NewRegister(hotelcrm.Setup{Currency: "EUR", Policy: policy})
	if err != nil {
		return nil, err
	}
	for _, stay := range stays {
		if err := register.Add(stay); err != nil {
			return nil, err
		}
	}
	return register.Summaries(hotelcrm.DateOf(2025, 12, 31), hotelcrm.Window{})
}

func ExampleLRFMP_yearlyRegularAndNewcomer() {
	guests, err := guestsOf(stays(), hotelcrm.Policy{})
	if err != nil {
		fmt.Println(err)
		return
	}
	scores, err := rfm.Of(guests, rfm.LRFMP(rfm.ByValue, 3))
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println("name L R F M P")
	for i, guest := range guests.All() {
		s := scores.At(i)
		fmt.Printf("%-4s %d %d %d %d %d\n", guest.Guest, s.L, s.R, s.F, s.M, s.P)
	}
	thresholds := scores.Thresholds()
	fmt.Println("length up to", thresholds.Length.Cuts, "days, periodicity up to", thresholds.Periodicity.Cuts)
	for _, warning := range scores.Warnings() {
		if warning.Code == rfm.WarnNoRhythm {
			fmt.Println(warning.Code, warning.N)
		}
	}
	// Output:
	// name L R F M P
	// Ann  3 1 2 3 3
	// Ben  2 2 3 2 1
	// Cleo 1 3 1 1 1
	// length up to [2 399] days, periodicity up to [0.4]
	// no-rhythm 1
}

func ExampleConfig_howRegularlyGuestsCome() {
	guests, err := guestsOf(stays(), hotelcrm.Policy{})
	if err != nil {
		fmt.Println(err)
		return
	}
	histogram, err := rfm.HistogramOf(guests, rfm.Config{Periodicity: rfm.Cut{Method: rfm.ByValue}})
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, count := range histogram.Periodicity {
		fmt.Println(count.Guests, "guest, give or take", count.Value, "days")
	}
	// Output:
	// 1 guest, give or take 0.4 days
	// 1 guest, give or take 37.263327 days
}

func ExampleHistogramOf_chainWithLengthOfRelationship() {
	config := rfm.Config{Length: rfm.Cut{Method: rfm.MeanSplit}}
	guests, err := guestsOf(stays(), hotelcrm.Policy{})
	if err != nil {
		fmt.Println(err)
		return
	}
	histogram, err := rfm.HistogramOf(guests, config)
	if err != nil {
		fmt.Println(err)
		return
	}
	thresholds, _, err := histogram.Fit(config)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println("long from", thresholds.Length.Cuts, "days on")
	// Output: long from [744.66666666666666666667] days on
}

func ExampleMonetaryOf_foodAndBeverageAlone() {
	dining := hotelcrm.Policy{Departments: hotelcrm.Departments(hotelcrm.FoodBeverage)}
	guests, err := guestsOf(stays(), dining)
	if err != nil {
		fmt.Println(err)
		return
	}
	scores, err := rfm.Of(guests, rfm.Config{Monetary: rfm.Cut{Bins: 3}, MonetaryOf: rfm.RevenuePerVisit})
	if err != nil {
		fmt.Println(err)
		return
	}
	for i, guest := range guests.All() {
		fmt.Println(guest.Guest, "dined for", guest.Revenue, "in all, score per visit", scores.At(i).M)
	}
	// Output:
	// Ann dined for 240 in all, score per visit 1
	// Ben dined for 525 in all, score per visit 2
	// Cleo dined for 180 in all, score per visit 3
}
