package docs_test

import (
	"go/ast"
	"go/doc"
	"go/parser"
	"go/token"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// TestEveryCallHasAnExample: the Example a reader looks for is there, and runs. By the naming convention each exported
// function, constructor and type with methods has one; a type has it too if a method or constructor of it has. Of each
// further method an Example of its package has a call, by name. Left out by kind are:
//
//   - enums: types all of whose methods are those of a text (String, MarshalText and the like), shown by Parse or in use;
//   - methods that encoding/json, errors, fmt or database/sql call for the user, and Validate, which all configurations
//     share;
//   - plain accessors: methods without parameters that do nothing but return a field.
func TestEveryCallHasAnExample(t *testing.T) {
	for _, folder := range publicPackages(t) {
		pkg, called := readExamples(t, folder)
		for _, f := range pkg.Funcs {
			if len(f.Examples) == 0 {
				t.Errorf("%s: func %s has no Example", folder, f.Name)
			}
			haveSituation(t, folder, f.Examples)
		}
		for _, typ := range pkg.Types {
			lackingOf(t, folder, typ, called)
		}
	}
}

func lackingOf(t *testing.T, folder string, typ *doc.Type, called map[string]bool) {
	t.Helper()
	shown, enum := len(typ.Examples) > 0, true
	haveSituation(t, folder, typ.Examples)
	for _, f := range typ.Funcs {
		haveSituation(t, folder, f.Examples)
		if len(f.Examples) == 0 {
			t.Errorf("%s: func %s has no Example", folder, f.Name)
		}
		shown = true
	}
	for _, m := range typ.Methods {
		haveSituation(t, folder, m.Examples)
		shown = shown || len(m.Examples) > 0
		enum = enum && slices.Contains(textMethods, m.Name)
		if len(m.Examples) == 0 && !called[m.Name] && !slices.Contains(calledForUs, m.Name) && !isAccessor(m.Decl) {
			t.Errorf("%s: no Example calls %s.%s", folder, typ.Name, m.Name)
		}
	}
	if len(typ.Methods) > 0 && !shown && !enum {
		t.Errorf("%s: type %s has no Example", folder, typ.Name)
	}
}

// haveSituation wants the name of an Example to say when it happens: ExampleOf_quietNovember, not ExampleOf.
func haveSituation(t *testing.T, folder string, examples []*doc.Example) {
	t.Helper()
	for _, e := range examples {
		if e.Suffix == "" {
			t.Errorf("%s: Example%s names no situation", folder, e.Name)
		}
	}
}

var (
	textMethods = []string{"String", "AppendText", "MarshalText", "UnmarshalText"}
	calledForUs = append([]string{
		"MarshalJSON", "UnmarshalJSON", "MarshalBinary", "AppendBinary", "UnmarshalBinary", "Scan", "Value",
		"Error", "Unwrap", "Is", "Validate",
	}, textMethods...)
)

// isAccessor reports whether a method has no parameters and a single statement that returns a field, or fields of fields.
func isAccessor(method *ast.FuncDecl) bool {
	if method.Type.Params.NumFields() > 0 || len(method.Body.List) != 1 {
		return false
	}
	back, ok := method.Body.List[0].(*ast.ReturnStmt)
	if !ok || len(back.Results) != 1 {
		return false
	}
	result := back.Results[0]
	for {
		field, ok := result.(*ast.SelectorExpr)
		if !ok {
			_, ok := result.(*ast.Ident)
			return ok
		}
		result = field.X
	}
}

// readExamples returns the documentation of a package with its Examples, and the names of the methods that they call.
func readExamples(t *testing.T, folder string) (*doc.Package, map[string]bool) {
	t.Helper()
	names, err := filepath.Glob(filepath.Join("..", filepath.FromSlash(folder), "*.go"))
	if err != nil {
		t.Fatal(err)
	}
	fset, files, called := token.NewFileSet(), []*ast.File{}, map[string]bool{}
	for _, name := range names {
		file, err := parser.ParseFile(fset, name, nil, parser.ParseComments)
		if err != nil {
			t.Fatal(err)
		}
		files = append(files, file)
		if !strings.HasSuffix(name, "_test.go") {
			continue
		}
		methodsCalled(file, called)
		for _, e := range doc.Examples(file) {
			if e.Output == "" {
				t.Errorf("%s: Example%s has no output and is never run", name, e.Name)
			}
		}
	}
	pkg, err := doc.NewFromFiles(fset, files, "github.com/hotelcrm/hotelcrm/"+folder, doc.PreserveAST)
	if err != nil {
		t.Fatal(err)
	}
	return pkg, called
}

func methodsCalled(file *ast.File, called map[string]bool) {
	imported := map[string]bool{}
	for _, line := range file.Imports {
		imported[strings.Trim(filepath.Base(line.Path.Value), `"`)] = true
	}
	for _, d := range file.Decls {
		f, ok := d.(*ast.FuncDecl)
		if !ok || f.Recv != nil || !strings.HasPrefix(f.Name.Name, "Example") {
			continue
		}
		ast.Inspect(f.Body, func(n ast.Node) bool {
			call, ok := n.(*ast.CallExpr)
			if !ok {
				return true
			}
			if method, ok := call.Fun.(*ast.SelectorExpr); ok {
				if of, ok := method.X.(*ast.Ident); !ok || !imported[of.Name] {
					called[method.Sel.Name] = true
				}
			}
			return true
		})
	}
}
