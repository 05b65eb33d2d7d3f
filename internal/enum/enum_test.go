package enum_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/hotelcrm/hotelcrm/internal/enum"
	"pgregory.net/rapid"
)

var beds = enum.Names{"", "single", "double", "twin", "king"}

func TestNamesRoundTrip(t *testing.T) {
	for v := range uint8(len(beds)) {
		text, ok := beds.Text(v)
		if diff := cmp.Diff(beds[v], text); diff != "" || !ok {
			t.Errorf("text of %d, ok %t (-want +got):\n%s", v, ok, diff)
		}
		if got, ok := beds.Value(text); got != v || !ok {
			t.Errorf("value of %q = %d, %t, want %d", text, got, ok, v)
		}
	}
}

func TestUnknownValuesAndTextsHaveNoName(t *testing.T) {
	for _, v := range []uint8{5, 6, 64, 255} {
		if text, ok := beds.Text(v); ok {
			t.Errorf("value %d has the name %q", v, text)
		}
		if _, ok := beds.Value(beds.String(v)); ok || beds.String(v) == "" {
			t.Errorf("value %d reads %q, like one that exists", v, beds.String(v))
		}
	}
	for _, text := range []string{"Single", "single ", "sing", "queen", "unset", "0"} {
		if v, ok := beds.Value(text); ok {
			t.Errorf("%q is value %d, want none", text, v)
		}
	}
}

func TestStringShowsTheUnsetValue(t *testing.T) {
	got := []string{beds.String(0), beds.String(1), beds.String(4)}
	if diff := cmp.Diff([]string{"unset", "single", "king"}, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestAllowedNamesEverySetValueOnce(t *testing.T) {
	for _, name := range beds[1:] {
		if strings.Count(beds.Allowed(), name) != 1 {
			t.Errorf("%q does not name %s once", beds.Allowed(), name)
		}
	}
}

func TestSetsHoldWhatWasAdded(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		values := rapid.SliceOf(rapid.Uint8Range(1, 63)).Draw(t, "values")
		var set enum.Set
		want := map[uint8]bool{}
		for _, v := range values {
			set = set.With(v)
			want[v] = true
		}
		got := map[uint8]bool{}
		for v := range 256 {
			if set.Has(uint8(v)) {
				got[uint8(v)] = true
			}
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Fatalf("members (-want +got):\n%s", diff)
		}
	})
}

func TestTextOfSetsRoundTripsInTheOrderOfNames(t *testing.T) {
	tests := []struct {
		name, text, want string
		values           []uint8
	}{
		{"empty", "", "", nil},
		{"one", "twin", "twin", []uint8{3}},
		{"in order", "single,king", "single,king", []uint8{1, 4}},
		{"out of order", "king,single", "single,king", []uint8{1, 4}},
		{"all", "king,twin,double,single", "single,double,twin,king", []uint8{1, 2, 3, 4}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			var want enum.Set
			for _, v := range test.values {
				want = want.With(v)
			}
			set, ok := beds.Set(test.text)
			if diff := cmp.Diff(want, set); diff != "" || !ok {
				t.Errorf("set of %q, ok %t (-want +got):\n%s", test.text, ok, diff)
			}
			if diff := cmp.Diff(test.want, beds.SetText(set)); diff != "" {
				t.Errorf("text (-want +got):\n%s", diff)
			}
		})
	}
}

func TestSetRefusesUnknownAndEmptyNames(t *testing.T) {
	for _, text := range []string{"queen", "single,queen", "single,", ",single", ",", "single, twin", "single,,twin", "unset"} {
		if set, ok := beds.Set(text); ok {
			t.Errorf("%q is the set %b, want none", text, set)
		}
	}
}

type bed uint8

func refuse(param, value, allowed string) error {
	return fmt.Errorf("%s %q; want %s", param, value, allowed)
}

func TestTextsBecomeValuesAndBack(t *testing.T) {
	for v := bed(1); int(v) < len(beds); v++ {
		text, err := enum.Marshal(beds, "bed", v, refuse)
		got := bed(9)
		if err != nil || enum.Unmarshal(beds, "bed", text, &got, refuse) != nil || got != v {
			t.Errorf("bed %d: %q, %v, read as %d", v, text, err, got)
		}
	}
	got := bed(2)
	if err := enum.Unmarshal(beds, "bed", nil, &got, refuse); err != nil || got != 0 {
		t.Errorf("the empty text: %v, %d", err, got)
	}
}

func TestWhatHasNoNameIsRefused(t *testing.T) {
	const want = `bed "hammock"; want one of single, double, twin, king`
	got := bed(2)
	if err := enum.Unmarshal(beds, "bed", []byte("hammock"), &got, refuse); err == nil || err.Error() != want || got != 2 {
		t.Errorf("%v, and the value is %d", err, got)
	}
	if v, err := enum.Parse[bed](beds, "bed", "", refuse); err == nil || v != 0 {
		t.Errorf("the empty text: %d, %v", v, err)
	}
	if text, err := enum.Marshal(beds, "bed", bed(5), refuse); err == nil || text != nil {
		t.Errorf("bed 5: %q, %v", text, err)
	}
}
