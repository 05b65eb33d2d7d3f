package points_test

import (
	"context"
	"errors"
	"sync"
	"sync/atomic"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/loyalty/points"
)

// Each test of this file is named for a defect that loyalty systems were reported with.

func TestDefectReturnKeepsThePoints(t *testing.T) {
	d := open(t, plain())
	d.earn(day(1, 1), 300)
	refunded := d.earn(day(1, 2), 1000)
	d.void(day(1, 3), refunded)
	d.want(day(1, 3), 300)
}

func TestDefectRefundChargesThePointsAgain(t *testing.T) {
	d := open(t, plain())
	d.earn(day(1, 1), 500)
	award := d.redeem(day(1, 2), 200)
	d.void(day(1, 3), award)
	d.want(day(1, 3), 500)
}

func TestDefectCancelThenRefundLeavesAWrongTotal(t *testing.T) {
	d := open(t, plain())
	d.earn(day(1, 1), 50)
	award := d.redeem(day(1, 2), 50)
	order := d.earn(day(1, 3), 21)
	d.void(day(1, 4), order)
	d.void(day(1, 5), award)
	d.want(day(1, 5), 50)
}

func TestDefectPointsSpentFromNoLotAreFree(t *testing.T) {
	d := open(t, plain())
	d.earn(day(1, 1), 30, func(c *points.Earn) { c.Credits[0].Origin = points.FromPartner })
	d.do(points.Adjust{Header: d.head(day(1, 2)), Currency: "points", Points: 30})
	d.earn(day(1, 3), 30)
	d.redeem(day(1, 4), 80)
	want := []points.Move{
		{Lot: 1, From: points.Free, To: points.Redeemed, Points: 30},
		{Lot: 2, From: points.Free, To: points.Redeemed, Points: 30},
		{Lot: 3, From: points.Free, To: points.Redeemed, Points: 20},
	}
	if diff := cmp.Diff(want, d.events[len(d.events)-1].Moves); diff != "" {
		t.Errorf("lots that were used (-want +got):\n%s", diff)
	}
	d.want(day(1, 4), 10)
}

func TestDefectOldDebitsStayWhenCreditsExpire(t *testing.T) {
	d := open(t, plain())
	d.earn(day(1, 1), 100, expires(day(7, 1)))
	d.redeem(day(5, 1), 100)
	d.earn(day(6, 1), 100, expires(day(6, 1, 2027)))
	d.do(points.Expire{Header: d.head(day(7, 2))})
	d.want(day(7, 2), 100)
}

// Whatever the points are called, and however they came, they lapse.
func TestDefectOnlyOneLabelLapses(t *testing.T) {
	rules := plain(func(c *points.Currency) { c.Life = points.Life{Months: 12} })
	ledger, journal := mustLedger(t, rules)
	do := func(account string, c points.Command) {
		t.Helper()
		if _, err := ledger.Do(t.Context(), account, c); err != nil {
			t.Fatal(err)
		}
	}
	at := func(id string) points.Header { return points.Header{ID: id, Date: day(1, 1)} }
	for i, origin := range []points.Origin{points.FromSale, points.FromPartner, points.FromGoodwill} {
		do("G-1", points.Earn{
			Header:  points.Header{ID: origin.String(), Date: day(1, 1), Reason: []string{"stay", "bonus", "welcome gift"}[i]},
			Credits: []points.Credit{{Currency: "points", Points: 10, Origin: origin}},
		})
	}
	do("G-1", points.Adjust{Header: at("by hand"), Currency: "points", Points: 10})
	do("G-2", points.Earn{Header: at("e"), Credits: []points.Credit{{Currency: "points", Points: 10}}})
	do("G-2", points.Transfer{Header: at("t"), Currency: "points", Points: 10, To: "G-1"})
	do("G-1", points.Expire{Header: points.Header{Date: day(1, 1, 2027)}})
	events, err := journal.Load(t.Context(), "G-1", 0)
	if err != nil {
		t.Fatal(err)
	}
	if last := events[len(events)-1]; last.Kind != points.EventLapse || len(last.Moves) != 5 {
		t.Errorf("lapse of %d lots, want all 5: %+v", len(last.Moves), last)
	}
	if b, err := points.BalanceAsOf(events, "points", points.AsOf{Date: day(1, 1, 2027)}); b.Points != 0 || err != nil {
		t.Errorf("%d points live on, %v", b.Points, err)
	}
}

func TestDefectOnlyTheNearestExpiryIsShown(t *testing.T) {
	d := open(t, plain())
	d.earn(day(1, 1), 10, expires(day(7, 1)))
	d.earn(day(1, 1), 20, expires(day(9, 1)))
	d.earn(day(1, 2), 30, expires(day(7, 1)))
	d.earn(day(1, 2), 40)
	got, err := d.account.Forecast("points", day(1, 2), hotelcrm.MaxDate)
	want := []points.Lapse{{Date: day(7, 1), Points: 40, Lots: []int{1, 3}}, {Date: day(9, 1), Points: 20, Lots: []int{2}}}
	if diff := cmp.Diff(want, got); diff != "" || err != nil {
		t.Errorf("error %v (-want +got):\n%s", err, diff)
	}
	d.want(day(7, 1), 60)
	d.want(day(9, 1), 40)
}

// Limits count themselves: the whole balance can be spent, not one point more, and a lot is dead from its day.
func TestDefectBoundariesAreOffByOne(t *testing.T) {
	d := open(t, plain())
	d.earn(day(1, 1), 100, expires(day(7, 1)))
	d.want(day(6, 30), 100)
	if _, err := d.try(points.Redeem{Header: d.head(day(6, 30)), Currency: "points", Points: 101}); !errors.Is(err, points.Insufficient) {
		t.Errorf("101 of 100: %v", err)
	}
	if _, err := d.try(points.Redeem{Header: d.head(day(7, 1)), Currency: "points", Points: 1}); !errors.Is(err, points.Insufficient) {
		t.Errorf("1 of a dead lot: %v", err)
	}
	if _, err := d.try(points.Redeem{Header: d.head(day(6, 30)), Currency: "points"}); err == nil {
		t.Error("a redemption of 0 points is no redemption")
	}
	d.redeem(day(6, 30), 100)
	d.want(day(6, 30), 0)
}

// A new credit leaves the points and the terms of every earlier lot as they are.
func TestDefectANewCreditRatesOldOnesAgain(t *testing.T) {
	d := open(t, plain(func(c *points.Currency) { c.Life = points.Life{Months: 12} }))
	d.earn(day(1, 1), 196, func(c *points.Earn) { c.Credits[0].Version = "silver" })
	before := d.account.Lots()
	d.rules.Version, d.rules.Currencies[0].Life.Months = "2027", 6
	d.earn(day(2, 1), 21, func(c *points.Earn) { c.Credits[0].Version = "gold" })
	if diff := cmp.Diff(before[0].Terms, d.account.Lots()[0].Terms); diff != "" {
		t.Errorf("first lot (-before +after):\n%s", diff)
	}
	d.want(day(2, 1), 217)
}

func TestDefectSpendingLowersTheTier(t *testing.T) {
	d := open(t, plain())
	d.do(points.Earn{Header: d.head(day(1, 1)), Credits: []points.Credit{
		{Currency: "points", Points: 1000, Expires: day(2, 1)}, {Currency: "nights", Points: 3},
	}})
	d.redeem(day(1, 2), 600)
	d.do(points.Expire{Header: d.head(day(3, 1))})
	nights, err := d.account.Balance("nights", day(3, 1))
	if nights.Points != 3 || err != nil {
		t.Errorf("%d nights, %v, want 3", nights.Points, err)
	}
	if _, err := d.try(points.Redeem{Header: d.head(day(3, 1)), Currency: "nights", Points: 1}); !errors.Is(err, points.WrongKind) {
		t.Errorf("spending nights: %v", err)
	}
}

func TestDefectReplayPaysTwice(t *testing.T) {
	d := open(t, plain())
	commands := []points.Command{
		points.Earn{Header: d.head(day(1, 1)), Stay: "S1", Credits: []points.Credit{{Currency: "points", Points: 100}}},
		points.Hold{Header: d.head(day(1, 2)), Currency: "points", Points: 60},
		points.Capture{Header: d.head(day(1, 3)), Hold: "c0002"},
		points.Void{Header: d.head(day(1, 4)), Ref: "c0003"},
	}
	for _, c := range commands {
		d.do(c)
	}
	once, _ := d.account.MarshalBinary()
	for _, c := range commands {
		later := headOf(c)
		later.Recorded = 99
		decision, err := d.rules.Decide(d.account, withHead(c, later))
		if err != nil || !decision.Repeat || len(decision.Events) > 0 {
			t.Errorf("%T again: %+v, %v", c, decision, err)
		}
	}
	if twice, _ := d.account.MarshalBinary(); !cmp.Equal(once, twice) {
		t.Error("the account changed")
	}
}

// together lets nobody decide before all have loaded the account.
type together struct {
	*points.Memory
	loads atomic.Int64
	all   chan struct{}
	wait  int64
}

func (j *together) Load(ctx context.Context, account string, after uint64) ([]points.Event, error) {
	events, err := j.Memory.Load(ctx, account, after)
	if j.loads.Add(1) == j.wait {
		close(j.all)
	}
	if len(events) > 0 {
		<-j.all
	}
	return events, err
}

func TestDefectTwoAtOnceSpendTwice(t *testing.T) {
	journal := &together{Memory: new(points.Memory), all: make(chan struct{}), wait: 1 + 8}
	ledger := &points.Ledger{Journal: journal, Rules: plain()}
	earn := points.Earn{Header: points.Header{ID: "e", Date: day(1, 1)}, Credits: []points.Credit{{Currency: "points", Points: 100}}}
	if _, err := ledger.Do(t.Context(), "G-1", earn); err != nil {
		t.Fatal(err)
	}
	var all sync.WaitGroup
	for i := range 8 {
		all.Go(func() { spend(ledger, string(rune('a'+i))) })
	}
	all.Wait()
	a, err := ledger.Account(t.Context(), "G-1")
	if err != nil {
		t.Fatal(err)
	}
	b, err := a.Balance("points", day(1, 2))
	if b.Points != 40 || err != nil || a.Version() != 2 {
		t.Errorf("%d points after %d events, %v, want one redemption of 60", b.Points, a.Version(), err)
	}
}

// spend tries until the journal takes the decision, or the ledger refuses it.
func spend(ledger *points.Ledger, id string) {
	redeem := points.Redeem{Header: points.Header{ID: id, Date: day(1, 2)}, Currency: "points", Points: 60}
	for {
		_, err := ledger.Do(context.Background(), "G-1", redeem)
		if _, moved := errors.AsType[*points.VersionError](err); !moved {
			return
		}
	}
}

func TestDefectStaleVersionIsAppended(t *testing.T) {
	journal := new(points.Memory)
	batch := points.Batch{Account: "G-1", Events: []points.Event{{Seq: 1}}}
	if err := journal.Append(t.Context(), batch); err != nil {
		t.Fatal(err)
	}
	other := points.Batch{Account: "G-2", Events: []points.Event{{Seq: 1}}}
	err := journal.Append(t.Context(), other, batch)
	if stale, ok := errors.AsType[*points.VersionError](err); !ok || stale.Actual != 1 || stale.Account != "G-1" {
		t.Errorf("stale batch: %v", err)
	}
	if diff := cmp.Diff([]string{"G-1"}, journal.Accounts()); diff != "" {
		t.Errorf("accounts after a refused append (-want +got):\n%s", diff)
	}
}

func TestDefectPointsAreDeletedWithTheInvoice(t *testing.T) {
	d := open(t, plain())
	earned := d.earn(day(1, 1), 100, stay("S1"))
	before, _ := d.events[0].MarshalBinary()
	d.void(day(1, 2), earned)
	after, _ := d.events[0].MarshalBinary()
	if !cmp.Equal(before, after) || len(d.events) != 2 || d.events[1].Ref != earned {
		t.Errorf("events %+v, want the earn as it was and a void that names it", d.events)
	}
	lot := d.account.Lots()[0]
	if lot.In(points.Issued) != -100 || lot.In(points.Reversed) != 100 {
		t.Errorf("lot %+v, want 100 issued and 100 reversed", lot)
	}
}

// Every lapse can be told before it happens, award points are back the same day, counters of a cancelled stay go with
// it, and every event says under which rules it was decided.
func TestDefectMembersAreNotTold(t *testing.T) {
	d := open(t, plain(func(c *points.Currency) { c.Life = points.Life{Months: 6} }))
	stayed := points.Earn{Header: d.head(day(1, 1)), Stay: "S1", Credits: []points.Credit{
		{Currency: "points", Points: 1000, Rule: "base", Version: "7"}, {Currency: "nights", Points: 3},
	}}
	d.do(stayed)
	award := d.redeem(day(2, 1), 400)
	if _, err := d.try(points.Void{Header: d.head(day(2, 1)), Ref: award}); err != nil {
		t.Fatal(err)
	}
	d.want(day(2, 1), 1000)
	told, err := d.account.Forecast("points", day(2, 1), day(7, 1))
	if diff := cmp.Diff([]points.Lapse{{Date: day(7, 1), Points: 1000, Lots: []int{1}}}, told); diff != "" || err != nil {
		t.Errorf("forecast, %v (-want +got):\n%s", err, diff)
	}
	d.rules.Version = "2027"
	d.void(day(3, 1), stayed.ID)
	if nights, _ := d.account.Balance("nights", day(3, 1)); nights.Points != 0 {
		t.Errorf("%d nights of a cancelled stay", nights.Points)
	}
	var versions []string
	for _, e := range d.events {
		versions = append(versions, e.Rules)
	}
	if diff := cmp.Diff([]string{"2026", "2026", "2026", "2027"}, versions); diff != "" {
		t.Errorf("rule versions (-want +got):\n%s", diff)
	}
	if lot := d.account.Lots()[0]; lot.Rule != "base" || lot.Version != "7" {
		t.Errorf("lot %+v does not say by which rule it was earned", lot.Terms)
	}
}
