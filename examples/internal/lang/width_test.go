package lang_test

import (
	"testing"

	"github.com/hotelcrm/hotelcrm/examples/internal/lang"
)

func TestCharactersTakeTwoColumns(t *testing.T) {
	for text, want := range map[string]int{"": 0, "EUR 27": 6, "金卡": 4, "（1）": 5, "2.4\u00a0万": 6, "½ – €": 5} {
		if got := lang.Width(text); got != want {
			t.Errorf("%q takes %d columns, want %d", text, got, want)
		}
	}
}
