package points_test

import (
	"cmp"
	"reflect"
	"slices"

	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/loyalty/points"
)

// naive is the ledger in the plainest words, for one currency and commands in the order of their dates: every point is a
// coin that lies in one bucket, every question a walk over all coins, and time passes day by day.
type naive struct {
	rules        points.Currency
	today        hotelcrm.Date
	lots         []*batch
	coins        []*coin
	book         []*entry // accepted commands
	owed, waived int      // what voided earns could not take back: the guest owes it, or keeps it
}

type batch struct { // a lot
	active, end hotelcrm.Date // first day of use, first dead day
	short       int           // what its void could not take back, and takes from what returns to the lot
}

type coin struct {
	lot *batch
	in  points.Bucket
}

type entry struct { // a command and the coins that it moved
	command    points.Command
	kind       string // gain, hold or spent, and none for what nothing refers to
	coins      []*coin
	open, done bool          // open: a hold or a pending earn; done: reversed
	until      hotelcrm.Date // when what is open ends by itself, 0 for never
	then       points.Bucket // where its coins go then
}

// do carries a command out and says yes, or refuses it and changes nothing. Time passes either way.
func (m *naive) do(c points.Command) bool {
	if old := m.find(headOf(c).ID); old.command != nil {
		return reflect.DeepEqual(old.command, c) // no second effect, and no other content
	}
	m.pass(headOf(c).Date)
	a := &entry{command: c}
	if !m.act(a, c) {
		return false
	}
	m.book = append(m.book, a)
	return true
}

func (m *naive) find(id string) *entry {
	return append(keep(m.book, func(a *entry) bool { return headOf(a.command).ID == id }), &entry{})[0] // empty for none
}

func (m *naive) act(a *entry, c points.Command) bool {
	switch c := c.(type) {
	case points.Earn:
		a.until, a.then = c.Until, points.Expired
		m.mint(a, c.Credits[0].Points, c.Credits[0].Active, c.Credits[0].Expires)
		return c.Pending || m.settle(a, "gain", points.Free)
	case points.Adjust:
		if c.Points > 0 {
			m.mint(a, c.Points, 0, c.Expires)
			return m.settle(a, "gain", points.Free)
		}
		return m.spend(a, "spent", -c.Points, points.Reversed)
	case points.Redeem:
		return m.spend(a, "spent", c.Points, points.Redeemed)
	case points.Transfer:
		return m.spend(a, "", c.Points, points.Moved)
	case points.Hold:
		a.open, a.until, a.then = true, c.Until, points.Free
		return m.spend(a, "hold", c.Points, points.Held)
	case points.Post:
		return m.settle(m.find(c.Earn), "gain", points.Free)
	case points.Cancel:
		return m.settle(m.find(c.Earn), "gain", points.Reversed)
	case points.Release:
		return m.settle(m.find(c.Hold), "hold", points.Free)
	case points.Capture:
		of := m.find(c.Hold)
		n := cmp.Or(int(c.Points), len(of.coins)) // 0 is all
		if of.kind != "hold" || !of.open || n > len(of.coins) {
			return false
		}
		a.kind, a.coins, of.coins = "spent", of.coins[:n], of.coins[n:]
		m.put(a.coins, points.Redeemed)
		return m.settle(of, "hold", points.Free) // the rest
	case points.Void:
		return m.void(m.find(c.Ref))
	}
	return true // Expire: time has passed already
}

// mint makes a lot of pending coins. It lives by the rules unless its end is given, or for a hundred years.
func (m *naive) mint(a *entry, n int64, active, end hotelcrm.Date) {
	l := &batch{active: cmp.Or(active, m.today), end: cmp.Or(end, m.today.AddMonths(cmp.Or(m.rules.Life.Months, 1200)))}
	for range n {
		a.coins = append(a.coins, &coin{lot: l, in: points.Pending})
	}
	a.kind, a.open = "gain", true
	m.lots, m.coins = append(m.lots, l), append(m.coins, a.coins...)
}

func (m *naive) spend(a *entry, kind string, n int64, to points.Bucket) bool {
	if int(n) > len(m.usable())-m.owed {
		return false
	}
	a.kind, a.coins = kind, m.usable()[:n]
	m.put(a.coins, to)
	return true
}

// usable lists what can be spent today, in burn order.
func (m *naive) usable() []*coin {
	coins := keep(m.coins, func(p *coin) bool { return p.in == points.Free && p.lot.active <= m.today })
	if m.rules.Burn == points.SoonestExpiry { // else as they lie: first in, first out
		slices.SortStableFunc(coins, func(x, y *coin) int { return cmp.Compare(x.lot.end, y.lot.end) })
	}
	return coins
}

func keep[T any](list []T, is func(T) bool) []T {
	return slices.DeleteFunc(slices.Clone(list), func(x T) bool { return !is(x) })
}

// put lays coins in a bucket. A dead lot that spent coins return to gets days of grace. Free coins of a living lot pay
// what it is short of, then what is owed; those of a dead one lapse with the day.
func (m *naive) put(coins []*coin, to points.Bucket) {
	for _, p := range coins {
		if to == points.Free && p.in != points.Pending && p.lot.end <= m.today && m.rules.Grace > 0 {
			p.lot.end = m.today.AddDays(m.rules.Grace)
		}
		p.in = to
	}
	for _, p := range m.coins {
		came := to == points.Free && slices.ContainsFunc(coins, func(q *coin) bool { return q.lot == p.lot })
		switch {
		case !came || p.in != points.Free || p.lot.end <= m.today:
		case p.lot.short > 0:
			p.in, p.lot.short = points.Reversed, p.lot.short-1
		case m.owed > 0:
			p.in, m.owed = points.Reversed, m.owed-1
		}
	}
}

// pass lets the days go by: what is open ends on its day, free coins die with their lot.
func (m *naive) pass(to hotelcrm.Date) {
	for day := m.today; day <= to; day++ {
		m.today = day
		for _, a := range m.book {
			if a.until != 0 && a.until <= day {
				m.settle(a, a.kind, a.then)
			}
		}
		m.put(keep(m.coins, func(p *coin) bool { return p.in == points.Free && p.lot.end <= day }), points.Expired)
	}
}

// settle ends what is open: its coins go to a bucket.
func (m *naive) settle(of *entry, kind string, to points.Bucket) bool {
	if of.kind != kind || !of.open {
		return false
	}
	of.open, of.done = false, to == points.Reversed
	m.put(of.coins, to)
	return true
}

// void reverses a spending, or claws back an earn: what is left of it and, by the policy, other coins for those spent.
func (m *naive) void(of *entry) bool {
	left := keep(of.coins, func(p *coin) bool { return p.in == points.Free })
	gone := keep(of.coins, func(p *coin) bool { return p.in != points.Free && p.in != points.Expired })
	others := keep(m.usable(), func(p *coin) bool { return !slices.Contains(of.coins, p) })
	others = others[:min(len(gone), len(others))]
	switch {
	case of.done || of.kind != "gain" && of.kind != "spent":
		return false
	case of.kind == "spent":
		m.put(of.coins, points.Free)
	case of.open:
		return m.settle(of, "gain", points.Reversed)
	case m.rules.Clawback == points.PendingOnly:
		m.waived += len(left) + len(gone)
	case m.rules.Clawback == points.DebtAllowed:
		m.owed += len(gone) - len(others)
		m.put(append(left, others...), points.Reversed)
	default:
		of.coins[0].lot.short = len(gone) - len(others)
		m.put(append(left, others...), points.Reversed)
	}
	of.done = true
	return true
}
