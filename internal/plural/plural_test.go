package plural_test

import (
	"testing"

	"github.com/hotelcrm/hotelcrm/internal/plural"
)

func TestOneIsNotMany(t *testing.T) {
	for n, want := range map[int64]string{-1: "-1 guests are", 0: "0 guests are", 1: "1 guest is", 2: "2 guests are", 1001: "1001 guests are"} {
		if got := plural.Of(n, "guest is", "guests are"); got != want {
			t.Errorf("got %q, want %q", got, want)
		}
	}
}
