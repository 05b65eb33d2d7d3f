package funnel_test

import (
	"testing"

	"github.com/hotelcrm/hotelcrm/internal/enumtest"
	"github.com/hotelcrm/hotelcrm/segment/funnel"
)

func TestNamesAreRead(t *testing.T) {
	enumtest.Names(t, funnel.ParsePath, "every-stage", "skip-stages")
	enumtest.Names(t, funnel.ParseReentry, "once-per-guest", "every-pass")
	enumtest.Names(t, funnel.ParseRateBasis, "reached", "settled")
}
