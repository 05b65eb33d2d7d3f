package btyd

import (
	"cmp"
	"errors"
	"fmt"
	"math"
	"slices"
	"strings"

	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/internal/plural"
	"github.com/shopspring/decimal"
)

// SpendOf returns the spend of a guest from exact money: the total of x visits.
//
// Input: x of 1 or more; 0 gives a guest of whom no spend is known.
func SpendOf(x int, total decimal.Decimal) Spend {
	if x == 0 {
		return Spend{}
	}
	return Spend{X: x, Mean: total.InexactFloat64() / float64(x)}
}

// Spends are the spends that a fit reads, with a count of those it must not: a model of positive amounts says nothing
// of guests whose stays brought nothing or less. They are immutable; the same guests give equal spends in any order.
type Spends struct {
	list             []Spend // by rising X, then Mean
	dropped, unknown int
}

// NewSpends returns the spends of guests. Those whose mean is 0 or negative, after refunds say, are dropped and counted;
// nothing is shifted to make them fit. Those with X of 0 are counted as unknown.
//
// Errors: a [*hotelcrm.RowError] for each of the first [hotelcrm.MaxRowErrors] guests with X out of range, or a mean that
// is not a number or is beyond 1e15 either way. Rows count from 1.
// Cost: O(n log n).
func NewSpends(guests []Spend) (*Spends, error) {
	out := &Spends{}
	var errs []error
	for i, s := range guests {
		switch {
		case s.X == 0:
			out.unknown++
		case s.Mean <= 0 && s.Mean >= -maxSpend && s.X > 0:
			out.dropped++
		default:
			if err, wrong := errors.AsType[*hotelcrm.ParamError](s.Validate()); wrong && len(errs) < hotelcrm.MaxRowErrors {
				errs = append(errs, &hotelcrm.RowError{Row: i + 1, Field: strings.TrimPrefix(err.Param, "Spend."), Value: err.Value, Err: errors.New("want " + err.Allowed)})
			}
			out.list = append(out.list, s)
		}
	}
	if errs != nil {
		return nil, errors.Join(errs...)
	}
	out.sort()
	return out, nil
}

func (s *Spends) sort() {
	slices.SortFunc(s.list, func(a, b Spend) int {
		return cmp.Or(cmp.Compare(a.X, b.X), cmp.Compare(a.Mean, b.Mean))
	})
}

// Merge returns the spends of the guests of both.
//
// Input: no guest in both, one currency.
func (s *Spends) Merge(other *Spends) *Spends {
	out := &Spends{list: slices.Concat(s.list, other.list), dropped: s.dropped + other.dropped, unknown: s.unknown + other.unknown}
	out.sort()
	return out
}

// Len returns the number of guests whose spend is used.
func (s *Spends) Len() int { return len(s.list) }

// Dropped returns the number of guests whose mean spend is 0 or negative.
func (s *Spends) Dropped() int { return s.dropped }

// Unknown returns the number of guests with X of 0.
func (s *Spends) Unknown() int { return s.unknown }

// String returns the three counts.
func (s *Spends) String() string {
	return fmt.Sprintf("%s, %d dropped, %d unknown", plural.Of(s.Len(), "spend", "spends"), s.dropped, s.unknown)
}

// Correlation returns Pearson's correlation of the number of visits and the mean spend, 0 if one of them does not vary.
//
// The Gamma-Gamma model takes for granted that it is 0.
func (s *Spends) Correlation() float64 {
	var x, z float64
	for _, one := range s.list {
		x += float64(one.X)
		z += one.Mean
	}
	n := float64(max(len(s.list), 1))
	x, z = x/n, z/n
	var xx, xz, zz float64
	for _, one := range s.list {
		dx, dz := float64(one.X)-x, one.Mean-z
		xx += float64(dx * dx)
		xz += float64(dx * dz)
		zz += float64(dz * dz)
	}
	if xx == 0 || zz == 0 {
		return 0
	}
	return xz / math.Sqrt(xx) / math.Sqrt(zz)
}
