package hotelcrm

import "sync"

// tallyPart is one part of the guests, told apart by their hash. Its lines stand in blocks in the order in which guests
// first came, so that growing moves none of them; the index, an open-addressing table of their numbers, is small enough
// for a core's cache.
type tallyPart struct {
	index  []indexEntry
	blocks [][]tally
	used   int // lines
	texts  int // of them, whose ids are no numbers
	extras map[guestKey]*tallyExtra

	waiting []tallyRow // to be added together
	door    sync.Mutex // held by a worker that hands in rows
	table   sync.Mutex // held by a worker that adds rows, while others go on handing in
}

// indexEntry is the number of a line, counted from 1, below 8 bits of its guest's hash; 0 is a free place.
type indexEntry uint32

const (
	blockBits  = 9
	blockLines = 1 << blockBits // 32 KB
	firstLines = 8
	firstIndex = 16
	numberBits = 32 - partBits
	tagMask    = 1<<32 - 1<<numberBits
)

// The top 8 bits of a hash choose the part, the next 8 are the tag, the lowest say where the search begins.
func tagOf(hash uint64) indexEntry { return indexEntry(hash>>48) << numberBits & tagMask }

func (e indexEntry) line() int { return int(e&^tagMask) - 1 }

func (p *tallyPart) at(n int) *tally { return &p.blocks[n>>blockBits][n&(blockLines-1)] }

// find returns the line of a guest, nil if there is none.
func (p *tallyPart) find(key guestKey, hash uint64) *tally {
	if p.used == 0 {
		return nil
	}
	tag, mask := tagOf(hash), len(p.index)-1
	for i := int(hash) & mask; p.index[i] != 0; i = (i + 1) & mask {
		if e := p.index[i]; e&tagMask == tag {
			if t := p.at(e.line()); t.key == key {
				return t
			}
		}
	}
	return nil
}

// line returns the line of a guest, a new one if there is none.
func (p *tallyPart) line(key guestKey, hash uint64) *tally {
	if t := p.find(key, hash); t != nil {
		return t
	}
	if 10*(p.used+1) > 7*len(p.index) {
		p.grow()
	}
	p.reserve(1)
	p.used++
	if key.b != numberID {
		p.texts++
	}
	p.place(p.used, hash)
	t := p.at(p.used - 1)
	*t = tally{key: key}
	return t
}

// place writes the number of a line into the first free place of the index.
func (p *tallyPart) place(number int, hash uint64) {
	mask := len(p.index) - 1
	i := int(hash) & mask
	for p.index[i] != 0 {
		i = (i + 1) & mask
	}
	p.index[i] = tagOf(hash) | indexEntry(number)
}

// grow doubles the index.
func (p *tallyPart) grow() {
	p.index = make([]indexEntry, max(firstIndex, 2*len(p.index)))
	for n := range p.used {
		p.place(n+1, p.at(n).key.hash())
	}
}

// reserve makes room for n more lines, at most blockLines. The first block begins small and doubles, since many parts
// stay small; pointers to its lines hold until the next reserve.
func (p *tallyPart) reserve(n int) {
	if len(p.blocks) == 0 {
		p.blocks = append(p.blocks, nil)
	}
	if first := p.blocks[0]; len(first) < min(p.used+n, blockLines) {
		p.blocks[0] = make([]tally, min(blockLines, max(firstLines, 2*(p.used+n))))
		copy(p.blocks[0], first)
	}
	for len(p.blocks)<<blockBits < p.used+n {
		p.blocks = append(p.blocks, make([]tally, blockLines))
	}
}

// reset forgets all lines and keeps their memory.
func (p *tallyPart) reset() {
	clear(p.index)
	p.used, p.texts, p.extras, p.waiting = 0, 0, nil, p.waiting[:0]
}
