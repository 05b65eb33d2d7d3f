package points_test

import (
	"context"
	"errors"
	"fmt"

	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/loyalty/points"
)

// The desk sends a check-out again after a time-out. The ledger knows it and credits nothing twice.
func ExampleLedger_sentAgainAfterATimeOut() {
	ledger := points.Ledger{Journal: new(points.Memory), Rules: innRules()}
	for range 2 {
		decision, err := ledger.Do(context.Background(), "anne", stayOf("folio-1", "LIS/4711", 1, 20, 1000))
		fmt.Println("repeat:", decision.Repeat, err)
	}
	anne, _ := ledger.Account(context.Background(), "anne")
	balance, err := anne.Balance("points", hotelcrm.DateOf(2026, 1, 20))
	fmt.Println(balance.Points, err)
	// Output:
	// repeat: false <nil>
	// repeat: true <nil>
	// 1000 <nil>
}

// Which stay do the points that are left come from, and until when are they good?
func ExampleLot_whereThePointsComeFrom() {
	anne, err := points.Fold(points.NewAccount("anne"), annesYear()[:3])
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, lot := range anne.Lots() {
		if lot.Currency == "points" {
			fmt.Println(lot.Stay, "gave", -lot.In(points.Issued), "spent", lot.In(points.Redeemed), "left", lot.In(points.Free), "dead on", lot.Expires)
		}
	}
	// Output:
	// LIS/4711 gave 1000 spent 1000 left 0 dead on 2028-02-01
	// LIS/4790 gave 500 spent 200 left 300 dead on 2028-04-01
}

// What became of the award? Events name what they correct, and nothing is ever edited.
func ExampleEvent_awardCalledOff() {
	for _, e := range annesYear() {
		if e.Kind == points.EventVoid {
			fmt.Println(e.Seq, e.Date, e.Kind, "of", e.Ref, "moves", len(e.Moves), "lots")
			for _, m := range e.Moves {
				fmt.Println(m.Points, m.From, "->", m.To)
			}
		}
	}
	// Output:
	// 4 2026-05-03 void of award-1 moves 2 lots
	// 1000 redeemed -> free
	// 200 redeemed -> free
}

// The desk tells the guest how many points are missing, and the program knows the reason without reading the text.
func ExampleRefusedError_pointsMissing() {
	ledger := points.Ledger{Journal: new(points.Memory), Rules: innRules()}
	_, err := ledger.Do(context.Background(), "ben", points.Redeem{Header: on("award-1", 5, 1), Currency: "points", Points: 5000})
	if refused, ok := errors.AsType[*points.RefusedError](err); ok {
		fmt.Println(refused.Reason == points.Insufficient, "missing:", refused.Asked-refused.Allowed)
	}
	// Output: true missing: 5000
}

// Two desks decided on the same state. The second loads again and decides again.
func ExampleVersionError_secondDesk() {
	journal, rules := new(points.Memory), innRules()
	decision, _ := rules.Decide(points.NewAccount("anne"), stayOf("folio-1", "LIS/4711", 1, 20, 1000))
	batch := points.Batch{Account: "anne", Events: decision.Events}
	_ = journal.Append(context.Background(), batch)
	if moved, ok := errors.AsType[*points.VersionError](journal.Append(context.Background(), batch)); ok {
		events, err := journal.Load(context.Background(), moved.Account, moved.Expected)
		fmt.Println("events not seen yet:", len(events), err)
	}
	// Output: events not seen yet: 1 <nil>
}

// The night backup copies account by account what has come since the last one.
func ExampleMemory_Accounts_nightBackup() {
	journal := new(points.Memory)
	ledger := points.Ledger{Journal: journal, Rules: innRules()}
	for _, guest := range []string{"ben", "anne"} {
		_, _ = ledger.Do(context.Background(), guest, stayOf("folio-"+guest, "LIS/"+guest, 1, 20, 1000))
	}
	for _, guest := range journal.Accounts() {
		events, err := journal.Load(context.Background(), guest, 0)
		fmt.Println(guest, len(events), err)
	}
	// Output:
	// anne 1 <nil>
	// ben 1 <nil>
}

// An auditor asks from which record on the books were changed.
func ExampleChainError_fromWhichRecordOn() {
	events := annesYear()
	links := points.Chain(points.ChainStart("anne"), events)
	events[1].Reason = "edited by hand"
	err := points.VerifyChain(points.ChainStart("anne"), events, links)
	if broken, ok := errors.AsType[*points.ChainError](err); ok {
		fmt.Println("record", broken.Index, "of", events[broken.Index].Date)
	}
	// Output: record 1 of 2026-03-02
}

// Each new event is sealed as it is written; only the last link has to be kept.
func ExampleHash_Next_sealedAsWritten() {
	link := points.ChainStart("anne")
	for _, e := range annesYear() {
		link = link.Next(e)
	}
	all := points.Chain(points.ChainStart("anne"), annesYear())
	fmt.Println(link == all[len(all)-1])
	// Output: true
}

// After a restart the service keeps the states of tonight's arrivals at hand before the first of them stands at the desk.
func ExampleCache_Keep_arrivalsOfTonight() {
	anne, err := points.Fold(points.NewAccount("anne"), annesYear())
	if err != nil {
		fmt.Println(err)
		return
	}
	var cache points.Cache
	cache.Keep(context.Background(), anne)
	fmt.Println(cache.Latest(context.Background(), "anne").Version())
	// Output: 4
}
