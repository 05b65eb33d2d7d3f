package web_test

import (
	"bytes"
	"encoding/json"
	"io"
	"net/http"
	"net/http/httptest"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/hotelcrm/hotelcrm/examples/frontdesk/internal/desk"
	"github.com/hotelcrm/hotelcrm/examples/frontdesk/internal/store"
	"github.com/hotelcrm/hotelcrm/examples/frontdesk/internal/web"
)

// site is the service on a real file, reached over real HTTP.
type site struct {
	t    *testing.T
	url  string
	path string
	desk *desk.Desk
	db   *store.DB
}

func newSite(t *testing.T, config web.Config) *site {
	t.Helper()
	return siteOn(t, filepath.Join(t.TempDir(), "desk.db"), config)
}

func siteOn(t *testing.T, path string, config web.Config) *site {
	t.Helper()
	db, err := store.Open(t.Context(), store.Options{Source: path})
	must(t, err)
	d, err := desk.New(t.Context(), db, desk.DemoDate, time.Now)
	must(t, err)
	if config.Rate == 0 {
		config.Rate = 1_000_000
	}
	server := httptest.NewUnstartedServer(nil)
	server.Config = web.New(d, db, config).HTTP()
	server.Start()
	t.Cleanup(func() {
		server.Close()
		must(t, db.Close())
	})
	return &site{t: t, url: server.URL, path: path, desk: d, db: db}
}

// answer is what came back, and is known to be as documented.
type answer struct {
	Status int
	Header http.Header
	Body   []byte
}

// read reads the body into a value.
func (a answer) read(t *testing.T, into any) {
	t.Helper()
	if err := json.Unmarshal(a.Body, into); err != nil {
		t.Fatalf("%v: %s", err, a.Body)
	}
}

// problem returns the type of the problem without its prefix.
func (a answer) problem() string {
	var p struct{ Type string }
	_ = json.Unmarshal(a.Body, &p) // no problem is the empty text
	return strings.TrimPrefix(p.Type, "urn:hotelcrm:problem:")
}

// post sends JSON under a key. Every answer is checked against the document of the API.
func (s *site) post(path, key, body string) answer {
	s.t.Helper()
	header := http.Header{"Content-Type": {"application/json"}, "Idempotency-Key": {key}}
	return s.do(http.MethodPost, path, header, []byte(body))
}

func (s *site) get(path string) answer {
	s.t.Helper()
	return s.do(http.MethodGet, path, nil, nil)
}

func (s *site) do(method, path string, header http.Header, body []byte) answer {
	s.t.Helper()
	r, err := http.NewRequestWithContext(s.t.Context(), method, s.url+path, bytes.NewReader(body))
	must(s.t, err)
	for name, values := range header {
		r.Header[name] = values
	}
	response, err := http.DefaultClient.Do(r)
	must(s.t, err)
	defer response.Body.Close()
	got, err := io.ReadAll(response.Body)
	must(s.t, err)
	a := answer{response.StatusCode, response.Header, got}
	document(s.t).check(s.t, method, path, a)
	return a
}

// want fails unless the answer has a status.
func (a answer) want(t *testing.T, status int) answer {
	t.Helper()
	if a.Status != status {
		t.Fatalf("status %d, want %d: %s", a.Status, status, a.Body)
	}
	return a
}

const (
	guest  = "G1749486"
	member = `{"guest":"G1749486","name":"Karin Quist","enrolled":"2024-03-21"}`
	stay   = `{"id":"S1","version":1,"property":"CITY","guest":"G1749486","status":"departed","arrival":"2025-12-29","departure":"2026-01-01","revenue":{"rooms":"100.00"}}`
)

// withPoints makes the guest a member with 1000 points.
func (s *site) withPoints() *site {
	s.t.Helper()
	s.post("/v1/members", "member-0001", member).want(s.t, http.StatusCreated)
	s.post("/v1/stays", "stay-000001", stay).want(s.t, http.StatusCreated)
	return s
}

// available returns the points that the guest can spend.
func (s *site) available() int64 {
	s.t.Helper()
	var card struct{ Points struct{ Available int64 } }
	s.get("/v1/guests/"+guest+"/card").want(s.t, http.StatusOK).read(s.t, &card)
	return card.Points.Available
}

func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}
