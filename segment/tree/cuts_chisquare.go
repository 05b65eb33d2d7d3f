package tree

import "gonum.org/v1/gonum/stat/distuv"

// chiSquare returns the chi-square of two rows of counts. Classes that neither holds add nothing.
//
//	χ² = Σ (a·R₂ - b·R₁)² / (R₁·R₂·(a+b))
//
// which is the usual sum for two rows, with whole numbers up to the division.
func chiSquare(a, b []int) float64 {
	r1, r2 := total(a), total(b)
	sum := 0.0
	for j := range a {
		if c := a[j] + b[j]; c > 0 {
			d := float64(a[j]*r2 - b[j]*r1)
			sum += float64(d/float64(r1)) * float64(d/float64(r2)) / float64(c)
		}
	}
	return sum
}

func total(counts []int) int {
	n := 0
	for _, c := range counts {
		n += c
	}
	return n
}

// proportional reports whether two rows of counts have the same shares.
func proportional(a, b []int) bool {
	r1, r2 := total(a), total(b)
	for j := range a {
		if a[j]*r2 != b[j]*r1 {
			return false
		}
	}
	return true
}

// chiQuantile90 returns the chi-square that nine of ten samples without a difference stay below.
func chiQuantile90(degrees int) float64 {
	return distuv.ChiSquared{K: float64(max(1, degrees))}.Quantile(0.9)
}

// chiPair is the chi-square of a bin and the one above it, as they were in these versions.
type chiPair struct {
	key                   int64 // in steps of 10⁻⁹
	bin                   int
	version, aboveVersion int
}

// chiQueue is a heap: the least chi-square first, of equal ones the lowest bin.
type chiQueue []chiPair

func (q chiQueue) Len() int { return len(q) }

func (q chiQueue) Less(i, j int) bool {
	if q[i].key != q[j].key {
		return q[i].key < q[j].key
	}
	return q[i].bin < q[j].bin
}

func (q chiQueue) Swap(i, j int) { q[i], q[j] = q[j], q[i] }

// Push adds a pair; for package heap.
func (q *chiQueue) Push(pair any) { *q = append(*q, pair.(chiPair)) }

// Pop takes the last pair away; for package heap.
func (q *chiQueue) Pop() any {
	last := len(*q) - 1
	pair := (*q)[last]
	*q = (*q)[:last]
	return pair
}
