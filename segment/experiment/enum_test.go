package experiment_test

import (
	"testing"

	"github.com/hotelcrm/hotelcrm/internal/enumtest"
	"github.com/hotelcrm/hotelcrm/segment/experiment"
)

func TestNamesAreRead(t *testing.T) {
	enumtest.Names(t, experiment.ParseArm, "treated", "control")
	enumtest.Names(t, experiment.ParseCorrection, "holm", "bonferroni", "benjamini-hochberg")
}
