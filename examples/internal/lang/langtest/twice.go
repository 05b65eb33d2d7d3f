package langtest

import (
	"go/ast"
	"go/parser"
	"go/token"
	"slices"
	"strconv"
	"testing"
)

// Twice returns the keys that stand in more than one of the maps which a program of a folder joins by lang.Join, so that
// one text would win in silence over another, in the order in which they are joined.
func Twice(t *testing.T, dir string) []string {
	t.Helper()
	var joins [][]string
	keys := map[string][]string{} // of each map
	for _, file := range glob(t, dir, "*.go") {
		tree, err := parser.ParseFile(token.NewFileSet(), file, nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		ast.Inspect(tree, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.CallExpr:
				if f, ok := n.Fun.(*ast.SelectorExpr); ok && f.Sel.Name == "Join" {
					joins = append(joins, idents(n.Args))
				}
			case *ast.ValueSpec:
				for i, value := range n.Values {
					keys[n.Names[i].Name] = keysOf(value)
				}
			}
			return true
		})
	}
	var out []string
	for _, parts := range joins {
		var seen []string
		for _, part := range parts {
			for _, key := range keys[part] {
				if slices.Contains(seen, key) {
					out = append(out, key)
				}
				seen = append(seen, key)
			}
		}
	}
	return out
}

func idents(list []ast.Expr) (out []string) {
	for _, one := range list {
		if name, ok := one.(*ast.Ident); ok {
			out = append(out, name.Name)
		}
	}
	return out
}

// keysOf returns the keys of a map that is written out.
func keysOf(value ast.Expr) (out []string) {
	written, ok := value.(*ast.CompositeLit)
	if !ok {
		return nil
	}
	for _, one := range written.Elts {
		pair, ok := one.(*ast.KeyValueExpr)
		if !ok {
			continue
		}
		if text, ok := pair.Key.(*ast.BasicLit); ok && text.Kind == token.STRING {
			key, _ := strconv.Unquote(text.Value)
			out = append(out, key)
		}
	}
	return out
}
