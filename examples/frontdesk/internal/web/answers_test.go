package web_test

import (
	"bytes"
	"crypto/sha256"
	"encoding/base64"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"github.com/hotelcrm/hotelcrm/examples/frontdesk/internal/web"
)

// Every answer, of whatever kind, tells browsers to keep it to themselves.
func TestEveryAnswerHasItsHeaders(t *testing.T) {
	s := newSite(t, web.Config{})
	for _, path := range []string{"/", "/guests/nobody", "/v1/arrivals", "/v1/guests", "/nowhere", "/metrics", "/health/live"} {
		h := s.get(path).Header
		for name, want := range map[string]string{
			"X-Content-Type-Options": "nosniff", "Referrer-Policy": "no-referrer", "Cache-Control": "no-store",
			"Cross-Origin-Opener-Policy": "same-origin", "Cross-Origin-Resource-Policy": "same-origin",
		} {
			if h.Get(name) != want {
				t.Errorf("%s: %s is %q, want %q", path, name, h.Get(name), want)
			}
		}
		policy := h.Get("Content-Security-Policy")
		for _, part := range []string{"default-src 'none'", "form-action 'self'", "base-uri 'none'", "frame-ancestors 'none'"} {
			if !strings.Contains(policy, part) {
				t.Errorf("%s: the policy %q lacks %s", path, policy, part)
			}
		}
		if h.Get("X-Request-Id") == "" {
			t.Errorf("%s: no request id", path)
		}
	}
}

// The policy names the hash of the style that the pages carry; with another, browsers would show them bare.
func TestPolicyAllowsTheStyle(t *testing.T) {
	page := newSite(t, web.Config{}).get("/")
	_, rest, _ := strings.Cut(string(page.Body), "<style>")
	style, _, _ := strings.Cut(rest, "</style>")
	hash := sha256.Sum256([]byte(style))
	if want := "'sha256-" + base64.StdEncoding.EncodeToString(hash[:]) + "'"; !strings.Contains(page.Header.Get("Content-Security-Policy"), want) {
		t.Errorf("the policy lacks %s", want)
	}
}

// ask sends a request to a server without a network.
func ask(server http.Handler, path string) *httptest.ResponseRecorder {
	w := httptest.NewRecorder()
	server.ServeHTTP(w, httptest.NewRequest(http.MethodGet, "http://127.0.0.1"+path, nil))
	return w
}

func TestNotReadyWhileStopping(t *testing.T) {
	s := newSite(t, web.Config{})
	server := web.New(s.desk, s.db, web.Config{})
	for _, want := range []int{http.StatusOK, http.StatusServiceUnavailable} {
		if got := ask(server, "/health/ready"); got.Code != want {
			t.Errorf("status %d, want %d", got.Code, want)
		}
		server.Stopping()
	}
	if got := ask(server, "/health/live"); got.Code != http.StatusOK {
		t.Errorf("not alive while stopping: %d", got.Code)
	}
}

func TestNotReadyWithoutADatabase(t *testing.T) {
	s := newSite(t, web.Config{})
	must(t, s.db.Close())
	s.get("/health/ready").want(t, http.StatusServiceUnavailable)
}

// A request that would take too long is given up, and its sender told to send it again.
func TestLongWorkIsGivenUp(t *testing.T) {
	s := newSite(t, web.Config{Work: time.Nanosecond})
	for _, a := range []answer{s.get("/v1/arrivals"), s.post("/v1/members", "member-0001", member)} {
		if a.Status != http.StatusServiceUnavailable || a.Header.Get("Retry-After") == "" {
			t.Errorf("%d %s", a.Status, a.Body)
		}
	}
	if n := s.rows()["members"]; n != 0 {
		t.Errorf("%d members", n)
	}
}

func TestPanicIsAnAnswerAndALineOfTheLog(t *testing.T) {
	s := newSite(t, web.Config{})
	var log bytes.Buffer
	broken := web.New(nil, s.db, web.Config{Log: slog.New(slog.NewJSONHandler(&log, nil))})
	got := ask(broken, "/v1/guests/"+guest+"/card")
	if got.Code != http.StatusInternalServerError || got.Header().Get("Content-Type") != "application/problem+json" || strings.Contains(got.Body.String(), "nil pointer") {
		t.Errorf("%d %s", got.Code, got.Body)
	}
	if text := log.String(); !strings.Contains(text, "nil pointer") || !strings.Contains(text, "desk.go") && !strings.Contains(text, "card.go") || strings.Contains(text, guest) {
		t.Errorf("the log: %s", text)
	}
}
