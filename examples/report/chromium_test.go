package main

import (
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	"github.com/hotelcrm/hotelcrm/examples/internal/bulk"
)

// probe writes what the browser has laid out into an attribute, where --dump-dom shows it.
const probe = `<script>
const root = document.documentElement
const wide = [...document.querySelectorAll("body *")].filter(e => !e.closest(".scroll") && !e.closest(".hidden") &&
	!e.matches(".skip") && e.getBoundingClientRect().right > innerWidth + 1).map(e => e.tagName + "." + e.getAttribute("class"))
const scrolled = [...document.querySelectorAll(".scroll")].filter(e => e.scrollWidth > e.clientWidth + 1).map(e => e.getAttribute("aria-labelledby"))
root.setAttribute("data-probe", [innerWidth, root.scrollWidth, root.scrollHeight, wide.slice(0, 5).join(" "), scrolled.join(" ")].join("|"))
</script></body>`

var probed = regexp.MustCompile(`data-probe="(\d+)\|(\d+)\|(\d+)\|([^"|]*)\|([^"]*)"`)

func TestPageFitsTheScreen(t *testing.T) {
	browser := chromium(t)
	plain := "-stays " + bulkFile(t, bulk.Config{Stays: 20_000, Guests: 4_000, Seed: 3}) + " " + strings.Join(asBulk, " ")
	for name, args := range map[string]string{
		"simulated": "", "ten bins": "-bins 10", "two bins": "-method meansplit", "tallies": plain, "no profiles": plain + " -asof 2026-01-01",
	} {
		out := done(t, strings.Fields(args)...)
		if size := len(out.file(t, pageName)); size > 400_000 {
			t.Errorf("%s: the page has %d bytes", name, size)
		}
		for _, width := range []int{360, 1280} {
			t.Run(fmt.Sprintf("%s at %d px", name, width), func(t *testing.T) {
				checkWidth(t, browser, string(out.file(t, pageName)), width)
			})
		}
	}
}

// checkWidth shows the page in a frame of a width of its own, since a browser window has a least width.
func checkWidth(t *testing.T, browser, page string, width int) {
	t.Helper()
	inner := strings.Replace(page, "</body>", probe, 1)
	framed := fmt.Sprintf(`<!DOCTYPE html><body style="margin:0"><iframe id="page" width="%d" height="800" style="border:0" srcdoc="%s"></iframe><script>
onload = () => document.body.setAttribute("data-probe", document.getElementById("page").contentDocument.documentElement.getAttribute("data-probe"))
</script>`, width, strings.NewReplacer("&", "&amp;", `"`, "&quot;").Replace(inner))
	dom := dump(t, browser, written(t, "page.html", framed))
	match := probed.FindStringSubmatch(dom)
	if match == nil {
		t.Fatalf("the page was not laid out:\n%.500s", dom)
	}
	if match[1] != fmt.Sprint(width) || match[2] != match[1] || match[4] != "" {
		t.Errorf("shown at %s px, the page is %s px wide; beyond the edge: %s", match[1], match[2], match[4])
	}
	for _, table := range []string{
		"grid-caption", "segments-caption", "intake-caption", "value-caption", "bins-caption", "matrix-caption",
		"card-caption", "cohorts-caption", "points-caption", "equity-caption", "changes-caption", "factors-caption", "quadrants-caption",
	} {
		if strings.Contains(match[5], table) && !strings.Contains(page, "grid many") {
			t.Errorf("shown at %s px, the table of %s does not fit", match[1], table)
		}
	}
	if len(match[3]) < 4 {
		t.Errorf("the page is only %s px high", match[3])
	}
}

func chromium(t *testing.T) string {
	t.Helper()
	if testing.Short() {
		t.Skip("no browser in short tests")
	}
	for _, name := range []string{"/usr/bin/chromium", "chromium"} {
		if path, err := exec.LookPath(name); err == nil {
			return path
		}
	}
	t.Skip("no chromium on this machine: the layout of the page is not checked")
	return ""
}

func dump(t *testing.T, browser, file string) string {
	t.Helper()
	ctx, cancel := context.WithTimeout(t.Context(), time.Minute)
	defer cancel()
	profile, err := os.MkdirTemp("", "chromium")
	if err != nil {
		t.Fatal(err)
	}
	defer os.RemoveAll(profile) // it may still be written to for a moment, so its removal may fail
	command := exec.CommandContext(ctx, browser, "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
		"--disable-background-networking", "--disable-component-update", "--disable-sync", "--hide-scrollbars",
		"--user-data-dir="+profile,
		"--window-size=1400,1000", "--dump-dom", "file://"+filepath.ToSlash(file))
	command.WaitDelay = 5 * time.Second
	out, err := command.Output()
	if err != nil {
		t.Fatalf("%s: %v", browser, err)
	}
	return string(out)
}
