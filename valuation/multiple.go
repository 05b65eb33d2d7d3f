package valuation

import (
	"math/big"

	"github.com/hotelcrm/hotelcrm/internal/refuse"
	"github.com/shopspring/decimal"
)

// Stream is what a guest is expected to bring: a margin each period, which grows, for as long as the guest stays on.
type Stream struct {
	Margin    decimal.Decimal `json:"margin"`    // of the first period, after the cost of keeping the guest
	Growth    decimal.Decimal `json:"growth"`    // of the margin per one and period, above -1, at most 10
	Retention decimal.Decimal `json:"retention"` // chance of staying on from one period to the next, 0 to 1
}

// StreamValue is what a stream is worth today.
type StreamValue struct {
	Amount     decimal.Decimal `json:"amount"`   // rounded once, by Convention.Rounding
	Multiple   decimal.Decimal `json:"multiple"` // of the margin, to 34 significant digits
	Stream     Stream          `json:"stream"`
	Convention Convention      `json:"convention"`
}

// MarginMultiple returns the value of a stream and the multiple of its margin that it is worth.
//
//	end of period, endless  r / (1 + i - r·(1+g))
//	end of period           Σ r^t·(1+g)^(t-1) / (1+i)^t           t = 1..n
//	start of period         Σ r^t·(1+g)^t / (1+i)^t               t = 0..n-1
//	middle of period        Σ r^(t-1)·(1+g)^(t-1) / (1+i)^(t-1/2) t = 1..n
//
// A retention of 0.8 at a rate of 0.12 is worth 2.5 margins; that is the whole use of the multiple, and its whole
// weakness: retention, margin and rate stay as they are forever.
//
// Input: margin m, growth g, retention r; i is c.Rate brought to c.Horizon.Period; n is c.Horizon.N, or endless; an
// unset timing is EndOfPeriod.
// Result: rounded as by [Annuity].
// Errors: a [*hotelcrm.ParamError] that names the field, also where an endless sum has no value, which needs
// r·(1+g) < 1+i, and where margins of 1 would be worth over 1e100.
// Source: S. Gupta and D. Lehmann (2003), Customers as assets, Journal of Interactive Marketing 17(1).
func MarginMultiple(s Stream, c Convention) (StreamValue, error) {
	c, err := c.resolved(EndOfPeriod)
	if err != nil {
		return StreamValue{}, err
	}
	if err := s.check("Stream"); err != nil {
		return StreamValue{}, err
	}
	sum := s.series(c)
	if !sum.converges() {
		return StreamValue{}, s.endless("Stream.Retention")
	}
	near, err := sum.value(c, maxSumDigits)
	if err != nil {
		return StreamValue{}, err
	}
	return StreamValue{
		Amount: sum.times(s.Margin.Rat(), near, c.Rounding), Multiple: toDigits(near, significantDigits), Stream: s, Convention: c,
	}, nil
}

// series returns the sum of the payments of a margin of 1.
func (s Stream) series(c Convention) *series {
	v, retention := c.Rate.discount(c.Horizon.Period), rational(s.Retention.Rat())
	out := &series{ratio: v.times(retention).times(s.grown()), n: c.Horizon.N, infinite: c.Infinite}
	switch c.Timing {
	case StartOfPeriod:
		out.first = rational(big.NewRat(1, 1))
	case MiddleOfPeriod:
		out.first = v.sqrt()
	default:
		out.first = v.times(retention)
	}
	return out
}

// grown returns 1 + g.
func (s Stream) grown() real { return rational(s.Growth.Add(decimal.NewFromInt(1)).Rat()) }

func (s Stream) check(param string) error {
	if err := checkDecimal(param+".Margin", s.Margin); err != nil {
		return err
	}
	if err := checkUnit(param+".Retention", s.Retention); err != nil {
		return err
	}
	if err := checkDecimal(param+".Growth", s.Growth); err != nil {
		return err
	}
	if !s.Growth.GreaterThan(decimal.NewFromInt(-1)) || s.Growth.GreaterThan(decimal.NewFromInt(maxGrowth)) {
		return refuse.Param(param+".Growth", s.Growth.String(), "above -1, at most 10")
	}
	return nil
}

// maxGrowth is beyond what any margin grows by in a period.
const maxGrowth = 10

func (s Stream) endless(param string) error {
	product := s.Retention.Mul(s.Growth.Add(decimal.NewFromInt(1)))
	return refuse.Param(
		param, s.Retention.String(),
		"retention·(1+growth) below 1 + rate, as the payments never end; it is "+product.String())
}
