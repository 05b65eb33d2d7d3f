package lifecycle_test

import (
	"testing"

	"github.com/hotelcrm/hotelcrm/internal/enumtest"
	"github.com/hotelcrm/hotelcrm/segment/lifecycle"
)

func TestNamesAreRead(t *testing.T) {
	enumtest.RoundTrip(t, lifecycle.WonBack, lifecycle.ParseStage)
}
