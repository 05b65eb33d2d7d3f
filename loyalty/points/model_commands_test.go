package points_test

import (
	"errors"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/loyalty/points"
	"pgregory.net/rapid"
)

// do tells the model of a command; it returns why it refuses it, or 0.
func (m *model) do(c points.Command) points.Reason {
	defer m.bury()
	switch c := c.(type) {
	case points.Earn:
		m.earn(c.ID, int(c.Credits[0].Points), c.Pending, c.Until, c.Credits[0].Expires, points.EventEarn)
	case points.Post:
		return m.resolve(c.Earn, "earn", m.post)
	case points.Cancel:
		return m.resolve(c.Earn, "earn", func(lot int) points.Reason {
			m.touch(points.EventCancel, false)
			m.move(of(lot, in("pending")), "reversed")
			return 0
		})
	case points.Redeem:
		return m.spend(c.ID, int(c.Points), "redeemed", 0, points.EventRedeem)
	case points.Hold:
		return m.spend(c.ID, int(c.Points), "held", c.Until, points.EventHold)
	case points.Transfer:
		return m.spend(c.ID, int(c.Points), "moved", 0, points.EventTransferOut)
	case points.Release:
		return m.resolve(c.Hold, "held", func(int) points.Reason { return m.back(points.EventRelease, by(c.Hold, "held")) })
	case points.Capture:
		return m.resolve(c.Hold, "held", func(int) points.Reason { return m.capture(c.ID, c.Hold, int(c.Points)) })
	case points.Void:
		return m.void(c.Ref)
	case points.Adjust:
		if c.Points < 0 {
			return m.spend(c.ID, int(-c.Points), "reversed", 0, points.EventAdjust)
		}
		m.earn(c.ID, int(c.Points), false, 0, c.Expires, points.EventAdjust)
	}
	return 0
}

// drawCommand returns any command, dated on a day or a few days later.
func drawCommand(t *rapid.T, m *model, head points.Header) points.Command {
	n := func() int64 { return rapid.Int64Range(1, 12).Draw(t, "points") }
	later := func() hotelcrm.Date {
		if rapid.Bool().Draw(t, "ends") {
			return head.Date.AddDays(rapid.IntRange(1, 40).Draw(t, "in days"))
		}
		return 0
	}
	ref := func() string {
		return rapid.SampledFrom(append([]string{"nothing"}, m.order...)).Draw(t, "ref")
	}
	switch rapid.IntRange(0, 10).Draw(t, "kind") {
	case 0, 1:
		return points.Earn{Header: head, Credits: []points.Credit{{Currency: "points", Points: n(), Expires: later()}}}
	case 2:
		return points.Earn{Header: head, Pending: true, Until: later(), Credits: []points.Credit{{Currency: "points", Points: n(), Expires: later()}}}
	case 3:
		return points.Post{Header: head, Earn: ref()}
	case 4:
		return points.Cancel{Header: head, Earn: ref()}
	case 5:
		return points.Redeem{Header: head, Currency: "points", Points: n()}
	case 6:
		return points.Hold{Header: head, Currency: "points", Points: n(), Until: later()}
	case 7:
		if rapid.Bool().Draw(t, "release") {
			return points.Release{Header: head, Hold: ref()}
		}
		return points.Capture{Header: head, Hold: ref(), Points: n()}
	case 8:
		return points.Transfer{Header: head, Currency: "points", Points: n(), To: "G-2"}
	case 9:
		return points.Adjust{Header: head, Currency: "points", Points: n() * rapid.SampledFrom([]int64{1, -1}).Draw(t, "sign"), Expires: later()}
	}
	return points.Void{Header: head, Ref: ref()}
}

func drawCurrency(t *rapid.T) points.Currency {
	return points.Currency{
		Name: "points", Kind: points.Redeemable,
		Burn:     rapid.SampledFrom([]points.BurnOrder{points.OldestFirst, points.SoonestExpiry, points.NewestFirst}).Draw(t, "burn"),
		Clawback: rapid.SampledFrom([]points.Clawback{points.PendingOnly, points.WithinBalance, points.DebtAllowed}).Draw(t, "claw-back"),
		Grace:    rapid.SampledFrom([]int{0, 0, 5}).Draw(t, "grace"),
		Inactivity: points.Inactivity{
			Months: rapid.SampledFrom([]int{0, 1}).Draw(t, "inactivity"),
			Acts:   rapid.SampledFrom([][]points.EventKind{nil, {points.EventEarn}, {points.EventEarn, points.EventRedeem}}).Draw(t, "acts"),
		},
	}
}

// play runs a history of random commands on the ledger and the model side by side.
func play(t *rapid.T, check func(d *desk, m *model)) (*desk, *model) {
	c := drawCurrency(t)
	d := open(t, points.Rules{Version: "1", Currencies: []points.Currency{c}})
	m := &model{rules: c, clock: day(1, 1), acts: map[string]*modelAct{}}
	for range rapid.IntRange(1, 25).Draw(t, "steps") {
		m.pass(m.clock.AddDays(rapid.SampledFrom([]int{0, 0, 1, 7, 30}).Draw(t, "days")))
		command := drawCommand(t, m, d.head(m.clock))
		want := m.do(command)
		_, err := d.try(command)
		got, _ := errors.AsType[points.Reason](err)
		if got != want || err != nil && got == 0 {
			trace(t, d)
			t.Fatalf("%T %+v: %v, the model says %v", command, command, err, want)
		}
		check(d, m)
	}
	return d, m
}

func trace(t *rapid.T, d *desk) {
	for _, e := range d.events {
		t.Logf("%d %v %v %s ref %s %+v ends %v deadlines %v", e.Seq, e.Kind, e.Date, e.Command, e.Ref, e.Moves, e.Ends, e.Deadlines)
	}
}

func same(t *rapid.T, d *desk, m *model) {
	b := d.balance(m.clock)
	got := [6]int64{b.Points, b.Available, b.Held, b.Pending, b.Owed, b.Unrecovered}
	want := [6]int64{}
	for i, n := range m.balance() {
		want[i] = int64(n)
	}
	if diff := cmp.Diff(want, got); diff != "" {
		trace(t, d)
		t.Fatalf("on %v: points, available, held, pending, owed, unrecovered (-model +ledger):\n%s", m.clock, diff)
	}
}

func TestLedgerIsTheModel(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d, m := play(t, func(d *desk, m *model) { same(t, d, m) })
		for range 4 { // what ends by itself, on dates that no command has reached
			m.pass(m.clock.AddDays(rapid.IntRange(1, 30).Draw(t, "wait")))
			same(t, d, m)
		}
	})
}
