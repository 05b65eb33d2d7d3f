package worth_test

import (
	"testing"

	"github.com/hotelcrm/hotelcrm/examples/report/internal/reckon/reckontest"
)

// Every guest is in one square.
func TestDensityHoldsAllGuests(t *testing.T) {
	a := reckontest.Hotel(t)
	d, sum := a.Worth.Density, 0
	for _, n := range d.Counts {
		sum += n
	}
	if want := a.Worth.Totals.KnownIncremental; sum != want || d.Dots != nil {
		t.Errorf("%d guests in squares, want %d", sum, want)
	}
}
