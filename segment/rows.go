package segment

import (
	"iter"
	"math/bits"
)

// Rows is a set of guests of a [Table], one bit each. The zero value is the empty set of no guests.
type Rows struct {
	n     int
	words []uint64
}

const wordBits = 64

// NewRows returns the empty set among n guests.
func NewRows(n int) *Rows { return &Rows{n, make([]uint64, (max(n, 0)+wordBits-1)/wordBits)} }

// Len returns the number of guests that the set is taken from.
func (r *Rows) Len() int { return r.n }

// Has reports whether guest number i is in the set.
func (r *Rows) Has(i int) bool { return r.words[i/wordBits]>>(i%wordBits)&1 == 1 }

// Add puts guest number i into the set.
func (r *Rows) Add(i int) { r.words[i/wordBits] |= 1 << (i % wordBits) }

// Count returns the number of guests in the set.
func (r *Rows) Count() int {
	n := 0
	for _, w := range r.words {
		n += bits.OnesCount64(w)
	}
	return n
}

// And keeps the guests who are in the other set too. Both sets are of the same guests.
func (r *Rows) And(other *Rows) {
	for i, w := range other.words {
		r.words[i] &= w
	}
}

// AndNot takes the guests of the other set out.
func (r *Rows) AndNot(other *Rows) {
	for i, w := range other.words {
		r.words[i] &^= w
	}
}

// Or adds the guests of the other set.
func (r *Rows) Or(other *Rows) {
	for i, w := range other.words {
		r.words[i] |= w
	}
}

// Clone returns a copy.
func (r *Rows) Clone() *Rows { return &Rows{r.n, append([]uint64(nil), r.words...)} }

// CountAnd returns how many guests are in both sets, without making a third.
func (r *Rows) CountAnd(other *Rows) int {
	n := 0
	for i, w := range other.words {
		n += bits.OnesCount64(r.words[i] & w)
	}
	return n
}

// First returns the first guest of the set, and false for the empty set.
func (r *Rows) First() (int, bool) {
	for i := range r.All() {
		return i, true
	}
	return 0, false
}

// All returns the numbers of the guests in the set, rising.
func (r *Rows) All() iter.Seq[int] {
	return func(yield func(int) bool) {
		for i, w := range r.words {
			for ; w != 0; w &= w - 1 {
				if !yield(i*wordBits + bits.TrailingZeros64(w)) {
					return
				}
			}
		}
	}
}
