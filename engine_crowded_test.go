package hotelcrm_test

import (
	"testing"

	"github.com/hotelcrm/hotelcrm"
)

// A few guests with very many stays fill what waits in their parts several times over.
func TestCrowdedGuestsLoseNoStay(t *testing.T) {
	const stays, guests = 60_000, 3
	var c hotelcrm.Columns
	for i := range stays {
		c.GuestNumber = append(c.GuestNumber, uint64(i%guests))
		c.Arrival = append(c.Arrival, newYear.AddDays(-1-i%900))
		c.RoomRevenue = append(c.RoomRevenue, 1)
	}
	c.Departure = c.Arrival
	for _, workers := range []int{1, 2, 7} {
		r := taskRegister(t, workers)
		for round := 1; round <= 2; round++ { // the second on top of the first
			if err := r.AddColumns(c); err != nil {
				t.Fatal(err)
			}
			s := summaries(t, r, newYear, hotelcrm.Window{})
			for i := range guests {
				if want := round * stays / guests; int(s.Visits()[i]) != want || s.Revenue().Minor()[i] != int64(want) {
					t.Errorf("%d workers, round %d: guest %d has %d visits and %d cents, want %d", workers, round, i, s.Visits()[i], s.Revenue().Minor()[i], want)
				}
			}
		}
	}
}
