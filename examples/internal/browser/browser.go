// Package browser lays pages out in a headless Chromium, for tests of the pages that the examples write.
package browser

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"time"
)

// ErrNone is returned where no Chromium is installed.
var ErrNone = errors.New("no chromium on this machine: the layout of the page is not checked")

// Find returns the path of a Chromium.
//
// Errors: [ErrNone].
func Find() (string, error) {
	for _, name := range []string{"/usr/bin/chromium", "chromium", "chromium-browser", "google-chrome"} {
		if path, err := exec.LookPath(name); err == nil {
			return path, nil
		}
	}
	return "", ErrNone
}

// Layout is what the browser made of a page.
type Layout struct {
	Width, Height string   // of the page, in CSS pixels; Width is that of the frame unless something sticks out
	Beyond        string   // the first elements that stick out to the right, but those within .scroll
	Console       []string // what the page wrote to the console, errors and all
}

// probe writes what the browser has laid out into an attribute, where --dump-dom shows it.
const probe = `<script>
const root = document.documentElement
const wide = [...document.querySelectorAll("body *")].filter(e => !e.closest(".scroll") && !e.matches(".skip") &&
	e.getBoundingClientRect().right > innerWidth + 1).map(e => e.tagName + "." + e.getAttribute("class"))
root.setAttribute("data-probe", [root.scrollWidth, root.scrollHeight, wide.slice(0, 5).join(" ")].join("|"))
</script></body>`

// frame shows a page at a width of its own, since a browser window has a least width.
const frame = `<!DOCTYPE html><body style="margin:0"><iframe id="page" width="%d" height="800" style="border:0" srcdoc="%s"></iframe><script>
onload = () => document.body.setAttribute("data-probe", document.getElementById("page").contentDocument.documentElement.getAttribute("data-probe"))
</script>`

var (
	probed  = regexp.MustCompile(`data-probe="(\d+)\|(\d+)\|([^"]*)"`)
	console = regexp.MustCompile(`(?m)^.*CONSOLE[^"\n]*(".*)$`)
)

// Lay returns how a page is laid out at a width.
//
// Input: dir is a directory for the page and the browser's profile, such as that of a test.
// Errors: those of the browser, with what it said, and a page that was not laid out.
func Lay(ctx context.Context, path, dir, page string, width int) (Layout, error) {
	inner := strings.Replace(page, "</body>", probe, 1)
	framed := fmt.Sprintf(frame, width, strings.NewReplacer("&", "&amp;", `"`, "&quot;").Replace(inner))
	file := filepath.Join(dir, "framed.html")
	if err := os.WriteFile(file, []byte(framed), 0o600); err != nil {
		return Layout{}, err
	}
	dom, said, err := dump(ctx, path, dir, file)
	if err != nil {
		return Layout{}, fmt.Errorf("%s: %w: %.500s", path, err, said)
	}
	match := probed.FindStringSubmatch(dom)
	if match == nil {
		return Layout{}, fmt.Errorf("the page was not laid out: %.500s", dom)
	}
	out := Layout{Width: match[1], Height: match[2], Beyond: match[3]}
	for _, line := range console.FindAllStringSubmatch(said, -1) {
		out.Console = append(out.Console, line[1])
	}
	return out, nil
}

func dump(ctx context.Context, path, dir, file string, flags ...string) (dom, said string, err error) {
	ctx, cancel := context.WithTimeout(ctx, time.Minute)
	defer cancel()
	profile, err := os.MkdirTemp(dir, "profile")
	if err != nil {
		return "", "", err
	}
	args := append([]string{
		"--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
		"--disable-background-networking", "--disable-component-update", "--disable-sync", "--hide-scrollbars",
		"--enable-logging=stderr", "--user-data-dir=" + profile, "--window-size=1400,1000", "--dump-dom",
	}, flags...)
	command := exec.CommandContext(ctx, path, append(args, "file://"+filepath.ToSlash(file))...)
	command.WaitDelay = 5 * time.Second
	var stdout, stderr strings.Builder
	command.Stdout, command.Stderr = &stdout, &stderr
	err = command.Run()
	return stdout.String(), stderr.String(), err
}
