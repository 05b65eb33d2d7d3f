package concentration_test

import (
	"fmt"

	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/segment/concentration"
	"github.com/shopspring/decimal"
)

func ExampleOf_howFewGuestsBringEightyPerCent() {
	var spent []decimal.Decimal
	for _, euros := range []int64{900, 400, 250, 120, 90, 80, 60, 40, 35, 25} {
		spent = append(spent, decimal.New(euros, 0))
	}
	amounts, err := hotelcrm.AmountsOf(2, spent...)
	if err != nil {
		fmt.Println(err)
		return
	}
	c, err := concentration.Of(amounts) // of a year's summaries: concentration.Of(summaries.Revenue())
	if err != nil {
		fmt.Println(err)
		return
	}
	few, err := c.GuestsFor(decimal.RequireFromString("0.8"))
	fmt.Println(few.Guests, "of", c.Guests(), "guests bring", few.Amount, "of", c.Total(), err)
	// Output: 4 of 10 guests bring 1670 of 2000 <nil>
}

func ExampleDistribution_meetingWithTheOwner() {
	amounts, _ := hotelcrm.AmountsOf(2, decimal.New(60, 0), decimal.New(25, 0), decimal.New(10, 0), decimal.New(5, 0))
	c, err := concentration.Of(amounts)
	if err != nil {
		fmt.Println(err)
		return
	}
	curve, _ := c.Curve(4)
	for _, share := range curve {
		fmt.Println(share.GuestRate, "of the guests bring", share.Rate)
	}
	gini, _, _ := c.Gini(3)
	fmt.Println("Gini coefficient", gini)
	// Output:
	// 0 of the guests bring 0
	// 0.25 of the guests bring 0.6
	// 0.5 of the guests bring 0.85
	// 0.75 of the guests bring 0.95
	// 1 of the guests bring 1
	// Gini coefficient 0.45
}
