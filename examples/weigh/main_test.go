package main

import (
	"bytes"
	"encoding/json"
	"flag"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
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

func TestBuiltInHotel(t *testing.T) {
	golden(t, "hotel.txt", done(t).stdout)
	golden(t, "hotel.json", short(done(t, "-json").stdout))
	page := filepath.Join(t.TempDir(), "page.html")
	if out := done(t, "-html", page); !strings.HasSuffix(out.stdout, "written to "+page+"\n") {
		t.Errorf("the table does not say where the page is:\n%s", out.stdout)
	}
}

// long are decimal digits beyond those that every processor gives.
var long = regexp.MustCompile(`(\.\d{9})\d+(e-\d+)?`)

func short(text string) string { return long.ReplaceAllString(text, "$1") }

func TestSameInputSameBytes(t *testing.T) {
	var pages [2][]byte
	for i := range pages {
		file := filepath.Join(t.TempDir(), "page.html")
		done(t, "-html", file)
		var err error
		if pages[i], err = os.ReadFile(file); err != nil {
			t.Fatal(err)
		}
	}
	if !bytes.Equal(pages[0], pages[1]) {
		t.Error("two runs write different pages")
	}
}

func TestHelpNamesEveryFlag(t *testing.T) {
	out := done(t, "-help")
	set := flag.NewFlagSet("", flag.ContinueOnError)
	declare(set, &options{}, &rawFlags{})
	set.VisitAll(func(f *flag.Flag) {
		if !strings.Contains(out.stdout, "\n  -"+f.Name+" ") {
			t.Errorf("-help does not describe -%s", f.Name)
		}
	})
	for _, name := range allSources() {
		if !strings.Contains(out.stdout, name) {
			t.Errorf("-help does not name the source %s", name)
		}
	}
}
