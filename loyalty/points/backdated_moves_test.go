package points_test

import (
	"cmp"
	"slices"

	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/loyalty/points"
)

func (m *backdated) mint(a *deed, n int64, to points.Bucket, c points.Credit) {
	a.lot = &heap{earned: cmp.Or(c.Earned, a.date), active: cmp.Or(c.Active, a.date), end: c.Expires}
	m.lots = append(m.lots, a.lot)
	for range n {
		a.coins = append(a.coins, &penny{lot: a.lot})
	}
	m.coins = append(m.coins, a.coins...)
	m.put(a.coins, to)
}

// usable lists what a debit on this day may take, in burn order.
func (m *backdated) usable() []*penny {
	coins := m.pick(func(p *penny) bool { return p.in == points.Free && max(p.lot.active, p.lot.since) <= m.today })
	slices.SortStableFunc(coins, func(x, y *penny) int {
		switch m.rules.Burn {
		case points.NewestFirst:
			return cmp.Compare(y.lot.earned, x.lot.earned)
		case points.SoonestExpiry:
			if c := cmp.Compare(m.lasts(x.lot), m.lasts(y.lot)); c != 0 {
				return c
			}
		}
		return cmp.Compare(x.lot.earned, y.lot.earned)
	})
	return coins
}

func (m *backdated) lasts(l *heap) hotelcrm.Date {
	end := cmp.Or(l.end, hotelcrm.MaxDate)
	if m.idle != 0 && max(l.active, l.since) < m.idle {
		end = min(end, m.idle)
	}
	return end
}

func (m *backdated) spend(a *deed, n int, to points.Bucket) points.Reason {
	if n < 1 || n > len(m.usable())-m.balance()[5] {
		return points.Insufficient
	}
	a.coins, a.to = m.usable()[:n], to
	m.put(a.coins, to)
	return 0
}

func (m *backdated) void(a *deed, id string) points.Reason {
	of, reason := m.refer(a, id)
	switch {
	case reason != 0:
		return reason
	case of.undone:
		return points.Settled
	}
	a.kind, a.of = "void", of
	switch of.kind {
	case "gain", "given":
		reason = m.claw(a, of.lot)
	case "spent":
		a.coins = of.coins
		a.went = m.back(a.coins, m.rules.Grace)
	case "void":
		reason = m.undo(of)
	default:
		return points.NotVoidable
	}
	if reason == 0 {
		of.open, of.undone = false, true
	}
	return reason
}

// claw takes back what is left of a lot, and what was spent of it from others, as far as the policy goes.
func (m *backdated) claw(a *deed, l *heap) points.Reason {
	n := m.count(lies(l, points.Held, points.Redeemed, points.Reversed, points.Moved))
	left := m.pick(lies(l, points.Free))
	if pending := m.pick(lies(l, points.Pending)); len(pending) > 0 {
		a.coins, a.to = pending, points.Pending
		m.put(pending, points.Reversed)
		return 0
	}
	if m.rules.Clawback == points.PendingOnly {
		l.waived = n + len(left)
		return 0
	}
	if len(left) > 0 && l.since > m.today {
		return points.Backdated
	}
	others := slices.DeleteFunc(m.usable(), func(p *penny) bool { return p.lot == l })
	others = others[:min(n, len(others))]
	a.coins = slices.Concat(left, others)
	m.put(a.coins, points.Reversed)
	if m.rules.Clawback == points.DebtAllowed {
		l.owed = n - len(others)
	} else {
		l.lost = n - len(others)
	}
	return 0
}

// undo puts back in force what a void reversed.
func (m *backdated) undo(void *deed) points.Reason {
	first := void.of
	switch first.kind {
	case "void":
		return points.NotVoidable
	case "spent":
		return m.spendAgain(void)
	}
	l := first.lot
	l.owed, l.lost, l.waived = 0, 0, 0
	switch {
	case void.to == points.Pending && (first.until == 0 || first.until > m.today):
		first.open = true
		m.put(void.coins, points.Pending)
	case void.to == points.Pending:
		m.put(void.coins, points.Expired)
	default:
		m.back(append(m.pick(func(p *penny) bool { return p.paid == l }), void.coins...), 0)
	}
	first.date = max(first.date, m.today)
	return 0
}

// spendAgain spends points of the lots that the void gave them back to.
func (m *backdated) spendAgain(void *deed) points.Reason {
	var coins []*penny
	for i, p := range void.coins {
		have := slices.DeleteFunc(m.pick(lies(p.lot, void.went[i])), func(p *penny) bool { return slices.Contains(coins, p) })
		if len(have) == 0 || void.went[i] == points.Free && max(p.lot.active, p.lot.since) > m.today {
			return points.Insufficient
		}
		coins = append(coins, have[0])
	}
	m.put(coins, void.of.to)
	void.of.date = max(void.of.date, m.today)
	return 0
}
