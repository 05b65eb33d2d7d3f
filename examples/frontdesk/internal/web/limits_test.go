package web_test

import (
	"bufio"
	"bytes"
	"fmt"
	"io"
	"log/slog"
	"net"
	"net/http"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/hotelcrm/hotelcrm/examples/frontdesk/internal/web"
)

// wire sends raw text, and returns what comes back until the service hangs up.
func (s *site) wire(text string) string {
	s.t.Helper()
	conn, err := net.Dial("tcp", strings.TrimPrefix(s.url, "http://"))
	must(s.t, err)
	defer conn.Close()
	must(s.t, conn.SetDeadline(time.Now().Add(5*time.Second)))
	_, err = io.WriteString(conn, text)
	must(s.t, err)
	got, err := io.ReadAll(bufio.NewReader(conn))
	if ne, ok := err.(net.Error); ok && ne.Timeout() {
		s.t.Errorf("the service kept waiting for %.60q", text)
	}
	return string(got)
}

func TestSlowRequestsAreCutOff(t *testing.T) {
	s := newSite(t, web.Config{Header: 200 * time.Millisecond, Body: 400 * time.Millisecond})
	begin := "POST /v1/stays HTTP/1.1\r\nHost: 127.0.0.1\r\n"
	for _, text := range []string{
		begin, // a header that never ends
		begin + "Content-Type: application/json\r\nIdempotency-Key: slow-0001\r\nContent-Length: 500\r\n\r\n{", // a body that never ends
	} {
		if got := s.wire(text); strings.Contains(got, " 201 ") {
			t.Errorf("answered: %s", got)
		}
	}
	s.get("/health/ready").want(t, http.StatusOK)
}

func TestMalformedRequestsAreRefused(t *testing.T) {
	s := newSite(t, web.Config{Header: 300 * time.Millisecond})
	for _, text := range []string{
		"GET / HTTP/1.1\r\n\r\n", // no host
		"GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nX: " + strings.Repeat("x", 40<<10) + "\r\n\r\n",
		"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03", // a greeting of TLS
		"POST /v1/stays HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n0\r\n\r\nGET /",
	} {
		if got := s.wire(text); strings.HasPrefix(got, "HTTP/1.1 2") {
			t.Errorf("%.40q got %s", text, got)
		}
	}
}

func TestTooManyRequestsAreTold(t *testing.T) {
	s := newSite(t, web.Config{Rate: 20})
	told := false
	for range 200 {
		if a := s.get("/health/live"); a.Status == http.StatusTooManyRequests {
			told = a.Header.Get("Retry-After") != "" && a.problem() == "too-many-requests"
		}
	}
	if !told {
		t.Error("200 requests at once were served")
	}
}

func TestTokenIsNeeded(t *testing.T) {
	token := strings.Repeat("t", 32)
	s := newSite(t, web.Config{Token: token})
	for name, test := range map[string]struct {
		header http.Header
		status int
	}{
		"none":     {nil, 401},
		"wrong":    {http.Header{"Authorization": {"Bearer " + token + "x"}}, 401},
		"empty":    {http.Header{"Authorization": {"Bearer "}}, 401},
		"right":    {http.Header{"Authorization": {"Bearer " + token}}, 200},
		"a person": {http.Header{"Authorization": {"Basic ZGVzazp0dHR0dHR0dHR0dHR0dHR0dHR0dHR0dHR0dHR0dHR0dA=="}}, 200},
	} {
		for _, path := range []string{"/v1/arrivals", "/", "/metrics"} {
			if got := s.do("GET", path, test.header, nil); got.Status != test.status {
				t.Errorf("%s, %s: %d", name, path, got.Status)
			}
		}
	}
	s.get("/health/ready").want(t, http.StatusOK)
}

// Another site's name may lead to this computer, and its page then counts as of one origin with the service.
func TestOtherHostNamesAreRefused(t *testing.T) {
	s := newSite(t, web.Config{})
	got := s.wire("GET /v1/arrivals HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n")
	if !strings.HasPrefix(got, "HTTP/1.1 421 ") {
		t.Error(got)
	}
}

func TestLogsAndMetricsNameNoGuest(t *testing.T) {
	var mu sync.Mutex
	var log bytes.Buffer
	s := newSite(t, web.Config{Log: slog.New(slog.NewJSONHandler(locked{&mu, &log}, nil))}).withPoints()
	s.get("/guests/" + guest)
	s.get("/?q=Karin")
	s.get("/v1/guests?q=" + guest)
	s.get("/v1/guests/" + guest + "/card/" + guest)
	s.post("/v1/points/redeem", "redeem-0001", `{"guest":"G1749486","points":5000}`)
	s.post("/v1/points/redeem", "redeem-0002", `{"guest":"G1749486","points":"Karin"}`)
	metrics := string(s.get("/metrics").Body)
	mu.Lock()
	defer mu.Unlock()
	for _, text := range []string{log.String(), metrics} {
		if strings.Contains(text, guest) || strings.Contains(text, "Karin") {
			t.Errorf("a guest is named in\n%s", text)
		}
	}
	for _, want := range []string{`"route":"GET /guests/{guest}"`, `"problem":"urn:hotelcrm:problem:refused"`} {
		if !strings.Contains(log.String(), want) {
			t.Errorf("no %s in the log", want)
		}
	}
	if want := fmt.Sprintf(`frontdesk_requests_total{method="POST",route="POST /v1/points/redeem",status="%d"} 1`, 409); !strings.Contains(metrics, want) {
		t.Errorf("no %s in the metrics", want)
	}
}

type locked struct {
	mu *sync.Mutex
	to io.Writer
}

func (l locked) Write(b []byte) (int, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.to.Write(b)
}
