package concentration_test

import (
	"fmt"

	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/segment/concentration"
	"github.com/shopspring/decimal"
)

// aYearOfGuests is what ten guests of an inn spent in a year.
func aYearOfGuests() hotelcrm.Amounts {
	var spent []decimal.Decimal
	for _, euros := range []int64{900, 400, 250, 120, 90, 80, 60, 40, 35, 25} {
		spent = append(spent, decimal.New(euros, 0))
	}
	amounts, err := hotelcrm.AmountsOf(2, spent...)
	if err != nil {
		fmt.Println(err)
	}
	return amounts
}

func ExampleABC_Classify_whoGetsTheChristmasLetter() {
	classes, err := concentration.ABC{}.Classify(aYearOfGuests()) // A up to 80 %, B up to 95 %
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, group := range classes.Groups() {
		fmt.Println(group.Class, group.Guests, "guests bring", group.Amount, "or", group.Rate)
	}
	fmt.Println(classes.Classes())
	// Output:
	// A 4 guests bring 1670 or 0.835
	// B 3 guests bring 230 or 0.115
	// C 3 guests bring 100 or 0.05
	// [A A A A B B B C C C]
}

func ExampleParseBoundary_theGuestAtTheLimit() {
	rule, err := concentration.ParseBoundary("share-after")
	if err != nil {
		fmt.Println(err)
		return
	}
	classes, err := concentration.ABC{Boundary: rule}.Classify(aYearOfGuests())
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(classes.Classes()) // the fourth takes the share past 80 %
	// Output: [A A A B B B B C C C]
}

func ExampleParseTies_walkInsWhoAllPaidTheSame() {
	ties, err := concentration.ParseTies("together")
	if err != nil {
		fmt.Println(err)
		return
	}
	spent, _ := hotelcrm.AmountsOf(2, decimal.New(60, 0), decimal.New(20, 0), decimal.New(20, 0))
	classes, err := concentration.ABC{Ties: ties}.Classify(spent)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(classes.Classes())
	// Output: [A A A]
}

func ExampleParseShareOf_theBestFifthOfTheGuests() {
	of, err := concentration.ParseShareOf("guests")
	if err != nil {
		fmt.Println(err)
		return
	}
	rules := concentration.ABC{A: decimal.New(2, -1), B: decimal.New(5, -1), Of: of}
	classes, err := rules.Classify(aYearOfGuests())
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(classes.Classes())
	// Output: [A A B B B C C C C C]
}

func ExampleParseClass_columnOfAnExport() {
	class, err := concentration.ParseClass("A")
	fmt.Println(class, err)
	// Output: A <nil>
}

func ExampleDistribution_EightyTwenty_readToTheOwner() {
	c, err := concentration.Of(aYearOfGuests())
	if err != nil {
		fmt.Println(err)
		return
	}
	reading := c.EightyTwenty()
	fmt.Println("the best fifth brings", reading.BestFifth.Rate)
	fmt.Println("80 % comes from", reading.FourFifths.Guests, "guests")
	fmt.Println(reading.Balance.GuestRate, "of the guests bring", reading.Balance.Rate)
	hhi, _, _ := c.HHI(4)
	unbiased, _, _ := c.GiniUnbiased(4)
	fmt.Println("HHI", hhi, "Gini", unbiased)
	lorenz, _ := c.Lorenz(2)
	fmt.Println("the lower half brings", lorenz[1].Rate)
	// Output:
	// the best fifth brings 0.65
	// 80 % comes from 4 guests
	// 0.3 of the guests bring 0.775
	// HHI 0.2671 Gini 0.6483
	// the lower half brings 0.12
}
