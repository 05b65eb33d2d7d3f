package points_test

import (
	"errors"
	"math"
	"testing"

	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/loyalty/points"
	"pgregory.net/rapid"
)

// replaces corrects the stay S1 of an earn.
func replaces(id string) func(*points.Earn) {
	return func(c *points.Earn) { c.Stay, c.Replaces = "S1", id }
}

// inTwo makes two lots of the points of an earn.
func inTwo(first int64) func(*points.Earn) {
	return func(c *points.Earn) {
		if n := c.Credits[0].Points; n > first {
			c.Credits = []points.Credit{{Currency: "points", Points: first}, {Currency: "points", Points: n - first}}
		}
	}
}

// What the new bill pays, it pays once, also where the old bill had given several lots.
func TestCorrectedStayOfTwoLots(t *testing.T) {
	for _, test := range []struct {
		policy                   points.Clawback
		old, first, spent, by    int64
		left, owed, notRecovered int64
	}{
		{points.WithinBalance, 100, 60, 100, 70, 0, 0, 30},
		{points.DebtAllowed, 100, 60, 100, 70, -30, 30, 0},
		{points.PendingOnly, 100, 60, 50, 80, 50, 0, 20},
		{points.PendingOnly, 100, 60, 0, 30, 100, 0, 70},
		{points.PendingOnly, 100, 30, 100, 80, 0, 0, 20},
	} {
		d := open(t, plain(clawback(test.policy)))
		id := d.earn(day(1, 1), test.old, stay("S1"), inTwo(test.first))
		if test.spent > 0 {
			d.redeem(day(1, 2), test.spent)
		}
		d.earn(day(1, 3), test.by, replaces(id), inTwo(10))
		if b := d.balance(day(1, 3)); b.Points != test.left || b.Owed != test.owed || b.Unrecovered != test.notRecovered {
			t.Errorf("%+v: got %+v", test, b)
		}
	}
}

func TestCorrectedStay(t *testing.T) {
	tests := []struct {
		name                 string
		policy               points.Clawback
		other, old, gone, by int64 // points of another stay, of the stay, spent, and of the stay as corrected
		want                 points.Balance
	}{
		{"nothing spent", points.WithinBalance, 0, 100, 0, 80, points.Balance{Points: 80}},
		{"more than before", points.WithinBalance, 0, 100, 60, 150, points.Balance{Points: 90}},
		{"still enough for what was spent", points.WithinBalance, 0, 100, 60, 80, points.Balance{Points: 20}},
		{"all spent", points.WithinBalance, 0, 100, 100, 80, points.Balance{Unrecovered: 20}},
		{"all spent, owed", points.DebtAllowed, 0, 100, 100, 80, points.Balance{Points: -20, Owed: 20}},
		{"others pay the rest", points.WithinBalance, 50, 100, 100, 80, points.Balance{Points: 30}},
		{"posted points stay", points.PendingOnly, 0, 100, 0, 80, points.Balance{Points: 100, Unrecovered: 20}},
		{"posted points stay, spent", points.PendingOnly, 50, 100, 100, 80, points.Balance{Points: 50, Unrecovered: 20}},
		{"posted points stay, half spent", points.PendingOnly, 0, 100, 60, 30, points.Balance{Points: 40, Unrecovered: 70}},
		{"more, where posted points stay", points.PendingOnly, 0, 100, 60, 130, points.Balance{Points: 70}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			d := open(t, plain(clawback(test.policy)))
			id := d.earn(day(1, 1), test.old, stay("S1"))
			if test.other > 0 {
				d.earn(day(1, 2), test.other)
			}
			if test.gone > 0 {
				d.redeem(day(1, 3), test.gone)
			}
			again := d.earn(day(1, 4), test.by, replaces(id))
			test.want.Currency, test.want.Date, test.want.Available = "points", day(1, 4), max(0, test.want.Points)
			if got := d.balance(day(1, 4)); got != test.want {
				t.Errorf("got  %+v\nwant %+v", got, test.want)
			}
			if got := d.account.EarnOf("S1"); got != again {
				t.Errorf("in force is %q, want %q", got, again)
			}
			d.want(day(1, 3), test.old+test.other-test.gone) // as it was known
		})
	}
}

// A stay that is corrected again and again, after spending, holds and awards, ends where it would have been with its last
// version alone, wherever that would have covered what was spent.
func TestCorrectionsEndAsTheLastVersionAlone(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		policy := rapid.SampledFrom([]points.Clawback{points.WithinBalance, points.DebtAllowed}).Draw(t, "claw-back")
		order := rapid.SampledFrom([]points.BurnOrder{points.OldestFirst, points.NewestFirst}).Draw(t, "burn")
		d, alone := open(t, plain(clawback(policy), burn(order))), open(t, plain(clawback(policy), burn(order)))
		other, spend := rapid.Int64Range(1, 50).Draw(t, "other"), rapid.Int64Range(0, 60).Draw(t, "spent")
		versions := rapid.SliceOfN(rapid.Int64Range(1, 100), 2, 5).Draw(t, "versions")
		last := versions[len(versions)-1]
		if spend > other+last || spend > other+versions[0] {
			spend = min(other+last, other+versions[0])
		}
		two := inTwo(rapid.Int64Range(1, 50).Draw(t, "first lot"))
		id := d.earn(day(1, 1), versions[0], stay("S1"), two)
		alone.earn(day(1, 1), last, stay("S1"))
		for _, one := range []*desk{d, alone} {
			one.earn(day(1, 2), other)
			if spend > 0 {
				one.redeem(day(1, 3), spend)
			}
		}
		least := min(versions[0], last)
		for _, n := range versions[1:] {
			id = d.earn(day(1, 4), n, replaces(id), two)
			least = min(least, n)
		}
		if policy == points.DebtAllowed || spend <= other+least { // else what was missing on the way is on record
			equal(t, "balance", alone.balance(day(1, 5)), d.balance(day(1, 5)))
		}
		b := d.balance(day(1, 5))
		equal(t, "points, owed and unrecovered", other+last-spend, b.Points-b.Unrecovered)
		for n := range d.account.Version() { // and from every event on
			a, err := points.Fold(points.NewAccount("G-1"), d.events[:n])
			if err == nil {
				a, err = points.Fold(a, d.events[n:])
			}
			if err != nil {
				t.Fatal(err)
			}
			got, _ := a.Balance("points", day(1, 5))
			equal(t, "resumed", b, got)
		}
	})
}

func TestCorrectionIsRefused(t *testing.T) {
	tests := []struct {
		name   string
		change func(*points.Earn)
		want   points.Reason
	}{
		{"of nothing", replaces("nothing"), points.Conflict},
		{"of another stay", func(c *points.Earn) { c.Stay, c.Replaces = "S2", "c0001" }, points.NotFound},
		{"of no stay", func(c *points.Earn) { c.Replaces = "c0001" }, points.NotFound},
		{"of no earn", func(c *points.Earn) { c.Stay, c.Replaces = "S2", "c0002" }, points.NotFound},
		{"of a stay never credited", func(c *points.Earn) { c.Stay, c.Replaces = "S2", "nothing" }, points.NotFound},
		{"before the stay", func(c *points.Earn) { c.Stay, c.Replaces, c.Date = "S1", "c0001", day(1, 1) }, points.Backdated},
		{"by pending points", func(c *points.Earn) { c.Stay, c.Replaces, c.Pending = "S1", "c0001", true }, points.Settled},
		{"by more than can be counted", func(c *points.Earn) {
			c.Stay, c.Replaces = "S1", "c0001"
			c.Credits = []points.Credit{{Currency: "points", Points: math.MaxInt64}, {Currency: "points", Points: math.MaxInt64}}
		}, points.Overflow},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			d := open(t, plain())
			d.earn(day(1, 2), 100, stay("S1"))
			d.redeem(day(1, 2), 70)
			c := points.Earn{Header: d.head(day(1, 3)), Credits: []points.Credit{{Currency: "points", Points: 80}}}
			test.change(&c)
			if _, err := d.try(c); !errors.Is(err, test.want) {
				t.Errorf("error %v, want %v", err, test.want)
			}
			d.want(day(1, 3), 30)
		})
	}
}

func TestCorrectionTwice(t *testing.T) {
	d := open(t, plain())
	id := d.earn(day(1, 1), 100, stay("S1"))
	first := points.Earn{Header: d.head(day(1, 2)), Credits: []points.Credit{{Currency: "points", Points: 80}}}
	replaces(id)(&first)
	want := d.do(first)
	got := d.do(first) // the same message again
	if !got.Repeat || got.First != want.First || got.Last != want.Last || len(want.Events) != 2 {
		t.Errorf("first %+v\nthen %+v", want, got)
	}
	second := first
	second.Header = d.head(day(1, 2)) // by another desk, from the same bill
	if got := d.do(second); !got.Repeat {
		t.Errorf("the same correction under another id: %+v", got)
	}
	second.Credits = []points.Credit{{Currency: "points", Points: 70}}
	if _, err := d.try(second); !errors.Is(err, points.Conflict) {
		t.Errorf("a correction of what is corrected: %v", err)
	}
	d.want(day(1, 2), 80)
	d.void(day(1, 3), first.ID)
	d.want(day(1, 3), 0)
	second.Header, second.Replaces = d.head(day(1, 3)), ""
	d.do(second)
	d.want(day(1, 3), 70)
}

// A pending earn is corrected before it is posted; a hold on the points of the old bill is released after the correction.
func TestCorrectionOfPendingAndHeldPoints(t *testing.T) {
	d := open(t, plain())
	pending := func(c *points.Earn) { c.Pending = true }
	id := d.earn(day(1, 1), 100, stay("S1"), pending)
	again := d.earn(day(1, 2), 80, replaces(id), pending)
	if b := d.balance(day(1, 2)); b.Pending != 80 || b.Points != 0 {
		t.Errorf("pending: %+v", b)
	}
	d.do(points.Post{Header: d.head(day(1, 3)), Earn: again})
	d.do(points.Hold{Header: points.Header{ID: "hold", Date: day(1, 4), Recorded: points.Instant(d.n)}, Currency: "points", Points: 80})
	d.earn(day(1, 5), 50, replaces(again))
	if b := d.balance(day(1, 5)); b.Held != 80 || b.Available != 0 || b.Unrecovered != 30 {
		t.Errorf("held: %+v", b)
	}
	d.do(points.Release{Header: d.head(day(1, 6)), Hold: "hold"})
	if b := d.balance(day(1, 6)); b.Points != 50 || b.Unrecovered != 0 {
		t.Errorf("released: %+v", b)
	}
}

// Points that are dead by the day of the correction pay nothing.
func TestCorrectionAfterTheEndOfThePoints(t *testing.T) {
	for _, date := range []hotelcrm.Date{day(2, 1), day(2, 5)} {
		d := open(t, plain())
		id := d.earn(day(1, 1), 100, stay("S1"), expires(day(2, 1)))
		d.redeem(day(1, 2), 100)
		d.earn(date, 80, replaces(id), expires(day(2, 1)))
		if b := d.balance(date); b.Points != 0 || b.Owed != 0 || b.Unrecovered != 100 {
			t.Errorf("on %v: got %+v", date, b)
		}
	}
}

// What both lots of a stay miss comes out of the one other lot that has points, once.
func TestTwoSpentLotsClawBackFromOne(t *testing.T) {
	d := open(t, plain())
	id := d.earn(day(1, 1), 100, stay("S1"), inTwo(60))
	d.redeem(day(1, 2), 100)
	d.earn(day(1, 3), 90)
	d.void(day(1, 4), id)
	if b := d.balance(day(1, 4)); b.Points != 0 || b.Owed != 0 || b.Unrecovered != 10 {
		t.Errorf("got %+v", b)
	}
}

// A stay pays what two others owe, is voided and put back: what it paid stays paid, and nothing comes back to anybody.
func TestStayThatPaidTwoDebtsIsVoidedAndPutBack(t *testing.T) {
	d := open(t, plain(clawback(points.DebtAllowed)))
	first, second := d.earn(day(1, 1), 40), d.earn(day(1, 1), 30)
	d.redeem(day(1, 2), 70)
	d.void(day(1, 3), first)
	d.void(day(1, 3), second)
	third := d.earn(day(1, 4), 100)
	d.redeem(day(1, 4), 30)
	void := d.void(day(1, 5), third)
	d.want(day(1, 5), -100)
	d.void(day(1, 6), void)
	if b := d.balance(day(1, 6)); b.Points != 0 || b.Owed != 0 {
		t.Errorf("got %+v", b)
	}
}

// Of two lots that come together the first pays what is owed.
func TestTheFirstLotPaysTheDebt(t *testing.T) {
	d := open(t, plain(clawback(points.DebtAllowed)))
	id := d.earn(day(1, 1), 50)
	d.redeem(day(1, 2), 50)
	d.void(day(1, 3), id)
	d.earn(day(1, 4), 100, inTwo(50))
	if lots := d.account.Lots(); lots[1].In(points.Free) != 0 || lots[2].In(points.Free) != 50 {
		t.Errorf("lots %+v", lots[1:])
	}
}
