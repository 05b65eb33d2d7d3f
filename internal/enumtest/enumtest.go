// Package enumtest tests the text form of small integer types whose values have names.
package enumtest

import (
	"encoding"
	"testing"
)

// RoundTrip checks that every value up to the last comes back from its text, and that others are refused.
func RoundTrip[T ~uint8, P interface {
	*T
	encoding.TextUnmarshaler
}](t *testing.T, last T, parse func(string) (T, error)) {
	t.Helper()
	type texter interface {
		encoding.TextMarshaler
		String() string
	}
	for value := T(0); value <= last; value++ {
		text, err := any(value).(texter).MarshalText()
		if err != nil {
			t.Fatal(err)
		}
		var back T
		if err := P(&back).UnmarshalText(text); err != nil || back != value {
			t.Errorf("%T %q: got %v, %v", value, text, back, err)
		}
		parsed, err := parse(string(text))
		if value == 0 && err == nil || value > 0 && (err != nil || parsed != value || any(value).(texter).String() != string(text)) {
			t.Errorf("%T %q: got %v, %v", value, text, parsed, err)
		}
	}
	if _, err := any(last + 1).(texter).MarshalText(); err == nil {
		t.Errorf("%T %d: want an error", last, last+1)
	}
	var kept T
	if err := P(&kept).UnmarshalText([]byte("no such name")); err == nil || kept != 0 {
		t.Errorf("%T: got %v, %v", last, kept, err)
	}
}
