package valuation

import (
	"math/big"

	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/internal/refuse"
	"github.com/shopspring/decimal"
)

// Payments is a row of equal payments, one a period, that a guest makes for as long as the relation lasts.
type Payments struct {
	Amount    decimal.Decimal `json:"amount"`    // of each period; may be negative
	Retention decimal.Decimal `json:"retention"` // chance of staying on from one period to the next, 0 to 1; 1: nobody leaves

	// FirstCertain is for payments at the end of a period: the first one comes before the guest first decides to stay
	// on. At the start and in the middle of a period the first payment is certain in any case.
	FirstCertain bool `json:"firstCertain,omitempty"`
}

// PresentValue is what payments to come are worth today.
type PresentValue struct {
	Amount     decimal.Decimal `json:"amount"` // rounded once, by Convention.Rounding
	Factor     decimal.Decimal `json:"factor"` // of payments of 1, to 34 significant digits
	Payments   Payments        `json:"payments"`
	Convention Convention      `json:"convention"`
}

// Annuity returns the present value of the payments of c.Horizon.N periods, or of endless ones if c.Infinite is set.
//
//	end of period     A · Σ r^t / (1+d)^t           t = 1..n
//	first certain     A · Σ r^(t-1) / (1+d)^t       t = 1..n
//	start of period   A · Σ r^t / (1+d)^t           t = 0..n-1
//	middle of period  A · Σ r^(t-1) / (1+d)^(t-1/2) t = 1..n
//
// Input: retention r in [0, 1]; d is c.Rate brought to c.Horizon.Period; an unset timing is EndOfPeriod. n = 0 gives 0,
// d = 0 and r = 1 give n·A.
// Result: correctly rounded. Where d is converted or halved, or the exact sum would have over four million bits, the
// sum is known to 60 digits, and one that close to a boundary of rounding counts as on it.
// Errors: a [*hotelcrm.ParamError] that names the field, also where an endless sum has no value, which needs r < 1+d,
// and where payments of 1 would be worth over 1e100 because the rate is below 0.
// Cost: O(log n) products of 120 digits.
// Source: Gong (2009), formula 3.3, for r = 1 at the end of each period; Berger and Nasr (1998), Customer lifetime
// value: marketing models and applications, Journal of Interactive Marketing 12(1), case 1, for the middle.
func Annuity(p Payments, c Convention) (PresentValue, error) {
	if err := checkDecimal("Payments.Amount", p.Amount); err != nil {
		return PresentValue{}, err
	}
	if err := checkUnit("Payments.Retention", p.Retention); err != nil {
		return PresentValue{}, err
	}
	return annuity(p, c)
}

// annuity serves payments that are checked.
func annuity(p Payments, c Convention) (PresentValue, error) {
	c, err := c.resolved(EndOfPeriod)
	if err != nil {
		return PresentValue{}, err
	}
	s := newSeries(p, c)
	if !s.converges() {
		return PresentValue{}, refuse.Param(
			"Convention.Rate", c.Rate.String(),
			"above "+p.Retention.Sub(decimal.NewFromInt(1)).String()+" per "+c.Horizon.Period.String()+" (retention less 1), as the payments never end")
	}
	sum, err := s.value(c, maxSumDigits)
	if err != nil {
		return PresentValue{}, err
	}
	return PresentValue{
		Amount: s.times(p.Amount.Rat(), sum, c.Rounding), Factor: toDigits(sum, significantDigits), Payments: p, Convention: c,
	}, nil
}

// Perpetuity returns the present value of endless payments: [Annuity] with an infinite horizon, in closed form.
//
//	end of period  A · r / (1 + d - r)
//
// Errors: those of [Annuity].
func Perpetuity(p Payments, c Convention) (PresentValue, error) {
	c.Infinite = true
	return Annuity(p, c)
}

func newSeries(p Payments, c Convention) *series {
	v, retention := c.Rate.discount(c.Horizon.Period), rational(p.Retention.Rat())
	s := &series{ratio: v.times(retention), n: c.Horizon.N, infinite: c.Infinite}
	switch {
	case c.Timing == StartOfPeriod:
		s.first = rational(big.NewRat(1, 1))
	case c.Timing == MiddleOfPeriod:
		s.first = c.Rate.discount(c.Horizon.Period).sqrt()
	case p.FirstCertain:
		s.first = v
	default:
		s.first = s.ratio
	}
	return s
}

// times returns amount · sum, rounded: by the sum at hand where that decides, else by the exact one.
func (s *series) times(amount *big.Rat, sum *big.Float, rounding hotelcrm.RoundTo) decimal.Decimal {
	product := near(amount)
	rounded, sure := roundNear(rounding, product.Mul(product, sum))
	if sure {
		return rounded
	}
	if exact := s.exact(); exact != nil {
		return rounding.Rat(exact.Mul(exact, amount))
	}
	return rounded
}
