package btyd

import (
	"math"

	"github.com/hotelcrm/hotelcrm/internal/special"
)

// lifetimes are the parameters of the Pareto/NBD with what its integrals over the time of leaving need.
type lifetimes struct {
	r, alpha, s, beta float64
	origin            float64 // min(alpha, beta): ln(origin+u) is the variable of integration
	logRate           float64 // ln(s/β)
}

func newLifetimes(r, alpha, s, beta float64) lifetimes {
	return lifetimes{r, alpha, s, beta, min(alpha, beta), math.Log(s / beta)}
}

// logAlive returns the logarithm of the first term of the likelihood, without Γ(r+x)/Γ(r)/α^x.
//
//	(1+T/α)^-(r+x)·(1+T/β)^-s
func (p *lifetimes) logAlive(h History) float64 {
	return -float64((p.r+float64(h.X))*math.Log1p(h.T/p.alpha)) - float64(p.s*math.Log1p(h.T/p.beta))
}

// odds returns the logarithm of the odds that the guest has left: of the integral over the time of leaving, divided by
// the first term.
func (p *lifetimes) odds(h History) float64 {
	highest := max(p.alpha, p.beta) + h.Tx
	if z := math.Abs(p.alpha-p.beta) / highest; z < 0.7 {
		return p.oddsSeries(h, z, highest)
	}
	return p.oddsSum(h)
}

// oddsSeries takes the integral as the published difference of two ₂F₁, each by Euler's transform and relative to the
// first term of the likelihood, so that neither overflows. Their difference may lose digits where T-tx is small, but
// only those that do not matter beside the 1 of the guest who is alive.
func (p *lifetimes) oddsSeries(h History, z, highest float64) float64 {
	shape := p.r + float64(h.X)
	q := shape + p.s
	end := highest + (h.T - h.Tx)
	zEnd := z * highest / end
	power, top, lift := shape, p.s+1, shape // where beta is larger
	if p.alpha >= p.beta {
		power, top, lift = p.s+1, shape, p.s
	}
	rest := math.Log1p(-zEnd)
	first := float64(q*math.Log1p((h.T-h.Tx)/highest)) + float64(lift*rest) + float64((1-power)*math.Log1p(-z))
	second := (lift + 1 - power) * rest
	gap := unitSeries(top, q+1, z) - math.Exp(second-first)*unitSeries(top, q+1, zEnd)
	return first + math.Log(max(gap, 0)*p.s/q)
}

// unitSeries returns ₂F₁(1, b; c; z) for 0 ≤ b ≤ c and z in [0, 1), by its series.
func unitSeries(b, c, z float64) float64 {
	sum, term := 1.0, 1.0
	for term > 1e-17*sum {
		term *= b / c * z
		sum += term
		b++
		c++
	}
	return sum
}

// oddsSum takes the integral by quadrature, relative to the density at tx, where it is highest.
func (p *lifetimes) oddsSum(h History) float64 {
	var sum float64
	q := newPanels(p, h)
	for q.next() {
		for i, node := range q.nodes {
			u, du := q.at(node)
			sum += q.weights[i] * du * math.Exp(p.density(u, h)-q.top)
		}
		if q.done(h, sum) {
			break
		}
	}
	return q.top + math.Log(sum*p.s/(p.beta+h.T))
}

// density returns the logarithm of the integrand at u relative to that at T.
func (p *lifetimes) density(u float64, h History) float64 {
	return -float64((p.r+float64(h.X))*logShare(p.alpha, u, h.T)) - float64((p.s+1)*logShare(p.beta, u, h.T))
}

// panels cuts the times of leaving from tx to T into parts in v = ln(origin+u), in which the integrand is smooth, short
// enough that a Gauss-Legendre rule on each is good to rounding.
type panels struct {
	*lifetimes
	shape          float64 // r+x
	start          float64 // u = start + (origin+start)·(e^v - 1)
	from, width    float64 // of a panel, in v
	count          int     // of panels so far
	length         float64 // of all, in v
	top            float64 // the log density at the start
	nodes, weights []float64
}

const (
	panelWidth = 2  // in v; the next singularity is π away
	panelDecay = 12 // by how many powers of e the integrand may fall in a panel
	maxPanels  = 1000
)

func newPanels(p *lifetimes, h History) panels {
	length := math.Log1p((h.T - h.Tx) / (p.origin + h.Tx))
	return panels{lifetimes: p, shape: p.r + float64(h.X), start: h.Tx, length: length, top: p.density(h.Tx, h)}
}

// next moves to the next panel and reports whether there is one.
func (q *panels) next() bool {
	q.from += q.width
	q.count++
	left := q.length - q.from
	if !(left > 1e-15*q.length) || q.count > maxPanels { // NaN too
		return false
	}
	q.width = min(left, panelWidth)
	decay := q.slope() * q.width
	for decay > panelDecay {
		q.width /= 2
		decay = q.slope() * q.width
	}
	q.nodes, q.weights = special.GaussLegendre(nodesFor(q.width, decay))
	return true
}

// slope returns how fast the logarithm of the integrand falls at the end of the panel, where it falls fastest.
func (q *panels) slope() float64 {
	u, _ := q.at(1)
	return (q.origin + u) * (q.shape/(q.alpha+u) + (q.s+1)/(q.beta+u))
}

// nodesFor returns how many nodes leave an error of 1e-15 for a panel of a width and a decay.
func nodesFor(width, decay float64) int {
	switch {
	case width < 1.4 && decay < 2.5:
		return 8
	case decay < 8:
		return 12
	}
	return 16
}

// at returns u at a node in (-1, 1) of the panel, and the du that one unit of weight stands for.
func (q *panels) at(node float64) (u, du float64) {
	v := q.from + (node+1)*q.width/2
	grown := float64((q.origin + q.start) * math.Expm1(v))
	return q.start + grown, (q.origin + q.start + grown) * q.width / 2
}

// done reports whether the panels that are left add nothing to a sum of densities relative to the first.
func (q *panels) done(h History, sum float64) bool {
	if q.from+q.width >= q.length {
		return true
	}
	u, _ := q.at(1)
	return math.Exp(q.density(u, h)-q.top)*(h.T-u) < 1e-18*sum
}

// logShare returns ln((c+u)/(c+t)) without losing digits where u is close to t or c is small.
func logShare(c, u, t float64) float64 {
	if gone := (t - u) / (c + t); gone < 0.5 {
		return math.Log1p(-gone)
	}
	return math.Log((c + u) / (c + t))
}

// leftWith returns the probability that a new guest comes back n times in the first t and has left by then.
func (m ParetoNBD) leftWith(t float64, n int) float64 {
	if t == 0 {
		return 0
	}
	p := newLifetimes(m.R, m.Alpha, m.S, m.Beta)
	q := newPanels(&p, History{X: n, T: t})
	var sum float64
	for q.next() {
		for i, node := range q.nodes {
			u, du := q.at(node)
			log := p.logRate - float64((m.S+1)*math.Log1p(u/m.Beta))
			sum += q.weights[i] * du * math.Exp(log) * visitsAre(m.R, m.Alpha, u, n)
		}
		end, _ := q.at(1)
		if still := math.Exp(-m.S * math.Log1p(end/m.Beta)); still <= 1e-18*sum || still < 1e-300 {
			break // nobody is left who could leave
		}
	}
	return sum
}
