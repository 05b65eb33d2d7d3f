package loyalty_test

import (
	"testing"

	"github.com/hotelcrm/hotelcrm/internal/refusetest"
	"github.com/hotelcrm/hotelcrm/loyalty"
)

func TestWorkersOutOfRangeAreRefused(t *testing.T) {
	e, at := engineOf(t, "hilton"), loyalty.AsOf{On: day("2026-11-22")}
	for _, workers := range []int{-1, 1025} {
		for _, ask := range batches(e, at) {
			_, err := ask.all(manyMembers(2), workers)
			refusetest.Param(t, err, "workers")
		}
		_, err := e.EarnAll(nil, loyalty.Earning{}, workers)
		refusetest.Param(t, err, "workers")
		_, err = loyalty.Compare(e, e, nil, loyalty.Replay{At: at, Workers: workers})
		refusetest.Param(t, err, "Replay.Workers")
		_, err = loyalty.CompareGuests(e, e, nil, nil, loyalty.Replay{At: at, Workers: workers})
		refusetest.Param(t, err, "Replay.Workers")
	}
}
