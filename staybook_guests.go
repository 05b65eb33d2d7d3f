package hotelcrm

import (
	"math/bits"
	"slices"

	"github.com/hotelcrm/hotelcrm/internal/radix"
)

// guestTable gives guests small numbers, in the order in which they come.
type guestTable struct {
	list  []bookGuest
	slots slotTable
	long  longIDs

	touched uint32 // keeps reads that only fetch memory from being left out
}

// bookGuest is a guest and the last of the guest's stays, where their chain begins: its number plus one, 0 for none.
type bookGuest struct {
	key  guestKey
	head uint32
}

// number returns a guest's number, a new one if there is none.
func (g *guestTable) number(key guestKey) uint32 {
	g.slots.makeRoom()
	at, n, known := g.seek(key)
	if !known {
		n = uint32(len(g.list))
		g.slots.set(at, uint32(key.hash()>>32), n)
		g.list = append(g.list, bookGuest{key: key})
	}
	return n
}

// find returns the number of a guest, and false for a stranger.
func (g *guestTable) find(guest string) (n uint32, known bool) {
	key, known := g.long.find(guest)
	if !known || len(g.list) == 0 {
		return 0, false
	}
	_, n, known = g.seek(key)
	return n, known
}

// touch fetches what seek will read for the guests of rows in [from, to), at most ahead of them, so that memory brings it
// together instead of one by one.
func (g *guestTable) touch(c *Columns, from, to int) {
	if len(g.list) == 0 {
		return
	}
	var likely [ahead]uint32
	for i := from; i < to; i++ {
		key, _ := c.key(i) // of a long id: some key
		likely[i-from] = uint32(g.slots.slots[g.slots.home(uint32(key.hash()>>32))])
	}
	for _, n := range likely[:to-from] {
		if n > 0 {
			g.touched += g.list[n-1].head
		}
	}
}

func (g *guestTable) seek(key guestKey) (at int, n uint32, known bool) {
	hash := uint32(key.hash() >> 32)
	for at = g.slots.home(hash); ; at++ {
		at, n, known = g.slots.seek(at, hash)
		if !known || g.list[n].key == key {
			return at, n, known
		}
	}
}

// find returns the key of an id that has one.
func (l *longIDs) find(id string) (guestKey, bool) {
	if len(id) <= inlineBytes {
		return inlineKey(id), true
	}
	n, known := l.numbers[id]
	return guestKey{load8(id), n<<8 | longID}, known
}

// adopt returns this table's number for each guest of another table.
func (g *guestTable) adopt(other *guestTable) []uint32 {
	out := make([]uint32, len(other.list))
	for v, guest := range other.list {
		key := guest.key
		if !key.inline() {
			key = g.long.key(other.long.text(key))
		}
		out[v] = g.number(key)
	}
	return out
}

func (g *guestTable) compare(x, y uint32) int { return g.long.compare(g.list[x].key, g.list[y].key) }

// sorted returns the numbers of all guests in the order of their ids.
func (g *guestTable) sorted(workers int) []uint32 {
	items := make([]radix.Item, len(g.list))
	common := g.commonBits()
	for v := range g.list {
		items[v] = radix.Item{Key: g.list[v].key.written().from(common), Ref: uint32(v)}
	}
	items = radix.Sort(items, workers)
	out := make([]uint32, len(items))
	start := 0
	for i := range items {
		out[i] = items[i].Ref
		if i+1 == len(items) || items[i+1].Key != items[i].Key {
			slices.SortFunc(out[start:i+1], g.compare)
			start = i + 1
		}
	}
	return out
}

// commonBits returns how many bits at the front all first words share, so that sorting begins where ids differ.
func (g *guestTable) commonBits() int {
	differ, first := uint64(0), uint64(0)
	if len(g.list) > 0 {
		first = g.list[0].key.written().a
	}
	for v := range g.list {
		differ |= g.list[v].key.written().a ^ first
		if !g.list[v].key.inline() {
			return 0 // the second word is no text
		}
	}
	return bits.LeadingZeros64(differ)
}

// from returns the 64 bits of a key from the given one on.
func (k guestKey) from(bit int) uint64 { return k.a<<bit | k.b>>(64-bit) }

// texts writes the ids of guests: one allocation for all of them.
func (g *guestTable) texts(to []string, guests []uint32) {
	text := make([]byte, 0, 16*len(guests))
	ends := make([]int, len(guests))
	for i, v := range guests {
		text = g.long.appendText(text, g.list[v].key)
		ends[i] = len(text)
	}
	cutTexts(to, string(text), ends)
}
