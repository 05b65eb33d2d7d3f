package cluster

import (
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

// blockRows is how many rows are added up at a time. Sums of blocks are added in the order of the rows, so that the
// number of workers changes no bit.
const blockRows = 4096

// search moves the centres until no row changes its group.
//
// Each round costs O(rows · groups · attributes).
func (v *view) search(centres []centre, s *Settings) *solution {
	e := &solution{centres: centres, labels: make([]int32, v.n), distances: make([]float64, v.n)}
	for row := range e.labels {
		e.labels[row] = -1
	}
	for e.rounds < s.Iterations {
		e.rounds++
		changed := v.assign(e, s)
		if v.refill(e) {
			changed = true
		}
		if !changed {
			e.converged = true
			break
		}
		v.move(e, s.Workers)
	}
	if !e.converged {
		v.assign(e, s)
		v.refill(e)
	}
	e.cost = v.cost(e.distances)
	return e
}

// assign puts each row into the group of the nearest centre and reports whether that changed any.
func (v *view) assign(e *solution, s *Settings) bool {
	changes := make([]bool, share.Count(v.n, s.Workers))
	share.Out(v.n, s.Workers, func(w, from, to int) {
		changed := false
		for row := from; row < to; row++ {
			group, distance := v.nearest(row, e.centres, s.Gamma)
			changed = changed || int32(group) != e.labels[row]
			e.labels[row], e.distances[row] = int32(group), distance
		}
		changes[w] = changed
	})
	for _, changed := range changes {
		if changed {
			return true
		}
	}
	return false
}

// refill gives each empty group the row that lies farthest from its centre, the first of equally far ones, out of a
// group that keeps others. It reports whether there was an empty group.
func (v *view) refill(e *solution) bool {
	rows := make([]int, len(e.centres))
	for _, group := range e.labels {
		rows[group]++
	}
	refilled := false
	for group, n := range rows {
		if n > 0 {
			continue
		}
		farthest := -1
		for row, d := range e.distances {
			if rows[e.labels[row]] > 1 && (farthest < 0 || d > e.distances[farthest]) {
				farthest = row
			}
		}
		rows[e.labels[farthest]]--
		rows[group]++
		e.labels[farthest], e.distances[farthest] = int32(group), 0
		e.centres[group] = v.at(farthest)
		refilled = true
	}
	return refilled
}

// cost adds up the distances of all guests.
func (v *view) cost(distances []float64) float64 {
	sum := 0.0
	for from := 0; from < v.n; from += blockRows {
		part := 0.0
		for row := from; row < min(from+blockRows, v.n); row++ {
			part += float64(v.weight[row] * distances[row])
		}
		sum += part
	}
	return sum
}
