package liability_test

import (
	"fmt"

	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/loyalty/points/liability"
)

// Two hotels of a programme keep books of their own; the group closes the quarter on both together.
func ExampleBook_Merge_groupClose() {
	group, err := innBook()
	if err != nil {
		fmt.Println(err)
		return
	}
	lodge, err := innBook()
	if err != nil {
		fmt.Println(err)
		return
	}
	err = group.Merge(lodge)
	for _, v := range group.Vintages(hotelcrm.DateOf(2026, 6, 30)) {
		fmt.Println(v.Start, v.Issued, v.Redeemed, v.Outstanding)
	}
	fmt.Println(err)
	// Output:
	// 2026-01-01 2000 600 1400
	// 2026-04-01 1000 0 1000
	// <nil>
}

// Does the provision still cover what will be redeemed? The shortfall is an exact fraction until it is posted.
func ExampleExact_shortfallOfTheProvision() {
	perPoint, _ := liability.Ratio(6, 1000)
	held, needed := liability.Points(20), liability.Points(3500).Times(perPoint)
	if held.Cmp(needed) < 0 {
		shortfall := needed.Minus(held)
		fmt.Println(needed, shortfall, shortfall.Sign())
	}
	third, _ := liability.Ratio(1, 3)
	fmt.Println(third.Plus(third).Rat().FloatString(4)) // for a chart; books take Round
	// Output:
	// 21 1 1
	// 0.6667
}
