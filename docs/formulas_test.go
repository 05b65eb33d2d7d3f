package docs_test

import (
	"regexp"
	"slices"
	"strings"
	"testing"
)

// formulaRow is one row of formulas.md.
type formulaRow struct{ pkg, source, function string }

func formulaRows(t *testing.T) []formulaRow {
	t.Helper()
	var rows []formulaRow
	var pkg string
	heading := regexp.MustCompile("^## .*: `(.+)`$")
	row := regexp.MustCompile("^\\| .* \\| ((?:[^|]|\\\\\\|)*) \\| `([\\w.]+)` \\|$")
	for line := range strings.Lines(read(t, "formulas.md")) {
		line = strings.TrimSuffix(line, "\n")
		if m := heading.FindStringSubmatch(line); m != nil {
			pkg = m[1]
		} else if m := row.FindStringSubmatch(line); m != nil {
			rows = append(rows, formulaRow{pkg: strings.TrimPrefix(pkg, "hotelcrm"), source: m[1], function: m[2]})
		} else if strings.HasPrefix(line, "| ") && !strings.HasPrefix(line, "| what") && !strings.HasPrefix(line, "| ---") {
			t.Errorf("not a row of four cells: %s", line)
		}
	}
	return rows
}

// TestFormulasNameFunctionsThatExist also asks that each author and year stand close together in the package's comments.
func TestFormulasNameFunctionsThatExist(t *testing.T) {
	rows := formulaRows(t)
	if len(rows) < 100 {
		t.Errorf("%d rows", len(rows))
	}
	packages := map[string]packageText{}
	citation := regexp.MustCompile(`(?:^|; )(?:[a-z ]+ of )?([\p{Lu}][\p{L}-]+)[^;(]*\((\d{4})\)`)
	for _, r := range rows {
		if _, ok := packages[r.pkg]; !ok {
			packages[r.pkg] = readPackage(t, r.pkg)
		}
		p := packages[r.pkg]
		if _, ok := p.symbols[r.function]; !ok {
			t.Errorf("%s has no %s", r.pkg, r.function)
		}
		for _, c := range citation.FindAllStringSubmatch(r.source, -1) {
			if !regexp.MustCompile(`(?s)` + c[1] + `.{0,400}?` + c[2]).MatchString(p.text) {
				t.Errorf("%s does not name %s (%s)", r.pkg, c[1], c[2])
			}
		}
	}
}

// TestFormulasAreComplete: a name whose documentation has a formula and a source has a row, or its type has one.
func TestFormulasAreComplete(t *testing.T) {
	rows := formulaRows(t)
	for _, pkg := range publicPackages(t) {
		if pkg == "." {
			pkg = ""
		}
		for name, doc := range readPackage(t, pkg).symbols {
			if !strings.Contains(doc, "\n\t") || !strings.Contains(doc, "Source: ") {
				continue
			}
			listed := slices.ContainsFunc(rows, func(r formulaRow) bool {
				return r.pkg == pkg && (r.function == name || strings.HasPrefix(r.function, name+"."))
			})
			if !listed {
				t.Errorf("formulas.md has no row for %s.%s", pkg, name)
			}
		}
	}
}
