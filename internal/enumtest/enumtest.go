// Package enumtest tests the text form of small integer types whose values have names.
package enumtest

import (
	"encoding"
	"encoding/json"
	"fmt"
	"strings"
	"testing"
)

// enum is what all these types share.
type enum[T any] interface {
	~uint8
	fmt.Stringer
	encoding.TextMarshaler
}

// Names checks that the values from 1 on have these texts, as String, in JSON both ways and parsed; that the zero value
// is the empty text; and that other texts and values are refused.
func Names[T enum[T], P interface {
	*T
	encoding.TextUnmarshaler
}](t *testing.T, parse func(string) (T, error), texts ...string) {
	t.Helper()
	for i, text := range append([]string{""}, texts...) {
		v := T(i)
		written, err := v.MarshalText()
		if string(written) != text || err != nil {
			t.Errorf("%T %d is written %q, %v", v, i, written, err)
		}
		document, err := json.Marshal(v)
		if err != nil {
			t.Errorf("%T %d: %v", v, i, err)
		}
		back := T(1)
		if err := json.Unmarshal(document, P(&back)); back != v || err != nil {
			t.Errorf("%T %s read is %v, %v", v, document, back, err)
		}
		if got, err := parse(text); text != "" && (got != v || err != nil || v.String() != text) {
			t.Errorf("%T %q is %v, %v", v, text, got, err)
		}
	}
	if T(0).String() != "unset" {
		t.Errorf("%T: the zero value reads %q", T(0), T(0))
	}
	if _, err := T(len(texts) + 1).MarshalText(); err == nil {
		t.Errorf("%T: a value beyond the last has a name", T(0))
	}
	refuses[T, P](t, parse, texts)
}

func refuses[T enum[T], P interface {
	*T
	encoding.TextUnmarshaler
}](t *testing.T, parse func(string) (T, error), texts []string) {
	t.Helper()
	for _, text := range []string{"", "unset", texts[0] + " ", strings.ToUpper(texts[0]) + "X"} {
		if _, err := parse(text); err == nil || !strings.Contains(err.Error(), texts[len(texts)-1]) {
			t.Errorf("%T %q: %v, want an error that lists the names", T(0), text, err)
		}
	}
	kept := T(1)
	if err := P(&kept).UnmarshalText([]byte("no such name")); err == nil || kept != 1 {
		t.Errorf("%T: no such name: %v, %v", kept, kept, err)
	}
}
