package liability_test

import (
	"fmt"

	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/loyalty/points"
	"github.com/hotelcrm/hotelcrm/loyalty/points/liability"
	"github.com/shopspring/decimal"
)

var cents = hotelcrm.RoundTo{Places: 2, Mode: hotelcrm.RoundHalfEven}

// A stay of 600 gives 6,000 points worth 0.005 each, 80% of which will be redeemed.
func ExampleAllocate_stayWithPoints() {
	a, err := liability.Allocate(decimal.New(600, 0), decimal.New(600, 0), decimal.New(24, 0))
	if err != nil {
		fmt.Println(err)
		return
	}
	parts, err := a.Round(2)
	fmt.Println(a.Shares()[1], parts, err)
	// Output: 300/13 [576.92 23.08] <nil>
}

func ExampleCatchUp_moreGuestsRedeem() {
	years, err := liability.CatchUp(liability.Points(9000),
		liability.Step{Redeemed: 4500, Expected: liability.Points(9000)},
		liability.Step{Redeemed: 7500, Expected: liability.Points(10000)})
	for _, y := range years {
		fmt.Println(y.ToDate, y.Period, y.Liability)
	}
	fmt.Println(err)
	// Output:
	// 4500 4500 4500
	// 6750 2250 2250
	// <nil>
}

func ExampleDeferral_Revenue_breakage() {
	d := liability.Deferral{Amount: liability.Points(100), Points: 100, Expected: liability.Points(85), Breakage: liability.Proportional}
	fmt.Println(d.Revenue(34, false))
	d.Breakage = liability.Remote
	fmt.Println(d.Revenue(34, false))
	// Output:
	// 40 <nil>
	// 34 <nil>
}

func ExampleChainLadder_whatWillBeRedeemed() {
	l, err := liability.ChainLadder([]liability.Row{
		{Issued: 1000, Cumulative: []int64{400, 600}},
		{Issued: 2000, Cumulative: []int64{700}},
	}, liability.Points(1))
	if err != nil {
		fmt.Println(err)
		return
	}
	provision, err := liability.Cost(l.Total, decimal.New(6, -3))
	fmt.Println(l.Ultimates, l.Rates, l.Total, provision, err)
	// Output: [600 1050] [3/5 21/40] 350 21/10 <nil>
}

// innBook returns the points of one guest of an inn: 1,000 in January, of which 300 are spent in March; 500 in April.
func innBook() (*liability.Book, error) {
	rules := points.Rules{Currencies: []points.Currency{{Name: "points", Kind: points.Redeemable}}}
	a := points.NewAccount("anne")
	book, err := liability.NewBook(liability.Config{Currency: "points", Months: 3})
	if err != nil {
		return nil, err
	}
	var events []points.Event
	at := func(id string, month int) points.Header {
		return points.Header{ID: id, Date: hotelcrm.DateOf(2026, 1, 15).AddMonths(month - 1)}
	}
	for _, c := range []points.Command{
		points.Earn{Header: at("s1", 1), Credits: []points.Credit{{Currency: "points", Points: 1000}}},
		points.Redeem{Header: at("r1", 3), Currency: "points", Points: 300},
		points.Earn{Header: at("s2", 4), Credits: []points.Credit{{Currency: "points", Points: 500}}},
	} {
		decision, err := rules.Decide(a, c)
		if err != nil {
			return nil, err
		}
		if a, err = points.Fold(a, decision.Events); err != nil {
			return nil, err
		}
		events = append(events, decision.Events...)
	}
	return book, book.Add(events)
}

func ExampleBook_Vintages_quarterEnd() {
	book, err := innBook()
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, v := range book.Vintages(hotelcrm.DateOf(2026, 6, 30)) {
		fmt.Println(v.Start, v.Issued, v.Redeemed, v.Outstanding)
	}
	// Output:
	// 2026-01-01 1000 300 700
	// 2026-04-01 500 0 500
}

// From March to June one point is worth 0.004 at first, and 0.005 after the estimate of redemption is raised.
func ExampleRollForward_Value_estimateRaised() {
	book, err := innBook()
	if err != nil {
		fmt.Println(err)
		return
	}
	roll, err := book.RollForward(hotelcrm.DateOf(2026, 3, 1), hotelcrm.DateOf(2026, 6, 30))
	if err != nil {
		fmt.Println(err)
		return
	}
	before, _ := liability.Ratio(4, 1000)
	after, _ := liability.Ratio(5, 1000)
	value, err := roll.Value(before, after)
	fmt.Println(roll.Opening, roll.Issued, roll.Redeemed, roll.Closing)
	fmt.Println(value.Opening, value.Issued, value.Redeemed, value.EstimateChange, value.Closing, err)
	// Output:
	// 1000 500 300 1200
	// 4 2 6/5 6/5 6 <nil>
}

func ExampleBook_Triangle_twoVintages() {
	book, err := innBook()
	if err != nil {
		fmt.Println(err)
		return
	}
	rows, err := book.Triangle(hotelcrm.DateOf(2026, 7, 31), 3)
	for _, r := range rows {
		fmt.Println(r.Vintage, r.Issued, r.Cumulative)
	}
	fmt.Println(err)
	// Output:
	// 2026-01-01 1000 [300 300]
	// 2026-04-01 500 [0]
	// <nil>
}

func ExampleSaleEntry_checkOut() {
	a, err := liability.Allocate(decimal.New(600, 0), decimal.New(600, 0), decimal.New(24, 0))
	if err != nil {
		fmt.Println(err)
		return
	}
	lines, err := liability.SaleEntry(a, 2)
	for _, l := range lines {
		fmt.Println(l.Role, l.Debit.StringFixed(2), l.Credit.StringFixed(2))
	}
	fmt.Println(err)
	// Output:
	// receivable 600.00 0.00
	// revenue 0.00 576.92
	// deferred 0.00 23.08
	// <nil>
}

func ExampleRevenueEntry_monthEnd() {
	months, err := liability.CatchUp(liability.Points(1000), liability.Step{Redeemed: 1, Expected: liability.Points(3)})
	if err != nil {
		fmt.Println(err)
		return
	}
	lines, err := liability.RevenueEntry(liability.Recognition{}, months[0], cents)
	fmt.Println(lines[0].Role, lines[0].Debit, lines[1].Role, lines[1].Credit, err)
	// Output: deferred 333.33 points-sold 333.33 <nil>
}

func ExampleCostEntry_provisionRaised() {
	lines, err := liability.CostEntry(liability.Points(3000), liability.Points(3400), cents)
	fmt.Println(lines[0].Role, lines[0].Debit, lines[1].Role, lines[1].Credit, err)
	// Output: loyalty-cost 400 provision 400 <nil>
}

func ExampleExact_Round_once() {
	third, _ := liability.Ratio(200, 3)
	fmt.Println(third)
	fmt.Println(third.Round(cents))
	// Output:
	// 200/3
	// 66.67 <nil>
}

func ExampleNewBook_pointsOfTheHotelsOwnSales() {
	book, err := liability.NewBook(liability.Config{
		Currency: "points", Months: 12, Keep: func(t points.Terms) bool { return t.Origin == points.FromSale },
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(len(book.Vintages(hotelcrm.MaxDate)))
	// Output: 0
}

func ExampleCost_provision() {
	provision, err := liability.Cost(liability.Points(120000), decimal.New(6, -3))
	fmt.Println(provision, err)
	// Output: 720 <nil>
}

func ExampleAmount_priceOfAStay() {
	price, err := liability.Amount(decimal.New(59990, -2))
	fmt.Println(price, err)
	// Output: 5999/10 <nil>
}

// 97% of 10,000 points are expected to be redeemed.
func ExamplePoints_expected() {
	share, err := liability.Ratio(97, 100)
	fmt.Println(liability.Points(10000).Times(share), err)
	// Output: 9700 <nil>
}

func ExampleRatio_thirdOfAPoint() {
	third, err := liability.Ratio(1, 3)
	fmt.Println(third.Plus(third).Plus(third), err)
	// Output: 1 <nil>
}

// At the month's end the book counts what has lapsed, whether or not the night audit has written it yet.
func ExampleBook_Add_lapsesThatNobodyWrote() {
	rules := points.Rules{Version: "1", Currencies: []points.Currency{{Name: "points", Kind: points.Redeemable, Life: points.Life{Months: 12}}}}
	var events []points.Event
	account := points.NewAccount("anne")
	earned := points.Header{ID: "stay", Date: hotelcrm.DateOf(2025, 3, 10)}
	decision, _ := rules.Decide(account, points.Earn{Header: earned, Credits: []points.Credit{{Currency: "points", Points: 900}}})
	account, _ = points.Fold(account, decision.Events)
	events = append(events, decision.Events...)

	closing := hotelcrm.DateOf(2026, 3, 31)
	lapses, _ := rules.Decide(account, points.Expire{Header: points.Header{Date: closing, Recorded: account.Recorded()}})
	book, _ := liability.NewBook(liability.Config{Currency: "points"})
	_ = book.Add(append(events, lapses.Events...))
	for _, v := range book.Vintages(closing) {
		fmt.Println(v.Start, v.Issued, v.Expired, v.Outstanding)
	}
	// Output: 2025-03-01 900 900 0
}
