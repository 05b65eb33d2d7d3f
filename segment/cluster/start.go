package cluster

import (
	"math"
	"math/rand/v2"

	"github.com/hotelcrm/hotelcrm/internal/share"
)

// best searches from several starts and returns the end of least cost, the first of equal ones.
func (v *view) best(s *Settings) *solution {
	var best *solution
	for start := range s.Starts {
		e := v.search(v.spread(rand.NewPCG(s.Seed, uint64(start)), s), s)
		if best == nil || e.cost < best.cost {
			best = e
		}
	}
	return best
}

// solve searches on all rows, on large data from the best start of a sample.
func (v *view) solve(s *Settings) *solution {
	if v.n <= s.Sample {
		return v.best(s)
	}
	part := v.sample(s.Sample, s.Seed)
	return v.search(part.best(s).centres, s)
}

// unit returns a number in [0, 1) from 53 random bits.
func unit(random *rand.PCG) float64 { return float64(random.Uint64()>>11) / (1 << 53) }

// spread returns rows far apart to begin at: the first by chance, each guest alike, and each further one with a chance
// that grows with the distance from those that are there (k-means++).
func (v *view) spread(random *rand.PCG, s *Settings) []centre {
	chances := make([]float64, v.n)
	copy(chances, v.weight)
	distances := make([]float64, v.n)
	for row := range distances {
		distances[row] = math.Inf(1)
	}
	centres := make([]centre, 0, s.K)
	chosen := map[int]bool{}
	for len(centres) < s.K {
		row := draw(chances, chosen, unit(random))
		chosen[row] = true
		centres = append(centres, v.at(row))
		share.Out(v.n, s.Workers, func(_, from, to int) {
			for row := from; row < to; row++ {
				distances[row] = min(distances[row], v.distance(row, &centres[len(centres)-1], s.Gamma))
				chances[row] = float64(v.weight[row] * distances[row])
			}
		})
	}
	return centres
}

// draw returns the row at a point of [0, 1) of the sum of chances, or the first row not chosen yet if no chance is left.
func draw(chances []float64, chosen map[int]bool, point float64) int {
	sum := 0.0
	for _, c := range chances {
		sum += c
	}
	goal, running, last := point*sum, 0.0, -1
	for row, c := range chances {
		if c > 0 && !chosen[row] {
			running, last = running+c, row
			if running > goal {
				return row
			}
		}
	}
	for row := 0; last < 0; row++ {
		if !chosen[row] {
			last = row
		}
	}
	return last
}

// sample returns n rows by chance, each alike, in the order that they had, with their weights.
func (v *view) sample(n int, seed uint64) view {
	out := v.pick(some(v.n, n, seed))
	return out
}

// sampleStream keeps the numbers that choose a sample apart from those that choose starts.
const sampleStream = 1 << 40

// some returns n of the numbers below of, by chance, each set alike, rising.
func some(of, n int, seed uint64) []int {
	random := rand.NewPCG(seed, sampleStream)
	out := make([]int, 0, n)
	for i := 0; len(out) < n; i++ {
		if unit(random)*float64(of-i) < float64(n-len(out)) {
			out = append(out, i)
		}
	}
	return out
}
