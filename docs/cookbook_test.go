package docs_test

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// TestCookbookIsTheCode holds every block of the cookbook against the files of this folder: Go code is a piece of one of
// them, as it stands or indented by a tab, and output is that of an example.
func TestCookbookIsTheCode(t *testing.T) {
	code := sources(t)
	blocks := regexp.MustCompile("(?s)```(\\w*)\n(.*?)```").FindAllStringSubmatch(read(t, "cookbook.md"), -1)
	if len(blocks) < 10 {
		t.Fatalf("%d blocks of code", len(blocks))
	}
	for _, block := range blocks {
		language, text := block[1], block[2]
		switch {
		case language == "go" && (strings.Contains(code, text) || strings.Contains(code, indented(text, "\t"))):
		case language == "text" && strings.Contains(code, "\t// Output:\n"+indented(text, "\t// ")+"}\n"):
		case language != "go" && language != "text":
			t.Errorf("a block of %q: want go or text", language)
		default:
			t.Errorf("this %s block is in no file of docs:\n%s", language, text)
		}
	}
}

// TestCookbookHasEveryRecipe: each example of this folder is shown with its output.
func TestCookbookHasEveryRecipe(t *testing.T) {
	book := read(t, "cookbook.md")
	examples := regexp.MustCompile(`(?s)\nfunc (Example_\w+)\(\) \{\n(.*?)\t// Output:\n(.*?)\n}\n`).FindAllStringSubmatch(sources(t), -1)
	if len(examples) != 5 {
		t.Errorf("%d examples, want 5", len(examples))
	}
	for _, e := range examples {
		body := strings.ReplaceAll("\n"+e[2], "\n\t", "\n")[1:]
		output := strings.ReplaceAll("\n"+e[3], "\n\t// ", "\n")[1:]
		if !strings.Contains(book, "```go\n"+body+"```") || !strings.Contains(book, "```text\n"+output+"\n```") {
			t.Errorf("cookbook.md does not show %s and its output", e[1])
		}
	}
}

// sources returns the text of all Go files of this folder.
func sources(t *testing.T) string {
	t.Helper()
	files, err := filepath.Glob("*_test.go")
	if err != nil {
		t.Fatal(err)
	}
	var text strings.Builder
	for _, file := range files {
		text.WriteString(read(t, file))
	}
	return text.String()
}

func read(t *testing.T, file string) string {
	t.Helper()
	text, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

// indented returns the text with a mark before each line that is not empty.
func indented(text, mark string) string {
	var out strings.Builder
	for line := range strings.Lines(text) {
		if line != "\n" {
			out.WriteString(mark)
		}
		out.WriteString(line)
	}
	return out.String()
}
