package tree

import "math/bits"

// tally counts the guests of a small node by one column. Most bins have none of them, so those that have are listed first,
// and only these are counted.
type tally struct {
	seen   []uint64 // a bit for each bin with guests
	before []int32  // how many of the bins before each word of seen have guests
	bins   []uint16 // those with guests, rising, and bin 0
	cells  []int64  // of these bins, as a histogram holds them
}

// emptyBins is how many guests a bin must have on average for a histogram to be worth its room: with fewer, most bins are
// empty, or soon will be further down.
const emptyBins = 2

// sparse reports whether a sample is counted by a tally, not in a histogram, on attribute i of those that compete. If it is
// so for a node it is for all below.
func (g *grower) sparse(i int, s sample) bool {
	column := &g.table.columns[g.used[i]]
	return !column.nominal() && s.len() < emptyBins*column.n
}

// of counts a sample by a column.
func (t *tally) of(column *bins, s sample, classes int) {
	if column.small != nil {
		list(t, column.small, column.n, s)
		tallyColumn(t, column.small, s, classes)
		return
	}
	list(t, column.wide, column.n, s)
	tallyColumn(t, column.wide, s, classes)
}

// list notes which of n bins have guests.
func list[T uint8 | uint16](t *tally, column []T, n int, s sample) {
	words := n/64 + 1
	if len(t.seen) < words {
		t.seen, t.before = make([]uint64, words), make([]int32, words)
	}
	seen := t.seen[:words]
	clear(seen)
	seen[0] = 1
	for _, row := range s.rows {
		bin := column[row]
		seen[bin/64] |= 1 << (bin % 64)
	}
	t.bins = t.bins[:0]
	for w, word := range seen {
		t.before[w] = int32(len(t.bins))
		for ; word != 0; word &= word - 1 {
			t.bins = append(t.bins, uint16(64*w+bits.TrailingZeros64(word)))
		}
	}
}

// tallyColumn counts by the bins listed: a bin stands behind as many as there are bits of seen below its own.
func tallyColumn[T uint8 | uint16](t *tally, column []T, s sample, classes int) {
	need := len(t.bins) * classes
	if cap(t.cells) < need {
		t.cells = make([]int64, need)
	}
	t.cells = t.cells[:need]
	clear(t.cells)
	weight := int64(1)
	for i, row := range s.rows {
		bin := column[row]
		place := int(t.before[bin/64]) + bits.OnesCount64(t.seen[bin/64]&(1<<(bin%64)-1))
		if s.weights != nil {
			weight = s.weights[i]
		}
		t.cells[place*classes+int(s.labels[i])] += weight
	}
}
