package lifecycle_test

import (
	"testing"

	"github.com/hotelcrm/hotelcrm/internal/enumtest"
	"github.com/hotelcrm/hotelcrm/segment/lifecycle"
)

func TestNamesAreRead(t *testing.T) {
	enumtest.Names(t, lifecycle.ParseStage, "prospect", "new", "growing", "loyal", "at-risk", "lapsed", "won-back")
}
