// Package jenks divides numbers on a line into natural classes: the ones whose members lie closest to their means.
package jenks

import (
	"math/big"
	"math/bits"
)

// MaxClasses is the largest number of classes.
const MaxClasses = 255

// Cell is values that stay together.
type Cell struct {
	At    uint64 // where they lie on the line: below 2³²
	Count uint64 // how many they are: in all cells together fewer than 2³²
}

// division finds the classes of neighbouring cells with the least sum of squared distances from the class means.
//
// A class of W values whose places add up to S has Σx² - S²/W, and Σx² of all classes together is the same however they
// are divided: so the sum of S²/W is made as large as it can be. It is added up to 2⁻⁶⁴ a class, and compared by exact
// fractions where that does not decide.
type division struct {
	weight []uint64 // values in the first i cells
	sum    []uint64 // of their places, times their numbers: below 2⁶⁴
	best   []gain   // of the first m cells in one class fewer than now
	next   []gain
	starts [][]int32 // starts[c][m]: where the last of c+1 classes of the first m cells begins
}

// Divide returns where each of k classes ends, from low to high: the number of the cell after its last. Of equally good
// divisions it takes the one whose highest class begins lowest, then the second highest, and so on.
//
// Input: cells that rise strictly; k from 1 to their number and [MaxClasses].
// Source: the dynamic programme of Wang and Song (2011), The R Journal 3(2) 29-33, with the monotone search of their
// later versions; the aim is that of Jenks (1967).
// Cost: O(k·d·log d) for d cells.
func Divide(cells []Cell, k int) []int {
	d := newDivision(cells, k)
	for c := 1; c < k; c++ {
		d.layer(c, c+1, len(cells), c, len(cells)-1)
		d.best, d.next = d.next, d.best
	}
	ends := make([]int, k)
	for c, m := k-1, len(cells); c >= 0; c-- {
		ends[c] = m
		m = int(d.starts[c][m])
	}
	return ends
}

func newDivision(cells []Cell, k int) *division {
	n := len(cells) + 1
	d := &division{weight: make([]uint64, n), sum: make([]uint64, n), best: make([]gain, n), next: make([]gain, n)}
	for i, one := range cells {
		d.weight[i+1] = d.weight[i] + one.Count
		d.sum[i+1] = d.sum[i] + one.Count*one.At
		d.best[i+1] = d.of(0, i+1)
	}
	d.starts = make([][]int32, k)
	for c := range d.starts {
		d.starts[c] = make([]int32, n)
	}
	return d
}

// layer finds where the last of c+1 classes of the first m cells begins, for m in [low, high], given that it begins in
// [from, to]. The more cells, the later it begins.
func (d *division) layer(c, low, high, from, to int) {
	if low > high {
		return
	}
	m := (low + high) / 2
	best := from
	most := d.best[from].add(d.of(from, m))
	for start := from + 1; start <= min(to, m-1); start++ {
		if g := d.best[start].add(d.of(start, m)); d.more(g, most, c, start, best, m) {
			best, most = start, g
		}
	}
	d.next[m], d.starts[c][m] = most, int32(best)
	d.layer(c, low, m-1, from, best)
	d.layer(c, m+1, high, best, to)
}

// more reports whether the first m cells gain more where the last class begins at a than where it begins at b.
func (d *division) more(gainA, gainB gain, c, a, b, m int) bool {
	order, near := gainA.compare(gainB)
	if !near {
		return order > 0
	}
	p, q := d.exact(c, a, m)
	r, s := d.exact(c, b, m)
	return p.Mul(p, s).Cmp(r.Mul(r, q)) > 0
}

// exact returns the gain of c+1 classes of the first m cells, the last from start on, as numerator and denominator.
func (d *division) exact(c, start, m int) (*big.Int, *big.Int) {
	p, q := new(big.Int), big.NewInt(1)
	square, weight := new(big.Int), new(big.Int)
	for {
		weight.SetUint64(d.weight[m] - d.weight[start])
		square.SetUint64(d.sum[m] - d.sum[start])
		square.Mul(square, square).Mul(square, q)
		p.Add(p.Mul(p, weight), square) // p/q + S²/W
		q.Mul(q, weight)
		if c == 0 {
			return p, q
		}
		c, m = c-1, start
		start = int(d.starts[c][m])
	}
}

// gain is a number of 128 bits and 64 more after the point.
type gain struct{ high, low, part uint64 }

// of returns S²/W of the cells from start to before end, rounded down.
func (d *division) of(start, end int) gain {
	weight := d.weight[end] - d.weight[start]
	sum := d.sum[end] - d.sum[start]
	high, low := bits.Mul64(sum, sum)
	var g gain
	g.high = high / weight
	g.low, low = bits.Div64(high%weight, low, weight)
	g.part, _ = bits.Div64(low, 0, weight)
	return g
}

func (g gain) add(h gain) gain {
	var carry uint64
	g.part, carry = bits.Add64(g.part, h.part, 0)
	g.low, carry = bits.Add64(g.low, h.low, carry)
	g.high, _ = bits.Add64(g.high, h.high, carry)
	return g
}

// compare returns -1, 0 or 1, and whether the difference may come from rounding alone: MaxClasses roundings at most.
func (g gain) compare(h gain) (order int, near bool) {
	part, borrow := bits.Sub64(g.part, h.part, 0)
	low, borrow := bits.Sub64(g.low, h.low, borrow)
	high, borrow := bits.Sub64(g.high, h.high, borrow)
	switch {
	case borrow == 0 && high|low == 0 && part <= MaxClasses, borrow == 1 && high&low == ^uint64(0) && part > ^uint64(MaxClasses):
		return 0, true
	case borrow == 1:
		return -1, false
	}
	return 1, false
}
