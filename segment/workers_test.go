package segment_test

import (
	"testing"

	"github.com/hotelcrm/hotelcrm/internal/refusetest"
	"github.com/hotelcrm/hotelcrm/segment"
)

func TestWorkersOutOfRangeAreRefused(t *testing.T) {
	for _, workers := range []int{-1, 1025} {
		_, err := segment.NewBuilder(frontDesk(), segment.TableSetup{AsOf: asOf, Workers: workers}, []string{"wang"})
		refusetest.Param(t, err, "TableSetup.Workers")
	}
}
