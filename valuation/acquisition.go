package valuation

import (
	"math/big"

	"github.com/hotelcrm/hotelcrm/internal/refuse"
	"github.com/shopspring/decimal"
)

// Budget is how marketing money turns into guests: some wins prospects, some keeps guests.
type Budget struct {
	Acquisition Response        `json:"acquisition"` // prospects won by a spend on each prospect, once
	Retention   Response        `json:"retention"`   // guests kept by a spend on each guest, every period
	Margin      decimal.Decimal `json:"margin"`      // of a guest and period before both, 0 or more
}

// BudgetValue is what one prospect is worth under a budget. First + Later = Equity.
type BudgetValue struct {
	Acquire         decimal.Decimal `json:"acquire"` // spend per prospect, rounded if it was looked for
	Keep            decimal.Decimal `json:"keep"`    // spend per guest and period, rounded if it was looked for
	AcquisitionRate decimal.Decimal `json:"acquisitionRate"`
	RetentionRate   decimal.Decimal `json:"retentionRate"` // rates to 34 significant digits, of the unrounded spends
	First           decimal.Decimal `json:"first"`         // of the first period, after the cost of acquisition
	Later           decimal.Decimal `json:"later"`         // of all periods after it
	Equity          decimal.Decimal `json:"equity"`        // rounded once
	Convention      Convention      `json:"convention"`
}

// Value returns the customer equity per prospect of given spends.
//
//	a·m - A + a·(m - R/r)·r'/(1-r'),  r' = r/(1+d)
//
// Input: acquire A and keep R, 0 or more; a and r follow from the budget's curves. Margins come at the start of each
// period, forever: c's timing is unset or StartOfPeriod and its horizon is not looked at but for the period. The rate
// is above the retention's ceiling less 1.
// Result: the equity is rounded once, and so is the first period; later is what lies between them.
// Errors: a [*hotelcrm.ParamError] that names the field.
// Source: R. Blattberg and J. Deighton (1996), Harvard Business Review 74(4).
func (b Budget) Value(acquire, keep decimal.Decimal, c Convention) (BudgetValue, error) {
	s, c, err := b.prepare(c)
	if err != nil {
		return BudgetValue{}, err
	}
	if err := checkSpend("acquire", acquire); err != nil {
		return BudgetValue{}, err
	}
	if err := checkSpend("keep", keep); err != nil {
		return BudgetValue{}, err
	}
	out := s.value(near(acquire.Rat()), near(keep.Rat()), c)
	out.Acquire, out.Keep = acquire, keep
	return out, nil
}

// Best returns the spends with the greatest customer equity per prospect, and that equity.
//
// The best spend on keeping does not depend on the other. It is the only root of
//
//	c·k·(m·(1+d) - R) - c - (1+d-c)·e^(kR) = 0,  c and k of the retention curve
//
// and 0 if c·k·m is at most 1. The best spend on acquisition is then that of [Response.Best] for m and all that comes
// later.
//
// Input: as for [Budget.Value].
// Result: spends rounded by c.Rounding, everything else that of the unrounded spends.
// Errors: a [*hotelcrm.ParamError].
func (b Budget) Best(c Convention) (BudgetValue, error) {
	s, c, err := b.prepare(c)
	if err != nil {
		return BudgetValue{}, err
	}
	keep := s.bestKeep()
	worth := new(big.Float).SetPrec(precision).Add(s.margin, s.later(keep, s.retention.rate(keep)))
	acquire := s.acquisition.best(worth)
	out := s.value(acquire, keep, c)
	out.Acquire, _ = roundNear(c.Rounding, acquire)
	out.Keep, _ = roundNear(c.Rounding, keep)
	return out, nil
}

// spending holds the numbers of a budget to 100 digits.
type spending struct {
	acquisition, retention curve
	margin                 *big.Float
	growth                 *big.Float // 1 + d
}

func (b Budget) prepare(c Convention) (spending, Convention, error) {
	c.Infinite = true
	c, err := c.fixedTiming(StartOfPeriod)
	if err != nil {
		return spending{}, c, err
	}
	if err := b.Acquisition.check("Budget.Acquisition"); err != nil {
		return spending{}, c, err
	}
	if err := b.Retention.check("Budget.Retention"); err != nil {
		return spending{}, c, err
	}
	if err := checkSpend("Budget.Margin", b.Margin); err != nil {
		return spending{}, c, err
	}
	s := spending{acquisition: b.Acquisition.curve(), retention: b.Retention.curve(), margin: near(b.Margin.Rat()), growth: c.Rate.growth(c.Horizon.Period)}
	if s.growth.Cmp(s.retention.ceiling) <= 0 {
		return spending{}, c, refuse.Param("Convention.Rate", c.Rate.String(), "above the ceiling of retention less 1")
	}
	return s, c, nil
}

// later returns what a guest who was won is worth after the first period: (m·r - R)/(1+d-r).
func (s spending) later(keep, rate *big.Float) *big.Float {
	out := new(big.Float).SetPrec(precision).Mul(s.margin, rate)
	out.Sub(out, keep)
	left := new(big.Float).SetPrec(precision).Sub(s.growth, rate)
	return out.Quo(out, left)
}

func (s spending) value(acquire, keep *big.Float, c Convention) BudgetValue {
	won, kept := s.acquisition.rate(acquire), s.retention.rate(keep)
	out := BudgetValue{AcquisitionRate: toDigits(won, significantDigits), RetentionRate: toDigits(kept, significantDigits), Convention: c}
	first := new(big.Float).SetPrec(precision).Mul(won, s.margin)
	first.Sub(first, acquire)
	later := s.later(keep, kept)
	later.Mul(later, won)
	out.First, _ = roundNear(c.Rounding, first)
	out.Equity, _ = roundNear(c.Rounding, later.Add(first, later))
	out.Later = out.Equity.Sub(out.First)
	return out
}

// bestKeep finds the root of the equation at [Budget.Best] by Newton's method. The left side falls and bends down, so
// that steps from a point right of the root stay right of it and cannot miss it.
func (s spending) bestKeep() *big.Float {
	newFloat := func() *big.Float { return new(big.Float).SetPrec(precision) }
	slope := newFloat().Mul(s.retention.ceiling, s.retention.k) // c·k
	if one := near(big.NewRat(1, 1)); newFloat().Mul(slope, s.margin).Cmp(one) <= 0 {
		return newFloat()
	}
	spread := newFloat().Sub(s.growth, s.retention.ceiling) // 1+d-c
	worth := newFloat().Mul(s.margin, s.growth)
	ratio := newFloat().Mul(slope, worth)
	start, _ := logOf(toDigits(ratio.Quo(ratio, spread), wideDigits)) // where the last term alone is as large as the first
	keep := near(start.Rat())
	keep.Quo(keep, s.retention.k)
	for range 200 { // some ten are enough: digits double with each
		raised := newFloat().Quo(spread, s.retention.decay(keep))
		left := newFloat().Sub(worth, keep)
		left.Mul(left, slope).Sub(left, s.retention.ceiling).Sub(left, raised)
		fall := newFloat().Add(slope, raised.Mul(raised, s.retention.k))
		step := left.Quo(left, fall)
		keep.Add(keep, step)
		if step.Sign() >= 0 || step.MantExp(nil) < keep.MantExp(nil)-trusted-60 {
			break
		}
	}
	return keep
}
