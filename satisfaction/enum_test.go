package satisfaction_test

import (
	"encoding"
	"fmt"
	"testing"

	"github.com/hotelcrm/hotelcrm/satisfaction"
)

// All named values go to text and back; unknown ones are refused.
func TestNamesGoBothWays(t *testing.T) {
	roundTrip(t, 2, func(v uint8) satisfaction.MissingRule { return satisfaction.MissingRule(v) }, func() *satisfaction.MissingRule { return new(satisfaction.MissingRule) })
	roundTrip(t, 4, func(v uint8) satisfaction.Cell { return satisfaction.Cell(v) }, func() *satisfaction.Cell { return new(satisfaction.Cell) })
	roundTrip(t, 3, func(v uint8) satisfaction.CutPolicy { return satisfaction.CutPolicy(v) }, func() *satisfaction.CutPolicy { return new(satisfaction.CutPolicy) })
	roundTrip(t, 6, func(v uint8) satisfaction.Kano { return satisfaction.Kano(v) }, func() *satisfaction.Kano { return new(satisfaction.Kano) })
	roundTrip(t, 5, func(v uint8) satisfaction.Feeling { return satisfaction.Feeling(v) }, func() *satisfaction.Feeling { return new(satisfaction.Feeling) })
}

type name interface {
	comparable
	encoding.TextMarshaler
	fmt.Stringer
}

func roundTrip[T name, P interface {
	*T
	encoding.TextUnmarshaler
}](t *testing.T, last uint8, of func(uint8) T, fresh func() P) {
	t.Helper()
	for v := range last + 1 {
		text, err := of(v).MarshalText()
		if err != nil {
			t.Fatal(err)
		}
		if v > 0 && string(text) != of(v).String() {
			t.Errorf("%q is written, %q said", text, of(v))
		}
		back := fresh()
		if err := back.UnmarshalText(text); err != nil || *back != of(v) {
			t.Errorf("%q comes back as %v, %v", text, *back, err)
		}
	}
	if _, err := of(last + 1).MarshalText(); err == nil || of(last+1).String() != "unknown" {
		t.Errorf("%d is known", last+1)
	}
	if fresh().UnmarshalText([]byte("nobody")) == nil {
		t.Error("any name is read")
	}
}
