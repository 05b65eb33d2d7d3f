package hotelcrm_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"path"
	"slices"
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
			name = file.Name.Name + "." + name
			types[name] = types[name] || object.Kind == ast.Typ
		}
	}
	places := paramPlaces(files)
	for at, file := range files {
		ast.Inspect(file, func(n ast.Node) bool {
			if param, ok := refusedParam(n, file.Name.Name, places); ok && unicode.IsUpper(first(param)) {
				seen++
				if name := strings.FieldsFunc(param, func(r rune) bool { return !unicode.IsLetter(r) })[0]; !known(types, file, name) {
					t.Errorf("%s: %s is the field of no type; want Type.Field", at, param)
				}
			}
			return true
		})
	}
	if seen < 200 {
		t.Errorf("%d names seen, want those of all packages", seen)
	}
}

// known reports whether a type has the name in the package of a file, or in one that it imports.
func known(types map[string]bool, file *ast.File, name string) bool {
	if types[file.Name.Name+"."+name] {
		return true
	}
	return slices.ContainsFunc(file.Imports, func(i *ast.ImportSpec) bool {
		return types[strings.Trim(path.Base(i.Path.Value), `"`)+"."+name]
	})
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

// paramPlaces returns which argument of a function is the name of a parameter, by package.name.
func paramPlaces(files map[string]*ast.File) map[string]int {
	out := map[string]int{}
	for _, file := range files {
		for _, d := range file.Decls {
			f, ok := d.(*ast.FuncDecl)
			if !ok {
				continue
			}
			place := 0
			for _, list := range f.Type.Params.List {
				for _, name := range list.Names {
					if name.Name == "param" {
						out[file.Name.Name+"."+f.Name.Name] = place
					}
					place++
				}
			}
		}
	}
	return out
}

// refusedParam returns the name that a call in a package hands on, where it is given as text.
func refusedParam(n ast.Node, pkg string, places map[string]int) (string, bool) {
	call, ok := n.(*ast.CallExpr)
	if !ok {
		return "", false
	}
	name := ""
	switch f := call.Fun.(type) {
	case *ast.Ident:
		name = pkg + "." + f.Name
	case *ast.SelectorExpr:
		name = pkg + "." + f.Sel.Name
		if of, ok := f.X.(*ast.Ident); ok && of.Obj == nil {
			name = of.Name + "." + f.Sel.Name
		}
	}
	place, ok := places[name]
	if !ok || place >= len(call.Args) {
		return "", false
	}
	return leading(call.Args[place])
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
