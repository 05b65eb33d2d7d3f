package web_test

import (
	"bytes"
	"maps"
	"net/http"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/hotelcrm/hotelcrm/examples/frontdesk/internal/desk"
	"github.com/hotelcrm/hotelcrm/examples/frontdesk/internal/web"
	"github.com/santhosh-tekuri/jsonschema/v6"
)

func TestDocumentHasEveryRoute(t *testing.T) {
	var documented []string
	for pattern, methods := range document(t).Paths {
		for method := range methods {
			if pattern == "/" {
				pattern = "/{$}"
			}
			documented = append(documented, strings.ToUpper(method)+" "+pattern)
		}
	}
	routes := web.Patterns()
	slices.Sort(routes)
	slices.Sort(documented)
	if diff := cmp.Diff(routes, documented); diff != "" {
		t.Errorf("(-handlers +document):\n%s", diff)
	}
}

// The examples of the document, one after the other, do what they say; every operation answers as it is documented.
func TestExamplesOfTheDocumentWork(t *testing.T) {
	s, doc := newSite(t, web.Config{}), document(t)
	for _, step := range []struct{ path, key string }{
		{"/v1/members", "member-0001"},
		{"/v1/stays", "stay-000001"},
		{"/v1/answers", "answers-001"},
		{"/v1/consents", "consent-001"},
		{"/v1/points/redeem", "redeem-0001"},
		{"/v1/points/hold", "hold-0001"},
		{"/v1/points/capture", "capture-001"},
		{"/v1/points/hold", "hold-0002"},
		{"/v1/points/release", "release-001"},
		{"/v1/points/void", "void-000001"},
	} {
		content := doc.Paths[step.path]["post"].RequestBody.Content["application/json"]
		value, err := jsonschema.UnmarshalJSON(bytes.NewReader(content.Example))
		must(t, err)
		if err := doc.schema(t, content.Schema["$ref"]).Validate(value); err != nil {
			t.Errorf("the example of %s: %v", step.path, err)
		}
		s.post(step.path, step.key, string(content.Example)).want(t, http.StatusCreated)
	}
	_, err := s.desk.Nightly(t.Context(), desk.DemoDate.AddDays(1))
	must(t, err)
	for _, path := range []string{
		"/v1/guests?q=G17", "/v1/guests/" + guest + "/card", "/v1/arrivals", "/v1/arrivals?date=2026-01-01", "/openapi.json", "/metrics",
		"/health/live", "/health/ready", "/", "/?q=karin&lang=zh", "/guests/" + guest,
	} {
		s.get(path).want(t, http.StatusOK)
	}
	for pattern, methods := range doc.Paths {
		for method, op := range methods {
			if !doc.seen[op.OperationID] {
				t.Errorf("%s %s was never answered", method, pattern)
			}
		}
	}
}

// What the document forbids the handlers refuse.
func TestDocumentAndDecodersAgree(t *testing.T) {
	s, doc := newSite(t, web.Config{}).withPoints(), document(t)
	for path, methods := range doc.Paths {
		op, ok := methods["post"]
		if !ok {
			continue
		}
		content := op.RequestBody.Content["application/json"]
		schema := doc.schema(t, content.Schema["$ref"])
		for i, body := range twisted(t, content.Example) {
			value, err := jsonschema.UnmarshalJSON(bytes.NewReader(body))
			must(t, err)
			forbidden := schema.Validate(value) != nil
			got := s.post(path, "twisted-"+strings.ReplaceAll(path[4:], "/", "-")+"-"+string(rune('a'+i%26))+strings.Repeat("z", i/26), string(body))
			if refused := got.Status == 400 || got.Status == 422; forbidden && !refused {
				t.Errorf("%s answers %d to what the document forbids: %s", path, got.Status, body)
			}
		}
	}
}

// twisted returns the example with each field left out, of another type, too long, out of range; and with one more.
func twisted(t *testing.T, example []byte) [][]byte {
	t.Helper()
	var fields map[string]any
	decode(t, example, &fields)
	var out [][]byte
	for _, name := range slices.Sorted(maps.Keys(fields)) {
		for _, value := range []any{nil, "", " padded", "..", strings.Repeat("x", 65), strings.Repeat("x", 500), "\x01", -1, 1.5, 1e300, true, []any{}, map[string]any{"a": 1}} {
			other := maps.Clone(fields)
			if other[name] = value; value == nil {
				delete(other, name)
			}
			out = append(out, encode(t, other))
		}
	}
	fields["surprise"] = 1
	return append(out, encode(t, fields))
}
