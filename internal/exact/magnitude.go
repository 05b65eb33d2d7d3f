package exact

import (
	"fmt"

	"github.com/shopspring/decimal"
)

// Limit is the largest exponent, up and down, that arithmetic is done with: a hostile one, such as that of 1e1000000000,
// must not ask for endless work.
const Limit = 100

// Tame reports whether the exponent is within [Limit].
func Tame(d decimal.Decimal) bool { return d.Exponent() >= -Limit && d.Exponent() <= Limit }

// IsPart reports whether a number is tame and from 0 to 1.
func IsPart(d decimal.Decimal) bool {
	return Tame(d) && !d.IsNegative() && !d.GreaterThan(decimal.NewFromInt(1))
}

// Text returns the text of a number for an error, which it keeps short.
func Text(d decimal.Decimal) string {
	if !Tame(d) {
		return fmt.Sprintf("exponent %d", d.Exponent())
	}
	return d.String()
}
