package main

import (
	"bytes"
	"encoding/json"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

var update = flag.Bool("update", false, "rewrite the golden files")

func command(args ...string) (code int, stdout, stderr string) {
	var out, err bytes.Buffer
	code = run(args, &out, &err)
	return code, out.String(), err.String()
}

func done(t *testing.T, args ...string) string {
	t.Helper()
	code, stdout, stderr := command(args...)
	if code != exitDone {
		t.Fatalf("exit %d: %s", code, stderr)
	}
	return stdout
}

// golden compares a text with a file in testdata.
func golden(t *testing.T, name, got string) {
	t.Helper()
	path := filepath.Join("testdata", name)
	if *update {
		if err := os.WriteFile(path, []byte(got), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), got); diff != "" {
		t.Errorf("%s (-want +got):\n%s", name, diff)
	}
}

func TestBuiltInHotel(t *testing.T) {
	golden(t, "hotel.txt", done(t))
	golden(t, "discovered.txt", done(t, "-k", "4"))
	golden(t, "hotel.html", pageOf(t))
}

func TestJSONHasEverything(t *testing.T) {
	var r result
	if err := json.Unmarshal([]byte(done(t, "-k", "3", "-json")), &r); err != nil {
		t.Fatal(err)
	}
	if r.Guests != 30 || r.Discovery == nil || len(r.Discovery.Groups) != 3 || r.Model == nil || r.Model.String() != r.Tree || r.Validation == nil {
		t.Errorf("%+v", r)
	}
}

// written puts a text into a new file and returns its name.
func written(t *testing.T, text string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "guests.csv")
	if err := os.WriteFile(path, []byte(text), 0o666); err != nil {
		t.Fatal(err)
	}
	return path
}

func TestOwnFile(t *testing.T) {
	file := written(t, "\ufeffguest;nights;mood;kind\nLi;1;bad;tour\nWu;2;ok;tour\nMa;NA;ok;tour\nXu;9;good;spa\nHe;8;good;spa\nHu;7;good;spa\n")
	out := done(t, "-guests", file, "-class", "kind", "-sep", ";", "-missing", "NA", "-use", "nights,mood", "-ordinal", "mood=bad<ok<good")
	for _, want := range []string{"guests.csv: 6\u00a0guests, 2\u00a0classes of column “kind”", "mood <= ok: tour (3)", "A tree of 2\u00a0leaves"} {
		if !strings.Contains(out, want) {
			t.Errorf("lacks %q:\n%s", want, out)
		}
	}
}

func TestWhatCannotBe(t *testing.T) {
	file := written(t, "a,b\n1,x\n2,y\n")
	tests := []struct {
		args string
		code int
		want string
	}{
		{"-preset best", exitFlags, "want c45, cart or id3"},
		{"-k 1", exitFlags, "want 2 to 50"},
		{"-k 3 -class group", exitFlags, "exclude each other"},
		{"-sep |", exitFlags, "want , ; or tab"},
		{"-ordinal mood", exitFlags, "want a column and its levels"},
		{"guests.csv", exitFlags, "unexpected argument"},
		{"-guests no-such-file", exitFail, "no-such-file"},
		{"-guests " + file + " -class c", exitFail, `no column "c"`},
		{"-guests " + file + " -class b -use b", exitFail, "learnt from itself"},
		{"-guests " + file, exitFail, "too few different guests"},
		{"-guests " + written(t, "a\n"), exitFail, "no guests below the header"},
		{"-guests " + written(t, ""), exitFail, "the file is empty"},
		{"-guests " + written(t, "a;b\n1;2\n"), exitFail, "is -sep ';' meant?"},
		{"-guests " + written(t, "PK\x03\x04"), exitFail, "save the sheet as CSV"},
		{"-guests " + written(t, "a,a\n1,2\n"), exitFail, "no name of its own"},
		{"-guests " + written(t, "a,b\n1\n"), exitFail, "wrong number of fields"},
	}
	for _, test := range tests {
		code, _, stderr := command(strings.Fields(test.args)...)
		if code != test.code || !strings.Contains(stderr, test.want) {
			t.Errorf("%s: exit %d: %s", test.args, code, stderr)
		}
	}
	if code, stdout, _ := command("-help"); code != exitDone || stdout != help {
		t.Errorf("help: exit %d", code)
	}
}
