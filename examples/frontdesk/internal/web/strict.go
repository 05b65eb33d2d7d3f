package web

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"reflect"
	"strings"
	"unicode/utf8"

	"github.com/hotelcrm/hotelcrm"
)

// malformed says in words what is wrong with a body. It never quotes more than a name.
type malformed string

func (m malformed) Error() string { return string(m) }

// mostDepth is how deep values may be nested.
const mostDepth = 8

// strict reads a body that must be one JSON value without fields that are unknown, written otherwise or occur twice.
func strict(body []byte, into any) error {
	if !utf8.Valid(body) {
		return malformed("the body is not UTF-8")
	}
	n := names{}
	n.of(reflect.TypeOf(into))
	if err := n.walk(json.NewDecoder(bytes.NewReader(body)), 0); err != nil {
		return err
	}
	d := json.NewDecoder(bytes.NewReader(body))
	d.DisallowUnknownFields()
	if err := d.Decode(into); err != nil {
		return placed(readable(err), body, reflect.TypeOf(into).Elem())
	}
	if _, err := d.Token(); err != io.EOF {
		return malformed("something follows the JSON value")
	}
	return nil
}

// walk goes through one value and refuses names that occur twice in an object, in whatever case: package json would take
// the last, another reader the first. It also refuses null, which would pass for a field left out.
func (n names) walk(d *json.Decoder, depth int) error {
	token, err := d.Token()
	if err != nil {
		return readable(err)
	}
	delim, nested := token.(json.Delim)
	switch {
	case token == nil:
		return malformed("null is not allowed: leave the field out")
	case !nested:
		return nil
	case depth == mostDepth:
		return malformed(fmt.Sprintf("values are nested deeper than %d", mostDepth))
	}
	seen := map[string]bool{}
	for d.More() {
		if delim == '{' {
			name, err := d.Token()
			if err != nil {
				return readable(err)
			}
			if err := n.check(name.(string), seen); err != nil {
				return err
			}
		}
		if err := n.walk(d, depth+1); err != nil {
			return err
		}
	}
	if _, err := d.Token(); err != nil {
		return readable(err)
	}
	return nil
}

// readable says what package json found, and quotes a value only where it is one field's.
func readable(err error) error {
	if e, ok := errors.AsType[*json.UnmarshalTypeError](err); ok {
		return &fieldError{Allowed: "another type than " + e.Value}
	}
	if e, ok := errors.AsType[*json.SyntaxError](err); ok {
		return malformed(fmt.Sprintf("no JSON: wrong at byte %d", e.Offset))
	}
	if errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF) {
		return malformed("the JSON value ends too early")
	}
	if name, ok := strings.CutPrefix(err.Error(), "json: unknown field "); ok {
		return malformed(fmt.Sprintf("unknown field %.42s", name))
	}
	if _, ok := err.(malformed); ok {
		return err
	}
	if e, ok := errors.AsType[*hotelcrm.ParamError](err); ok { // of a type's own reader: a date, a name
		return &fieldError{Value: clip(e.Value), Allowed: clip(e.Allowed)}
	}
	return &fieldError{Allowed: "a decimal number, such as 120.50"} // all other readers are of numbers
}

func clip(text string) string {
	if len(text) > 200 {
		text = strings.ToValidUTF8(text[:200], "") + " ..."
	}
	return text
}

// fieldError is one field outside its range.
type fieldError struct {
	Field   string `json:"field,omitempty"`
	Value   string `json:"value,omitempty"` // what was given, unless it may be long or personal
	Allowed string `json:"allowed"`
}

func (e *fieldError) Error() string { return e.Field + ": " + e.Allowed }
