package main

import (
	"strings"
	"testing"
)

func TestSourcesWithoutWeightsAreNamedTogether(t *testing.T) {
	out := done(t, "-answers", written(t, "a.csv", "room,desk\n1,2\n"))
	if n := strings.Count(out.stdout, "no weights by "); n != 1 {
		t.Errorf("%d lines say that there are no weights, want 1:\n%s", n, out.stdout)
	}
	if strings.Contains(out.stdout, "\nquestion") {
		t.Errorf("a table of no weights:\n%s", out.stdout)
	}
}
