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
