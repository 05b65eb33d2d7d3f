package hotelcrm_test

import (
	"testing"

	"github.com/hotelcrm/hotelcrm"
	"github.com/shopspring/decimal"
)

// Most stays are called off without a charge, and some charges are taken back: neither is a fee without a visit.
func TestNoFeeIsNoFeeWithoutVisit(t *testing.T) {
	day := hotelcrm.DateOf(2024, 5, 1)
	for name, fees := range map[string][]string{"no charge": {"0"}, "charge taken back": {"30", "-30"}, "in parts": {"0.995", "0.005", "-1"}} {
		for _, form := range []hotelcrm.Form{hotelcrm.AllVisits, hotelcrm.Tallies} {
			setup := hotelcrm.Setup{Currency: "EUR", Form: form, Policy: hotelcrm.Policy{
				Visit: hotelcrm.ByStay, Departments: hotelcrm.AllButFees | hotelcrm.Departments(hotelcrm.Fees),
			}}
			r, err := hotelcrm.NewRegister(setup)
			if err != nil {
				t.Fatal(err)
			}
			add := func(guest string, status hotelcrm.Status, fee string) {
				stay := hotelcrm.Stay{Guest: guest, Arrival: day, Departure: day + 1, Status: status}
				stay.Revenue.Fees = decimal.RequireFromString(fee)
				if err := r.Add(stay); err != nil {
					t.Fatal(err)
				}
			}
			add("guest", hotelcrm.Departed, "0")
			for _, fee := range fees {
				add("stranger", hotelcrm.Cancelled, fee)
			}
			s, err := r.Summaries(day+100, hotelcrm.Window{})
			if err != nil {
				t.Fatal(err)
			}
			if w := s.Warnings(); len(w) != 0 {
				t.Errorf("%s, %v: warnings %v", name, form, w)
			}
		}
	}
}
