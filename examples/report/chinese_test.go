package main

import (
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/hotelcrm/hotelcrm/examples/internal/lang/langtest"
)

// pending are the parts of the page, by the id of their heading, that are not yet in Chinese.
var pending = []string{
	"short", "value", "equity", "returns", "alive", "survey", "classes", "loyalty", "moves", "terms",
}

// names are what a Chinese page says in Latin letters.
var names = []string{"github.com/hotelcrm/hotelcrm", "hotelcrm", "guests.csv", "summary.json", "-rate", "-years", "house-club"}

// heading begins a part of the page, which goes on to the next one.
var heading = regexp.MustCompile(`<h[23] id="([^"]*)"`)

func TestEverythingIsSaidInChinese(t *testing.T) {
	langtest.Complete(t, chinese, langtest.Said(t, "."))
}

func TestChinesePage(t *testing.T) {
	out := small(t, "-lang", "zh")
	page := string(out.file(t, pageName))
	main, footer, _ := strings.Cut(page[strings.Index(page, "<main"):], "</main>")
	frame := page[:strings.Index(page, "<main")] + footer
	if found := langtest.English(frame, names...); len(found) > 0 {
		t.Errorf("around the chapters: %q", found)
	}
	places := heading.FindAllStringSubmatchIndex(main, -1)
	for i, at := range places {
		end, id := len(main), main[at[2]:at[3]]
		if i+1 < len(places) {
			end = places[i+1][0]
		}
		if found := langtest.English(main[at[0]:end], names...); len(found) > 0 && !slices.Contains(pending, id) {
			t.Errorf("%s is not in Chinese: %q", id, found)
		}
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
