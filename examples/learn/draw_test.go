package main

import (
	"strings"
	"testing"
)

// Names that look like the text of a tree are drawn as names.
func TestDrawingOfOddNames(t *testing.T) {
	rows := strings.Repeat("x: (y),1,vip: gold\nx: (y),9,tour (1)\n|   z,1,club\n", 5)
	text := pageOf(t, "-guests", written(t, "odd,nights,kind\n"+rows), "-class", "kind", "-preset", "id3")
	for _, want := range []string{
		`>odd = x: (y)</text>`, `>odd = |   z: <tspan class="leaf">club (5)</tspan></text>`, `: <tspan class="leaf">vip: gold (5)</tspan>`, `: <tspan class="leaf">tour (1) (5)</tspan>`,
	} {
		if !strings.Contains(text, want) {
			t.Errorf("lacks %s:\n%s", want, text)
		}
	}
}

func TestDrawingOfOneLeaf(t *testing.T) {
	text := pageOf(t, "-guests", written(t, "nights,kind\n1,a\n1,b\n1,a\n"), "-class", "kind")
	if !strings.Contains(text, `all guests: <tspan class="leaf">a (3/1)</tspan></text>`) || strings.Contains(text, "<path") {
		t.Errorf("got %s", text)
	}
}
