package valuation

import (
	"fmt"
	"math"
	"strconv"

	"github.com/hotelcrm/hotelcrm/internal/figure"
	"github.com/hotelcrm/hotelcrm/internal/refuse"
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
	z, err := figure.Deviate(level)
	switch {
	case err != nil:
		return Proportion{}, err
	case of < 1:
		return Proportion{}, refuse.Param("of", strconv.Itoa(of), "1 or more")
	case count < 0 || count > of:
		return Proportion{}, refuse.Param("count", strconv.Itoa(count), fmt.Sprintf("0 to %d", of))
	}
	n, k := float64(of), float64(count)
	square := float64(z * z)
	middle := k + square/2
	half := z * math.Sqrt(float64(k*(n-k))/n+square/4)
	out := Proportion{Count: count, Of: of, Rate: k / n, Interval: Interval{Level: level, High: 1, Method: Wilson}}
	if count > 0 {
		out.Low = figure.Digits12((middle - half) / (n + square))
	}
	if count < of {
		out.High = figure.Digits12((middle + half) / (n + square))
	}
	return out, nil
}

// Complement returns the share of the others: churn for retention. Its interval is this one turned round.
func (p Proportion) Complement() Proportion {
	return Proportion{
		Count: p.Of - p.Count, Of: p.Of, Rate: float64(p.Of-p.Count) / float64(max(p.Of, 1)),
		Interval: Interval{Low: figure.Digits12(1 - p.High), High: figure.Digits12(1 - p.Low), Level: p.Level, Method: p.Method},
	}
}
