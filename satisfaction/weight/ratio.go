package weight

import (
	"math/bits"
	"strconv"
	"strings"

	"github.com/hotelcrm/hotelcrm/internal/refuse"
)

// Ratio is how many times as important one thing is as another, as an exact fraction: 1/3 is the reciprocal of 3, and
// .333 is not. The zero value stands for a comparison that nobody made.
type Ratio struct {
	Num, Den int64 // both in [1, 1e9]; a fraction need not be in lowest terms
}

const maxTerm = 1_000_000_000

// ParseRatio returns the ratio that text writes: an integer, a fraction of integers or a decimal number, such as 3, 1/3
// or 1.5. The empty text is the zero Ratio.
//
// Errors: a [*hotelcrm.ParamError] for any other text, for 0 and for terms above 1e9.
func ParseRatio(text string) (Ratio, error) {
	if text == "" {
		return Ratio{}, nil
	}
	num, den, fraction := strings.Cut(text, "/")
	if !fraction {
		num, den = decimalTerms(num)
	}
	r := Ratio{parseTerm(num), parseTerm(den)}
	if !r.valid() {
		return Ratio{}, refuse.Param("ratio", text, "an integer, a fraction or a decimal number above 0, with terms up to 1e9")
	}
	return r.reduced(), nil
}

// decimalTerms writes a decimal number as a fraction: 1.5 as 15 and 10.
func decimalTerms(text string) (num, den string) {
	whole, places, point := strings.Cut(text, ".")
	if !point {
		return text, "1"
	}
	if whole == "" || places == "" {
		return "", ""
	}
	return whole + places, "1" + strings.Repeat("0", min(len(places), 10))
}

// parseTerm returns 0 for what is no term.
func parseTerm(text string) int64 {
	if strings.Trim(text, "0123456789") != "" {
		return 0
	}
	v, err := strconv.ParseInt(text, 10, 64)
	if err != nil {
		return 0
	}
	return v
}

func (r Ratio) valid() bool {
	return r.Num >= 1 && r.Num <= maxTerm && r.Den >= 1 && r.Den <= maxTerm
}

func (r Ratio) missing() bool { return r == Ratio{} }

func (r Ratio) reduced() Ratio {
	a, b := r.Num, r.Den
	for b != 0 {
		a, b = b, a%b
	}
	return Ratio{r.Num / a, r.Den / a}
}

// Inverse returns the ratio the other way round. The zero Ratio stays.
func (r Ratio) Inverse() Ratio { return Ratio{r.Den, r.Num} }

// Float returns the ratio as a number, 0 for the zero Ratio.
func (r Ratio) Float() float64 {
	if r.Den == 0 {
		return 0
	}
	return float64(r.Num) / float64(r.Den)
}

// String returns the ratio in lowest terms, such as 3 or 1/3; the empty text for the zero Ratio and for one that is no
// ratio.
func (r Ratio) String() string {
	if !r.valid() {
		return ""
	}
	r = r.reduced()
	text := strconv.FormatInt(r.Num, 10)
	if r.Den != 1 {
		text += "/" + strconv.FormatInt(r.Den, 10)
	}
	return text
}

// MarshalText returns what [Ratio.String] returns.
func (r Ratio) MarshalText() ([]byte, error) { return []byte(r.String()), nil }

// UnmarshalText reads what [ParseRatio] reads.
func (r *Ratio) UnmarshalText(text []byte) error {
	parsed, err := ParseRatio(string(text))
	if err == nil {
		*r = parsed
	}
	return err
}

// equal compares the values, not the terms.
func (r Ratio) equal(o Ratio) bool { return r.Num*o.Den == o.Num*r.Den } // below 1e18

// within reports whether the ratio is at most limit and at least its reciprocal.
func (r Ratio) within(limit int64) bool { return r.Num <= limit*r.Den && r.Den <= limit*r.Num }

// chains reports whether r·s = t.
func (r Ratio) chains(s, t Ratio) bool {
	leftHigh, leftLow := bits.Mul64(uint64(r.Num*s.Num), uint64(t.Den))
	rightHigh, rightLow := bits.Mul64(uint64(r.Den*s.Den), uint64(t.Num))
	return leftHigh == rightHigh && leftLow == rightLow
}
