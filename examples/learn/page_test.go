package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/hotelcrm/hotelcrm/examples/internal/browser"
	"github.com/hotelcrm/hotelcrm/examples/internal/browser/browsertest"
)

// pageOf runs the command, and checks what holds for every page.
func pageOf(t *testing.T, args ...string) string {
	t.Helper()
	file := filepath.Join(t.TempDir(), "page.html")
	done(t, append(args, "-html", file)...)
	page, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	browsertest.Whole(t, string(page))
	return string(page)
}

func TestPagesAreSound(t *testing.T) {
	last := kept(t, "-guests", written(t, "nights,kind\n"+strings.Repeat("1,tour\n2,tour\n5,spa\n6,spa\n", 4)), "-class", "kind")
	now := written(t, "nights,kind\n"+strings.Repeat("1,tour\n2,tour\n3,tour\n4,tour\n9,spa\n8,spa\n", 4))
	long := strings.Repeat("y", 90)
	odd := written(t, long+",kind\n"+strings.Repeat("1,<b>&\n9,"+long+"\n5,c\n", 5))
	var views []browser.View
	for _, test := range []struct{ name, args string }{
		{"built-in", ""},
		{"discovered", "-k 3"},
		{"Chinese", "-lang zh"},
		{"Chinese, discovered", "-lang zh -k 3"},
		{"two rounds", "-guests " + now + " -class kind -last " + last},
		{"discovered again", "-k 4 -last " + kept(t, "-k", "4")},
		{"one leaf", "-guests " + written(t, "nights,kind\n1,a\n1,b\n1,a\n") + " -class kind"},
	} {
		views = append(views, browser.View{Name: test.name, Page: pageOf(t, strings.Fields(test.args)...)})
	}
	views = append(views, browsertest.OnScreens("long names", pageOf(t, "-guests", odd, "-class", "kind", "-preset", "id3"))...)
	browsertest.Sound(t, views...)
}
