package main

import (
	"strings"
	"testing"

	"github.com/hotelcrm/hotelcrm/examples/internal/browser"
	"github.com/hotelcrm/hotelcrm/examples/internal/browser/browsertest"
)

func TestPagesAreSound(t *testing.T) {
	survey, tree := generated(t), weightedTree(t)
	var views []browser.View
	for _, test := range []struct{ name, args string }{
		{"built-in", ""},
		{"experts", "-judgements " + written(t, "experts.csv", listed)},
		{"Chinese", "-lang zh"},
		{"Chinese tree", "-lang zh -answers " + survey + " -tree " + tree},
		{"tree", "-answers " + survey + " -tree " + tree},
		{"no weights", "-answers " + survey + " -tree hotel"},
		{"single matrix", "-judgements " + written(t, "Li.json", li)},
		{"all but blanks", "-answers " + written(t, "a.csv", three+"1,,3\n2,,4\n5,,1\n4,,1\n5,,5\n")},
	} {
		views = append(views, browser.View{Name: test.name, Page: pageOf(t, strings.Fields(test.args)...)})
	}
	long := written(t, "long.csv", strings.Repeat("r", 80)+",desk,overall\n1,2,3\n2,3,4\n5,4,1\n1,1,2\n3,5,2\n")
	views = append(views, browsertest.OnScreens("long names", pageOf(t, "-answers", long, "-overall", "overall"))...)
	browsertest.Sound(t, views...)
}
