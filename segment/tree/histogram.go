package tree

import "github.com/hotelcrm/hotelcrm/internal/share"

// A histogram holds, for each competing attribute, the weight of each class in each bin: bin 0 first, the classes of a bin
// side by side.
type histogram []int64

// layout says where the attributes of a histogram begin.
type layout struct {
	offsets []int // one more than there are attributes
	classes int
}

func newLayout(columns []bins, used []int, classes int) layout {
	l := layout{offsets: make([]int, len(used)+1), classes: classes}
	for i, a := range used {
		l.offsets[i+1] = l.offsets[i] + (columns[a].n+1)*classes
	}
	return l
}

func (l layout) cells() int { return l.offsets[len(l.offsets)-1] }

func (l layout) of(h histogram, i int) []int64 { return h[l.offsets[i]:l.offsets[i+1]] }

// parallelCells is from how many values on attributes are counted by several workers.
const parallelCells = 1 << 16

// count fills a histogram from the guests of a sample.
func (g *grower) count(h histogram, s sample) {
	workers := g.settings.Workers
	if s.len()*len(g.used) < parallelCells {
		workers = 1
	}
	share.Out(len(g.used), workers, func(_, from, to int) {
		for i := from; i < to; i++ {
			cells := g.layout.of(h, i)
			clear(cells)
			column := &g.table.columns[g.used[i]]
			if column.small != nil {
				countColumn(cells, column.small, s, g.layout.classes)
			} else {
				countColumn(cells, column.wide, s, g.layout.classes)
			}
		}
	})
}

func countColumn[T uint8 | uint16](cells []int64, column []T, s sample, classes int) {
	labels := s.labels[:len(s.rows)]
	if s.weights == nil {
		for i, row := range s.rows {
			cells[int(column[row])*classes+int(labels[i])]++
		}
		return
	}
	for i, row := range s.rows {
		cells[int(column[row])*classes+int(labels[i])] += s.weights[i]
	}
}

// subtract takes the counts of part from those of h.
func (h histogram) subtract(part histogram) {
	for i, c := range part {
		h[i] -= c
	}
}

// take returns a histogram of unknown content from the pool, give puts one back.
func (g *grower) take() histogram {
	if last := len(g.pool) - 1; last >= 0 {
		h := g.pool[last]
		g.pool = g.pool[:last]
		return h
	}
	return make(histogram, g.layout.cells())
}

func (g *grower) give(h histogram) { g.pool = append(g.pool, h) }
