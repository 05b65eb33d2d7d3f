package guest

import (
	"strings"
	"testing"
)

func TestNearestForm(t *testing.T) {
	all := []string{"A1", "A2", "anna@x.org", "7-77", "7-78", "客人1"}
	for id, want := range map[string]string{"A33": "A9", "8-8": "9-99", "客人": "aa9", "ann@x.org": "aaaa@a.aaa", "": "A9"} {
		if got := unknownID(id, all); !strings.Contains(got, `form is "`+want+`"`) {
			t.Errorf("%q: %s, want %s", id, got, want)
		}
	}
	if got := idForm(strings.Repeat("x", 50)); len([]rune(got)) != longestForm+3 {
		t.Errorf("a long id has the form %s", got)
	}
}
