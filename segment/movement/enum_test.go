package movement_test

import (
	"testing"

	"github.com/hotelcrm/hotelcrm/internal/enumtest"
	"github.com/hotelcrm/hotelcrm/segment/movement"
)

func TestNamesAreRead(t *testing.T) {
	enumtest.RoundTrip(t, movement.MergeEmpty, movement.ParseEmptyBins)
	enumtest.RoundTrip(t, movement.Shifted, movement.ParseReading)
}
