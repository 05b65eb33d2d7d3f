package rfm

import (
	"math"
	"math/bits"

	"github.com/hotelcrm/hotelcrm"
	"github.com/shopspring/decimal"
)

// perPlaces is how many decimal places a ratio has beyond those of the currency.
const perPlaces = 6

// monetaryScale returns the number of decimal places of the integers of the monetary axis.
func monetaryScale(of MonetaryOf, scale int) int {
	if of == RevenuePerVisit || of == RevenuePerNight {
		return scale + perPlaces
	}
	return scale
}

// perColumn returns revenue per visit or night at the given number of decimal places.
func perColumn(s *hotelcrm.Summaries, of MonetaryOf, places int) column {
	revenue, visits, nights := s.Revenue(), s.Visits(), s.Nights()
	c := column{guests: s.Guests(), wide: make([]int64, s.Len()), scale: places}
	beyond := map[int]decimal.Decimal{}
	for i, minor := range revenue.Minor() {
		n := of.divisor(int(visits[i]), int(nights[i]))
		amount, spilled := revenue.Exact(i)
		var ok bool
		if !spilled {
			if c.wide[i], ok = perMinor(minor, revenue.Scale(), n, places); ok {
				continue
			}
			amount = hotelcrm.FromMinor(minor, revenue.Scale())
		}
		per := perDecimal(amount, n, int32(places))
		if c.wide[i], ok = hotelcrm.ToMinor(per, places); !ok {
			beyond[i] = per
			c.wide[i] = nearestEnd(per)
		}
	}
	if len(beyond) > 0 {
		c.exact = func(i int) (decimal.Decimal, bool) {
			d, ok := beyond[i]
			return d, ok
		}
	}
	return c
}

// nearestEnd returns the end of the int64 range on an amount's side of 0.
func nearestEnd(amount decimal.Decimal) int64 {
	if amount.Sign() < 0 {
		return math.MinInt64
	}
	return math.MaxInt64
}

// perMinor returns minor·10^-scale / n in units of 10^-places, rounded half to even, and false if that does not fit.
//
// Input: places from scale to scale+12, n above 0.
func perMinor(minor int64, scale int, n int64, places int) (int64, bool) {
	size := uint64(minor)
	if minor < 0 {
		size = -size
	}
	factor := uint64(1)
	for range places - scale {
		factor *= 10
	}
	high, low := bits.Mul64(size, factor)
	if high >= uint64(n) {
		return 0, false
	}
	q, r := bits.Div64(high, low, uint64(n))
	if rest := uint64(n) - r; r > rest || r == rest && q&1 == 1 {
		q++
	}
	if q > math.MaxInt64 {
		return 0, false
	}
	if minor < 0 {
		return -int64(q), true
	}
	return int64(q), true
}

// perDecimal returns amount / n rounded half to even.
func perDecimal(amount decimal.Decimal, n int64, places int32) decimal.Decimal {
	return quotient(amount, decimal.NewFromInt(n), places)
}

// quotient returns amount / divisor rounded half to even. The divisor is above 0.
func quotient(amount, divisor decimal.Decimal, places int32) decimal.Decimal {
	q, r := amount.QuoRem(divisor, places)
	twice := r.Abs().Shift(places).Mul(decimal.NewFromInt(2))
	odd := q.Shift(places).BigInt().Bit(0) == 1
	if order := twice.Cmp(divisor); order > 0 || order == 0 && odd {
		return q.Add(decimal.New(int64(amount.Sign()), -places))
	}
	return q
}
