package btyd

import (
	"math"

	"github.com/hotelcrm/hotelcrm/internal/special"
)

// ages is a model with where the poles of its integrands are, as seen from v = ln(origin+u): one at v = -∞, and the next
// nearest.
type ages struct {
	GGompertz
	origin           float64
	poleLog, poleArg float64 // v of the next nearest pole
}

func newAges(m GGompertz) ages {
	out := ages{GGompertz: m, origin: m.Alpha}
	var real, imaginary float64 // of a pole of the lifetimes, relative to u = -origin
	if m.Beta < 1 {
		reach := -math.Log1p(-m.Beta) / m.B // a pole is at u = -reach
		out.origin = min(m.Alpha, reach)
		real, imaginary = out.origin-reach, 2*math.Pi/m.B
	} else {
		real, imaginary = out.origin+math.Log(m.Beta-1)/m.B, math.Pi/m.B
	}
	out.poleLog, out.poleArg = math.Log(math.Hypot(real, imaginary)), math.Atan2(imaginary, real)
	return out
}

// agePanels cuts ages into parts in v = ln(origin+u), for a density or a survival of leaving times a power of α+u and a
// discount, short enough that a Gauss-Legendre rule on each is good to rounding.
type agePanels struct {
	*ages
	power, force   float64
	rough          bool    // a rule that is good to some digits will do
	start          float64 // u = start + (origin+start)·(e^v - 1)
	from, width    float64 // of a panel, in v
	length         float64 // of all, in v
	count          int
	nodes, weights []float64
}

const (
	mostPanels = 100_000 // past any rate of visits or of leaving that a hotel has
	poleAway   = math.Pi // the distance of a pole that nodesFor has in mind
)

func newAgePanels(m *ages, from, to, power, force float64) agePanels {
	return agePanels{ages: m, power: power, force: force, start: from, length: math.Log1p((to - from) / (m.origin + from))}
}

// next moves to the next panel and reports whether there is one.
func (q *agePanels) next() bool {
	q.from += q.width
	q.count++
	left := q.length - q.from
	if !(left > 1e-15*q.length) || q.count > mostPanels { // NaN too
		return false
	}
	u, _ := q.at(-1)
	pole := math.Hypot(math.Log(q.origin+u)-q.poleLog, q.poleArg)
	near := min(1, pole/poleAway)
	q.width = min(left, panelWidth*near)
	first := q.slope(u)
	decay := q.width * max(first, q.slopeAtEnd())
	for decay > panelDecay {
		q.width /= 2
		decay = q.width * max(first, q.slopeAtEnd())
	}
	n := nodesFor(q.width/near, decay)
	if q.rough {
		n = 8
	}
	q.nodes, q.weights = special.GaussLegendre(n)
	return true
}

func (q *agePanels) slopeAtEnd() float64 {
	u, _ := q.at(1)
	return q.slope(u)
}

// slope returns how fast the logarithms of the factors of the integrand change at u, all together.
func (q *agePanels) slope(u float64) float64 {
	share := q.share(u)
	return (q.origin + u) * (q.power/(q.Alpha+u) + q.B*(math.Abs(1-share)+q.S*share) + q.force)
}

// at returns u at a node in [-1, 1] of the panel, and the du that one unit of weight stands for.
func (q *agePanels) at(node float64) (u, du float64) {
	v := q.from + (node+1)*q.width/2
	grown := float64((q.origin + q.start) * math.Expm1(v))
	return q.start + grown, (q.origin + q.start + grown) * q.width / 2
}

// last reports whether this is the last panel, or those after it add nothing to a sum, where rest bounds the integral
// from an age on.
func (q *agePanels) last(sum float64, rest func(u float64) float64) bool {
	if q.from+q.width >= q.length {
		return true
	}
	u, _ := q.at(1)
	left := rest(u)
	return left <= 1e-19*sum || left < 1e-300
}

// integrate returns the integral of value over [from, to]. What is left of it from u on is at most rest(u).
func (m *ages) integrate(from, to, power, force float64, value, rest func(u float64) float64) float64 {
	var sum float64
	q := newAgePanels(m, from, to, power, force)
	for q.next() {
		var part float64
		for i, node := range q.nodes {
			u, du := q.at(node)
			part += float64(q.weights[i] * du * value(u))
		}
		if sum += part; q.last(sum, rest) {
			break
		}
	}
	return sum
}
