package hotelcrm

import (
	"cmp"
	"slices"
	"strings"
)

// stayBook remembers every stay: the book of the form AllVisits.
type stayBook struct {
	guests, properties names
	ids                map[stayKey]int
	entries            []entry
	superseded         int64
}

// stayKey is what tells stays apart: two properties may number theirs alike.
type stayKey struct {
	property uint32
	id       string
}

func (e *entry) key() stayKey { return stayKey{e.property, e.id} }

// entry is one stay as it counts: its highest version.
type entry struct {
	record

	guest, property uint32
	id              string
	version         int64
	deliveries      int64 // of this version
	conflict        bool  // they differ in content
}

func newStayBook() *stayBook {
	return &stayBook{guests: newNames(), properties: newNames(), ids: map[stayKey]int{}}
}

func (b *stayBook) add(_ *Setup, d draft) {
	e := entry{record: d.record, id: d.id, deliveries: 1}
	e.guest, e.property = b.guests.number(d.guest), b.properties.number(d.property)
	if d.id != "" {
		e.version = d.version // without an id there is nothing to be a version of
	}
	b.put(e)
}

// put takes an entry that uses this book's numbers.
func (b *stayBook) put(e entry) {
	i, known := b.ids[e.key()]
	if e.id == "" || !known {
		if e.id != "" {
			e.id = strings.Clone(e.id)
			b.ids[e.key()] = len(b.entries)
		}
		b.entries = append(b.entries, e)
		return
	}
	old := &b.entries[i]
	e.id = old.id
	switch {
	case e.version < old.version:
		b.superseded += e.deliveries
	case e.version > old.version:
		b.superseded += old.deliveries
		*old = e
	default:
		b.repeat(old, e)
	}
}

// repeat joins two deliveries of one version. If they differ the greater one stays, whichever came first.
func (b *stayBook) repeat(old *entry, e entry) {
	c := b.compareContent(old, &e)
	e.deliveries += old.deliveries
	e.conflict = e.conflict || old.conflict || c != 0
	if c < 0 {
		*old = e
		return
	}
	old.deliveries, old.conflict = e.deliveries, e.conflict
}

func (b *stayBook) reset() { *b = *newStayBook() }

func (b *stayBook) empty() bool { return len(b.entries) == 0 && b.superseded == 0 }

func (b *stayBook) merge(_ *Setup, other book) {
	o := other.(*stayBook)
	b.superseded += o.superseded
	guests, properties := b.guests.adopt(&o.guests), b.properties.adopt(&o.properties)
	for _, e := range o.entries {
		e.guest, e.property = guests[e.guest], properties[e.property]
		b.put(e)
	}
}

// compareContent orders two entries by everything that is content: names by their text, then the rest.
func (b *stayBook) compareContent(x, y *entry) int {
	return cmp.Or(
		strings.Compare(b.guests.texts[x.guest], b.guests.texts[y.guest]),
		strings.Compare(b.properties.texts[x.property], b.properties.texts[y.property]),
		x.compare(&y.record),
	)
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
