package liability_test

import (
	"encoding/json"
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

// The close of a month is kept for the next one: amounts are text, exact to the last third.
func ExampleExact_MarshalText_keptForTheNextMonth() {
	april, err := liability.CatchUp(liability.Points(1000), liability.Step{Redeemed: 1, Expected: liability.Points(3)})
	if err != nil {
		fmt.Println(err)
		return
	}
	kept, err := json.Marshal(april[0])
	fmt.Println(string(kept), err)

	var before liability.Recognition
	if err := json.Unmarshal(kept, &before); err != nil {
		fmt.Println(err)
		return
	}
	may := liability.Recognition{ToDate: liability.Points(400), Period: liability.Points(400).Minus(before.ToDate), Liability: liability.Points(600)}
	lines, err := liability.RevenueEntry(before, may, cents)
	fmt.Println(lines[0].Role, lines[0].Debit, lines[1].Role, lines[1].Credit, err)

	var x liability.Exact
	fmt.Println(json.Unmarshal([]byte(`"0.33"`), &x))
	// Output:
	// {"toDate":"1000/3","period":"1000/3","liability":"2000/3"} <nil>
	// deferred 66.67 points-sold 66.67 <nil>
	// hotelcrm: exact: "0.33" is not allowed; want a whole number such as "-12", or a fraction in lowest terms such as "1/3"
}
