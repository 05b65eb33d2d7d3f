package valuation

import (
	"fmt"
	"math"
	"strconv"

	"github.com/hotelcrm/hotelcrm"
)

// Interval is a confidence interval of a rate per one, with its level and how it was found.
type Interval struct {
	Low    float64        `json:"low"`
	High   float64        `json:"high"`
	Level  float64        `json:"level"` // such as 0.95
	Method IntervalMethod `json:"method"`
}

// Proportion is a share of guests with its interval, which carries its level and says that it is Wilson's.
type Proportion struct {
	Count int     `json:"count"`
	Of    int     `json:"of"`
	Rate  float64 `json:"rate"` // Count/Of
	Interval
}

// NewProportion returns the share that count guests are of all, with its Wilson score interval.
//
//	(p + z²/2n ± z·√(p(1-p)/n + z²/4n²)) / (1 + z²/n)
//
// The interval stays inside [0, 1] and is usable for few guests, and for 0 or all of them.
//
// Input: of at least 1, count in [0, of], level in (0, 1). The bounds have 12 significant digits.
// Errors: a [*hotelcrm.ParamError].
// Source: E. Wilson, Probable inference, JASA 22 (1927).
func NewProportion(count, of int, level float64) (Proportion, error) {
	z, err := normalDeviate(level)
	switch {
	case err != nil:
		return Proportion{}, err
	case of < 1:
		return Proportion{}, &hotelcrm.ParamError{Param: "of", Value: strconv.Itoa(of), Allowed: "1 or more"}
	case count < 0 || count > of:
		return Proportion{}, &hotelcrm.ParamError{Param: "count", Value: strconv.Itoa(count), Allowed: fmt.Sprintf("0 to %d", of)}
	}
	n, k := float64(of), float64(count)
	square := float64(z * z)
	middle := k + square/2
	half := z * math.Sqrt(float64(k*(n-k))/n+square/4)
	out := Proportion{Count: count, Of: of, Rate: k / n, Interval: Interval{Level: level, High: 1, Method: Wilson}}
	if count > 0 {
		out.Low = digits12((middle - half) / (n + square))
	}
	if count < of {
		out.High = digits12((middle + half) / (n + square))
	}
	return out, nil
}

// Complement returns the share of the others: churn for retention. Its interval is this one turned round.
func (p Proportion) Complement() Proportion {
	return Proportion{
		Count: p.Of - p.Count, Of: p.Of, Rate: float64(p.Of-p.Count) / float64(max(p.Of, 1)),
		Interval: Interval{Low: digits12(1 - p.High), High: digits12(1 - p.Low), Level: p.Level, Method: p.Method},
	}
}

// normalDeviate returns z with P(|Z| < z) = level for a standard normal Z.
func normalDeviate(level float64) (float64, error) {
	if !(level > 0 && level < 1) { // NaN too
		return 0, &hotelcrm.ParamError{Param: "level", Value: strconv.FormatFloat(level, 'g', -1, 64), Allowed: "above 0 and below 1"}
	}
	return digits12(math.Sqrt2 * math.Erfinv(level)), nil
}

// digits12 rounds to 12 significant digits, so that the last bits of math's functions, in which platforms differ, are
// not part of a result.
func digits12(x float64) float64 {
	rounded, _ := strconv.ParseFloat(strconv.FormatFloat(x, 'e', 11, 64), 64) // cannot fail: it reads what it wrote
	return rounded
}
