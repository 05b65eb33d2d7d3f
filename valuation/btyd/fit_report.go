package btyd

import (
	"fmt"
	"math"
)

const (
	far  = 12   // a log parameter in scaled time beyond this is at a boundary
	weak = 1e-4 // an eigenvalue of the information below this says nothing: a standard error of 100 on the log scale
	// vague is the standard error of a log parameter from which it is poorly identified: 95 % within a factor of 7.
	vague = 1
)

// report says how the search ended at a point.
func (s *search) report(p *point, theta []float64) Report {
	out := Report{
		Model: s.model, Unit: s.unit, LogLikelihood: p.value + s.offset,
		Eigenvalues: p.eigenvalues, Evaluations: s.evaluations, Guests: s.guests, Cells: s.likelihood.rows(),
	}
	if p.gradient != nil {
		out.GradientNorm = norm(p.gradient)
	}
	if len(p.eigenvalues) == s.k && p.eigenvalues[0] > weak {
		out.Covariance = p.covariance()
	}
	for i, value := range s.unscaled(theta) {
		e := Estimate{Param: Param{Name: s.names[i], Value: value}}
		if out.Covariance != nil {
			e.StdErr = (value - s.shift(i)) * math.Sqrt(out.Covariance[i][i]) // a parameter with a shift has no time
		}
		out.Params = append(out.Params, e)
	}
	out.criteria()
	s.warn(&out, p, theta)
	return out
}

// covariance returns the inverse of the information.
func (p *point) covariance() [][]float64 {
	out := make([][]float64, len(p.u))
	for i := range out {
		out[i] = make([]float64, len(p.u))
		for j := range out {
			for e, v := range p.vectors {
				out[i][j] += float64(v[i]*v[j]) / p.eigenvalues[e]
			}
		}
	}
	return out
}

func (s *search) warn(r *Report, p *point, theta []float64) {
	if !p.converged || !p.finite() {
		r.warn(WarnNotConverged, "the search ended before a maximum was proved")
	}
	if s.judge != nil {
		r.Warnings = append(r.Warnings, s.judge(theta)...)
	}
	for i, u := range p.u {
		if math.Abs(u) > far && !r.Warned(WarnBoundary) {
			r.warn(WarnBoundary, fmt.Sprintf("the likelihood still rises where %s is %.3g", s.names[i], r.Params[i].Value))
		}
	}
	for i := range r.Params {
		switch {
		case r.Covariance == nil:
			r.warn(WarnPoorlyIdentified, "the information is not positive definite: no standard errors")
			return
		case math.Sqrt(r.Covariance[i][i]) > vague:
			r.warn(WarnPoorlyIdentified, fmt.Sprintf("%s is known to a factor of %.3g only", s.names[i], math.Exp(min(1.96*math.Sqrt(r.Covariance[i][i]), 100))))
		}
	}
}
