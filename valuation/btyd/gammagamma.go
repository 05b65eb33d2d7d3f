package btyd

import (
	"fmt"
	"math"
	"strconv"

	"github.com/hotelcrm/hotelcrm/internal/refuse"
	"gonum.org/v1/gonum/mathext"
)

// GammaGamma is the model of spend per visit: what a guest spends varies from visit to visit around a mean of their own,
// and the means vary among guests. It takes for granted that spend has nothing to do with how often a guest comes; the
// fit reports the correlation of the two.
//
// A visit's spend is gamma(p, ν), and ν is gamma(q, γ) among guests. Source: P. Fader and B. Hardie, The gamma-gamma
// model of monetary value (2013), www.brucehardie.com/notes/025.
type GammaGamma struct {
	P     float64 `json:"p"`
	Q     float64 `json:"q"`
	Gamma float64 `json:"gamma"` // in the currency of the spends
}

// Spend is what one guest spent on some visits.
//
// The first visit is left out where the models of repeat visits leave it out. All amounts of one fit are in one
// currency. They are floats because the model is: keep money itself as decimals.
type Spend struct {
	X    int     `json:"x"`    // visits, 1 or more; 0 for a guest of whom no spend is known
	Mean float64 `json:"mean"` // spend per visit, above 0; not read where X is 0
}

// NewGammaGamma returns the model with these parameters.
//
// Errors: a [*hotelcrm.ParamError] unless all three are finite and above 0.
func NewGammaGamma(p, q, gamma float64) (GammaGamma, error) {
	m := GammaGamma{P: p, Q: q, Gamma: gamma}
	return m, m.Validate()
}

// Name returns "Gamma-Gamma".
func (m GammaGamma) Name() string { return "Gamma-Gamma" }

// Params returns p, q and gamma.
func (m GammaGamma) Params() []Param {
	return []Param{{"p", m.P}, {"q", m.Q}, {"gamma", m.Gamma}}
}

// Validate returns a [*hotelcrm.ParamError] for a parameter out of range, else nil.
func (m GammaGamma) Validate() error { return checkPositive(m.Params()) }

// Validate returns a [*hotelcrm.ParamError] for a spend that the model cannot read, else nil.
func (s Spend) Validate() error {
	if s.X < 0 || s.X > maxRepeats {
		return refuse.Param("Spend.X", strconv.Itoa(s.X), fmt.Sprintf("0 to %d", maxRepeats))
	}
	if s.X > 0 && !(s.Mean > 0 && s.Mean <= maxSpend) { // NaN too
		return refuse.Param("Spend.Mean", fmt.Sprint(s.Mean), "above 0, at most 1e15")
	}
	return nil
}

const maxSpend = 1e15

// LogLikelihood returns the log-likelihood of one guest's spend, 0 for X of 0.
//
//	ln Γ(px+q) - ln Γ(px) - ln Γ(q) + q ln γ + (px-1) ln z + px ln x - (px+q) ln(γ+xz)
//
// Input: a valid spend.
// Source: equation 1a of the note.
func (m GammaGamma) LogLikelihood(s Spend) float64 {
	if s.X == 0 {
		return 0
	}
	x, px := float64(s.X), m.P*float64(s.X)
	all := math.Log(m.Gamma + x*s.Mean)
	return -lbeta(px, m.Q) + m.Q*(math.Log(m.Gamma)-all) + px*(math.Log(x*s.Mean)-all) - math.Log(s.Mean)
}

// lbeta returns ln B(a, b).
func lbeta(a, b float64) float64 { return mathext.Lbeta(a, b) }

// Expected returns the expected mean spend per visit of a guest: a weighted mean of what they spent and of what all
// guests spend, that leans on the guest the more visits there are.
//
//	E[M | z, x] = p(γ+xz)/(px+q-1)
//
// With X of 0 it is the mean of all guests, pγ/(q-1).
//
// Input: a valid spend.
// Errors: a [*hotelcrm.ParamError] if px+q is 1 or less: so few visits, in a house where spends differ so much, have no
// mean. [GammaGamma.Quantile] at 1/2, the median, is then an answer.
// Source: equation 5 of the note.
func (m GammaGamma) Expected(s Spend) (float64, error) {
	if err := s.Validate(); err != nil {
		return 0, err
	}
	shape := m.P*float64(s.X) + m.Q
	if !(shape > 1) {
		return 0, refuse.Param("q", fmt.Sprint(m.Q), fmt.Sprintf("above 1-%.4g, or there is no mean; ask for the median", m.P*float64(s.X)))
	}
	return m.P * m.total(s) / (shape - 1), nil
}

// total returns γ+xz.
func (m GammaGamma) total(s Spend) float64 {
	if s.X == 0 {
		return m.Gamma
	}
	return m.Gamma + float64(s.X)*s.Mean
}

// Quantile returns the value that the mean spend per visit of a guest is below with the probability given: at 1/2 the
// median, at 0.05 and 0.95 an interval that holds it with 90 %.
//
// The rate ν of a guest is gamma(px+q, γ+xz) after x visits, and the mean is p/ν.
//
// Input: a valid spend, probability in (0, 1).
// Errors: a [*hotelcrm.ParamError].
func (m GammaGamma) Quantile(s Spend, probability float64) (float64, error) {
	if err := s.Validate(); err != nil {
		return 0, err
	}
	if !(probability > 0 && probability < 1) {
		return 0, refuse.Param("probability", fmt.Sprint(probability), "above 0 and below 1")
	}
	rate := mathext.GammaIncRegCompInv(m.P*float64(s.X)+m.Q, probability)
	out := m.P * m.total(s) / rate
	if math.IsNaN(out) || math.IsInf(out, 0) {
		return 0, refuse.Param("probability", fmt.Sprint(probability), "nearer to one half: the quantile overflows")
	}
	return out, nil
}
