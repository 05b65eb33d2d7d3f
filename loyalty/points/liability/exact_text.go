package liability

import (
	"fmt"
	"math/big"
	"strings"

	"github.com/hotelcrm/hotelcrm/internal/refuse"
)

// maxExactText bounds a fraction's text: numerators and denominators of so many digits cost milliseconds to reduce.
const maxExactText = 16_384

// MarshalText returns the text of [Exact.String]. In JSON it is a string, so that no reader takes an amount for a float.
//
// Errors: a [*hotelcrm.ParamError] for a fraction whose text is longer than 16,384 characters: it could not be read again.
func (x Exact) MarshalText() ([]byte, error) {
	text := x.String()
	if len(text) > maxExactText {
		return nil, refuse.Param("exact", beginning(text), allowedLength)
	}
	return []byte(text), nil
}

// UnmarshalText reads what [Exact.MarshalText] writes, and nothing else: lowest terms, no denominator of 1, no sign but
// that of a number below 0, no decimal point, no exponent, no space. JSON numbers are no text, and are refused.
//
// Errors: a [*hotelcrm.ParamError]; x is then unchanged.
func (x *Exact) UnmarshalText(text []byte) error {
	if len(text) > maxExactText {
		return refuse.Param("exact", beginning(string(text)), allowedLength)
	}
	read, given := new(big.Rat), string(text)
	// SetString knows decimals, exponents and other bases too.
	if strings.Trim(given, "-/0123456789") == "" {
		if _, ok := read.SetString(given); ok && read.RatString() == given {
			*x = Exact{read}
			return nil
		}
	}
	return refuse.Param("exact", beginning(given), `a whole number such as "-12", or a fraction in lowest terms such as "1/3"`)
}

var allowedLength = fmt.Sprintf("at most %d characters", maxExactText)

// beginning keeps what is wrong short.
func beginning(text string) string {
	const most = 32
	if len(text) <= most {
		return text
	}
	return strings.ToValidUTF8(text[:most], "") + "..."
}
