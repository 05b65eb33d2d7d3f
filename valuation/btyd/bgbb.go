package btyd

import (
	"math"
	"strconv"

	"github.com/hotelcrm/hotelcrm/internal/refuse"
	"github.com/hotelcrm/hotelcrm/internal/special"
	"github.com/hotelcrm/hotelcrm/valuation"
)

// BGBB is the beta-geometric/beta-Bernoulli model of guests with one occasion a period: a yearly congress, a festival, a
// season's holiday. On each occasion a guest who is alive comes with a probability of their own, beta(α, β) among guests;
// before each occasion a guest leaves for good with a probability of their own, beta(γ, δ).
//
// The letters are those of P. Fader, B. Hardie and J. Shang, Customer-base analysis in a discrete-time noncontractual
// setting, Marketing Science 29 (2010).
type BGBB struct {
	Alpha float64          `json:"alpha"`
	Beta  float64          `json:"beta"`
	Gamma float64          `json:"gamma"`
	Delta float64          `json:"delta"`
	Unit  valuation.Period `json:"unit"` // from one occasion to the next
}

// Occasions is what one guest did on N occasions: they came on X of them, the last time on occasion Tx.
type Occasions struct {
	X  int `json:"x"`  // 0 to Tx
	Tx int `json:"tx"` // 0 to N, 0 if and only if X is 0
	N  int `json:"n"`  // 0 to 36500
}

// NewBGBB returns the model with these parameters.
//
// Errors: a [*hotelcrm.ParamError] unless all four are finite and above 0 and the unit is set.
func NewBGBB(alpha, beta, gamma, delta float64, unit valuation.Period) (BGBB, error) {
	m := BGBB{Alpha: alpha, Beta: beta, Gamma: gamma, Delta: delta, Unit: unit}
	return m, m.Validate()
}

// Name returns "BG/BB".
func (m BGBB) Name() string { return "BG/BB" }

// Params returns alpha, beta, gamma and delta.
func (m BGBB) Params() []Param {
	return []Param{{"alpha", m.Alpha}, {"beta", m.Beta}, {"gamma", m.Gamma}, {"delta", m.Delta}}
}

// Validate returns a [*hotelcrm.ParamError] for parameters out of range or an unset unit, else nil.
func (m BGBB) Validate() error {
	return checkParams(m.Unit, m.Params())
}

// Validate returns a [*hotelcrm.ParamError] for occasions that cannot be, else nil.
func (o Occasions) Validate() error {
	if o.N < 0 || o.N > maxOccasions {
		return occasionsError("Occasions.N", o.N, 0)
	}
	if o.Tx < 0 || o.Tx > o.N {
		return refuse.Param("Occasions.Tx", strconv.Itoa(o.Tx), "0 to N")
	}
	if o.X < min(o.Tx, 1) || o.X > o.Tx {
		return refuse.Param("Occasions.X", strconv.Itoa(o.X), "1 to Tx, 0 if and only if Tx is 0")
	}
	return nil
}

// LogLikelihood returns the log-likelihood of one guest's occasions.
//
//	L = B(α+x, β+n-x)/B(α, β)·B(γ, δ+n)/B(γ, δ)
//	    + Σ B(α+x, β+tx-x+i)/B(α, β)·B(γ+1, δ+tx+i)/B(γ, δ),  i = 0 to n-tx-1
//
// Input: valid occasions.
// Cost: O(n), no allocation.
// Source: equation 3 of the paper.
func (m BGBB) LogLikelihood(o Occasions) float64 {
	came := special.LogRising(m.Alpha, o.X) + special.LogRising(m.Beta, o.N-o.X) - special.LogRising(m.Alpha+m.Beta, o.N)
	stayed := special.LogRising(m.Delta, o.N) - special.LogRising(m.Gamma+m.Delta, o.N)
	return came + stayed + math.Log1p(m.oddsGone(o))
}

// oddsGone returns the odds that the guest left by occasion n, +Inf where they overflow.
//
// Term i of the sum over the first term of L is a product over the occasions after tx+i, so that it grows from one step
// to the next without a gamma function.
func (m BGBB) oddsGone(o Occasions) float64 {
	sum, product := 0.0, 1.0
	for j := o.N - 1; j >= o.Tx; j-- {
		at := float64(j)
		product *= (m.Alpha + m.Beta + at) / (m.Beta + at - float64(o.X)) * (m.Gamma + m.Delta + at) / (m.Delta + at)
		sum += product * m.Gamma / (m.Gamma + m.Delta + at)
	}
	return sum
}

// Alive returns the probability that the guest will be there for occasion n+1, whether they come or not.
//
//	B(α+x, β+n-x)/B(α, β)·B(γ, δ+n+1)/B(γ, δ) / L
//
// Input: valid occasions.
// Cost: O(n-tx), no allocation.
// Source: equation 8 of the paper.
func (m BGBB) Alive(o Occasions) float64 {
	return m.stays(o.N) / (1 + m.oddsGone(o))
}

// stays returns the probability that a guest alive at occasion n is alive at the next.
func (m BGBB) stays(n int) float64 {
	past := m.Delta + float64(n)
	return past / (m.Gamma + past)
}

// Expected returns on how many of the next occasions the guest is expected to come.
//
//	P(alive at n)·(α+x)/(α+β+n)·Σ B(γ, δ+n+i)/B(γ, δ+n),  i = 1 to next
//
// It is equation 12 of the paper, with the sum written out, so that γ = 1 is no special case.
//
// Input: valid occasions, next of 0 to 36500; more counts as 36500, less as none.
// Cost: O(n-tx+next), no allocation.
func (m BGBB) Expected(o Occasions, next int) float64 {
	return m.comes(o) * m.occasions(o.N, next) / (1 + m.oddsGone(o))
}

// comes returns the probability that the guest, if alive, comes on an occasion.
func (m BGBB) comes(o Occasions) float64 {
	return (m.Alpha + float64(o.X)) / (m.Alpha + m.Beta + float64(o.N))
}

// occasions returns for how many of the next occasions a guest alive at occasion n is expected to be alive.
func (m BGBB) occasions(n, next int) float64 {
	sum, alive := 0.0, 1.0
	for i := range min(next, maxOccasions) {
		alive *= m.stays(n + i)
		sum += alive
	}
	return sum
}

// New returns on how many of the first n occasions a new guest is expected to come, of whom nothing is known.
//
// Input: n of 0 to 36500; more counts as 36500, less as none.
// Source: equation 7 of the paper.
func (m BGBB) New(n int) float64 { return m.Expected(Occasions{}, n) }

// Residual returns the discounted expected residual visits of a guest (DERT): each of the occasions to come, the next
// one period from now, counts as one visit discounted to the present.
//
//	P(alive at n+1)·(α+x)/(α+β+n)·₂F₁(1, δ+n+1; γ+δ+n+1; 1/(1+d))/(1+d)
//
// Input: valid occasions.
// Errors: a [*hotelcrm.ParamError] for an unset rate or one below 0, and for a rate of 0 if γ is 1 or less: the sum is
// infinite.
// Source: equation 14 of the paper.
func (m BGBB) Residual(o Occasions, rate valuation.Rate) (float64, error) {
	d, err := discountPer(rate, m.Unit)
	if err != nil {
		return 0, err
	}
	sum := sumOfSurvivors(m.Delta+float64(o.N)+1, m.Gamma, d)
	if math.IsInf(sum, 0) {
		return 0, errNoDiscount(m.Gamma)
	}
	return m.Alive(o) * m.comes(o) * sum / (1 + d), nil
}

// Count returns the probability that a new guest comes on exactly x of the first n occasions.
//
// Cost: O(n).
// Source: equation 5 of the paper.
func (m BGBB) Count(n, x int) float64 {
	if x < 0 || x > n || n > maxOccasions {
		return 0
	}
	sum := math.Exp(m.logCame(n, x) + special.LogRising(m.Delta, n) - special.LogRising(m.Gamma+m.Delta, n))
	for i := x; i < n; i++ {
		gone := math.Log(m.Gamma) + special.LogRising(m.Delta, i) - special.LogRising(m.Gamma+m.Delta, i+1)
		sum += math.Exp(m.logCame(i, x) + gone)
	}
	return sum
}

// logCame returns ln of C(n, x)·B(α+x, β+n-x)/B(α, β).
func (m BGBB) logCame(n, x int) float64 {
	return special.LogRising(1, n) - special.LogRising(1, x) - special.LogRising(1, n-x) +
		special.LogRising(m.Alpha, x) + special.LogRising(m.Beta, n-x) - special.LogRising(m.Alpha+m.Beta, n)
}
