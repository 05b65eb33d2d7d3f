package tree

import (
	"math"
	"strings"

	"github.com/hotelcrm/hotelcrm/segment"
)

// SQL returns the tree as one CASE expression of standard SQL over columns named by the ids of the attributes. It gives the
// id of the class that the tree gives, whatever is NULL or was never seen.
//
// Input: columns hold numbers, dates, amounts in the main unit of their currency, and levels by their id.
// Result: numbers are written in full. Dates are literals of DATE.
// Errors: [ErrTooLarge] is wrapped, as by [Tree.Rules].
func (t *Tree) SQL() (string, error) {
	root, err := t.decisions()
	if err != nil {
		return "", err
	}
	var b strings.Builder
	t.writeSQL(&b, root, 0)
	return b.String(), nil
}

func (t *Tree) writeSQL(b *strings.Builder, d *decision, depth int) {
	if d.attr < 0 {
		b.WriteString(sqlText(t.class.Levels[d.class].ID))
		return
	}
	indent := "\n" + strings.Repeat("\t", depth)
	b.WriteString("CASE")
	a, last := &t.attributes[d.attr], len(d.parts)-1
	for i := range last {
		b.WriteString(indent + "\tWHEN " + d.parts[i].belief.sql(a) + " THEN ")
		t.writeSQL(b, d.sons[i], depth+1)
	}
	// What is missing or was never seen is in the last part.
	b.WriteString(indent + "\tELSE ")
	t.writeSQL(b, d.sons[last], depth+1)
	b.WriteString(indent + "END")
}

// sql returns the belief that a known value fits, as SQL.
func (b *belief) sql(a *segment.Attribute) string {
	name := sqlName(a.ID)
	if b.levels != nil {
		return name + sqlLevels(a, func(i int) bool { return b.levels[i] })
	}
	if a.Kind == segment.Ordinal {
		return name + sqlLevels(a, func(i int) bool { return b.meets(float64(i)) })
	}
	below, above := " <= ", " > "
	if a.Kind == segment.Money {
		below, above = " < ", " >= "
	}
	var tests []string
	if !math.IsInf(b.low, -1) {
		tests = append(tests, name+above+sqlValue(a, b.low))
	}
	if !math.IsInf(b.high, 1) {
		tests = append(tests, name+below+sqlValue(a, b.high))
	}
	if tests == nil {
		return name + " IS NOT NULL"
	}
	return strings.Join(tests, " AND ")
}

func sqlLevels(a *segment.Attribute, in func(int) bool) string {
	var ids []string
	for i := range a.Levels {
		if in(i) {
			ids = append(ids, sqlText(a.Levels[i].ID))
		}
	}
	if len(ids) == 1 {
		return " = " + ids[0]
	}
	return " IN (" + strings.Join(ids, ", ") + ")"
}

func sqlValue(a *segment.Attribute, v float64) string {
	if a.Kind == segment.Day {
		return "DATE " + sqlText(operand(a, v))
	}
	return operand(a, v)
}

func sqlName(id string) string { return `"` + strings.ReplaceAll(id, `"`, `""`) + `"` }

func sqlText(text string) string { return "'" + strings.ReplaceAll(text, "'", "''") + "'" }
