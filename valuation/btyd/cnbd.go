package btyd

import (
	"fmt"
	"math"
	"math/rand/v2"

	"github.com/hotelcrm/hotelcrm/internal/refuse"
	"github.com/hotelcrm/hotelcrm/internal/special"
	"github.com/hotelcrm/hotelcrm/valuation"
)

// MBGCNBD is the MBG/CNBD-k model: as [MBGNBD], but from one visit to the next a guest passes through k stages, so that
// visits are the more regular the larger k is. With k = 1 it is the MBG/NBD model.
//
// Here alpha is that of the stages: a guest comes r/(k·alpha) times a unit on average.
//
// Source: T. Reutterer, M. Platzer and N. Schröder, Leveraging purchase regularity for predicting customer behavior the
// easy way, International Journal of Research in Marketing 38 (2021). The predictions here are exact sums over the
// stage that the guest may be in.
type MBGCNBD struct {
	K     int              `json:"k"` // 1 to 20
	R     float64          `json:"r"`
	Alpha float64          `json:"alpha"` // in Unit
	A     float64          `json:"a"`
	B     float64          `json:"b"`
	Unit  valuation.Period `json:"unit"`
}

const maxStages = 20

var _ Model = MBGCNBD{}

// Name returns "MBG/CNBD-" and k.
func (m MBGCNBD) Name() string { return fmt.Sprintf("MBG/CNBD-%d", m.K) }

// Period returns the unit of time.
func (m MBGCNBD) Period() valuation.Period { return m.Unit }

// Params returns r, alpha, a and b; k is not estimated with them.
func (m MBGCNBD) Params() []Param {
	return []Param{{"r", m.R}, {"alpha", m.Alpha}, {"a", m.A}, {"b", m.B}}
}

// Validate returns a [*hotelcrm.ParamError] for a parameter out of range or an unset unit, else nil.
func (m MBGCNBD) Validate() error {
	if err := checkStages(m.K); err != nil {
		return err
	}
	return checkParams(m.Unit, m.Params())
}

func checkStages(k int) error {
	if k < 1 || k > maxStages {
		return refuse.Param("k", fmt.Sprint(k), fmt.Sprintf("1 to %d", maxStages))
	}
	return nil
}

func (m MBGCNBD) with(v []float64) Model { return MBGCNBD{m.K, v[0], v[1], v[2], v[3], m.Unit} }

// LogLikelihood returns the log-likelihood of a history, without the part of the single times between visits, which does
// not depend on the parameters: see [TimingLikelihood].
//
//	Γ(r+kx)/Γ(r)·α^r·(α+T)^-(r+kx)·B(a, b+x+1)/B(a, b)
//	    · { a/(b+x)·((α+T)/(α+tx))^(r+kx) + Σ (r+kx)_j/j!·((T-tx)/(α+T))^j, j = 0 to k-1 }
func (m MBGCNBD) LogLikelihood(h History) float64 {
	if !h.valid() {
		return math.NaN()
	}
	stages := m.K * h.X
	log := special.LogRising(m.R, stages) - m.R*math.Log1p(h.T/m.Alpha) - float64(stages)*math.Log(m.Alpha+h.T)
	kept := special.LogRising(m.B, h.X+1) - special.LogRising(m.A+m.B, h.X+1)
	stayed := math.Log(m.stayed(h))
	return log + kept + stayed + softplus(m.logGone(h)-stayed)
}

// logGone returns the log of the first term in the braces.
func (m MBGCNBD) logGone(h History) float64 {
	power := m.R + float64(m.K*h.X)
	return math.Log(m.A/(m.B+float64(h.X))) + power*math.Log1p((h.T-h.Tx)/(m.Alpha+h.Tx))
}

// stayed returns the sum in the braces: term j is the weight of having passed j stages since the last visit.
func (m MBGCNBD) stayed(h History) float64 {
	sum, term := 0.0, 1.0
	for j := range m.K {
		sum += term
		term *= m.nextStage(h, j)
	}
	return sum
}

// nextStage returns term j+1 over term j.
func (m MBGCNBD) nextStage(h History, j int) float64 {
	return (m.R + float64(m.K*h.X+j)) / float64(j+1) * (h.T - h.Tx) / (m.Alpha + h.T)
}

// Alive returns the probability that the guest has not left.
func (m MBGCNBD) Alive(h History) float64 {
	if !h.valid() {
		return math.NaN()
	}
	return 1 / (1 + math.Exp(m.logGone(h)-math.Log(m.stayed(h))))
}

// AliveAt returns the probability that the guest will not have left at time t from now.
func (m MBGCNBD) AliveAt(h History, t float64) float64 {
	_, lost := m.ahead(h, t)
	return m.Alive(h) * max(0, 1-lost)
}

// Expected returns the expected number of visits in the next t.
//
//	P(alive)·Σ w(j)·Σ (b')_(n-1)/(a+b')_(n-1)·P(nk-j stages or more in t),  b' = b+x+1, n = 1, 2, ...
//
// Visits past 20000 in t are not counted.
//
// Cost: an incomplete beta function for each of the k stages and each visit that may come: microseconds for guests who
// come now and then.
func (m MBGCNBD) Expected(h History, t float64) float64 {
	visits, _ := m.ahead(h, t)
	return m.Alive(h) * visits
}

// New returns the expected number of repeat visits of a new guest in the first t.
func (m MBGCNBD) New(t float64) float64 { return m.Expected(History{}, t) }

// ahead returns the expected visits in the next t of a guest who is alive, and the probability that they leave in it.
func (m MBGCNBD) ahead(h History, t float64) (visits, lost float64) {
	if !h.valid() || !validTime(t) {
		return math.NaN(), math.NaN()
	}
	weight, all := 1.0, m.stayed(h)
	for j := range m.K {
		v, l := m.aheadOfStage(h, t, j)
		visits += weight / all * v
		lost += weight / all * l
		weight *= m.nextStage(h, j)
	}
	return visits, lost
}

// maxVisitsAhead bounds the sum over visits to come.
const maxVisitsAhead = 20_000

func (m MBGCNBD) aheadOfStage(h History, t float64, j int) (visits, lost float64) {
	shape := m.R + float64(m.K*h.X+j)
	b, still := m.B+float64(h.X+1), 1.0
	for n := 1; n <= maxVisitsAhead; n++ {
		comes := still * visitsReach(shape, m.Alpha+h.T, t, n*m.K-j)
		at := float64(n - 1)
		visits += comes
		lost += comes * m.A / (m.A + b + at)
		still *= (b + at) / (m.A + b + at)
		if comes <= 1e-16*visits {
			break
		}
	}
	return visits, lost
}

// Count returns the probability that a new guest comes back n times in the first t.
func (m MBGCNBD) Count(t float64, n int) float64 {
	if !validTime(t) || n < 0 || n > maxRepeats {
		return math.NaN()
	}
	reached, passed := visitsReach(m.R, m.Alpha, t, n*m.K), visitsReach(m.R, m.Alpha, t, (n+1)*m.K)
	kept := math.Exp(special.LogRising(m.B, n) - special.LogRising(m.A+m.B, n))
	leaves := m.A / (m.A + m.B + float64(n))
	return kept * (leaves*reached + (1-leaves)*max(0, reached-passed))
}

// Simulate returns the history of a random guest watched for t.
func (m MBGCNBD) Simulate(rng *rand.Rand, t float64) History {
	rate, chance := drawGamma(rng, m.R, m.Alpha), drawBeta(rng, m.A, m.B)
	out := History{T: t}
	for at := 0.0; rng.Float64() >= chance && out.X < maxRepeats; {
		for range m.K {
			at += rng.ExpFloat64() / rate
		}
		if at = max(at, minTime); !(at <= t) { // NaN too: a rate of 0
			break
		}
		out.X, out.Tx = out.X+1, at
	}
	return out
}
