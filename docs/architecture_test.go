package docs_test

import (
	"go/parser"
	"go/token"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// TestPlanShowsTheHouse: the plan lists each public package once, with the public packages it imports.
func TestPlanShowsTheHouse(t *testing.T) {
	planned := planRows(t)
	packages := publicPackages(t)
	for _, name := range packages {
		reads, listed := planned[name]
		if want := publicImports(t, name); !listed || !slices.Equal(reads, want) {
			t.Errorf("%s: the plan says it reads %q (listed: %t); it imports %q", name, reads, listed, want)
		}
	}
	if len(planned) != len(packages) {
		t.Errorf("the plan lists %d packages, the house has %d", len(planned), len(packages))
	}
}

// planRows returns the packages of the plan's table with what they read.
func planRows(t *testing.T) map[string][]string {
	t.Helper()
	out := map[string][]string{}
	_, table, _ := strings.Cut(read(t, "architecture.md"), "| package | reads |")
	for line := range strings.Lines(table) {
		if cells := strings.Split(line, "|"); len(cells) == 5 && strings.Contains(cells[1], "`") {
			out[strings.Trim(cells[1], " `")] = quoted(cells[2])
		}
	}
	return out
}

// quoted returns the names between backquotes in s.
func quoted(s string) []string {
	var out []string
	for i, part := range strings.Split(s, "`") {
		if i%2 == 1 {
			out = append(out, part)
		}
	}
	return out
}

// publicImports returns the public packages, but for the root, that a package's code imports, in the order of their names.
func publicImports(t *testing.T, folder string) []string {
	t.Helper()
	files, err := filepath.Glob(filepath.Join("..", filepath.FromSlash(folder), "*.go"))
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	for _, file := range files {
		if strings.HasSuffix(file, "_test.go") {
			continue
		}
		syntax, err := parser.ParseFile(token.NewFileSet(), file, nil, parser.ImportsOnly)
		if err != nil {
			t.Fatal(err)
		}
		for _, spec := range syntax.Imports {
			name, own := strings.CutPrefix(strings.Trim(spec.Path.Value, `"`), "github.com/hotelcrm/hotelcrm/")
			if own && !strings.HasPrefix(name, "internal/") && !slices.Contains(out, name) {
				out = append(out, name)
			}
		}
	}
	slices.Sort(out)
	return out
}
