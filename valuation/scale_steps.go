package valuation

import (
	"math/bits"

	"github.com/hotelcrm/hotelcrm"
	"github.com/shopspring/decimal"
)

// steps is a scale made ready for use: its cuts as integers of millionths, where they all fit.
type steps struct {
	scale *Scale
	cuts  []int64 // nil where a cut does not fit
}

const cutPlaces = 6

func newSteps(s *Scale) steps {
	out := steps{scale: s, cuts: make([]int64, len(s.Cuts))}
	for i, cut := range s.Cuts {
		minor, ok := hotelcrm.ToMinor(cut, cutPlaces)
		if !ok {
			return steps{scale: s}
		}
		out.cuts[i] = minor
	}
	return out
}

// of returns the score of a number.
func (s *steps) of(number decimal.Decimal) Score {
	minor, ok := hotelcrm.ToMinor(number, cutPlaces)
	if !ok || s.cuts == nil {
		return s.slowly(number, decimal.NewFromInt(1))
	}
	k := 0
	for k < len(s.cuts) && s.cuts[k] <= minor {
		k++
	}
	return s.scale.Scores[k]
}

// ofRatio returns the score of number/per, for per above 0. No division is made: cut · per is held against number.
func (s *steps) ofRatio(number, per decimal.Decimal) Score {
	a, fits := hotelcrm.ToMinor(number, cutPlaces)
	b, fitsToo := hotelcrm.ToMinor(per, cutPlaces)
	if !fits || !fitsToo || s.cuts == nil || a < 0 {
		return s.slowly(number, per)
	}
	high, low := bits.Mul64(uint64(a), 1_000_000)
	k := 0
	for k < len(s.cuts) {
		if s.cuts[k] > 0 {
			if hi, lo := bits.Mul64(uint64(s.cuts[k]), uint64(b)); hi > high || hi == high && lo > low {
				break
			}
		}
		k++
	}
	return s.scale.Scores[k]
}

func (s *steps) slowly(number, per decimal.Decimal) Score {
	k := 0
	for k < len(s.scale.Cuts) && !s.scale.Cuts[k].Mul(per).GreaterThan(number) {
		k++
	}
	return s.scale.Scores[k]
}
