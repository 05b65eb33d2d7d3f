package hotelcrm_test

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

const (
	modulePath = "github.com/hotelcrm/hotelcrm"
	decimalPkg = "github.com/shopspring/decimal"
	gonumPkg   = "gonum.org/v1/gonum"
	expPkg     = "golang.org/x/exp/constraints"
	goCmpPkg   = "github.com/google/go-cmp"
	rapidPkg   = "pgregory.net/rapid"
)

// A room is what one package may import. Own packages are written as folders, "." for the root.
type room struct {
	imports []string // own and third-party packages
	std     []string // standard packages that are forbidden elsewhere
	tests   []string // own packages that only the tests read, beside those of everyRoomsTests
	planned bool     // may be missing; take the mark away once the package is there
}

// rooms lists every package of the core module. Imports point down only.
var rooms = map[string]room{
	".":                        {imports: []string{"internal/enum", "internal/int128", "internal/plural", "internal/radix", "internal/share", "internal/wire", decimalPkg}, tests: []string{"rfm", "segment"}},
	"loyalty":                  {imports: []string{".", "internal/choice", "internal/enum", "internal/plural", "internal/refuse", "internal/share", "internal/strict", decimalPkg}},
	"loyalty/points":           {imports: []string{".", "internal/choice", "internal/enum", "internal/refuse", "internal/wire", decimalPkg}},
	"loyalty/points/liability": {imports: []string{".", "internal/choice", "internal/enum", "internal/plural", "internal/refuse", "loyalty/points", decimalPkg}},
	"loyalty/points/posting":   {imports: []string{".", "loyalty", "loyalty/points"}, tests: []string{decimalPkg}},
	"rfm":                      {imports: []string{".", "internal/choice", "internal/enum", "internal/jenks", "internal/plural", "internal/refuse", "internal/strict", decimalPkg}},
	"satisfaction":             {imports: []string{".", "internal/choice", "internal/enum", "internal/holm", "internal/plural", "internal/refuse", "internal/share", "internal/strict", "internal/welch", "internal/wire", "satisfaction/weight", decimalPkg, gonumPkg}},
	"satisfaction/weight":      {imports: []string{".", "internal/choice", "internal/enum", "internal/plural", "internal/refuse", decimalPkg, gonumPkg}},
	"segment":                  {imports: []string{".", "rfm", "valuation", "internal/choice", "internal/enum", "internal/exact", "internal/plural", "internal/refuse", "internal/share", "internal/strict", decimalPkg}},
	"segment/cluster":          {imports: []string{".", "internal/choice", "internal/enum", "internal/plural", "internal/radix", "internal/refuse", "internal/share", "segment"}},
	"segment/concentration":    {imports: []string{".", "internal/choice", "internal/enum", "internal/exact", "internal/int128", "internal/radix", "internal/refuse", decimalPkg}},
	"segment/experiment":       {imports: []string{".", "valuation", "internal/choice", "internal/enum", "internal/exact", "internal/figure", "internal/holm", "internal/plural", "internal/refuse", "internal/welch", decimalPkg, gonumPkg}},
	"segment/funnel":           {imports: []string{".", "valuation", "internal/badrows", "internal/choice", "internal/enum", "internal/exact", "internal/figure", "internal/plural", "internal/refuse", decimalPkg}},
	"segment/lifecycle":        {imports: []string{".", "segment/movement", "internal/badrows", "internal/choice", "internal/enum", "internal/exact", "internal/plural", "internal/refuse", "internal/share", decimalPkg}},
	"segment/movement":         {imports: []string{".", "segment", "valuation", "internal/badrows", "internal/choice", "internal/enum", "internal/figure", "internal/plural", "internal/refuse", "internal/strict", decimalPkg}},
	"segment/tree":             {imports: []string{".", "internal/choice", "internal/enum", "internal/jenks", "internal/plural", "internal/radix", "internal/refuse", "internal/share", "internal/strict", "segment", decimalPkg, gonumPkg}, tests: []string{"segment/cluster"}},
	"valuation":                {imports: []string{".", "internal/badrows", "internal/choice", "internal/enum", "internal/figure", "internal/plural", "internal/refuse", "internal/share", "internal/strict", decimalPkg}},
	"valuation/btyd":           {imports: []string{".", "internal/figure", "internal/plural", "internal/radix", "internal/refuse", "internal/share", "internal/special", "internal/strict", "internal/wire", "valuation", decimalPkg, gonumPkg}},
	"internal/badrows":         {imports: []string{"."}},
	"internal/choice":          {imports: []string{"internal/enum", "internal/refuse"}, tests: []string{"."}},
	"internal/enum":            {},
	"internal/exact":           {imports: []string{".", decimalPkg}},
	"internal/figure":          {imports: []string{"internal/refuse"}, tests: []string{"."}},
	"internal/holm":            {},
	"internal/int128":          {},
	"internal/jenks":           {},
	"internal/plural":          {},
	"internal/radix":           {imports: []string{"internal/share"}},
	"internal/refuse":          {imports: []string{"."}},
	"internal/share":           {},
	"internal/sim":             {imports: []string{".", decimalPkg}},
	"internal/special":         {},
	"internal/strict":          {imports: []string{".", "internal/refuse"}},
	"internal/welch":           {imports: []string{gonumPkg}},
	"internal/wire":            {},

	// The cookbook: tests only, a reader's view of the whole house.
	"docs": {imports: []string{decimalPkg}, tests: []string{".", "loyalty", "loyalty/points", "loyalty/points/posting", "rfm", "satisfaction", "satisfaction/weight", "segment", "segment/cluster", "segment/funnel", "segment/lifecycle", "segment/tree", "valuation", "valuation/btyd"}},

	// Helpers of tests, which read and write files.
	"internal/golden":     {imports: []string{goCmpPkg}, std: []string{"os"}, planned: true},
	"internal/enumtest":   {},
	"internal/publicdata": {std: []string{"os"}},
	"internal/refusetest": {imports: []string{"."}},
}

// everyRoomsTests may be imported by any test, beside what the package itself may import.
var everyRoomsTests = []string{"internal/enumtest", "internal/sim", "internal/golden", "internal/publicdata", "internal/refusetest", goCmpPkg, rapidPkg}

// thirdParty lists who may use a third-party package at all: a row of rooms cannot allow more than this.
var thirdParty = map[string][]string{
	decimalPkg: {"."},
	gonumPkg:   {"valuation", "satisfaction", "segment", "internal/welch"},
	expPkg:     {"internal"},
	goCmpPkg:   {"internal/golden"},
}

// forbiddenStd lists the standard packages that a pure library does without, and why.
var forbiddenStd = map[string]string{
	"log":          "a library does not log",
	"log/slog":     "a library does not log",
	"net/http":     "a library does not serve or fetch",
	"os":           "a library reads what it is given, no files and no environment",
	"math/rand":    "use math/rand/v2 with a seed that the caller gives",
	"unsafe":       "the core has no need of it",
	"reflect":      "the core has no need of it",
	"database/sql": "a library reads what it is given, no database",
}

// forbiddenNames lists the names of standard packages that must not be used, and why.
var forbiddenNames = map[string]string{
	"time.Now":    "the date is an argument",
	"time.Since":  "the date is an argument",
	"time.Until":  "the date is an argument",
	"fmt.Print":   "a library does not print",
	"fmt.Printf":  "a library does not print",
	"fmt.Println": "a library does not print",
}

func TestPackagesKeepToTheHouse(t *testing.T) {
	found := map[string]bool{}
	for _, file := range coreFiles(t) {
		found[path.Dir(file)] = true
		source, err := os.ReadFile(filepath.FromSlash(file))
		if err != nil {
			t.Fatal(err)
		}
		for _, complaint := range checkFile(file, source) {
			t.Error(complaint)
		}
	}
	for dir, r := range rooms {
		if !found[dir] && !r.planned {
			t.Errorf("%s is listed in arch_test.go but has no Go file", dir)
		}
		for _, pkg := range r.imports {
			if reason := refusedThirdParty(dir, pkg); reason != "" {
				t.Errorf("arch_test.go lets %s import %s: %s", dir, pkg, reason)
			}
		}
	}
}

// coreFiles returns the Go files of the core module, slash-separated, without nested modules, testdata and folders
// that the go command ignores.
func coreFiles(t *testing.T) []string {
	t.Helper()
	var files []string
	err := filepath.WalkDir(".", func(name string, entry fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case entry.IsDir():
			if name != "." && outsideCore(name, entry.Name()) {
				return filepath.SkipDir
			}
		case strings.HasSuffix(name, ".go"):
			files = append(files, filepath.ToSlash(name))
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return files
}

func outsideCore(dir, base string) bool {
	_, err := os.Stat(filepath.Join(dir, "go.mod"))
	return err == nil || base == "testdata" || base[0] == '.' || base[0] == '_'
}

// checkFile returns one complaint for each rule that a file of the core module breaks.
func checkFile(file string, source []byte) []string {
	dir := path.Dir(file)
	r, listed := rooms[dir]
	if !listed {
		return []string{fmt.Sprintf("%s: package %s is not listed in arch_test.go", file, dir)}
	}
	isTest := strings.HasSuffix(file, "_test.go")
	mode := parser.SkipObjectResolution
	if isTest {
		mode |= parser.ImportsOnly
	}
	fset := token.NewFileSet()
	syntax, err := parser.ParseFile(fset, file, source, mode)
	if err != nil {
		return []string{err.Error()}
	}
	if isTest {
		r.imports = slices.Concat(r.imports, r.tests, everyRoomsTests, []string{dir})
	}
	var complaints []string
	for _, spec := range syntax.Imports {
		if reason := refusedImport(dir, r, spec, isTest); reason != "" {
			pkg, _ := strconv.Unquote(spec.Path.Value)
			complaints = append(complaints, fmt.Sprintf("%s imports %s: %s", file, pkg, reason))
		}
	}
	if isTest {
		return complaints
	}
	for _, f := range slices.Concat(refusedDecls(syntax), refusedUses(dir, syntax)) {
		complaints = append(complaints, fmt.Sprintf("%s:%d %s", file, fset.Position(f.pos).Line, f.text))
	}
	return complaints
}

// refusedImport returns why the package in dir may not import what spec names, or "".
func refusedImport(dir string, r room, spec *ast.ImportSpec, isTest bool) string {
	pkg, _ := strconv.Unquote(spec.Path.Value)
	own, isOwn := ownPackage(pkg)
	switch {
	case !isTest && spec.Name != nil && spec.Name.Name == ".":
		return "dot imports hide where a name comes from"
	case isOwn:
		if !slices.Contains(r.imports, own) {
			return "not among the imports that arch_test.go allows"
		}
	case !strings.Contains(strings.Split(pkg, "/")[0], "."): // standard library
		if reason := forbiddenStd[pkg]; reason != "" && !isTest && !slices.Contains(r.std, pkg) {
			return reason
		}
	default:
		if !slices.ContainsFunc(r.imports, func(allowed string) bool { return within(pkg, allowed) }) {
			return "not among the imports that arch_test.go allows"
		}
		if !isTest {
			return refusedThirdParty(dir, pkg)
		}
	}
	return ""
}

// refusedThirdParty returns why no package in dir may use the third-party package pkg, or "".
func refusedThirdParty(dir, pkg string) string {
	if !strings.Contains(strings.Split(pkg, "/")[0], ".") || pkg == "." {
		return "" // an own package
	}
	for name, dirs := range thirdParty {
		if !within(pkg, name) {
			continue
		}
		if slices.ContainsFunc(dirs, func(d string) bool { return d == "." || within(dir, d) }) {
			return ""
		}
		return "allowed below " + strings.Join(dirs, ", ") + " only"
	}
	return "not a dependency of the core module"
}

// ownPackage returns the folder of a package of this module.
func ownPackage(pkg string) (string, bool) {
	if pkg == modulePath {
		return ".", true
	}
	return strings.CutPrefix(pkg, modulePath+"/")
}

// within reports whether name is parent or lies below it.
func within(name, parent string) bool {
	return name == parent || strings.HasPrefix(name, parent+"/")
}

type finding struct {
	pos  token.Pos
	text string
}

// refusedDecls finds init functions and exported variables other than errors.
func refusedDecls(file *ast.File) []finding {
	var found []finding
	for _, decl := range file.Decls {
		switch d := decl.(type) {
		case *ast.FuncDecl:
			if d.Recv == nil && d.Name.Name == "init" {
				found = append(found, finding{d.Pos(), "declares init: importing a package does nothing"})
			}
		case *ast.GenDecl:
			if d.Tok == token.VAR {
				found = append(found, refusedVars(d)...)
			}
		}
	}
	return found
}

func refusedVars(decl *ast.GenDecl) []finding {
	var found []finding
	for _, spec := range decl.Specs {
		for _, name := range spec.(*ast.ValueSpec).Names {
			if name.IsExported() && !strings.HasPrefix(name.Name, "Err") {
				text := "declares variable " + name.Name + ": anybody could change it; use a constant or a function"
				found = append(found, finding{name.Pos(), text})
			}
		}
	}
	return found
}

// refusedUses finds forbidden names of standard packages and, outside internal, calls of panic and print.
func refusedUses(dir string, file *ast.File) []finding {
	packages := map[string]string{} // local name to import path
	for _, spec := range file.Imports {
		pkg, _ := strconv.Unquote(spec.Path.Value)
		packages[path.Base(pkg)] = pkg
		if spec.Name != nil {
			packages[spec.Name.Name] = pkg
		}
	}
	var found []finding
	ast.Inspect(file, func(node ast.Node) bool {
		switch n := node.(type) {
		case *ast.SelectorExpr:
			if x, ok := n.X.(*ast.Ident); ok {
				name := packages[x.Name] + "." + n.Sel.Name
				if reason := forbiddenNames[name]; reason != "" {
					found = append(found, finding{n.Pos(), "uses " + name + ": " + reason})
				}
			}
		case *ast.CallExpr:
			if reason := refusedBuiltin(dir, n); reason != "" {
				found = append(found, finding{n.Pos(), reason})
			}
		}
		return true
	})
	return found
}

func refusedBuiltin(dir string, call *ast.CallExpr) string {
	name, ok := call.Fun.(*ast.Ident)
	switch {
	case ok && name.Name == "panic" && !within(dir, "internal"):
		return "calls panic: return an error"
	case ok && (name.Name == "print" || name.Name == "println"):
		return "calls " + name.Name + ": a library does not print"
	}
	return ""
}

func TestHouseRulesCanBeBroken(t *testing.T) {
	const own = modulePath + "/"
	tests := []struct {
		name, file, source string
		want               string // empty: no complaint
	}{
		{"allowed imports", "rfm/a.go", `import ("fmt"; "` + decimalPkg + `"; "` + modulePath + `")`, ""},
		{"unknown package", "util/a.go", ``, "util/a.go: package util is not listed in arch_test.go"},
		{"syntax error", "rfm/a.go", `func`, "rfm/a.go:2:5: expected 'IDENT', found 'EOF'"},
		{"upward import", "rfm/a.go", `import "` + own + `segment"`, "rfm/a.go imports " + own + "segment: not among the imports that arch_test.go allows"},
		{"leaf with a dependency", "internal/enum/a.go", `import "` + decimalPkg + `"`, "internal/enum/a.go imports " + decimalPkg + ": not among the imports that arch_test.go allows"},
		{"look-alike path", "rfm/a.go", `import "` + modulePath + `x"`, "rfm/a.go imports " + modulePath + "x: not among the imports that arch_test.go allows"},
		{"log", "rfm/score.go", `import "log"`, "rfm/score.go imports log: a library does not log"},
		{"old random numbers", "rfm/a.go", `import "math/rand"`, "rfm/a.go imports math/rand: use math/rand/v2 with a seed that the caller gives"},
		{"new random numbers", "rfm/a.go", `import "math/rand/v2"`, ""},
		{"dot import", "rfm/a.go", `import . "fmt"`, "rfm/a.go imports fmt: dot imports hide where a name comes from"},
		{"files where they are the purpose", "internal/golden/a.go", `import "os"`, ""},
		{"tools of a test", "rfm/a_test.go", `import ("os"; "log"; "` + own + `rfm"; "` + own + `internal/sim"; "` + goCmpPkg + `/cmp"; "` + rapidPkg + `")`, ""},
		{"tools of a test outside it", "rfm/a.go", `import "` + rapidPkg + `"`, "rfm/a.go imports " + rapidPkg + ": not among the imports that arch_test.go allows"},
		{"foreign test tool", "rfm/a_test.go", `import "github.com/stretchr/testify/assert"`, "rfm/a_test.go imports github.com/stretchr/testify/assert: not among the imports that arch_test.go allows"},
		{"upward import of a test", "rfm/a_test.go", `import "` + own + `segment"`, "rfm/a_test.go imports " + own + "segment: not among the imports that arch_test.go allows"},
		{"clock", "rfm/a.go", "import \"time\"\nvar now = time.Now", "rfm/a.go:3 uses time.Now: the date is an argument"},
		{"clock renamed", "rfm/a.go", "import clock \"time\"\nvar now = clock.Now()", "rfm/a.go:3 uses time.Now: the date is an argument"},
		{"dates", "rfm/a.go", "import \"time\"\nvar may = time.May", ""},
		{"print", "rfm/a.go", "import \"fmt\"\nfunc f() { fmt.Println() }", "rfm/a.go:3 uses fmt.Println: a library does not print"},
		{"built-in print", "internal/enum/a.go", `func f() { println() }`, "internal/enum/a.go:2 calls println: a library does not print"},
		{"panic", "rfm/a.go", `func f() { panic("no") }`, "rfm/a.go:2 calls panic: return an error"},
		{"panic inside", "internal/enum/a.go", `func f() { panic("broken invariant") }`, ""},
		{"init", "rfm/a.go", `func init() {}`, "rfm/a.go:2 declares init: importing a package does nothing"},
		{"method init", "rfm/a.go", `func (T) init() {}`, ""},
		{"exported variable", "rfm/a.go", `var a, Default = 1, 2`, "rfm/a.go:2 declares variable Default: anybody could change it; use a constant or a function"},
		{"error variable", "rfm/a.go", `var ErrNone error`, ""},
		{"variable in a function", "rfm/a.go", `func f() { var X int; _ = X }`, ""},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			got := strings.Join(checkFile(test.file, []byte("package p\n"+test.source)), "\n")
			if got != test.want {
				t.Errorf("got  %s\nwant %s", got, test.want)
			}
		})
	}
}

func TestThirdPartyPackagesKeepToTheirFloor(t *testing.T) {
	tests := []struct{ dir, pkg, want string }{
		{"rfm", decimalPkg, ""},
		{"valuation/btyd", gonumPkg + "/mathext", ""},
		{"rfm", gonumPkg + "/stat", "allowed below valuation, satisfaction, segment, internal/welch only"},
		{"segments", gonumPkg, "allowed below valuation, satisfaction, segment, internal/welch only"},
		{"internal/block", expPkg, ""},
		{"loyalty", expPkg, "allowed below internal only"},
		{"rfm", "golang.org/x/exp/slices", "not a dependency of the core module"},
		{"rfm", "internal/enum", ""},
	}
	for _, test := range tests {
		if got := refusedThirdParty(test.dir, test.pkg); got != test.want {
			t.Errorf("%s importing %s: got %q, want %q", test.dir, test.pkg, got, test.want)
		}
	}
}
