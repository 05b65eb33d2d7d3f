package reckon

import (
	"github.com/hotelcrm/hotelcrm"
	"github.com/shopspring/decimal"
)

// Totals are the figures of all guests together.
type Totals struct {
	Guests, Repeat int
	Visits, Nights int64
	Revenue        decimal.Decimal
	First, Last    hotelcrm.Date
}

func totalsOf(s *hotelcrm.Summaries) Totals {
	t := Totals{Guests: s.Len(), Revenue: s.Revenue().Sum()}
	for i, visits := range s.Visits() {
		t.Visits += int64(visits)
		t.Nights += int64(s.Nights()[i])
		if visits > 1 {
			t.Repeat++
		}
		t.Last = max(t.Last, s.Last()[i])
		if first := s.First()[i]; first != 0 && (t.First == 0 || first < t.First) {
			t.First = first
		}
	}
	return t
}
