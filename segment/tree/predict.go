package tree

import (
	"fmt"
	"math"

	"github.com/hotelcrm/hotelcrm/internal/refuse"
	"github.com/hotelcrm/hotelcrm/internal/share"
)

// Predict returns the number of the class of one guest, counted from 0 in the order of [Tree.Classes].
//
// Input: a value for each of [Tree.Attributes]: the number, that of a [hotelcrm.Date], minor units of money, or the
// place of the level counted from 0. NaN is missing; a place that is no level is one never seen, and counts as missing.
// Errors: a [*hotelcrm.ParamError] for another number of values or an infinite one.
// Cost: one comparison for each test on the path; no allocation.
func (t *Tree) Predict(values []float64) (int, error) {
	if err := t.checkValues(values); err != nil {
		return 0, err
	}
	return int(t.classOf(&guest{values: values})), nil
}

// Shares appends the share of each class that a guest is expected to belong to: that of the guests in the leaf, or of
// several leaves where a value is missing. Shares sum to 1 but for rounding.
//
// Input, Errors: as [Tree.Predict].
// Cost: no allocation if out has room.
func (t *Tree) Shares(out, values []float64) ([]float64, error) {
	if err := t.checkValues(values); err != nil {
		return out, err
	}
	from := len(out)
	for range t.class.Levels {
		out = append(out, 0)
	}
	t.sharesOf(&guest{values: values}, out[from:])
	return out, nil
}

func (t *Tree) checkValues(values []float64) error {
	if len(values) != len(t.attributes) || len(values) == 0 {
		return refuse.Param("values", fmt.Sprint(len(values)), fmt.Sprintf("%d, one for each attribute", len(t.attributes)))
	}
	for i, v := range values {
		if math.IsInf(v, 0) {
			return refuse.Param(fmt.Sprintf("values[%d]", i), fmt.Sprint(v), "a number, or NaN for missing")
		}
	}
	return nil
}

// Bound is a tree with the columns of one table: [Tree.Bind] and [Tree.BindBinned] make it. It is immutable and safe for
// concurrent use.
type Bound struct {
	tree    *Tree
	columns []reader
	rows    int
}

// BindBinned returns the tree with the guests of a binned table, which must have the attributes of the tree in the same
// order. Rows are counted as in the binned table.
//
// Errors: [ErrMismatch] is wrapped.
func (t *Tree) BindBinned(b *Binned) (*Bound, error) {
	if b == nil || len(b.columns) != len(t.attributes) || len(t.nodes) == 0 {
		return nil, fmt.Errorf("%w: another number of attributes", ErrMismatch)
	}
	for i := range t.attributes {
		want, got := &t.attributes[i], &b.columns[i].attribute
		if want.ID != got.ID || want.Kind != got.Kind || len(want.Levels) != len(got.Levels) {
			return nil, fmt.Errorf("%w: attribute %s", ErrMismatch, want.ID)
		}
	}
	return &Bound{t, b.readers(), b.Len()}, nil
}

// Len returns the number of guests.
func (b *Bound) Len() int { return b.rows }

// Class returns the number of the class of the guest in a row, which must be in [0, Len).
//
// Cost: no allocation.
func (b *Bound) Class(row int) int { return int(b.tree.classOf(&guest{columns: b.columns, row: row})) }

// Classes returns the number of the class of every guest. Workers 0 means 1; they never change the result.
//
// Cost: one allocation.
func (b *Bound) Classes(workers int) []uint8 {
	out := make([]uint8, b.rows)
	share.Out(b.rows, workers, func(_, from, to int) {
		g := guest{columns: b.columns}
		for g.row = from; g.row < to; g.row++ {
			out[g.row] = b.tree.classOf(&g)
		}
	})
	return out
}

// Shares appends the share of each class that the guest in a row is expected to belong to; see [Tree.Shares].
func (b *Bound) Shares(out []float64, row int) []float64 {
	from := len(out)
	for range b.tree.class.Levels {
		out = append(out, 0)
	}
	b.tree.sharesOf(&guest{columns: b.columns, row: row}, out[from:])
	return out
}
