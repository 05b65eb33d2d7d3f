package btyd

import (
	"math"

	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/valuation"
)

// maxParams is the most parameters that a model has.
const maxParams = 5

// sums are a log-likelihood with its derivatives in the parameters, added up over rows.
type sums struct {
	value    float64
	gradient [maxParams]float64
	hessian  [maxParams][maxParams]float64 // [i][j] with j ≤ i
}

func (s *sums) add(o *sums) {
	s.value += o.value
	for i := range s.gradient {
		s.gradient[i] += o.gradient[i]
		for j := range i + 1 {
			s.hessian[i][j] += o.hessian[i][j]
		}
	}
}

// likelihood is the log-likelihood of data in rows, as its model sees it.
type likelihood interface {
	// rows returns the number of rows.
	rows() int
	// set prepares for parameters, in the order and the scaled time of the problem.
	set(theta []float64)
	// add adds rows [from, to) to s: value, gradient and, unless the problem asks for differences, the Hessian, all in
	// theta itself and weighted by the guests of the row. It only reads, so that workers may share it.
	add(from, to int, s *sums)
}

// problem is what maximise solves. Parameters are searched for as shift + e^u.
type problem struct {
	model       string
	unit        valuation.Period // unset if the model has no time
	names       []string
	shifts      []float64 // nil: all 0
	starts      [][]float64
	likelihood  likelihood
	differences bool // take the Hessian as differences of the gradient

	// The likelihood sees times divided by scale, the mean of T. A parameter in time^power is multiplied by
	// scale^power afterwards, and offset is added to the log-likelihood. No time: scale is 0 and powers is nil.
	scale  float64
	powers []float64
	offset float64

	guests  int64
	workers int // 0 or 1: no goroutines

	// judge returns what to warn about at parameters in scaled time, such as a boundary and the model it leads to.
	judge func(theta []float64) []hotelcrm.Warning
}

// bound is the range of u: e^±20 times the scale is past any guest.
const bound = 20

// maximise returns the parameters, in the caller's time, at the maximum of the log-likelihood, and the report.
//
// It never fails: what cannot be proved to be a maximum has a warning.
func maximise(p *problem) ([]float64, Report) {
	s := &search{problem: p, k: len(p.names)}
	var best *point
	for _, start := range p.starts {
		found := s.climb(s.logs(start))
		if found != nil && (best == nil || found.value > best.value) {
			best = found
		}
		if best != nil && best.proved() {
			break // other starts are for trouble
		}
	}
	if best == nil { // no start has a finite likelihood
		best = &point{u: s.logs(p.starts[0])}
	}
	theta := s.theta(best.u)
	report := s.report(best, theta)
	return p.unscaled(theta), report
}

// logs returns u of parameters.
func (s *search) logs(theta []float64) []float64 {
	u := make([]float64, s.k)
	for i := range u {
		u[i] = min(max(math.Log(theta[i]-s.shift(i)), -bound), bound)
	}
	return u
}

// theta returns the parameters of u, in scaled time.
func (s *search) theta(u []float64) []float64 {
	theta := make([]float64, s.k)
	for i := range theta {
		theta[i] = s.shift(i) + math.Exp(u[i])
	}
	return theta
}

func (p *problem) shift(i int) float64 {
	if p.shifts == nil {
		return 0
	}
	return p.shifts[i]
}

// unscaled returns parameters in the caller's time.
func (p *problem) unscaled(theta []float64) []float64 {
	out := make([]float64, len(theta))
	for i := range out {
		out[i] = theta[i]
		if p.powers != nil {
			out[i] *= math.Pow(p.scale, p.powers[i])
		}
	}
	return out
}
