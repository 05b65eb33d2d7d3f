package sim_test

import (
	"testing"

	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/internal/sim"
)

var (
	from = hotelcrm.DateOf(2022, 1, 1)
	to   = hotelcrm.DateOf(2025, 12, 31)
)

func TestStaysAreValid(t *testing.T) {
	for seed := range uint64(3) {
		for _, s := range sim.Run(sim.Config{Seed: seed, Guests: 5000}).Stays {
			if fault := faultOf(&s); fault != "" {
				t.Fatalf("seed %d: %s: %s", seed, fault, appendStay(nil, &s))
			}
		}
	}
}

// faultOf names what is wrong with a stay, or nothing.
func faultOf(s *hotelcrm.Stay) string {
	switch {
	case s.ID == "" || s.Version < 1 || s.Rooms < 1:
		return "id, version or rooms missing"
	case s.Property != "CITY" && s.Property != "RESORT" && s.Property != "AIRPORT":
		return "no such property"
	case s.Arrival < from || s.Departure < s.Arrival || s.Departure.DaysSince(to) > 500:
		return "dates out of range"
	case s.Booked.IsZero() || s.Booked > s.Arrival || s.Booked > to:
		return "booked too late"
	case s.Currency != sim.Currency:
		return "foreign currency"
	case s.Role == 0 || s.Use == 0 || s.RateCode == "" || s.Market == "" || s.Source == "" || s.Channel == "":
		return "code missing"
	case s.Booking == "" && s.Role != hotelcrm.Account && s.Use != hotelcrm.HouseUse:
		return "booking missing"
	case !statusFits(s):
		return "status does not fit the dates"
	case !inCents(s):
		return "fractions of a cent"
	}
	return ""
}

func statusFits(s *hotelcrm.Stay) bool {
	switch s.Status {
	case hotelcrm.Tentative, hotelcrm.Booked:
		return s.Arrival > to
	case hotelcrm.InHouse:
		return s.Arrival <= to && s.Departure > to
	case hotelcrm.Departed:
		return s.Departure <= to
	case hotelcrm.Cancelled, hotelcrm.NoShow:
		return s.Arrival <= to && s.Revenue.Of(hotelcrm.AllButFees).IsZero()
	}
	return false
}

func inCents(s *hotelcrm.Stay) bool {
	ok := true
	for d := hotelcrm.Rooms; d <= hotelcrm.Fees; d++ {
		_, fits := hotelcrm.ToMinor(s.Revenue.Of(hotelcrm.Departments(d)), 2)
		ok = ok && fits
	}
	_, fits := hotelcrm.ToMinor(s.Tax, 2)
	return ok && fits
}

func TestIdsAreUniqueButForRepeats(t *testing.T) {
	hotel := sim.Run(sim.Config{})
	type key struct {
		id      string
		version int64
	}
	first := make(map[key]string)
	repeats := make(map[string]bool)
	for _, id := range hotel.Labels[sim.Repeat] {
		repeats[id] = true
	}
	for i := range hotel.Stays {
		s := &hotel.Stays[i]
		line, k := string(appendStay(nil, s)), key{s.ID, s.Version}
		switch before, seen := first[k]; {
		case seen && !repeats[s.ID]:
			t.Errorf("%v comes twice without a label", k)
		case seen && before != line:
			t.Errorf("%v comes twice with different content", k)
		}
		first[k] = line
	}
}
