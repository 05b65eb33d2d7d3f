package concentration_test

import (
	"testing"

	"github.com/hotelcrm/hotelcrm/internal/enumtest"
	"github.com/hotelcrm/hotelcrm/segment/concentration"
)

func TestNamesAreRead(t *testing.T) {
	enumtest.Names(t, concentration.ParseClass, "A", "B", "C")
	enumtest.Names(t, concentration.ParseBoundary, "share-before", "share-after")
	enumtest.Names(t, concentration.ParseTies, "together", "split")
	enumtest.Names(t, concentration.ParseShareOf, "amount", "guests")
}
