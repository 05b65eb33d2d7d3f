package hotelcrm_test

import (
	"errors"
	"testing"

	"github.com/hotelcrm/hotelcrm"
	"github.com/shopspring/decimal"
)

func TestMergeKeepsTheLaterBusinessDate(t *testing.T) {
	march, april := hotelcrm.DateOf(2025, 3, 1), hotelcrm.DateOf(2025, 4, 1)
	late := stay("ann", 75, 2, "200") // from 16 March
	for _, dates := range [][2]hotelcrm.Date{{march, april}, {april, march}} {
		r, other := register(t, hotelcrm.Setup{AsOf: dates[0]}), register(t, hotelcrm.Setup{AsOf: dates[1]})
		if err := r.Add(late); errors.Is(err, hotelcrm.FutureStay) != (dates[0] == march) {
			t.Fatalf("as of %s: %v", dates[0], err)
		}
		if err := r.Merge(other); err != nil {
			t.Fatal(err)
		}
		if r.Setup().AsOf != april {
			t.Errorf("%s and %s: as of %s", dates[0], dates[1], r.Setup().AsOf)
		}
		if err := r.Add(late); err != nil {
			t.Errorf("%s and %s: a stay of March: %v", dates[0], dates[1], err)
		}
	}
}

// Two deliveries of one version that differ in how the stay was paid alone are a conflict, and one of them stays in any
// order.
func TestUseIsContent(t *testing.T) {
	paid := with(stay("ann", 5, 2, "1"), func(s *hotelcrm.Stay) { s.ID, s.Use = "1", hotelcrm.Paid })
	free := with(paid, func(s *hotelcrm.Stay) { s.Use = hotelcrm.Complimentary })
	setup := hotelcrm.Setup{Policy: hotelcrm.Policy{SkipComplimentary: true}}
	one := summaries(t, register(t, setup, paid, free), newYear, hotelcrm.Window{})
	other := summaries(t, register(t, setup, free, paid), newYear, hotelcrm.Window{})
	if one.Len() != other.Len() || len(one.Warnings()) == 0 || one.Warnings()[0].Code != hotelcrm.WarnConflict {
		t.Errorf("%d and %d guests, %v", one.Len(), other.Len(), one.Warnings())
	}
}

// Amounts finer than a cent or beyond an int64 are content as others are: what differs in them alone is a conflict, and the
// greater one stays in any order.
func TestAmountsThatFitNoCentAreContent(t *testing.T) {
	paid := func(revenue string) hotelcrm.Stay {
		return with(stay("ann", 5, 2, revenue), func(s *hotelcrm.Stay) { s.ID = "1" })
	}
	for _, test := range []struct {
		less, more string
		conflicts  int
	}{
		{"100.001", "100.002", 1},
		{"0", "0.001", 1},
		{"100000000000000000000", "100000000000000000001", 1},
		{"0.005", "0.0050", 0},
		{"1e20", "100000000000000000000.00", 0},
	} {
		less, more := paid(test.less), paid(test.more)
		for _, order := range [][]hotelcrm.Stay{{less, more}, {more, less}} {
			s := summaries(t, register(t, hotelcrm.Setup{}, order...), newYear, hotelcrm.Window{})
			conflicts := 0
			for _, w := range s.Warnings() {
				if w.Code == hotelcrm.WarnConflict {
					conflicts += w.N
				}
			}
			if got := s.At(0).Revenue; conflicts != test.conflicts || !got.Equal(decimal.RequireFromString(test.more)) {
				t.Errorf("%s, then %s: %s with %d conflicts", order[0].Revenue.Rooms, order[1].Revenue.Rooms, got, conflicts)
			}
		}
	}
}

func TestFeesOfAVisitorAreNoWarning(t *testing.T) {
	gone := with(stay("ann", 9, 2, "0"), func(s *hotelcrm.Stay) {
		s.Status, s.Revenue.Fees = hotelcrm.NoShow, decimal.NewFromInt(50)
	})
	setup := hotelcrm.Setup{Policy: hotelcrm.Policy{Departments: hotelcrm.AllButFees | hotelcrm.Departments(hotelcrm.Fees)}}
	s := summaries(t, register(t, setup, stay("ann", 1, 2, "200"), gone), newYear, hotelcrm.Window{})
	if len(s.Warnings()) != 0 || s.At(0).Revenue.String() != "250" {
		t.Errorf("%v, %+v", s.Warnings(), s.At(0))
	}
}
