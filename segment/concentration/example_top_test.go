package concentration_test

import (
	"fmt"

	"github.com/hotelcrm/hotelcrm/segment/concentration"
	"github.com/shopspring/decimal"
)

// What would be missing if the three best guests stayed away? And what does the best tenth bring?
func ExampleDistribution_Top_ifTheBestStayedAway() {
	c, err := concentration.Of(aYearOfGuests())
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(c.Top(3), "of", c.Total())
	tenth, err := c.TopGuests(decimal.New(1, -1))
	fmt.Println(tenth.Guests, "guest brings", tenth.Rate, err)
	// Output:
	// 1550 of 2000
	// 1 guest brings 0.45 <nil>
}

// How many C guests are there, and under which rules?
func ExampleClasses_howManyAreC() {
	classes, err := concentration.ABC{A: decimal.New(7, -1)}.Classify(aYearOfGuests())
	if err != nil {
		fmt.Println(err)
		return
	}
	c := classes.Groups()[2]
	fmt.Println(c.Guests, "guests bring", c.Amount, "with limits", classes.Rules().A, classes.Rules().B, classes.Rules().Boundary)
	// Output: 3 guests bring 100 with limits 0.7 0.95 share-before
}
