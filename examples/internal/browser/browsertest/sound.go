package browsertest

import (
	"os"
	"testing"

	"github.com/hotelcrm/hotelcrm/examples/internal/browser"
)

// widths are those of a phone and of a desk, for views without a width of their own.
var widths = []int{360, 1280}

// Sound fails the test for each fault that [browser.Inspect] finds in the views, in light and in dark. A view without a width is
// laid out as wide as a phone and as wide as a desk. The test is skipped in short runs, and where there is no Chromium.
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
		for _, v.Width = range widths {
			out = append(out, v)
		}
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
