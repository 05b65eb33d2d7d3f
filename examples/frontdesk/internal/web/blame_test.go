package web

import (
	"fmt"
	"testing"

	"github.com/hotelcrm/hotelcrm/examples/frontdesk/internal/store"
)

// The log says where a write panicked, not only that it did.
func TestPanicInAWriteIsLoggedWithItsPlace(t *testing.T) {
	var f facts
	f.blame(fmt.Errorf("a write: %w", &store.PanicError{Value: "x", Stack: []byte("the place")}))
	if string(f.stack) != "the place" || f.fault == nil {
		t.Errorf("%+v", f)
	}
}
