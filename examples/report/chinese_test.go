package main

import (
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/hotelcrm/hotelcrm/examples/internal/lang/langtest"
)

// pending are the chapters, by id, that are not yet in Chinese.
var pending = []string{
	"warnings", "intake", "grid", "segments", "spread", "value", "returns", "equity", "alive", "classes", "survey", "loyalty", "scores", "terms", "made",
}

// names are what a Chinese page says in Latin letters.
var names = []string{"hotelcrm", "guests.csv", "summary.json"}

var section = regexp.MustCompile(`(?s)<section[^>]* aria-labelledby="([^"]*)">.*?</section>`)

func TestEverythingIsSaidInChinese(t *testing.T) {
	langtest.Complete(t, chinese, langtest.Said(t, "."))
}

func TestChinesePage(t *testing.T) {
	out := small(t, "-lang", "zh")
	page := string(out.file(t, pageName))
	for _, match := range section.FindAllStringSubmatch(page, -1) {
		if slices.Contains(pending, match[1]) {
			continue
		}
		if found := langtest.English(match[0], names...); len(found) > 0 {
			t.Errorf("%s is not in Chinese: %q", match[1], found)
		}
	}
	frame := section.ReplaceAllString(page[strings.Index(page, "</header>"):], "") + page[:strings.Index(page, `<p class="lead">`)]
	if found := langtest.English(frame, names...); len(found) > 0 {
		t.Errorf("around the chapters: %q", found)
	}
	if !strings.Contains(page, `<html lang="zh">`) {
		t.Error("the language is not stated")
	}
}

func TestOtherLanguagesAreRefused(t *testing.T) {
	if out := command(t, "-lang", "de"); out.code != exitFlags || !strings.Contains(out.stderr, `-lang "de" is not allowed; want en or zh`) {
		t.Errorf("exit %d: %s", out.code, out.stderr)
	}
}
