package tiers_test

import (
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/hotelcrm/hotelcrm/examples/report/internal/reckon/reckontest"
	"github.com/hotelcrm/hotelcrm/examples/report/internal/tiers"
	"github.com/hotelcrm/hotelcrm/loyalty"
)

// Few members are asked for their notices; those of all others must be none.
func TestNoNoticeIsOverlooked(t *testing.T) {
	a := reckontest.Hotel(t)
	m := a.Tiers
	from, want := m.Activities(a.Data.Visits, a.Places), map[loyalty.NoticeKind]int{}
	for i := range m.Rank {
		list, err := m.Engine.Notices(from.Of(i), loyalty.AsOf{On: m.AsOf}, loyalty.Notices{})
		if err != nil {
			t.Fatal(err)
		}
		kinds := map[loyalty.NoticeKind]bool{}
		for _, n := range list {
			kinds[n.Kind] = true
		}
		for kind := range kinds {
			want[kind]++
		}
	}
	if diff := cmp.Diff(want, m.Notices); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// The result does not depend on the number of workers.
func TestPlacingIsTheSameOnAnyNumberOfWorkers(t *testing.T) {
	a := reckontest.Hotel(t)
	for _, workers := range []int{1, 3, 7} {
		m, err := tiers.New(a.Club, a.Data.Visits, a.Summaries.AsOf(), a.Places, workers)
		if err != nil {
			t.Fatal(err)
		}
		m.AddUp(a.Summaries, a.Data.Visits)
		if !slices.Equal(m.Rank, a.Tiers.Rank) || !slices.Equal(m.Until, a.Tiers.Until) || !slices.Equal(m.Nights, a.Tiers.Nights) ||
			!slices.Equal(m.Near, a.Tiers.Near) || !slices.Equal(m.Ends, a.Tiers.Ends) {
			t.Errorf("%d workers: other members", workers)
		}
		if diff := cmp.Diff(a.Tiers.Notices, m.Notices); diff != "" {
			t.Errorf("%d workers (-want +got):\n%s", workers, diff)
		}
	}
}
