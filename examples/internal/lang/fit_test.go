package lang

import (
	"slices"
	"testing"
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
