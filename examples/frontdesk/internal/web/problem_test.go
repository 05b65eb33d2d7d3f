package web

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net/http/httptest"
	"strings"
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

// Errors of the service may name the guest that a request was about; the log does not.
func TestFaultsAreLoggedWithoutTheGuest(t *testing.T) {
	for _, guest := range []string{"G1749486", `O"Hara`, "宾客"} {
		var log strings.Builder
		s := &Server{metrics: newMetrics(), log: slog.New(slog.NewTextHandler(&log, nil))}
		f := &facts{guest: guest}
		f.blame(fmt.Errorf("account %q: the row of %s is broken", guest, guest))
		s.record(httptest.NewRequest("GET", "/", nil), f, 0)
		if text := log.String(); !strings.Contains(text, "the row of [guest] is broken") || strings.Contains(text, guest) || strings.Contains(text, "Hara") {
			t.Errorf("%s: %s", guest, text)
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

// How deep values may be nested is said before anything else is looked at.
func TestDepthIsBounded(t *testing.T) {
	for _, deep := range []string{strings.Repeat("[", mostDepth+1), strings.Repeat(`{"a":`, mostDepth+1)} {
		if _, err := read[redeemRequest]([]byte(deep)); err == nil || !strings.Contains(err.Error(), "nested") {
			t.Errorf("%.20s: %v", deep, err)
		}
	}
}
