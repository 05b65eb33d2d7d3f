package cluster

import (
	"slices"

	"github.com/hotelcrm/hotelcrm/internal/share"
)

// solution is one end of a search.
type solution struct {
	centres   []centre
	labels    []int32   // of the rows, counted from 0
	distances []float64 // of the rows from their centres
	cost      float64
	rounds    int
	converged bool
}

// lloyd is a search under way.
type lloyd struct {
	*view
	solution
	gamma   float64
	workers int
	sizes   []int  // rows of each group
	stale   []bool // blocks in which a row changed its group since the centres moved
	bounds  bounds
	sums    []float64 // of each block, the weighted sums of the numbers of each group
	weights []float64 // what has gone into each of them
}

// blockRows is how many rows are added up at a time. Sums of blocks are added in the order of the rows, so that the
// number of workers changes no bit.
const blockRows = 4096

// blocks returns how many blocks the rows make.
func (v *view) blocks() int { return (v.n + blockRows - 1) / blockRows }

// block returns the first row of a block and the first one behind it.
func (v *view) block(b int) (from, to int) { return b * blockRows, min((b+1)*blockRows, v.n) }

// search moves the centres until no row changes its group.
//
// Each round costs O(rows), and O(groups · attributes) for each row whose nearest centre may have changed and for each
// row of a block in which one has.
func (v *view) search(centres []centre, s *Settings) *solution {
	l := v.begin(centres, s)
	for l.rounds < s.Iterations {
		l.rounds++
		l.assign()
		l.refill()
		if !slices.Contains(l.stale, true) {
			l.converged = true
			break
		}
		l.move()
	}
	if !l.converged {
		l.assign()
		l.refill()
	}
	l.distances = l.distancesOf()
	l.solution.cost = v.cost(l.distances)
	return &l.solution
}

// begin puts all rows into the first group, as not yet looked at.
func (v *view) begin(centres []centre, s *Settings) *lloyd {
	width := len(centres) * v.numbers
	l := &lloyd{
		view: v, solution: solution{centres: centres, labels: make([]int32, v.n)}, gamma: s.Gamma, workers: s.Workers,
		sizes: make([]int, len(centres)), stale: slices.Repeat([]bool{true}, v.blocks()), bounds: v.newBounds(len(centres)),
		sums: make([]float64, v.blocks()*width), weights: make([]float64, v.blocks()*width),
	}
	l.sizes[0] = v.n
	return l
}

// refill gives each empty group the row that lies farthest from its centre, the first of equally far ones, out of a
// group that keeps others.
func (l *lloyd) refill() {
	if !slices.Contains(l.sizes, 0) {
		return
	}
	distances := l.distancesOf()
	for group, n := range l.sizes {
		if n > 0 {
			continue
		}
		farthest := -1
		for row, d := range distances {
			if l.sizes[l.labels[row]] > 1 && (farthest < 0 || d > distances[farthest]) {
				farthest = row
			}
		}
		l.sizes[l.labels[farthest]]--
		l.sizes[group]++
		l.labels[farthest] = int32(group)
		l.centres[group] = l.at(farthest)
		l.stale[farthest/blockRows] = true
		l.bounds.forget(farthest)
	}
}

// distancesOf returns the distances of the rows from the centres of their groups.
func (l *lloyd) distancesOf() []float64 {
	out := make([]float64, l.n)
	share.Out(l.n, l.workers, func(_, from, to int) {
		for row := from; row < to; row++ {
			out[row] = l.distance(row, &l.centres[l.labels[row]], l.gamma)
		}
	})
	return out
}

// cost adds up the distances of all guests.
func (v *view) cost(distances []float64) float64 {
	sum := 0.0
	for b := range v.blocks() {
		part := 0.0
		from, to := v.block(b)
		for row := from; row < to; row++ {
			part += float64(v.weight[row] * distances[row])
		}
		sum += part
	}
	return sum
}
