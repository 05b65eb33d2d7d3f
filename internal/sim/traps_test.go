package sim_test

import (
	"testing"

	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/internal/sim"
)

// index finds stays by stay id and by guest id.
type index struct {
	byID, byGuest map[string][]*hotelcrm.Stay
	profiles      map[string]*sim.Profile
}

func newIndex(hotel *sim.Hotel) index {
	x := index{map[string][]*hotelcrm.Stay{}, map[string][]*hotelcrm.Stay{}, map[string]*sim.Profile{}}
	for i := range hotel.Stays {
		s := &hotel.Stays[i]
		x.byID[s.ID] = append(x.byID[s.ID], s)
		x.byGuest[s.Guest] = append(x.byGuest[s.Guest], s)
	}
	for i := range hotel.Profiles {
		x.profiles[hotel.Profiles[i].ID] = &hotel.Profiles[i]
	}
	return x
}

func TestEveryTrapOccurs(t *testing.T) {
	for _, rows := range []int{0, 10} {
		hotel := sim.Run(sim.Config{WrongRows: rows})
		for _, trap := range sim.Traps() {
			want := !trap.WrongData() || rows > 0
			if got := len(hotel.Labels[trap]) > 0; got != want {
				t.Errorf("%d wrong rows: %v occurs: %v, want %v", rows, trap, got, want)
			}
		}
	}
}

func TestLabelsTellTheTruth(t *testing.T) {
	hotel := sim.Run(sim.Config{WrongRows: 1000})
	x := newIndex(&hotel)
	for _, trap := range sim.Traps() {
		seen := make(map[string]bool)
		for _, id := range hotel.Labels[trap] {
			if seen[id] {
				t.Errorf("%v: %s is labelled twice", trap, id)
			}
			seen[id] = true
			if !x.carries(trap, id) {
				t.Fatalf("%v: %s does not carry it", trap, id)
			}
		}
	}
}

// carries reports whether the stay or guest of that id has the trap.
func (x index) carries(trap sim.Trap, id string) bool {
	switch trap {
	case sim.Duplicate:
		p := x.profiles[id]
		main := x.profiles[p.Person]
		return p.Kind == sim.Second && main.Kind == sim.Person && len(x.byGuest[id]) > 0 && len(x.byGuest[main.ID]) > 0
	case sim.HouseAccount:
		return x.profiles[id].Kind == sim.Account && len(x.byGuest[id]) > 2000
	case sim.GroupMaster:
		rows := x.byGuest[id]
		return x.profiles[id].Kind == sim.Account && len(rows) == 1 && rows[0].Role == hotelcrm.Account && rows[0].Block != ""
	}
	rows := x.byID[id]
	return len(rows) > 0 && (x.carriesRow(trap, rows) || carriesWrong(trap, rows[0]))
}

func (x index) carriesRow(trap sim.Trap, rows []*hotelcrm.Stay) bool {
	s, last := rows[0], rows[len(rows)-1]
	switch trap {
	case sim.DayUse:
		return s.Arrival == s.Departure && s.Revenue.Rooms.IsPositive()
	case sim.TwoRooms:
		return x.another(s, func(o *hotelcrm.Stay) bool { return o.Arrival == s.Arrival && o.Booking == s.Booking })
	case sim.Adjoining:
		return x.another(s, func(o *hotelcrm.Stay) bool { return o.Arrival == s.Departure || o.Departure == s.Arrival })
	case sim.Sharer:
		return s.Role == hotelcrm.Sharer && free(s)
	case sim.Accompanying:
		return s.Role == hotelcrm.Accompanying && free(s)
	case sim.Complimentary:
		return s.Use == hotelcrm.Complimentary && s.Revenue.Rooms.IsZero()
	case sim.PointsNight:
		return s.Use == hotelcrm.Points && s.Revenue.Rooms.IsZero() && s.Member != ""
	case sim.HouseUse:
		return s.Use == hotelcrm.HouseUse && free(s) && x.profiles[s.Guest].Kind == sim.Staff
	case sim.Rebate:
		return s.Revenue.Miscellaneous.IsNegative()
	case sim.Refund:
		all := hotelcrm.AllButFees
		return last.Version == 2 && last.Revenue.Of(all).LessThan(s.Revenue.Of(all))
	case sim.Repeat:
		return len(rows) >= 2 && rows[0].Version == rows[1].Version
	case sim.CancellationFee:
		return s.Status == hotelcrm.Cancelled && s.Revenue.Fees.IsPositive()
	case sim.NoShowFee:
		return s.Status == hotelcrm.NoShow && s.Revenue.Fees.IsPositive()
	case sim.Anonymised:
		return s.Guest == ""
	}
	return false
}

func carriesWrong(trap sim.Trap, s *hotelcrm.Stay) bool {
	switch trap {
	case sim.ReversedDates:
		return s.Departure < s.Arrival
	case sim.AncientDate:
		return s.Arrival == hotelcrm.DateOf(1900, 1, 1)
	case sim.DistantDate:
		return s.Departure == hotelcrm.DateOf(2999, 12, 31)
	case sim.ForeignCurrency:
		return s.Currency != sim.Currency
	}
	return false
}

// another reports whether the same guest id has another stay at the property for which fits holds.
func (x index) another(s *hotelcrm.Stay, fits func(*hotelcrm.Stay) bool) bool {
	for _, o := range x.byGuest[s.Guest] {
		if o.ID != s.ID && o.Property == s.Property && o.Status == hotelcrm.Departed && fits(o) {
			return true
		}
	}
	return false
}

func free(s *hotelcrm.Stay) bool {
	return s.Tax.IsZero() && s.Revenue.Fees.IsZero() && s.Revenue.Of(hotelcrm.AllButFees).IsZero()
}

func TestNoTrapWithoutItsLabel(t *testing.T) {
	hotel := sim.Run(sim.Config{WrongRows: 100})
	var labelled [4]map[string]bool
	traps := []sim.Trap{sim.DayUse, sim.Rebate, sim.Anonymised, sim.Refund}
	for i, trap := range traps {
		labelled[i] = make(map[string]bool)
		for _, id := range hotel.Labels[trap] {
			labelled[i][id] = true
		}
	}
	for i := range hotel.Stays {
		s := &hotel.Stays[i]
		carries := []bool{
			s.Arrival == s.Departure && s.Role != hotelcrm.Account,
			s.Version == 1 && s.Revenue.Miscellaneous.IsNegative(),
			s.Guest == "",
			s.Version > 1,
		}
		for j, trap := range traps {
			if carries[j] && s.ID < "S9" && !labelled[j][s.ID] {
				t.Errorf("%s carries %v without a label", s.ID, trap)
			}
		}
	}
}
