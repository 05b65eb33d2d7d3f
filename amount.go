package hotelcrm

import (
	"math/big"

	"github.com/hotelcrm/hotelcrm/internal/int128"
	"github.com/hotelcrm/hotelcrm/internal/wire"
	"github.com/shopspring/decimal"
)

// amount is an exact running total: integers at the register's scale, and beside them what does not fit it.
type amount struct {
	minor int128.Int
	spill decimal.Decimal
}

// whole returns an amount of minor units.
func whole(minor int64) amount { return amount{minor: int128.Of(minor)} }

// addDepartments adds a record's revenue of the departments in the set.
func (a *amount) addDepartments(r *record, set DepartmentSet) {
	for i, minor := range r.minor {
		if set.Has(Department(i + 1)) {
			a.minor = a.minor.AddInt64(minor)
		}
	}
	if r.spill == nil {
		return
	}
	for i, d := range r.spill {
		if set.Has(Department(i+1)) && !d.IsZero() {
			a.spill = a.spill.Add(d)
		}
	}
}

func (a *amount) add(b amount) {
	a.minor = a.minor.Add(b.minor)
	a.spill = plus(a.spill, b.spill)
}

func (a *amount) sub(b amount) {
	a.minor = a.minor.Sub(b.minor)
	if !b.spill.IsZero() {
		a.spill = a.spill.Sub(b.spill)
	}
}

// plus spares the allocation of adding zero.
func plus(a, b decimal.Decimal) decimal.Decimal {
	if b.IsZero() {
		return a
	}
	return a.Add(b)
}

// fit returns the total as minor units, and false if it is no whole number of them or does not fit an int64.
func (a *amount) fit(scale int) (int64, bool) {
	if a.spill.IsZero() {
		return a.minor.Int64()
	}
	return ToMinor(a.exact(scale), scale)
}

func (a *amount) isZero(scale int) bool {
	minor, fits := a.fit(scale)
	return fits && minor == 0
}

func (a *amount) exact(scale int) decimal.Decimal {
	return plus(decimal.NewFromBigInt(a.minor.Big(), -int32(scale)), a.spill)
}

// append writes the total by its value: 1.00 kept as an integer and 0.995 + 0.005 kept beside it read the same.
func (a *amount) append(b []byte, scale int) []byte {
	if minor, ok := a.fit(scale); ok {
		return wire.Int(wire.Uint(b, 0), minor)
	}
	return appendDecimal(wire.Uint(b, 1), a.exact(scale))
}

func readAmount(r *wire.Reader, scale int) amount {
	switch r.Uint() {
	case 0:
		return amount{minor: int128.Of(r.Int())}
	case 1:
		return amount{spill: readDecimal(r, scale)}
	}
	r.Fail("unknown kind of amount")
	return amount{}
}

// shortest returns the same value with no trailing zeros in its coefficient, so that equal amounts are kept alike.
func shortest(d decimal.Decimal) decimal.Decimal {
	coefficient, exponent := d.Coefficient(), d.Exponent()
	ten, rest := big.NewInt(10), new(big.Int)
	for coefficient.Sign() != 0 {
		quotient, _ := new(big.Int).QuoRem(coefficient, ten, rest)
		if rest.Sign() != 0 {
			break
		}
		coefficient, exponent = quotient, exponent+1
	}
	return decimal.NewFromBigInt(coefficient, exponent)
}

// appendDecimal writes a decimal in its shortest form.
func appendDecimal(b []byte, d decimal.Decimal) []byte {
	d = shortest(d)
	return wire.Text(wire.Int(b, int64(d.Exponent())), d.Coefficient().String())
}

// maxDigits bounds a stored decimal, so that corrupt data cannot ask for endless work: an amount has up to 60 digits,
// and no computer adds 10⁴⁰ of them.
const maxDigits = 100

// readDecimal reads what appendDecimal wrote and refuses any other form, as well as a value that fits the scale.
func readDecimal(r *wire.Reader, scale int) decimal.Decimal {
	exponent := r.Within(-maxDigits, maxDigits, "exponent")
	text := r.Text()
	if r.Err() != nil {
		return decimal.Decimal{}
	}
	if len(text) == 0 || len(text) > maxDigits { // before SetString, whose time grows with the square
		r.Fail("decimal too long")
		return decimal.Decimal{}
	}
	coefficient, ok := new(big.Int).SetString(text, 10)
	if !ok || coefficient.String() != text || text[len(text)-1] == '0' {
		r.Fail("decimal not in its shortest form")
		return decimal.Decimal{}
	}
	d := decimal.NewFromBigInt(coefficient, int32(exponent))
	if _, fits := ToMinor(d, scale); fits {
		r.Fail("decimal that fits the scale")
		return decimal.Decimal{}
	}
	return d
}
