package btyd

import (
	"math"
	"math/rand/v2"

	"github.com/hotelcrm/hotelcrm/internal/special"
	"github.com/hotelcrm/hotelcrm/valuation"
)

// GGompertz is the gamma-Gompertz/NBD model: visits at a rate that is gamma(r, α) among guests, lifetimes of a Gompertz
// distribution of parameter b whose scale is gamma(s, β) among guests. The risk of leaving may grow with age, and most
// guests may stay a while before they leave. With b → 0 and β/b held it is the Pareto/NBD model.
//
//	S(u) = (β/(β-1+e^bu))^s,  f(u) = b·s·e^bu·β^s/(β-1+e^bu)^(s+1)
//
// The letters are those of A. Bemmaor and N. Glady, Modeling purchasing behavior with sudden "death", Management Science
// 58 (2012).
type GGompertz struct {
	R     float64          `json:"r"`
	Alpha float64          `json:"alpha"` // in Unit
	B     float64          `json:"b"`     // per Unit
	S     float64          `json:"s"`
	Beta  float64          `json:"beta"`
	Unit  valuation.Period `json:"unit"`
}

var _ Model = GGompertz{}

// Name returns "GGom/NBD".
func (m GGompertz) Name() string { return "GGom/NBD" }

// Period returns the unit of time.
func (m GGompertz) Period() valuation.Period { return m.Unit }

// Params returns r, alpha, b, s and beta.
func (m GGompertz) Params() []Param {
	return []Param{{"r", m.R}, {"alpha", m.Alpha}, {"b", m.B}, {"s", m.S}, {"beta", m.Beta}}
}

// Validate returns a [*hotelcrm.ParamError] for a parameter out of range or an unset unit, else nil.
func (m GGompertz) Validate() error { return checkParams(m.Unit, m.Params()) }

func (m GGompertz) with(values []float64) Model {
	return GGompertz{values[0], values[1], values[2], values[3], values[4], m.Unit}
}

// LogLikelihood returns the log-likelihood of a history.
//
//	L = Γ(r+x)/Γ(r)·α^r·{ (α+T)^-(r+x)·S(T) + ∫ f(u)·(α+u)^-(r+x) du, u from Tx to T }
//
// Cost: some microseconds.
// Source: equation 5 of the paper.
func (m GGompertz) LogLikelihood(h History) float64 {
	if !h.valid() {
		return math.NaN()
	}
	log := special.LogRising(m.R, h.X) - m.R*math.Log1p(h.T/m.Alpha) - float64(h.X)*math.Log(m.Alpha+h.T)
	return log - m.S*m.depth(h.T) + softplus(m.logOdds(h))
}

// depth returns -ln S(u)/s = ln(1 + (e^bu-1)/β).
func (m GGompertz) depth(u float64) float64 {
	if age := m.B * u; age > 30 {
		return age - math.Log(m.Beta) + math.Log1p((m.Beta-1)*math.Exp(-age))
	}
	return math.Log1p(math.Expm1(m.B*u) / m.Beta)
}

// logOdds returns the logarithm of the odds that the guest has left: of the integral of L over its first term. It is taken
// in units of the integrand at Tx, because the odds of a frequent guest who fell silent overflow.
func (m GGompertz) logOdds(h History) float64 {
	power := m.R + float64(h.X)
	start := m.logDensity(h.Tx)
	ages := newAges(m)
	scale := func(u float64) float64 { return -start - power*math.Log1p((u-h.Tx)/(m.Alpha+h.Tx)) }
	sum := ages.integrate(
		h.Tx, h.T, power, 0,
		func(u float64) float64 { return math.Exp(m.logDensity(u) + scale(u)) },
		func(u float64) float64 { return math.Exp(scale(u) - m.S*m.depth(u)) },
	)
	return start + m.S*m.depth(h.T) + power*math.Log1p((h.T-h.Tx)/(m.Alpha+h.Tx)) + math.Log(sum)
}

// logDensity returns ln f(u), f as b·s·share·S: bu itself and depth would cancel at a great age.
func (m GGompertz) logDensity(u float64) float64 {
	return math.Log(m.B*m.S*m.share(u)) - m.S*m.depth(u)
}

// Alive returns the probability that the guest has not left for good.
func (m GGompertz) Alive(h History) float64 {
	if !h.valid() {
		return math.NaN()
	}
	return 1 / (1 + math.Exp(m.logOdds(h)))
}

// AliveAt returns the probability that the guest will not have left at time t from now.
func (m GGompertz) AliveAt(h History, t float64) float64 {
	if !validTime(t) {
		return math.NaN()
	}
	return m.Alive(h) * math.Exp(-m.S*(m.depth(h.T+t)-m.depth(h.T)))
}

// Expected returns the expected number of visits in the next t.
//
//	P(alive)·(r+x)/(α+T)·∫ S(T+u)/S(T) du, u from 0 to t
func (m GGompertz) Expected(h History, t float64) float64 {
	if !validTime(t) {
		return math.NaN()
	}
	return m.Alive(h) * (m.R + float64(h.X)) / (m.Alpha + h.T) * m.life(h.T, t)
}

// life returns for how much of the next t a guest alive at age from is expected to live.
func (m GGompertz) life(from, t float64) float64 {
	now := m.depth(from)
	ages := newAges(m)
	alive := func(u float64) float64 { return math.Exp(m.S * (now - m.depth(u))) }
	return ages.integrate(from, from+t, 0, 0, alive, func(u float64) float64 { return alive(u) * (from + t - u) })
}

// New returns the expected number of repeat visits of a new guest in the first t.
//
//	r/α·∫ S(u) du, u from 0 to t
func (m GGompertz) New(t float64) float64 { return m.Expected(History{}, t) }

// Count returns the probability that a new guest comes back n times in the first t.
//
// It is that of the NBD at the age of leaving, averaged over that age.
func (m GGompertz) Count(t float64, n int) float64 {
	if !validTime(t) || n < 0 || n > maxRepeats {
		return math.NaN()
	}
	ways := special.LogRising(m.R, n) - special.LogRising(1, n)
	visits := func(u float64) float64 {
		if u == 0 {
			return float64(1 - min(n, 1))
		}
		return math.Exp(ways - m.R*math.Log1p(u/m.Alpha) + float64(n)*math.Log(u/(m.Alpha+u)))
	}
	ages := newAges(m)
	alive := func(u float64) float64 { return math.Exp(-m.S * m.depth(u)) }
	peak := float64(n) * m.Alpha / m.R // of visits
	gone := ages.integrate(
		0, t, m.R+float64(n), 0,
		func(u float64) float64 { return visits(u) * math.Exp(m.logDensity(u)) },
		func(u float64) float64 { return alive(u) * visits(max(u, peak)) },
	)
	return visits(t)*alive(t) + gone
}

// Simulate returns the history of a random guest watched for t.
func (m GGompertz) Simulate(rng *rand.Rand, t float64) History {
	rate, scale := drawGamma(rng, m.R, m.Alpha), drawGamma(rng, m.S, m.Beta)
	end := math.Log1p(rng.ExpFloat64()/scale) / m.B
	return drawVisits(rng, rate, end, t, never)
}

// share returns e^bu/(β-1+e^bu), the part of the hazard's ceiling b·s that is reached at age u.
func (m *GGompertz) share(u float64) float64 {
	if age := m.B * u; age > 30 {
		return 1 / (1 + (m.Beta-1)*math.Exp(-age))
	}
	return math.Exp(m.B*u) / (m.Beta + math.Expm1(m.B*u))
}
