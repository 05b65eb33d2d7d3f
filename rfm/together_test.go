package rfm_test

import (
	"fmt"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/rfm"
)

func TestWorkersChangeNoScore(t *testing.T) {
	var texts []string
	for _, workers := range []int{1, 2, 3, 16} {
		s := summariesBy(t, workers)
		if s.Workers() != workers {
			t.Fatalf("%d workers, want %d", s.Workers(), workers)
		}
		scores, err := rfm.Of(s, rfm.Same(rfm.NTile, 5))
		if err != nil {
			t.Fatal(err)
		}
		text := fmt.Sprintf("%+v", scores.Thresholds())
		for i := range scores.Len() {
			text += fmt.Sprint(scores.At(i))
		}
		texts = append(texts, text)
	}
	if same := slices.Compact(texts); len(same) > 1 {
		t.Error(cmp.Diff(same[0], same[1]))
	}
}

// summariesBy returns 5,000 stays of 700 guests as a register with that many workers tells them.
func summariesBy(t *testing.T, workers int) *hotelcrm.Summaries {
	t.Helper()
	r, err := hotelcrm.NewRegister(hotelcrm.Setup{Currency: "EUR", Form: hotelcrm.Tallies, Policy: hotelcrm.Policy{Visit: hotelcrm.ByStay}, Workers: workers})
	if err != nil {
		t.Fatal(err)
	}
	var c hotelcrm.Columns
	for i := range 5_000 {
		c.GuestNumber = append(c.GuestNumber, uint64(i*i%701))
		c.Arrival = append(c.Arrival, hotelcrm.DateOf(2024, 1, 1).AddDays(i*7%366))
		c.RoomRevenue = append(c.RoomRevenue, int64(i*37%9_000))
	}
	c.Departure = c.Arrival
	if err := r.AddColumns(c); err != nil {
		t.Fatal(err)
	}
	s, err := r.Summaries(hotelcrm.DateOf(2025, 1, 1), hotelcrm.Window{})
	if err != nil {
		t.Fatal(err)
	}
	return s
}
