package hotelcrm_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"strconv"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"
)

// What is refused and begins with a capital is a field, or a value as a whole: its name begins with that of a type.
func TestFieldsThatAreRefusedNameTheirType(t *testing.T) {
	files, types, seen := coreSources(t), map[string]bool{}, 0
	for _, file := range files {
		for name, object := range file.Scope.Objects {
			types[name] = types[name] || object.Kind == ast.Typ
		}
	}
	for path, file := range files {
		ast.Inspect(file, func(n ast.Node) bool {
			if param, ok := refusedParam(n); ok && unicode.IsUpper(first(param)) {
				seen++
				if name := strings.FieldsFunc(param, func(r rune) bool { return !unicode.IsLetter(r) })[0]; !types[name] {
					t.Errorf("%s: %s is the field of no type; want Type.Field", path, param)
				}
			}
			return true
		})
	}
	if seen < 100 {
		t.Errorf("%d names seen, want those of all packages", seen)
	}
}

// coreSources returns the parsed files of the core without its tests.
func coreSources(t *testing.T) map[string]*ast.File {
	t.Helper()
	out := map[string]*ast.File{}
	for _, path := range coreFiles(t) {
		if strings.HasSuffix(path, "_test.go") {
			continue
		}
		file, err := parser.ParseFile(token.NewFileSet(), path, nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		out[path] = file
	}
	return out
}

// refusedParam returns the name in a call of refuse that gives it as text.
func refusedParam(n ast.Node) (string, bool) {
	call, ok := n.(*ast.CallExpr)
	if !ok || len(call.Args) < 3 {
		return "", false
	}
	switch f := call.Fun.(type) {
	case *ast.Ident:
		ok = f.Name == "refuse"
	case *ast.SelectorExpr:
		of, _ := f.X.(*ast.Ident)
		ok = of != nil && (of.Name == "refuse" && f.Sel.Name == "Param" || of.Name == "share" && f.Sel.Name == "Check")
	default:
		ok = false
	}
	text, isText := leading(call.Args[0])
	return text, ok && isText
}

// leading returns the text that an expression begins with: one written out, a format's, the left end of a sum.
func leading(e ast.Expr) (string, bool) {
	switch e := e.(type) {
	case *ast.BasicLit:
		text, err := strconv.Unquote(e.Value)
		return text, err == nil
	case *ast.BinaryExpr:
		return leading(e.X)
	case *ast.CallExpr:
		if len(e.Args) > 0 {
			return leading(e.Args[0])
		}
	}
	return "", false
}

func first(text string) rune { r, _ := utf8.DecodeRuneInString(text); return r }
