package holm_test

import (
	"math"
	"testing"

	"github.com/hotelcrm/hotelcrm/internal/holm"
)

// As R's p.adjust(c(0.01, 0.04, 0.03, 0.005), "holm").
func TestAdjust(t *testing.T) {
	for i, got := range holm.Adjust([]float64{0.01, 0.04, 0.03, 0.005}) {
		if want := []float64{0.03, 0.06, 0.06, 0.02}[i]; math.Abs(got-want) > 1e-15 {
			t.Errorf("%d: %v, want %v", i, got, want)
		}
	}
	if got := holm.Adjust([]float64{0.9, 0.8}); got[0] != 1 || got[1] != 1 {
		t.Errorf("no p-value is above 1: %v", got)
	}
	if got := holm.Adjust(nil); len(got) != 0 {
		t.Errorf("of none: %v", got)
	}
}
