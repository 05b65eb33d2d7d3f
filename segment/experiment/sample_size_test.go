package experiment_test

import (
	"math"
	"testing"

	"github.com/hotelcrm/hotelcrm/internal/refusetest"
	"github.com/hotelcrm/hotelcrm/segment/experiment"
)

func TestSampleSizeOfStrictAlpha(t *testing.T) {
	if got, err := experiment.SampleSizeFor(.06, .05, 1e-300, .8); err != nil || got.PerArm < 500_000 || got.PerArm > 2_000_000 {
		t.Errorf("%+v %v", got, err)
	}
}

// Recomputed by two programs.
func TestPublishedSampleSize(t *testing.T) {
	tests := []struct {
		treated, control, exact float64
		perArm                  int
	}{{0.3, 0.2, 293.1513, 294}, {0.06, 0.05, 8157.731, 8158}, {0.12, 0.10, 3840.847, 3841}, {0.05, 0.06, 8157.731, 8158}, {1, 0, 1.920729, 2}}
	for _, tt := range tests {
		got, err := experiment.SampleSizeFor(tt.treated, tt.control, 0.05, 0.8)
		if err != nil || got.PerArm != tt.perArm {
			t.Errorf("%v to %v: got %+v, %v", tt.control, tt.treated, got, err)
		}
		near(t, "exact", tt.exact, got.Exact, 5.1e-4)
	}
	for param, args := range map[string][4]float64{
		"control": {0.1, -0.1, 0.05, 0.8}, "treated": {0.1, 0.1, 0.05, 0.8}, "alpha": {0.1, 0.2, 0, 0.8}, "power": {0.1, 0.2, 0.05, math.NaN()},
	} {
		_, err := experiment.SampleSizeFor(args[0], args[1], args[2], args[3])
		refusetest.Param(t, err, param)
	}
	_, err := experiment.SampleSizeFor(0.5, math.Nextafter(0.5, 1), 0.05, 0.8)
	refusetest.Param(t, err, "treated")
}
