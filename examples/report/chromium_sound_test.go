package main

import (
	"os"
	"testing"

	"github.com/hotelcrm/hotelcrm/examples/internal/browser"
	"github.com/hotelcrm/hotelcrm/examples/report/internal/page"
)

// A page must be sound for whoever reads it: see package browser for the rules.
func TestPageIsSound(t *testing.T) {
	path := chromium(t)
	page := func(out outcome) string { return string(out.file(t, page.Name)) }
	whole, chinese := page(simulated(t)), page(small(t, "-lang", "zh"))
	guests := page(done(t, "-guests", written(t, "guests.csv", "guest,last,visits,revenue\na,2024-01-01,2,50\nb,2024-02-01,1,20\n")))
	views := []browser.View{
		{Name: "phone", Page: whole, Width: 360},
		{Name: "desk", Page: whole, Width: 1280},
		{Name: "Chinese phone", Page: chinese, Width: 360},
		{Name: "Chinese desk", Page: chinese, Width: 1280},
		{Name: "guests", Page: guests, Width: 360},
		{Name: "ten bins", Page: page(small(t, "-bins", "10")), Width: 800},
	}
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
