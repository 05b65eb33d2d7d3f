package btyd

import (
	"math"
	"sync"
)

// blockRows is the size of the blocks that are summed apart and then in order, whatever the number of workers.
const blockRows = 1024

// evaluate returns the log-likelihood and its derivatives in u, with the full Hessian.
func (s *search) evaluate(u []float64) *point {
	out := s.pass(u)
	if !s.differences || !out.finite() {
		return out
	}
	var columns [maxParams][maxParams]float64
	for j := range u {
		up, down := s.moved(u, j, nudge), s.moved(u, j, -nudge)
		for i := range s.k {
			columns[i][j] = (up.gradient[i] - down.gradient[i]) / (2 * nudge)
		}
	}
	for i := range s.k {
		for j := range s.k {
			out.hessian[i][j] = (columns[i][j] + columns[j][i]) / 2
		}
	}
	return out
}

func (s *search) moved(u []float64, j int, by float64) *point {
	shifted := append([]float64(nil), u...)
	shifted[j] += by
	return s.pass(shifted)
}

// pass goes over the data once.
func (s *search) pass(u []float64) *point {
	s.evaluations++
	theta := s.theta(u)
	s.likelihood.set(theta)
	total := s.total()
	out := &point{u: append([]float64(nil), u...), value: total.value, gradient: make([]float64, s.k)}
	for i := range s.k {
		slope := theta[i] - s.shift(i) // of shift + e^u, and its curvature
		out.gradient[i] = float64(total.gradient[i] * slope)
		for j := range i + 1 {
			h := float64(float64(total.hessian[i][j]*slope) * (theta[j] - s.shift(j)))
			if i == j {
				h += out.gradient[i]
			}
			out.hessian[i][j], out.hessian[j][i] = h, h
		}
	}
	return out
}

// total sums all rows.
func (s *search) total() sums {
	rows := s.likelihood.rows()
	blocks := (rows + blockRows - 1) / blockRows
	if len(s.blocks) < blocks {
		s.blocks = make([]sums, blocks)
	}
	clear(s.blocks)
	workers := min(max(s.workers, 1), blocks)
	if workers <= 1 {
		s.sumBlocks(0, 1, rows)
	} else {
		var wait sync.WaitGroup
		for w := range workers {
			wait.Go(func() { s.sumBlocks(w, workers, rows) })
		}
		wait.Wait()
	}
	var out sums
	for b := range blocks {
		out.add(&s.blocks[b])
	}
	return out
}

// sumBlocks sums every step-th block from first on.
func (s *search) sumBlocks(first, step, rows int) {
	for b := first; b*blockRows < rows; b += step {
		s.likelihood.add(b*blockRows, min((b+1)*blockRows, rows), &s.blocks[b])
	}
}

// point is a place of the search with the log-likelihood there, in scaled time.
type point struct {
	u        []float64
	value    float64
	gradient []float64
	hessian  [maxParams][maxParams]float64 // symmetric

	// Set once the climb has ended here.
	converged   bool
	eigenvalues []float64   // of the information, rising; nil if not computed
	vectors     [][]float64 // vectors[i] belongs to eigenvalues[i]
}

func (p *point) finite() bool {
	sum := p.value
	for i, g := range p.gradient {
		sum += g
		for j := range p.gradient {
			sum += p.hessian[i][j]
		}
	}
	return !math.IsNaN(sum) && !math.IsInf(sum, 0)
}

// proved reports whether the point is a maximum inside the range, well determined.
func (p *point) proved() bool {
	if !p.converged || len(p.eigenvalues) == 0 || !(p.eigenvalues[0] > weak) {
		return false
	}
	for _, u := range p.u {
		if math.Abs(u) > far {
			return false
		}
	}
	return true
}
