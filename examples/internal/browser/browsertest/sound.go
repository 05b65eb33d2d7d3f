package browsertest

import (
	"os"
	"slices"
	"testing"

	"github.com/hotelcrm/hotelcrm/examples/internal/browser"
)

// Widths of views without a width of their own.
const (
	phone = 360
	desk  = 1280
	paper = 688 // A4 between margins of 14 mm
)

// OnScreens returns a page as wide as a phone and as wide as a desk, for a page with names that no paper is wide enough
// for.
func OnScreens(name, page string) []browser.View {
	return []browser.View{{Name: name, Page: page, Width: phone}, {Name: name, Page: page, Width: desk}}
}

// Sound fails the test for each fault that [browser.Inspect] finds in the views, in light and, but for paper, in dark.
// A view without a width is laid out as wide as a phone, as wide as a desk, and on paper. The test is skipped in short
// runs, and where there is no Chromium.
func Sound(t testing.TB, views ...browser.View) {
	t.Helper()
	if testing.Short() {
		t.Skip("no browser in short tests")
	}
	path, err := browser.Find()
	if err != nil {
		t.Skip(err)
	}
	views = wide(views)
	for _, dark := range []bool{false, true} {
		if dark {
			views = slices.DeleteFunc(views, func(v browser.View) bool { return v.Paper })
		}
		faults, err := browser.Inspect(t.Context(), path, scratch(t), dark, views)
		if err != nil {
			t.Fatal(err)
		}
		for i, list := range faults {
			for _, fault := range list {
				t.Errorf("%s at %d px, %s: %s", views[i].Name, views[i].Width, map[bool]string{false: "light", true: "dark"}[dark], fault)
			}
		}
	}
}

// wide gives each view its width.
func wide(views []browser.View) (out []browser.View) {
	for _, v := range views {
		if v.Width > 0 {
			out = append(out, v)
			continue
		}
		for _, width := range []int{phone, desk} {
			out = append(out, browser.View{Name: v.Name, Page: v.Page, Width: width, Fits: v.Fits})
		}
		out = append(out, browser.View{Name: v.Name + " on paper", Page: v.Page, Width: paper, Paper: true})
	}
	return out
}

// scratch is a directory whose removal may fail, since a browser may write to its profile for a moment longer.
func scratch(t testing.TB) string {
	t.Helper()
	dir, err := os.MkdirTemp("", "sound")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = os.RemoveAll(dir) })
	return dir
}
