package main

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/hotelcrm/hotelcrm/examples/internal/browser"
)

func TestPageFitsTheScreen(t *testing.T) {
	long := strings.Repeat("x", 90)
	for name, args := range map[string]string{
		"built-in": "-replay hilton",
		"Chinese":  "-lang zh -replay marriott-2024",
		"classes":  "-programme thesis-2009-classes -activity " + every(t),
		"long names": "-programme wyndham-2020 -activity " + written(t, "a.csv",
			"member,kind,date,to,id,property,room_revenue,note\n"+long+",stay,2026-01-10,2026-01-12,"+long+","+long+",200,"+long+"\n"),
	} {
		page := strings.ReplaceAll(pageOf(t, strings.Fields(args)...), "<details>", "<details open>")
		for _, width := range []int{360, 1280} {
			t.Run(fmt.Sprintf("%s at %d px", name, width), func(t *testing.T) {
				got := layout(t, page, width)
				if got.Width != fmt.Sprint(width) || got.Beyond != "" {
					t.Errorf("the page is %s px wide; beyond the edge: %s", got.Width, got.Beyond)
				}
				if len(got.Console) > 0 {
					t.Errorf("the console says %q", got.Console)
				}
				if len(got.Height) < 4 {
					t.Errorf("the page is only %s px high", got.Height)
				}
			})
		}
	}
}

// A page must be sound for whoever reads it: see package browser for the rules.
func TestPageIsSound(t *testing.T) {
	if testing.Short() {
		t.Skip("no browser in short tests")
	}
	path, err := browser.Find()
	if err != nil {
		t.Skip(err)
	}
	english, chinese := pageOf(t, "-replay", "hilton"), pageOf(t, "-lang", "zh", "-replay", "marriott-2024")
	views := []browser.View{{Name: "phone", Page: english, Width: 360}, {Name: "desk", Page: english, Width: 1280}, {Name: "Chinese", Page: chinese, Width: 360}}
	for _, dark := range []bool{false, true} {
		dir, err := os.MkdirTemp("", "sound")
		if err != nil {
			t.Fatal(err)
		}
		defer os.RemoveAll(dir) // the browser may still write to it for a moment, so its removal may fail
		faults, err := browser.Inspect(t.Context(), path, dir, dark, views)
		if err != nil {
			t.Fatal(err)
		}
		for i, list := range faults {
			for _, fault := range list {
				t.Errorf("%s, dark %t: %s", views[i].Name, dark, fault)
			}
		}
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
