package btyd

import "math"

// FitParetoNBD returns the Pareto/NBD model of maximum likelihood.
//
// Input: workers is how many goroutines may work, 0 for one; the result does not depend on it.
// Result: the report says whether the maximum is proved and where to be careful.
// Errors: a [*hotelcrm.ParamError] for no cells; a [*FitError] where no guest came back or no start has a finite
// likelihood.
// Cost: about 15 passes over the cells, each about 1 µs per cell.
func FitParetoNBD(cells *Cells, workers int) (Fit[ParetoNBD], error) {
	c, p, err := scaled("Pareto/NBD", cells, workers)
	if err != nil {
		return Fit[ParetoNBD]{}, err
	}
	p.names, p.powers = []string{"r", "alpha", "s", "beta"}, []float64{0, 1, 0, 1}
	r, alpha := c.startRate()
	p.starts = [][]float64{{1, 1, 1, 1}, {r, alpha, 0.5, 0.5}, {r, alpha, 0.1, 10}}
	p.on(c, func(c *columns) likelihood { return &paretoLikelihood{columns: c, shape: newRisings(cells.maxX())} })
	p.judge = p.judgeDeath
	v, report, err := maximise(p)
	if err != nil {
		return Fit[ParetoNBD]{}, err
	}
	return Fit[ParetoNBD]{ParetoNBD{v[0], v[1], v[2], v[3], cells.unit}, report}, nil
}

// paretoLikelihood differentiates under the integral: a row is a mean over being alive at T and over the times of
// leaving, each with its log density.
type paretoLikelihood struct {
	*columns
	lifetimes
	shape    risings
	logAlpha float64
}

func (l *paretoLikelihood) set(theta []float64) {
	l.lifetimes = newLifetimes(theta[0], theta[1], theta[2], theta[3])
	l.logAlpha = math.Log(l.alpha)
	l.shape.set(l.r)
}

func (l *paretoLikelihood) add(from, to int, s *sums) {
	for i := from; i < to; i++ {
		n, h := l.guests[i], History{l.x[i], l.tx[i], l.t[i]}
		var m moments
		top := l.gather(h, &m)
		m.addTo(s, n)
		s.value += n * (l.shape.log[h.X] + l.logAlive(h) + top + math.Log(m.weight) - float64(float64(h.X)*l.logAlpha))
		s.gradient[0] += n * l.shape.first[h.X]
		s.hessian[0][0] += n * l.shape.second[h.X]
	}
}

// gather adds up the moments of a row, with weights relative to the density at tx. It returns the logarithm of that
// density, relative to a guest who is alive.
func (l *paretoLikelihood) gather(h History, m *moments) (top float64) {
	x := float64(h.X)
	q := newPanels(&l.lifetimes, h)
	m.add(math.Exp(-q.top), l.slopes(h.T, x, false))
	scale := l.s / (l.beta + h.T)
	var sum float64
	for q.next() {
		for i, node := range q.nodes {
			u, du := q.at(node)
			weight := q.weights[i] * du * math.Exp(l.density(u, h)-q.top) * scale
			sum += weight
			m.add(weight, l.slopes(u, x, true))
		}
		if q.done(h, sum/scale) {
			break
		}
	}
	return q.top
}

// slopes are the derivatives of the log density of one way a row came about.
type slopes struct {
	r, alpha, s, beta     float64
	rAlpha, alphas        float64 // second derivatives
	sBeta, betas, squares float64
}

// slopes returns the derivatives for a guest who left at u, or who is alive at u = T.
//
//	-(r+x)·ln(1+u/α) - x·ln α - s·ln(1+u/β) and, of a guest who left, + ln s - ln(β+u)
func (l *paretoLikelihood) slopes(u, x float64, left bool) slopes {
	rate := newRateTerms(l.r, l.alpha, u, x)
	death := newRateTerms(l.s, l.beta, u, 0)
	out := slopes{
		r: -rate.log, alpha: rate.alpha, rAlpha: rate.both, alphas: rate.curve,
		s: -death.log, beta: death.alpha, sBeta: death.both, betas: death.curve,
	}
	if left {
		share := 1 / (l.beta + u)
		out.s += 1 / l.s
		out.squares = -1 / (l.s * l.s)
		out.beta -= share
		out.betas += share * share
	}
	return out
}

// moments are weighted sums of slopes, of their products and of the second derivatives.
type moments struct {
	weight float64
	first  [4]float64
	second [4][4]float64 // [i][j] with j ≤ i
}

func (m *moments) add(w float64, d slopes) {
	r, alpha, s, beta := w*d.r, w*d.alpha, w*d.s, w*d.beta
	m.weight += w
	m.first[0] += r
	m.first[1] += alpha
	m.first[2] += s
	m.first[3] += beta
	m.second[0][0] += r * d.r
	m.second[1][0] += alpha*d.r + w*d.rAlpha
	m.second[1][1] += alpha*d.alpha + w*d.alphas
	m.second[2][0] += s * d.r
	m.second[2][1] += s * d.alpha
	m.second[2][2] += s*d.s + w*d.squares
	m.second[3][0] += beta * d.r
	m.second[3][1] += beta * d.alpha
	m.second[3][2] += beta*d.s + w*d.sBeta
	m.second[3][3] += beta*d.beta + w*d.betas
}

// addTo adds n times the gradient and Hessian of the logarithm of the total weight.
func (m *moments) addTo(s *sums, n float64) {
	for i := range 4 {
		mean := m.first[i] / m.weight
		s.gradient[i] += n * mean
		for j := range i + 1 {
			s.hessian[i][j] += n * (m.second[i][j]/m.weight - float64(mean*m.first[j])/m.weight)
		}
	}
}
