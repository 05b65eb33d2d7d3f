package points_test

import (
	"errors"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/loyalty/points"
)

// The case of two lots: 100 earned 31 January without an end, 50 earned 10 March that die on 1 July; 60 spent on 1 May.
func TestBurnOrderDecidesWhatLapses(t *testing.T) {
	tests := []struct {
		order points.BurnOrder
		want  int64
	}{
		{0, 40},
		{points.OldestFirst, 40},
		{points.SoonestExpiry, 90},
		{points.NewestFirst, 90},
	}
	for _, test := range tests {
		t.Run(test.order.String(), func(t *testing.T) {
			d := open(t, plain(burn(test.order)))
			d.earn(day(1, 31), 100)
			d.earn(day(3, 10), 50, expires(day(7, 1)))
			d.redeem(day(5, 1), 60)
			d.want(day(7, 2), test.want)
			d.do(points.Expire{Header: d.head(day(7, 2))})
			d.want(day(7, 2), test.want)
		})
	}
}

// Of lots that die on one day the oldest is spent first, in whatever order they were recorded.
func TestLotsOfOneEndAreSpentByAge(t *testing.T) {
	d := open(t, plain(burn(points.SoonestExpiry)))
	for _, earned := range []hotelcrm.Date{day(3, 10), day(1, 31)} {
		d.earn(day(4, 1), 50, expires(day(7, 1)), func(c *points.Earn) { c.Credits[0].Earned = earned })
	}
	d.redeem(day(5, 1), 30)
	if lots := d.account.Lots(); lots[0].In(points.Free) != 50 || lots[1].In(points.Free) != 20 {
		t.Errorf("lots %+v, want the 30 points out of that of January", lots)
	}
}

// The balance collapse: what was spent was spent from the lot that died, so the later lot is whole.
func TestSpentLotsTakeNothingFromLaterOnes(t *testing.T) {
	d := open(t, plain())
	d.earn(day(1, 1), 100, expires(day(7, 1)))
	d.redeem(day(5, 1), 100)
	d.earn(day(6, 1), 100, expires(day(6, 1, 2027)))
	d.want(day(7, 2), 100)
}

// Earn 1,000, spend 800, the stay is voided, earn 500.
func TestClawbackPolicies(t *testing.T) {
	tests := []struct {
		policy      points.Clawback
		voided      int64
		unrecovered int64
		owed        int64
		later       int64
	}{
		{points.PendingOnly, 200, 1000, 0, 700},
		{0, 0, 800, 0, 500},
		{points.WithinBalance, 0, 800, 0, 500},
		{points.DebtAllowed, -800, 0, 800, -300},
	}
	for _, test := range tests {
		t.Run(test.policy.String(), func(t *testing.T) {
			d := open(t, plain(clawback(test.policy)))
			earned := d.earn(day(1, 1), 1000, stay("S1"))
			d.redeem(day(2, 1), 800)
			d.void(day(3, 1), earned)
			b := d.balance(day(3, 1))
			got := [3]int64{b.Points, b.Unrecovered, b.Owed}
			if diff := cmp.Diff([3]int64{test.voided, test.unrecovered, test.owed}, got); diff != "" {
				t.Errorf("balance, unrecovered, owed (-want +got):\n%s", diff)
			}
			d.earn(day(4, 1), 500)
			d.want(day(4, 1), test.later)
		})
	}
}

// The same id with the same body is a no-op with the first result; with another body it is a conflict.
func TestSameCommandTwice(t *testing.T) {
	ledger, journal := mustLedger(t, plain())
	earn := points.Earn{
		Header:  points.Header{ID: "folio-1", Date: day(5, 3), Recorded: 10},
		Credits: []points.Credit{{Currency: "points", Points: 1000}},
	}
	first, err := ledger.Do(t.Context(), "G-1", earn)
	if err != nil {
		t.Fatal(err)
	}
	earn.Recorded = 99
	second, err := ledger.Do(t.Context(), "G-1", earn)
	if err != nil || !second.Repeat {
		t.Fatalf("second time: repeat %t, error %v", second.Repeat, err)
	}
	if diff := cmp.Diff(first.Events, second.Events); diff != "" {
		t.Errorf("result of the second time (-first +second):\n%s", diff)
	}
	earn.Credits[0].Points = 1001
	_, err = ledger.Do(t.Context(), "G-1", earn)
	refused, ok := errors.AsType[*points.RefusedError](err)
	if !ok || !errors.Is(err, points.Conflict) || refused.Ref != "folio-1" {
		t.Errorf("another body: %v, want a conflict", err)
	}
	if events, _ := journal.Load(t.Context(), "G-1", 0); len(events) != 1 {
		t.Errorf("the journal holds %d events, want 1", len(events))
	}
}

// A PMS settles a stay again and sends it under a new id.
func TestSameStayUnderTwoIds(t *testing.T) {
	d := open(t, plain())
	first := d.earn(day(5, 3), 1000, stay("LIS/4711/1"))
	again := points.Earn{Header: d.head(day(5, 4)), Stay: "LIS/4711/1", Credits: []points.Credit{{Currency: "points", Points: 1000}}}
	decision := d.do(again)
	if want := (points.Decision{Repeat: true, First: 1, Last: 1}); !cmp.Equal(want, decision) {
		t.Errorf("decision %+v, want %+v", decision, want)
	}
	d.want(day(5, 4), 1000)
	again.Header = d.head(day(5, 4))
	again.Credits[0].Points = 1200
	if _, err := d.try(again); !errors.Is(err, points.Conflict) {
		t.Errorf("other points for the stay: %v, want a conflict", err)
	}
	d.void(day(5, 5), first) // checked out by mistake: after the void the stay may be credited anew
	again.Header = d.head(day(5, 5))
	d.do(again)
	d.want(day(5, 5), 1200)
}

// Wyndham: four years per lot from check-out, and 18 months without activity, whichever comes first.
func TestLotLifeAndInactivity(t *testing.T) {
	rules := plain(func(c *points.Currency) {
		c.Life = points.Life{Months: 48}
		c.Inactivity = points.Inactivity{Months: 18, Acts: []points.EventKind{points.EventEarn, points.EventRedeem, points.EventAdjust}}
	})
	d := open(t, rules)
	d.earn(day(6, 10, 2022), 1000)
	d.do(points.Adjust{Header: d.head(day(6, 1, 2023)), Currency: "points", Points: 1, Expires: day(6, 2, 2023)})
	d.do(points.Adjust{Header: d.head(day(2, 5, 2024)), Currency: "points", Points: 1, Expires: day(2, 6, 2024)})
	forecast := func() []points.Lapse {
		got, err := d.account.Forecast("points", d.account.Clock(), day(1, 1, 2040))
		if err != nil {
			t.Fatal(err)
		}
		return got[len(got)-1:]
	}
	want := []points.Lapse{{Date: day(8, 5, 2025), Points: 1000, Lots: []int{1}, Inactivity: true}}
	if diff := cmp.Diff(want, forecast()); diff != "" {
		t.Errorf("without activity (-want +got):\n%s", diff)
	}
	d.do(points.Adjust{Header: d.head(day(7, 1, 2025)), Currency: "points", Points: 1, Expires: day(7, 2, 2025)})
	want = []points.Lapse{{Date: day(6, 10, 2026), Points: 1000, Lots: []int{1}}}
	if diff := cmp.Diff(want, forecast()); diff != "" {
		t.Errorf("after activity (-want +got):\n%s", diff)
	}
}

// Choice before 2016: good through 31 December two years after the year of deposit; Go's own month arithmetic overflows.
func TestLifeOfALot(t *testing.T) {
	tests := []struct {
		name         string
		life         points.Life
		earned, want string
	}{
		{"year end", points.Life{Months: 24, Cut: points.YearEnd}, "2013-05-10", "2016-01-01"},
		{"exact", points.Life{Months: 24, Cut: points.Exact}, "2013-05-10", "2015-05-10"},
		{"unset cut", points.Life{Months: 24}, "2013-05-10", "2015-05-10"},
		{"month end", points.Life{Months: 24, Cut: points.MonthEnd}, "2013-05-10", "2015-06-01"},
		{"clamped", points.Life{Months: 18}, "2024-08-31", "2026-02-28"},
		{"leap day", points.Life{Months: 12}, "2024-02-29", "2025-02-28"},
		{"end of the same year", points.Life{Cut: points.YearEnd}, "2024-02-29", "2025-01-01"},
		{"for ever", points.Life{}, "2024-02-29", ""},
		{"two year ends", points.Life{YearEnds: 2}, "2013-05-10", "2016-01-01"},
		{"30 months, which end first", points.Life{Months: 30, YearEnds: 2}, "2013-05-10", "2015-11-10"},
		{"30 months, but two year ends", points.Life{Months: 30, YearEnds: 2}, "2013-09-10", "2016-01-01"},
		{"year ends beyond all dates", points.Life{YearEnds: 1200}, "9000-01-01", ""},
		{"months beyond all dates", points.Life{Months: 1200, Cut: points.MonthEnd}, "9950-01-01", ""},
		{"the last year end", points.Life{Months: 12, Cut: points.YearEnd}, "9998-05-01", ""},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			earned, err := hotelcrm.ParseDate(test.earned)
			if got := test.life.Expires(earned).String(); got != test.want || err != nil {
				t.Errorf("dead from %s, %v, want %s", got, err, test.want)
			}
		})
	}
}
