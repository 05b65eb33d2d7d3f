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
	rules    points.Currency
	clock    hotelcrm.Date
	deadline hotelcrm.Date
	lots     []modelLot
	coins    []coin
	acts     map[string]*modelAct
	order    []string         // of acts
	chosen   map[string][]int // lots by hold, in the order of choice
}

type coin struct {
	lot int
	in  string // pending, free, held, redeemed, expired, reversed, moved
	by  string // the hold or redemption
}

type modelLot struct {
	earned, since, expires    hotelcrm.Date // expires 0: never
	owed, unrecovered, waived int
}

type modelAct struct {
	kind         string
	until        hotelcrm.Date
	lots         []int
	open, voided bool
}

func (m *model) count(keep func(coin) bool) int {
	n := 0
	for _, c := range m.coins {
		if keep(c) {
			n++
		}
	}
	return n
}

func (m *model) in(place string) int { return m.count(func(c coin) bool { return c.in == place }) }

func (m *model) owed() (n int) {
	for _, l := range m.lots {
		n += l.owed
	}
	return n
}

func (m *model) available() int { return max(0, m.in("free")-m.owed()) }

func (m *model) balance() [6]int {
	lost := 0
	for _, l := range m.lots {
		lost += l.unrecovered + l.waived
	}
	return [6]int{m.in("free") + m.in("held") - m.owed(), m.available(), m.in("held"), m.in("pending"), m.owed(), lost}
}

func (m *model) act(id, kind string, until hotelcrm.Date) *modelAct {
	a := &modelAct{kind: kind, until: until}
	m.acts[id], m.order = a, append(m.order, id)
	return a
}

// pass lets time go by.
func (m *model) pass(to hotelcrm.Date) {
	for ; m.clock < to; m.clock++ {
		today := m.clock + 1
		if m.deadline == today {
			for i := range m.lots {
				l := &m.lots[i]
				used := m.count(func(c coin) bool { return c.lot == i && c.in != "pending" && c.in != "moved" && c.in != "expired" }) > 0
				if used && l.since < today && (l.expires == 0 || l.expires > today) {
					l.expires, m.deadline = today, 0
				}
			}
		}
		for _, id := range m.order {
			if a := m.acts[id]; a.open && a.until == today {
				m.endHold(id, today)
				m.move(func(c coin) bool { return a.kind == "earn" && slices.Contains(a.lots, c.lot) && c.in == "pending" }, "expired", "")
				a.open = false
			}
		}
		m.bury(today)
	}
}

func (m *model) bury(on hotelcrm.Date) {
	m.move(func(c coin) bool { return c.in == "free" && m.dead(c.lot, on) }, "expired", "")
}

func (m *model) dead(lot int, on hotelcrm.Date) bool {
	return m.lots[lot].expires != 0 && m.lots[lot].expires <= on
}

func (m *model) move(which func(coin) bool, to, by string) {
	for i, c := range m.coins {
		if which(c) {
			m.coins[i].in, m.coins[i].by = to, by
		}
	}
}

func (m *model) endHold(id string, on hotelcrm.Date) {
	m.giveBack(func(c coin) bool { return c.in == "held" && c.by == id }, on)
}

// giveBack returns coins to their lots, the dead ones with grace or not at all, then lets them pay.
func (m *model) giveBack(which func(coin) bool, on hotelcrm.Date) {
	var lots []int
	for i := range m.coins {
		c := &m.coins[i]
		if !which(*c) {
			continue
		}
		if c.in, c.by = "free", ""; m.dead(c.lot, on) && m.rules.Grace == 0 {
			c.in = "expired"
		}
		if !slices.Contains(lots, c.lot) && c.in == "free" {
			lots = append(lots, c.lot)
		}
	}
	for _, lot := range lots {
		if m.dead(lot, on) {
			m.lots[lot].expires = on.AddDays(m.rules.Grace)
		}
		m.lots[lot].since = on
	}
	m.settle(lots)
}

// settle lets the free coins of lots pay what is missing: their own lot's first, then what is owed.
func (m *model) settle(lots []int) {
	for _, lot := range lots {
		if m.dead(lot, m.clock) {
			continue
		}
		m.pay(lot, &m.lots[lot].unrecovered)
		for i := range m.lots {
			m.pay(lot, &m.lots[i].owed)
		}
	}
}

func (m *model) pay(lot int, debt *int) {
	for i, c := range m.coins {
		if *debt > 0 && c.lot == lot && c.in == "free" {
			m.coins[i].in = "reversed"
			*debt--
		}
	}
}

// credit starts the period of inactivity if none runs.
func (m *model) touch(kind points.EventKind, credit bool) {
	months := m.rules.Inactivity.Months
	if months > 0 && (slices.Contains(m.rules.Inactivity.Acts, kind) && len(m.lots) > 0 || credit && m.deadline <= m.clock) {
		m.deadline = max(m.deadline, m.clock.AddMonths(months))
	}
}

func (m *model) earn(id string, n int, pending bool, until, expires hotelcrm.Date, kind points.EventKind) {
	a := m.act(id, kind.String(), until)
	a.open, a.lots = pending, []int{len(m.lots)}
	m.lots = append(m.lots, modelLot{earned: m.clock, since: m.clock, expires: expires})
	for range n {
		m.coins = append(m.coins, coin{lot: len(m.lots) - 1, in: map[bool]string{true: "pending", false: "free"}[pending]})
	}
	m.touch(kind, !pending)
	m.settle(a.lots)
}

// take spends the next n free coins in burn order; not from the lots given.
func (m *model) take(n int, to, by string, not []int) (taken int) {
	lots := make([]int, len(m.lots))
	for i := range lots {
		lots[i] = i
	}
	slices.SortStableFunc(lots, func(x, y int) int {
		a, b := m.lots[x], m.lots[y]
		switch m.rules.Burn {
		case points.NewestFirst:
			return cmp.Compare(b.earned, a.earned)
		case points.SoonestExpiry:
			return cmp.Or(cmp.Compare(m.end(a), m.end(b)), cmp.Compare(a.earned, b.earned))
		}
		return cmp.Compare(a.earned, b.earned)
	})
	for _, lot := range lots {
		for i, c := range m.coins {
			if taken < n && c.lot == lot && c.in == "free" && !slices.Contains(not, lot) {
				m.coins[i].in, m.coins[i].by = to, by
				m.chosen[by] = append(m.chosen[by], lot)
				taken++
			}
		}
	}
	return taken
}

func (m *model) end(l modelLot) hotelcrm.Date {
	end := l.expires
	if end == 0 {
		end = hotelcrm.MaxDate + 1
	}
	if m.deadline != 0 && l.since < m.deadline {
		end = min(end, m.deadline)
	}
	return end
}
