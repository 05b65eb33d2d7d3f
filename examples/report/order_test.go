package main

import (
	"strings"
	"testing"

	"github.com/hotelcrm/hotelcrm/examples/report/internal/page"
)

// What made the report stands behind the results, captions outside what scrolls, and the whole beside its parts.
func TestOrderOfThePage(t *testing.T) {
	out := simulated(t)
	page := string(out.file(t, page.Name))
	last := -1
	for _, part := range []string{
		`class="keys"`, `id="short"`, `id="guests"`, `id="grid"`, `id="segments"`, `id="spread"`, `id="worth"`, `id="value"`, `id="return"`, `id="survey"`,
		`id="classes"`, `id="loyalty"`, `id="change"`, `id="method"`, `id="scores"`, `id="terms"`, `id="quality"`, `id="intake"`, `id="made"`, "SHA-256",
	} {
		at := strings.Index(page, part)
		if at <= last {
			t.Errorf("%s is not there, or too early", part)
		}
		last = max(at, last)
	}
	for _, want := range []string{"EUR\u00a027,466,611.", `data-of="of revenue">100.0`, `<p class="caption" id="grid-caption">`, "Nobody can have frequency score 2"} {
		if !strings.Contains(page, want) {
			t.Errorf("the page lacks %s", want)
		}
	}
}
