package valuation

import (
	"fmt"
	"math/big"
	"strings"

	"github.com/hotelcrm/hotelcrm/internal/refuse"
	"github.com/shopspring/decimal"
)

// Rate is a discount or growth rate that knows its period, so that a number comes out of it for a named period only.
// The zero Rate is unset and refused where a rate is needed; no discount at all is Effective of 0. It is immutable.
type Rate struct {
	value      decimal.Decimal
	per        Period
	continuous bool
}

const (
	maxRatePlaces = 30
	maxForce      = 100 // a year, either way
)

// Effective returns a rate that is paid at the end of each period: 0.15 per Year turns 1 into 1.15 in a year and into
// 1.15^(1/12) in a month.
//
// Input: above -1, with at most 30 decimal places; compounded for a year it stays within e^100 either way.
// Errors: a [*hotelcrm.ParamError] that names rate or period.
func Effective(rate decimal.Decimal, per Period) (Rate, error) {
	if err := checkRate(rate, per); err != nil {
		return Rate{}, err
	}
	out := Rate{value: rate, per: per}
	if !rate.GreaterThan(decimal.NewFromInt(-1)) || tooStrong(out.Force(Year)) {
		return Rate{}, rateError(rate, fmt.Sprintf("above -1, and within e^%d a year either way", maxForce))
	}
	return out, nil
}

// Continuous returns a rate that is paid all the time, given as its force: 0.1 per Year turns 1 into e^0.1 in a year.
//
// Input: at most 30 decimal places and 100 a year either way.
// Errors: a [*hotelcrm.ParamError] that names rate or period.
func Continuous(force decimal.Decimal, per Period) (Rate, error) {
	if err := checkRate(force, per); err != nil {
		return Rate{}, err
	}
	out := Rate{value: force, per: per, continuous: true}
	if tooStrong(out.Force(Year)) {
		return Rate{}, rateError(force, fmt.Sprintf("a force of -%d to %d a year", maxForce, maxForce))
	}
	return out, nil
}

func checkRate(rate decimal.Decimal, per Period) error {
	if rate.Exponent() < -maxRatePlaces || rate.Exponent() > maxRatePlaces || rate.NumDigits() > 2*maxRatePlaces {
		return rateError(rate, fmt.Sprintf("at most %d decimal places", maxRatePlaces))
	}
	return per.check("period")
}

func rateError(rate decimal.Decimal, allowed string) error {
	return refuse.Param("rate", brief(rate), allowed)
}

func tooStrong(force decimal.Decimal) bool {
	return force.Abs().GreaterThan(decimal.NewFromInt(maxForce))
}

const significantDigits = 34

// Per returns the effective rate per period p: exact if r is effective and p its own period, else rounded to 34
// significant digits. An unset rate or period gives 0.
func (r Rate) Per(p Period) decimal.Decimal {
	if !r.continuous && p == r.per {
		return r.value
	}
	growth := r.growth(p)
	return toDigits(growth.Sub(growth, near(big.NewRat(1, 1))), significantDigits)
}

// Force returns the continuous rate per period p: exact if r is continuous and p its own period, else rounded to 34
// significant digits. An unset rate or period gives 0.
func (r Rate) Force(p Period) decimal.Decimal {
	if r.continuous && p == r.per {
		return r.value
	}
	return toDigits(near(r.force(p).Rat()), significantDigits)
}

// force returns ln of the growth in a period p to about 100 decimal places.
func (r Rate) force(p Period) decimal.Decimal {
	if r.per == 0 || p.PerYear() == 0 {
		return decimal.Decimal{}
	}
	force := r.value
	if !r.continuous {
		if force = r.value.Add(decimal.NewFromInt(1)); !force.IsPositive() {
			return decimal.Decimal{}
		}
		force, _ = logOf(force) // cannot fail above 0
	}
	return force.Mul(perYear(r.per)).DivRound(perYear(p), wideDigits)
}

func perYear(p Period) decimal.Decimal { return decimal.NewFromInt(int64(p.PerYear())) }

// growth returns what 1 becomes in a period p, to 100 digits.
func (r Rate) growth(p Period) *big.Float {
	if exact := r.growthExact(p); exact != nil {
		return near(exact)
	}
	out, _ := expOf(r.force(p)) // cannot fail: the force is at most 100
	return out
}

// growthExact returns what 1 becomes in a period p if that is rational because p is a whole number of r's own periods,
// else nil.
func (r Rate) growthExact(p Period) *big.Rat {
	if r.value.IsZero() {
		return big.NewRat(1, 1)
	}
	if r.continuous || p.PerYear() == 0 || r.per.PerYear()%p.PerYear() != 0 {
		return nil
	}
	one := new(big.Rat).Add(r.value.Rat(), big.NewRat(1, 1))
	return power(one, r.per.PerYear()/p.PerYear())
}

// power returns x^n for n of 0 or more.
func power(x *big.Rat, n int) *big.Rat {
	e := big.NewInt(int64(n))
	return new(big.Rat).SetFrac(new(big.Int).Exp(x.Num(), e, nil), new(big.Int).Exp(x.Denom(), e, nil))
}

// IsSet reports whether r is other than the zero Rate.
func (r Rate) IsSet() bool { return r.per != 0 }

// Equal reports whether both rates are written alike, whatever the number of trailing zeros.
func (r Rate) Equal(other Rate) bool {
	return r.value.Equal(other.value) && r.per == other.per && r.continuous == other.continuous
}

// String returns rate and period, such as "0.15 per year" or "continuous 0.1 per year", "unset" for the zero value.
func (r Rate) String() string {
	if !r.IsSet() {
		return "unset"
	}
	text := r.value.String() + " per " + r.per.String()
	if r.continuous {
		return "continuous " + text
	}
	return text
}

// MarshalText returns the text of [Rate.String], empty for the zero value. The error is always nil.
func (r Rate) MarshalText() ([]byte, error) {
	if !r.IsSet() {
		return nil, nil
	}
	return []byte(r.String()), nil
}

// UnmarshalText reads what [Rate.MarshalText] writes; the empty text is the zero value.
//
// Errors: a [*hotelcrm.ParamError]; r is then unchanged.
func (r *Rate) UnmarshalText(text []byte) error {
	parsed, err := ParseRate(string(text))
	if err == nil {
		*r = parsed
	}
	return err
}

// maxRateText bounds a rate's text before its number is read.
const maxRateText = 100

// ParseRate returns the rate that text says, such as "0.15 per year" or "continuous 0.1 per year". The empty text is
// the zero Rate.
//
// Errors: a [*hotelcrm.ParamError].
func ParseRate(text string) (Rate, error) {
	if text == "" {
		return Rate{}, nil
	}
	wrong := refuse.Param("rate", text[:min(len(text), maxRateText)], `a text such as "0.15 per year"`)
	if len(text) > maxRateText {
		return Rate{}, wrong
	}
	rest, continuous := strings.CutPrefix(text, "continuous ")
	number, name, ok := strings.Cut(rest, " per ")
	value, err := decimal.NewFromString(number)
	if !ok || err != nil {
		return Rate{}, wrong
	}
	per, err := ParsePeriod(name)
	if err != nil {
		return Rate{}, err
	}
	if continuous {
		return Continuous(value, per)
	}
	return Effective(value, per)
}
