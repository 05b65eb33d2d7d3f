package main

import (
	"maps"
	"slices"
	"strings"
	"testing"

	"github.com/hotelcrm/hotelcrm/examples/internal/browser"
	"github.com/hotelcrm/hotelcrm/examples/internal/browser/browsertest"
	"github.com/hotelcrm/hotelcrm/examples/internal/bulk"
	"github.com/hotelcrm/hotelcrm/examples/report/internal/guestpage"
	"github.com/hotelcrm/hotelcrm/examples/report/internal/page"
)

// largestPage is how many bytes a report has at most.
const largestPage = 400_000

func TestPagesAreSound(t *testing.T) {
	if testing.Short() {
		t.Skip("no browser in short tests")
	}
	plain := "-stays " + bulkFile(t, bulk.Config{Stays: 20_000, Guests: 4_000, Seed: 3}) + " " + strings.Join(asBulk, " ")
	pages := map[string]outcome{
		"simulated": simulated(t), "Chinese": done(t, "-lang", "zh"), "ten bins": small(t, "-bins", "10"), "two bins": small(t, "-method", "meansplit"),
		"tallies": done(t, strings.Fields(plain)...), "no profiles": done(t, strings.Fields(plain+" -asof 2026-01-01")...),
		"many classes": small(t, "-plan", written(t, "plan.json", manyClasses)),
		"guests":       done(t, "-guests", written(t, "guests.csv", "guest,last,visits,revenue\na,2024-01-01,2,50\nb,2024-02-01,1,20\n")),
	}
	var views []browser.View
	for _, name := range slices.Sorted(maps.Keys(pages)) {
		text := string(pages[name].file(t, page.Name))
		if len(text) > largestPage {
			t.Errorf("%s: the page has %d bytes", name, len(text))
		}
		views = append(views, browser.View{Name: name, Page: text, Fits: true})
	}
	browsertest.Sound(t, views...)
}

func TestGuestPagesAreSound(t *testing.T) {
	if testing.Short() {
		t.Skip("no browser in short tests")
	}
	var views []browser.View
	for _, args := range []string{"-guest " + champion, "-lang zh -guest " + champion, "-guest " + regular, "-guest " + onetimer} {
		views = append(views, browser.View{Name: args, Page: string(done(t, strings.Fields(args)...).file(t, guestpage.Name)), Fits: true})
	}
	browsertest.Sound(t, views...)
}
