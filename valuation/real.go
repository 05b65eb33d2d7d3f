package valuation

import (
	"fmt"
	"math/big"

	"github.com/hotelcrm/hotelcrm/internal/refuse"
)

// A real is a number known to 100 digits and, where it is rational and cheap to hold, exactly.
type real struct {
	exact *big.Rat // nil where it is not known
	near  *big.Float
}

func rational(x *big.Rat) real { return real{exact: x, near: near(x)} }

// discount returns what 1 a period p from now is worth today.
func (r Rate) discount(p Period) real {
	if growth := r.growthExact(p); growth != nil {
		return rational(growth.Inv(growth))
	}
	growth := r.growth(p)
	return real{near: growth.Quo(near(big.NewRat(1, 1)), growth)}
}

// sqrt returns the square root, exactly if it is rational.
func (x real) sqrt() real {
	if x.exact != nil {
		num, den := new(big.Int).Sqrt(x.exact.Num()), new(big.Int).Sqrt(x.exact.Denom())
		root := new(big.Rat).SetFrac(num, den)
		if new(big.Rat).Mul(root, root).Cmp(x.exact) == 0 {
			return rational(root)
		}
	}
	return real{near: new(big.Float).SetPrec(precision).Sqrt(x.near)}
}

func (x real) times(y real) real {
	if x.exact != nil && y.exact != nil {
		return rational(new(big.Rat).Mul(x.exact, y.exact))
	}
	return real{near: new(big.Float).SetPrec(precision).Mul(x.near, y.near)}
}

// series is the sum first · (1 + ratio + ... + ratio^(n-1)), of endless length if infinite.
type series struct {
	first, ratio real
	n            int
	infinite     bool
}

// converges reports whether the sum has a value: an endless one needs a ratio below 1.
func (s *series) converges() bool {
	one := big.NewRat(1, 1)
	if !s.infinite {
		return true
	}
	if s.ratio.exact != nil {
		return s.ratio.exact.Cmp(one) < 0
	}
	gap := new(big.Float).SetPrec(precision).Sub(near(one), s.ratio.near)
	return gap.Sign() > 0 && gap.MantExp(nil) > -trusted // closer to 1 than can be told is 1
}

// What payments of 1 may be worth, as a power of ten, so that no amount has digits without end. More than that takes a
// horizon too long for a rate below 0 or a growth above the rate.
const (
	maxSumDigits    = 100
	maxFactorDigits = 30 // of columns, to keep the digits of a guest's value few
)

// value returns the sum of a series that converges, for payments under a convention.
//
// Errors: a [*hotelcrm.ParamError] for a finite sum over some 10^digits.
func (s *series) value(c Convention, digits int) (*big.Float, error) {
	sum := s.sum()
	if !s.infinite && sum.MantExp(nil) > digits*10/3 {
		return nil, refuse.Param(
			"Convention.Horizon", c.Horizon.String(),
			fmt.Sprintf("fewer periods, as payments of 1 would be worth over 1e%d at the rate %s", digits, c.Rate))
	}
	return sum, nil
}

// sum returns the value of a sum that converges. Every term is positive, so no digits are lost.
func (s *series) sum() *big.Float {
	one := near(big.NewRat(1, 1))
	total := new(big.Float).SetPrec(precision)
	if s.infinite {
		total.Quo(one, total.Sub(one, s.ratio.near))
		return total.Mul(total, s.first.near)
	}
	power := near(big.NewRat(1, 1)) // ratio^k, total is the sum of the first k terms: k doubles, and grows by one
	for i := big.NewInt(int64(s.n)).BitLen() - 1; i >= 0; i-- {
		step := new(big.Float).SetPrec(precision).Add(one, power)
		total.Mul(total, step)
		power.Mul(power, power)
		if s.n>>i&1 == 1 {
			total.Mul(total, s.ratio.near).Add(total, one)
			power.Mul(power, s.ratio.near)
		}
	}
	return total.Mul(total, s.first.near)
}

// maxExactBits bounds the integers of an exact sum.
const maxExactBits = 1 << 22

// exact returns the value of a sum that converges if it is rational and no longer than can be held with ease, else nil.
//
//	first · (1 - ratio^n) / (1 - ratio) = first · (b^n - a^n) / ((b - a) · b^(n-1)),  ratio = a/b
func (s *series) exact() *big.Rat {
	if s.first.exact == nil || s.ratio.exact == nil {
		return nil
	}
	one := big.NewRat(1, 1)
	switch {
	case s.infinite:
		gap := one.Sub(one, s.ratio.exact)
		return gap.Quo(s.first.exact, gap)
	case s.n == 0:
		return new(big.Rat)
	case s.ratio.exact.Cmp(one) == 0:
		return one.Mul(s.first.exact, big.NewRat(int64(s.n), 1))
	}
	a, b, n := s.ratio.exact.Num(), s.ratio.exact.Denom(), big.NewInt(int64(s.n))
	if s.n*max(a.BitLen(), b.BitLen()) > maxExactBits {
		return nil
	}
	num := new(big.Int).Exp(b, n, nil)
	num.Sub(num, new(big.Int).Exp(a, n, nil))
	den := new(big.Int).Exp(b, n.Sub(n, big.NewInt(1)), nil)
	den.Mul(den, new(big.Int).Sub(b, a))
	return new(big.Rat).Mul(s.first.exact, new(big.Rat).SetFrac(num, den))
}

// short reports whether the exact sum has few enough digits to be worth while in bulk.
func (s *series) short() bool {
	const bits = 256
	if s.first.exact == nil || s.ratio.exact == nil {
		return false
	}
	return s.infinite || s.ratio.exact.IsInt() || s.n*s.ratio.exact.Denom().BitLen() <= bits
}
