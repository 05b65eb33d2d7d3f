package hotelcrm

import "math"

// stayPages is a growing list of stays, numbered from 0. Pages do not move, so that growing copies nothing.
type stayPages struct {
	pages []stayPage
	n     uint32
	wide  []wideAmounts
}

const (
	pageBits = 12
	pageSize = 1 << pageBits
)

// stayPage holds up to pageSize stays and, beside them, the names of those that have an id.
type stayPage struct {
	stays []packedStay
	names []stayName // nil as long as no stay has an id
}

// packedStay is a stay in 48 bytes without a pointer.
type packedStay struct {
	guest, property    uint32
	next               uint32 // in the guest's chain: the number of another stay plus one, 0 at the end
	arrival, departure Date
	minor              [departmentCount]int32 // if wide, the first is the place of the amounts
	rooms              uint16
	status             Status
	role               Role
	use                Use
	flags              stayFlags
}

type stayFlags uint8

const (
	wide     stayFlags = 1 << iota // the amounts do not all fit 32 bits
	conflict                       // deliveries of this version differ
	dead                           // a later version belongs to another guest
)

// stayName is what tells a stay and its versions apart.
type stayName struct {
	id                  guestKey
	version, deliveries int64
}

// wideAmounts are the amounts of a stay that has no room for them.
type wideAmounts struct {
	minor [departmentCount]int64
	spill *spill
}

func (p *stayPages) at(i uint32) *packedStay { return &p.pages[i>>pageBits].stays[i&(pageSize-1)] }

// name returns the name of a stay with an id.
func (p *stayPages) name(i uint32) *stayName { return &p.pages[i>>pageBits].names[i&(pageSize-1)] }

// push appends a stay that stands in front of another in its guest's chain.
func (p *stayPages) push(e *entry, next uint32) {
	if p.n&(pageSize-1) == 0 {
		p.pages = append(p.pages, stayPage{})
		if p.n > 0 { // the first page grows with its content: many registers are small
			p.pages[len(p.pages)-1].stays = make([]packedStay, 0, pageSize)
		}
	}
	page := &p.pages[len(p.pages)-1]
	page.stays = append(page.stays, packedStay{next: next})
	if e.id != (guestKey{}) && page.names == nil {
		page.names = make([]stayName, len(page.stays)-1, cap(page.stays))
	}
	if page.names != nil {
		page.names = append(page.names, stayName{})
	}
	p.n++
	p.write(p.n-1, e)
}

// write puts an entry in the place of stay i of the same guest.
func (p *stayPages) write(i uint32, e *entry) {
	to := p.at(i)
	was, place := to.flags, to.minor[0]
	to.guest, to.property, to.arrival, to.departure = e.guest, e.property, e.arrival, e.departure
	to.rooms, to.status, to.role, to.use, to.flags = uint16(e.rooms), e.status, e.role, e.use, 0
	if e.conflict {
		to.flags |= conflict
	}
	if e.id != (guestKey{}) {
		*p.name(i) = stayName{e.id, e.version, e.deliveries}
	}
	if e.spill == nil && to.narrow(&e.minor) {
		return
	}
	if was&wide == 0 {
		p.wide, place = append(p.wide, wideAmounts{}), int32(uint32(len(p.wide)))
	}
	p.wide[uint32(place)] = wideAmounts{e.minor, e.spill}
	to.minor, to.flags = [departmentCount]int32{place}, to.flags|wide
}

// narrow writes amounts of 32 bits, and returns false if there are others.
func (s *packedStay) narrow(minor *[departmentCount]int64) bool {
	for i, v := range minor {
		if v < math.MinInt32 || v > math.MaxInt32 {
			return false
		}
		s.minor[i] = int32(v)
	}
	return true
}

// record writes out what stay i says.
func (p *stayPages) record(i uint32, to *record) {
	s := p.at(i)
	to.arrival, to.departure, to.rooms, to.status, to.role, to.use = s.arrival, s.departure, int32(s.rooms), s.status, s.role, s.use
	if s.flags&wide != 0 {
		w := &p.wide[uint32(s.minor[0])]
		to.minor, to.spill = w.minor, w.spill
		return
	}
	for k, v := range s.minor {
		to.minor[k] = int64(v)
	}
	to.spill = nil
}

// entry returns stay i with all that is known of it.
func (p *stayPages) entry(i uint32) entry {
	s := p.at(i)
	e := entry{guest: s.guest, property: s.property, deliveries: 1, conflict: s.flags&conflict != 0}
	p.record(i, &e.record)
	if names := p.pages[i>>pageBits].names; names != nil {
		if name := names[i&(pageSize-1)]; name.id != (guestKey{}) {
			e.id, e.version, e.deliveries = name.id, name.version, name.deliveries
		}
	}
	return e
}

// each visits the stays that count, in the order of their numbers.
func (p *stayPages) each(visit func(i uint32, s *packedStay)) {
	for k := range p.pages {
		stays := p.pages[k].stays
		for i := range stays {
			if stays[i].flags&dead == 0 {
				visit(uint32(k<<pageBits|i), &stays[i])
			}
		}
	}
}
