package tree

import (
	"fmt"
	"math"
	"slices"

	"github.com/hotelcrm/hotelcrm/segment"
)

// Bind returns the tree with the guests of a table. Rows are those of the table; class and weights are not needed.
//
// Result: attributes are found by their id, levels of a nominal too: one that the tree has never seen counts as missing.
// Errors: [ErrMismatch] is wrapped where the table lacks an attribute that the tree asks for, has it of another kind or
// currency, or an ordinal with other levels; [*hotelcrm.RowError] for amounts beyond 2^53 minor units.
// Cost: dates and amounts are copied; numbers and levels are not.
func (t *Tree) Bind(table *segment.Table) (*Bound, error) {
	out := &Bound{tree: t, columns: make([]reader, len(t.attributes))}
	if table == nil || len(t.nodes) == 0 {
		return nil, fmt.Errorf("%w: no table or no tree", ErrMismatch)
	}
	out.rows = table.Len()
	for i, asked := range t.asked() {
		if !asked {
			continue
		}
		r, err := t.read(table, &t.attributes[i])
		if err != nil {
			return nil, err
		}
		out.columns[i] = r
	}
	return out, nil
}

// asked reports of each attribute whether a node asks for it.
func (t *Tree) asked() []bool {
	out := make([]bool, len(t.attributes))
	for i := range t.nodes {
		if a := t.nodes[i].attr; a >= 0 {
			out[a] = true
		}
	}
	return out
}

func (t *Tree) read(table *segment.Table, want *segment.Attribute) (reader, error) {
	i, ok := table.Schema().Find(want.ID)
	if !ok {
		return reader{}, fmt.Errorf("%w: the table has no attribute %s", ErrMismatch, want.ID)
	}
	got := table.Schema().At(i)
	if got.Kind != want.Kind || got.Currency != want.Currency {
		return reader{}, fmt.Errorf("%w: attribute %s is %s %s, not %s %s", ErrMismatch, want.ID, got.Kind, got.Currency, want.Kind, want.Currency)
	}
	if want.Kind == segment.Ordinal && !sameLevels(got.Levels, want.Levels) {
		return reader{}, fmt.Errorf("%w: attribute %s has other levels", ErrMismatch, want.ID)
	}
	c, err := columnOf(table, i)
	if err != nil || !levelled(want.Kind) {
		return reader{numbers: c.numbers}, err
	}
	values := []float64{math.NaN()}
	for _, level := range c.attribute.Levels {
		place := math.NaN()
		if k, ok := want.Level(level.ID); ok {
			place = float64(k)
		}
		values = append(values, place)
	}
	return reader{codes: c.codes, values: values}, nil
}

func sameLevels(a, b []segment.Level) bool {
	return slices.EqualFunc(a, b, func(x, y segment.Level) bool { return x.ID == y.ID })
}
