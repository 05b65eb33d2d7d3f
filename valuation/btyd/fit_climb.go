package btyd

import (
	"math"

	"gonum.org/v1/gonum/mat"
)

// search is a trust-region Newton search with exact steps: the information is taken apart into its eigenvectors.
//
// Source: J. Nocedal and S. Wright, Numerical Optimization, 2nd ed. (2006), algorithm 4.1 and section 4.3.
type search struct {
	*problem
	k           int
	evaluations int
	blocks      []sums
}

const (
	maxSteps  = 200
	maxRadius = 4     // in log parameters
	gainLeft  = 1e-10 // the search ends when a step promises less
	// boundaryLeft is that at a boundary, where each step promises a third of the one before, and edgeLeft that near an
	// edge that has a start of its own.
	boundaryLeft = 1e-8
	edgeLeft     = 1e-3
)

// climb returns the point reached from u, nil if the likelihood is not finite there.
func (s *search) climb(u []float64) *point {
	here := s.evaluate(u)
	if !here.finite() {
		return nil
	}
	radius := 1.0
	for range maxSteps {
		free := s.free(here)
		s.decompose(here, free)
		step, gain := here.step(radius)
		if gain <= gainLeft || gain <= edgeLeft && s.atEdge(here) || gain <= boundaryLeft && s.atBoundary(here) {
			here = s.last(here, step)
			here.converged = true
			break
		}
		there := s.evaluate(clamped(here.u, step))
		radius = trust(radius, norm(step), there.value-here.value, gain, here.value, there.finite())
		if there.finite() && there.value > here.value-noise(here.value) {
			here = there
		}
		if radius < 1e-12 {
			break
		}
	}
	s.decompose(here, s.free(here))
	return here
}

// last returns the point after one more step, which squares what is left of the error, if the gradient agrees.
func (s *search) last(here *point, step []float64) *point {
	there := s.evaluate(clamped(here.u, step))
	if there.finite() && norm(there.gradient) < norm(here.gradient) && there.value > here.value-noise(here.value) {
		return there
	}
	return here
}

// noise is how far rounding may move a log-likelihood.
func noise(value float64) float64 { return 1e-13 * (1 + math.Abs(value)) }

// trust returns the next radius after a step that promised a gain.
func trust(radius, length, gained, promised, value float64, finite bool) float64 {
	switch ratio := (gained + noise(value)) / (promised + noise(value)); {
	case !finite || math.IsNaN(ratio) || ratio < 0.1:
		return min(radius, length) / 4
	case ratio > 0.7 && length > 0.9*radius:
		return min(2*radius, maxRadius)
	}
	return radius
}

func clamped(u, step []float64) []float64 {
	out := make([]float64, len(u))
	for i := range u {
		out[i] = min(max(u[i]+step[i], -bound), bound)
	}
	return out
}

func norm(v []float64) float64 {
	var sum float64
	for _, x := range v {
		sum += float64(x * x)
	}
	return math.Sqrt(sum)
}

// free says which parameters may move: not those at a bound that the gradient pushes against.
func (s *search) free(p *point) []bool {
	out := make([]bool, s.k)
	for i := range out {
		out[i] = !(p.u[i] >= bound && p.gradient[i] > 0 || p.u[i] <= -bound && p.gradient[i] < 0)
	}
	return out
}

// decompose sets the eigenvalues and vectors of the information among the free parameters.
func (s *search) decompose(p *point, free []bool) {
	var index []int
	for i, ok := range free {
		if ok {
			index = append(index, i)
		}
	}
	p.eigenvalues, p.vectors = nil, nil
	if len(index) == 0 {
		return
	}
	information := mat.NewSymDense(len(index), nil)
	for a, i := range index {
		for b, j := range index[:a+1] {
			information.SetSym(a, b, -p.hessian[i][j])
		}
	}
	var eigen mat.EigenSym
	if !eigen.Factorize(information, true) {
		return
	}
	p.eigenvalues = eigen.Values(nil)
	var vectors mat.Dense
	eigen.VectorsTo(&vectors)
	for e := range p.eigenvalues {
		v := make([]float64, s.k)
		for a, i := range index {
			v[i] = vectors.At(a, e)
		}
		p.vectors = append(p.vectors, v)
	}
}

// step returns the best step within the radius by the quadratic model, and the gain that it promises.
func (p *point) step(radius float64) (step []float64, gain float64) {
	slopes := make([]float64, len(p.eigenvalues)) // the gradient along each eigenvector
	for e, v := range p.vectors {
		for i, g := range p.gradient {
			slopes[e] += float64(v[i] * g)
		}
	}
	damping := p.damping(slopes, radius)
	step = make([]float64, len(p.u))
	for e, v := range p.vectors {
		along := slopes[e] / (p.eigenvalues[e] + damping)
		if math.IsNaN(along) || math.IsInf(along, 0) {
			along = 0
		}
		gain += float64(along*slopes[e]) - float64(p.eigenvalues[e]*along)*along/2
		for i := range step {
			step[i] += float64(along * v[i])
		}
	}
	return step, gain
}

// damping returns μ ≥ 0 with information + μ positive definite and the step no longer than the radius.
func (p *point) damping(slopes []float64, radius float64) float64 {
	length := func(mu float64) float64 {
		var sum float64
		for e, g := range slopes {
			along := g / (p.eigenvalues[e] + mu)
			sum += float64(along * along)
		}
		return math.Sqrt(sum)
	}
	low := 0.0
	if len(p.eigenvalues) > 0 && p.eigenvalues[0] <= 0 {
		largest := max(-p.eigenvalues[0], p.eigenvalues[len(p.eigenvalues)-1])
		low = -p.eigenvalues[0] + 1e-10*largest + math.SmallestNonzeroFloat64
	}
	if length(low) <= radius {
		return low
	}
	high := low + norm(slopes)/radius
	for range 60 {
		middle := (low + high) / 2
		if length(middle) > radius {
			low = middle
		} else {
			high = middle
		}
	}
	return high
}
