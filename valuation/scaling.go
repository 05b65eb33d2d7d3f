package valuation

import (
	"math/big"
	"math/bits"

	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/internal/share"
	"github.com/shopspring/decimal"
)

// A scaling multiplies a column of integer amounts by one number, divides each by an integer of its own, and rounds
// each result once: round(x · k / d).
//
// It works in 128 bits. A k that is a fraction of small numbers is held as one, and results are exact; any other is
// held as mult/2^shift, rounded down, with a known error, and what might round either way is left to the slow path.
type scaling struct {
	mode  hotelcrm.Rounding
	mult  uint64
	div   uint64 // of an exact k: its denominator; else 1
	shift uint   // 0 to 62
	exact bool
	usual bool // false: k fits neither form, and all rows take the slow path

	series   *series
	per      *big.Rat // k = per · the sum of the series
	near     *big.Float
	rounding hotelcrm.RoundTo // of the result
}

const multBits = 62

// newScaling returns the scaling by per times the sum of s. Column integers have the given scale; per is 0 or more.
func newScaling(s *series, per *big.Rat, scale int, rounding hotelcrm.RoundTo) *scaling {
	out := &scaling{mode: rounding.Mode, div: 1, series: s, per: per, rounding: rounding}
	out.near = near(per)
	out.near.Mul(out.near, s.sum())
	units := new(big.Rat).SetFrac(pow10(rounding.Places), pow10(scale)) // of the result, in one of the column
	if s.short() {
		k := s.exact()
		if out.setExact(k.Mul(k, units.Mul(units, per))) {
			return out
		}
		units.SetFrac(pow10(rounding.Places), pow10(scale))
	}
	k := near(units)
	out.setNear(k.Mul(k, out.near))
	return out
}

// divBits leaves room for a divisor of up to 31 bits beside k's own.
const divBits = 32

func (s *scaling) setExact(k *big.Rat) bool {
	if k.Num().BitLen() > multBits || k.Denom().BitLen() > divBits {
		return false
	}
	s.mult, s.div, s.exact, s.usual = k.Num().Uint64(), k.Denom().Uint64(), true, true
	return true
}

func (s *scaling) setNear(k *big.Float) {
	exponent := k.MantExp(nil) // k < 2^exponent
	if exponent > multBits {
		return
	}
	s.shift = uint(min(multBits, multBits-exponent))
	scaled := new(big.Float).SetMantExp(k, int(s.shift))
	s.mult, _ = scaled.Uint64()
	s.usual = true
}

// times returns x·k/d rounded, and false if that takes the slow path. d is in [1, 2^31).
func (s *scaling) times(x, d int64) (int64, bool) {
	if !s.usual {
		return 0, false
	}
	size, mode := uint64(x), s.mode
	if x < 0 {
		size, mode = -size, mirrored(mode)
	}
	hi, lo := bits.Mul64(size, s.mult)
	by := uint64(d) * s.div
	high := hi / by
	low, rest := bits.Div64(hi%by, lo, by)
	var units uint64
	var up, sure bool
	if s.exact {
		units = low
		up, sure = roundsUp(mode, low&1 == 1, sign(rest), compareHalf(rest, by)), true
	} else {
		units = high<<(64-s.shift) | low>>s.shift
		up, sure = s.decide(mode, units, low&(1<<s.shift-1), size/by+2)
		high >>= s.shift
	}
	if high != 0 || units >= 1<<63-1 || !sure { // with room for one unit more
		return 0, false
	}
	if up {
		units++
	}
	if x < 0 {
		return -int64(units), true
	}
	return int64(units), true
}

// decide rounds a number whose fraction lies in [fraction, fraction + width), in units of 2^-shift.
func (s *scaling) decide(mode hotelcrm.Rounding, units, fraction, width uint64) (up, sure bool) {
	one := uint64(1) << s.shift
	half := one >> 1
	if s.shift < 2 || width >= half {
		return false, false
	}
	switch mode {
	case hotelcrm.RoundHalfEven, hotelcrm.RoundHalfUp:
		if fraction+width < half {
			return false, true
		}
		return true, fraction > half // up to the next integer, whether or not the number reaches it
	}
	return roundsUp(mode, units&1 == 1, 1, 0), fraction > 0 && fraction+width < one
}

// mirrored returns the mode that rounds -x to minus what mode rounds x to.
func mirrored(mode hotelcrm.Rounding) hotelcrm.Rounding {
	switch mode {
	case hotelcrm.RoundCeiling:
		return hotelcrm.RoundFloor
	case hotelcrm.RoundFloor:
		return hotelcrm.RoundCeiling
	}
	return mode
}

func sign(rest uint64) int {
	if rest == 0 {
		return 0
	}
	return 1
}

// compareHalf compares rest/by with a half, for rest below by.
func compareHalf(rest, by uint64) int {
	switch left := by - rest; {
	case rest < left:
		return -1
	case rest > left:
		return 1
	}
	return 0
}

// slowly returns amount·k/d rounded, in any range.
func (s *scaling) slowly(amount decimal.Decimal, d int64) decimal.Decimal {
	x := amount.Rat()
	x.Quo(x, new(big.Rat).SetInt64(d))
	product := near(x)
	rounded, sure := roundNear(s.rounding, product.Mul(product, s.near))
	if sure {
		return rounded
	}
	if exact := s.series.exact(); exact != nil {
		return s.rounding.Rat(x.Mul(x, exact.Mul(exact, s.per)))
	}
	return rounded
}

// column scales all amounts, the one at i divided by divisor(i); 0 leaves a row out, at 0.
func (s *scaling) column(amounts hotelcrm.Amounts, workers int, divisor func(i int) int64) (hotelcrm.Amounts, error) {
	minor := amounts.Minor()
	out := make([]int64, len(minor))
	hard := make([]map[int]decimal.Decimal, share.Count(len(minor), workers))
	share.Out(len(minor), workers, func(w, from, to int) {
		for i := from; i < to; i++ {
			d := divisor(i)
			if d == 0 {
				continue
			}
			value, ok := s.times(minor[i], d)
			if out[i] = value; !ok {
				hard[w] = with(hard[w], i, s.slowly(amounts.At(i), d))
			}
		}
	})
	beyond := hard[0]
	for _, more := range hard[1:] {
		for i, d := range more {
			beyond = with(beyond, i, d)
		}
	}
	if amounts.Beyond() > 0 {
		for i := range minor {
			if exact, ok := amounts.Exact(i); ok && divisor(i) != 0 {
				beyond = with(beyond, i, s.slowly(exact, divisor(i)))
			}
		}
	}
	return hotelcrm.AmountsOfMinor(s.rounding.Places, out, beyond)
}

func with(m map[int]decimal.Decimal, i int, d decimal.Decimal) map[int]decimal.Decimal {
	if m == nil {
		m = map[int]decimal.Decimal{}
	}
	m[i] = d
	return m
}

// roundsUp reports whether a number of 0 or more goes to the integer above its floor. What lies beyond the floor is told
// by its sign and by how it compares with a half.
func roundsUp(mode hotelcrm.Rounding, odd bool, rest, half int) bool {
	switch mode {
	case hotelcrm.RoundHalfEven:
		return half > 0 || half == 0 && odd
	case hotelcrm.RoundHalfUp:
		return half >= 0
	case hotelcrm.RoundUp, hotelcrm.RoundCeiling:
		return rest > 0
	}
	return false
}
