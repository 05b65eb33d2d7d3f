package hotelcrm

import "sync/atomic"

// tallyBook remembers one line per guest: the book of the form Tallies. Guests are spread over parts by their hash, so
// that each part's table stays in a core's cache and several workers seldom meet in one.
type tallyBook struct {
	parts     [partCount]tallyPart
	long      longIDs
	counts    Counts
	gatherers []*gatherer
	touched   atomic.Uint32 // keeps reads that only fetch memory from being left out
}

const (
	partBits  = 8
	partCount = 1 << partBits
)

func newTallyBook() *tallyBook { return new(tallyBook) }

func partOf(hash uint64) int { return int(hash >> (64 - partBits)) }

// judge returns why a stay does not count, 0 if it does.
func (s *Setup) judge(r *record) Reason {
	if reason := s.Policy.excludes(r); reason != 0 {
		return reason
	}
	return s.Window.outside(r.arrival)
}

func (b *tallyBook) add(s *Setup, d draft) {
	b.counts.Rows++
	reason := s.judge(&d.record)
	if reason != 0 {
		b.counts.left[reason]++
		if s.Policy.charges(&d.record) && s.Window.Contains(d.arrival) {
			b.charge(s, &d)
		}
		return
	}
	b.counts.Stays++
	row := tallyRow{key: b.long.key(d.guest), arrival: d.arrival}
	stayed, rooms := uint32(d.departure.DaysSince(d.arrival)), uint32(0)
	var revenue amount
	if s.Policy.pays(d.role) {
		rooms = uint32(d.rooms)
		revenue.addDepartments(&d.record, s.Policy.Departments)
	}
	row.nights = packNights(stayed, rooms)
	part, t := b.line(row.key)
	if minor, ok := revenue.minor.Int64(); ok && revenue.spill.IsZero() {
		row.revenue = minor
		part.add(t, &row)
		return
	}
	part.addWide(t, &row, revenue)
}

// charge adds the fee of a stay that never took place, if there is one: most are called off without.
func (b *tallyBook) charge(s *Setup, d *draft) {
	var fee amount
	fee.addDepartments(&d.record, Departments(Fees))
	if !fee.isZero(s.Scale) {
		part, t := b.line(b.long.key(d.guest))
		part.extra(t).fees.add(fee)
	}
}

func (b *tallyBook) line(key guestKey) (*tallyPart, *tally) {
	hash := key.hash()
	part := &b.parts[partOf(hash)]
	return part, part.line(key, hash)
}

func (b *tallyBook) empty() bool { return b.counts.Rows == 0 }

func (b *tallyBook) reset() {
	for i := range b.parts {
		b.parts[i].reset()
	}
	b.long, b.counts = longIDs{}, Counts{}
}

// each visits every line, in no order that means anything.
func (b *tallyBook) each(visit func(p *tallyPart, t *tally)) {
	for i := range b.parts {
		p := &b.parts[i]
		for n := range p.used {
			visit(p, p.at(n))
		}
	}
}

func (b *tallyBook) merge(s *Setup, other book) {
	o := other.(*tallyBook)
	o.each(func(from *tallyPart, u *tally) {
		key := u.key
		if !key.inline() {
			key = b.long.key(o.long.text(key))
		}
		part, t := b.line(key)
		sum, more := part.totals(t), from.totals(u)
		sum.add(&more)
		part.set(t, &sum, s.Scale)
	})
	b.counts.add(&o.counts)
}

// add adds the totals of another line of the same guest.
func (t *totals) add(u *totals) {
	switch {
	case u.visits == 0:
	case t.visits == 0 || u.first < t.first:
		t.first, t.firstRevenue = u.first, u.firstRevenue
	case u.first == t.first:
		t.firstRevenue.add(u.firstRevenue)
	}
	t.last = max(t.last, u.last)
	t.visits += u.visits
	t.nights += u.nights
	t.roomNights += u.roomNights
	t.revenue.add(u.revenue)
	t.fees.add(u.fees)
}
