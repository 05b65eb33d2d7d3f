package movement_test

import (
	"testing"

	"github.com/hotelcrm/hotelcrm/internal/enumtest"
	"github.com/hotelcrm/hotelcrm/segment/movement"
)

func TestNamesAreRead(t *testing.T) {
	enumtest.Names(t, movement.ParseEmptyBins, "refuse", "add-half", "merge")
	enumtest.Names(t, movement.ParseReading, "stable", "watch", "shifted")
}
