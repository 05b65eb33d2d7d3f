package cluster

import (
	"fmt"
	"math"
	"slices"

	"github.com/hotelcrm/hotelcrm/internal/refuse"
	"github.com/hotelcrm/hotelcrm/internal/share"
)

// MaxMedoidRows is the largest number of different rows that [PAM] takes: it keeps the distances of all pairs.
const MaxMedoidRows = 5000

// MedoidSettings say how [PAM] groups guests.
type MedoidSettings struct {
	K          int    `json:"k"`                    // groups: 1 to 1000, and not more than there are different rows
	Metric     Metric `json:"metric,omitempty"`     // unset: Euclidean for numbers only, else Gower
	Iterations int    `json:"iterations,omitempty"` // the most swaps; 1 to 10000; 0: 300
	Workers    int    `json:"-"`                    // goroutines; 0: 1; never changes the result
}

// PAM groups guests around medoids: real guests, chosen so that the distances of all others from the nearest one add up to
// as little as can be reached by swapping one medoid at a time. There is no chance in it. Medoids do not mind guests far
// out as means do.
//
// Input: at most [MaxMedoidRows] different rows: a sample of a large table.
// Result: the cost is the sum of distances; over the number of guests it is the mean distance that R's pam calls the
// objective. Of equally good medoids or swaps the first in the order of the rows' values wins.
// Errors: a [*hotelcrm.ParamError] for settings out of range, or too many rows.
// Cost: O(rows²) a swap, and 8·rows² bytes.
// Source: Kaufman and Rousseeuw (1990), chapter 2; all swaps of a round in one pass as in E. Schubert and P. J. Rousseeuw
// (2019), Faster k-medoids clustering, SISAP (FastPAM1).
func PAM(d *Data, m MedoidSettings) (*Groups, error) {
	s, err := Settings{K: m.K, Iterations: m.Iterations, Workers: m.Workers}.resolved(d, "MedoidSettings")
	if err != nil {
		return nil, err
	}
	if d.rows.n > MaxMedoidRows {
		return nil, refuse.Param("data", fmt.Sprintf("%d different rows", d.rows.n), fmt.Sprintf("at most %d", MaxMedoidRows))
	}
	r, err := d.ruler("MedoidSettings.Metric", m.Metric)
	if err != nil {
		return nil, err
	}
	p := newPartition(r, s.Workers)
	p.build(s.K)
	e := &solution{}
	for e.rounds < s.Iterations && !e.converged {
		e.rounds++
		e.converged = !p.swap(s.Workers)
	}
	return d.medoidGroups(p, &s, e), nil
}

// partition is the medoids so far, and the nearest two of each row.
type partition struct {
	*ruler
	pairs   []float64 // distances of all pairs
	medoids []int
	nearest []int     // the number of the nearest medoid of each row
	first   []float64 // the distance from it
	second  []float64 // the distance from the next one; infinite if there is none
}

func newPartition(r *ruler, workers int) *partition {
	p := &partition{ruler: r, pairs: make([]float64, r.n*r.n), nearest: make([]int, r.n), first: make([]float64, r.n), second: make([]float64, r.n)}
	share.Out(r.n, workers, func(_, from, to int) {
		for a := from; a < to; a++ {
			for b := range r.n {
				p.pairs[a*r.n+b] = r.between(a, b)
			}
		}
	})
	for row := range p.first {
		p.first[row], p.second[row] = math.Inf(1), math.Inf(1)
	}
	return p
}

func (p *partition) from(row int) []float64 { return p.pairs[row*p.n : (row+1)*p.n] }

// build takes the row that lowers the cost most as the next medoid, until there are k.
func (p *partition) build(k int) {
	for len(p.medoids) < k {
		best, least := -1, math.Inf(1)
		for row := range p.n {
			if p.has(row) {
				continue
			}
			cost := 0.0
			for other, d := range p.from(row) {
				cost += float64(p.weight[other] * min(d, p.first[other]))
			}
			if cost < least {
				best, least = row, cost
			}
		}
		p.medoids = append(p.medoids, best)
		p.assign()
	}
}

func (p *partition) has(row int) bool { return slices.Contains(p.medoids, row) }

// assign finds the nearest two medoids of each row. A medoid is in its own group, also where another is at no distance.
func (p *partition) assign() {
	for row := range p.n {
		p.first[row], p.second[row] = math.Inf(1), math.Inf(1)
		for m, medoid := range p.medoids {
			d := p.from(medoid)[row]
			if d < p.first[row] || medoid == row {
				p.second[row], p.first[row], p.nearest[row] = p.first[row], d, m
			} else if d < p.second[row] {
				p.second[row] = d
			}
		}
	}
}
