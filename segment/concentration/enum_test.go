package concentration_test

import (
	"testing"

	"github.com/hotelcrm/hotelcrm/internal/enumtest"
	"github.com/hotelcrm/hotelcrm/segment/concentration"
)

func TestNamesAreRead(t *testing.T) {
	enumtest.RoundTrip(t, concentration.ClassC, concentration.ParseClass)
	enumtest.RoundTrip(t, concentration.ShareAfter, concentration.ParseBoundary)
	enumtest.RoundTrip(t, concentration.TiesSplit, concentration.ParseTies)
	enumtest.RoundTrip(t, concentration.OfGuests, concentration.ParseShareOf)
}
