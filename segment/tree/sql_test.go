package tree_test

import (
	"strconv"
	"strings"
	"testing"

	"github.com/hotelcrm/hotelcrm/segment"
	"github.com/hotelcrm/hotelcrm/segment/tree"
	"pgregory.net/rapid"
)

// sqlReader evaluates the small part of SQL that trees are written in, for one row: texts by column, empty for NULL.
type sqlReader struct {
	tokens []string
	row    map[string]string
}

func sqlTokens(text string) []string {
	var out []string
	for text = strings.TrimSpace(text); text != ""; text = strings.TrimSpace(text) {
		end := 1
		switch c := text[0]; {
		case c == '\'' || c == '"':
			end = 1 + strings.IndexByte(text[1:], c) + 1
		case strings.HasPrefix(text, "<=") || strings.HasPrefix(text, ">="):
			end = 2
		case !strings.ContainsRune("<>=(),", rune(c)):
			if end = strings.IndexAny(text, " \n\t(),"); end < 0 {
				end = len(text)
			}
		}
		out, text = append(out, text[:end]), text[end:]
	}
	return out
}

func (r *sqlReader) next() string {
	token := r.tokens[0]
	r.tokens = r.tokens[1:]
	return token
}

func (r *sqlReader) value() string {
	token := r.next()
	if token != "CASE" {
		return strings.Trim(token, "'")
	}
	found, done := "", false
	for {
		switch token := r.next(); token {
		case "WHEN":
			holds := r.tests()
			if value := r.value(); holds && !done {
				found, done = value, true
			}
		case "ELSE":
			if value := r.value(); !done {
				found = value
			}
		case "END":
			return found
		default:
			panic("unexpected " + token)
		}
	}
}

func (r *sqlReader) tests() bool {
	holds := r.test()
	for r.next() == "AND" { // else THEN
		holds = r.test() && holds
	}
	return holds
}

func (r *sqlReader) test() bool {
	value := r.row[strings.Trim(r.next(), `"`)]
	switch op := r.next(); op {
	case "IS":
		r.next()
		r.next()
		return value != ""
	case "IN":
		found := false
		for token := r.next(); token != ")"; token = r.next() {
			found = found || value != "" && token == "'"+value+"'"
		}
		return found
	default:
		literal := r.next()
		if literal == "DATE" {
			literal = r.next()
		}
		return value != "" && compareSQL(value, op, strings.Trim(literal, "'"))
	}
}

func compareSQL(value, op, literal string) bool {
	order := strings.Compare(value, literal) // dates and levels
	if v, err := strconv.ParseFloat(value, 64); err == nil {
		l, err := strconv.ParseFloat(literal, 64)
		if err != nil {
			panic(err)
		}
		order = 0
		if v < l {
			order = -1
		} else if v > l {
			order = 1
		}
	}
	switch op {
	case "=":
		return order == 0
	case "<":
		return order < 0
	case "<=":
		return order <= 0
	case ">":
		return order > 0
	case ">=":
		return order >= 0
	}
	panic("unexpected " + op)
}

// The CASE expression gives every guest the class of the tree, whatever is NULL or was never seen.
func TestSQLAgreesWithTheTreeOnEveryRow(t *testing.T) {
	schema := mixedSchema(t)
	rapid.Check(t, func(t *rapid.T) {
		b, err := tree.Bin(drawTable(t, schema, rapid.IntRange(5, 60).Draw(t, "n"), false), "class", tree.BinSettings{})
		if err != nil {
			t.Fatal(err)
		}
		fitted, _, err := tree.Fit(b, drawSettings(t))
		if err != nil {
			t.Fatal(err)
		}
		text, err := fitted.SQL()
		if err != nil {
			t.Fatal(err)
		}
		table := drawTable(t, schema, 30, true)
		bound, err := fitted.Bind(table)
		if err != nil {
			t.Fatal(err)
		}
		for row := range table.Len() {
			r := sqlReader{sqlTokens(text), rowTexts(table, row)}
			if got, want := r.value(), fitted.Classes()[bound.Class(row)]; got != want {
				t.Fatalf("row %d %v: SQL gives %s, the tree %s\n%s\n%s", row, rowTexts(table, row), got, want, text, fitted)
			}
		}
	})
}

func rowTexts(table *segment.Table, row int) map[string]string {
	out := map[string]string{}
	for i := range table.Schema().Len() {
		out[table.Schema().At(i).ID] = table.Text(i, row)
	}
	return out
}

func TestSQLQuotesNamesAndLevels(t *testing.T) {
	columns := loadColumns(t, "\"a\"\"b\",c\nx'y,one\nz,two\nx'y,one\nz,two", func(id string) []string {
		return map[string][]string{`a"b`: {"x'y", "z"}, "c": {"one", "two"}}[id]
	})
	text, err := fitLast(t, columns, tree.ID3()).SQL()
	if err != nil {
		t.Fatal(err)
	}
	want := "CASE\n\tWHEN \"a\"\"b\" = 'z' THEN 'two'\n\tELSE 'one'\nEND"
	if text != want {
		t.Errorf("got\n%s\nwant\n%s", text, want)
	}
}
