package main

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestFileAndStandardOutputAreTheSame(t *testing.T) {
	file := filepath.Join(t.TempDir(), "stays.csv")
	args := []string{"-stays", "1000", "-guests", "200", "-seed", "7", "-out"}
	var stdout, stderr bytes.Buffer
	if code := run(append(args, file), &stdout, &stderr); code != exitDone || stdout.Len() > 0 {
		t.Fatalf("exit %d: %s", code, &stderr)
	}
	if code := run(append(args, "-"), &stdout, &stderr); code != exitDone {
		t.Fatalf("exit %d: %s", code, &stderr)
	}
	content, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(content, stdout.Bytes()) || bytes.Count(content, []byte("\n")) != 1001 {
		t.Errorf("%d bytes in the file, %d on standard output", len(content), stdout.Len())
	}
}

func TestFlags(t *testing.T) {
	for args, want := range map[string]struct {
		code int
		text string
	}{
		"":                                   {exitFlags, "-out needs a name"},
		"-out - more":                        {exitFlags, "unexpected argument"},
		"-out - -stays x":                    {exitFlags, "invalid value"},
		"-out - -stays 5 -guests 6":          {exitFail, "guests 6 is not allowed"},
		"-out none/here -stays 5 -guests 5":  {exitFail, "none"},
		"-help":                              {exitDone, "usage"},
		"-out - -stays 2 -guests 1 -seed -1": {exitFlags, "invalid value"},
	} {
		var stdout, stderr bytes.Buffer
		code := run(strings.Fields(args), &stdout, &stderr)
		if code != want.code || !strings.Contains(stdout.String()+stderr.String(), want.text) {
			t.Errorf("%s: exit %d: %s%s", args, code, &stdout, &stderr)
		}
	}
}
