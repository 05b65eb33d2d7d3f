package main

import (
	"encoding/json"
	"strings"
	"testing"
)

// A tree is held against always guessing the commonest class, and its first test against those of trees drawn anew.
func TestWhatATreeIsWorth(t *testing.T) {
	for _, test := range []struct {
		name, rows string
		guessing   float64
		verdict    verdict
		steady     bool
		says       string
	}{
		{"a rule", strings.Repeat("1,tour\n2,tour\n8,spa\n9,spa\n9,spa\n", 8), 0.6, better, true, "Always guessing the commonest class, “spa”, is right in 60\u00a0%: the tree is better than guessing."},
		{"no rule", strings.Repeat("1,tour\n1,tour\n1,spa\n", 10), 2. / 3, hardly, false, "the tree is hardly better than guessing"},
		{"one of each class", "1,tour\n2,spa\n3,club\n", 1. / 3, hardly, false, "hardly better than guessing"},
	} {
		t.Run(test.name, func(t *testing.T) {
			file := written(t, "nights,kind\n"+test.rows)
			var r result
			if err := json.Unmarshal([]byte(done(t, "-guests", file, "-class", "kind", "-json")), &r); err != nil {
				t.Fatal(err)
			}
			if j := r.Judgement; j.Guessing != test.guessing || j.Verdict != test.verdict || j.Steady != test.steady {
				t.Errorf("got %+v", j)
			}
			for what, text := range map[string]string{"text": done(t, "-guests", file, "-class", "kind"), "page": pageOf(t, "-guests", file, "-class", "kind")} {
				if !strings.Contains(text, test.says) {
					t.Errorf("the %s lacks %q:\n%s", what, test.says, text)
				}
			}
		})
	}
}

// Where trees of guests drawn anew ask for something else first, nobody should act on the order of the tests.
func TestAnUnsteadyFirstTestIsToldSo(t *testing.T) {
	out := done(t)
	for _, want := range []string{"note: the order of the tests is not stable", "complaints first too: the order of the tests is not stable, so do not act on it."} {
		if !strings.Contains(out, want) {
			t.Errorf("lacks %q:\n%s", want, out)
		}
	}
	steady := done(t, "-guests", written(t, "nights,kind\n"+strings.Repeat("1,tour\n9,spa\n", 20)), "-class", "kind")
	if strings.Contains(steady, "not stable") || !strings.Contains(steady, "100\u00a0% of them ask for nights first too.") {
		t.Errorf("got %s", steady)
	}
}

// Of the guests of room a nobody is at desk z, which the tree asks for all the same.
func TestLeavesWithoutGuestsAreExplained(t *testing.T) {
	const why = "A leaf with (0) has none of these guests; it gives the class of most guests one test further up."
	rows := strings.Repeat("a,x,tour\na,y,spa\nb,z,club\nb,x,club\n", 6)
	args := []string{"-guests", written(t, "room,desk,kind\n"+rows), "-class", "kind"}
	for _, out := range []string{done(t, args...), pageOf(t, args...)} {
		if !strings.Contains(out, "(0)") || !strings.Contains(out, why) {
			t.Errorf("got %s", out)
		}
	}
	if out := done(t); strings.Contains(out, "(0)") || strings.Contains(out, why) {
		t.Errorf("got %s", out)
	}
}
