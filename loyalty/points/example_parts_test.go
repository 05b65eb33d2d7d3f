package points_test

import (
	"context"
	"errors"
	"fmt"

	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/loyalty/points"
)

func ExampleNewAccount_enrolment() {
	a := points.NewAccount("anne")
	b, err := a.Balance("points", hotelcrm.DateOf(2026, 1, 1))
	fmt.Println(a.ID(), a.Version(), b.Points, err)
	// Output: anne 0 0 <nil>
}

func ExampleChainStart_journalOfAnotherGuest() {
	events := annesYear()
	links := points.Chain(points.ChainStart("anne"), events)
	fmt.Println(points.VerifyChain(points.ChainStart("ben"), events, links))
	// Output: points: hash chain broken at record 0, sequence number 1
}

func ExampleChain_goesOnFromTheLastLink() {
	events := annesYear()
	all := points.Chain(points.ChainStart("anne"), events)
	head := points.Chain(points.ChainStart("anne"), events[:3])
	fmt.Println(points.Chain(head[2], events[3:])[0] == all[3])
	// Output: true
}

// A stay is refunded after its points were spent: what is missing is on record.
func ExampleRules_Decide_refundAfterTheAward() {
	rules, a := innRules(), points.NewAccount("ben")
	for _, c := range []points.Command{
		stayOf("folio-1", "LIS/4711", 1, 20, 1000),
		points.Redeem{Header: on("award-1", 2, 1), Currency: "points", Points: 800},
		points.Void{Header: on("refund-1", 2, 3), Ref: "folio-1"},
	} {
		decision, err := rules.Decide(a, c)
		if err != nil {
			fmt.Println(err)
			return
		}
		if a, err = points.Fold(a, decision.Events); err != nil {
			fmt.Println(err)
			return
		}
	}
	b, err := a.Balance("points", a.Clock())
	nights, _ := a.Balance("nights", a.Clock())
	fmt.Println(b.Points, "points,", b.Unrecovered, "unrecovered,", nights.Points, "nights", err)
	// Output: 0 points, 800 unrecovered, 0 nights <nil>
}

func ExampleReason_frontDesk() {
	rules := innRules()
	_, err := rules.Decide(points.NewAccount("ben"), points.Redeem{Header: on("a", 5, 1), Currency: "points", Points: 5000})
	if refused, ok := errors.AsType[*points.RefusedError](err); ok && errors.Is(err, points.Insufficient) {
		fmt.Println(refused.Reason.String()+":", refused.Asked-refused.Allowed, "points short")
	}
	// Output: insufficient: 5000 points short
}

// A desk that keeps snapshots needs no events to know when it may record.
func ExampleAccount_Recorded_clocksOfTwoDesks() {
	a, _ := points.Fold(points.NewAccount("anne"), annesYear())
	now := points.Instant(0) // a clock that is slow
	fmt.Println(max(now, a.Recorded()) == a.Recorded())
	// Output: true
}

// The bill of a stay changed after the points were spent: the new bill pays for the award.
func ExampleAccount_EarnOf_billCorrected() {
	rules, a := innRules(), points.NewAccount("anne")
	do := func(c points.Command) {
		decision, err := rules.Decide(a, c)
		if err == nil {
			a, err = points.Fold(a, decision.Events)
		}
		if err != nil {
			fmt.Println(err)
		}
	}
	do(stayOf("bill 1", "LIS/1001", 3, 1, 500))
	do(points.Redeem{Header: on("award", 3, 1), Currency: "points", Points: 300})
	corrected := stayOf("bill 2", "LIS/1001", 3, 2, 450)
	corrected.Replaces = a.EarnOf("LIS/1001")
	do(corrected)
	b, _ := a.Balance("points", a.Clock())
	fmt.Println(a.EarnOf("LIS/1001"), b.Points)
	// Output: bill 2 150
}

// What a property management system asks before it posts a stay.
func ExampleAccount_Stays_whatIsCredited() {
	a, err := points.Fold(points.NewAccount("anne"), annesYear())
	if err != nil {
		fmt.Println(err)
	}
	for stay, earn := range a.Stays() {
		lots := a.LotsOf(earn)
		fmt.Println(stay, earn, -lots[0].In(points.Issued), lots[0].Currency, -lots[1].In(points.Issued), lots[1].Currency)
	}
	fmt.Println(a.Knows("award-1"), a.Knows("award-2"), a.LotsOf("award-1"))
	// Output:
	// LIS/4711 folio-1 1000 points 3 nights
	// LIS/4790 folio-2 500 points 3 nights
	// true false []
}

// snapshotTable stands for a table of the database: one row an account.
type snapshotTable map[string][]byte

func (t snapshotTable) Latest(_ context.Context, account string) *points.Account {
	a := new(points.Account)
	if err := a.UnmarshalBinary(t[account]); err != nil {
		return nil // none yet, or not readable: the journal has all of it
	}
	return a
}

func (t snapshotTable) Keep(_ context.Context, a *points.Account) {
	if a.Version()%100 == 0 {
		t[a.ID()], _ = a.MarshalBinary()
	}
}

// A guest of many years: a command loads the events since the last snapshot, 50 and not 250.
func ExampleSnapshots_everyHundredEvents() {
	ctx, table := context.Background(), snapshotTable{}
	ledger := points.Ledger{Journal: new(points.Memory), Rules: innRules(), Snapshots: table}
	for i := range 250 {
		if _, err := ledger.Do(ctx, "anne", stayOf(fmt.Sprint("folio-", i), fmt.Sprint("LIS/", i), 1, 20, 100)); err != nil {
			fmt.Println(err)
			return
		}
	}
	a, err := ledger.Account(ctx, "anne")
	fmt.Println(table.Latest(ctx, "anne").Version(), "of", a.Version(), err)
	// Output: 200 of 250 <nil>
}

// Within one program the states themselves are kept.
func ExampleCache_oneProcess() {
	ctx := context.Background()
	ledger := points.Ledger{Journal: new(points.Memory), Rules: innRules(), Snapshots: new(points.Cache)}
	_, err := ledger.Do(ctx, "anne", stayOf("folio-1", "LIS/4711", 1, 20, 1000))
	fmt.Println(ledger.Snapshots.Latest(ctx, "anne").Version(), err)
	// Output: 1 <nil>
}
