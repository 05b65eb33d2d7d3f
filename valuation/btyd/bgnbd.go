package btyd

import (
	"math"
	"math/rand/v2"

	"github.com/hotelcrm/hotelcrm/valuation"
)

// BGNBD is the beta-geometric/NBD model: visits at a gamma distributed rate, and after each repeat visit the guest leaves
// with a chance that is beta distributed over guests. A guest who never came back counts as alive.
//
// Source: P. Fader, B. Hardie and K. Lee, "Counting your customers" the easy way, Marketing Science 24 (2005).
type BGNBD struct {
	R     float64          `json:"r"`
	Alpha float64          `json:"alpha"` // in Unit
	A     float64          `json:"a"`
	B     float64          `json:"b"`
	Unit  valuation.Period `json:"unit"`
}

var _ Model = BGNBD{}

// Name returns "BG/NBD".
func (BGNBD) Name() string { return "BG/NBD" }

// Period returns the unit of time.
func (m BGNBD) Period() valuation.Period { return m.Unit }

// Params returns r, alpha, a and b.
func (m BGNBD) Params() []Param {
	return []Param{{"r", m.R}, {"alpha", m.Alpha}, {"a", m.A}, {"b", m.B}}
}

// Validate returns a [*hotelcrm.ParamError] unless all parameters are above 0 and finite and the unit is set.
func (m BGNBD) Validate() error { return checkParams(m.Unit, m.Params()) }

func (m BGNBD) inner() betaGeometric { return betaGeometric{m.R, m.Alpha, m.A, m.B, 0} }

// LogLikelihood returns the log-likelihood of a history.
//
//	Γ(r+x)/Γ(r)·α^r·( B(a,b+x)/B(a,b)·(α+T)^-(r+x) + [x>0]·B(a+1,b+x-1)/B(a,b)·(α+tx)^-(r+x) )
func (m BGNBD) LogLikelihood(h History) float64 {
	if !h.valid() {
		return math.NaN()
	}
	return m.inner().logLikelihood(h)
}

// Alive returns the probability that the guest has not left.
//
//	1/(1 + [x>0]·a/(b+x-1)·((α+T)/(α+tx))^(r+x))
func (m BGNBD) Alive(h History) float64 {
	if !h.valid() {
		return math.NaN()
	}
	return m.inner().alive(h)
}

// AliveAt returns the probability that the guest will not have left at time t from now.
func (m BGNBD) AliveAt(h History, t float64) float64 {
	if !h.valid() || !validTime(t) {
		return math.NaN()
	}
	inner := m.inner()
	return inner.alive(h) * inner.after(h).survival(t)
}

// Expected returns the expected number of visits in the next t.
//
//	(a+b+x-1)/(a-1)·(1 - ((α+T)/(α+T+t))^(r+x)·₂F₁(r+x, b+x; a+b+x-1; t/(α+T+t)))·P(alive)
func (m BGNBD) Expected(h History, t float64) float64 {
	if !h.valid() || !validTime(t) {
		return math.NaN()
	}
	return m.inner().expected(h, t)
}

// New returns the expected number of repeat visits of a new guest in the first t.
func (m BGNBD) New(t float64) float64 { return m.Expected(History{}, t) }

// Count returns the probability that a new guest comes back n times in the first t.
func (m BGNBD) Count(t float64, n int) float64 {
	if !validTime(t) || n < 0 || n > maxRepeats {
		return math.NaN()
	}
	return m.inner().count(t, n)
}

func (m BGNBD) with(v []float64) Model { return BGNBD{v[0], v[1], v[2], v[3], m.Unit} }

// FitBGNBD returns the BG/NBD model of maximum likelihood.
//
// Input: workers is how many goroutines may work, 0 for one; the result does not depend on it.
// Result: the report says whether the maximum is proved and where to be careful.
// Errors: a [*hotelcrm.ParamError] for no cells; a [*FitError] where no guest came back or no start has a finite
// likelihood.
// Cost: about 15 passes over the cells.
func FitBGNBD(cells *Cells, workers int) (Fit[BGNBD], error) {
	v, report, err := fitBetaGeometric("BG/NBD", cells, 0, workers)
	if err != nil {
		return Fit[BGNBD]{}, err
	}
	return Fit[BGNBD]{BGNBD{v[0], v[1], v[2], v[3], cells.unit}, report}, nil
}

// Simulate returns the history of a random guest watched for t.
func (m BGNBD) Simulate(rng *rand.Rand, t float64) History {
	rate, chance := drawGamma(rng, m.R, m.Alpha), drawBeta(rng, m.A, m.B)
	return drawVisits(rng, rate, math.Inf(1), t, func() bool { return rng.Float64() < chance })
}
