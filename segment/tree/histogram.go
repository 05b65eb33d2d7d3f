package tree

import "github.com/hotelcrm/hotelcrm/internal/share"

// A histogram holds, for each competing attribute, the weight of each class in each bin: bin 0 first, the classes of a bin
// side by side. Attributes on which a node is sparse have no room in it, or what stands there means nothing.
type histogram []int64

// layout says where the attributes of a histogram begin.
type layout struct {
	offsets []int // one more than there are attributes
	classes int
}

// layoutFor returns a layout with room for the attributes on which the guests of all nodes together are not sparse.
func (g *grower) layoutFor(all sample) layout {
	l := layout{offsets: make([]int, len(g.used)+1), classes: len(g.table.class.Levels)}
	for i, a := range g.used {
		l.offsets[i+1] = l.offsets[i]
		if !g.sparse(i, all) {
			l.offsets[i+1] += (g.table.columns[a].n + 1) * l.classes
		}
	}
	return l
}

func (l layout) cells() int { return l.offsets[len(l.offsets)-1] }

func (l layout) of(h histogram, i int) []int64 { return h[l.offsets[i]:l.offsets[i+1]] }

// parallelCells is from how many values on attributes are counted by several workers.
const parallelCells = 1 << 16

// workers returns how many goroutines look at the guests of a sample.
func (g *grower) workers(s sample) int {
	if s.len()*len(g.used) < parallelCells {
		return 1
	}
	return g.settings.Workers
}

// count fills a histogram from the guests of a sample.
func (g *grower) count(h histogram, s sample) {
	share.Out(len(g.used), g.workers(s), func(_, from, to int) {
		for i := from; i < to; i++ {
			if !g.sparse(i, s) {
				cells := g.layout.of(h, i)
				clear(cells)
				g.addTo(cells, i, s, 1)
			}
		}
	})
}

// addTo adds the guests of a sample to the cells of an attribute, or with sign -1 takes them away.
func (g *grower) addTo(cells []int64, i int, s sample, sign int64) {
	column := &g.table.columns[g.used[i]]
	if column.small != nil {
		addColumn(cells, column.small, s, g.layout.classes, sign)
	} else {
		addColumn(cells, column.wide, s, g.layout.classes, sign)
	}
}

func addColumn[T uint8 | uint16](cells []int64, column []T, s sample, classes int, sign int64) {
	labels := s.labels[:len(s.rows)]
	if s.weights == nil {
		for i, row := range s.rows {
			cells[int(column[row])*classes+int(labels[i])] += sign
		}
		return
	}
	for i, row := range s.rows {
		cells[int(column[row])*classes+int(labels[i])] += sign * s.weights[i]
	}
}

// leave takes the guests of part, counted in own, out of a histogram that is to be that of the guests of rest.
func (g *grower) leave(h, own histogram, part, rest sample) {
	for i := range g.used {
		switch cells := g.layout.of(h, i); {
		case g.sparse(i, rest):
		case g.sparse(i, part):
			g.addTo(cells, i, part, -1)
		default:
			for k, n := range g.layout.of(own, i) {
				cells[k] -= n
			}
		}
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
