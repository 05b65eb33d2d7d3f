package experiment_test

import (
	"testing"

	"github.com/hotelcrm/hotelcrm/internal/enumtest"
	"github.com/hotelcrm/hotelcrm/segment/experiment"
)

func TestNamesAreRead(t *testing.T) {
	enumtest.RoundTrip(t, experiment.Control, experiment.ParseArm)
	enumtest.RoundTrip(t, experiment.Hochberg, experiment.ParseCorrection)
}
