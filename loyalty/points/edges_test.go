package points_test

import (
	"errors"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/loyalty/points"
)

func (d *desk) refused(c points.Command, want points.Reason) {
	d.t.Helper()
	before := d.account.Version()
	if _, err := d.try(c); !errors.Is(err, want) || d.account.Version() != before {
		d.t.Errorf("%T: %v, want %v", c, err, want)
	}
}

// An award is cancelled after the lot it was paid from has died.
func TestAwardCancelledAfterItsLotDied(t *testing.T) {
	for _, test := range []struct {
		grace       int
		back, later int64
	}{{0, 0, 0}, {30, 60, 0}} {
		d := open(t, plain(func(c *points.Currency) { c.Grace = test.grace }))
		d.earn(day(1, 1), 100, expires(day(7, 1)))
		award := d.redeem(day(6, 1), 60)
		d.rules.Currencies[0].Grace = 99 // promised when the points were spent, so a later change does not matter
		d.void(day(8, 1), award)
		d.want(day(8, 1), test.back)
		d.want(day(8, 31), test.later)
	}
}

func TestPointsOnHoldDoNotLapse(t *testing.T) {
	d := open(t, plain())
	d.earn(day(1, 1), 100, expires(day(7, 1)))
	hold := points.Hold{Header: d.head(day(6, 1)), Currency: "points", Points: 60, Until: day(9, 1)}
	d.do(hold)
	b := d.balance(day(7, 1))
	if diff := cmp.Diff([3]int64{60, 0, 60}, [3]int64{b.Points, b.Available, b.Held}); diff != "" {
		t.Errorf("points, available, held (-want +got):\n%s", diff)
	}
	d.want(day(9, 1), 0) // the hold ends by itself, and its points are dead
	d.do(points.Capture{Header: d.head(day(8, 1)), Hold: hold.ID, Points: 50})
	lot := d.account.Lots()[0]
	if lot.In(points.Redeemed) != 50 || lot.In(points.Expired) != 50 {
		t.Errorf("lot %+v, want 50 redeemed and 50 expired", lot)
	}
	d.refused(points.Release{Header: d.head(day(8, 2)), Hold: hold.ID}, points.Settled)
}

// Held points of a lot are extended up to the day before its end: on the day it is dead.
func TestHeldPointsAreExtendedInTime(t *testing.T) {
	for date, end := range map[hotelcrm.Date]hotelcrm.Date{day(6, 30): day(12, 1), day(7, 1): day(7, 1)} {
		d := open(t, plain())
		d.earn(day(1, 1), 100, expires(day(7, 1)))
		d.do(points.Hold{Header: d.head(day(6, 1)), Currency: "points", Points: 100})
		d.do(points.Extend{Header: d.head(date), Currency: "points", Expires: day(12, 1)})
		if got := d.account.Lots()[0].Expires; got != end {
			t.Errorf("on %v: the lot ends on %v, want %v", date, got, end)
		}
	}
}

func TestPendingPointsResolveOnce(t *testing.T) {
	d := open(t, plain())
	pending := func(until hotelcrm.Date) string {
		return d.earn(day(1, 1), 100, func(c *points.Earn) { c.Pending, c.Until = true, until })
	}
	posted, cancelled, forgotten := pending(0), pending(0), pending(day(3, 1))
	if b := d.balance(day(1, 1)); b.Points != 0 || b.Pending != 300 {
		t.Errorf("balance %+v, want 300 pending", b)
	}
	d.do(points.Post{Header: d.head(day(2, 1)), Earn: posted})
	d.do(points.Cancel{Header: d.head(day(2, 1)), Earn: cancelled})
	d.refused(points.Cancel{Header: d.head(day(2, 2)), Earn: posted}, points.Settled)
	d.refused(points.Post{Header: d.head(day(2, 2)), Earn: cancelled}, points.Settled)
	d.refused(points.Post{Header: d.head(day(3, 1)), Earn: forgotten}, points.Settled)
	d.want(day(3, 1), 100)
}

func TestActivationDate(t *testing.T) {
	d := open(t, plain())
	d.earn(day(1, 1), 100, func(c *points.Earn) { c.Credits[0].Active = day(1, 15) })
	if b := d.balance(day(1, 14)); b.Available != 0 || b.Waiting != 100 || b.Points != 100 {
		t.Errorf("the day before: %+v", b)
	}
	d.refused(points.Redeem{Header: d.head(day(1, 14)), Currency: "points", Points: 1}, points.Insufficient)
	d.redeem(day(1, 15), 100)
}

// Points that came back on a later date cannot pay for something dated before.
func TestBackdatedDebitLeavesNoDateBelowZero(t *testing.T) {
	d := open(t, plain())
	d.earn(day(1, 1), 100)
	award := d.redeem(day(2, 1), 100)
	d.void(day(6, 1), award)
	d.refused(points.Redeem{Header: d.head(day(3, 1)), Currency: "points", Points: 1}, points.Insufficient)
	d.refused(points.Void{Header: d.head(day(1, 31)), Ref: "c0001"}, points.Backdated)
	d.refused(points.Void{Header: d.head(day(1, 31)), Ref: award}, points.Backdated)
	d.redeem(day(6, 1), 100)
	d.want(day(3, 1), 0)
}

func TestBackdatedEarnRewritesNothing(t *testing.T) {
	d := open(t, plain())
	d.earn(day(3, 1), 100)
	d.redeem(day(4, 1), 60)
	before := d.events[1]
	d.earn(day(1, 1), 50)
	if diff := cmp.Diff(before, d.events[1]); diff != "" {
		t.Errorf("redemption (-before +after):\n%s", diff)
	}
	for _, at := range []struct {
		known points.Instant
		want  int64
	}{{2, 0}, {3, 50}} {
		b, err := points.BalanceAsOf(d.events, "points", points.AsOf{Date: day(2, 1), Known: at.known})
		if b.Points != at.want || err != nil {
			t.Errorf("on 1 February, known at %d: %d, %v, want %d", at.known, b.Points, err, at.want)
		}
	}
}

func TestTierExemptionStopsTheClockOfInactivity(t *testing.T) {
	d := open(t, plain(func(c *points.Currency) { c.Inactivity = points.Inactivity{Months: 12} }))
	d.earn(day(1, 1, 2024), 100)
	d.do(points.Exempt{Header: d.head(day(6, 1, 2024))})
	d.want(day(6, 1, 2026), 100)
	d.do(points.Exempt{Header: d.head(day(6, 1, 2026)), Until: day(7, 1, 2026)}) // the tier ends; the clock starts there
	d.want(day(6, 30, 2027), 100)
	d.want(day(7, 1, 2027), 0)
	d.earn(day(1, 1, 2028), 100) // the open-ended exemption is over for later points too
	d.want(day(12, 31, 2028), 100)
	d.want(day(1, 1, 2029), 0)
}

func TestExtendAndReinstate(t *testing.T) {
	d := open(t, plain())
	d.earn(day(1, 1), 100, expires(day(3, 1)))
	d.earn(day(1, 1), 10, expires(day(12, 1)))
	d.do(points.Extend{Header: d.head(day(2, 1)), Currency: "points", Expires: day(6, 1)})
	d.want(day(5, 31), 110)
	d.want(day(6, 1), 10)
	d.do(points.Reinstate{Header: d.head(day(7, 1)), Currency: "points", Points: 40, Expires: day(8, 1)})
	d.want(day(7, 1), 50)
	d.want(day(8, 1), 10)
	d.refused(points.Reinstate{Header: d.head(day(9, 1)), Currency: "points", Since: day(8, 15)}, points.Insufficient)
}

func TestVoidOfAVoidOnce(t *testing.T) {
	for _, policy := range []points.Clawback{points.PendingOnly, points.WithinBalance, points.DebtAllowed} {
		d := open(t, plain(clawback(policy)))
		d.earn(day(1, 1), 70)
		earned := d.earn(day(1, 1), 100, stay("S1"))
		d.redeem(day(1, 2), 150)
		void := d.void(day(1, 3), earned)
		d.earn(day(1, 4), 30) // pays what is owed
		again := d.void(day(1, 5), void)
		d.want(day(1, 5), 50)
		if b := d.balance(day(1, 5)); b.Owed != 0 || b.Unrecovered != 0 {
			t.Errorf("%v: %+v", policy, b)
		}
		d.refused(points.Void{Header: d.head(day(1, 6)), Ref: again}, points.NotVoidable)
		d.refused(points.Void{Header: d.head(day(1, 6)), Ref: void}, points.Settled)
		d.refused(points.Void{Header: d.head(day(1, 6)), Ref: earned}, points.Settled)
	}
}

// Points that come back to the lot of a voided stay are taken: the guest must not gain by the order of two cancellations.
func TestOrderOfCancellationsDoesNotMatter(t *testing.T) {
	for _, policy := range []points.Clawback{points.WithinBalance, points.DebtAllowed} {
		d := open(t, plain(clawback(policy)))
		earned := d.earn(day(1, 1), 1000)
		award := d.redeem(day(1, 2), 800)
		d.void(day(1, 3), earned)
		d.void(day(1, 4), award)
		if b := d.balance(day(1, 4)); b.Points != 0 || b.Owed != 0 || b.Unrecovered != 0 {
			t.Errorf("%v: %+v, want nothing left", policy, b)
		}
	}
}

// Points that were not active yet when the debt arose stay with the guest, but cannot be spent beyond the debt.
func TestDebtLimitsWhatBecomesActive(t *testing.T) {
	d := open(t, plain(clawback(points.DebtAllowed)))
	earned := d.earn(day(1, 1), 80)
	d.earn(day(1, 1), 100, func(c *points.Earn) { c.Credits[0].Active = day(3, 1) })
	d.redeem(day(1, 2), 80)
	d.void(day(1, 3), earned)
	b := d.balance(day(3, 1))
	if b.Points != 20 || b.Available != 20 || b.Owed != 80 {
		t.Errorf("balance %+v, want 20 available", b)
	}
	d.refused(points.Redeem{Header: d.head(day(3, 1)), Currency: "points", Points: 21}, points.Insufficient)
	d.redeem(day(3, 1), 20)
}

func TestTransferKeepsTheEnd(t *testing.T) {
	rules := plain(func(c *points.Currency) {
		c.Life = points.Life{Months: 24}
		c.Inactivity = points.Inactivity{Months: 6}
	})
	ledger, journal := mustLedger(t, rules)
	for _, c := range []points.Command{
		points.Earn{Header: points.Header{ID: "e", Date: day(1, 1)}, Credits: []points.Credit{{Currency: "points", Points: 100}}},
		points.Transfer{Header: points.Header{ID: "t", Date: day(6, 30)}, Currency: "points", Points: 40, To: "family"},
		points.Pool{Header: points.Header{ID: "p", Date: day(6, 30)}, Currency: "points", To: "family"},
	} {
		if _, err := ledger.Do(t.Context(), "G-1", c); err != nil {
			t.Fatal(err)
		}
	}
	events, err := journal.Load(t.Context(), "family", 0)
	if err != nil {
		t.Fatal(err)
	}
	for date, want := range map[hotelcrm.Date]int64{day(6, 30): 100, day(7, 1): 0} {
		if b, err := points.BalanceAsOf(events, "points", points.AsOf{Date: date}); b.Points != want || err != nil {
			t.Errorf("on %v %d, %v, want %d: the points would have lapsed for inactivity on 1 July", date, b.Points, err, want)
		}
	}
}

func TestMergeCountsAStayOnce(t *testing.T) {
	ledger, _ := mustLedger(t, plain())
	do := func(account string, c points.Command) {
		t.Helper()
		if _, err := ledger.Do(t.Context(), account, c); err != nil {
			t.Fatal(err)
		}
	}
	earn := func(id, key string, n int64) points.Earn {
		return points.Earn{Header: points.Header{ID: id, Date: day(1, 1)}, Stay: key, Credits: []points.Credit{
			{Currency: "points", Points: n}, {Currency: "nights", Points: 2},
		}}
	}
	do("old", earn("e1", "S1", 100))
	do("old", earn("e2", "S2", 200))
	do("new", earn("e1", "S2", 200))
	do("old", points.Redeem{Header: points.Header{ID: "r", Date: day(1, 2)}, Currency: "points", Points: 50})
	do("old", points.Merge{Header: points.Header{ID: "m", Date: day(1, 3)}, Into: "new"})
	do("new", earn("again", "S1", 100)) // the PMS sends the stay of the merged profile again
	want := func(wantPoints, nights int64) {
		t.Helper()
		a, err := ledger.Account(t.Context(), "new")
		if err != nil {
			t.Fatal(err)
		}
		p, _ := a.Balance("points", a.Clock())
		n, _ := a.Balance("nights", a.Clock())
		if p.Points != wantPoints || n.Points != nights {
			t.Errorf("%d points and %d nights, want %d and %d", p.Points, n.Points, wantPoints, nights)
		}
	}
	want(250, 4)
	_, err := ledger.Do(t.Context(), "old", earn("e3", "S3", 1))
	if !errors.Is(err, points.AccountClosed) {
		t.Errorf("earning on a closed account: %v", err)
	}
	if old, err := ledger.Account(t.Context(), "old"); err != nil || old.MergedInto() != "new" {
		t.Errorf("merged into %q, %v", old.MergedInto(), err)
	}
	do("old", points.Void{Header: points.Header{ID: "v", Date: day(1, 4)}, Ref: "r"})
	do("old", points.Merge{Header: points.Header{ID: "m2", Date: day(1, 4)}, Into: "new"})
	want(300, 4)
}
