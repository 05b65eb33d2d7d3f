package satisfaction

import (
	"fmt"
	"math"

	"github.com/hotelcrm/hotelcrm/internal/refuse"
	"gonum.org/v1/gonum/mathext"
)

// WilsonCorrected returns the score interval of a share with continuity correction: wider than [Wilson], and the share
// lies in it at least about as often as the level says also for few guests.
//
//	low  = (2np + z² - 1 - z √(z² - 2 - 1/n + 4p(n(1-p) + 1))) / 2(n + z²), 0 for p = 0
//	high = (2np + z² + 1 + z √(z² + 2 - 1/n + 4p(n(1-p) - 1))) / 2(n + z²), 1 for p = 1
//
// Input: count of n guests have it, n from 1 to 1e15; level in (0, 1).
// Errors: a [*hotelcrm.ParamError].
// Source: method 4 of R. G. Newcombe (1998), Statistics in Medicine 17, 857-872.
func WilsonCorrected(count, n int64, level float64) (Interval, error) {
	if err := firstError(checkCount(count, n), checkLevel(level)); err != nil {
		return Interval{}, err
	}
	size, p, z := float64(n), float64(count)/float64(n), quantileZ(level)
	low, high := 0.0, 1.0
	if count > 0 {
		root := math.Sqrt(z*z - 2 - 1/size + 4*p*(size*(1-p)+1))
		low = (2*size*p + z*z - 1 - z*root) / (2 * (size + z*z))
	}
	if count < n {
		root := math.Sqrt(z*z + 2 - 1/size + 4*p*(size*(1-p)-1))
		high = (2*size*p + z*z + 1 + z*root) / (2 * (size + z*z))
	}
	return Interval{Low: low, High: high, Level: level, Method: WilsonContinuity}.clipped(0, 1), nil
}

// ExactShare returns the interval of a share that holds it at least as often as the level says, for any n. It is the widest
// of the three: see [Wilson] for the one that is right on average.
//
//	low  = the share at which count or more of n have probability (1 - level)/2, 0 for count = 0
//	high = the share at which count or fewer have it, 1 for count = n
//
// Input: count of n guests have it, n from 1 to 1e15; level in (0, 1).
// Errors: a [*hotelcrm.ParamError].
// Source: C. J. Clopper and E. S. Pearson (1934), Biometrika 26, 404-413.
func ExactShare(count, n int64, level float64) (Interval, error) {
	if err := firstError(checkCount(count, n), checkLevel(level)); err != nil {
		return Interval{}, err
	}
	k, rest, tail := float64(count), float64(n-count), 0.5-level/2
	low, high := 0.0, 1.0
	if count > 0 {
		low = mathext.InvRegIncBeta(k, rest+1, tail)
	}
	if count < n {
		high = 1 - mathext.InvRegIncBeta(rest, k+1, tail)
	}
	return Interval{Low: low, High: high, Level: level, Method: ClopperPearson}, nil
}

func checkCount(count, n int64) error {
	if n < 1 || n > maxCount {
		return refuse.Param("n", fmt.Sprint(n), "1 to 1e15")
	}
	if count < 0 || count > n {
		return refuse.Param("count", fmt.Sprint(count), fmt.Sprintf("0 to %d", n))
	}
	return nil
}
