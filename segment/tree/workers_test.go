package tree_test

import (
	"testing"

	"github.com/hotelcrm/hotelcrm/internal/refusetest"
)

func TestWorkersOutOfRangeAreRefused(t *testing.T) {
	fitted, b := fitSmallHotel(), binSmallHotel()
	for _, workers := range []int{-1, 1025} {
		_, err := fitted.Confuse(b, workers)
		refusetest.Param(t, err, "workers")
		_, err = fitted.Permute(b, 1, 1, workers)
		refusetest.Param(t, err, "workers")
	}
}
