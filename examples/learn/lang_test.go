package main

import (
	"strings"
	"testing"

	"github.com/hotelcrm/hotelcrm/examples/internal/lang/langtest"
)

func TestEverythingIsSaidInChinese(t *testing.T) {
	list := langtest.Said(t, ".")
	if len(list) < 60 {
		t.Fatalf("only %d texts were found", len(list))
	}
	langtest.Complete(t, words, list)
	for _, key := range langtest.Twice(t, ".") {
		t.Errorf("%q has its Chinese twice", key)
	}
}

// A Chinese page has no English but names of the file, of its columns and classes, and of the method.
func TestChinesePages(t *testing.T) {
	last := kept(t, "-guests", written(t, "nights,kind\n"+strings.Repeat("1,tour\n2,tour\n5,spa\n6,spa\n", 4)), "-class", "kind")
	now := written(t, "nights,kind\n"+strings.Repeat("1,tour\n2,tour\n3,tour\n4,tour\n9,spa\n8,spa\n", 4))
	for _, args := range []string{"", "-preset id3", "-guests " + now + " -class kind -last " + last, "-guests " + written(t, "nights,kind\n1,tour\n1,spa\n1,tour\n") + " -class kind"} {
		page := pageOf(t, append(strings.Fields(args), "-lang", "zh")...)
		left := langtest.English(page, "complaints", "entertain_spend", "meeting", "yes", "stays", "satisfaction", "good", "normal", "motive", "income", "restaurant",
			"nights", "tour", "spa", "kind", "group", "guests.csv", "last.json", "hotelcrm", "no", "bad", "id3", "c45", "ok",
			"business", "conference", "leisure", "visit", "first", "gt", "lt", "never", "often", "seldom")
		if len(left) > 0 || !strings.Contains(page, `<html lang="zh">`) {
			t.Errorf("%s: %q", args, left)
		}
	}
	if page := pageOf(t, "-lang", "zh"); !strings.Contains(page, "判断的次序不稳定，不要据此行事") || !strings.Contains(page, "13%：决策树优于猜测") {
		t.Error("the page lacks what the tree is worth")
	}
	if code, _, stderr := command("-lang", "de"); code != exitFlags || !strings.Contains(stderr, "want en or zh") {
		t.Errorf("exit %d: %s", code, stderr)
	}
}
