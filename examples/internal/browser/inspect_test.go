package browser_test

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/hotelcrm/hotelcrm/examples/internal/browser"
)

const sound = `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Sound</title></head><body>
<a class="skip" style="position:absolute;left:-99rem" href="#main">Skip</a><header><h1>One</h1></header>
<main id="main"><h2>Two</h2><p>a</p><p>b</p><p>c</p><p>d</p><p>e</p><p>f</p><p>g</p><p>h <i lang="zh">客人</i></p></main></body></html>`

func TestInspectFindsEachFault(t *testing.T) {
	path := chromium(t)
	faults := map[string]string{
		`<p style="color:#888;background:#999">faint</p>`: "contrast",
		`<p style="opacity:.4">veiled</p>`:                "p has contrast",
		`<svg viewBox="0 0 9 9" role="img" aria-label="s"><circle cx="5" cy="5" r="5" fill="#000"/><text x="3" y="6" font-size="3" fill="#222">5</text></svg>`: "text has contrast",
		`<h4>deep</h4>`:                               "stands below h2",
		`<h1>again</h1>`:                              "2 headings of the first level",
		"<p>\u5ba2\u4eba</p>":                         "language is not stated",
		`<a href="#nowhere">x</a>`:                    "nothing has the id",
		`<p id="main">x</p>`:                          "two elements have the id main",
		`<svg viewBox="0 0 1 1"></svg>`:               "svg has no name",
		`<section aria-labelledby="gone">x</section>`: "gone, which is not there",
		`<input>`:                     "input has no label",
		`<div class="scroll">x</div>`: "cannot be reached by keyboard",
		`<table aria-label="t"><tr><td>1</td></tr></table>`:                                                                                   "has no heads",
		`<table><thead><tr><th>a</th></tr></thead></table>`:                                                                                   "without scope",
		`<table><thead><tr><th scope="col">a</th></tr></thead><tr><td>1</td></tr></table>`:                                                    "row without a head",
		`<table><thead><tr><th scope="col"></th></tr></thead></table>`:                                                                        "has a head without words",
		`<table><thead><tr><th scope="col">a</th><th scope="col">b</th></tr></thead><tr><th scope="row">1</th><td hidden>2</td></tr></table>`: "shows 1 cells below 2 heads",
		`<nav aria-label="a">x</nav><nav aria-label="a">y</nav>`:                                                                              "navigations named",
		`<p style="width:9000px;white-space:nowrap">x</p>`:                                                                                    "sticks out",
		`<main>x</main>`:    "2 main landmarks",
		`<button></button>`: "button has no name",
	}
	views := []browser.View{{Name: "sound", Page: sound, Width: 360}}
	var want []string
	for html, fault := range faults {
		views = append(views, browser.View{Name: fault, Page: strings.Replace(sound, "</main>", html+"</main>", 1), Width: 360})
		want = append(want, fault)
	}
	for _, dark := range []bool{false, true} {
		got, err := browser.Inspect(t.Context(), path, scratch(t), dark, views)
		if err != nil {
			t.Fatal(err)
		}
		if len(got[0]) > 0 {
			t.Errorf("a sound page has faults: %q", got[0])
		}
		for i, fault := range want {
			if !strings.Contains(strings.Join(got[i+1], "\n"), fault) {
				t.Errorf("want %q, got %q", fault, got[i+1])
			}
		}
	}
}

// Paper does not scroll, and knows no dark.
func TestInspectReadsTheRulesForPrint(t *testing.T) {
	page := strings.Replace(sound, "</main>", `<style>@media print { .faint { color: #ddd } } @media screen { .grey { color: #ddd } }</style>
<div class="scroll" role="region" aria-labelledby="two" tabindex="0" style="overflow-x:auto"><h2 id="two" style="width:900px">Wide</h2></div>
<p class="faint">faint</p><p class="grey">grey</p></main>`, 1)
	got, err := browser.Inspect(t.Context(), chromium(t), scratch(t), false, []browser.View{{Name: "screen", Page: page, Width: 688}, {Name: "paper", Page: page, Width: 688, Paper: true}})
	if err != nil {
		t.Fatal(err)
	}
	want := [][]string{{"p.grey has contrast 1.36: grey"}, {"div.scroll named by two is cut off", "p.faint has contrast 1.36: faint"}}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("faults (-want +got):\n%s", diff)
	}
}

// What a page writes to the console stands with the first view.
func TestInspectHearsTheConsole(t *testing.T) {
	noisy := strings.Replace(sound, "</main>", `</main><script>console.error("broken"); nowhere()</script>`, 1)
	got, err := browser.Inspect(t.Context(), chromium(t), scratch(t), false, []browser.View{{Name: "sound", Page: sound, Width: 360}, {Name: "noisy", Page: noisy, Width: 360}})
	if err != nil {
		t.Fatal(err)
	}
	if len(got[0]) != 2 || !strings.Contains(got[0][0], "broken") || !strings.Contains(got[0][1], "nowhere") || len(got[1]) > 0 {
		t.Errorf("%q", got)
	}
}

// A page that says that its tables fit is held to it.
func TestInspectFindsTablesThatDoNotFit(t *testing.T) {
	wide := `<div class="scroll%s" role="region" tabindex="0" style="overflow-x:auto" aria-labelledby="two"><p style="width:900px">Wide</p></div><b id="two">b</b>`
	page := func(class string) string {
		return strings.Replace(sound, "</main>", fmt.Sprintf(wide, class)+"</main>", 1)
	}
	got, err := browser.Inspect(t.Context(), chromium(t), scratch(t), false, []browser.View{
		{Name: "may scroll", Page: page(""), Width: 360},
		{Name: "fits", Page: page(""), Width: 360, Fits: true},
		{Name: "but for this", Page: page(" wide"), Width: 360, Fits: true},
	})
	if err != nil {
		t.Fatal(err)
	}
	want := [][]string{{}, {"div.scroll named by two is 900 px wide at 344 px"}, {}}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("faults (-want +got):\n%s", diff)
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

// scratch is a directory whose removal may fail, since a browser may write to its profile for a moment longer.
func scratch(t *testing.T) string {
	dir, err := os.MkdirTemp("", "inspect")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = os.RemoveAll(dir) })
	return dir
}
