package sim_test

import (
	"cmp"
	"slices"
	"testing"

	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/internal/sim"
)

// life is what the stays tell about a person: visits begun, and planned, under all ids.
type life struct {
	visits           int
	first, last, end hotelcrm.Date // first and last arrival, last departure
}

// lives puts the stays of each person together. Erased guests are missing.
func lives(hotel *sim.Hotel) map[string]life {
	person := make(map[string]string)
	for _, p := range hotel.Profiles {
		switch p.Kind {
		case sim.Person:
			person[p.ID] = p.ID
		case sim.Second:
			person[p.ID] = p.Person
		}
	}
	stays := make(map[string][]*hotelcrm.Stay)
	for i := range hotel.Stays {
		s := &hotel.Stays[i]
		id := person[s.Guest]
		if id != "" && s.Status != hotelcrm.Cancelled && s.Status != hotelcrm.NoShow && s.Role == hotelcrm.Primary {
			stays[id] = append(stays[id], s)
		}
	}
	all := make(map[string]life)
	for id, list := range stays {
		all[id] = lifeOf(list)
	}
	return all
}

// lifeOf joins what touches: the simulator leaves a day free between two visits.
func lifeOf(stays []*hotelcrm.Stay) life {
	slices.SortFunc(stays, func(a, b *hotelcrm.Stay) int { return cmp.Compare(a.Arrival, b.Arrival) })
	l := life{first: stays[0].Arrival}
	for _, s := range stays {
		if s.Arrival > l.end && (s.Status == hotelcrm.Departed || s.Status == hotelcrm.InHouse) {
			l.visits++
		}
		l.last = s.Arrival
		l.end = max(l.end, s.Departure)
	}
	return l
}

func TestTruthMatchesStays(t *testing.T) {
	hotel := sim.Run(sim.Config{})
	all := lives(&hotel)
	for _, p := range hotel.Profiles {
		if p.Kind != sim.Person || p.Erased {
			continue
		}
		l := all[p.ID]
		if l.visits != p.Visits {
			t.Errorf("%s: %d visits among the stays, want %d", p.ID, l.visits, p.Visits)
		}
		if !p.Inactive.IsZero() && (l.last > p.Inactive || l.end != p.Inactive || p.Inactive > to) {
			t.Errorf("%s: inactive from %v, but arrives on %v and leaves on %v", p.ID, p.Inactive, l.last, l.end)
		}
	}
}

func TestProfilesCoverEveryGuest(t *testing.T) {
	hotel := sim.Run(sim.Config{})
	x := newIndex(&hotel)
	if len(x.profiles) != len(hotel.Profiles) {
		t.Errorf("%d ids for %d profiles", len(x.profiles), len(hotel.Profiles))
	}
	for guest := range x.byGuest {
		if p := x.profiles[guest]; guest != "" && (p == nil || p.Erased) {
			t.Errorf("guest %s has no profile, or an erased one", guest)
		}
	}
	for i := range hotel.Profiles {
		p := &hotel.Profiles[i]
		if fault := x.profileFault(p); fault != "" {
			t.Errorf("%+v: %s", *p, fault)
		}
	}
}

func (x index) profileFault(p *sim.Profile) string {
	person := p.Kind == sim.Person || p.Kind == sim.Second
	switch {
	case p.Kind == 0 || len(p.ID) != len("G0000123") || p.ID[0] != 'G':
		return "no id or kind"
	case p.Erased == (len(x.byGuest[p.ID]) > 0):
		return "stays of an erased guest, or none of another"
	case person != (p.Class != 0 && p.Satisfaction >= 1 && p.Satisfaction <= 5 && p.Visits > 0):
		return "traits missing, or traits of what is no person"
	case person && (p.YearlyMilli < 1 || p.YearlyMilli > 40_000 || p.DropOutMilli < 1 || p.DropOutMilli > 990):
		return "traits out of range"
	case (p.Kind == sim.Second) != (p.Person != "") || (p.Kind == sim.Companion) != (p.Party != ""):
		return "tie to another profile missing, or one too many"
	case p.Kind == sim.Companion && x.profiles[p.Party].Kind != sim.Person:
		return "travels with nobody"
	}
	return ""
}

// The latent rates and chances are the ones that the visits were drawn with: summed over all guests, what is expected
// of a life up to its random end is what happens, within the noise of 20,000 guests.
func TestTraitsExplainTheVisits(t *testing.T) {
	hotel := sim.Run(sim.Config{})
	all := lives(&hotel)
	var visits, expectedVisits, ends, expectedEnds float64
	for _, p := range hotel.Profiles {
		if p.Kind != sim.Person || p.Erased {
			continue
		}
		l, end := all[p.ID], to
		if !p.Inactive.IsZero() {
			ends++
			end = l.last
		}
		visits += float64(p.Visits - 1)
		expectedVisits += float64(p.YearlyMilli) / 1000 * float64(end.DaysSince(l.first)) / 365.25
		expectedEnds += float64(p.Visits) * float64(p.DropOutMilli) / 1000
	}
	within(t, "later visits against the rates", visits/expectedVisits, 0.93, 1.03)
	within(t, "drop-outs against the chances", ends/expectedEnds, 0.97, 1.03)
}

func within(t *testing.T, what string, got, low, high float64) {
	t.Helper()
	if got < low || got > high {
		t.Errorf("%s: %.4f, want %.4f to %.4f", what, got, low, high)
	}
	t.Logf("%s: %.4f", what, got)
}
