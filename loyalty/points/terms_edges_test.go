package points_test

import (
	"testing"

	"github.com/hotelcrm/hotelcrm/loyalty/points"
)

// idle lets a balance lapse after a year in which nothing was redeemed.
func idle(c *points.Currency) {
	c.Inactivity = points.Inactivity{Months: 12, Acts: []points.EventKind{points.EventRedeem}}
}

func active(month, dayOfMonth, year int) func(*points.Earn) {
	return func(e *points.Earn) { e.Credits[0].Active = day(month, dayOfMonth, year) }
}

// The balance lapses on 1 January. Points that can be spent from that day on are none of it.
func TestPointsOfTheDeadlineItselfOutliveIt(t *testing.T) {
	d := open(t, plain(idle))
	d.earn(day(1, 1), 100)
	d.earn(day(12, 31), 30, active(1, 1, 2027))
	d.earn(day(12, 31), 7, active(12, 31, 2026))
	d.want(day(12, 31), 137)
	d.want(day(1, 1, 2027), 30)
	d.do(points.Expire{Header: d.head(day(1, 1, 2027))})
	d.want(day(1, 1, 2027), 30)
	d.want(day(6, 6, 2027), 30)
	if b := d.balance(day(1, 1, 2027)); b.Available != 30 {
		t.Errorf("got %+v", b)
	}
}

// All points are gone when the deadline comes, so that nothing lapses on it: a credit of that day begins a new period.
func TestCreditOfAnEmptyDeadlineBeginsANewPeriod(t *testing.T) {
	d := open(t, plain(idle))
	d.earn(day(1, 1), 100, expires(day(6, 1)))
	d.earn(day(1, 1, 2027), 50)
	d.want(day(12, 31, 2027), 50)
	d.want(day(1, 1, 2028), 0)
}

func TestExemptionOutlastsActivity(t *testing.T) {
	d := open(t, plain(idle))
	d.earn(day(1, 1), 100)
	d.do(points.Exempt{Header: d.head(day(2, 1)), Until: day(12, 1)})
	d.redeem(day(3, 1), 10)
	d.want(day(11, 30, 2027), 90)
	d.want(day(12, 1, 2027), 0)

	d = open(t, plain(idle))
	d.do(points.Exempt{Header: d.head(day(1, 1)), Until: day(12, 1)}) // before the first credit
	d.earn(day(2, 1), 40)
	d.want(day(11, 30, 2027), 40)
	d.want(day(12, 1, 2027), 0)
}

func TestReinstateFromTheDayOfLapsing(t *testing.T) {
	for _, test := range []struct {
		name        string
		since, sent int // days of June
		want        int64
	}{
		{"sent on the day itself", 0, 10, 100},
		{"since the day itself", 10, 20, 100},
		{"both", 10, 10, 100},
		{"since the day after", 11, 20, 0},
	} {
		d := open(t, plain())
		d.earn(day(1, 1), 100, expires(day(6, 10)))
		c := points.Reinstate{Header: d.head(day(6, test.sent)), Currency: "points", Expires: day(12, 1)}
		if test.since > 0 {
			c.Since = day(6, test.since)
		}
		if test.want == 0 {
			d.refused(c, points.Insufficient)
			continue
		}
		d.do(c)
		d.want(day(11, 30), test.want)
		d.want(day(12, 1), 0)
	}
}

// Of lots that lapsed on several days the latest come back first.
func TestReinstateTakesWhatLapsedLast(t *testing.T) {
	d := open(t, plain())
	d.earn(day(1, 1), 100, expires(day(6, 10)))
	d.earn(day(1, 2), 10, expires(day(7, 10)))
	d.do(points.Reinstate{Header: d.head(day(8, 1)), Currency: "points", Points: 30})
	d.want(day(8, 1), 30)
	lots := d.account.Lots()
	if lots[0].In(points.Free) != 20 || lots[1].In(points.Free) != 10 {
		t.Errorf("got %+v", lots)
	}
}

// A lot that is posted after its end lapses on the day of posting, whatever else lapsed before.
func TestPostedTooLateLapsesOnTheDayOfPosting(t *testing.T) {
	d := open(t, plain())
	earn := d.earn(day(5, 1), 100, expires(day(6, 1)), func(e *points.Earn) { e.Pending = true })
	d.do(points.Post{Header: d.head(day(6, 10)), Earn: earn})
	d.earn(day(6, 5), 7, expires(day(6, 3)))
	d.do(points.Expire{Header: d.head(day(6, 30))})
	for _, l := range d.account.Lots() {
		want := day(6, 10)
		if l.Lot == 2 {
			want = day(6, 5)
		}
		if l.Lapsed != want || l.In(points.Expired) == 0 {
			t.Errorf("lot %d: got %+v, want %v", l.Lot, l, want)
		}
	}
}

// An exemption that is entered late, for days before the last activity, takes nothing from the guest.
func TestLateExemptionShortensNothing(t *testing.T) {
	d := open(t, plain(idle))
	d.earn(day(1, 1), 100)
	d.redeem(day(6, 1), 10)
	d.do(points.Exempt{Header: d.head(day(2, 1)), Until: day(3, 1)})
	d.want(day(5, 31, 2027), 90)
	d.want(day(6, 1, 2027), 0)
}

func TestForecastBeginsOnTheDayAfter(t *testing.T) {
	d := open(t, plain())
	d.earn(day(1, 1), 100, expires(day(6, 10)))
	d.earn(day(1, 1), 10, expires(day(6, 11)))
	for from, want := range map[int]int64{9: 110, 10: 10, 11: 0} {
		list, err := d.account.Forecast("points", day(6, from), day(6, 11))
		if err != nil {
			t.Fatal(err)
		}
		sum := int64(0)
		for _, lapse := range list {
			sum += lapse.Points
		}
		if sum != want {
			t.Errorf("from %d June: got %+v, want %d points", from, list, want)
		}
	}
}

func TestOneCreditPaysSeveralDebts(t *testing.T) {
	d := open(t, plain(clawback(points.DebtAllowed)))
	first, second := d.earn(day(1, 1), 50, stay("S1")), d.earn(day(1, 2), 50, stay("S2"))
	d.redeem(day(1, 3), 100)
	d.void(day(1, 4), first)
	d.void(day(1, 4), second)
	for _, credit := range []struct{ n, owed, available int64 }{{60, 40, 0}, {39, 1, 0}, {5, 0, 4}} {
		d.earn(day(1, 5), credit.n)
		if b := d.balance(day(1, 5)); b.Owed != credit.owed || b.Available != credit.available || b.Points != credit.available-credit.owed {
			t.Errorf("after %d more: %+v", credit.n, b)
		}
	}
}

// Points that were dead before a debt arose pay none of it, however late they are recorded.
func TestPointsDeadBeforeTheDebtDoNotPayIt(t *testing.T) {
	for last, owed := range map[int]int64{9: 50, 10: 50, 11: 20} {
		d := open(t, plain(clawback(points.DebtAllowed)))
		earn := d.earn(day(1, 1), 50, stay("S1"))
		d.redeem(day(1, 2), 50)
		d.void(day(6, 10), earn)
		d.earn(day(6, 1), 30, expires(day(6, last)))
		if b := d.balance(day(6, 20)); b.Owed != owed {
			t.Errorf("30 points dead from %d June on, 50 owed since 10 June: %+v", last, b)
		}
	}
}

// A pending earn is taken back, and that is taken back in turn: on the day of its end there is nothing to wait for.
func TestPendingEarnComesBackOnlyBeforeItsEnd(t *testing.T) {
	for undone, want := range map[int]int64{9: 100, 10: 0, 11: 0} {
		d := open(t, plain())
		earn := d.earn(day(6, 1), 100, func(e *points.Earn) { e.Pending, e.Until = true, day(6, 10) })
		void := d.void(day(6, 5), earn)
		d.void(day(6, undone), void)
		if b := d.balance(day(6, undone)); b.Pending != want || b.Points != 0 {
			t.Errorf("undone on %d June: %+v, want %d pending", undone, b, want)
		}
		if gone := d.account.Lots()[0].In(points.Expired); gone != 100-want {
			t.Errorf("undone on %d June: %d points have lapsed", undone, gone)
		}
	}
}
