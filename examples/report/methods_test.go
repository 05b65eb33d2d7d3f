package main

import (
	"strings"
	"testing"

	"github.com/hotelcrm/hotelcrm/examples/report/internal/page"
)

// Every method has words of its own on the page.
func TestEveryMethodIsExplained(t *testing.T) {
	for method, want := range map[string]string{
		"value": "nearest-rank", "ntile": "NTILE", "type7plus1": "type-7", "meansplit": "cut once, at the mean",
		"equalwidth": "equal width", "logwidth": "equal ratio", "jenks": "natural breaks",
	} {
		page := small(t, "-method", method).file(t, page.Name)
		if !strings.Contains(string(page), want) {
			t.Errorf("-method %s: the page does not say %q", method, want)
		}
	}
}
