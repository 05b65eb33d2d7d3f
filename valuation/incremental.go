package valuation

import (
	"math/big"

	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/internal/plural"
	"github.com/hotelcrm/hotelcrm/internal/refuse"
	"github.com/shopspring/decimal"
)

// Uplift is the hotel's own judgement of what a score is worth in money: a guest with the score Top could add the part
// AtTop of the current value, others in proportion to their score. The thesis gives the score no money.
type Uplift struct {
	Top   Score           `json:"top"`   // above 0
	AtTop decimal.Decimal `json:"atTop"` // 0 or more: 0.2 is a fifth of the current value
}

func (u Uplift) check() error {
	if u.Top <= 0 || u.Top > maxScore {
		return refuse.Param("Uplift.Top", u.Top.String(), "above 0, up to 1000")
	}
	if err := checkDecimal("Uplift.AtTop", u.AtTop); err != nil {
		return err
	}
	if u.AtTop.IsNegative() {
		return refuse.Param("Uplift.AtTop", u.AtTop.String(), "0 or more")
	}
	return nil
}

// Incremental is what each guest could add, in money, in the order of the summaries. It is immutable and safe for
// concurrent use.
type Incremental struct {
	current   *Current
	potential *Potential
	uplift    Uplift
	values    hotelcrm.Amounts
	missing   int
}

// IncrementalOf returns the incremental value of every guest by a declared uplift.
//
//	CPV(i) = CCV(i) · AtTop · score(i) / Top,  0 where CCV(i) is negative
//
// A guest who brings a loss cannot be expected to add a part of it, so the uplift of a negative current value is 0. It
// is unknown where the score or the current value is.
//
// Result: each value is correctly rounded, once, by the rounding of the current values.
// Errors: a [*hotelcrm.ParamError] that names the field, or potential if it has another number of guests.
// Cost: O(n).
func IncrementalOf(c *Current, p *Potential, u Uplift) (*Incremental, error) {
	if err := sameGuests(c, p); err != nil {
		return nil, err
	}
	if err := u.check(); err != nil {
		return nil, err
	}
	out := &Incremental{current: c, potential: p, uplift: u}
	for i := range c.Len() {
		if !out.Known(i) {
			out.missing++
		}
	}
	return out, out.fill()
}

func sameGuests(c *Current, p *Potential) error {
	if c == nil {
		return refuse.Param("current", "nil", "current values")
	}
	if p == nil || p.Len() != c.Len() {
		return refuse.Param("potential", "another number of guests", "the scores of "+plural.Of(c.Len(), "guest", "guests"))
	}
	return nil
}

// fill computes the column. The product of two integers seldom passes 2^63; where it does, it goes beside the column.
func (v *Incremental) fill() error {
	rounding := v.current.setup.Convention.Rounding
	per := v.uplift.AtTop.Rat()
	per.Quo(per, new(big.Rat).SetInt64(int64(v.uplift.Top)))
	product, err := v.products()
	if err != nil {
		return err
	}
	constant := &series{first: rational(big.NewRat(1, 1)), ratio: rational(new(big.Rat)), n: 1}
	scaling := newScaling(constant, per, product.Scale(), rounding)
	v.values, err = scaling.column(product, v.current.workers(v.current.setup.Workers), func(i int) int64 {
		if !v.Known(i) || product.Minor()[i] <= 0 {
			return 0
		}
		return 1
	})
	return err
}

// products returns current value times score, the score in millionths, and 0 for a negative current value.
func (v *Incremental) products() (hotelcrm.Amounts, error) {
	values, beyond := v.current.values, map[int]decimal.Decimal{}
	out := make([]int64, values.Len())
	for i, minor := range values.Minor() {
		score := int64(v.potential.scores[i])
		switch {
		case minor > 1<<62/int64(maxScore):
			beyond[i] = values.At(i).Mul(decimal.NewFromInt(score))
		case minor > 0:
			out[i] = minor * score
		}
	}
	return hotelcrm.AmountsOfMinor(values.Scale(), out, beyond)
}

// Values returns the incremental values as a column in the order of the summaries, 0 where unknown.
func (v *Incremental) Values() hotelcrm.Amounts { return v.values }

// Known reports whether the incremental value of guest i is known.
func (v *Incremental) Known(i int) bool { return v.current.Known(i) && v.potential.Known(i) }

// Unknown returns how many incremental values are not known.
func (v *Incremental) Unknown() int { return v.missing }

// Uplift returns how scores became money.
func (v *Incremental) Uplift() Uplift { return v.uplift }

// Current returns the current values.
func (v *Incremental) Current() *Current { return v.current }

// Potential returns the scores.
func (v *Incremental) Potential() *Potential { return v.potential }
