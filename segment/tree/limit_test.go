package tree_test

import (
	"testing"

	"github.com/hotelcrm/hotelcrm/segment/tree"
)

// J. R. Quinlan, C4.5 (1993), chapter 4, prints U(0,6) .206, U(0,9) .143, U(0,1) .750 and U(1,16) .157; the exact limits
// and the totals of release 8 to more places.
func TestErrorLimitsAreThoseOfC45(t *testing.T) {
	tests := []struct{ errors, guests, limit, total float64 }{
		{0, 6, .206299, 1.237797},
		{0, 9, .142756, 1.284804},
		{0, 1, .750000, .750000},
		{0, 3, .370039, 1.110118},
		{1, 16, .159611, 2.475715},
		{1, 168, .015947, 2.573759},
		{2, 6, .553198, 3.321326},
		{1, 2, .866025, 1.791493},
		{5, 14, .483513, 6.761120},
		{3, 54, 0, 4.927253},
		{0.5, 10, 0, 1.853528},
	}
	for _, test := range tests {
		limit, err := tree.ErrorLimit(test.guests, test.errors, 0.25)
		if err != nil {
			t.Fatal(err)
		}
		if test.limit > 0 {
			near(t, "limit", limit, test.limit, 1e-6)
		}
		total, err := tree.PessimisticErrors(test.guests, test.errors, 0.25)
		if err != nil {
			t.Fatal(err)
		}
		near(t, "total", total, test.total, 1e-6)
	}
}

// J. R. Quinlan, C4.5 (1993), section 4.2: three leaves of 6, 9 and 1 guests without error are expected to make 3.273
// errors, one leaf of 16 with an error 2.5, so the branch goes.
func TestDemocratsSubtreeIsPruned(t *testing.T) {
	sum := 0.0
	for _, n := range []float64{6, 9, 1} {
		errors, _ := tree.PessimisticErrors(n, 0, 0.25)
		sum += errors
	}
	near(t, "three leaves", sum, 3.273, 1e-3)
	one, _ := tree.PessimisticErrors(16, 1, 0.25)
	if one >= sum {
		t.Errorf("one leaf %v is not below three %v", one, sum)
	}
}
