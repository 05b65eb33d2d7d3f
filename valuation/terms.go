package valuation

import (
	"fmt"
	"math/big"

	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/internal/refuse"
	"github.com/shopspring/decimal"
)

// terms are the integers that a sum over periods is discounted with: 1 paid a period later is worth num/den now.
type terms struct {
	num, den *big.Int
	lead     real // what 1 paid in the first period is worth
	rational bool // num/den is known exactly, not only to 100 digits, and sums of it are taken exactly
	exact    bool // and lead too
	rounding hotelcrm.RoundTo
}

// maxRateBits bounds the integers that grow with every period.
const maxRateBits = 512

// terms returns what a resolved convention discounts with.
func (c Convention) terms() terms {
	v := c.Rate.discount(c.Horizon.Period)
	if v.exact != nil && v.exact.Denom().BitLen() > maxRateBits {
		v.exact = nil // a rate by the day, brought to the year
	}
	t := terms{rounding: c.Rounding, lead: rational(big.NewRat(1, 1))}
	switch c.Timing {
	case EndOfPeriod:
		t.lead = v
	case MiddleOfPeriod:
		t.lead = v.sqrt()
	}
	rate := v.fraction()
	t.num, t.den = rate.Num(), rate.Denom()
	t.rational = v.exact != nil
	t.exact = t.rational && t.lead.exact != nil
	return t
}

// fraction returns x exactly, or the fraction that its digits are.
func (x real) fraction() *big.Rat {
	if x.exact != nil {
		return x.exact
	}
	digits, _ := x.near.Rat(nil)
	return digits
}

// round returns lead·num/den as money, for den above 0. The fraction need not be in lowest terms, which would be dear
// for the long integers of many periods.
func (t terms) round(num, den *big.Int) decimal.Decimal {
	if t.exact {
		lead := t.lead.exact
		return t.rounding.Quo(new(big.Int).Mul(num, lead.Num()), new(big.Int).Mul(den, lead.Denom()))
	}
	value := new(big.Float).SetPrec(precision).SetInt(num)
	value.Quo(value, new(big.Float).SetPrec(precision).SetInt(den))
	rounded, _ := roundNear(t.rounding, value.Mul(value, t.lead.near)) // a value that close to a boundary counts as on it
	return rounded
}

// maxTerms bounds the models that add up period by period, whose integers grow with every period: 50 years of months.
const maxTerms = 600

func checkTerms(param string, n int) error {
	if n < 0 || n > maxTerms {
		return refuse.Param(param, fmt.Sprint(n), fmt.Sprintf("0 to %d", maxTerms))
	}
	return nil
}

// commonScale returns the numbers as integers in units of 10^-places.
func commonScale(list []decimal.Decimal) (scaled []*big.Int, places int) {
	low := int32(0)
	for _, d := range list {
		low = min(low, d.Exponent())
	}
	scaled = make([]*big.Int, len(list))
	for i, d := range list {
		scaled[i] = d.Shift(-low).BigInt()
	}
	return scaled, int(-low)
}

// fixedTiming returns a resolved convention whose timing is the model's own, and refuses any other.
func (c Convention) fixedTiming(timing Timing) (Convention, error) {
	if c.Timing != 0 && c.Timing != timing {
		return c, refuse.Param("Convention.Timing", c.Timing.String(), "unset or "+timing.String())
	}
	return c.resolved(timing)
}
