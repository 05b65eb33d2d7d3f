package record

import (
	"bytes"
	"errors"
	"io"
	"slices"
	"strings"
	"testing"

	"github.com/hotelcrm/hotelcrm/examples/report/internal/reckon/reckontest"
)

// Rows made in turns are those made one after the other, in the order of guest ids.
func TestRowsInTurns(t *testing.T) {
	a := reckontest.Hotel(t)
	var got bytes.Buffer
	n, err := newGuestsWriter(a).WriteTo(&got)
	if err != nil || n != int64(got.Len()) {
		t.Fatalf("%d of %d bytes, %v", n, got.Len(), err)
	}
	w, want := newGuestsWriter(a), []byte(guestsHeader)
	for i := range a.Summaries.Len() {
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
	a := reckontest.Hotel(t)
	for room := range 4 {
		if _, err := newGuestsWriter(a).WriteTo(&full{room}); !errors.Is(err, errFull) {
			t.Errorf("room for %d writes: %v", room, err)
		}
	}
	if _, err := newGuestsWriter(a).WriteTo(io.Discard); err != nil {
		t.Error(err)
	}
}
