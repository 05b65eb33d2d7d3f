package chinese

import (
	"maps"
	"slices"
	"testing"

	"github.com/hotelcrm/hotelcrm/examples/internal/lang/langtest"
)

func TestFinishedTextsFitTheirFormats(t *testing.T) {
	for _, test := range []struct {
		format, text string
		want         []string
		ok           bool
	}{
		{"%s of %s rows", "3 of 40 rows", []string{"3", "40"}, true},
		{"%s of %s rows", "3 of 40 row", nil, false},
		{"not known: %s", "not known: why", []string{"why"}, true},
		{"not known: %s", "not known: ", nil, false},
		{"no value", "no value", nil, true},
		{"no value", "no values", nil, false},
	} {
		got, ok := fit(test.format, test.text)
		if ok != test.ok || ok && !slices.Equal(got, test.want) {
			t.Errorf("%q in %q: %q, %v", test.format, test.text, got, ok)
		}
	}
}

func TestEveryTextHasOnePlace(t *testing.T) {
	for _, text := range langtest.Twice(t, ".") {
		t.Errorf("two parts say %q", text)
	}
}

func TestWarningsHaveTheirValues(t *testing.T) {
	langtest.Complete(t, Words, slices.Collect(maps.Keys(warnings)))
}
