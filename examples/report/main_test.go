package main

import (
	"bytes"
	"context"
	"encoding/csv"
	"encoding/json"
	"flag"
	"os"
	"path/filepath"
	"slices"
	"sync"
	"testing"

	"github.com/hotelcrm/hotelcrm/examples/report/internal/record"
)

var update = flag.Bool("update", false, "rewrite the golden files")

// outcome is what a run of the command leaves behind.
type outcome struct {
	code           int
	stdout, stderr string
	dir            string
}

// command runs the command in the process, writing to a new folder.
func command(t *testing.T, args ...string) outcome {
	t.Helper()
	return commandTo(t.Context(), filepath.Join(t.TempDir(), "out"), args...)
}

func commandTo(ctx context.Context, dir string, args ...string) outcome {
	var stdout, stderr bytes.Buffer
	code := run(ctx, append(slices.Clone(args), "-out", dir), &stdout, &stderr)
	return outcome{code, stdout.String(), stderr.String(), dir}
}

// sharedDir is where the one run of the simulated hotel is kept for all tests.
var sharedDir = sync.OnceValues(func() (string, error) { return os.MkdirTemp("", "report") })

func TestMain(m *testing.M) {
	code := m.Run()
	if dir, err := sharedDir(); err == nil {
		_ = os.RemoveAll(dir)
	}
	os.Exit(code)
}

var simulatedRun = sync.OnceValues(func() (outcome, error) {
	dir, err := sharedDir()
	return commandTo(context.Background(), dir), err
})

// simulated is the run on the simulated hotel without any flag, made once for all tests that only read what it wrote.
func simulated(t *testing.T) outcome {
	t.Helper()
	out, err := simulatedRun()
	if err != nil || out.code != exitDone {
		t.Fatalf("exit %d: %s %v", out.code, out.stderr, err)
	}
	return out
}

// small is done on a simulated hotel of a fortieth of the guests, for tests that need a hotel of all kinds of guests,
// but not so many of them.
func small(t *testing.T, args ...string) outcome {
	t.Helper()
	dir := filepath.Join(t.TempDir(), "out")
	opt, err := parseFlags(append(slices.Clone(args), "-out", dir))
	if err != nil {
		t.Fatal(err)
	}
	opt.Hotel.Guests = 500
	var stdout, stderr bytes.Buffer
	if code := carryOut(t.Context(), opt, &stdout, &stderr); code != exitDone {
		t.Fatalf("exit %d: %s", code, &stderr)
	}
	return outcome{exitDone, stdout.String(), stderr.String(), dir}
}

// done is command, and fails the test unless the command is done.
func done(t *testing.T, args ...string) outcome {
	t.Helper()
	out := command(t, args...)
	if out.code != exitDone {
		t.Fatalf("exit %d: %s", out.code, out.stderr)
	}
	return out
}

func (o outcome) file(t *testing.T, name string) []byte {
	t.Helper()
	content, err := os.ReadFile(filepath.Join(o.dir, name))
	if err != nil {
		t.Fatal(err)
	}
	return content
}

// summary reads summary.json and checks what holds for every one.
func (o outcome) summary(t *testing.T) record.Summary {
	t.Helper()
	var s record.Summary
	if err := json.Unmarshal(o.file(t, record.SummaryName), &s); err != nil {
		t.Fatal(err)
	}
	sum := s.Input.Stays
	for _, n := range s.Input.Skipped {
		sum += n
	}
	if sum != s.Input.Rows {
		t.Errorf("%d rows, but stays and skipped add up to %d", s.Input.Rows, sum)
	}
	return s
}

// guests reads guests.csv without its header, by guest.
func (o outcome) guests(t *testing.T) map[string][]string {
	t.Helper()
	rows, err := csv.NewReader(bytes.NewReader(o.file(t, record.GuestsName))).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	out := map[string][]string{}
	for _, row := range rows[1:] {
		out[row[0]] = row
	}
	return out
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
