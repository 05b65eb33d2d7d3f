package main

import (
	"io"
	"os"
	"path/filepath"
	"testing"
)

func TestScoresOfThreeGuests(t *testing.T) {
	stays, guests := filepath.Join(t.TempDir(), "stays.csv"), filepath.Join(t.TempDir(), "guests.csv")
	write(t, stays, func(out io.Writer) {
		io.WriteString(out, "guest_id,check_out,amount\nbea,2025-12-30,10.00\nabe,2024-01-01,99.90\nbea,2025-12-31,0.10\n")
	})
	if err := run([]string{"rfm", stays, guests}); err != nil {
		t.Fatal(err)
	}
	got, err := os.ReadFile(guests)
	want := "guest,recency,frequency,monetary,r,f,m,segment\n" +
		"abe,731,1,99.90,1,1,2,lost\nbea,1,2,10.10,2,2,1,about-to-sleep\n"
	if err != nil || string(got) != want {
		t.Errorf("got %s, %v\nwant %s", got, err, want)
	}
}

func TestJobsRunOnTheirData(t *testing.T) {
	dir := t.TempDir()
	table, answers, guests := filepath.Join(dir, "table.csv"), filepath.Join(dir, "answers.csv"), filepath.Join(dir, "guests.csv")
	write(t, table, func(out io.Writer) { writeTable(out, 500) })
	write(t, answers, func(out io.Writer) { writeAnswers(out, 300) })
	write(t, guests, func(out io.Writer) {
		io.WriteString(out, "guest,recency,frequency,monetary\na,1,2,3\nb,2,3,4\nc,5,1,-1\nd,9,9,9\ne,4,8,2\n")
	})
	for _, args := range [][]string{{"tree", table, "entropy"}, {"tree", table, "gini"}, {"tree", table, "c45"}, {"survey", answers}, {"groups", guests}} {
		if err := run(args); err != nil {
			t.Errorf("%v: %v", args, err)
		}
	}
	for _, args := range [][]string{nil, {"none", "x"}, {"tree", table, "none"}, {"rfm", table}, {"alive", table}, {"survey", guests}} {
		if run(args) == nil {
			t.Errorf("%v: no error", args)
		}
	}
}

func write(t *testing.T, name string, content func(io.Writer)) {
	t.Helper()
	if err := writeFile(name, content); err != nil {
		t.Fatal(err)
	}
}
