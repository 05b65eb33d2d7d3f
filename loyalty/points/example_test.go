package points_test

import (
	"context"
	"fmt"

	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/loyalty/points"
)

// innRules: points live for two years and lapse after one year without a stay or an award; nights decide the tier.
func innRules() points.Rules {
	return points.Rules{Version: "2026-1", Currencies: []points.Currency{
		{
			Name: "points", Kind: points.Redeemable, Burn: points.SoonestExpiry, Grace: 30,
			Life:       points.Life{Months: 24, Cut: points.MonthEnd},
			Inactivity: points.Inactivity{Months: 12, Acts: []points.EventKind{points.EventEarn, points.EventRedeem}},
		},
		{Name: "nights", Kind: points.Qualifying},
	}}
}

// on returns a header of 2026.
func on(id string, month, day int) points.Header {
	date := hotelcrm.DateOf(2026, 1, 1).AddMonths(month - 1).AddDays(day - 1)
	return points.Header{ID: id, Date: date, Recorded: points.Instant(date)}
}

// stayOf credits a stay of three nights.
func stayOf(id, key string, month, day int, n int64) points.Earn {
	return points.Earn{Header: on(id, month, day), Stay: key, Credits: []points.Credit{
		{Currency: "points", Points: n, Rule: "base", Version: "7"}, {Currency: "nights", Points: 3},
	}}
}

// annesYear returns what happened to one guest in 2026.
func annesYear() []points.Event {
	rules, a := innRules(), points.NewAccount("anne")
	var events []points.Event
	for _, c := range []points.Command{
		stayOf("folio-1", "LIS/4711", 1, 20, 1000),
		stayOf("folio-2", "LIS/4790", 3, 2, 500),
		points.Redeem{Header: on("award-1", 5, 1), Currency: "points", Points: 1200},
		points.Void{Header: on("cancel-1", 5, 3), Ref: "award-1"},
	} {
		decision, err := rules.Decide(a, c)
		if err != nil {
			fmt.Println(err)
			return nil
		}
		if a, err = points.Fold(a, decision.Events); err != nil {
			fmt.Println(err)
			return nil
		}
		events = append(events, decision.Events...)
	}
	return events
}

// A guest stays, books an award night on hold, and checks in.
func Example() {
	ledger := points.Ledger{Journal: new(points.Memory), Rules: innRules()}
	for _, c := range []points.Command{
		stayOf("folio-1", "LIS/4711", 1, 20, 7500),
		points.Hold{Header: on("booking-9", 2, 1), Currency: "points", Points: 5000},
		points.Capture{Header: on("check-in-9", 3, 14), Hold: "booking-9"},
	} {
		if _, err := ledger.Do(context.Background(), "anne", c); err != nil {
			fmt.Println(err)
			return
		}
	}
	a, err := ledger.Account(context.Background(), "anne")
	if err != nil {
		fmt.Println(err)
		return
	}
	balance, err := a.Balance("points", hotelcrm.DateOf(2026, 3, 14))
	fmt.Println(balance.Points, balance.Available, err)
	// Output: 2500 2500 <nil>
}

func ExampleRules_Decide_notEnoughForTheAward() {
	rules := innRules()
	_, err := rules.Decide(points.NewAccount("ben"), points.Redeem{Header: on("award-1", 5, 1), Currency: "points", Points: 5000})
	fmt.Println(err)
	// Output: points: command "award-1" refused: not enough points available, currency "points": 5000 asked, 0 available
}

// The PMS settles a folio again in the night audit and sends the stay under a new id.
func ExampleRules_Decide_sameStayTwice() {
	rules := innRules()
	a, err := points.Fold(points.NewAccount("anne"), annesYear())
	if err != nil {
		fmt.Println(err)
		return
	}
	decision, err := rules.Decide(a, stayOf("folio-1b", "LIS/4711", 5, 4, 1000))
	fmt.Println(decision.Repeat, decision.First, len(decision.Events), err)
	// Output: true 1 0 <nil>
}

func ExampleApply_checkOut() {
	rules, before := innRules(), points.NewAccount("anne")
	decision, err := rules.Decide(before, stayOf("folio-1", "LIS/4711", 1, 20, 1000))
	if err != nil {
		fmt.Println(err)
		return
	}
	after, err := points.Apply(before, decision.Events[0])
	fmt.Println(before.Version(), after.Version(), err)
	// Output: 0 1 <nil>
}

func ExampleFold_snapshot() {
	events := annesYear()
	half, _ := points.Fold(points.NewAccount("anne"), events[:2])
	snapshot, _ := half.MarshalBinary()
	var a points.Account
	if err := a.UnmarshalBinary(snapshot); err != nil {
		fmt.Println(err)
		return
	}
	whole, err := points.Fold(&a, events[2:])
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(whole.ID(), whole.Version(), whole.Clock(), whole.Currencies())
	// Output: anne 4 2026-05-03 [nights points]
}

func ExampleBalanceAsOf_atTheYearEnd() {
	events := annesYear()
	for _, date := range []hotelcrm.Date{hotelcrm.DateOf(2026, 5, 1), hotelcrm.DateOf(2026, 5, 3), hotelcrm.DateOf(2027, 5, 1)} {
		b, err := points.BalanceAsOf(events, "points", points.AsOf{Date: date})
		fmt.Println(date, b.Points, err)
	}
	// Output:
	// 2026-05-01 300 <nil>
	// 2026-05-03 1500 <nil>
	// 2027-05-01 0 <nil>
}

func ExampleAccount_Forecast_noticeToTheGuest() {
	a, err := points.Fold(points.NewAccount("anne"), annesYear())
	if err != nil {
		fmt.Println(err)
		return
	}
	lapses, err := a.Forecast("points", hotelcrm.DateOf(2026, 6, 1), hotelcrm.MaxDate)
	for _, l := range lapses {
		fmt.Println(l.Points, "points lapse on", l.Date, "for want of activity:", l.Inactivity)
	}
	fmt.Println(err)
	// Output:
	// 1500 points lapse on 2027-05-01 for want of activity: true
	// <nil>
}

func ExampleExplain_statement() {
	s, err := points.Explain("anne", annesYear(), "points", points.AsOf{Date: hotelcrm.DateOf(2026, 12, 31)})
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, l := range s.Lines {
		fmt.Printf("%s %-4v %-8s %+6d %6d\n", l.Event.Date, l.Event.Kind, l.Event.Command, l.Change, l.Points)
	}
	for _, l := range s.Lots {
		fmt.Println("lot", l.Terms.Lot, "of stay", l.Terms.Stay, "by rule", l.Terms.Rule, l.Terms.Version, "holds", l.Points[points.Free])
	}
	// Output:
	// 2026-01-20 earn folio-1   +1000   1000
	// 2026-03-02 earn folio-2    +500   1500
	// 2026-05-01 redeem award-1   -1200    300
	// 2026-05-03 void cancel-1  +1200   1500
	// lot 1 of stay LIS/4711 by rule base 7 holds 1000
	// lot 3 of stay LIS/4790 by rule base 7 holds 500
}

func ExampleEntries_award() {
	events := annesYear()
	a, err := points.Fold(points.NewAccount("anne"), events)
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, e := range points.Entries(a, events[2]) {
		fmt.Println(e.Role, e.Points)
	}
	// Output:
	// member -1200
	// redeemed 1200
}

func ExampleIncoming_pointsForTheSpouse() {
	rules := innRules()
	anne, err := points.Fold(points.NewAccount("anne"), annesYear())
	if err != nil {
		fmt.Println(err)
		return
	}
	out, err := rules.Decide(anne, points.Transfer{Header: on("gift", 6, 1), Currency: "points", Points: 1200, To: "carl"})
	if err != nil {
		fmt.Println(err)
		return
	}
	in, err := points.Incoming(anne, out.Events[0])
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, p := range in.Parts {
		fmt.Println(p.Free, "points earned", p.Earned, "good until", p.Expires.AddDays(-1))
	}
	// Output:
	// 1000 points earned 2026-01-20 good until 2027-04-30
	// 200 points earned 2026-03-02 good until 2027-04-30
}

func ExampleVerifyChain_somebodyEditedTheDatabase() {
	events := annesYear()
	start := points.ChainStart("anne")
	links := points.Chain(start, events)
	fmt.Println(points.VerifyChain(start, events, links))
	events[2].Date = events[2].Date.AddDays(1)
	fmt.Println(points.VerifyChain(start, events, links))
	// Output:
	// <nil>
	// points: hash chain broken at record 2, sequence number 3
}

func ExampleLife_Expires_earnedInAugust() {
	earned := hotelcrm.DateOf(2024, 8, 31)
	fmt.Println(points.Life{Months: 18}.Expires(earned))
	fmt.Println(points.Life{Months: 18, Cut: points.MonthEnd}.Expires(earned))
	fmt.Println(points.Life{Months: 24, Cut: points.YearEnd}.Expires(earned))
	// Output:
	// 2026-02-28
	// 2026-03-01
	// 2027-01-01
}

// Two desks decide on the same state; the journal takes one of them.
func ExampleMemory_twoDesks() {
	journal, rules := new(points.Memory), innRules()
	decision, err := rules.Decide(points.NewAccount("anne"), stayOf("folio-1", "LIS/4711", 1, 20, 1000))
	if err != nil {
		fmt.Println(err)
		return
	}
	batch := points.Batch{Account: "anne", Expected: 0, Events: decision.Events}
	fmt.Println(journal.Append(context.Background(), batch))
	fmt.Println(journal.Append(context.Background(), batch))
	// Output:
	// <nil>
	// points: account "anne" is at version 1, expected 0
}
