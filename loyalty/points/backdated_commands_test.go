package points_test

import (
	"cmp"
	"slices"

	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/loyalty/points"
)

// do tells the model of a command; it returns why it refuses it, or 0. What it refuses leaves no trace.
func (m *backdated) do(c points.Command) points.Reason {
	a := &deed{id: headOf(c).ID, date: headOf(c).Date}
	m.pass(a.date)
	m.credited = false
	reason := m.act(a, c)
	if reason != 0 {
		*m = *m.again()
		return reason
	}
	m.acts, m.sent = append(m.acts, a), append(m.sent, c)
	m.touch(c)
	return 0
}

// again plays all that was accepted.
func (m *backdated) again() *backdated {
	n := &backdated{rules: m.rules}
	for _, c := range m.sent {
		n.do(c)
	}
	return n
}

// touch starts the period of inactivity: for an act on the list, or a credit while none runs.
func (m *backdated) touch(c points.Command) {
	months := m.rules.Inactivity.Months
	if e, ok := c.(points.Exempt); ok && months > 0 {
		m.exempt = cmp.Or(e.Until, hotelcrm.MaxDate)
		if len(m.lots) > 0 {
			m.idle = max(m.idle, e.Until.AddMonths(months))
		}
		if len(m.lots) > 0 && e.Until == 0 {
			m.idle = 0
		}
		return
	}
	listed := len(m.lots) > 0 && slices.Contains(m.rules.Inactivity.Acts, kindOf(c))
	if months > 0 && m.exempt != hotelcrm.MaxDate && (listed || m.credited && m.idle <= m.today) {
		m.idle = max(m.idle, max(m.today, m.exempt).AddMonths(months))
	}
}

func (m *backdated) act(a *deed, c points.Command) points.Reason {
	switch c := c.(type) {
	case points.Earn:
		a.kind, a.open, a.until = "gain", c.Pending, c.Until
		m.mint(a, c.Credits[0].Points, map[bool]points.Bucket{true: points.Pending, false: points.Free}[c.Pending], c.Credits[0])
	case points.Adjust:
		if c.Points < 0 {
			a.kind = "spent"
			return m.spend(a, int(-c.Points), points.Reversed)
		}
		a.kind = "given"
		m.mint(a, c.Points, points.Free, points.Credit{Expires: c.Expires})
	case points.Redeem:
		a.kind = "spent"
		return m.spend(a, int(c.Points), points.Redeemed)
	case points.Hold:
		a.kind, a.open, a.until = "hold", true, c.Until
		return m.spend(a, int(c.Points), points.Held)
	case points.Transfer:
		return m.spend(a, int(c.Points), points.Moved)
	case points.Pool:
		return m.spend(a, len(m.usable())-m.balance()[5], points.Moved)
	case points.Post:
		return m.settle(a, c.Earn, "gain", func(of *deed) { m.end(of, points.Free) })
	case points.Cancel:
		return m.settle(a, c.Earn, "gain", func(of *deed) { m.end(of, points.Reversed); of.undone = true })
	case points.Release:
		return m.settle(a, c.Hold, "hold", func(of *deed) { m.end(of, 0) })
	case points.Capture:
		a.kind, a.to = "spent", points.Redeemed
		if of, reason := m.refer(a, c.Hold); reason == 0 && of.kind == "hold" && of.open && int(c.Points) > len(of.coins) {
			return points.Insufficient
		}
		return m.settle(a, c.Hold, "hold", func(of *deed) {
			a.coins = of.coins[:cmp.Or(int(c.Points), len(of.coins))]
			m.put(a.coins, points.Redeemed)
			m.end(of, 0)
		})
	case points.Extend:
		if m.idle > m.today {
			m.idle = max(m.idle, c.Expires)
		}
		for _, l := range m.lots {
			alive := m.count(lies(l, points.Free, points.Pending)) > 0 || m.count(lies(l, points.Held)) > 0 && !l.dead(m.today)
			if l.end != 0 && l.end < c.Expires && alive {
				l.end = c.Expires
			}
		}
	case points.Reinstate:
		return m.reinstate(c)
	case points.Void:
		return m.void(a, c.Ref)
	}
	return 0
}

// refer finds an earlier deed.
func (m *backdated) refer(a *deed, id string) (*deed, points.Reason) {
	i := slices.IndexFunc(m.acts, func(of *deed) bool { return of.id == id })
	switch {
	case i < 0:
		return nil, points.NotFound
	case m.acts[i].date > a.date:
		return nil, points.Backdated
	}
	return m.acts[i], 0
}

func (m *backdated) settle(a *deed, id, kind string, end func(*deed)) points.Reason {
	of, reason := m.refer(a, id)
	switch {
	case reason != 0:
		return reason
	case of.kind != kind:
		return points.NotFound
	case !of.open:
		return points.Settled
	}
	end(of)
	return 0
}

func (m *backdated) reinstate(c points.Reinstate) points.Reason {
	lots := slices.Clone(m.lots)
	slices.SortStableFunc(lots, func(x, y *heap) int { return cmp.Compare(y.lapsed, x.lapsed) })
	left := int(c.Points)
	for _, l := range lots {
		if gone := m.pick(lies(l, points.Expired)); l.lapsed <= m.today && max(l.active, l.since) <= m.today && left > 0 && len(gone) > 0 {
			l.end = c.Expires
			gone = gone[:min(left, len(gone))]
			left -= len(gone)
			m.put(gone, points.Free)
		}
	}
	if left == int(c.Points) {
		return points.Insufficient
	}
	return 0
}
