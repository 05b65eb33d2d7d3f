package valuation

import (
	"math/big"

	"github.com/hotelcrm/hotelcrm"
	"github.com/shopspring/decimal"
)

// Promoted is the value of a guest who is kept by promotion. Contribution - Promotion = Amount.
type Promoted struct {
	Contribution decimal.Decimal `json:"contribution"` // present value of the contributions
	Promotion    decimal.Decimal `json:"promotion"`    // present value of the cost of promotion
	Amount       decimal.Decimal `json:"amount"`       // of the guest
	Convention   Convention      `json:"convention"`
}

// PromotedValue returns the value of a guest who pays once a period, now and n times more, and on whom a promotion is
// spent in the middle between two payments.
//
//	GC · Σ r^t / (1+d)^t  t = 0..n   -   M · Σ r^(t-1) / (1+d)^(t-1/2)  t = 1..n
//
// Input: contribution GC and promotion M of each period, retention r in [0, 1]; n is c.Horizon.N, or endless. The
// timing is the model's own: unset, or StartOfPeriod, which the result carries.
// Result: the amount and the contribution are rounded once; the promotion is what lies between them.
// Errors: a [*hotelcrm.ParamError], also where an endless sum has no value: it needs r < 1+d; and where
// contributions of 1 would be worth over 1e100.
// Source: P. Berger and N. Nasr (1998), Customer lifetime value: marketing models and applications, Journal of
// Interactive Marketing 12(1), case 1.
func PromotedValue(contribution, promotion, retention decimal.Decimal, c Convention) (Promoted, error) {
	c, err := c.fixedTiming(StartOfPeriod)
	if err != nil {
		return Promoted{}, err
	}
	if err := checkDecimal("contribution", contribution); err != nil {
		return Promoted{}, err
	}
	if err := checkDecimal("promotion", promotion); err != nil {
		return Promoted{}, err
	}
	if err := checkUnit("retention", retention); err != nil {
		return Promoted{}, err
	}
	earned := Stream{Margin: contribution, Retention: retention}
	gains := earned.series(c)
	if !gains.converges() {
		return Promoted{}, earned.endless("retention")
	}
	if !c.Infinite {
		gains.n++
	}
	worth, err := gains.value(c, maxSumDigits)
	if err != nil {
		return Promoted{}, err
	}
	middle := c
	middle.Timing = MiddleOfPeriod
	costs := earned.series(middle)
	out := Promoted{Convention: c}
	out.Amount = difference(weighted{contribution.Rat(), gains}, weighted{promotion.Rat(), costs}, c.Rounding)
	out.Contribution = gains.times(contribution.Rat(), worth, c.Rounding)
	out.Promotion = out.Contribution.Sub(out.Amount)
	return out, nil
}

// weighted is a sum of payments of one amount.
type weighted struct {
	amount *big.Rat
	sum    *series
}

// difference returns a - b, rounded once.
func difference(a, b weighted, rounding hotelcrm.RoundTo) decimal.Decimal {
	gain, cost := near(a.amount), near(b.amount)
	gain.Mul(gain, a.sum.sum())
	cost.Mul(cost, b.sum.sum())
	rounded, sure := roundSum(rounding, new(big.Float).Sub(gain, cost), largestOf([]*big.Float{gain, cost}))
	if sure {
		return rounded
	}
	first, second := a.sum.exact(), b.sum.exact()
	if first == nil || second == nil {
		return rounded
	}
	first.Mul(first, a.amount)
	return rounding.Rat(first.Sub(first, second.Mul(second, b.amount)))
}
