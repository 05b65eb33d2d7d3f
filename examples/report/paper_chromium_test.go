package main

import (
	"context"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	"github.com/hotelcrm/hotelcrm/examples/internal/browser"
	"github.com/hotelcrm/hotelcrm/examples/report/internal/guestpage"
	"github.com/hotelcrm/hotelcrm/examples/report/internal/page"
)

// mostSheets is how many sheets of paper the report of the simulated hotel takes at most: 14 or 15, by the fonts of the
// machine, and one to spare. With a sheet begun for each chapter it took 26.
const mostSheets = 16

func TestPagesFitTheirPaper(t *testing.T) {
	if testing.Short() {
		t.Skip("no browser in short tests")
	}
	path, err := browser.Find()
	if err != nil {
		t.Skip(err)
	}
	check := func(out outcome, name string, most int) {
		if n := len(sheetOfPaper.FindAll(printed(t, path, filepath.Join(out.dir, name)), -1)); n == 0 || n > most {
			t.Errorf("%s: %d sheets of paper, want at most %d", name, n, most)
		}
	}
	for _, args := range []string{"-guest " + champion, "-guest " + regular, "-lang zh -guest " + champion} {
		check(done(t, strings.Fields(args)...), guestpage.Name, 1)
	}
	check(simulated(t), page.Name, mostSheets)
}

var sheetOfPaper = regexp.MustCompile(`/Type\s*/Page\b[^s]`)

// printed returns a page as PDF.
func printed(t *testing.T, browser, page string) []byte {
	t.Helper()
	ctx, cancel := context.WithTimeout(t.Context(), time.Minute)
	defer cancel()
	dir, err := os.MkdirTemp("", "printed") // the browser may write to its profile for a moment longer
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = os.RemoveAll(dir) })
	pdf := filepath.Join(dir, "page.pdf")
	command := exec.CommandContext(ctx, browser, "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
		"--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-pdf-header-footer",
		"--user-data-dir="+filepath.Join(dir, "profile"), "--print-to-pdf="+pdf, "file://"+filepath.ToSlash(page))
	command.WaitDelay = 5 * time.Second
	if said, err := command.CombinedOutput(); err != nil {
		t.Fatalf("%v: %.500s", err, said)
	}
	content, err := os.ReadFile(pdf)
	if err != nil {
		t.Fatal(err)
	}
	return content
}
