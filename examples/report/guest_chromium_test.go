package main

import (
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"testing"
	"time"

	"github.com/hotelcrm/hotelcrm/examples/report/internal/guestpage"
)

func TestGuestFitsTheScreen(t *testing.T) {
	browser := chromium(t)
	var frames []frame
	for name, args := range map[string][]string{"champion": {"-guest", champion}, "Chinese": {"-guest", champion, "-lang", "zh"}, "one-timer": {"-guest", onetimer}} {
		page := string(done(t, args...).file(t, guestpage.Name))
		for _, width := range []int{360, 768, 1280} {
			frames = append(frames, frame{name, page, width})
		}
	}
	for i, told := range show(t, browser, frames) {
		f := frames[i]
		if told == nil {
			t.Fatalf("%s was not laid out", f.name)
		}
		if told[1] != fmt.Sprint(f.width) || told[2] != told[1] || told[4] != "" {
			t.Errorf("%s shown at %s px is %s px wide; beyond the edge: %s", f.name, told[1], told[2], told[4])
		}
	}
}

var sheetOfPaper = regexp.MustCompile(`/Type\s*/Page\b[^s]`)

func TestGuestFitsOnePage(t *testing.T) {
	browser := chromium(t)
	for _, args := range [][]string{{"-guest", champion}, {"-guest", regular}, {"-guest", champion, "-lang", "zh"}} {
		out := done(t, args...)
		if n := len(sheetOfPaper.FindAll(printed(t, browser, filepath.Join(out.dir, guestpage.Name)), -1)); n != 1 {
			t.Errorf("%v: %d sheets of paper", args, n)
		}
	}
}

// printed returns a page as PDF.
func printed(t *testing.T, browser, page string) []byte {
	t.Helper()
	ctx, cancel := context.WithTimeout(t.Context(), time.Minute)
	defer cancel()
	dir := t.TempDir()
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
