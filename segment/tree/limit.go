package tree

import (
	"fmt"
	"math"

	"github.com/hotelcrm/hotelcrm/internal/refuse"
	"gonum.org/v1/gonum/mathext"
)

// ErrorLimit returns the upper limit of the error rate of a leaf with so many errors among so many guests: the rate p at
// which as few errors have the probability confidence.
//
//	P(X <= errors | guests, p) = confidence
//
// Input: guests above 0, errors from 0 to guests, confidence in (0, 0.5]; C4.5 takes 0.25.
// Errors: a [*hotelcrm.ParamError].
// Source: J. R. Quinlan, C4.5 (1993), section 4.2; C. Clopper and E. Pearson, Biometrika 26 (1934).
func ErrorLimit(guests, errors, confidence float64) (float64, error) {
	if err := checkLimit(guests, errors, confidence); err != nil {
		return 0, err
	}
	if errors == guests {
		return 1, nil
	}
	return mathext.InvRegIncBeta(errors+1, guests-errors, 1-confidence), nil
}

// PessimisticErrors returns the errors that a leaf must be expected to make on new guests: those it made and what C4.5,
// release 8, adds. Pruning and rules are judged by it. It stays within 4 % of guests times [ErrorLimit].
//
//	E = 0:      N (1 - CF^(1/N))
//	0 < E < 1:  between E = 0 and E = 1, in proportion
//	else:       N (f + z²/2N + z √(f/N - f²/N + z²/4N²)) / (1 + z²/N),  f = (E + 0.5)/N
//
// with z the quantile of the normal law at 1 - CF; at most N.
// Input: guests above 0, errors from 0 to guests, confidence in (0, 0.5].
// Errors: a [*hotelcrm.ParamError].
// Source: J. R. Quinlan, C4.5, release 8 (1993), as in Weka's J48.
func PessimisticErrors(guests, errors, confidence float64) (float64, error) {
	if err := checkLimit(guests, errors, confidence); err != nil {
		return 0, err
	}
	return newPessimist(confidence).errors(guests, errors), nil
}

func checkLimit(guests, errors, confidence float64) error {
	switch {
	case !(guests > 0 && guests <= math.MaxInt64):
		return refuse.Param("guests", fmt.Sprint(guests), "above 0")
	case !(errors >= 0 && errors <= guests):
		return refuse.Param("errors", fmt.Sprint(errors), "0 to guests")
	case !(confidence > 0 && confidence <= 0.5):
		return refuse.Param("confidence", fmt.Sprint(confidence), "above 0, up to 0.5")
	}
	return nil
}

// pessimist adds errors at one confidence.
type pessimist struct{ confidence, z float64 }

func newPessimist(confidence float64) pessimist {
	return pessimist{confidence, math.Sqrt2 * math.Erfinv(1-2*confidence)}
}

func (p pessimist) errors(n, e float64) float64 {
	if n < tie {
		return 0
	}
	return e + p.added(n, e)
}

func (p pessimist) added(n, e float64) float64 {
	if e < 1 {
		none := n * (1 - math.Pow(p.confidence, 1/n))
		if e < tie {
			return none
		}
		return none + e*(p.added(n, 1)-none)
	}
	if e+0.5 >= n {
		return max(n-e, 0)
	}
	z, f := p.z, (e+0.5)/n
	spread := z * math.Sqrt(f/n-f*f/n+z*z/(4*n*n))
	return n*(f+z*z/(2*n)+spread)/(1+z*z/n) - e
}
