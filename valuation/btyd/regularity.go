package btyd

import (
	"errors"
	"fmt"
	"math"
	"slices"
	"strconv"

	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/internal/refuse"
)

// Regularity says how regular visits are: K is the shape of the gamma distribution of the time between them. Visits at
// random have K = 1; a guest who comes every six weeks has a large one. NBD and its kin take K = 1 for granted; from about
// 1.5 on the Erlang models, see [FitMBGCNBD], do better.
type Regularity struct {
	K      float64 `json:"k"`
	Guests int     `json:"guests"` // whose visits were used
	Left   int     `json:"left"`   // guests with too few visits
}

// ErrTooFew is wrapped if too few guests have enough visits for an estimate.
var ErrTooFew = errors.New("btyd: too few guests with enough visits")

// Wheat returns the regularity estimated from the last two times between visits of each guest who has two, the same for
// all guests.
//
//	M = t₂/(t₁+t₂) is beta(k, k), so k = (1-4·Var M)/(8·Var M)
//
// It needs no more than three visits a guest and no assumption about how the rates of guests differ.
//
// Input: the visits of each guest at rising times, in any one unit; nothing else is read, so units do not matter.
// Errors: a [*hotelcrm.RowError] for the first [hotelcrm.MaxRowErrors] guests with a time that is not finite or not after
// the one before; [ErrTooFew] for fewer than two guests with three visits, or if all have the same M.
// Source: R. Wheat and D. Morrison, Estimating purchase regularity with two interpurchase times, Journal of Marketing
// Research 27 (1990).
func Wheat(visits [][]float64) (Regularity, error) {
	if err := checkVisits(visits); err != nil {
		return Regularity{}, err
	}
	var out Regularity
	var mean, square float64 // Welford's, so that nearly equal ratios do not cancel
	for _, times := range visits {
		n := len(times)
		if n < 3 {
			out.Left++
			continue
		}
		ratio := (times[n-1] - times[n-2]) / (times[n-1] - times[n-3])
		out.Guests++
		step := ratio - mean
		mean += step / float64(out.Guests)
		square += step * (ratio - mean)
	}
	if out.Guests < 2 || !(square > 0) {
		return out, fmt.Errorf("%w: %d with three", ErrTooFew, out.Guests)
	}
	variance := square / float64(out.Guests-1)
	out.K = (1 - 4*variance) / (8 * variance)
	return out, nil
}

// Minka returns the median of the regularities of single guests, each by Minka's approximation of the maximum of the
// gamma likelihood.
//
//	k = (3 - s + √((s-3)² + 24s))/(12s),  s = ln(mean t) - mean(ln t)
//
// Input: as [Wheat]; guests with fewer than least times between visits are left out, and least is 2 or more. Published
// estimates have 10.
// Errors: as [Wheat], a [*hotelcrm.ParamError] for least, and [ErrTooFew] without a guest. A guest whose times are all
// equal has K of +Inf; if that is the median too, it is [ErrTooFew].
// Source: T. Minka, Estimating a gamma distribution (2002), equation 4.
func Minka(visits [][]float64, least int) (Regularity, error) {
	return medianShape(visits, least, func(s float64) float64 {
		return (3 - s + math.Sqrt((s-3)*(s-3)+24*s)) / (12 * s)
	})
}

// Thom returns the median of the regularities of single guests, each by Thom's approximation.
//
//	k = (1 + √(1 + 4s/3))/(4s),  s = ln(mean t) - mean(ln t)
//
// Input and errors: as [Minka].
// Source: H. Thom, A note on the gamma distribution, Monthly Weather Review 86 (1958); used for purchases by R. Dunn, S.
// Reader and N. Wrigley, Applied Statistics 32 (1983).
func Thom(visits [][]float64, least int) (Regularity, error) {
	return medianShape(visits, least, func(s float64) float64 {
		return (1 + math.Sqrt(1+4*s/3)) / (4 * s)
	})
}

// medianShape returns the median of shape(s) over the guests.
func medianShape(visits [][]float64, least int, shape func(s float64) float64) (Regularity, error) {
	if least < 2 {
		return Regularity{}, refuse.Param("least", strconv.Itoa(least), "2 or more")
	}
	if err := checkVisits(visits); err != nil {
		return Regularity{}, err
	}
	var out Regularity
	var shapes []float64
	for _, times := range visits {
		if len(times) <= least {
			out.Left++
			continue
		}
		shapes = append(shapes, shape(spread(times)))
	}
	out.Guests = len(shapes)
	if out.Guests == 0 {
		return out, fmt.Errorf("%w: none with %d", ErrTooFew, least+1)
	}
	slices.Sort(shapes)
	middle := len(shapes) / 2
	out.K = shapes[middle]
	if len(shapes)%2 == 0 {
		out.K = (shapes[middle-1] + shapes[middle]) / 2
	}
	if math.IsInf(out.K, 0) {
		return Regularity{Guests: out.Guests, Left: out.Left}, fmt.Errorf("%w: half of them come like clockwork", ErrTooFew)
	}
	return out, nil
}

// spread returns ln(mean t) - mean(ln t) of the times between visits, 0 if all are equal.
func spread(times []float64) float64 {
	n := float64(len(times) - 1)
	mean := (times[len(times)-1] - times[0]) / n
	var logs float64
	for i := 1; i < len(times); i++ {
		logs -= math.Log((times[i] - times[i-1]) / mean)
	}
	return max(0, logs/n)
}

func checkVisits(visits [][]float64) error {
	var errs []error
	for g, times := range visits {
		for i, t := range times {
			if math.IsNaN(t) || math.Abs(t) > maxTime || i > 0 && !(t > times[i-1]) {
				errs = append(errs, &hotelcrm.RowError{Row: g + 1, Field: "visits", Value: fmt.Sprint(t), Err: errors.New("want finite times, each after the one before")})
				break
			}
		}
		if len(errs) == hotelcrm.MaxRowErrors {
			break
		}
	}
	return errors.Join(errs...)
}
