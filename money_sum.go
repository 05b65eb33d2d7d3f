package hotelcrm

import (
	"github.com/hotelcrm/hotelcrm/internal/int128"
	"github.com/shopspring/decimal"
)

// Sum adds amounts exactly, without allocating for amounts of up to 18 digits and 12 decimal places. The zero value is
// an empty sum, ready to use.
//
// Amounts are kept as 128-bit integers, one per number of decimal places; what does not fit is added as a decimal
// beside them. So any order, any split and any merge of the same amounts give equal totals. An amount's time and memory
// grow with the size of its exponent; decimal's parsers refuse exponents beyond ±10,000.
//
// Safety: not for use by several goroutines at once; give each its own and [Sum.Merge] them.
type Sum struct {
	buckets [13]int128.Int // by decimal places
	rest    decimal.Decimal
	n       int64
}

// Add adds one amount.
func (s *Sum) Add(amount decimal.Decimal) {
	s.n++
	places := -int(amount.Exponent())
	if places < 0 || places >= len(s.buckets) || amount.NumDigits() > 18 {
		s.rest = s.rest.Add(amount)
		return
	}
	s.buckets[places] = s.buckets[places].AddInt64(amount.CoefficientInt64())
}

// AddMinor adds a column of integer amounts in units of 10^-places.
//
// Input: places in [0, 12].
// Errors: a [*ParamError] for other places; nothing is added then.
func (s *Sum) AddMinor(minor []int64, places int) error {
	if places < 0 || places >= len(s.buckets) {
		return placesError(places, len(s.buckets)-1)
	}
	s.n += int64(len(minor))
	s.buckets[places] = s.buckets[places].Add(int128.Sum(minor))
	return nil
}

// Merge adds all amounts of another sum, which is not changed.
func (s *Sum) Merge(other *Sum) {
	s.n += other.n
	s.rest = s.rest.Add(other.rest)
	for i, b := range other.buckets {
		s.buckets[i] = s.buckets[i].Add(b)
	}
}

// N returns how many amounts were added.
func (s *Sum) N() int64 { return s.n }

// Decimal returns the exact total, 0 for an empty sum.
func (s *Sum) Decimal() decimal.Decimal {
	total := s.rest
	for i, b := range s.buckets {
		if b != (int128.Int{}) {
			total = total.Add(decimal.NewFromBigInt(b.Big(), -int32(i)))
		}
	}
	return total
}
