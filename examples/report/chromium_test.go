package main

import (
	"context"
	"fmt"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/hotelcrm/hotelcrm/examples/internal/browser"
	"github.com/hotelcrm/hotelcrm/examples/internal/bulk"
	"github.com/hotelcrm/hotelcrm/examples/report/internal/page"
)

// probe writes what the browser has laid out into an attribute, where --dump-dom shows it.
const probe = `<script>
const root = document.documentElement
const wide = [...document.querySelectorAll("body *")].filter(e => !e.closest(".scroll") && !e.closest(".hidden") &&
	!e.matches(".skip") && e.getBoundingClientRect().right > innerWidth + 1).map(e => e.tagName + "." + e.getAttribute("class"))
const scrolled = [...document.querySelectorAll(".scroll")].filter(e => e.scrollWidth > e.clientWidth + 1).map(e => e.getAttribute("aria-labelledby"))
root.setAttribute("data-probe", [innerWidth, root.scrollWidth, root.scrollHeight, wide.slice(0, 5).join(" "), scrolled.join(" ")].join("|"))
</script></body>`

var probed = regexp.MustCompile(`<p>probe (\d+)\|(\d+)\|(\d+)\|(\d+)\|([^|]*)\|([^|]*)\|\.</p>`)

// frame shows a page in a frame of a width of its own, since a browser window has a least width.
type frame struct {
	name, page string
	width      int
}

func TestPageFitsTheScreen(t *testing.T) {
	path := chromium(t)
	plain := "-stays " + bulkFile(t, bulk.Config{Stays: 20_000, Guests: 4_000, Seed: 3}) + " " + strings.Join(asBulk, " ")
	pages := map[string]outcome{
		"simulated": simulated(t), "Chinese": done(t, "-lang", "zh"), "ten bins": small(t, "-bins", "10"), "two bins": small(t, "-method", "meansplit"),
		"tallies": done(t, strings.Fields(plain)...), "no profiles": done(t, strings.Fields(plain+" -asof 2026-01-01")...),
		"many classes": small(t, "-plan", written(t, "plan.json", manyClasses)),
	}
	var frames []frame
	for _, name := range slices.Sorted(maps.Keys(pages)) {
		page := string(pages[name].file(t, page.Name))
		if len(page) > 400_000 {
			t.Errorf("%s: the page has %d bytes", name, len(page))
		}
		for _, width := range []int{360, 1280} {
			frames = append(frames, frame{name, page, width})
		}
	}
	shown := show(t, path, frames)
	for i, f := range frames {
		t.Run(fmt.Sprintf("%s at %d px", f.name, f.width), func(t *testing.T) { f.check(t, shown[i]) })
	}
}

// show lays out all frames in one browser and returns what the probe of each says.
func show(t *testing.T, path string, frames []frame) [][]string {
	t.Helper()
	var b strings.Builder
	b.WriteString(`<!DOCTYPE html><body style="margin:0">`)
	for _, f := range frames {
		inner := strings.Replace(f.page, "</body>", probe, 1)
		fmt.Fprintf(&b, `<iframe width="%d" height="800" style="border:0" srcdoc="%s"></iframe>`, f.width, strings.NewReplacer("&", "&amp;", `"`, "&quot;").Replace(inner))
	}
	b.WriteString(`<script>
onload = () => document.querySelectorAll("iframe").forEach((frame, i) => {
	const told = frame.contentDocument.documentElement.getAttribute("data-probe")
	document.body.append(Object.assign(document.createElement("p"), {textContent: "probe " + i + "|" + told + "|."}))
})
</script>`)
	dom := dump(t, path, written(t, "page.html", b.String()))
	out := make([][]string, len(frames))
	for _, match := range probed.FindAllStringSubmatch(dom, -1) {
		i, err := strconv.Atoi(match[1])
		if err != nil || i >= len(out) {
			t.Fatalf("probe %s", match[0])
		}
		out[i] = match[1:]
	}
	return out
}

// check reads width, width and height of the page, what is beyond its edge, and which tables do not fit.
func (f frame) check(t *testing.T, told []string) {
	if told == nil {
		t.Fatal("the page was not laid out")
	}
	if told[1] != fmt.Sprint(f.width) || told[2] != told[1] || told[4] != "" {
		t.Errorf("shown at %s px, the page is %s px wide; beyond the edge: %s", told[1], told[2], told[4])
	}
	for _, table := range []string{
		"grid-caption", "segments-caption", "intake-caption", "value-caption", "bins-caption", "matrix-caption",
		"card-caption", "cohorts-caption", "points-caption", "equity-caption", "changes-caption", "factors-caption", "quadrants-caption",
		"classes-caption", "stages-caption", "moves-life_stage-caption", "gaps-caption", "why-caption", "next-caption",
		"years-caption", "tiers-caption", "near-caption", "near-cases-caption", "end-cases-caption",
	} {
		if strings.Contains(told[5], table) && !strings.Contains(f.page, "grid many") {
			t.Errorf("shown at %s px, the table of %s does not fit", told[1], table)
		}
	}
	if len(told[3]) < 4 {
		t.Errorf("the page is only %s px high", told[3])
	}
}

func chromium(t *testing.T) string {
	t.Helper()
	if testing.Short() {
		t.Skip("no browser in short tests")
	}
	path, err := browser.Find()
	if err != nil {
		t.Skip(err)
	}
	return path
}

func dump(t *testing.T, path, file string) string {
	t.Helper()
	ctx, cancel := context.WithTimeout(t.Context(), time.Minute)
	defer cancel()
	profile, err := os.MkdirTemp("", "chromium")
	if err != nil {
		t.Fatal(err)
	}
	defer os.RemoveAll(profile) // it may still be written to for a moment, so its removal may fail
	command := exec.CommandContext(ctx, path, "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
		"--disable-background-networking", "--disable-component-update", "--disable-sync", "--hide-scrollbars",
		"--user-data-dir="+profile,
		"--window-size=1400,1000", "--dump-dom", "file://"+filepath.ToSlash(file))
	command.WaitDelay = 5 * time.Second
	out, err := command.Output()
	if err != nil {
		t.Fatalf("%s: %v", path, err)
	}
	return string(out)
}
