// Package langtest finds what a program says in English only.
package langtest

import (
	"go/ast"
	"go/parser"
	"go/token"
	"html"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/hotelcrm/hotelcrm/examples/internal/lang"
)

// Said returns every text that the sources and templates of a folder say: the first literal given to Say, all of those
// given to Heads, without the # of columns of figures, and the plural given to Count, behind "%s ".
func Said(t *testing.T, dir string) []string {
	t.Helper()
	var out []string
	for _, file := range glob(t, dir, "*.go") {
		tree, err := parser.ParseFile(token.NewFileSet(), file, nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		ast.Inspect(tree, func(n ast.Node) bool {
			if call, ok := n.(*ast.CallExpr); ok {
				out = append(out, saidBy(call)...)
			}
			return true
		})
	}
	for _, file := range glob(t, dir, "*.html") {
		page, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		for _, match := range inTemplate.FindAllStringSubmatch(string(page), -1) {
			text, err := strconv.Unquote(match[1])
			if err != nil {
				t.Fatal(err)
			}
			out = append(out, text)
		}
	}
	return out
}

var inTemplate = regexp.MustCompile(`(?:\bt|\.Say) ("[^"]*")`)

func saidBy(call *ast.CallExpr) []string {
	name := ""
	switch f := call.Fun.(type) {
	case *ast.SelectorExpr:
		name = f.Sel.Name
	case *ast.Ident:
		name = f.Name
	}
	literals := func(args []ast.Expr) (out []string) {
		for _, arg := range args {
			if text, ok := arg.(*ast.BasicLit); ok && text.Kind == token.STRING {
				unquoted, _ := strconv.Unquote(text.Value)
				out = append(out, strings.TrimPrefix(unquoted, "#"))
			}
		}
		return out
	}
	switch {
	case strings.EqualFold(name, "say"):
		return literals(call.Args[:1])
	case strings.EqualFold(name, "heads"):
		return literals(call.Args)
	case strings.EqualFold(name, "count") && len(call.Args) == 4:
		for _, many := range literals(call.Args[3:]) {
			return []string{"%s " + many}
		}
	}
	return nil
}

func glob(t *testing.T, dir, pattern string) []string {
	t.Helper()
	files, err := filepath.Glob(filepath.Join(dir, pattern))
	if err != nil {
		t.Fatal(err)
	}
	return slices.DeleteFunc(files, func(file string) bool { return strings.HasSuffix(file, "_test.go") })
}

var verb = regexp.MustCompile(`%(\[\d\])?[sdv]`)

// Complete fails the test for each text that has no Chinese, and for each whose Chinese has not as many values.
func Complete(t *testing.T, words *lang.Catalogue, said []string) {
	t.Helper()
	for _, text := range said {
		zh, ok := words.Texts[text]
		switch {
		case !ok:
			t.Errorf("no Chinese for %q", text)
		case len(verb.FindAllString(text, -1)) != len(verb.FindAllString(zh, -1)):
			t.Errorf("%q and %q differ in the number of values", text, zh)
		}
	}
}

var (
	unread  = regexp.MustCompile(`(?s)<style>.*?</style>|<!--.*?-->|\b[0-9a-f]{64}\b|<([a-z0-9]+)[^>]* lang="en"[^>]*>[^<]*</[a-z0-9]+>`)
	tag     = regexp.MustCompile(`<[^>]*>`)
	labels  = regexp.MustCompile(` (?:aria-label|data-of|title|alt|placeholder)="([^"]*)"`)
	english = regexp.MustCompile(`[A-Za-z][a-z]+(?:[ \x{a0}'’-]+[A-Za-z]+)*`)
)

// English returns the English words that a reader of a Chinese page would meet, in texts and in labels, once each and in
// the order of the page. What an element with lang="en" holds is English on purpose, a checksum is no word, and so are
// the names that are allowed.
func English(page string, allowed ...string) []string {
	page = unread.ReplaceAllString(page, "")
	var texts []string
	for _, match := range labels.FindAllStringSubmatch(page, -1) {
		texts = append(texts, match[1])
	}
	texts = append(texts, tag.Split(page, -1)...)
	var pairs []string
	for _, name := range allowed {
		pairs = append(pairs, name, " ")
	}
	without := strings.NewReplacer(pairs...)
	var out []string
	for _, text := range texts {
		for _, found := range english.FindAllString(without.Replace(html.UnescapeString(text)), -1) {
			if !slices.Contains(out, found) {
				out = append(out, found)
			}
		}
	}
	return out
}
