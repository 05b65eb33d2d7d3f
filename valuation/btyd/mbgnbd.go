package btyd

import (
	"math"
	"math/rand/v2"

	"github.com/hotelcrm/hotelcrm/valuation"
)

// MBGNBD is the modified beta-geometric/NBD model: as [BGNBD], but the guest may leave after the first visit too.
//
// Source: E. Batislam, M. Denizel and A. Filiztekin, Empirical validation and comparison of models for customer base
// analysis, International Journal of Research in Marketing 24 (2007).
type MBGNBD struct {
	R     float64          `json:"r"`
	Alpha float64          `json:"alpha"` // in Unit
	A     float64          `json:"a"`
	B     float64          `json:"b"`
	Unit  valuation.Period `json:"unit"`
}

var _ Model = MBGNBD{}

// Name returns "MBG/NBD".
func (MBGNBD) Name() string { return "MBG/NBD" }

// Period returns the unit of time.
func (m MBGNBD) Period() valuation.Period { return m.Unit }

// Params returns r, alpha, a and b.
func (m MBGNBD) Params() []Param {
	return []Param{{"r", m.R}, {"alpha", m.Alpha}, {"a", m.A}, {"b", m.B}}
}

// Validate returns a [*hotelcrm.ParamError] unless all parameters are above 0 and finite and the unit is set.
func (m MBGNBD) Validate() error { return checkParams(m.Unit, m.Params()) }

func (m MBGNBD) inner() betaGeometric { return betaGeometric{m.R, m.Alpha, m.A, m.B, 1} }

// LogLikelihood returns the log-likelihood of a history.
//
//	Γ(r+x)/Γ(r)·α^r·( B(a,b+x+1)/B(a,b)·(α+T)^-(r+x) + B(a+1,b+x)/B(a,b)·(α+tx)^-(r+x) )
func (m MBGNBD) LogLikelihood(h History) float64 {
	if !h.valid() {
		return math.NaN()
	}
	return m.inner().logLikelihood(h)
}

// Alive returns the probability that the guest has not left.
//
//	1/(1 + a/(b+x)·((α+T)/(α+tx))^(r+x))
func (m MBGNBD) Alive(h History) float64 {
	if !h.valid() {
		return math.NaN()
	}
	return m.inner().alive(h)
}

// AliveAt returns the probability that the guest will not have left at time t from now.
func (m MBGNBD) AliveAt(h History, t float64) float64 {
	if !h.valid() || !validTime(t) {
		return math.NaN()
	}
	inner := m.inner()
	return inner.alive(h) * inner.after(h).survival(t)
}

// Expected returns the expected number of visits in the next t.
//
//	(a+b+x)/(a-1)·(1 - ((α+T)/(α+T+t))^(r+x)·₂F₁(r+x, b+x+1; a+b+x; t/(α+T+t)))·P(alive)
func (m MBGNBD) Expected(h History, t float64) float64 {
	if !h.valid() || !validTime(t) {
		return math.NaN()
	}
	return m.inner().expected(h, t)
}

// New returns the expected number of repeat visits of a new guest in the first t.
func (m MBGNBD) New(t float64) float64 { return m.Expected(History{}, t) }

// Count returns the probability that a new guest comes back n times in the first t.
func (m MBGNBD) Count(t float64, n int) float64 {
	if !validTime(t) || n < 0 || n > maxRepeats {
		return math.NaN()
	}
	return m.inner().count(t, n)
}

func (m MBGNBD) with(v []float64) Model { return MBGNBD{v[0], v[1], v[2], v[3], m.Unit} }

// FitMBGNBD returns the MBG/NBD model of maximum likelihood.
//
// Input: workers is how many goroutines may work, 0 for one; the result does not depend on it.
// Result: the report says whether the maximum is proved and where to be careful.
// Errors: a [*hotelcrm.ParamError] for no cells; a [*FitError] where no guest came back or no start has a finite
// likelihood.
// Cost: about 15 passes over the cells.
func FitMBGNBD(cells *Cells, workers int) (Fit[MBGNBD], error) {
	v, report, err := fitBetaGeometric("MBG/NBD", cells, 1, workers)
	if err != nil {
		return Fit[MBGNBD]{}, err
	}
	return Fit[MBGNBD]{MBGNBD{v[0], v[1], v[2], v[3], cells.unit}, report}, nil
}

// Simulate returns the history of a random guest watched for t.
func (m MBGNBD) Simulate(rng *rand.Rand, t float64) History {
	rate, chance := drawGamma(rng, m.R, m.Alpha), drawBeta(rng, m.A, m.B)
	if rng.Float64() < chance {
		return History{T: t}
	}
	return drawVisits(rng, rate, math.Inf(1), t, func() bool { return rng.Float64() < chance })
}
