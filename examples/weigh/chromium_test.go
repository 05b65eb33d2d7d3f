package main

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/hotelcrm/hotelcrm/examples/internal/browser"
)

func TestPageFitsTheScreen(t *testing.T) {
	survey, tree := generated(t), weightedTree(t)
	for name, args := range map[string]string{
		"built-in":       "",
		"experts":        "-judgements " + written(t, "experts.csv", listed),
		"tree":           "-answers " + survey + " -tree " + tree,
		"no weights":     "-answers " + survey + " -tree hotel",
		"long names":     "-answers " + written(t, "long.csv", strings.Repeat("r", 80)+",desk,overall\n1,2,3\n2,3,4\n5,4,1\n1,1,2\n3,5,2\n") + " -overall overall",
		"single matrix":  "-judgements " + written(t, "Li.json", li),
		"all but blanks": "-answers " + written(t, "a.csv", three+"1,,3\n2,,4\n5,,1\n4,,1\n5,,5\n"),
	} {
		page := pageOf(t, strings.Fields(args)...)
		for _, width := range []int{360, 1280} {
			t.Run(fmt.Sprintf("%s at %d px", name, width), func(t *testing.T) {
				got := layout(t, page, width)
				if got.Width != fmt.Sprint(width) || got.Beyond != "" {
					t.Errorf("the page is %s px wide; beyond the edge: %s", got.Width, got.Beyond)
				}
				if len(got.Console) > 0 {
					t.Errorf("the console says %q", got.Console)
				}
				if len(got.Height) < 3 {
					t.Errorf("the page is only %s px high", got.Height)
				}
			})
		}
	}
}

// The check sees what it is there to see.
func TestLayoutIsSeen(t *testing.T) {
	const page = `<!DOCTYPE html><html><body><div class="wide" style="width:500px">x</div><script>console.error("broken"); nowhere()</script></body></html>`
	got := layout(t, page, 360)
	if got.Width != "508" || got.Beyond != "DIV.wide" || len(got.Console) != 2 || !strings.Contains(got.Console[0], "broken") || !strings.Contains(got.Console[1], "nowhere") {
		t.Errorf("%+v", got)
	}
}

func layout(t *testing.T, page string, width int) browser.Layout {
	t.Helper()
	if testing.Short() {
		t.Skip("no browser in short tests")
	}
	path, err := browser.Find()
	if err != nil {
		t.Skip(err)
	}
	dir, err := os.MkdirTemp("", "layout")
	if err != nil {
		t.Fatal(err)
	}
	defer os.RemoveAll(dir) // the browser may still write to it for a moment, so its removal may fail
	got, err := browser.Lay(t.Context(), path, dir, page, width)
	if err != nil {
		t.Fatal(err)
	}
	return got
}
