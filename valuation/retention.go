package valuation

import (
	"fmt"
	"math/big"

	"github.com/hotelcrm/hotelcrm/internal/plural"
	"github.com/hotelcrm/hotelcrm/internal/refuse"
	"github.com/shopspring/decimal"
)

// Retention is the model of guests who are lost for good once they stay away: a cohort that pays a margin each period
// and melts from period to period, both by its own course.
type Retention struct {
	Margins []decimal.Decimal `json:"margins"` // of a guest still there, by period
	Rates   []decimal.Decimal `json:"rates"`   // the part that stays on from each period to the next: one fewer than margins, at most 30 decimal places
}

// RetentionValue is what a guest of a cohort is worth at its beginning.
type RetentionValue struct {
	Amount     decimal.Decimal   `json:"amount"`    // per guest of the first period, rounded once
	Survivors  []decimal.Decimal `json:"survivors"` // per guest of the first period, by period, exactly
	Convention Convention        `json:"convention"`
}

// Value returns what a guest is worth.
//
//	Σ m(t) · r(1) · ... · r(t) / (1+d)^t  t = 0..n-1, first payment at t = 0
//
// All guests are there for the first margin. The timing moves only the dates: at the start of the period the first
// payment is now, in the middle it is half a period away, at the end a whole one.
//
// Input: an unset timing is StartOfPeriod, the source's own. Of c.Horizon only the period counts; the result carries
// the number of margins. An infinite horizon is refused.
// Result: correctly rounded, as by [Annuity].
// Errors: a [*hotelcrm.ParamError] that names the field and its index; there are at most 600 margins.
// Cost: O(n²) for n periods, as the integers grow.
// Source: F. Dwyer (1989), Customer lifetime valuation to support marketing decision making, Journal of Direct
// Marketing 3(4).
func (m Retention) Value(c Convention) (RetentionValue, error) {
	if err := m.Validate(); err != nil {
		return RetentionValue{}, err
	}
	if c.Infinite {
		return RetentionValue{}, refuse.Param("Convention.Infinite", "true", "false: the margins end")
	}
	c.Horizon.N = len(m.Margins)
	c, err := c.resolved(StartOfPeriod)
	if err != nil {
		return RetentionValue{}, err
	}
	t := c.terms()
	out := RetentionValue{Amount: t.round(m.present(t)), Convention: c}
	alive := decimal.NewFromInt(1)
	for i := range m.Margins {
		if i > 0 {
			alive = alive.Mul(m.Rates[i-1])
		}
		out.Survivors = append(out.Survivors, alive)
	}
	return out, nil
}

// present returns the value of payments at the start of each period as a fraction, by Horner's rule.
func (m Retention) present(t terms) (num, den *big.Int) {
	margins, marginPlaces := commonScale(m.Margins)
	rates, ratePlaces := commonScale(m.Rates)
	num, den = new(big.Int), big.NewInt(1)
	step := new(big.Int).Mul(pow10(ratePlaces), t.den)
	for i := len(margins) - 1; i >= 0; i-- {
		if i < len(rates) {
			den.Mul(den, step)
			num.Mul(num, rates[i]).Mul(num, t.num)
		}
		num.Add(num, new(big.Int).Mul(margins[i], den))
	}
	return num, den.Mul(den, pow10(marginPlaces))
}

// Validate returns a [*hotelcrm.ParamError] for the first field out of range, else nil.
func (m Retention) Validate() error {
	if len(m.Margins) == 0 {
		return refuse.Param("Retention.Margins", "0 margins", "at least one")
	}
	if err := checkTerms("Retention.Margins", len(m.Margins)); err != nil {
		return err
	}
	if len(m.Rates) != len(m.Margins)-1 {
		return refuse.Param("Retention.Rates", plural.Of(len(m.Rates), "rate", "rates"), fmt.Sprintf("%d, one fewer than margins", len(m.Margins)-1))
	}
	for i, margin := range m.Margins {
		if err := checkDecimal(fmt.Sprintf("Retention.Margins[%d]", i), margin); err != nil {
			return err
		}
	}
	for i, rate := range m.Rates {
		if err := checkChance(fmt.Sprintf("Retention.Rates[%d]", i), rate); err != nil {
			return err
		}
	}
	return nil
}
