package tree

import "math"

// tie is how close two scores must be to count as equal: sums of logarithms differ in their last digits.
const tie = 1e-6

// measure turns integer class counts into impurities. One weight unit is 1/unit of a guest.
type measure struct {
	criterion Criterion
	scale     float64   // guests per weight unit
	table     []float64 // x log2 x of small whole counts; nil where weights are fractions
}

const tableSize = 4096

func newMeasure(criterion Criterion, unit int64) *measure {
	m := &measure{criterion: criterion, scale: 1 / float64(unit)}
	if unit == 1 {
		m.table = make([]float64, tableSize)
		for i := 2; i < tableSize; i++ {
			m.table[i] = float64(i) * math.Log2(float64(i))
		}
	}
	return m
}

// xlog returns x log2 x of a count, 0 for 0.
func (m *measure) xlog(count int64) float64 {
	if count < int64(len(m.table)) {
		return m.table[count]
	}
	x := float64(count) * m.scale
	if x < tie {
		return 0
	}
	return float64(x * math.Log2(x))
}

// of returns the impurity of class counts times their weight: Σ n log2 n/n_c in bits, or for Gini n - Σ n_c²/n.
func (m *measure) of(counts []int64) float64 {
	total, out := int64(0), 0.0
	if m.criterion == Gini {
		for _, c := range counts {
			total += c
			out += float64(float64(c) * float64(c))
		}
		if total == 0 {
			return 0
		}
		return (float64(total) - out/float64(total)) * m.scale
	}
	for _, c := range counts {
		total += c
		out += m.xlog(c)
	}
	return m.xlog(total) - out
}

// rest returns the impurity of the counts of all less part.
func (m *measure) rest(all, part []int64) float64 {
	total, out := int64(0), 0.0
	if m.criterion == Gini {
		for i, c := range all {
			c -= part[i]
			total += c
			out += float64(float64(c) * float64(c))
		}
		if total == 0 {
			return 0
		}
		return (float64(total) - out/float64(total)) * m.scale
	}
	for i, c := range all {
		c -= part[i]
		total += c
		out += m.xlog(c)
	}
	return m.xlog(total) - out
}

// weight returns a count in guests.
func (m *measure) weight(count int64) float64 { return float64(count) * m.scale }
