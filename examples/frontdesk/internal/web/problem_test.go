package web

import (
	"context"
	"errors"
	"fmt"
	"testing"

	"github.com/hotelcrm/hotelcrm/examples/frontdesk/internal/store"
)

// busy is an error as the database gives it while another process holds it.
type busy struct{}

func (busy) Error() string { return "database is locked" }
func (busy) Code() int     { return 5 }

func TestFaultsAreToldFromWhatPasses(t *testing.T) {
	for _, test := range []struct {
		err    error
		status int
		fault  bool // stands in the log as an error
	}{
		{busy{}, 503, true},
		{context.DeadlineExceeded, 503, false},
		{store.ErrClosed, 503, false},
		{errors.New("anything else"), 500, true},
	} {
		if p, fault := problemOf(fmt.Errorf("a write: %w", test.err)); p.Status != test.status || fault != test.fault {
			t.Errorf("%v: %d, %v", test.err, p.Status, fault)
		}
	}
}

// The log says where a write panicked, not only that it did.
func TestPanicInAWriteIsLoggedWithItsPlace(t *testing.T) {
	var f facts
	f.blame(fmt.Errorf("a write: %w", &store.PanicError{Value: "x", Stack: []byte("the place")}))
	if string(f.stack) != "the place" || f.fault == nil {
		t.Errorf("%+v", f)
	}
}
