package hotelcrm

// slotTable finds numbers by the hash of what they stand for: open addressing, in each slot the hash in the upper half
// and the number plus one in the lower, so that few things that are sought in vain are looked at. Slots stand in the
// order of their hashes, so that a table grows in one walk through memory.
type slotTable struct {
	slots []uint64 // 0: free
	used  int
}

const (
	slotsAtFirst = 16
	slotsFilled  = 0.75 // at most
	slotsGrowth  = 1.6
)

func (t *slotTable) home(hash uint32) int { return int(uint64(hash) * uint64(len(t.slots)) >> 32) }

// seek returns the next slot from at on that has this hash and its number, or the free slot at which the search ends.
func (t *slotTable) seek(at int, hash uint32) (slot int, number uint32, ok bool) {
	for ; ; at++ {
		if at >= len(t.slots) {
			at = 0
		}
		s := t.slots[at]
		if s == 0 {
			return at, 0, false
		}
		if uint32(s>>32) == hash {
			return at, uint32(s) - 1, true
		}
	}
}

// set writes a slot that seek found, free or not.
func (t *slotTable) set(at int, hash, number uint32) {
	if t.slots[at] == 0 {
		t.used++
	}
	t.slots[at] = uint64(hash)<<32 | uint64(number+1)
}

// makeRoom sees to a free slot beyond the one that is filled next.
func (t *slotTable) makeRoom() {
	if float64(t.used+1) <= slotsFilled*float64(len(t.slots)) {
		return
	}
	old := t.slots
	t.slots = make([]uint64, max(slotsAtFirst, int(slotsGrowth*float64(len(old)))))
	for _, s := range old {
		if s == 0 {
			continue
		}
		at := t.home(uint32(s >> 32))
		for t.slots[at] != 0 {
			if at++; at == len(t.slots) {
				at = 0
			}
		}
		t.slots[at] = s
	}
}
