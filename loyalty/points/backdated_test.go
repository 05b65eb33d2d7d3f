package points_test

import (
	"slices"

	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/loyalty/points"
)

// backdated is the slow plain ledger that the real one is held against: every point is a coin that lies somewhere, every
// question a walk over all coins, and time passes day by day. It knows one currency.
type backdated struct {
	rules        points.Currency
	today        hotelcrm.Date // of the command
	idle, exempt hotelcrm.Date // when all lapses for want of activity, and until when that stands still
	credited     bool          // something became free
	lots         []*heap
	coins        []*penny
	acts         []*deed
	sent         []points.Command // that was accepted
}

type heap struct {
	earned, active, since, lapsed, end hotelcrm.Date // end 0: never
	owed, lost, waived                 int
}

type penny struct {
	lot, paid *heap // paid: whose debt
	in        points.Bucket
}

// deed is a command that was accepted, and the coins that it moved.
type deed struct {
	id, kind     string
	date, until  hotelcrm.Date
	lot          *heap // that it made
	coins        []*penny
	to           points.Bucket   // where they were spent
	went         []points.Bucket // where a void put them
	of           *deed           // that a void reverses
	open, undone bool
}

type set func(*penny) bool

func at(b ...points.Bucket) set { return func(p *penny) bool { return slices.Contains(b, p.in) } }
func lies(l *heap, b ...points.Bucket) set {
	return func(p *penny) bool { return p.lot == l && at(b...)(p) }
}

func (m *backdated) pick(s set) (found []*penny) {
	for _, p := range m.coins {
		if s(p) {
			found = append(found, p)
		}
	}
	return found
}

func (m *backdated) count(s set) int { return len(m.pick(s)) }

func (l *heap) dead(on hotelcrm.Date) bool { return l.end != 0 && l.end <= on }

// balance is points, available, held, waiting, pending, owed and unrecovered.
func (m *backdated) balance() [7]int {
	var owed, lost int
	for _, l := range m.lots {
		owed, lost = owed+l.owed, lost+l.lost+l.waived
	}
	free, held := m.count(at(points.Free)), m.count(at(points.Held))
	wait := m.count(func(p *penny) bool { return p.in == points.Free && p.lot.active > m.today })
	return [7]int{free + held - owed, max(0, free-wait-owed), held, wait, m.count(at(points.Pending)), owed, lost}
}

// pass lets the days up to one go by.
func (m *backdated) pass(to hotelcrm.Date) {
	for m.today = day(1, 1); ; m.today++ {
		idle := m.idle
		for _, l := range m.lots {
			played := m.count(lies(l, points.Free, points.Held, points.Redeemed, points.Reversed)) > 0
			if idle != 0 && idle == m.today && played && max(l.active, l.since) < m.today && !l.dead(m.today) {
				l.end, m.idle = m.today, 0
			}
		}
		for _, a := range m.acts { // after the lots: what a hold gives back on the day of want of activity is dead, too
			if a.open && a.until != 0 && a.until <= m.today {
				m.end(a, points.Expired)
			}
		}
		for _, l := range m.lots {
			if l.dead(m.today) && l.since <= m.today {
				m.put(m.pick(lies(l, points.Free)), points.Expired)
			}
		}
		if m.today == to {
			return
		}
	}
}

// end closes what is open: held coins go back, pending ones somewhere.
func (m *backdated) end(a *deed, to points.Bucket) {
	a.open = false
	if a.kind == "hold" {
		m.back(m.still(a, points.Held), m.rules.Grace)
	} else {
		m.put(m.still(a, points.Pending), to)
	}
}

// still returns the coins of a deed that lie in a bucket.
func (m *backdated) still(a *deed, b points.Bucket) []*penny {
	return m.pick(func(p *penny) bool { return p.in == b && slices.Contains(a.coins, p) })
}

// put lays coins somewhere. Free ones pay what their lot lacks, then what others owe.
func (m *backdated) put(coins []*penny, to points.Bucket) {
	for _, p := range coins {
		p.in, p.paid = to, nil
		switch to {
		case points.Free:
			m.credited = true
			p.lot.since = max(p.lot.since, m.today)
		case points.Expired:
			p.lot.lapsed = max(p.lot.lapsed, m.today)
		}
	}
	for _, l := range m.lots {
		if slices.ContainsFunc(coins, lies(l, points.Free)) && !l.dead(m.today) {
			m.pay(l, &l.lost, l)
			for _, debtor := range m.lots {
				m.pay(l, &debtor.owed, debtor)
			}
		}
	}
}

func (m *backdated) pay(l *heap, debt *int, debtor *heap) {
	coins := m.pick(lies(l, points.Free))
	for _, p := range coins[:min(len(coins), *debt)] {
		p.in, p.paid = points.Reversed, debtor
		*debt--
	}
}

// back returns coins to their lots, to the dead ones with grace or not at all, and says where each went.
func (m *backdated) back(coins []*penny, grace int) (went []points.Bucket) {
	to := map[points.Bucket][]*penny{}
	for _, p := range coins {
		b := points.Free
		if p.lot.dead(m.today) && grace == 0 {
			b = points.Expired
		} else if p.lot.dead(m.today) {
			p.lot.end = m.today.AddDays(grace)
		}
		to[b], went = append(to[b], p), append(went, b)
	}
	m.put(to[points.Expired], points.Expired)
	m.put(to[points.Free], points.Free)
	return went
}
