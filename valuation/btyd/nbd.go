package btyd

import (
	"math"
	"math/rand/v2"

	"github.com/hotelcrm/hotelcrm/internal/special"
	"github.com/hotelcrm/hotelcrm/valuation"
	"gonum.org/v1/gonum/mathext"
)

// NBD is the model of guests who never leave: visits at a constant rate, rates gamma distributed over guests with shape
// R and rate Alpha.
//
// Source: A. Ehrenberg, The pattern of consumer purchases, Applied Statistics 8 (1959).
type NBD struct {
	R     float64          `json:"r"`
	Alpha float64          `json:"alpha"` // in Unit
	Unit  valuation.Period `json:"unit"`
}

var _ Model = NBD{}

// Name returns "NBD".
func (NBD) Name() string { return "NBD" }

// Period returns the unit of time.
func (m NBD) Period() valuation.Period { return m.Unit }

// Params returns r and alpha.
func (m NBD) Params() []Param { return []Param{{"r", m.R}, {"alpha", m.Alpha}} }

// Validate returns a [*hotelcrm.ParamError] unless both parameters are above 0 and finite and the unit is set.
func (m NBD) Validate() error { return checkParams(m.Unit, m.Params()) }

// LogLikelihood returns the log-likelihood of a history.
//
//	Γ(r+x)/Γ(r) · α^r / (α+T)^(r+x)
func (m NBD) LogLikelihood(h History) float64 {
	if !h.valid() {
		return math.NaN()
	}
	return special.LogRising(m.R, h.X) - float64(m.R*math.Log1p(h.T/m.Alpha)) - float64(float64(h.X)*math.Log(m.Alpha+h.T))
}

// Alive returns 1: nobody leaves.
func (m NBD) Alive(h History) float64 { return m.AliveAt(h, 0) }

// AliveAt returns 1: nobody leaves.
func (m NBD) AliveAt(h History, t float64) float64 {
	if !h.valid() || !validTime(t) {
		return math.NaN()
	}
	return 1
}

// Expected returns the expected number of visits in the next t, (r+x)·t/(α+T).
func (m NBD) Expected(h History, t float64) float64 {
	if !h.valid() || !validTime(t) {
		return math.NaN()
	}
	return (m.R + float64(h.X)) * t / (m.Alpha + h.T)
}

// New returns the expected number of repeat visits of a new guest in the first t, r·t/α.
func (m NBD) New(t float64) float64 { return m.Expected(History{}, t) }

// Count returns the probability that a new guest comes back n times in the first t.
//
//	Γ(r+n)/(Γ(r)·n!) · (α/(α+t))^r · (t/(α+t))^n
func (m NBD) Count(t float64, n int) float64 {
	if !validTime(t) || n < 0 || n > maxRepeats {
		return math.NaN()
	}
	return visitsAre(m.R, m.Alpha, t, n)
}

// visitsAre returns the negative binomial probability of n visits in t.
func visitsAre(r, alpha, t float64, n int) float64 {
	log := special.LogRising(r, n) - special.LogRising(1, n) - float64(r*math.Log1p(t/alpha))
	if n > 0 {
		log += float64(n) * math.Log(t/(alpha+t))
	}
	return math.Exp(log)
}

// visitsReach returns the negative binomial probability of n visits or more in t.
func visitsReach(r, alpha, t float64, n int) float64 {
	switch {
	case n <= 0:
		return 1
	case t == 0:
		return 0
	}
	if r > 1e12 { // one rate for all: a Poisson process
		return mathext.GammaIncReg(float64(n), r*math.Log1p(t/alpha))
	}
	return mathext.RegIncBeta(float64(n), r, t/(alpha+t))
}

func (m NBD) with(v []float64) Model { return NBD{v[0], v[1], m.Unit} }

// FitNBD returns the NBD model of maximum likelihood.
//
// Input: workers is how many goroutines may work, 0 for one; the result does not depend on it.
// Errors: a [*hotelcrm.ParamError] for no cells; a [*FitError] where no guest came back or no start has a finite
// likelihood.
func FitNBD(cells *Cells, workers int) (Fit[NBD], error) {
	c, p, err := scaled("NBD", cells, workers)
	if err != nil {
		return Fit[NBD]{}, err
	}
	p.names, p.powers = []string{"r", "alpha"}, []float64{0, 1}
	r, alpha := c.startRate()
	p.starts = [][]float64{{r, alpha}, {1, 1}}
	p.on(c, func(c *columns) likelihood { return &nbdLikelihood{columns: c, shape: newRisings(cells.maxX())} })
	p.judge = p.judgeRate
	found, report, err := maximise(p)
	if err != nil {
		return Fit[NBD]{}, err
	}
	return Fit[NBD]{NBD{found[0], found[1], cells.unit}, report}, nil
}

type nbdLikelihood struct {
	*columns
	shape    risings
	r, alpha float64
}

func (l *nbdLikelihood) set(theta []float64) {
	l.r, l.alpha = theta[0], theta[1]
	l.shape.set(l.r)
}

func (l *nbdLikelihood) add(from, to int, s *sums) {
	for i := from; i < to; i++ {
		n, x := l.guests[i], float64(l.x[i])
		rate := newRateTerms(l.r, l.alpha, l.t[i], x)
		s.value += n * (l.shape.log[l.x[i]] - float64((l.r+x)*rate.log) - float64(x*math.Log(l.alpha)))
		s.gradient[0] += n * (l.shape.first[l.x[i]] - rate.log)
		s.gradient[1] += n * rate.alpha
		s.hessian[0][0] += n * l.shape.second[l.x[i]]
		s.hessian[1][0] += n * rate.both
		s.hessian[1][1] += n * rate.curve
	}
}

// rateTerms are the derivatives of -(r+x)·ln(1+t/α) - x·ln α, which all models with gamma rates share.
type rateTerms struct {
	log         float64 // ln(1+t/α), minus the derivative in r
	alpha       float64 // the derivative in α
	both, curve float64 // the second derivatives in r and α and in α
}

func newRateTerms(r, alpha, t, x float64) rateTerms {
	return rateTermsAt(r, alpha, t, x, math.Log1p(t/alpha))
}

func rateTermsAt(r, alpha, t, x, log float64) rateTerms {
	share := 1 / (alpha + t)
	both := t * share / alpha
	slope := float64(r*both) - float64(x*share)
	return rateTerms{
		log: log, alpha: slope, both: both,
		curve: float64(x*share*share) - float64(r*both)*(2*alpha+t)*share/alpha,
	}
}

// Simulate returns the history of a random guest watched for t.
func (m NBD) Simulate(rng *rand.Rand, t float64) History {
	return drawVisits(rng, drawGamma(rng, m.R, m.Alpha), math.Inf(1), t, never)
}
