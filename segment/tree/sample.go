package tree

// sample is the guests of one node: rows of the binned table with their classes and weights side by side.
type sample struct {
	rows    []int32
	labels  []uint8
	weights []int64 // nil: 1 each
}

func (s sample) len() int { return len(s.rows) }

// slice returns the guests from one place to another, sharing memory.
func (s sample) slice(from, to int) sample {
	out := sample{rows: s.rows[from:to:to], labels: s.labels[from:to:to]}
	if s.weights != nil {
		out.weights = s.weights[from:to:to]
	}
	return out
}

// counts adds up the weights of each class.
func (s sample) counts(classes int) []int64 {
	out := make([]int64, classes)
	if s.weights == nil {
		for _, c := range s.labels {
			out[c]++
		}
		return out
	}
	for i, c := range s.labels {
		out[c] += s.weights[i]
	}
	return out
}

// all returns the guests of the table, with the weights that their classes give them.
func (g *grower) all() sample {
	b := g.table
	s := sample{rows: make([]int32, b.Len()), labels: append([]uint8(nil), b.labels...)}
	for i := range s.rows {
		s.rows[i] = int32(i)
	}
	if g.unit != 1 {
		s.weights = make([]int64, b.Len())
		for i, c := range s.labels {
			s.weights[i] = g.loss.weight(b.weight(i), int(c))
		}
	}
	return s
}

// weight returns the weight of guest i in units of 1/weightUnit.
func (b *Binned) weight(i int) int64 {
	if b.weights == nil {
		return weightUnit
	}
	return b.weights[i]
}

func sum(counts []int64) int64 {
	total := int64(0)
	for _, c := range counts {
		total += c
	}
	return total
}

// largest returns the first place of the greatest count. Counts that are no further apart than near are equal: shares of
// guests are rounded.
func largest(counts []int64, near int64) int {
	best := 0
	for i, c := range counts {
		if c > counts[best]+near {
			best = i
		}
	}
	return best
}
