package web_test

import (
	"database/sql"
	"fmt"
	"net/http"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/hotelcrm/hotelcrm/examples/frontdesk/internal/web"
)

// rows returns how many rows each table has.
func (s *site) rows() map[string]int {
	s.t.Helper()
	raw, err := sql.Open("sqlite", s.path)
	must(s.t, err)
	defer raw.Close()
	out := map[string]int{}
	for _, table := range []string{"saved", "stays", "answers", "members", "consents", "journal", "heads", "requests", "classes"} {
		var n int
		must(s.t, raw.QueryRow("SELECT COUNT(*) FROM "+table).Scan(&n))
		out[table] = n
	}
	return out
}

func TestHostileBodiesGetAClearErrorAndChangeNothing(t *testing.T) {
	s := newSite(t, web.Config{}).withPoints()
	before := s.rows()
	next := version(9, "1")
	with := func(field string) string { return strings.Replace(next, "{", "{"+field+",", 1) }
	put := func(old, text string) string { return strings.Replace(next, old, text, 1) }
	for name, test := range map[string]struct{ body, problem string }{
		"nothing":           {"", "malformed"},
		"text":              {"hello", "malformed"},
		"cut off":           {stay[:60], "malformed"},
		"two values":        {stay + stay, "malformed"},
		"a list":            {"[" + stay + "]", "invalid"},
		"null":              {"null", "malformed"},
		"a null field":      {with(`"booking":null`), "malformed"},
		"unknown field":     {with(`"admin":true`), "malformed"},
		"field twice":       {with(`"guest":"G2"`), "malformed"},
		"in another case":   {with(`"GUEST":"G2"`), "malformed"},
		"and after it":      {strings.TrimSuffix(next, "}") + `,"GUEST":"G2"}`, "malformed"},
		"only in that case": {put(`"guest"`, `"Guest"`), "malformed"},
		"in a third case":   {with(`"gueſt":"G2"`), "malformed"},
		"a known word":      {put(`"rooms":`, `"Rooms":`), "malformed"},
		"a parent folder":   {put("G1749486", ".."), "invalid"},
		"padded":            {put("G1749486", "G1749486 "), "invalid"},
		"not UTF-8":         {put("CITY", "C\xff"), "malformed"},
		"deep":              {strings.Repeat(`{"a":`, 200) + "1" + strings.Repeat("}", 200), "malformed"},
		"deep lists":        {strings.Repeat("[", 30_000), "malformed"},
		"a million zeros":   {version(9, "1e1000000"), "invalid"},
		"a huge amount":     {version(9, "1e40"), "invalid"},
		"a fine amount":     {version(9, "0.001"), "invalid"},
		"not a number":      {version(9, "NaN"), "invalid"},
		"reversed dates":    {put("2025-12-29", "2026-01-05"), "invalid"},
		"a wrong date":      {put("2025-12-29", "2025-02-30"), "invalid"},
		"in the future":     {strings.NewReplacer("2025-12-29", "2026-03-01", "2026-01-01", "2026-03-02").Replace(next), "invalid"},
		"control character": {put("CITY", `CI\u0000TY`), "invalid"},
		"wrong status":      {put("departed", "gone"), "invalid"},
		"another currency":  {with(`"currency":"USD"`), "invalid"},
		"too large":         {with(`"source":"` + strings.Repeat("x", 70_000) + `"`), "too-large"},
	} {
		if got := s.post("/v1/stays", "hostile-001", test.body); got.problem() != test.problem {
			t.Errorf("%s: %d %s", name, got.Status, got.Body)
		}
	}
	if diff := cmp.Diff(before, s.rows()); diff != "" {
		t.Errorf("rows of the tables (-before +after):\n%s", diff)
	}
}

// Texts that would be commands elsewhere are texts.
func TestTextsAreNoCommands(t *testing.T) {
	s := newSite(t, web.Config{}).withPoints()
	for i, text := range []string{`x'; DROP TABLE stays; --`, `%`, `_`, `\\`, `<script>alert(1)</script>`, `{{.}}`, `../../etc/passwd`, `$1`} {
		body := strings.NewReplacer("G1749486", text, `"S1"`, fmt.Sprintf(`"S-%d"`, i)).Replace(stay)
		s.post("/v1/stays", fmt.Sprintf("commands-%d", i), body).want(t, http.StatusCreated)
		s.post("/v1/members", fmt.Sprintf("members-%d", i), strings.NewReplacer("G1749486", text, "Karin", text).Replace(member)).want(t, http.StatusCreated)
	}
	var found struct{ Guests []struct{ Guest string } }
	s.get("/v1/guests?q=%25").want(t, http.StatusOK).read(t, &found)
	if len(found.Guests) != 1 || found.Guests[0].Guest != "%" {
		t.Errorf("a search for %%: %+v", found)
	}
	page := s.get("/guests/%3Cscript%3Ealert%281%29%3C%2Fscript%3E").want(t, http.StatusOK)
	if strings.Contains(string(page.Body), "<script") || !strings.Contains(string(page.Body), "&lt;script&gt;") {
		t.Error("a name is not escaped")
	}
	if got := s.available(); got != 1000 {
		t.Errorf("%d points", got)
	}
}

func TestHostileRequestsAreRefused(t *testing.T) {
	s := newSite(t, web.Config{}).withPoints()
	plain := http.Header{"Content-Type": {"application/json"}, "Idempotency-Key": {"hostile-001"}}
	with := func(name, value string) http.Header {
		h := plain.Clone()
		h[name] = []string{value}
		if value == "" {
			delete(h, name)
		}
		return h
	}
	redeem := `{"guest":"G1749486","points":1}`
	for name, test := range map[string]struct {
		method, path string
		header       http.Header
		status       int
	}{
		"no key":             {"POST", "/v1/points/redeem", with("Idempotency-Key", ""), 422},
		"a short key":        {"POST", "/v1/points/redeem", with("Idempotency-Key", "x"), 422},
		"a key with a blank": {"POST", "/v1/points/redeem", with("Idempotency-Key", "stay CITY S1 #1"), 422},
		"a form of a site":   {"POST", "/v1/points/redeem", with("Content-Type", "text/plain"), 415},
		"another site":       {"POST", "/v1/points/redeem", with("Sec-Fetch-Site", "cross-site"), 403},
		"another origin":     {"POST", "/v1/points/redeem", with("Origin", "https://evil.example"), 403},
		"no such path":       {"POST", "/v1/points/steal", plain, 404},
		"no such method":     {"DELETE", "/v1/stays", plain, 405},
		"an odd method":      {"BREW", "/v1/stays", plain, 405},
		"a long guest":       {"GET", "/v1/guests/" + strings.Repeat("x", 65) + "/card", nil, 422},
		"a control guest":    {"GET", "/v1/guests/%00/card", nil, 422},
		"nobody":             {"GET", "/v1/guests/nobody/card", nil, 404},
		"a wrong date":       {"GET", "/v1/arrivals?date=yesterday", nil, 422},
		"an empty search":    {"GET", "/v1/guests", nil, 422},
		"not UTF-8":          {"GET", "/v1/guests/%ff/card", nil, 422},
		"not UTF-8 either":   {"GET", "/v1/guests?q=%ff", nil, 422},
		"two keys":           {"POST", "/v1/points/redeem", http.Header{"Content-Type": {"application/json"}, "Idempotency-Key": {"hostile-001", "hostile-002"}}, 422},
		"a climb":            {"GET", "/guests/..%2f..%2fetc%2fpasswd", nil, 404},
	} {
		if got := s.do(test.method, test.path, test.header, []byte(redeem)); got.Status != test.status {
			t.Errorf("%s: %d %s", name, got.Status, got.Body)
		}
	}
	if got := s.available(); got != 1000 {
		t.Errorf("%d points", got)
	}
}

// What has not happened yet cannot be told; the desk's day is the business date, not the computer's.
func TestDaysToComeAreRefused(t *testing.T) {
	s := newSite(t, web.Config{})
	for path, body := range map[string]string{
		"/v1/members":  `{"guest":"G1","enrolled":"%s"}`,
		"/v1/answers":  `{"id":"A1","guest":"G1","answered":"%s","answers":{"location":4,"parking":4}}`,
		"/v1/consents": `{"guest":"G1","purpose":"marketing","channel":"email","granted":true,"given":"%s"}`,
	} {
		key := "future-" + path[4:]
		if got := s.post(path, key, fmt.Sprintf(body, "2026-01-02")); got.problem() != "invalid" || !strings.Contains(string(got.Body), "business date") {
			t.Errorf("%s: %d %s", path, got.Status, got.Body)
		}
		s.post(path, key, fmt.Sprintf(body, "2026-01-01")).want(t, http.StatusCreated)
	}
}
