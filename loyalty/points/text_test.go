package points_test

import (
	"encoding"
	"encoding/json"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/hotelcrm/hotelcrm/loyalty/points"
)

func TestNamesRoundTrip(t *testing.T) {
	tests := []struct {
		name string
		last uint8
		make func(uint8) (encoding.TextMarshaler, encoding.TextUnmarshaler, func() uint8)
	}{
		{"kind", uint8(points.Voucher), func(v uint8) (encoding.TextMarshaler, encoding.TextUnmarshaler, func() uint8) {
			to := new(points.Kind)
			return points.Kind(v), to, func() uint8 { return uint8(*to) }
		}},
		{"burn", uint8(points.NewestFirst), func(v uint8) (encoding.TextMarshaler, encoding.TextUnmarshaler, func() uint8) {
			to := new(points.BurnOrder)
			return points.BurnOrder(v), to, func() uint8 { return uint8(*to) }
		}},
		{"cut", uint8(points.YearEnd), func(v uint8) (encoding.TextMarshaler, encoding.TextUnmarshaler, func() uint8) {
			to := new(points.Cut)
			return points.Cut(v), to, func() uint8 { return uint8(*to) }
		}},
		{"claw-back", uint8(points.DebtAllowed), func(v uint8) (encoding.TextMarshaler, encoding.TextUnmarshaler, func() uint8) {
			to := new(points.Clawback)
			return points.Clawback(v), to, func() uint8 { return uint8(*to) }
		}},
		{"origin", uint8(points.FromGoodwill), func(v uint8) (encoding.TextMarshaler, encoding.TextUnmarshaler, func() uint8) {
			to := new(points.Origin)
			return points.Origin(v), to, func() uint8 { return uint8(*to) }
		}},
		{"bucket", uint8(points.Waived), func(v uint8) (encoding.TextMarshaler, encoding.TextUnmarshaler, func() uint8) {
			to := new(points.Bucket)
			return points.Bucket(v), to, func() uint8 { return uint8(*to) }
		}},
		{"event", uint8(points.EventRecover), func(v uint8) (encoding.TextMarshaler, encoding.TextUnmarshaler, func() uint8) {
			to := new(points.EventKind)
			return points.EventKind(v), to, func() uint8 { return uint8(*to) }
		}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			for v := range test.last + 1 {
				from, to, got := test.make(v)
				text, err := from.MarshalText()
				if err != nil || to.UnmarshalText(text) != nil || got() != v {
					t.Errorf("%d is written as %q, %v, and read as %d", v, text, err, got())
				}
			}
			if from, to, _ := test.make(test.last + 1); to.UnmarshalText([]byte("hammock")) == nil {
				t.Errorf("a name of nothing is read, beside %v", from)
			} else if _, err := from.MarshalText(); err == nil {
				t.Error("a value without a name is written")
			}
		})
	}
}

func TestRulesAndEventsGoThroughJSON(t *testing.T) {
	rules := innRules()
	text, err := json.Marshal(rules)
	var back points.Rules
	if err != nil || json.Unmarshal(text, &back) != nil || !cmp.Equal(rules, back) {
		t.Errorf("rules %s, %v, are read as %+v", text, err, back)
	}
	for _, e := range annesYear() {
		text, err := json.Marshal(e)
		var back points.Event
		if err != nil || json.Unmarshal(text, &back) != nil || !cmp.Equal(e, back) {
			t.Errorf("event %s, %v, is read as %+v", text, err, back)
		}
	}
	if err := json.Unmarshal([]byte(`{"digest":"00"}`), new(points.Event)); err == nil {
		t.Error("a short digest is read")
	}
}
