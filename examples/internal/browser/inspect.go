package browser

import (
	"context"
	_ "embed"
	"encoding/json"
	"fmt"
	"html"
	"os"
	"path/filepath"
	"regexp"
	"strings"
)

// View is a page at a width of its own.
type View struct {
	Name, Page string
	Width      int
	Paper      bool // by the rules for print, which must be written @media print
	Fits       bool // no table needs to be scrolled, but those within .scroll.wide
}

// printed makes the rules for print hold on a screen, those for screens nowhere, and the ground light.
var printed = strings.NewReplacer("@media print", "@media all", "@media screen", "@media speech", "light dark", "light", "<html ", "<html data-paper ")

//go:embed inspect.js
var inspection string

// inspected holds the frames of all views, and what the inspection of each wrote.
const inspected = `<!DOCTYPE html><meta name="color-scheme" content="light dark"><body style="margin:0">%s<script>
onload = () => document.querySelectorAll("iframe").forEach(frame => {
	const root = frame.contentDocument.documentElement
	document.body.append(Object.assign(document.createElement("pre"), {textContent: "view " + root.dataset.dark + " " + root.dataset.faults}))
})
</script>`

var told = regexp.MustCompile(`<pre>view (\w+) ([^<]*)</pre>`)

// Inspect lays out all views in one browser, with all details open, and returns what each does wrong, in the order of the
// views. The rules stand in inspect.js: contrast of every text (WCAG 2.2 AA), order of headings, names of pictures and
// regions, heads of tables, landmarks, languages, links, ids, nothing beyond the edge or cut off on paper, and a
// console that stays empty: what any view writes there stands with the first.
//
// Input: dark asks for the dark scheme; dir is a directory for the pages and the browser's profile.
// Errors: those of the browser, and views that were not laid out.
func Inspect(ctx context.Context, path, dir string, dark bool, views []View) ([][]string, error) {
	var frames strings.Builder
	for _, v := range views {
		page := v.Page
		if v.Paper {
			page = printed.Replace(page)
		}
		if v.Fits {
			page = strings.Replace(page, "<html ", "<html data-fits ", 1)
		}
		inner := strings.Replace(page, "</body>", "<script>"+inspection+"</script></body>", 1)
		fmt.Fprintf(&frames, `<iframe width="%d" height="800" style="border:0" srcdoc="%s"></iframe>`, v.Width, html.EscapeString(inner))
	}
	file := filepath.Join(dir, "inspected.html")
	if err := os.WriteFile(file, fmt.Appendf(nil, inspected, frames.String()), 0o600); err != nil {
		return nil, err
	}
	scheme := "--blink-settings=preferredColorScheme=1"
	if dark {
		scheme = "--blink-settings=preferredColorScheme=0"
	}
	dom, said, err := dump(ctx, path, dir, file, scheme)
	if err != nil {
		return nil, fmt.Errorf("%s: %w: %.500s", path, err, said)
	}
	all := told.FindAllStringSubmatch(dom, -1)
	if len(all) != len(views) {
		return nil, fmt.Errorf("%d of %d views were laid out", len(all), len(views))
	}
	out := make([][]string, len(views))
	for i, one := range all {
		if one[1] != fmt.Sprint(dark) {
			return nil, fmt.Errorf("%s: dark is %s, want %t", views[i].Name, one[1], dark)
		}
		if err := json.Unmarshal([]byte(html.UnescapeString(one[2])), &out[i]); err != nil {
			return nil, fmt.Errorf("%s: %w", views[i].Name, err)
		}
	}
	for _, line := range console.FindAllStringSubmatch(said, -1) {
		out[0] = append(out[0], "the console says "+line[1])
	}
	return out, nil
}
