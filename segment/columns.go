package segment

import (
	"errors"
	"fmt"
	"slices"

	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/internal/plural"
	"github.com/hotelcrm/hotelcrm/internal/refuse"
)

// Columns takes columns of values for the rows of a [Builder]: guests or stays, in an order that was stated once. What is
// wrong with a column is kept for [Builder.Build]. A column that is given twice takes the later values where there are any.
type Columns struct {
	b       *Builder
	rows    []int32 // where each value goes; -1: nowhere
	size    int     // of the columns
	fields  *fields
	columns []column
}

// Guests returns a taker of columns whose values come in the order of these guest ids; nil stands for the order given to
// [NewBuilder]. Values of other guests are left out, and a warning says how many.
func (b *Builder) Guests(ids []string) *Columns {
	c := &Columns{b: b, size: len(b.guests), fields: &b.schema.guests, columns: b.columns}
	if ids == nil {
		c.rows = b.given
		if c.rows == nil {
			c.rows = upTo(len(b.guests))
		}
		return c
	}
	var strange int
	c.rows, strange = b.places(ids)
	b.strange += strange
	return c
}

// Stays returns a taker of columns of stays, one id per stay in any order: whose stay it is. It may be called once.
// Stays of other guests are left out, and a warning says how many.
func (b *Builder) Stays(guests []string) *Columns {
	if b.facts != nil {
		b.note(refuse.Param("stays", "given twice", "stays given once"))
	}
	places, strange := b.places(guests)
	b.strange += strange
	b.facts = &Columns{b: b, fields: &b.schema.stays, columns: b.schema.stays.columns(), rows: make([]int32, len(guests))}
	b.facts.owners(places)
	return b.facts
}

func upTo(n int) []int32 {
	out := make([]int32, n)
	for i := range out {
		out[i] = int32(i)
	}
	return out
}

// places returns the row of each guest, -1 for those who are not in the table, and how many they are.
func (b *Builder) places(ids []string) (rows []int32, strange int) {
	rows = make([]int32, len(ids))
	next := 0 // ids often come in the order of the table
	for i, id := range ids {
		if next >= len(b.guests) || b.guests[next] != id {
			row, found := slices.BinarySearch(b.guests, id)
			if !found {
				rows[i] = -1
				strange++
				continue
			}
			next = row
		}
		rows[i] = int32(next)
		if i+1 == len(ids) || ids[i+1] != id {
			next++
		}
	}
	return rows, strange
}

// owners numbers the stays whose guests are in the table.
func (c *Columns) owners(places []int32) {
	for k, guest := range places {
		c.rows[k] = -1
		if guest >= 0 {
			c.rows[k] = int32(c.size)
			c.size++
		}
	}
	c.b.owners = slices.DeleteFunc(places, func(guest int32) bool { return guest < 0 })
}

// column returns the column of an attribute if it can take n values of what the kinds allow.
func (c *Columns) column(attr string, n int, kinds ...Kind) *column {
	i, ok := c.fields.find(attr)
	if !ok {
		c.b.note(refuse.Param("attr", attr, "an attribute of the schema"))
		return nil
	}
	col := &c.columns[i]
	if !slices.Contains(kinds, col.attr.Kind) {
		c.b.note(refuse.Param(attr, "values of another kind", col.attr.Kind.String()))
		return nil
	}
	if n != len(c.rows) {
		c.b.note(refuse.Param(attr, plural.Of(n, "value", "values"), fmt.Sprintf("%d, one a row", len(c.rows))))
		return nil
	}
	return col
}

// wrong notes what is wrong with row k of a column.
func (c *Columns) wrong(attr string, k int, value, allowed string) {
	c.b.note(&hotelcrm.RowError{Row: k + 1, Field: attr, Value: value, Err: errors.New("not a value of the attribute; want " + allowed)})
}

// stays returns the columns as the stays of a table.
func (c *Columns) stays(guests int, sorted bool) *stays {
	out := &stays{columns: c.columns, arrival: -1}
	if k, ok := c.fields.find(arrivalID); ok && c.fields.list[k].Kind == Day {
		out.arrival = k
	}
	out.arrange(c.b.owners, guests, sorted)
	return out
}
