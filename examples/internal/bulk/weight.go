package bulk

import "math/bits"

// power returns n^(-4/5) as a multiple of 2⁻⁶⁴, right to about one part in 2²⁶ for n up to ten million.
//
// It is the fourth power of the greatest x in [0, low] with x⁵ ≤ 1/n, where x has 32 binary places: integers
// throughout, so that every platform gives the same weight. It also returns x, at most which the x of a larger n is.
func power(n uint64, low uint64) (weight, root uint64) {
	limit := ^uint64(0) / n
	least, most := uint64(0), low // the root lies between them
	for least < most {
		x := (least + most + 1) / 2
		fifth, _ := bits.Mul64(fourth(x), x<<32)
		if fifth <= limit {
			least = x
		} else {
			most = x - 1
		}
	}
	return fourth(least), least
}

// fourth returns x⁴ as a multiple of 2⁻⁶⁴, rounded down, for x in units of 2⁻³² below 1.
func fourth(x uint64) uint64 {
	high, _ := bits.Mul64(x*x, x*x)
	return high
}

// wheel draws guests by weight: guest k, counted from 0, with (k+50)^-0.8.
type wheel struct {
	ends  []uint64 // of each guest's share of [0, total)
	first []uint32 // of each slice of 2^shift, the guest whose share its beginning lies in
	shift int
	total uint64
}

const (
	offset = 50
	spare  = 16 // bits taken off each weight, so that they sum up within 64 bits
)

func newWheel(guests int) *wheel {
	w := &wheel{ends: make([]uint64, guests)}
	root := uint64(1)<<32 - 1
	for k := range w.ends {
		var weight uint64
		weight, root = power(uint64(k)+offset, root)
		w.total += weight >> spare
		w.ends[k] = w.total
	}
	w.shift = max(0, bits.Len64(w.total)-bits.Len(uint(guests)))
	w.first = make([]uint32, w.total>>w.shift+1)
	k := 0
	for i := range w.first {
		for w.ends[k] <= uint64(i)<<w.shift {
			k++
		}
		w.first[i] = uint32(k)
	}
	return w
}

// draw returns a guest.
func (w *wheel) draw(r *random) uint32 {
	u := r.below(w.total)
	k := w.first[u>>w.shift]
	for w.ends[k] <= u {
		k++
	}
	return k
}
