package main

import (
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"testing"
)

// said returns every literal that the sources give to say and heads.
func said(t *testing.T) []string {
	t.Helper()
	files, err := filepath.Glob("*.go")
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	for _, file := range files {
		tree, err := parser.ParseFile(token.NewFileSet(), file, nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		ast.Inspect(tree, func(n ast.Node) bool {
			call, ok := n.(*ast.CallExpr)
			if !ok {
				return true
			}
			method, ok := call.Fun.(*ast.SelectorExpr)
			if !ok || (method.Sel.Name != "say" && method.Sel.Name != "heads") {
				return true
			}
			args := call.Args
			if method.Sel.Name == "say" {
				args = args[:1]
			}
			for _, arg := range args {
				if text, ok := arg.(*ast.BasicLit); ok {
					unquoted, _ := strconv.Unquote(text.Value)
					out = append(out, unquoted)
				}
			}
			return true
		})
	}
	page, err := os.ReadFile("page.html")
	if err != nil {
		t.Fatal(err)
	}
	for _, match := range regexp.MustCompile(`say "([^"]*)"`).FindAllStringSubmatch(string(page), -1) {
		out = append(out, match[1])
	}
	return out
}

var (
	figure = regexp.MustCompile(`^#`)
	verb   = regexp.MustCompile(`%(\[\d\])?[sd]`)
)

func TestEverythingIsSaidInChinese(t *testing.T) {
	list := said(t)
	if len(list) < 100 {
		t.Fatalf("only %d texts were found", len(list))
	}
	for _, text := range list {
		text = figure.ReplaceAllString(text, "")
		zh, ok := chinese[text]
		if !ok {
			t.Errorf("no Chinese for %q", text)
		}
		if a, b := len(verb.FindAllString(text, -1)), len(verb.FindAllString(zh, -1)); a != b {
			t.Errorf("%q has %d values, %q has %d", text, a, zh, b)
		}
	}
}

func TestNumbersAreGrouped(t *testing.T) {
	for in, want := range map[string]string{"0": "0", "999": "999", "1000": "1,000", "-1234567": "−1,234,567", "12345.678": "12,345.678"} {
		if got := group(in); got != want {
			t.Errorf("%s is written %s, want %s", in, got, want)
		}
	}
	if got := signed(1234) + " " + signed(-5) + " " + signed(0); got != "+1,234 −5 0" {
		t.Error(got)
	}
}
