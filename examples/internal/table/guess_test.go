package table_test

import (
	"testing"

	"github.com/hotelcrm/hotelcrm/examples/internal/table"
)

func TestGuess(t *testing.T) {
	for row, want := range map[string]string{
		"guest;arrival,revenue": ";", "guest\tarrival": "tab", "guest,arrival": ",", "guest  arrival  revenue": "blanks", "guest id": "", "": "",
	} {
		if got := table.Guess([]string{row}); got != want {
			t.Errorf("%q: %q, want %q", row, got, want)
		}
	}
	if got := table.Guess([]string{"a;b", "c"}); got != "" {
		t.Errorf("several cells: %q", got)
	}
}
