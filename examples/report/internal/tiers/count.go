package tiers

import (
	"cmp"
	"slices"

	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/examples/report/internal/basis"
	"github.com/hotelcrm/hotelcrm/examples/report/internal/intake"
	"github.com/shopspring/decimal"
)

// Tier is the guests who have one tier, with what they have done.
type Tier struct {
	ID      string
	Rank    int
	Members int
	Visits  int64
	Nights  int64 // of all visits
	Lately  int64 // nights of the visits that ended in the last 12 months
	Revenue decimal.Decimal
	Near    [len(NearSteps)]int // guests to whom this tier is the next
	Ends    int                 // of those who have it
}

// NearSteps are the most nights of each group of guests near the next tier.
var NearSteps = [...]int8{1, 3, NearNights}

// AddUp adds up the guests by tier.
func (m *Members) AddUp(s *hotelcrm.Summaries, v *intake.Visits) {
	totals, sums := make([]Tier, len(m.Ladder)), make([]basis.Tally, len(m.Ladder))
	year := hotelcrm.Rolling(m.AsOf, 12)
	for i, rank := range m.Rank {
		if rank < 0 {
			continue
		}
		t := &totals[rank]
		t.Members++
		t.Visits += int64(s.Visits()[i])
		t.Nights += int64(s.Nights()[i])
		sums[rank].Add(s.Revenue(), i)
		for k := v.Offsets[i]; k < v.Offsets[i+1]; k++ {
			if year.Contains(v.Departures[k]) {
				t.Lately += int64(v.Nights[k])
			}
		}
	}
	for _, one := range m.Near {
		totals[one.Next].Near[slices.IndexFunc(NearSteps[:], func(most int8) bool { return one.nights <= most })]++
	}
	for _, one := range m.Ends {
		totals[m.Rank[one.Guest]].Ends++
	}
	for rank, t := range totals {
		t.ID, t.Rank, t.Revenue = m.Ladder[rank], rank, sums[rank].Total(s.Revenue().Scale())
		m.Revenue = m.Revenue.Add(t.Revenue)
		if t.Members > 0 || m.inForce(t.ID) {
			m.Tiers = append(m.Tiers, t)
		}
	}
	slices.Reverse(m.Tiers)
}

// inForce reports whether the rules of the analysis date, or the last ones before it, know a tier.
func (m *Members) inForce(id string) bool {
	version, ok := m.Engine.Version(m.AsOf)
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

// Placed returns how many guests have a tier.
func (m *Members) Placed() (n int) {
	for _, t := range m.Tiers {
		n += t.Members
	}
	return n
}

// NearGroups returns how many guests are near the next tier, by steps.
func (m *Members) NearGroups() (groups [len(NearSteps)]int) {
	for _, t := range m.Tiers {
		for k, n := range t.Near {
			groups[k] += n
		}
	}
	return groups
}

// shownCases is how many guests the page names.
const shownCases = 10

// Best returns the cases whose guests have brought most, equal ones in the order of guest ids.
func Best[T any](list []T, revenue hotelcrm.Amounts, guest func(T) int) []T {
	out := slices.SortedFunc(slices.Values(list), func(a, b T) int {
		return cmp.Or(revenue.Compare(guest(b), guest(a)), cmp.Compare(guest(a), guest(b)))
	})
	return out[:min(len(out), shownCases)]
}
