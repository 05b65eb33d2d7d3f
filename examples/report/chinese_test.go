package main

import (
	"bytes"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/hotelcrm/hotelcrm/examples/internal/lang/langtest"
	"github.com/hotelcrm/hotelcrm/examples/report/internal/chinese"
	"github.com/hotelcrm/hotelcrm/examples/report/internal/page"
	"github.com/hotelcrm/hotelcrm/examples/report/internal/record"
)

// names are what a Chinese page says in Latin letters.
var names = []string{
	"github.com/hotelcrm/hotelcrm", "hotelcrm", "guests.csv", "summary.json", "-rate", "-years", "-plan FILE", "-guest", "house-club", "tier_until", "nights_to_next",
	"Gong", "Pareto", "Gamma-Gamma", "Gom", "alpha", "beta", "gamma", // a source, models and their parameters
	"Delta", "No-show", // as statisticians and hotels say them
}

// heading begins a part of the page, which goes on to the next one.
var heading = regexp.MustCompile(`<h[23] id="([^"]*)"`)

func TestEverythingIsSaidInChinese(t *testing.T) {
	rooms, err := filepath.Glob("internal/*")
	if err != nil {
		t.Fatal(err)
	}
	for _, room := range append(rooms, ".") {
		langtest.Complete(t, chinese.Words, langtest.Said(t, room))
	}
}

func TestChinesePage(t *testing.T) {
	out := small(t, "-lang", "zh")
	page := string(out.file(t, page.Name))
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
		if found := langtest.English(main[at[0]:end], names...); len(found) > 0 {
			t.Errorf("%s is not in Chinese: %q", id, found)
		}
	}
	if !strings.Contains(page, `<html lang="zh">`) {
		t.Error("the language is not stated")
	}
}

// noNames are what a page also says in Latin letters where something is not known: flags.
var noNames = append([]string{"stays.csv", "guests-in.csv", "-cost", "-profiles", "-asof DATE", "NTILE", "rfm"}, names...)

func TestChineseWhereLittleIsKnown(t *testing.T) {
	one := written(t, "stays.csv", "guest,arrival,revenue\na,2024-01-01,-5\n")
	few := written(t, "stays.csv", "guest,arrival,revenue\na,2024-01-01,5.12345\nb,2024-01-02,7\nb,2024-03-02,7\nc,2024-13-02,7\n")
	table := written(t, "guests-in.csv", "guest,last,visits,revenue\na,2024-01-01,2,5\nb,2024-01-02,1,7\n")
	for _, args := range []string{
		"-stays " + one, "-stays " + few, "-stays " + few + " -asof 2024-06-01 -cost 3", "-stays " + few + " -method ntile", "-stays " + few + " -method type7plus1",
		"-stays " + few + " -method meansplit -visit stay -fees", "-stays " + few + " -bins 10", "-stays " + few + " -method equalwidth", "-stays " + few + " -method jenks",
		"-stays " + few + " -method logwidth -segments ten -currency CHF", "-guests " + table,
	} {
		page := string(done(t, append(strings.Fields(args), "-lang", "zh")...).file(t, page.Name))
		for _, id := range []string{"grid", "segments", "spread", "years", "scores", "intake", "warnings", "made"} {
			if found := langtest.English(passageOf(page, id), noNames...); len(found) > 0 {
				t.Errorf("%s: %s is not in Chinese: %q", args, id, found)
			}
		}
	}
}

// passageOf returns a page from one heading to the next.
func passageOf(page, id string) string {
	_, part, _ := strings.Cut(page, ` id="`+id+`">`)
	if at := heading.FindStringIndex(part); at != nil {
		part = part[:at[0]]
	}
	return part
}

func TestProgramsReadEnglish(t *testing.T) {
	english, zh := small(t), small(t, "-lang", "zh")
	for _, name := range []string{record.SummaryName, record.GuestsName} {
		if !bytes.Equal(english.file(t, name), zh.file(t, name)) {
			t.Errorf("%s differs between the languages", name)
		}
	}
}

func TestOtherLanguagesAreRefused(t *testing.T) {
	if out := command(t, "-lang", "de"); out.code != exitFlags || !strings.Contains(out.stderr, `-lang "de" is not allowed; want en or zh`) {
		t.Errorf("exit %d: %s", out.code, out.stderr)
	}
}
