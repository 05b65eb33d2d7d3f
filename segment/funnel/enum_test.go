package funnel_test

import (
	"testing"

	"github.com/hotelcrm/hotelcrm/internal/enumtest"
	"github.com/hotelcrm/hotelcrm/segment/funnel"
)

func TestNamesAreRead(t *testing.T) {
	enumtest.RoundTrip(t, funnel.SkipStages, funnel.ParsePath)
	enumtest.RoundTrip(t, funnel.EveryPass, funnel.ParseReentry)
	enumtest.RoundTrip(t, funnel.OfSettled, funnel.ParseRateBasis)
}
