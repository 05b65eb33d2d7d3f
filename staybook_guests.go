package hotelcrm

import (
	"math/bits"
	"slices"
	"strings"

	"github.com/hotelcrm/hotelcrm/internal/radix"
)

// guestTable gives guests small numbers, in the order in which they come.
type guestTable struct {
	keys  []guestKey
	heads []uint32 // of each guest's chain of stays: the number of the last one plus one, 0 for none
	slots slotTable
	long  longIDs
}

// number returns a guest's number, a new one if there is none.
func (g *guestTable) number(key guestKey) uint32 {
	g.slots.makeRoom()
	at, n, known := g.seek(key)
	if !known {
		n = uint32(len(g.keys))
		g.slots.set(at, uint32(key.hash()>>32), n)
		g.keys, g.heads = append(g.keys, key), append(g.heads, 0)
	}
	return n
}

// find returns the number of a guest, and false for a stranger.
func (g *guestTable) find(guest string) (n uint32, known bool) {
	key, known := g.long.find(guest)
	if !known || len(g.keys) == 0 {
		return 0, false
	}
	_, n, known = g.seek(key)
	return n, known
}

func (g *guestTable) seek(key guestKey) (at int, n uint32, known bool) {
	hash := uint32(key.hash() >> 32)
	for at = g.slots.home(hash); ; at++ {
		at, n, known = g.slots.seek(at, hash)
		if !known || g.keys[n] == key {
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
	out := make([]uint32, len(other.keys))
	for v, key := range other.keys {
		if !key.inline() {
			key = g.long.key(other.long.text(key))
		}
		out[v] = g.number(key)
	}
	return out
}

func (g *guestTable) compare(x, y uint32) int { return g.long.compare(g.keys[x], g.keys[y]) }

// sorted returns the numbers of all guests in the order of their ids.
func (g *guestTable) sorted() []uint32 {
	items := make([]radix.Item, len(g.keys))
	common := g.commonBits()
	for v, key := range g.keys {
		items[v] = radix.Item{Key: key.from(common), Ref: uint32(v)}
	}
	items = radix.Sort(items)
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
	differ := uint64(0)
	for _, key := range g.keys {
		differ |= key.a ^ g.keys[0].a
		if !key.inline() {
			return 0 // the second word is no text
		}
	}
	return bits.LeadingZeros64(differ)
}

// from returns the 64 bits of a key from the given one on.
func (k guestKey) from(bit int) uint64 { return k.a<<bit | k.b>>(64-bit) }

// texts returns the ids of guests: one allocation for all of them.
func (g *guestTable) texts(guests []uint32) []string {
	var text strings.Builder
	text.Grow(12 * len(guests))
	ends := make([]int, len(guests))
	for i, v := range guests {
		g.long.writeText(&text, g.keys[v])
		ends[i] = text.Len()
	}
	out := make([]string, len(guests))
	cutTexts(out, text.String(), ends)
	return out
}
