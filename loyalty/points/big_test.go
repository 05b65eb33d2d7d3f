package points_test

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"runtime"
	"testing"

	"github.com/hotelcrm/hotelcrm/loyalty/points"
)

// pooled returns the account of a family or a firm with so many credits, their ids in no order.
func pooled(t tester, n int) *points.Account {
	events := make([]points.Event, n)
	for i := range events {
		digest := sha256.Sum256([]byte(fmt.Sprint(i)))
		id, seq := hex.EncodeToString(digest[:16]), uint64(i+1)
		events[i] = points.Event{
			Seq: seq, Kind: points.EventEarn, Date: day(1, 1).AddDays(i / 1000), Command: id, First: seq, Last: seq, Stay: id,
			Lots:  []points.Terms{{Lot: i + 1, Currency: "points", Earned: day(1, 1), Active: day(1, 1), Stay: id}},
			Moves: []points.Move{{Lot: i + 1, From: points.Issued, To: points.Free, Points: 10}},
		}
	}
	a, err := points.Fold(points.NewAccount("family"), events)
	if err != nil {
		t.Fatalf("%v", err)
	}
	return a
}

// spendOnce decides and folds one award.
func spendOnce(t tester, a *points.Account) {
	rules := plain()
	c := points.Redeem{Header: points.Header{ID: "award", Date: a.Clock(), Recorded: 1}, Currency: "points", Points: 25}
	decision, err := rules.Decide(a, c)
	if err == nil {
		_, err = points.Fold(a, decision.Events)
	}
	if err != nil {
		t.Fatalf("%v", err)
	}
}

func BenchmarkDecideOnBigAccount(b *testing.B) {
	for _, n := range []int{1000, 10_000, 100_000} {
		a := pooled(b, n)
		b.Run(fmt.Sprintf("lots=%d", n), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				spendOnce(b, a)
			}
		})
	}
}

// A decision copies the pages that it touches, not the account, which is some 4 MB here.
func TestDecisionsShareWhatTheyDoNotTouch(t *testing.T) {
	a := pooled(t, 10_000)
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	for range 10 {
		spendOnce(t, a)
	}
	runtime.ReadMemStats(&after)
	if bytes := (after.TotalAlloc - before.TotalAlloc) / 10; bytes > 1<<20 {
		t.Errorf("%d bytes a decision, want less than a megabyte", bytes)
	}
}

// Accounts that come from one another do not see each other's changes.
func TestAccountsShareNothingThatChanges(t *testing.T) {
	a := pooled(t, 130)
	before, _ := a.MarshalBinary()
	rules := plain()
	for i := range 5 {
		c := points.Redeem{Header: points.Header{ID: fmt.Sprint(i), Date: a.Clock(), Recorded: 1}, Currency: "points", Points: int64(100 + i)}
		decision, err := rules.Decide(a, c)
		if err != nil {
			t.Fatal(err)
		}
		next, err := points.Fold(a, decision.Events)
		if err != nil {
			t.Fatal(err)
		}
		_, _ = rules.Decide(next, points.Void{Header: points.Header{ID: "v", Date: a.Clock(), Recorded: 2}, Ref: c.ID})
		if b, _ := next.Balance("points", a.Clock()); b.Points != 1300-c.Points {
			t.Errorf("after %d: %+v", c.Points, b)
		}
	}
	if after, _ := a.MarshalBinary(); string(after) != string(before) {
		t.Error("the account that all came from has changed")
	}
}
