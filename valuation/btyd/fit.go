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
	rough       likelihood // less exact and faster, to start from its maximum; nil: none
	differences bool       // take the Hessian as differences of the gradient

	// The likelihood sees times divided by scale, the mean of T. A parameter in time^power is multiplied by
	// scale^power afterwards, and offset is added to the log-likelihood. No time: scale is 0 and powers is nil.
	scale  float64
	powers []float64
	offset float64

	guests  int64
	workers int // 0 or 1: no goroutines

	// judge returns what to warn about at parameters in scaled time, such as a boundary and the model it leads to.
	judge func(theta []float64) []hotelcrm.Warning

	// edge reports whether parameters are so near an edge of the model that the last steps to it are not worth climbing,
	// because edgeStart is there. It is a start that is tried unless the other climbs found more than edgeValue, the
	// log-likelihood of the nested model. Nil for a model without such an edge.
	edge      func(theta []float64) bool
	edgeStart []float64
	edgeValue float64
}

// bound is the range of u: e^±20 times the scale is past any guest.
const bound = 20

// maximise returns the parameters, in the caller's time, at the maximum of the log-likelihood, and the report.
//
// What cannot be proved to be a maximum has a warning.
//
// Errors: a [*FitError] if the likelihood is not finite at any start.
func maximise(p *problem) ([]float64, Report, error) {
	s := &search{problem: p, k: len(p.names)}
	best := s.best(p.startsOnAll())
	if best == nil {
		return nil, Report{}, &FitError{p.model, WarnNoStart, "the likelihood is not finite at any of the starts"}
	}
	theta := s.theta(best.u)
	report := s.report(best, theta)
	return p.unscaled(theta), report, nil
}

// startsOnAll returns the starts, after climbs of the faster likelihood. Its maximum is enough where the model has an edge,
// which is tried besides.
func (p *problem) startsOnAll() [][]float64 {
	if p.rough == nil {
		return p.starts
	}
	of := *p
	of.likelihood, of.edgeStart = p.rough, nil
	s := &search{problem: &of, k: len(p.names)}
	best := s.best(p.starts)
	switch {
	case best == nil:
		return p.starts
	case p.edgeStart != nil: // the only other place
		return [][]float64{s.theta(best.u)}
	}
	return append([][]float64{s.theta(best.u)}, p.starts...)
}

// best returns the highest point that the climbs from the starts reach, nil if the likelihood is not finite at any. Later
// starts are for trouble.
func (s *search) best(starts [][]float64) *point {
	var best *point
	for _, start := range starts {
		found := s.climb(s.logs(start))
		if found != nil && found.proved() && !s.atEdge(found) {
			return higher(best, found)
		}
		agreed := found != nil && best != nil && math.Abs(found.value-best.value) < agreement
		if best = higher(best, found); agreed {
			break // two climbs to one place beyond all bounds
		}
	}
	if s.edgeStart != nil && (best == nil || best.value+s.offset < s.edgeValue+edgeGain) {
		best = higher(best, s.climb(s.logs(s.edgeStart)))
	}
	return best
}

// agreement is how near two climbs that prove nothing must end to each other.
const agreement = 1e-5

// atEdge reports whether a point runs into the edge of the model.
func (s *search) atEdge(p *point) bool { return s.edge != nil && s.edge(s.theta(p.u)) }

func (s *search) atBoundary(p *point) bool { return s.judge != nil && len(s.judge(s.theta(p.u))) > 0 }

// higher returns the point of the higher likelihood; either may be nil.
func higher(a, b *point) *point {
	if a == nil || b != nil && b.value > a.value {
		return b
	}
	return a
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
