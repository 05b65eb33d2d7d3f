package tree

import (
	"fmt"
	"math"

	"github.com/hotelcrm/hotelcrm/internal/plural"
	"github.com/hotelcrm/hotelcrm/internal/refuse"
)

// Calibration holds how often guests are of a class against how often a tree expects it of them.
type Calibration struct {
	Class string  `json:"class"` // id
	Brier float64 `json:"brier"` // mean of (expected - is)², 0 is best
	Error float64 `json:"error"` // mean over guests of |Expected - Actual| of their bin
	Bins  []Share `json:"bins"`  // those with guests, by expected share
}

// Share is one bin of a [Calibration].
type Share struct {
	From     float64 `json:"from"` // the bin is [From, To), the last one [From, To]
	To       float64 `json:"to"`
	Guests   float64 `json:"guests"`   // weight
	Expected float64 `json:"expected"` // mean of the shares that the tree expects
	Actual   float64 `json:"actual"`   // share of the guests who are of the class
}

// Calibrate returns, for each class, how well the shares that the trees expected fit the guests, each guest by the tree
// learnt from the other folds.
//
// Input: the table of the cross-validation; bins of equal width from 1 to 100, 0 means 10.
// Errors: a [*hotelcrm.ParamError].
// Source: G. Brier, Monthly Weather Review 78 (1950), for one class.
func (v *CrossValidation) Calibrate(b *Binned, bins int) ([]Calibration, error) {
	if bins == 0 {
		bins = 10
	}
	if bins < 1 || bins > 100 {
		return nil, refuse.Param("bins", fmt.Sprint(bins), "1 to 100, or 0")
	}
	k := len(b.class.Levels)
	if len(v.shares) != b.Len()*k {
		return nil, refuse.Param("b", plural.Of(b.Len(), "guest", "guests"), "the table of the cross-validation")
	}
	out := make([]Calibration, k)
	for c := range out {
		out[c] = v.calibrate(b, c, bins)
	}
	return out, nil
}

func (v *CrossValidation) calibrate(b *Binned, class, bins int) Calibration {
	out, list, total := Calibration{Class: b.class.Levels[class].ID}, make([]Share, bins), 0.0
	for i := range b.Len() {
		p, w, is := v.shares[i*len(b.class.Levels)+class], float64(b.weight(i))/weightUnit, 0.0
		if int(b.labels[i]) == class {
			is = 1
		}
		bin := &list[min(bins-1, int(p*float64(bins)))]
		bin.Guests += w
		bin.Expected += w * p
		bin.Actual += w * is
		out.Brier += w * (p - is) * (p - is)
		total += w
	}
	out.Brier /= total
	for i := range list {
		s := &list[i]
		if s.Guests == 0 {
			continue
		}
		s.From, s.To = float64(i)/float64(bins), float64(i+1)/float64(bins)
		out.Error += math.Abs(s.Expected-s.Actual) / total
		s.Expected /= s.Guests
		s.Actual /= s.Guests
		out.Bins = append(out.Bins, *s)
	}
	return out
}
