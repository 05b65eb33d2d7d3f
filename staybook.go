package hotelcrm

import (
	"cmp"
	"slices"
)

// stayBook remembers every stay: the book of the form AllVisits.
type stayBook struct {
	guests     guestTable
	properties names
	stays      stayPages
	ids        slotTable // of the stays with an id
	longStays  longIDs   // ids of stays that have no room in a key
	live       uint32    // stays that count
	delivered  int64     // deliveries of their versions
	superseded int64     // of others
}

// entry is one stay as it counts: its highest version.
type entry struct {
	record

	guest, property uint32
	id              guestKey // of the stay within its property; zero: none
	version         int64
	deliveries      int64 // of this version
	conflict        bool  // they differ in content
}

func newStayBook() *stayBook { return &stayBook{properties: newNames()} }

func (b *stayBook) add(_ *Setup, d draft) { b.addDraft(&d, b.guests.long.key(d.guest)) }

func (b *stayBook) addDraft(d *draft, guest guestKey) {
	e := entry{record: d.record, guest: b.guests.number(guest), property: b.properties.number(d.property), deliveries: 1}
	if d.id != "" {
		e.id, e.version = b.longStays.key(d.id), d.version // without an id there is nothing to be a version of
	}
	b.put(&e)
}

// put takes an entry that uses this book's numbers.
func (b *stayBook) put(e *entry) {
	b.delivered += e.deliveries
	if e.id == (guestKey{}) {
		b.live++
		b.push(e)
		return
	}
	at, i, known := b.find(e)
	if !known {
		b.live++
		b.ids.set(at, e.hash(), b.stays.n)
		b.push(e)
		return
	}
	switch old := b.stays.name(i); {
	case e.version < old.version:
		b.supersede(e.deliveries)
	case e.version > old.version:
		b.supersede(old.deliveries)
		b.replace(at, i, e)
	default:
		b.repeat(at, i, e)
	}
}

func (b *stayBook) supersede(deliveries int64) {
	b.delivered -= deliveries
	b.superseded += deliveries
}

// push appends a stay and puts it in front of its guest's others.
func (b *stayBook) push(e *entry) {
	head := &b.guests.list[e.guest].head
	b.stays.push(e, *head)
	*head = b.stays.n
}

// replace puts an entry in the place of stay i. If that was another guest's, it stays behind in that guest's chain,
// dead, for a chain has only one direction.
func (b *stayBook) replace(at int, i uint32, e *entry) {
	if b.stays.at(i).guest == e.guest {
		b.stays.write(i, e)
		return
	}
	b.stays.at(i).flags |= dead
	b.ids.set(at, e.hash(), b.stays.n)
	b.push(e)
}

// repeat joins two deliveries of one version. If they differ the greater one stays, whichever came first.
func (b *stayBook) repeat(at int, i uint32, e *entry) {
	old := b.stays.entry(i)
	c := b.compareContent(&old, e)
	joined := old
	if c < 0 {
		joined = *e
	}
	joined.deliveries = old.deliveries + e.deliveries
	joined.conflict = e.conflict || old.conflict || c != 0
	b.replace(at, i, &joined)
}

// find returns the slot of a stay id and the stay that stands there. It may grow the table.
func (b *stayBook) find(e *entry) (at int, i uint32, known bool) {
	b.ids.makeRoom()
	hash := e.hash()
	for at = b.ids.home(hash); ; at++ {
		at, i, known = b.ids.seek(at, hash)
		if !known || b.stays.name(i).id == e.id && b.stays.at(i).property == e.property {
			return at, i, known
		}
	}
}

// hash is of the id and the property: two properties may number their stays alike.
func (e *entry) hash() uint32 {
	return uint32(guestKey{e.id.a + uint64(e.property)*0x9e3779b97f4a7c15, e.id.b}.hash() >> 32)
}

func (b *stayBook) reset() { *b = *newStayBook() }

func (b *stayBook) empty() bool { return b.stays.n == 0 && b.superseded == 0 }

func (b *stayBook) merge(_ *Setup, other book) {
	o := other.(*stayBook)
	b.superseded += o.superseded
	guests, properties := b.guests.adopt(&o.guests), b.properties.adopt(&o.properties)
	for i := range o.stays.n {
		if o.stays.at(i).flags&dead != 0 {
			continue
		}
		e := o.stays.entry(i)
		e.guest, e.property = guests[e.guest], properties[e.property]
		if !e.id.inline() {
			e.id = b.longStays.key(o.longStays.text(e.id))
		}
		b.put(&e)
	}
}

// compareContent orders two versions of one stay by everything that is content: the guest's id, then the rest.
func (b *stayBook) compareContent(x, y *entry) int {
	return cmp.Or(b.guests.compare(x.guest, y.guest), x.compare(&y.record))
}

// compare orders records by dates, codes and amounts.
func (r *record) compare(s *record) int {
	return cmp.Or(
		cmp.Compare(r.arrival, s.arrival),
		cmp.Compare(r.departure, s.departure),
		cmp.Compare(r.rooms, s.rooms),
		cmp.Compare(r.status, s.status),
		cmp.Compare(r.role, s.role),
		cmp.Compare(r.use, s.use),
		slices.Compare(r.minor[:], s.minor[:]),
		r.spill.compare(s.spill),
	)
}

func (s *spill) compare(t *spill) int {
	switch {
	case s == t:
		return 0
	case s == nil:
		return -1
	case t == nil:
		return 1
	}
	for i := range s {
		if c := s[i].Cmp(t[i]); c != 0 {
			return c
		}
	}
	return 0
}
