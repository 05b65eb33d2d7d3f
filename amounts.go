package hotelcrm

import (
	"fmt"
	"maps"
	"math"
	"math/big"
	"slices"

	"github.com/shopspring/decimal"
)

// Amounts is a column of exact amounts at one scale: integers for nearly all of them, and the exact value beside the
// integer for the few that do not fit. It is read-only and safe for concurrent use.
type Amounts struct {
	scale int
	minor []int64 // rounded down to the scale and cut to the int64 range where exact has the index
	exact map[int]decimal.Decimal
}

// Len returns the number of amounts.
func (a Amounts) Len() int { return len(a.minor) }

// Scale returns the number of decimal places of the integers.
func (a Amounts) Scale() int { return a.scale }

// Minor returns the column in units of 10^-Scale, for bulk readers. It must not be changed.
//
// Where [Amounts.Exact] knows the index, the integer is the amount rounded down, cut to the range of an int64; so
// integers that differ always order their amounts rightly.
func (a Amounts) Minor() []int64 { return a.minor }

// Exact returns the amount at i, and true, if it does not fit the integer column.
func (a Amounts) Exact(i int) (decimal.Decimal, bool) {
	d, ok := a.exact[i]
	return d, ok
}

// Beyond returns how many amounts do not fit the integer column.
func (a Amounts) Beyond() int { return len(a.exact) }

// At returns the exact amount at i.
//
// Cost: two allocations; bulk readers use [Amounts.Minor].
func (a Amounts) At(i int) decimal.Decimal {
	if d, ok := a.exact[i]; ok {
		return d
	}
	return FromMinor(a.minor[i], a.scale)
}

// Compare returns -1, 0 or 1 as the amount at i is less than, equal to or greater than the one at j.
func (a Amounts) Compare(i, j int) int {
	switch {
	case a.minor[i] < a.minor[j]:
		return -1
	case a.minor[i] > a.minor[j]:
		return 1
	case len(a.exact) == 0:
		return 0
	}
	return a.At(i).Cmp(a.At(j))
}

// Sum returns the exact total of the column.
func (a Amounts) Sum() decimal.Decimal {
	var s Sum
	plain := 0
	for _, i := range slices.Sorted(maps.Keys(a.exact)) {
		_ = s.AddMinor(a.minor[plain:i], a.scale) // cannot fail: the scale is at most 6
		s.Add(a.exact[i])
		plain = i + 1
	}
	_ = s.AddMinor(a.minor[plain:], a.scale)
	return s.Decimal()
}

// set writes a total into the column.
func (a *Amounts) set(i int, total amount) {
	if minor, ok := total.fit(a.scale); ok {
		a.minor[i] = minor
		return
	}
	a.setExact(i, total.exact(a.scale))
}

// pushDecimal appends an amount.
func (a *Amounts) pushDecimal(d decimal.Decimal) {
	minor, ok := ToMinor(d, a.scale)
	a.minor = append(a.minor, minor)
	if !ok {
		a.setExact(len(a.minor)-1, d)
	}
}

func (a *Amounts) setExact(i int, d decimal.Decimal) {
	if a.exact == nil {
		a.exact = map[int]decimal.Decimal{}
	}
	a.exact[i] = shortest(d)
	a.minor[i] = floorMinor(d, a.scale)
}

// floorMinor rounds down to the scale and cuts to the int64 range.
func floorMinor(d decimal.Decimal, scale int) int64 {
	floor := d.Shift(int32(scale)).Floor().BigInt()
	switch {
	case floor.IsInt64():
		return floor.Int64()
	case floor.Cmp(new(big.Int)) < 0:
		return math.MinInt64
	}
	return math.MaxInt64
}

// AmountsOf returns a column of the amounts given, held as integers of the given number of decimal places where they
// fit.
//
// Input: places in [0, 6]; exponents in [-1000, 1000].
// Errors: a [*ParamError] for other places or exponents.
func AmountsOf(places int, list ...decimal.Decimal) (Amounts, error) {
	if places < 0 || places > maxPlaces {
		return Amounts{}, placesError(places, maxPlaces)
	}
	out := Amounts{scale: places, minor: make([]int64, 0, len(list))}
	for i, d := range list {
		if err := checkExponent(fmt.Sprintf("list[%d]", i), d); err != nil {
			return Amounts{}, err
		}
		out.pushDecimal(d)
	}
	return out, nil
}
