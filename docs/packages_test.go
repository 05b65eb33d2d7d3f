package docs_test

import (
	"go/ast"
	"go/doc"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// packageText is what the tests of this folder need to know of a package.
type packageText struct {
	text    string            // its Go files, without tests
	symbols map[string]string // exported names, methods as Type.Method, with their documentation
}

// readPackage reads the package in a folder of the module, "" for the root.
func readPackage(t *testing.T, folder string) packageText {
	t.Helper()
	files, err := filepath.Glob(filepath.Join("..", filepath.FromSlash(folder), "*.go"))
	if err != nil {
		t.Fatal(err)
	}
	fset, parsed, text := token.NewFileSet(), []*ast.File{}, strings.Builder{}
	for _, file := range files {
		if strings.HasSuffix(file, "_test.go") {
			continue
		}
		source := read(t, file)
		text.WriteString(source)
		syntax, err := parser.ParseFile(fset, file, source, parser.ParseComments|parser.SkipObjectResolution)
		if err != nil {
			t.Fatal(err)
		}
		parsed = append(parsed, syntax)
	}
	if len(parsed) == 0 {
		t.Fatalf("no package in %q", folder)
	}
	pkg, err := doc.NewFromFiles(fset, parsed, folder)
	if err != nil {
		t.Fatal(err)
	}
	return packageText{text: text.String(), symbols: symbols(pkg)}
}

func symbols(pkg *doc.Package) map[string]string {
	out := map[string]string{}
	for _, f := range pkg.Funcs {
		out[f.Name] = f.Doc
	}
	for _, typ := range pkg.Types {
		out[typ.Name] = typ.Doc
		for _, f := range typ.Funcs {
			out[f.Name] = f.Doc
		}
		for _, m := range typ.Methods {
			out[typ.Name+"."+m.Name] = m.Doc
		}
	}
	return out
}

// publicPackages returns the folders of the packages that a user may import, "." for the root.
func publicPackages(t *testing.T) []string {
	t.Helper()
	var out []string
	err := fs.WalkDir(os.DirFS(".."), ".", func(name string, entry fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case entry.IsDir() && name != "." && strings.HasPrefix(entry.Name(), "."):
			return fs.SkipDir
		case entry.IsDir() && slices.Contains([]string{"internal", "testdata", "examples", "tools", "docs", "benchmarks"}, entry.Name()):
			return fs.SkipDir
		case strings.HasSuffix(name, ".go") && !strings.HasSuffix(name, "_test.go"):
			if folder := filepath.ToSlash(filepath.Dir(name)); !slices.Contains(out, folder) {
				out = append(out, folder)
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return out
}

// TestEveryPackageIsListed: the root's documentation and the README have a line for each package, the README one for each
// program too.
func TestEveryPackageIsListed(t *testing.T) {
	root, readme := read(t, "../doc.go"), read(t, "../README.md")
	for _, name := range publicPackages(t) {
		if name == "." {
			continue
		}
		if !strings.Contains(root, "\n//\t"+name+" ") {
			t.Errorf("doc.go does not list %s", name)
		}
		if !strings.Contains(readme, "| `hotelcrm/"+name+"` |") {
			t.Errorf("README.md does not list %s", name)
		}
	}
	programs, err := filepath.Glob("../examples/*/main.go")
	if err != nil || len(programs) == 0 {
		t.Fatalf("%d programs: %v", len(programs), err)
	}
	for _, file := range programs {
		if name := filepath.Base(filepath.Dir(file)); !strings.Contains(readme, "| `examples/"+name+"` |") {
			t.Errorf("README.md does not list examples/%s", name)
		}
	}
}
