package main

import (
	"html"
	"strings"
	"testing"

	"github.com/hotelcrm/hotelcrm/examples/internal/lang"
	"github.com/hotelcrm/hotelcrm/examples/internal/lang/langtest"
	"github.com/hotelcrm/hotelcrm/satisfaction"
)

func TestEverythingIsSaidInChinese(t *testing.T) {
	list := langtest.Said(t, ".")
	if len(list) < 100 {
		t.Fatalf("only %d texts were found", len(list))
	}
	langtest.Complete(t, words, list)
	for _, key := range langtest.Twice(t, ".") {
		t.Errorf("%q has its Chinese twice", key)
	}
	for _, code := range allSources() {
		if chineseCodes[code] == "" {
			t.Errorf("no Chinese for the source %s", code)
		}
	}
}

// A Chinese page has no English but names: of columns and experts in the files, of flags, methods and whoever published
// them.
func TestChinesePages(t *testing.T) {
	names := []string{
		"location", "room", "cleanliness", "breakfast", "desk", "wifi", "price", "overall", "answers.csv", "experts.csv", "Li.json", "a.csv",
		"generated.csv", "hotelcrm", "github.com", "Gong", "Martilla", "James", "CRITIC", "Saaty", "judgements", "tree FILE", "quality", "style", "size", "car", "one", "two", "three",
	}
	survey, tree := generated(t), weightedTree(t)
	for name, args := range map[string]string{
		"built-in": "", "experts": "-judgements " + written(t, "experts.csv", listed), "single matrix": "-judgements " + written(t, "Li.json", li),
		"tree": "-answers " + survey + " -tree " + tree, "no weights": "-answers " + survey + " -tree hotel", "spread": "-answers " + survey + " -tree hotel -use entropy",
		"blanks": "-answers " + written(t, "a.csv", three+"1,,3\n2,,4\n5,,1\n4,,1\n5,,5\n"), "one guest": "-answers " + written(t, "a.csv", three+"1,2,3\n"),
	} {
		page := pageOf(t, append(strings.Fields(args), "-lang", "zh")...)
		if left := langtest.English(page, names...); len(left) > 0 {
			t.Errorf("%s: %q", name, left)
		}
		if !strings.Contains(page, `<html lang="zh">`) {
			t.Errorf("%s: the page does not say that it is Chinese", name)
		}
	}
	if page := html.UnescapeString(pageOf(t, "-lang", "zh")); !strings.Contains(page, "修补区") || !strings.Contains(page, "26.0%") || !strings.Contains(page, "+2.71") || !strings.Contains(page, "−1.15") {
		t.Error("the page lacks the cell to be fixed and its figures")
	}
}

func TestLanguagesThatCannotBe(t *testing.T) {
	if out := command("-lang", "de"); out.code != exitFlags || !strings.Contains(out.stderr, "want en or zh") {
		t.Errorf("exit %d: %s", out.code, out.stderr)
	}
}

// Figures have one form: importance and chances in per cent with one decimal place, nothing measured is certain, and
// minus is minus.
func TestFiguresOfThePage(t *testing.T) {
	page := html.UnescapeString(pageOf(t))
	for _, want := range []string{"26.0\u00a0%", ">\u00a099.9\u00a0%", "25.97\u00a0%", "−1.15", "Cell (Gong 2009)"} {
		if !strings.Contains(page, want) {
			t.Errorf("the page lacks %q", want)
		}
	}
	for _, old := range []string{"0.2597", ">100\u00a0%<", "-1.15", "thesis", "Thing"} {
		if strings.Contains(page, old) {
			t.Errorf("the page has %q", old)
		}
	}
	if got := list(lang.Chinese(words), []string{"a", "b"}); got != "a、b" {
		t.Error(got)
	}
}

func TestNothingMeasuredIsCertain(t *testing.T) {
	for chance, want := range map[float64]string{1: ">\u00a099.9\u00a0%", 0.9996: ">\u00a099.9\u00a0%", 0.9994: "99.9\u00a0%", 0.5: "50.0\u00a0%"} {
		p := placed{Placed: satisfaction.Placed{Cell: satisfaction.Fix, Chances: satisfaction.Chances{Fix: chance}}}
		if got := p.chance(english); got != want {
			t.Errorf("a chance of %v is written %q, want %q", chance, got, want)
		}
	}
}
