package hotelcrm

import "math"

// tally is one guest's line in the form Tallies: 64 bytes without a pointer, so that it fills one cache line. A line
// without a visit holds fees only.
//
// Amounts are at the register's scale. Where an int64 cannot hold one of them, all stand in the part's extras.
type tally struct {
	key                        guestKey
	revenue, firstRevenue      int64
	fees                       int64 // of stays that never took place
	first, last                Date
	visits, nights, roomNights uint32 // counts stop at the largest uint32
	extra                      bool   // the part's extras have this guest's amounts
}

// tallyRow is a stay that counts, ready to be added to its guest's line: 32 bytes, so that many wait in a core's cache.
type tallyRow struct {
	key     guestKey
	revenue int64
	arrival Date
	nights  nightsRooms
}

// nightsRooms is the number of nights, below 2¹⁷, and in the last 14 bits that of rooms. Rooms are 0 for a guest who
// does not pay for them: then the nights only tell the departure.
type nightsRooms uint32

const roomBits = 14

func packNights(nights, rooms uint32) nightsRooms { return nightsRooms(nights<<roomBits | rooms) }

func (n nightsRooms) stayed() uint32 { return uint32(n >> roomBits) }

func (n nightsRooms) rooms() uint32 { return uint32(n & (1<<roomBits - 1)) }

// tallyExtra holds amounts that a line has no room for.
type tallyExtra struct{ revenue, firstRevenue, fees amount }

// add adds a stay to its guest's line t.
func (p *tallyPart) add(t *tally, r *tallyRow) {
	revenue, first := t.revenue+r.revenue, t.firstRevenue
	overflow := (t.revenue ^ revenue) & (r.revenue ^ revenue)
	switch {
	case t.visits == 0 || r.arrival < t.first:
		first = r.revenue
	case r.arrival == t.first:
		first += r.revenue
		overflow |= (t.firstRevenue ^ first) & (r.revenue ^ first)
	}
	if overflow < 0 || t.extra {
		p.addWide(t, r, whole(r.revenue))
		return
	}
	t.revenue, t.firstRevenue = revenue, first
	t.count(r)
}

// addWide adds a stay to a line whose amounts stand in the extras.
func (p *tallyPart) addWide(t *tally, r *tallyRow, revenue amount) {
	e := p.extra(t)
	switch {
	case t.visits == 0 || r.arrival < t.first:
		e.firstRevenue = revenue
	case r.arrival == t.first:
		e.firstRevenue.add(revenue)
	}
	e.revenue.add(revenue)
	t.count(r)
}

// extra returns the extras of a line, to which its amounts move.
func (p *tallyPart) extra(t *tally) *tallyExtra {
	if t.extra {
		return p.extras[t.key]
	}
	if p.extras == nil {
		p.extras = map[guestKey]*tallyExtra{}
	}
	e := &tallyExtra{whole(t.revenue), whole(t.firstRevenue), whole(t.fees)}
	p.extras[t.key] = e
	t.revenue, t.firstRevenue, t.fees, t.extra = 0, 0, 0, true
	return e
}

func (t *tally) count(r *tallyRow) {
	if t.visits == 0 || r.arrival < t.first {
		t.first = r.arrival
	}
	stayed, rooms := r.nights.stayed(), r.nights.rooms()
	t.last = max(t.last, r.arrival+Date(stayed))
	t.visits = plusUpTo(t.visits, 1)
	if rooms > 0 {
		t.nights = plusUpTo(t.nights, stayed)
		t.roomNights = plusUpTo(t.roomNights, stayed*rooms) // below 2³²: 91,000 nights, 10,000 rooms
	}
}

// totals returns what a line and its extras say together.
func (p *tallyPart) totals(t *tally) totals {
	out := totals{first: t.first, last: t.last, visits: int64(t.visits), nights: int64(t.nights), roomNights: int64(t.roomNights)}
	if t.extra {
		e := p.extras[t.key]
		out.revenue, out.firstRevenue, out.fees = e.revenue, e.firstRevenue, e.fees
		return out
	}
	out.revenue, out.firstRevenue, out.fees = whole(t.revenue), whole(t.firstRevenue), whole(t.fees)
	return out
}

// set writes totals into a line, in the extras what the line cannot hold.
func (p *tallyPart) set(t *tally, from *totals, scale int) {
	t.first, t.last = from.first, from.last
	t.visits, t.nights, t.roomNights = upTo32(from.visits), upTo32(from.nights), upTo32(from.roomNights)
	revenue, fits := from.revenue.fit(scale)
	first, firstFits := from.firstRevenue.fit(scale)
	fees, feesFit := from.fees.fit(scale)
	if fits && firstFits && feesFit && !t.extra {
		t.revenue, t.firstRevenue, t.fees = revenue, first, fees
		return
	}
	e := p.extra(t)
	e.revenue, e.firstRevenue, e.fees = from.revenue, from.firstRevenue, from.fees
}

func upTo32(n int64) uint32 { return uint32(min(n, math.MaxUint32)) }

// plusUpTo adds counts that stop at the largest uint32, so that no order of adding changes the result.
func plusUpTo(a, b uint32) uint32 {
	if sum := a + b; sum >= a {
		return sum
	}
	return math.MaxUint32
}
