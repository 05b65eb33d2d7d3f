package loyalty

import (
	"fmt"
	"math/bits"
	"strings"

	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/internal/refuse"
	"github.com/shopspring/decimal"
)

// Fraction is an exact number of at least 0: Whole + Num/Den with 0 ≤ Num < Den in lowest terms, Den 1 if Num is 0.
type Fraction struct {
	Whole, Num, Den int64
}

// String returns the number as a decimal, such as 1542.5, or as 333+1/3 where it has no end.
func (f Fraction) String() string {
	if f.Num == 0 {
		return fmt.Sprint(f.Whole)
	}
	rest, digits := f.Num, []byte(nil)
	for rest != 0 && len(digits) < 18 {
		high, low := bits.Mul64(uint64(rest), 10)
		digit, left := bits.Div64(high, low, uint64(f.Den))
		digits, rest = append(digits, byte('0'+digit)), int64(left)
	}
	if rest != 0 {
		return fmt.Sprintf("%d+%d/%d", f.Whole, f.Num, f.Den)
	}
	return fmt.Sprintf("%d.%s", f.Whole, digits)
}

// MarshalText returns what [Fraction.String] does.
func (f Fraction) MarshalText() ([]byte, error) { return []byte(f.String()), nil }

// UnmarshalText reads what [Fraction.MarshalText] wrote.
//
// Errors: a [*hotelcrm.ParamError]; f is then unchanged.
func (f *Fraction) UnmarshalText(text []byte) error {
	whole, part, mixed := strings.Cut(string(text), "+")
	var out Fraction
	if mixed {
		_, err := fmt.Sscanf(whole+" "+part+"\n", "%d %d/%d\n", &out.Whole, &out.Num, &out.Den)
		if err == nil && out.Den > 0 && out.Num > 0 && out.Num < out.Den && out.Whole >= 0 && out.reduced() == out && out.String() == string(text) {
			*f = out
			return nil
		}
		return refuse.Param("fraction", string(text), "a number such as 12.5 or 12+1/3")
	}
	d, err := decimal.NewFromString(whole)
	if err != nil || d.Sign() < 0 || d.Exponent() < -18 || d.Exponent() > 0 || strings.ContainsAny(whole, "eE") {
		return refuse.Param("fraction", string(text), "a number such as 12.5 or 12+1/3")
	}
	floor := d.Floor()
	units, ok := hotelcrm.ToMinor(floor, 0)
	rest, fits := hotelcrm.ToMinor(d.Sub(floor), 18)
	if !ok || !fits {
		return refuse.Param("fraction", string(text), "a number below 2⁶³")
	}
	*f = Fraction{units, rest, 1e18}.reduced()
	return nil
}

func (f Fraction) reduced() Fraction {
	if f.Num == 0 {
		f.Den = 1
		return f
	}
	g := gcd(f.Num, f.Den)
	f.Num /= g
	f.Den /= g
	return f
}

// round returns the number as a whole one. The mode is one of half-even, half-up, up and down.
func (f Fraction) round(mode hotelcrm.Rounding) int64 {
	up := false
	switch mode {
	case hotelcrm.RoundUp:
		up = f.Num > 0
	case hotelcrm.RoundHalfUp:
		up = f.Num >= f.Den-f.Num
	case hotelcrm.RoundHalfEven:
		up = f.Num > f.Den-f.Num || (f.Num == f.Den-f.Num && f.Whole%2 == 1)
	}
	if up {
		return f.Whole + 1
	}
	return f.Whole
}

// ratio is a factor of at least 0.
type ratio struct{ num, den int64 }

func newRatio(num, den int64) ratio {
	g := gcd(num, den)
	return ratio{num / g, den / g}
}

// of returns the ratio of v, which is at least 0; false if its whole part is above limit.
func (r ratio) of(v, limit int64) (Fraction, bool) {
	high, low := bits.Mul64(uint64(v), uint64(r.num))
	if high >= uint64(r.den) {
		return Fraction{}, false
	}
	whole, rest := bits.Div64(high, low, uint64(r.den))
	if whole > uint64(limit) {
		return Fraction{}, false
	}
	return Fraction{int64(whole), int64(rest), r.den}.reduced(), true
}

func gcd(a, b int64) int64 {
	for b != 0 {
		a, b = b, a%b
	}
	return max(a, 1)
}
