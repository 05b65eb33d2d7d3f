package btyd

import (
	"math"

	"github.com/hotelcrm/hotelcrm/valuation"
)

// SBG is the shifted-beta-geometric model of contracts: each guest renews with a probability of their own, the same at
// every renewal, and the probability not to renew is beta distributed among guests.
//
// Periods are counted from 1: a guest who leaves in period t has paid for t periods and renewed t-1 times. Survival(t) is
// the share that is still there after renewal t, so Survival(0) = 1.
//
//	S(t) = B(α, β+t)/B(α, β),  P(T = t) = B(α+1, β+t-1)/B(α, β),  r(t) = S(t)/S(t-1) = (β+t-1)/(α+β+t-1)
//
// It fits members of a club, subscriptions, corporate rates: whatever ends by a word of the guest. Source: P. Fader and
// B. Hardie, How to project customer retention, Journal of Interactive Marketing 21 (2007), equations 5 to 8.
type SBG struct {
	Alpha float64          `json:"alpha"`
	Beta  float64          `json:"beta"`
	Unit  valuation.Period `json:"unit"` // from one renewal to the next
}

// NewSBG returns the model with these parameters.
//
// Errors: a [*hotelcrm.ParamError] unless both are finite and above 0 and the unit is set.
func NewSBG(alpha, beta float64, unit valuation.Period) (SBG, error) {
	m := SBG{Alpha: alpha, Beta: beta, Unit: unit}
	return m, m.Validate()
}

// Name returns "sBG".
func (m SBG) Name() string { return "sBG" }

// Params returns alpha and beta.
func (m SBG) Params() []Param { return []Param{{"alpha", m.Alpha}, {"beta", m.Beta}} }

// Validate returns a [*hotelcrm.ParamError] for parameters out of range or an unset unit, else nil.
func (m SBG) Validate() error {
	return checkParams(m.Unit, m.Params())
}

// Survival returns the share of new guests that are still there after renewal t: 1 for t of 0 or less.
//
// Cost: O(t) up to 64 renewals, then constant.
func (m SBG) Survival(t int) float64 {
	return math.Exp(logRisingRatio(m.Beta, m.Alpha+m.Beta, t))
}

// LeaveIn returns the probability that a new guest leaves at the end of period t: 0 for t below 1.
func (m SBG) LeaveIn(t int) float64 {
	if t < 1 {
		return 0
	}
	return m.Survival(t-1) * m.Alpha / (m.Alpha + m.Beta + float64(t-1))
}

// Retention returns the share of those there in period t who renew at its end, for t of 1 or more. It rises with t
// though no guest changes: the restless leave first.
func (m SBG) Retention(t int) float64 {
	past := m.Beta + float64(max(t, 1)-1)
	return past / (m.Alpha + past)
}

// MeanLifetime returns how many periods a new guest stays on average, the one of leaving included: (α+β-1)/(α-1), and
// +Inf for α of 1 or less, where some guests stay so long that there is no mean.
func (m SBG) MeanLifetime() float64 {
	if m.Alpha <= 1 {
		return math.Inf(1)
	}
	return (m.Alpha + m.Beta - 1) / (m.Alpha - 1)
}

// DiscountedLifetime returns the discounted expected lifetime of a new guest who pays 1 at the start of each period, the
// first now.
//
//	DEL(d) = Σ S(t)/(1+d)^t, t ≥ 0, = ₂F₁(1, β; α+β; 1/(1+d))
//
// Errors: a [*hotelcrm.ParamError] for an unset rate or one below 0, and for a rate of 0 if α is 1 or less: the sum is
// infinite.
// Source: Fader and Hardie, Customer-base valuation in a contractual setting, Marketing Science 29 (2010).
func (m SBG) DiscountedLifetime(rate valuation.Rate) (float64, error) {
	d, err := discountPer(rate, m.Unit)
	if err != nil {
		return 0, err
	}
	return m.sum(0, d)
}

// ResidualLifetime returns the discounted expected residual lifetime of a guest who is about to make renewal n, with
// the payment of that renewal due now.
//
//	DERL(d) = (β+n-1)/(α+β+n-1) ₂F₁(1, β+n; α+β+n; 1/(1+d))
//
// The index is the renewal to come: n = 1 is a guest in their first period. Programs that count the renewals already made
// call this case n-1.
//
// Input: n of 1 or more.
// Errors: a [*hotelcrm.ParamError], as for [SBG.DiscountedLifetime].
// Source: Fader and Hardie (2010), equation 6.
func (m SBG) ResidualLifetime(n int, rate valuation.Rate) (float64, error) {
	if n < 1 || n > maxOccasions {
		return 0, occasionsError("n", n, 1)
	}
	d, err := discountPer(rate, m.Unit)
	if err != nil {
		return 0, err
	}
	sum, err := m.sum(n, d)
	return m.Retention(n) * sum, err
}

// sum returns Σ v^t S(n+t)/S(n) over t ≥ 0 with v = 1/(1+d).
func (m SBG) sum(n int, d float64) (float64, error) {
	b := m.Beta + float64(n)
	out := sumOfSurvivors(b, m.Alpha, d)
	if math.IsInf(out, 0) {
		return 0, errNoDiscount(m.Alpha)
	}
	return out, nil
}
