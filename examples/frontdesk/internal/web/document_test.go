package web_test

import (
	"bytes"
	"encoding/json"
	"mime"
	"os"
	"regexp"
	"strconv"
	"strings"
	"sync"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"
)

// api is the document of the API, with its schemas compiled.
type api struct {
	Paths map[string]map[string]operation
	All   any // the document as JSON

	compiler *jsonschema.Compiler
	mu       sync.Mutex
	schemas  map[string]*jsonschema.Schema
	seen     map[string]bool // operations that were answered as they should
}

type operation struct {
	OperationID string
	RequestBody struct {
		Content map[string]struct {
			Schema  map[string]string
			Example json.RawMessage
		}
	}
	Responses map[string]struct {
		Ref     string `json:"$ref"`
		Content map[string]struct{ Schema map[string]any }
	}
}

const documentURL = "file:///openapi.json"

var document = func() func(*testing.T) *api {
	var once sync.Once
	var out *api
	return func(t *testing.T) *api {
		t.Helper()
		once.Do(func() {
			text, err := os.ReadFile("openapi.json")
			must(t, err)
			out = &api{schemas: map[string]*jsonschema.Schema{}, seen: map[string]bool{}}
			must(t, json.Unmarshal(text, out))
			out.All, err = jsonschema.UnmarshalJSON(bytes.NewReader(text))
			must(t, err)
			out.compiler = jsonschema.NewCompiler()
			out.compiler.DefaultDraft(jsonschema.Draft2020)
			out.compiler.AssertFormat()
			must(t, out.compiler.AddResource(documentURL, out.All))
		})
		return out
	}
}()

// schema compiles the schema that stands at a place of the document.
func (a *api) schema(t *testing.T, pointer string) *jsonschema.Schema {
	t.Helper()
	a.mu.Lock()
	defer a.mu.Unlock()
	if known := a.schemas[pointer]; known != nil {
		return known
	}
	made, err := a.compiler.Compile(documentURL + pointer)
	must(t, err)
	a.schemas[pointer] = made
	return made
}

// find returns the operation that a request reaches.
func (a *api) find(method, path string) (string, operation, bool) {
	path, _, _ = strings.Cut(path, "?")
	for pattern, methods := range a.Paths {
		form := regexp.MustCompile("^" + regexp.MustCompile(`\{\w+\}`).ReplaceAllString(pattern, "[^/]+") + "$")
		if op, ok := methods[strings.ToLower(method)]; ok && form.MatchString(path) {
			return pattern, op, true
		}
	}
	return "", operation{}, false
}

// check fails unless an answer is one that the document foretells, down to its fields.
func (a *api) check(t *testing.T, method, path string, got answer) {
	t.Helper()
	pointer := "#/components/schemas/Problem"
	pattern, op, ok := a.find(method, path)
	media, _, _ := mime.ParseMediaType(got.Header.Get("Content-Type"))
	if ok {
		response, ok := op.Responses[strconv.Itoa(got.Status)]
		if !ok {
			t.Errorf("%s %s: status %d is not in the document: %s", method, pattern, got.Status, got.Body)
			return
		}
		if response.Ref == "" {
			content, ok := response.Content[media]
			if !ok {
				t.Errorf("%s %s: %d with the type %q", method, pattern, got.Status, media)
				return
			}
			a.mu.Lock()
			a.seen[op.OperationID] = a.seen[op.OperationID] || got.Status < 300
			a.mu.Unlock()
			pointer, _ = content.Schema["$ref"].(string)
			if pointer == "" {
				return // text, or JSON without a form
			}
		}
	}
	if pointer == "#/components/schemas/Problem" && media != "application/problem+json" {
		t.Errorf("%s %s: a problem of the type %q", method, path, media)
		return
	}
	value, err := jsonschema.UnmarshalJSON(bytes.NewReader(got.Body))
	must(t, err)
	if err := a.schema(t, pointer).Validate(value); err != nil {
		t.Errorf("%s %s: %v\n%s", method, path, err, got.Body)
	}
}
