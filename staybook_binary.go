package hotelcrm

import (
	"cmp"
	"slices"
	"strings"

	"github.com/hotelcrm/hotelcrm/internal/wire"
)

func (b *stayBook) append(_ *Setup, out []byte) []byte {
	usedGuests, usedProperties := make([]bool, len(b.guests.texts)), make([]bool, len(b.properties.texts))
	sorted := make([]*entry, len(b.entries))
	for i := range b.entries {
		e := &b.entries[i]
		usedGuests[e.guest], usedProperties[e.property] = true, true
		sorted[i] = e
	}
	guests, guestRank := b.guests.ranks(usedGuests)
	properties, propertyRank := b.properties.ranks(usedProperties)
	slices.SortFunc(sorted, func(x, y *entry) int {
		return cmp.Or(
			cmp.Compare(guestRank[x.guest], guestRank[y.guest]),
			cmp.Compare(propertyRank[x.property], propertyRank[y.property]),
			x.compareStored(y),
		)
	})
	out = wire.Uint(out, uint64(b.superseded))
	out = b.guests.append(out, guests)
	out = b.properties.append(out, properties)
	out = wire.Uint(out, uint64(len(sorted)))
	for _, e := range sorted {
		out = wire.Uint(out, uint64(guestRank[e.guest]))
		out = wire.Uint(out, uint64(propertyRank[e.property]))
		out = e.append(out)
	}
	return out
}

// compareStored orders the entries of one guest and property in the binary form.
func (e *entry) compareStored(f *entry) int {
	return cmp.Or(cmp.Compare(e.arrival, f.arrival), strings.Compare(e.id, f.id), e.compare(&f.record))
}

func (e *entry) append(b []byte) []byte {
	b = wire.Text(b, e.id)
	if e.id != "" {
		b = wire.Int(b, e.version)
		b = wire.Uint(b, uint64(e.deliveries))
		b = wire.Uint(b, boolBit(e.conflict))
	}
	b = wire.Int(b, int64(e.arrival))
	b = wire.Uint(b, uint64(e.departure.DaysSince(e.arrival)))
	b = wire.Uint(b, uint64(e.rooms))
	b = append(b, byte(e.status), byte(e.role), byte(e.use)) // each below 128: its own varint
	mask := uint64(0)
	for i, minor := range e.minor {
		b = wire.Int(b, minor)
		if e.spill != nil && !e.spill[i].IsZero() {
			mask |= 1 << i
		}
	}
	b = wire.Uint(b, mask)
	for i := range e.minor {
		if mask>>i&1 == 1 {
			b = appendDecimal(b, e.spill[i])
		}
	}
	return b
}

func boolBit(b bool) uint64 {
	if b {
		return 1
	}
	return 0
}

// smallestEntry is how many bytes an entry takes at least.
const smallestEntry = 14

func readStayBook(in *wire.Reader, s *Setup) *stayBook {
	b := newStayBook()
	b.superseded = readCount(in)
	b.guests, b.properties = readNames(in), readNames(in)
	usedGuests, usedProperties := make([]bool, len(b.guests.texts)), make([]bool, len(b.properties.texts))
	n := in.Count(smallestEntry)
	b.entries = make([]entry, 0, n)
	for range n {
		e := entry{guest: readIndex(in, len(usedGuests)), property: readIndex(in, len(usedProperties))}
		e.read(in, s)
		if in.Err() != nil || !b.accept(in, e) {
			return b
		}
		usedGuests[e.guest], usedProperties[e.property] = true, true
	}
	if slices.Contains(usedGuests, false) || slices.Contains(usedProperties, false) {
		in.Fail("names without stays")
	}
	if len(b.guests.texts) > 0 && b.guests.texts[0] == "" {
		in.Fail("empty guest id")
	}
	return b
}

func readIndex(in *wire.Reader, n int) uint32 {
	v := in.Uint()
	if in.Err() != nil || v >= uint64(n) {
		in.Fail("number without a name")
		return 0
	}
	return uint32(v)
}

// accept appends an entry that stands in its place: order rises, ids are unique.
func (b *stayBook) accept(in *wire.Reader, e entry) bool {
	if len(b.entries) > 0 {
		last := &b.entries[len(b.entries)-1]
		order := cmp.Or(cmp.Compare(last.guest, e.guest), cmp.Compare(last.property, e.property), last.compareStored(&e))
		if order > 0 {
			in.Fail("stays out of order")
			return false
		}
	}
	if e.id != "" {
		if _, twice := b.ids[e.key()]; twice {
			in.Fail("stay id twice")
			return false
		}
		b.ids[e.key()] = len(b.entries)
	}
	b.entries = append(b.entries, e)
	return true
}

func (e *entry) read(in *wire.Reader, s *Setup) {
	e.id, e.deliveries = in.Text(), 1
	if e.id != "" {
		e.version = in.Int()
		e.deliveries = readCount(in)
		e.conflict = readBool(in)
		if e.deliveries < 1 || e.conflict && e.deliveries < 2 {
			in.Fail("number of deliveries")
		}
	}
	e.arrival = Date(in.Within(int64(earliest), int64(latest), "arrival"))
	e.departure = e.arrival + Date(readUpTo(in, uint64(latest-earliest), "nights"))
	e.rooms = int32(readUpTo(in, maxRooms, "rooms"))
	e.status = Status(readUpTo(in, uint64(NoShow), "status"))
	e.role = Role(readUpTo(in, uint64(Account), "role"))
	e.use = Use(readUpTo(in, uint64(Points), "use"))
	if e.departure > latest || e.rooms == 0 || e.status == 0 || e.role == 0 || e.use == 0 {
		in.Fail("stay out of range")
	}
	e.readAmounts(in, s)
}

func (e *entry) readAmounts(in *wire.Reader, s *Setup) {
	for i := range e.minor {
		e.minor[i] = in.Int()
	}
	mask := readUpTo(in, 1<<departmentCount-1, "mask of amounts")
	for i := range e.minor {
		if mask>>i&1 == 0 {
			continue
		}
		if e.spill == nil {
			e.spill = new(spill)
		}
		e.spill[i] = readDecimal(in, s.Scale)
		if e.minor[i] != 0 || outOfRange(e.spill[i]) {
			in.Fail("amount out of range")
		}
	}
}

func readUpTo(in *wire.Reader, high uint64, what string) uint64 {
	v := in.Uint()
	if in.Err() == nil && v > high {
		in.Fail(what + " out of range")
		return 0
	}
	return v
}

func readBool(in *wire.Reader) bool { return readUpTo(in, 1, "flag") == 1 }
