package satisfaction_test

import (
	"testing"

	"github.com/hotelcrm/hotelcrm/satisfaction"
)

// The rounding of 15 guests gives 1.7e-18 in place of 0, that of 2 guests a share above 1.
func TestNobodyAndEverybodyReachTheEnds(t *testing.T) {
	for _, level := range []float64{0.5, 0.8, 0.9, 0.95, 0.99} {
		for n := int64(1); n <= 100; n++ {
			none, err := satisfaction.Wilson(0, n, level)
			if err != nil || none.Low != 0 || !(none.High > 0 && none.High < 1) {
				t.Errorf("nobody of %v at %v: %+v %v", n, level, none, err)
			}
			all, err := satisfaction.Wilson(n, n, level)
			if err != nil || all.High != 1 || !(all.Low > 0 && all.Low < 1) {
				t.Errorf("everybody of %v at %v: %+v %v", n, level, all, err)
			}
		}
	}
}

// A weighted share may be as good as nothing; unclipped its interval begins at -4.6e-17.
func TestTinyShareKeepsItsIntervalWithinTheEnds(t *testing.T) {
	for _, n := range []float64{1, 2, 5, 10, 50} {
		for share := 1e-17; share < 1e-14; share *= 1.1 {
			i, err := satisfaction.WilsonWeighted(share, n, 0.95)
			if err != nil || i.Low < 0 || i.High > 1 {
				t.Fatalf("%v of %v: %+v %v", share, n, i, err)
			}
		}
	}
}
