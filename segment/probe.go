package segment

import (
	"math/bits"

	"github.com/hotelcrm/hotelcrm"
	"github.com/shopspring/decimal"
)

// probe tests the rows of one column against one leaf.
type probe struct {
	kind probeKind

	low, high float64 // probeNumber
	lo        int64   // probeDay, probeMoney: the lowest key
	width     uint64  // and how far the highest lies above it
	mask      uint64  // probeCode: bit k accepts code k
	masks     []uint64

	numbers []float64
	codes   []uint16
	days    []hotelcrm.Date
	money   []int64
	beyond  map[int]decimal.Decimal

	leaf   *leaf
	column *column
	term   *term
	folder *folder
}

type probeKind uint8

const (
	probeNever   probeKind = iota // no row
	probeAlways                   // every row
	probeNumber                   // one range of numbers
	probeCode                     // codes below 64
	probeCodes                    // any codes
	probeDay                      // one range of dates
	probeMoney                    // one range of amounts, all in minor units
	probeMissing                  // rows without a value
	probeAny                      // whatever else: by the value
	probeStays
)

// newProbe returns the quickest probe of a column for a leaf.
func newProbe(l *leaf, t *term, c *column) probe {
	p := probe{
		leaf: l, term: t, column: c, numbers: c.numbers, codes: c.codes, days: c.days, money: c.money, beyond: c.beyond,
	}
	switch {
	case l.missing && !c.set():
		p.kind = probeAlways
	case l.missing:
		p.kind = probeMissing
	case !c.set() || len(l.spans) == 0 && len(c.beyond) == 0:
		p.kind = probeNever
	case c.codes != nil:
		p.setMask(t, c.levels)
	case len(l.spans) != 1 || len(c.beyond) > 0:
		p.kind = probeAny
	default:
		p.setRange(l.spans[0])
	}
	return p
}

func (p *probe) setRange(s span) {
	p.lo, p.width = s.lo, uint64(s.hi)-uint64(s.lo)
	switch {
	case p.days != nil:
		p.kind = probeDay
	case p.money != nil:
		p.kind = probeMoney
	case p.term.kind == countKey:
		p.kind, p.low, p.high = probeNumber, float64(s.lo), float64(s.hi)
	default:
		p.kind, p.low, p.high = probeNumber, keyFloat(s.lo), keyFloat(s.hi)
	}
}

// setMask notes the codes whose level the leaf accepts. A table may have levels that the schema does not know.
func (p *probe) setMask(t *term, levels []Level) {
	p.masks = make([]uint64, len(levels)/wordBits+1)
	for k, level := range levels {
		key := int64(k + 1)
		if k >= len(t.attr.Levels) {
			key = t.keyOfLevel(level.ID)
		}
		if inSpans(p.leaf.spans, key) {
			p.masks[(k+1)/wordBits] |= 1 << ((k + 1) % wordBits)
		}
	}
	p.kind, p.mask = probeCodes, p.masks[0]
	if len(p.masks) == 1 {
		p.kind = probeCode
	}
}

// holds reports whether the leaf accepts row i.
func (p *probe) holds(i int) bool {
	switch p.kind {
	case probeNumber:
		x := p.numbers[i]
		return x >= p.low && x <= p.high
	case probeCode:
		return p.mask>>(p.codes[i]&63)&1 == 1
	case probeDay:
		return uint64(int64(p.days[i])-p.lo) <= p.width
	case probeMoney:
		return uint64(p.money[i]-p.lo) <= p.width
	}
	return p.holdsOther(i)
}

// bit returns 1 if the leaf accepts row i, else 0.
func (p *probe) bit(i int) uint64 {
	switch p.kind {
	case probeNumber:
		return numberBit(p.numbers[i], p.low, p.high)
	case probeCode:
		return p.mask >> (p.codes[i] & 63) & 1
	case probeDay:
		return rangeBit(int64(p.days[i]), p.lo, p.width)
	case probeMoney:
		return rangeBit(p.money[i], p.lo, p.width)
	}
	if p.holdsOther(i) {
		return 1
	}
	return 0
}

func numberBit(x, low, high float64) uint64 {
	var above, below uint64
	if x >= low {
		above = 1
	}
	if x <= high {
		below = 1
	}
	return above & below
}

// rangeBit reckons with a key below lo as with one far above it.
func rangeBit(key, lo int64, width uint64) uint64 {
	_, outside := bits.Sub64(width, uint64(key-lo), 0)
	return outside ^ 1
}

func (p *probe) holdsOther(i int) bool {
	switch p.kind {
	case probeCodes:
		return p.masks[p.codes[i]/wordBits]>>(p.codes[i]%wordBits)&1 == 1
	case probeAlways:
		return true
	case probeMissing:
		return !p.column.has(i)
	case probeAny:
		return p.leaf.holds(p.term.valueOf(p.column, i))
	case probeStays:
		return p.leaf.holds(p.folder.value(i))
	}
	return false
}

// valueOf returns the value of row i of a column.
func (t *term) valueOf(c *column, i int) value {
	if !c.has(i) {
		return value{missing: true}
	}
	switch {
	case c.numbers != nil && t.kind == countKey:
		return value{key: int64(c.numbers[i])}
	case c.numbers != nil:
		return value{key: floatKey(c.numbers[i])}
	case c.codes != nil:
		if code := int(c.codes[i]); code > len(t.attr.Levels) {
			id := c.levels[code-1].ID
			return value{key: t.keyOfLevel(id), level: id}
		}
		return value{key: int64(c.codes[i])}
	case c.days != nil:
		return value{key: int64(c.days[i])}
	}
	if d, ok := c.beyond[i]; ok {
		return value{key: c.money[i], beyond: &d}
	}
	return value{key: c.money[i]}
}
