package btyd

import (
	"math"

	"github.com/hotelcrm/hotelcrm"
)

// FitGGompertz returns the GGom/NBD model of maximum likelihood.
//
// The Pareto/NBD model, which is its edge at b = 0, is fitted first and is one of the starts. Where nothing is gained
// over it the report says so, and the parameters are a point near that edge: b and beta are then not known, only their
// ratio.
//
// Input: workers is how many goroutines may work, 0 for one; the result does not depend on it.
// Errors: a [*hotelcrm.ParamError] for no cells; a [*FitError] where no guest came back or no start has a finite
// likelihood.
// Cost: some microseconds a cell and step.
func FitGGompertz(cells *Cells, workers int) (Fit[GGompertz], error) {
	c, p, err := scaled(GGompertz{}.Name(), cells, workers)
	if err != nil {
		return Fit[GGompertz]{}, err
	}
	nested, err := FitParetoNBD(cells, workers)
	if err != nil {
		return Fit[GGompertz]{}, err
	}
	p.names, p.powers = []string{"r", "alpha", "b", "s", "beta"}, []float64{0, 1, -1, 0, 0}
	r, alpha := c.startRate()
	edge := nested.Model
	nearEdge := func(b float64) []float64 {
		return []float64{edge.R, edge.Alpha / p.scale, b, edge.S, b * edge.Beta / p.scale}
	}
	p.starts = [][]float64{
		{r, alpha, 1, 0.5, 1},
		{r, alpha, 3, 0.2, 10},
		nearEdge(0.01),
	}
	p.edgeStart = nearEdge(1e-8 * max(1, p.scale/edge.Beta))
	p.likelihood = &gompertzRows{columns: c, shape: newRisings(cells.maxX())}
	p.rough = &gompertzRows{columns: c.some(10 * roughRows), shape: newRisings(cells.maxX()), rough: true}
	p.edge, p.edgeValue = func(theta []float64) bool { return theta[2] < nearlyEdge }, nested.Report.LogLikelihood
	p.judge = p.judgeAgeing
	found, report, err := maximise(p)
	if err != nil {
		return Fit[GGompertz]{}, err
	}
	report.Evaluations += nested.Report.Evaluations
	out := Fit[GGompertz]{GGompertz{found[0], found[1], found[2], found[3], found[4], cells.unit}, report}
	out.judgeEdge(nested.Report.LogLikelihood)
	return out, nil
}

// edgeGain is the gain in log-likelihood below which b counts as 0: a hundredth of what a parameter is worth to AIC.
const edgeGain = 0.01

// nearlyEdge is b, in scaled time, from which on a climb that gains little runs into the edge.
const nearlyEdge = 0.01

const paretoEdge = "b is 0 for all the data tells: the nested model is the Pareto/NBD"

// judgeEdge warns if the fit is no better than that of the nested model.
func (f *Fit[GGompertz]) judgeEdge(nested float64) {
	if f.Report.LogLikelihood < nested+edgeGain && !f.Report.Warned(WarnBoundary) {
		f.Report.warn(WarnBoundary, paretoEdge)
	}
}

// judgeAgeing warns where the risk of leaving does not grow with age or nobody leaves.
func (p *problem) judgeAgeing(theta []float64) []hotelcrm.Warning {
	out := p.judgeRate(theta)
	b, s, beta := theta[2], theta[3], theta[4]
	switch {
	case s < tiny || b*s < tiny*beta:
		out = append(out, p.warning(WarnNoChurn, "hardly anybody leaves"), p.warning(WarnBoundary, "nobody leaves: the nested model is the NBD"))
	case b < tiny:
		out = append(out, p.warning(WarnBoundary, paretoEdge))
	}
	return out
}

// gompertzRows is the likelihood of the GGom/NBD model, one row a cell.
type gompertzRows struct {
	*columns
	shape risings
	model GGompertz
	ages  ages
	rough bool // to some digits only

	logBS, logRisk float64 // ln(b·s/β), ln(b·s)
}

func (l *gompertzRows) set(theta []float64) {
	l.use(GGompertz{R: theta[0], Alpha: theta[1], B: theta[2], S: theta[3], Beta: theta[4]})
	l.shape.set(theta[0])
}

func (l *gompertzRows) use(m GGompertz) {
	l.model = m
	l.ages = newAges(l.model)
	l.logRisk = math.Log(l.model.B) + math.Log(l.model.S)
	l.logBS = l.logRisk - math.Log(l.model.Beta)
}

func (l *gompertzRows) add(from, to int, s *sums) {
	for i := from; i < to; i++ {
		l.addCell(i, s)
	}
}

// addCell adds ln(e^first + ∫ e^g(u) du), by the weights of nodes as for a sum.
func (l *gompertzRows) addCell(i int, s *sums) {
	var mean sums // value is the sum of the weights
	x, n := float64(l.x[i]), l.guests[i]
	power := l.model.R + x
	first, last := gompertzTerms(&l.model, l.t[i]), gompertzTerms(&l.model, l.tx[i])
	stayed := -float64(power*first.logAge) - float64(l.model.S*first.depth)
	top := max(stayed, l.logLeft(&last, power)) // nearly the largest term
	l.stayed(&first, power, math.Exp(stayed-top), &mean)
	l.left(l.tx[i], l.t[i], power, top, &mean)

	logAlpha := math.Log(l.model.Alpha)
	s.value += n * (l.shape.log[l.x[i]] + float64(l.model.R*logAlpha) + top + math.Log(mean.value))
	s.gradient[0] += n * (l.shape.first[l.x[i]] + logAlpha)
	s.gradient[1] += n * l.model.R / l.model.Alpha
	s.hessian[0][0] += n * l.shape.second[l.x[i]]
	s.hessian[1][0] += n / l.model.Alpha
	s.hessian[1][1] -= n * l.model.R / l.model.Alpha / l.model.Alpha
	for a := range 5 {
		mean.gradient[a] /= mean.value
		s.gradient[a] += float64(n * mean.gradient[a])
		for b := range a + 1 {
			s.hessian[a][b] += float64(n * (mean.hessian[a][b]/mean.value - float64(mean.gradient[a]*mean.gradient[b])))
		}
	}
}

// left adds the integral over the ages of leaving, in units of e^top.
func (l *gompertzRows) left(from, to, power, top float64, mean *sums) {
	q := newAgePanels(&l.ages, from, to, power, 0)
	q.rough = l.rough
	rest := func(u float64) float64 {
		t := gompertzTerms(&l.model, u)
		return math.Exp(-float64(l.model.S*t.depth) - float64(power*t.logAge) - top)
	}
	for q.next() {
		for k, node := range q.nodes {
			u, du := q.at(node)
			t := gompertzTerms(&l.model, u)
			l.leaves(&t, power, du*q.weights[k]*math.Exp(l.logLeft(&t, power)-top), mean)
		}
		if q.last(mean.value, rest) {
			return
		}
	}
}

// logLeft returns the log of the integrand, ln(bs/β) + bu - (s+1)·depth(u) - (r+x)·ln(α+u).
func (l *gompertzRows) logLeft(t *terms, power float64) float64 {
	density := l.logBS + t.age - t.depth
	if t.age > 30 { // where age and depth cancel
		density = l.logRisk + math.Log(t.share)
	}
	return density - float64(l.model.S*t.depth) - float64(power*t.logAge)
}

// terms are what the integrand and its derivatives are made of, at one age u.
type terms struct {
	u, age          float64 // b·u
	logAge, perAge  float64 // ln(α+u), 1/(α+u)
	depth           float64 // -ln S(u)/s
	share, per, odd float64 // with D = β-1+e^bu: e^bu/D, 1/D, (e^bu-1)/D
}

func gompertzTerms(m *GGompertz, u float64) terms {
	t := terms{u: u, age: m.B * u, perAge: 1 / (m.Alpha + u), logAge: math.Log(m.Alpha + u)}
	if t.age > 30 {
		fade := math.Exp(-t.age)
		t.share = 1 / (1 + (m.Beta-1)*fade)
		t.per, t.odd = fade*t.share, (1-fade)*t.share
		t.depth = t.age - math.Log(m.Beta) + math.Log1p((m.Beta-1)*fade)
		return t
	}
	grown := math.Expm1(t.age)
	t.per = 1 / (m.Beta + grown)
	t.share, t.odd = (grown+1)*t.per, grown*t.per
	t.depth = math.Log1p(grown / m.Beta)
	return t
}

// stayed adds the first term of the likelihood, -(r+x)·ln(α+T) - s·depth(T), with its weight.
func (l *gompertzRows) stayed(t *terms, power, w float64, mean *sums) {
	m := &l.model
	g := [5]float64{-t.logAge, -power * t.perAge, -m.S * t.u * t.share, -t.depth, m.S * t.odd / m.Beta}
	mean.addOuter(w, &g)
	mean.hessian[1][0] -= w * t.perAge
	mean.hessian[1][1] += w * power * t.perAge * t.perAge
	mean.addDepth(-m.S, w, t, m.Beta)
}

// leaves adds a node of the integral with its weight.
func (l *gompertzRows) leaves(t *terms, power, w float64, mean *sums) {
	m := &l.model
	more := m.S + 1
	g := [5]float64{
		-t.logAge, -power * t.perAge, 1/m.B + t.u - float64(more*t.u*t.share), 1/m.S - t.depth, float64(more*t.odd-1) / m.Beta,
	}
	mean.addOuter(w, &g)
	mean.hessian[1][0] -= w * t.perAge
	mean.hessian[1][1] += w * power * t.perAge * t.perAge
	mean.hessian[2][2] -= w / m.B / m.B
	mean.hessian[3][3] -= w / m.S / m.S
	mean.hessian[4][4] += w / m.Beta / m.Beta
	mean.addDepth(-more, w, t, m.Beta)
}

// addOuter adds w times 1, the gradient g and its square.
func (s *sums) addOuter(w float64, g *[5]float64) {
	s.value += w
	for a := range g {
		wg := w * g[a]
		s.gradient[a] += wg
		for b := range a + 1 {
			s.hessian[a][b] += float64(wg * g[b])
		}
	}
}

// addDepth adds w times the second derivatives of c·depth(u), where c is -s or -(s+1).
func (s *sums) addDepth(c, w float64, t *terms, beta float64) {
	cw := c * w
	s.hessian[2][2] += cw * t.u * t.u * t.share * (1 - t.share)
	s.hessian[3][2] -= w * t.u * t.share
	s.hessian[4][2] -= cw * t.u * t.share * t.per
	s.hessian[4][3] += w * t.odd / beta
	s.hessian[4][4] += cw * t.odd * (beta*t.per + 1) / beta / beta
}
