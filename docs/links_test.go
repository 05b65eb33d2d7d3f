package docs_test

import (
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// TestLinksOfThisFolderResolve: every relative link of a page leads to a file, and to a heading where it names one.
func TestLinksOfThisFolderResolve(t *testing.T) {
	pages, err := filepath.Glob("*.md")
	if err != nil || len(pages) != 6 {
		t.Fatalf("%d pages: %v", len(pages), err)
	}
	for _, page := range pages {
		for _, link := range regexp.MustCompile(`\]\(([^)#:]*)(?:#([\w-]+))?\)`).FindAllStringSubmatch(read(t, page), -1) {
			target := page
			if link[1] != "" {
				target = link[1]
			}
			text := read(t, target)
			heading := "(?mi)^#+ " + strings.ReplaceAll(link[2], "-", "[ -]") + "$"
			if link[2] != "" && !regexp.MustCompile(heading).MatchString(text) {
				t.Errorf("%s links to %s, which has no heading %s", page, target, link[2])
			}
		}
	}
}
