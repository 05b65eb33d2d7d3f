package valuation

import (
	"math/big"

	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/internal/refuse"
	"github.com/shopspring/decimal"
)

// Payback is when a guest has paid back what was spent on winning them.
type Payback struct {
	Periods    int        `json:"periods"` // payments until the cost is covered; 0 if there is no cost
	Reached    bool       `json:"reached"` // false: not within the horizon, and Periods means nothing
	Convention Convention `json:"convention"`
}

// PaybackPeriod returns the number of payments of a stream whose present value first covers a cost. A rate of
// Effective of 0 gives the payback without discount.
//
// Input: cost 0 or more; an unset timing is EndOfPeriod. An infinite horizon is looked at for 36,500 periods. A sum
// within a 60th digit of the cost covers it.
// Errors: a [*hotelcrm.ParamError] that names cost or field.
// Cost: O(log n) sums.
func PaybackPeriod(cost decimal.Decimal, s Stream, c Convention) (Payback, error) {
	c, err := checkCost(cost, s, c)
	if err != nil {
		return Payback{}, err
	}
	last := c.Horizon.N
	if c.Infinite {
		last = maxPeriods
	}
	sum := s.series(c)
	sum.infinite = false
	covered := func(n int) bool {
		sum.n = n
		return sum.covers(s.Margin.Rat(), cost.Rat())
	}
	out := Payback{Reached: covered(last), Convention: c}
	if !out.Reached {
		return out, nil
	}
	for low, high := 0, last; ; { // the sum is below the cost before low, and covers it at high
		if low == high {
			out.Periods = low
			return out, nil
		}
		if middle := (low + high) / 2; covered(middle) {
			high = middle
		} else {
			low = middle + 1
		}
	}
}

// covers reports whether amount·sum is at least cost.
func (s *series) covers(amount, cost *big.Rat) bool {
	value, target := near(amount), near(cost)
	value.Mul(value, s.sum())
	gap := new(big.Float).SetPrec(precision).Sub(target, value)
	if gap.Sign() <= 0 {
		return true
	}
	return gap.MantExp(nil) < target.MantExp(nil)-trusted
}

func checkCost(cost decimal.Decimal, s Stream, c Convention) (Convention, error) {
	c, err := c.resolved(EndOfPeriod)
	if err != nil {
		return c, err
	}
	if err := s.check("Stream"); err != nil {
		return c, err
	}
	if s.Margin.IsNegative() {
		return c, refuse.Param("Stream.Margin", s.Margin.String(), "0 or more")
	}
	return c, checkSpend("cost", cost)
}

// BreakEven is the value of one parameter at which a guest is worth exactly what winning them costs.
type BreakEven struct {
	Margin     decimal.Decimal `json:"margin"`    // per period at the stream's retention, rounded up
	Retention  decimal.Decimal `json:"retention"` // at the stream's margin, to 34 significant digits
	Reachable  bool            `json:"reachable"` // false: no retention up to 1 is enough, and Retention means nothing
	Convention Convention      `json:"convention"`
}

// BreakEvenOf returns the smallest margin, and the smallest retention, at which an endless stream is worth its cost.
//
//	end of period     margin = C·(1+d-r(1+g))/r        retention = C·(1+d) / (m + C(1+g))
//	start of period   margin = C·(1+d-r(1+g))/(1+d)    retention = (1 - m/C)·(1+d)/(1+g)
//	middle of period  margin = the last times √(1+d)   retention = (1 - m/(C·√(1+d)))·(1+d)/(1+g)
//
// Input: cost C above 0; margin m, growth g, retention r above 0 of the stream; c's horizon is endless, but for the
// period; an unset timing is EndOfPeriod. The margin is rounded to c.Rounding.Places upwards, whatever the mode, so that
// it does break even.
// Result: a retention below 0 is given as 0: the first payment covers the cost.
// Errors: a [*hotelcrm.ParamError], also where the stream has no value because r·(1+g) is 1+d or more.
func BreakEvenOf(cost decimal.Decimal, s Stream, c Convention) (BreakEven, error) {
	c.Infinite = true
	c, err := checkCost(cost, s, c)
	if err != nil {
		return BreakEven{}, err
	}
	if cost.IsZero() {
		return BreakEven{}, refuse.Param("cost", cost.String(), "above 0")
	}
	if s.Retention.IsZero() {
		return BreakEven{}, refuse.Param("Stream.Retention", s.Retention.String(), "above 0")
	}
	sum := s.series(c)
	if !sum.converges() {
		return BreakEven{}, s.endless("Stream.Retention")
	}
	retention := s.leastRetention(cost, c)
	out := BreakEven{Margin: sum.leastMargin(cost, c.Rounding), Retention: toDigits(retention, significantDigits), Convention: c}
	out.Reachable = s.Margin.IsPositive() && retention.Cmp(near(big.NewRat(1, 1))) <= 0 && retention.Cmp(rate(s, c)) < 0
	return out, nil
}

// leastMargin returns cost / sum, rounded up.
func (s *series) leastMargin(cost decimal.Decimal, rounding hotelcrm.RoundTo) decimal.Decimal {
	rounding.Mode = hotelcrm.RoundCeiling
	if exact := s.exact(); exact != nil {
		return rounding.Rat(exact.Quo(cost.Rat(), exact))
	}
	quotient := near(cost.Rat())
	out, _ := roundNear(rounding, quotient.Quo(quotient, s.sum()))
	return out
}

// rate returns (1+d)/(1+g), the retention from which an endless stream has no value.
func rate(s Stream, c Convention) *big.Float {
	out := c.Rate.growth(c.Horizon.Period)
	return out.Quo(out, s.grown().near)
}

// leastRetention returns the retention at which the stream is worth cost, 0 if that is below 0.
func (s Stream) leastRetention(cost decimal.Decimal, c Convention) *big.Float {
	discount := c.Rate.discount(c.Horizon.Period)
	first, margin, price := near(big.NewRat(1, 1)), near(s.Margin.Rat()), near(cost.Rat())
	switch c.Timing {
	case EndOfPeriod: // C / (v·(m + C·(1+g)))
		below := new(big.Float).SetPrec(precision).Mul(price, s.grown().near)
		below.Add(below, margin).Mul(below, discount.near)
		return price.Quo(price, below)
	case MiddleOfPeriod:
		first = discount.sqrt().near
	}
	share := new(big.Float).SetPrec(precision).Mul(margin, first)
	share.Quo(share, price)
	out := near(big.NewRat(1, 1))
	out.Sub(out, share)
	if out.Sign() < 0 {
		return new(big.Float).SetPrec(precision)
	}
	return out.Mul(out, rate(s, c))
}
