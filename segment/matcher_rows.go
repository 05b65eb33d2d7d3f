package segment

import (
	"math"
	"math/bits"

	"github.com/hotelcrm/hotelcrm/internal/share"
)

// Rows returns the guests who satisfy the condition. The table's workers share the work, and give the same guests
// whatever their number.
//
// Cost: O(n), a few nanoseconds a guest; conditions on stays read all stays.
func (m *Matcher) Rows() *Rows {
	out := NewRows(m.table.Len())
	share.Out(len(out.words), m.table.Workers(), func(_, from, to int) {
		for w := from; w < to; w++ {
			out.words[w] = m.word(m.root, w, out.valid(w))
		}
	})
	return out
}

// valid returns the bits of word w that stand for guests.
func (r *Rows) valid(w int) uint64 {
	if left := r.n - w*wordBits; left < wordBits {
		return 1<<left - 1
	}
	return math.MaxUint64
}

// word returns the guests of word w, among those of care, for whom the node holds.
func (m *Matcher) word(n *node, w int, care uint64) uint64 {
	switch n.op {
	case 0:
		return m.probes[n.leaf].word(w, care)
	case Not:
		return care &^ m.word(n.kids[0], w, care)
	case All:
		for _, kid := range n.kids {
			if care == 0 {
				break
			}
			care = m.word(kid, w, care)
		}
		return care
	}
	var held uint64
	for _, kid := range n.kids {
		if care == held {
			break
		}
		held |= m.word(kid, w, care&^held)
	}
	return held
}

// word returns the rows of word w, among those of care, that the leaf accepts.
func (p *probe) word(w int, care uint64) uint64 {
	if bits.OnesCount64(care) < fewRows || p.kind >= probeMissing {
		return p.sparseWord(w, care)
	}
	from := w * wordBits
	switch p.kind {
	case probeNumber:
		return care & numberWord(p.numbers[from:min(from+wordBits, len(p.numbers))], p.low, p.high)
	case probeCode:
		return care & codeWord(p.codes[from:min(from+wordBits, len(p.codes))], p.mask)
	case probeCodes:
		return p.sparseWord(w, care)
	case probeDay:
		return care & rangeWord(p.days[from:min(from+wordBits, len(p.days))], p.lo, p.width)
	case probeMoney:
		return care & rangeWord(p.money[from:min(from+wordBits, len(p.money))], p.lo, p.width)
	case probeAlways:
		return care
	}
	return 0
}

// fewRows is how many rows of a word are tested one by one rather than all 64.
const fewRows = 12

// sparseWord tests the rows of care one by one.
func (p *probe) sparseWord(w int, care uint64) uint64 {
	var held uint64
	for rest := care; rest != 0; rest &= rest - 1 {
		k := bits.TrailingZeros64(rest)
		held |= p.bit(w*wordBits+k) << k
	}
	return held
}

func numberWord(list []float64, low, high float64) uint64 {
	var held uint64
	for k, x := range list {
		held |= numberBit(x, low, high) << (k & 63)
	}
	return held
}

func codeWord(list []uint16, mask uint64) uint64 {
	var held uint64
	for k, code := range list {
		held |= (mask >> (code & 63) & 1) << (k & 63)
	}
	return held
}

func rangeWord[T int64 | ~int32](list []T, lo int64, width uint64) uint64 {
	var held uint64
	for k, x := range list {
		held |= rangeBit(int64(x), lo, width) << (k & 63)
	}
	return held
}
