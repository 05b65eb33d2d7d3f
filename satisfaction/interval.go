package satisfaction

import (
	"fmt"
	"math"

	"github.com/hotelcrm/hotelcrm/internal/refuse"
	"gonum.org/v1/gonum/stat/distuv"
)

// Interval is a confidence interval and how it was found.
type Interval struct {
	Low    float64        `json:"low"`
	High   float64        `json:"high"`
	Level  float64        `json:"level"` // of confidence, such as 0.95
	Method IntervalMethod `json:"method"`
}

// Wilson returns the score interval of a share, without continuity correction.
//
//	(p + z²/2n ± z √(p(1-p)/n + z²/4n²)) / (1 + z²/n)
//
// Input: count of n guests have it, n from 1 to 1e15; level in (0, 1). [WilsonWeighted] is for respondents with weights.
// Errors: a [*hotelcrm.ParamError].
// Source: E. B. Wilson (1927), JASA 22, 209-212; method 3 of R. G. Newcombe (1998), Statistics in Medicine 17, 857-872.
func Wilson(count, n int64, level float64) (Interval, error) {
	if err := firstError(checkCount(count, n), checkLevel(level)); err != nil {
		return Interval{}, err
	}
	return WilsonWeighted(float64(count)/float64(n), float64(n), level)
}

// WilsonWeighted returns the interval of [Wilson] for a share of respondents with weights.
//
// Input: share in [0, 1]; n in [1e-100, 1e100], the effective number of respondents; level in (0, 1).
// Errors: a [*hotelcrm.ParamError].
func WilsonWeighted(share, n, level float64) (Interval, error) {
	if err := firstError(checkWithin("share", share, 0, 1), checkWithin("n", n, 1/maxNumber, maxNumber), checkLevel(level)); err != nil {
		return Interval{}, err
	}
	z := quantileZ(level)
	zz := z * z / n
	middle, half := share+zz/2, float64(z*math.Sqrt(share*(1-share)/n+zz/(4*n)))
	low, high := (middle-half)/(1+zz), (middle+half)/(1+zz)
	if share == 0 { // exactly, whatever the rounding
		low = 0
	}
	if share == 1 {
		high = 1
	}
	return Interval{max(0, low), min(1, high), level, WilsonScore}, nil
}

// MeanInterval returns Student's interval of a mean.
//
//	x̄ ± t(n-1) s / √n
//
// Input: mean within ±1e100; sd in [0, 1e100], with divisor n - 1; n above 1 and at most 1e15, the effective number where
// respondents are weighted; level in (0, 1).
// Errors: a [*hotelcrm.ParamError], also for an n so near 1 that the interval has no ends.
func MeanInterval(mean, sd, n, level float64) (Interval, error) {
	err := firstError(checkWithin("mean", mean, -maxNumber, maxNumber), checkWithin("sd", sd, 0, maxNumber), checkAbove("n", n, 1), checkWithin("n", n, 1, maxCount), checkLevel(level))
	if err != nil {
		return Interval{}, err
	}
	t := distuv.StudentsT{Sigma: 1, Nu: n - 1}.Quantile(0.5 + level/2)
	if err := checkWithin("n", t, 0, maxNumber); err != nil {
		return Interval{}, refuse.Param("n", fmt.Sprint(n), "far enough above 1 for the level")
	}
	half := t * sd / math.Sqrt(n)
	return Interval{mean - half, mean + half, level, StudentT}, nil
}

// quantileZ returns the normal quantile of a two-sided level.
func quantileZ(level float64) float64 { return distuv.UnitNormal.Quantile(0.5 + level/2) }

// twoSided returns the normal probability beyond ±z.
func twoSided(z float64) float64 { return math.Erfc(math.Abs(z) / math.Sqrt2) }

// clipped returns the interval cut to the values that can be.
func (i Interval) clipped(low, high float64) Interval {
	i.Low, i.High = max(low, i.Low), min(high, i.High)
	return i
}

func firstError(errs ...error) error {
	for _, err := range errs {
		if err != nil {
			return err
		}
	}
	return nil
}

const (
	maxNumber = 1e100 // squares and sums of numbers stay finite
	maxCount  = 1e15  // numbers of guests stay exact
)

func checkLevel(level float64) error {
	if !(level > 0 && 0.5+level/2 < 1) {
		return refuse.Param("level", fmt.Sprint(level), "(0, 1), such as 0.95")
	}
	return nil
}

func checkWithin(param string, v, low, high float64) error {
	if !(v >= low && v <= high) {
		return refuse.Param(param, fmt.Sprint(v), fmt.Sprintf("[%v, %v]", low, high))
	}
	return nil
}

func checkAbove(param string, v, low float64) error {
	if !(v > low && v <= math.MaxFloat64) {
		return refuse.Param(param, fmt.Sprint(v), fmt.Sprintf("finite, above %v", low))
	}
	return nil
}

func checkFinite(param string, v float64) error {
	return checkWithin(param, v, -math.MaxFloat64, math.MaxFloat64)
}
