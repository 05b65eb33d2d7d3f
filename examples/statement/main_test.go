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
	"github.com/hotelcrm/hotelcrm/loyalty"
)

var update = flag.Bool("update", false, "rewrite the golden files")

// outcome is what a run of the command leaves behind.
type outcome struct {
	code           int
	stdout, stderr string
}

func command(args ...string) outcome {
	var stdout, stderr bytes.Buffer
	code := run(args, &stdout, &stderr)
	return outcome{code, stdout.String(), stderr.String()}
}

// done is command, and fails the test unless the command is done.
func done(t *testing.T, args ...string) outcome {
	t.Helper()
	out := command(args...)
	if out.code != exitDone {
		t.Fatalf("exit %d: %s", out.code, out.stderr)
	}
	return out
}

// asJSON runs the command and reads what -json prints.
func asJSON(t *testing.T, args ...string) result {
	t.Helper()
	var r result
	if err := json.Unmarshal([]byte(done(t, append(args, "-json")...).stdout), &r); err != nil {
		t.Fatal(err)
	}
	return r
}

// written puts a text into a new file and returns its name.
func written(t *testing.T, name, text string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(path, []byte(text), 0o666); err != nil {
		t.Fatal(err)
	}
	return path
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

func TestBuiltInMember(t *testing.T) {
	golden(t, "member.txt", done(t).stdout)
	golden(t, "member.zh.txt", done(t, "-lang", "zh").stdout)
	golden(t, "member.json", done(t, "-json").stdout)
	golden(t, "replay.txt", done(t, "-replay", "hilton").stdout)
	page := filepath.Join(t.TempDir(), "page.html")
	if out := done(t, "-html", page); !strings.HasSuffix(out.stdout, "written to "+page+"\n") {
		t.Errorf("the text does not say where the page is:\n%s", out.stdout)
	}
}

// Keys are there whether or not they apply.
func TestKeysAreAlwaysThere(t *testing.T) {
	keys := func(text string) []string {
		var m map[string]json.RawMessage
		if err := json.Unmarshal([]byte(text), &m); err != nil {
			t.Fatal(err)
		}
		var out []string
		for key := range m {
			out = append(out, key)
		}
		return out
	}
	full := keys(done(t, "-json", "-replay", "hilton").stdout)
	little := keys(done(t, "-json", "-programme", "gujing-2019", "-activity", written(t, "a.csv", "kind,date\nenrolment,2026-01-01\n")).stdout)
	if len(full) != len(little) {
		t.Errorf("%d keys, and %d where little applies", len(full), len(little))
	}
}

func TestSameInputSameBytes(t *testing.T) {
	var pages [2][]byte
	for i := range pages {
		file := filepath.Join(t.TempDir(), "page.html")
		done(t, "-replay", "marriott-2024", "-html", file)
		var err error
		if pages[i], err = os.ReadFile(file); err != nil {
			t.Fatal(err)
		}
	}
	if !bytes.Equal(pages[0], pages[1]) {
		t.Error("two runs write different pages")
	}
}

func TestHelpNamesEverything(t *testing.T) {
	out := done(t, "-help")
	set := flag.NewFlagSet("", flag.ContinueOnError)
	declare(set, &options{}, &rawFlags{})
	set.VisitAll(func(f *flag.Flag) {
		if !strings.Contains(out.stdout, "\n  -"+f.Name+" ") {
			t.Errorf("-help does not describe -%s", f.Name)
		}
	})
	for _, list := range [][]string{loyalty.Presets(), kinds(), fields} {
		for _, name := range list {
			if !strings.Contains(out.stdout, name) {
				t.Errorf("-help does not name %s", name)
			}
		}
	}
	for line := range strings.Lines(out.stdout) {
		if len(line) > 121 {
			t.Errorf("too long: %s", line)
		}
	}
}
