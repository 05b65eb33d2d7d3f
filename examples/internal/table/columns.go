package table

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
)

// Mapping says in which column of a file each field is found: field name to column name, or to a number from 1.
type Mapping map[string]string

// ParseMapping returns the mapping written as "field=column,field=column".
//
// Errors: a field that is not in fields, is given twice, or has no column.
func ParseMapping(text string, fields []string) (Mapping, error) {
	m := Mapping{}
	if strings.TrimSpace(text) == "" {
		return m, nil
	}
	for part := range strings.SplitSeq(text, ",") {
		field, column, ok := strings.Cut(part, "=")
		field, column = strings.TrimSpace(field), strings.TrimSpace(column)
		switch {
		case !ok || column == "":
			return nil, fmt.Errorf("%q is not written as field=column", strings.TrimSpace(part))
		case !slices.Contains(fields, field):
			return nil, fmt.Errorf("field %q is not known; want some of %s", field, strings.Join(fields, ", "))
		case m[field] != "":
			return nil, fmt.Errorf("field %q is given twice", field)
		}
		m[field] = column
	}
	return m, nil
}

// Columns says in which cell of a row each field is found.
type Columns struct {
	Width int // cells of a row
	at    map[string]int
}

// At returns the index of a field's cell, and -1 if the file does not have it.
func (c Columns) At(field string) int {
	if i, ok := c.at[field]; ok {
		return i
	}
	return -1
}

// Has reports whether the file has the field.
func (c Columns) Has(field string) bool { return c.At(field) >= 0 }

// Named returns the columns of a file with a header.
//
// Input: a field that the mapping does not name is found by its own name, in a column that the mapping gives to no
// other; the column [None] leaves a field out. Names match exactly, or else without regard to case; a number from 1 is
// used where no name fits.
// Errors: a column that is not in the header, or that is there twice.
func Named(header []string, m Mapping, fields []string) (Columns, error) {
	c := Columns{Width: len(header), at: map[string]int{}}
	given := map[int]bool{}
	for _, mapped := range []bool{true, false} {
		for _, field := range fields {
			column, named := m[field]
			if named != mapped || column == None {
				continue
			}
			if !mapped {
				column = field
			}
			i, err := find(header, column, mapped)
			if err != nil {
				return Columns{}, fmt.Errorf("%s: %w", field, err)
			}
			if i >= 0 && (mapped || !given[i]) {
				c.at[field] = i
				given[i] = given[i] || mapped
			}
		}
	}
	return c, nil
}

// None stands in a mapping for no column: the file does not have the field, whatever its header says.
const None = "-"

// find returns the index of a column, -1 if it is not there and need not be.
func find(header []string, column string, needed bool) (int, error) {
	for _, same := range []func(a, b string) bool{func(a, b string) bool { return a == b }, strings.EqualFold} {
		found := -1
		for i, name := range header {
			if !same(strings.TrimSpace(name), column) {
				continue
			}
			if found >= 0 {
				return -1, fmt.Errorf("the header has %q twice; name the column by its number", column)
			}
			found = i
		}
		if found >= 0 {
			return found, nil
		}
	}
	if n, err := strconv.Atoi(column); err == nil && n >= 1 && n <= len(header) {
		return n - 1, nil
	}
	if needed {
		return -1, fmt.Errorf("the header has no column %q; it has %s", column, list(header))
	}
	return -1, nil
}

const longestList = 30

func list(header []string) string {
	names := make([]string, 0, len(header))
	for _, name := range header[:min(len(header), longestList)] {
		names = append(names, strconv.Quote(strings.TrimSpace(name)))
	}
	if len(header) > longestList {
		names = append(names, "...")
	}
	return strings.Join(names, ", ")
}

// Numbered returns the columns of a file without a header, whose rows have the given number of cells.
//
// Errors: a column that is no number, or beyond the row.
func Numbered(width int, m Mapping, fields []string) (Columns, error) {
	c := Columns{Width: width, at: map[string]int{}}
	for _, field := range fields {
		column, mapped := m[field]
		if !mapped || column == None {
			continue
		}
		n, err := strconv.Atoi(column)
		if err != nil || n < 1 || n > width {
			return Columns{}, fmt.Errorf("%s: column %q is not allowed without a header; want a number from 1 to %d", field, column, width)
		}
		c.at[field] = n - 1
	}
	return c, nil
}
