package hotelcrm_test

import (
	"os"
	"regexp"
	"strings"
	"testing"
)

// TestQuickStartIsTheExample holds the README's quick start against the body of Example, line by line.
func TestQuickStartIsTheExample(t *testing.T) {
	readme, source := between(t, "README.md", "```go\n", "```"), between(t, "example_test.go", "func Example() {\n", "\t// Output:")
	var body strings.Builder
	for line := range strings.Lines(source) {
		body.WriteString(strings.TrimPrefix(line, "\t"))
	}
	if body.String() != readme {
		t.Errorf("the README's quick start is\n%s\nand the Example is\n%s", readme, body.String())
	}
	if n := strings.Count(readme, "\n"); n > 15 {
		t.Errorf("the quick start has %d lines, at most 15", n)
	}
}

// TestREADMELinksResolve: every relative link of the README leads to a file or folder.
func TestREADMELinksResolve(t *testing.T) {
	text, err := os.ReadFile("README.md")
	if err != nil {
		t.Fatal(err)
	}
	found := 0
	for _, link := range regexp.MustCompile(`\]\(([^)#:]+)\)`).FindAllStringSubmatch(string(text), -1) {
		found++
		if _, err := os.Stat(link[1]); err != nil {
			t.Errorf("link to %s: %v", link[1], err)
		}
	}
	if found == 0 {
		t.Error("no link found")
	}
}

// between returns the text of a file after the first mark and before the next second one.
func between(t *testing.T, file, from, to string) string {
	t.Helper()
	text, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	_, rest, ok := strings.Cut(string(text), from)
	inside, _, ok2 := strings.Cut(rest, to)
	if !ok || !ok2 {
		t.Fatalf("%s: nothing between %q and %q", file, from, to)
	}
	return inside
}
