package cluster

import "github.com/hotelcrm/hotelcrm/internal/share"

// exchange is a row in place of a medoid, and what that changes the cost by.
type exchange struct {
	row, medoid int
	change      float64
}

// least is the smallest part of the cost that a swap must save: less may come from rounding, and swaps could go round in
// circles.
const least = 1e-12

// swap makes the swap that lowers the cost most, and reports whether there was one.
func (p *partition) swap(workers int) bool {
	bests := make([]exchange, share.Count(p.n, workers))
	share.Out(p.n, workers, func(w, from, to int) {
		changes := make([]float64, len(p.medoids))
		for row := from; row < to; row++ {
			if p.has(row) {
				continue
			}
			if m, change := p.exchange(row, changes); change < bests[w].change {
				bests[w] = exchange{row, m, change}
			}
		}
	})
	best := bests[0]
	for _, e := range bests[1:] {
		if e.change < best.change {
			best = e
		}
	}
	cost := 0.0
	for row, d := range p.first {
		cost += float64(p.weight[row] * d)
	}
	if best.change >= -least*cost {
		return false
	}
	p.medoids[best.medoid] = best.row
	p.assign()
	return true
}

// exchange returns the medoid that the row takes the place of with the best change of cost.
//
// Rows that are nearer to the new medoid than to their own move there whichever medoid goes; the others lose only if it
// is theirs, and then go to the new one or their second.
func (p *partition) exchange(row int, changes []float64) (medoid int, change float64) {
	clear(changes)
	all := 0.0
	for other, d := range p.from(row) {
		w, first, m := p.weight[other], p.first[other], p.nearest[other]
		if d < first {
			all += float64(w * (d - first))
			continue // its medoid may go without further loss
		}
		changes[m] += float64(w * (min(d, p.second[other]) - first))
	}
	for m, c := range changes {
		if c < changes[medoid] {
			medoid = m
		}
	}
	return medoid, all + changes[medoid]
}

// medoidGroups makes the result: centres are the medoids' own values.
func (d *Data) medoidGroups(p *partition, s *Settings, e *solution) *Groups {
	e.distances, e.labels = p.first, make([]int32, p.n)
	for row, m := range p.nearest {
		e.labels[row] = int32(m)
	}
	guests := make(map[int]int, len(p.medoids)) // by the number of the group before it is ordered
	for m, medoid := range p.medoids {
		e.centres = append(e.centres, p.at(medoid))
		guests[m] = int(d.byRow[d.perRow[medoid]])
	}
	e.cost = p.cost(e.distances)
	s.Gamma = 0
	out := d.groups(ByMedoids, s, e)
	for _, guest := range guests {
		label := out.Labels[guest]
		out.Groups[label-1].Medoid = &guest
	}
	return out
}
