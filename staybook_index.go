package hotelcrm

// stayIndex lists the stays that count by guest, guests in the order of their ids.
type stayIndex struct {
	guests []uint32
	starts []uint32 // of each guest's stays, and the end of the last
	stays  []uint32
}

// index sorts the stays by guest in two walks through them.
func (b *stayBook) index(workers int) stayIndex {
	x := stayIndex{guests: b.guests.sorted(workers)}
	ends := make([]uint32, len(x.guests)) // by number: how many stays, then where the next one goes
	b.stays.each(func(_ uint32, s *packedStay) { ends[s.guest]++ })
	x.starts = make([]uint32, len(x.guests)+1)
	total := uint32(0)
	for i, guest := range x.guests {
		x.starts[i] = total
		total += ends[guest]
		ends[guest] = x.starts[i]
	}
	x.starts[len(x.guests)] = total
	x.stays = make([]uint32, total)
	b.stays.each(func(i uint32, s *packedStay) {
		x.stays[ends[s.guest]] = i
		ends[s.guest]++
	})
	return x
}

// of returns the stays of the guest at place i.
func (x *stayIndex) of(i int) []uint32 { return x.stays[x.starts[i]:x.starts[i+1]] }
