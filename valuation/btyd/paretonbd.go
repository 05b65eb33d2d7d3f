package btyd

import (
	"math"
	"math/rand/v2"

	"github.com/hotelcrm/hotelcrm/internal/special"
	"github.com/hotelcrm/hotelcrm/valuation"
)

// ParetoNBD is the Pareto/NBD model: visits at a gamma distributed rate with shape R and rate Alpha, until the guest
// leaves after an exponential lifetime whose rate is gamma distributed with shape S and rate Beta.
//
// Source: D. Schmittlein, D. Morrison and R. Colombo, Counting your customers, Management Science 33 (1987).
type ParetoNBD struct {
	R     float64          `json:"r"`
	Alpha float64          `json:"alpha"` // in Unit
	S     float64          `json:"s"`
	Beta  float64          `json:"beta"` // in Unit
	Unit  valuation.Period `json:"unit"`
}

var _ Model = ParetoNBD{}

// Name returns "Pareto/NBD".
func (ParetoNBD) Name() string { return "Pareto/NBD" }

// Period returns the unit of time.
func (m ParetoNBD) Period() valuation.Period { return m.Unit }

// Params returns r, alpha, s and beta.
func (m ParetoNBD) Params() []Param {
	return []Param{{"r", m.R}, {"alpha", m.Alpha}, {"s", m.S}, {"beta", m.Beta}}
}

// Validate returns a [*hotelcrm.ParamError] unless all parameters are above 0 and finite and the unit is set.
func (m ParetoNBD) Validate() error { return checkParams(m.Unit, m.Params()) }

// LogLikelihood returns the log-likelihood of a history.
//
//	Γ(r+x)/Γ(r)·α^r·β^s·( (α+T)^-(r+x)·(β+T)^-s + s·∫ (β+u)^-(s+1)·(α+u)^-(r+x) du ), u from tx to T
func (m ParetoNBD) LogLikelihood(h History) float64 {
	if !h.valid() {
		return math.NaN()
	}
	p := newLifetimes(m.R, m.Alpha, m.S, m.Beta)
	return special.LogRising(m.R, h.X) + p.logAlive(h) + softplus(p.odds(h)) - float64(float64(h.X)*math.Log(m.Alpha))
}

// Alive returns the probability that the guest has not left.
//
//	1/(1 + s·∫ (β+u)^-(s+1)·(α+u)^-(r+x) du·(α+T)^(r+x)·(β+T)^s), u from tx to T
func (m ParetoNBD) Alive(h History) float64 {
	if !h.valid() {
		return math.NaN()
	}
	p := newLifetimes(m.R, m.Alpha, m.S, m.Beta)
	return 1 / (1 + math.Exp(p.odds(h)))
}

// AliveAt returns the probability that the guest will not have left at time t from now.
//
//	P(alive)·((β+T)/(β+T+t))^s
func (m ParetoNBD) AliveAt(h History, t float64) float64 {
	if !validTime(t) {
		return math.NaN()
	}
	return m.Alive(h) * math.Exp(-m.S*math.Log1p(t/(m.Beta+h.T)))
}

// Expected returns the expected number of visits in the next t.
//
//	(r+x)·(β+T)/((α+T)·(s-1))·(1 - ((β+T)/(β+T+t))^(s-1))·P(alive)
//
// At s = 1 it takes its limit.
func (m ParetoNBD) Expected(h History, t float64) float64 {
	if !validTime(t) {
		return math.NaN()
	}
	alive := m.Alive(h) // first: it checks h
	lasting := (m.Beta + h.T) * special.Growth(m.S-1, math.Log1p(t/(m.Beta+h.T)))
	return alive * (m.R + float64(h.X)) / (m.Alpha + h.T) * lasting
}

// New returns the expected number of repeat visits of a new guest in the first t.
func (m ParetoNBD) New(t float64) float64 { return m.Expected(History{}, t) }

// Count returns the probability that a new guest comes back n times in the first t.
//
// The visits of a guest who leaves at u are those of the NBD in u, weighted by the density of u.
func (m ParetoNBD) Count(t float64, n int) float64 {
	if !validTime(t) || n < 0 || n > maxRepeats {
		return math.NaN()
	}
	lasting := math.Exp(-m.S * math.Log1p(t/m.Beta))
	return lasting*visitsAre(m.R, m.Alpha, t, n) + m.leftWith(t, n)
}

func (m ParetoNBD) with(v []float64) Model { return ParetoNBD{v[0], v[1], v[2], v[3], m.Unit} }

// Simulate returns the history of a random guest watched for t.
func (m ParetoNBD) Simulate(rng *rand.Rand, t float64) History {
	rate, death := drawGamma(rng, m.R, m.Alpha), drawGamma(rng, m.S, m.Beta)
	return drawVisits(rng, rate, rng.ExpFloat64()/death, t, never)
}
