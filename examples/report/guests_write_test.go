package main

import (
	"bytes"
	"context"
	"errors"
	"io"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/hotelcrm/hotelcrm/examples/report/internal/intake"
)

// analysed is the analysis that the flags ask for.
func analysed(args ...string) (*analysis, error) {
	opt, err := parseFlags(args)
	if err == nil {
		err = opt.loadProgramme()
	}
	if err != nil {
		return nil, err
	}
	in, err := intake.Read(context.Background(), &opt.Order, &progress{})
	if err != nil {
		return nil, err
	}
	a, err := analyse(opt, in)
	if err != nil {
		return nil, err
	}
	return a, a.finish()
}

var analysedHotel = sync.OnceValues(func() (*analysis, error) { return analysed() })

// simulatedAnalysis is the analysis of the simulated hotel without any flag, made once for all tests.
func simulatedAnalysis(t *testing.T) *analysis {
	t.Helper()
	a, err := analysedHotel()
	if err != nil {
		t.Fatal(err)
	}
	return a
}

// Rows made in turns are those made one after the other, in the order of guest ids.
func TestRowsInTurns(t *testing.T) {
	a := simulatedAnalysis(t)
	var got bytes.Buffer
	n, err := newGuestsWriter(a).WriteTo(&got)
	if err != nil || n != int64(got.Len()) {
		t.Fatalf("%d of %d bytes, %v", n, got.Len(), err)
	}
	w, want := newGuestsWriter(a), []byte(guestsHeader)
	for i := range a.summaries.Len() {
		want = w.row(want, i)
	}
	if !bytes.Equal(got.Bytes(), want) {
		t.Error("the rows differ")
	}
	if rows := strings.Split(strings.TrimSpace(got.String()), "\n")[1:]; len(rows) <= 2*rowsOfTurn || !slices.IsSorted(rows) {
		t.Errorf("%d rows, or not in the order of guests", len(rows))
	}
}

// full is a disk with room for so many writes.
type full struct{ room int }

var errFull = errors.New("no space left")

func (f *full) Write(p []byte) (int, error) {
	if f.room--; f.room < 0 {
		return 0, errFull
	}
	return len(p), nil
}

// A write that fails ends the goroutines: WriteTo waits for them, so it would hang otherwise.
func TestRowsUntilTheDiskIsFull(t *testing.T) {
	a := simulatedAnalysis(t)
	for room := range 4 {
		if _, err := newGuestsWriter(a).WriteTo(&full{room}); !errors.Is(err, errFull) {
			t.Errorf("room for %d writes: %v", room, err)
		}
	}
	if _, err := newGuestsWriter(a).WriteTo(io.Discard); err != nil {
		t.Error(err)
	}
}
