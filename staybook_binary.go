package hotelcrm

import (
	"cmp"
	"slices"

	"github.com/hotelcrm/hotelcrm/internal/wire"
)

func (b *stayBook) append(s *Setup, out []byte) []byte {
	x := b.index(s.Workers)
	properties, rank := b.properties.ranks() // each has stays: no later version moves a stay to another
	out = wire.Uint(out, uint64(b.superseded))
	out = b.appendGuests(out, &x)
	out = b.properties.append(out, properties)
	out = wire.Uint(out, uint64(len(x.stays)))
	var entries []entry
	guest := uint64(0)
	for i := range x.guests {
		entries = entries[:0]
		for _, stay := range x.of(i) {
			entries = append(entries, b.stays.entry(stay))
		}
		slices.SortFunc(entries, func(e, f entry) int {
			return cmp.Or(cmp.Compare(rank[e.property], rank[f.property]), b.compareStored(&e, &f))
		})
		for k := range entries {
			e := &entries[k]
			out = wire.Uint(out, guest)
			out = wire.Uint(out, uint64(rank[e.property]))
			out = e.append(b.longStays.appendTo(out, e.id))
		}
		if len(entries) > 0 {
			guest++
		}
	}
	return out
}

// appendGuests writes the ids of the guests with stays.
func (b *stayBook) appendGuests(out []byte, x *stayIndex) []byte {
	n := 0
	for i := range x.guests {
		if len(x.of(i)) > 0 {
			n++
		}
	}
	out = wire.Uint(out, uint64(n))
	for i, guest := range x.guests {
		if len(x.of(i)) > 0 {
			out = b.guests.long.appendTo(out, b.guests.list[guest].key)
		}
	}
	return out
}

// compareStored orders the entries of one guest and property in the binary form.
func (b *stayBook) compareStored(e, f *entry) int {
	return cmp.Or(cmp.Compare(e.arrival, f.arrival), b.longStays.compare(e.id, f.id), e.compare(&f.record))
}

// appendTo writes the text of a key.
func (l *longIDs) appendTo(b []byte, k guestKey) []byte {
	if !k.inline() {
		return wire.Text(b, l.text(k))
	}
	k = k.written()
	return k.appendText(wire.Uint(b, k.b&0xff))
}

// append writes all but guest, property and id.
func (e *entry) append(b []byte) []byte {
	if e.id != (guestKey{}) {
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
	guests := readTexts(in)
	for _, id := range guests {
		b.guests.number(b.guests.long.key(id))
	}
	b.properties = readNames(in)
	usedProperties := make([]bool, len(b.properties.texts))
	var last entry
	for i := range in.Count(smallestEntry) {
		e := entry{guest: readIndex(in, len(guests)), property: readIndex(in, len(usedProperties))}
		e.id = b.longStays.key(e.read(in, s))
		if i > 0 && b.outOfOrder(&last, &e) {
			in.Fail("stays out of order")
		}
		if in.Err() != nil || !b.accept(in, &e) {
			return b
		}
		usedProperties[e.property] = true
		last = e
	}
	if slices.ContainsFunc(b.guests.list, func(g bookGuest) bool { return g.head == 0 }) || slices.Contains(usedProperties, false) {
		in.Fail("names without stays")
	}
	if len(guests) > 0 && guests[0] == "" {
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

// outOfOrder needs a book whose guests and properties were numbered in the order of their texts.
func (b *stayBook) outOfOrder(e, f *entry) bool {
	return cmp.Or(cmp.Compare(e.guest, f.guest), cmp.Compare(e.property, f.property), b.compareStored(e, f)) > 0
}

// accept appends an entry whose id nobody has.
func (b *stayBook) accept(in *wire.Reader, e *entry) bool {
	if e.id != (guestKey{}) {
		if _, _, twice := b.find(e); twice {
			in.Fail("stay id twice")
			return false
		}
	}
	b.put(e)
	return true
}

// read reads all but guest and property, and returns the stay's id.
func (e *entry) read(in *wire.Reader, s *Setup) (id string) {
	id, e.deliveries = in.Text(), 1
	if id != "" {
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
	return id
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
