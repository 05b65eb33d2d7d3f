package points_test

import (
	"errors"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/loyalty/points"
	"pgregory.net/rapid"
)

// do is what the model makes of a command; it returns why it refuses it, or 0.
func (m *model) do(c points.Command) points.Reason {
	defer func() { m.bury(m.clock) }()
	switch c := c.(type) {
	case points.Earn:
		m.earn(c.ID, int(c.Credits[0].Points), c.Pending, c.Until, c.Credits[0].Expires, points.EventEarn)
	case points.Post:
		return m.resolve(c.Earn, "free", points.EventPost)
	case points.Cancel:
		return m.resolve(c.Earn, "reversed", points.EventCancel)
	case points.Redeem:
		return m.spend(c.ID, int(c.Points), "redeemed", 0, points.EventRedeem)
	case points.Hold:
		return m.spend(c.ID, int(c.Points), "held", c.Until, points.EventHold)
	case points.Transfer:
		return m.spend(c.ID, int(c.Points), "moved", 0, points.EventTransferOut)
	case points.Release:
		return m.endOf(c.ID, c.Hold, 0)
	case points.Capture:
		return m.endOf(c.ID, c.Hold, max(int(c.Points), 1))
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

func (m *model) resolve(id, to string, kind points.EventKind) points.Reason {
	a := m.acts[id]
	if a == nil || a.kind != "earn" {
		return points.NotFound
	}
	if !a.open {
		return points.Settled
	}
	a.open = false
	m.touch(kind, to == "free")
	m.move(func(c coin) bool { return c.lot == a.lots[0] && c.in == "pending" }, to, "")
	if m.lots[a.lots[0]].since = m.clock; to == "free" {
		m.settle(a.lots)
	}
	return 0
}

func (m *model) spend(id string, n int, to string, until hotelcrm.Date, kind points.EventKind) points.Reason {
	if n > m.available() {
		return points.Insufficient
	}
	m.take(n, to, id, nil)
	m.act(id, to, until).open = to == "held"
	m.touch(kind, false)
	return 0
}

func (m *model) endOf(id, hold string, spend int) points.Reason {
	a := m.acts[hold]
	mine := func(c coin) bool { return c.in == "held" && c.by == hold }
	switch {
	case a == nil || a.kind != "held":
		return points.NotFound
	case !a.open:
		return points.Settled
	case spend > m.count(mine):
		return points.Insufficient
	}
	a.open = false
	if spend == 0 {
		m.touch(points.EventRelease, m.revives(mine))
	} else {
		order := m.heldOrder(hold)
		m.act(id, "redeemed", 0)
		for _, i := range order[:spend] {
			m.coins[i].in, m.coins[i].by = "redeemed", id
		}
		m.touch(points.EventCapture, m.revives(mine))
	}
	m.giveBack(mine, m.clock)
	return 0
}

// revives reports whether coins that come back will be free.
func (m *model) revives(which func(coin) bool) bool {
	return m.count(func(c coin) bool { return which(c) && (m.rules.Grace > 0 || !m.dead(c.lot, m.clock)) }) > 0
}

// heldOrder returns the coins of a hold in the order in which they were chosen.
func (m *model) heldOrder(hold string) []int {
	var order []int
	for _, lot := range slices.Compact(slices.Clone(m.chosen[hold])) {
		for i, c := range m.coins {
			if c.lot == lot && c.in == "held" && c.by == hold {
				order = append(order, i)
			}
		}
	}
	return order
}

func (m *model) void(id string) points.Reason {
	a := m.acts[id]
	switch {
	case a == nil:
		return points.NotFound
	case a.voided:
		return points.Settled
	case a.kind == "held" || a.kind == "moved":
		return points.NotVoidable
	}
	a.voided, a.open = true, false
	if a.kind != "earn" && a.kind != "adjust" {
		mine := func(c coin) bool { return c.by == id && c.in == a.kind }
		m.touch(points.EventVoid, m.revives(mine))
		m.giveBack(mine, m.clock)
		return 0
	}
	lot := a.lots[0]
	of := func(place string) func(coin) bool { return func(c coin) bool { return c.lot == lot && c.in == place } }
	reversed := m.count(of("reversed"))
	m.move(of("pending"), "reversed", "void")
	missing := m.count(of("held")) + m.count(of("redeemed")) + m.count(of("moved")) + reversed
	l := &m.lots[lot]
	if m.rules.Clawback == points.PendingOnly {
		l.waived += missing + m.count(of("free"))
		return 0
	}
	m.move(of("free"), "reversed", "void")
	missing -= m.take(missing, "reversed", "void", a.lots)
	if m.rules.Clawback == points.DebtAllowed {
		l.owed += missing
	} else {
		l.unrecovered += missing
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
	m := &model{rules: c, clock: day(1, 1), acts: map[string]*modelAct{}, chosen: map[string][]int{}}
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
