package points_test

import (
	"cmp"
	"slices"

	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/loyalty/points"
)

// model is the slow plain ledger that the real one is held against: every single point is a coin that lies somewhere,
// and time passes day by day. It knows one currency and commands in the order of their dates.
type model struct {
	rules           points.Currency
	clock, deadline hotelcrm.Date
	lots            []modelLot
	coins           []coin
	acts            map[string]*modelAct
	order           []string // of acts
}

type coin struct {
	lot    int
	in, by string // pending, free, held, redeemed, expired, reversed or moved; and the command that put it there
	rank   int    // in the order of choice
}

type modelLot struct {
	earned, since, expires    hotelcrm.Date // expires 0: never
	owed, unrecovered, waived int
}

type modelAct struct {
	kind         string // of an event, or where a debit put its coins
	until        hotelcrm.Date
	lot          int
	open, voided bool
}

type set func(coin) bool

func in(places ...string) set        { return func(c coin) bool { return slices.Contains(places, c.in) } }
func of(lot int, s set) set          { return func(c coin) bool { return c.lot == lot && s(c) } }
func by(id string, place string) set { return func(c coin) bool { return c.by == id && c.in == place } }

func (m *model) pick(s set) (coins []*coin) {
	for i := range m.coins {
		if s(m.coins[i]) {
			coins = append(coins, &m.coins[i])
		}
	}
	return coins
}

func (m *model) count(s set) int { return len(m.pick(s)) }

func (m *model) move(s set, to string) {
	for _, c := range m.pick(s) {
		c.in = to
	}
}

func (m *model) balance() [6]int {
	var owed, lost int
	for _, l := range m.lots {
		owed, lost = owed+l.owed, lost+l.unrecovered+l.waived
	}
	free, held := m.count(in("free")), m.count(in("held"))
	return [6]int{free + held - owed, max(0, free-owed), held, m.count(in("pending")), owed, lost}
}

// pass lets time go by.
func (m *model) pass(to hotelcrm.Date) {
	for m.clock < to {
		m.clock++
		for i := range m.lots {
			l, touched := &m.lots[i], m.count(of(i, in("free", "held", "redeemed", "reversed"))) > 0
			if m.deadline == m.clock && touched && l.since < m.clock && (l.expires == 0 || l.expires > m.clock) {
				l.expires = m.clock
			}
		}
		for _, id := range m.order {
			if a := m.acts[id]; a.open && a.until == m.clock {
				a.open = false
				m.giveBack(by(id, "held"))
				m.move(func(c coin) bool { return c.in == "pending" && a.kind == "earn" && c.lot == a.lot }, "expired")
			}
		}
		m.bury()
	}
}

func (m *model) bury() {
	m.move(func(c coin) bool { return c.in == "free" && m.dead(c.lot) }, "expired")
}

func (m *model) dead(lot int) bool { return m.lots[lot].expires != 0 && m.lots[lot].expires <= m.clock }

// giveBack returns coins to their lots, to the dead ones with grace or not at all; then their own lots are made good,
// then what others owe.
func (m *model) giveBack(s set) {
	m.move(func(c coin) bool { return s(c) && m.dead(c.lot) && m.rules.Grace == 0 }, "expired")
	for lot := range m.lots {
		if m.count(of(lot, s)) > 0 {
			if m.dead(lot) {
				m.lots[lot].expires = m.clock.AddDays(m.rules.Grace)
			}
			m.move(of(lot, s), "free")
			m.settle(lot)
		}
	}
}

func (m *model) settle(lot int) {
	m.lots[lot].since = m.clock
	m.pay(lot, &m.lots[lot].unrecovered)
	for i := range m.lots {
		m.pay(lot, &m.lots[i].owed)
	}
}

func (m *model) pay(lot int, debt *int) {
	for _, c := range m.pick(of(lot, in("free"))) {
		if *debt > 0 && !m.dead(lot) {
			c.in = "reversed"
			*debt--
		}
	}
}

// touch starts the period of inactivity: for an act on the list, or a credit while none runs.
func (m *model) touch(kind points.EventKind, credit bool) {
	months := m.rules.Inactivity.Months
	if months > 0 && (slices.Contains(m.rules.Inactivity.Acts, kind) && len(m.lots) > 0 || credit && m.deadline <= m.clock) {
		m.deadline = max(m.deadline, m.clock.AddMonths(months))
	}
}

func (m *model) act(id, kind string, until hotelcrm.Date, open bool) {
	m.acts[id], m.order = &modelAct{kind: kind, until: until, lot: len(m.lots), open: open}, append(m.order, id)
}

func (m *model) earn(id string, n int, pending bool, until, expires hotelcrm.Date, kind points.EventKind) {
	m.act(id, kind.String(), until, pending)
	m.lots = append(m.lots, modelLot{earned: m.clock, since: m.clock, expires: expires})
	for range n {
		m.coins = append(m.coins, coin{lot: len(m.lots) - 1, in: map[bool]string{true: "pending", false: "free"}[pending]})
	}
	m.touch(kind, !pending)
	m.settle(len(m.lots) - 1)
}

// take puts the next n free coins in burn order somewhere; not those of one lot.
func (m *model) take(n int, to, id string, not int) int {
	coins := m.pick(func(c coin) bool { return c.in == "free" && c.lot != not })
	slices.SortStableFunc(coins, func(x, y *coin) int {
		a, b := m.lots[x.lot], m.lots[y.lot]
		switch m.rules.Burn {
		case points.NewestFirst:
			return cmp.Compare(b.earned, a.earned)
		case points.SoonestExpiry:
			return cmp.Or(cmp.Compare(m.end(a), m.end(b)), cmp.Compare(a.earned, b.earned))
		}
		return cmp.Compare(a.earned, b.earned)
	})
	n = min(n, len(coins))
	for i, c := range coins[:n] {
		c.in, c.by, c.rank = to, id, i
	}
	return n
}

func (m *model) end(l modelLot) hotelcrm.Date {
	end := cmp.Or(l.expires, hotelcrm.MaxDate)
	if m.deadline > m.clock && l.since < m.deadline {
		end = min(end, m.deadline)
	}
	return end
}

// resolve ends what is open: a pending earn or a hold.
func (m *model) resolve(id, kind string, end func(lot int) points.Reason) points.Reason {
	a := m.acts[id]
	if a == nil || a.kind != kind {
		return points.NotFound
	}
	if !a.open {
		return points.Settled
	}
	reason := end(a.lot)
	a.open = reason != 0
	return reason
}

func (m *model) spend(id string, n int, to string, until hotelcrm.Date, kind points.EventKind) points.Reason {
	if n > m.balance()[1] {
		return points.Insufficient
	}
	m.take(n, to, id, -1)
	m.act(id, to, until, to == "held")
	m.touch(kind, false)
	return 0
}

func (m *model) post(lot int) points.Reason {
	m.touch(points.EventPost, true)
	m.move(of(lot, in("pending")), "free")
	m.settle(lot)
	return 0
}

// back returns coins by a command of a kind.
func (m *model) back(kind points.EventKind, s set) points.Reason {
	m.touch(kind, m.count(func(c coin) bool { return s(c) && (m.rules.Grace > 0 || !m.dead(c.lot)) }) > 0)
	m.giveBack(s)
	return 0
}

func (m *model) capture(id, hold string, n int) points.Reason {
	held := by(hold, "held")
	if n > m.count(held) {
		return points.Insufficient
	}
	for _, c := range m.pick(held) {
		if c.rank < n {
			c.in, c.by = "redeemed", id
		}
	}
	m.act(id, "redeemed", 0, false)
	return m.back(points.EventCapture, held)
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
		return m.back(points.EventVoid, by(id, a.kind))
	}
	l, n := &m.lots[a.lot], m.count(of(a.lot, in("held", "redeemed", "moved", "reversed")))
	m.move(of(a.lot, in("pending")), "reversed")
	if m.rules.Clawback == points.PendingOnly {
		l.waived += n + m.count(of(a.lot, in("free")))
		return 0
	}
	m.move(of(a.lot, in("free")), "reversed")
	n -= m.take(n, "reversed", "", a.lot)
	if m.rules.Clawback == points.DebtAllowed {
		l.owed += n
	} else {
		l.unrecovered += n
	}
	return 0
}
