package main

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// kept runs the command with -json and keeps what it writes.
func kept(t *testing.T, args ...string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "last.json")
	if err := os.WriteFile(path, []byte(done(t, append(args, "-json")...)), 0o666); err != nil {
		t.Fatal(err)
	}
	return path
}

func TestSameGuestsAgainKeepTheirClasses(t *testing.T) {
	out := done(t, "-last", kept(t))
	for _, want := range []string{"last.json (8 leaves, now 8)", "30 of 30 guests keep their class (100\u00a0%)", "right: the last tree 100\u00a0%"} {
		if !strings.Contains(out, want) {
			t.Errorf("lacks %q:\n%s", want, out)
		}
	}
}

func TestAnotherRoundMovesGuests(t *testing.T) {
	last := kept(t, "-guests", written(t, "nights,kind\n"+strings.Repeat("1,tour\n2,tour\n5,spa\n6,spa\n", 4)), "-class", "kind")
	now := written(t, "nights,kind\n"+strings.Repeat("1,tour\n2,tour\n3,tour\n4,tour\n9,spa\n8,spa\n", 4))
	var r result
	if err := json.Unmarshal([]byte(done(t, "-guests", now, "-class", "kind", "-last", last, "-json")), &r); err != nil {
		t.Fatal(err)
	}
	c := r.Comparison.Change
	if c.Agreement.Count != 16 || c.Agreement.Of != 24 || len(c.Moves) != 8 || c.Duel.OldOnly != 0 || c.Duel.NewOnly != 8 || c.MayReplace {
		t.Errorf("got %+v, %+v", c.Agreement, c.Duel)
	}
	page := pageOf(t, "-guests", now, "-class", "kind", "-last", last)
	for _, want := range []string{"16 of 24 guests keep their class (67\u00a0%)", `<th scope="row">tour</th><td class="num">8</td><td class="num">16</td><td class="num">8</td>`} {
		if !strings.Contains(page, want) {
			t.Errorf("the page lacks %q", want)
		}
	}
}

// The numbers of discovered classes mean something else in each round, so only the division is compared.
func TestDiscoveredRoundsAreComparedByDivision(t *testing.T) {
	out := done(t, "-k", "4", "-last", kept(t, "-k", "4"))
	if !strings.Contains(out, "adjusted Rand index 1.000") || strings.Contains(out, "keep their class") {
		t.Errorf("got %s", out)
	}
}

func TestLastRoundsThatCannotBe(t *testing.T) {
	other := written(t, "nights,kind\n1,a\n2,b\n1,a\n2,b\n")
	for file, want := range map[string]string{
		"none.json":        "no such file",
		written(t, "{}"):   "no tree in it",
		written(t, "nuts"): "invalid character",
		kept(t, "-guests", other, "-class", "kind", "-preset", "id3"): "does not fit the tree",
	} {
		code, _, stderr := command("-last", file)
		if code != exitFail || !strings.Contains(stderr, want) {
			t.Errorf("%s: exit %d: %s", file, code, stderr)
		}
	}
}
