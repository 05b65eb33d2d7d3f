package main

import (
	"cmp"
	"slices"

	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/examples/report/internal/basis"
	"github.com/hotelcrm/hotelcrm/examples/report/internal/intake"
	"github.com/shopspring/decimal"
)

// tierTotal is the guests who have one tier, with what they have done.
type tierTotal struct {
	id      string
	rank    int
	members int
	visits  int64
	nights  int64 // of all visits
	lately  int64 // nights of the visits that ended in the last 12 months
	revenue decimal.Decimal
	near    [len(nearSteps)]int // guests to whom this tier is the next
	ends    int                 // of those who have it
}

// nearSteps are the most nights of each group of guests near the next tier.
var nearSteps = [...]int8{1, 3, nearNights}

// count adds up the guests by tier.
func (m *members) count(s *hotelcrm.Summaries, v *intake.Visits) {
	totals, sums := make([]tierTotal, len(m.ladder)), make([]basis.Tally, len(m.ladder))
	year := hotelcrm.Rolling(m.asOf, 12)
	for i, rank := range m.rank {
		if rank < 0 {
			continue
		}
		t := &totals[rank]
		t.members++
		t.visits += int64(s.Visits()[i])
		t.nights += int64(s.Nights()[i])
		sums[rank].Add(s.Revenue(), i)
		for k := v.Offsets[i]; k < v.Offsets[i+1]; k++ {
			if year.Contains(v.Departures[k]) {
				t.lately += int64(v.Nights[k])
			}
		}
	}
	for _, one := range m.near {
		totals[one.next].near[slices.IndexFunc(nearSteps[:], func(most int8) bool { return one.nights <= most })]++
	}
	for _, one := range m.ends {
		totals[m.rank[one.guest]].ends++
	}
	for rank, t := range totals {
		t.id, t.rank, t.revenue = m.ladder[rank], rank, sums[rank].Total(s.Revenue().Scale())
		m.revenue = m.revenue.Add(t.revenue)
		if t.members > 0 || m.inForce(t.id) {
			m.tiers = append(m.tiers, t)
		}
	}
	slices.Reverse(m.tiers)
}

// inForce reports whether the rules of the analysis date, or the last ones before it, know a tier.
func (m *members) inForce(id string) bool {
	version, ok := m.engine.Version(m.asOf)
	if !ok {
		return true
	}
	for _, t := range version.Tiers {
		if t.ID == id {
			return true
		}
	}
	return false
}

// placed returns how many guests have a tier.
func (m *members) placed() (n int) {
	for _, t := range m.tiers {
		n += t.members
	}
	return n
}

// nearGroups returns how many guests are near the next tier, by steps.
func (m *members) nearGroups() (groups [len(nearSteps)]int) {
	for _, t := range m.tiers {
		for k, n := range t.near {
			groups[k] += n
		}
	}
	return groups
}

// shownCases is how many guests the page names.
const shownCases = 10

// best returns the cases whose guests have brought most, equal ones in the order of guest ids.
func best[T any](list []T, revenue hotelcrm.Amounts, guest func(T) int) []T {
	out := slices.SortedFunc(slices.Values(list), func(a, b T) int {
		return cmp.Or(revenue.Compare(guest(b), guest(a)), cmp.Compare(guest(a), guest(b)))
	})
	return out[:min(len(out), shownCases)]
}
