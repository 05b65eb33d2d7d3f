package cluster

import (
	"math"

	"github.com/hotelcrm/hotelcrm/internal/radix"
)

// view is rows of values with weights: all different rows of the data, or some of them.
type view struct {
	n, numbers, codes int
	x                 []float64 // n × numbers, scaled; NaN is missing
	c                 []uint16  // n × codes; 0 is missing
	weight            []float64 // guests with the row: whole numbers
	gaps              bool      // some value is missing
	levels            []int     // codes of each column: one more than the largest
	home              centre    // the mean or mode of all, where a group knows nothing
}

func (v *view) number(row int) []float64 { return v.x[row*v.numbers : (row+1)*v.numbers] }
func (v *view) code(row int) []uint16    { return v.c[row*v.codes : (row+1)*v.codes] }

// pick returns the rows given, in that order.
func (v *view) pick(rows []int) view {
	out := *v
	out.n, out.x, out.c, out.weight = len(rows), nil, nil, nil
	for _, row := range rows {
		out.x, out.c = append(out.x, v.number(row)...), append(out.c, v.code(row)...)
		out.weight = append(out.weight, v.weight[row])
	}
	return out
}

// fill puts the guests in the order of their values, one row for equal ones.
func (d *Data) fill(attributes []Attribute) {
	items := make([]radix.Item, d.guests)
	for i := range items {
		items[i].Ref = uint32(i)
	}
	for a := len(attributes) - 1; a >= 0; a-- { // each sort keeps the order of the ones before among equals
		for i := range items {
			items[i].Key = attributes[a].key(int(items[i].Ref))
		}
		items = radix.Sort(items, 1)
	}
	v := &d.rows
	v.numbers, v.codes = len(d.numbers), len(d.codes)
	d.rowOf = make([]int32, d.guests)
	d.byRow = make([]uint32, 0, d.guests)
	last := -1
	for _, item := range items {
		guest := int(item.Ref)
		if unknown(attributes, guest) {
			d.rowOf[guest] = -1
			d.unknown++
			continue
		}
		if last < 0 || !same(attributes, last, guest) {
			d.addRow(attributes, guest)
		}
		last = guest
		v.weight[v.n-1]++
		d.rowOf[guest] = int32(v.n - 1)
		d.byRow = append(d.byRow, item.Ref)
	}
	d.perRow = append(d.perRow, int32(len(d.byRow)))
}

// key rises with the value; missing stands first.
func (a *Attribute) key(guest int) uint64 {
	if a.Codes != nil {
		return uint64(a.Codes[guest])
	}
	number := a.Numbers[guest]
	bits := math.Float64bits(number + 0) // -0 becomes 0
	switch {
	case number != number:
		return 0
	case bits>>63 == 1:
		return ^bits
	}
	return bits | 1<<63
}

func unknown(attributes []Attribute, guest int) bool {
	for i := range attributes {
		if attributes[i].key(guest) != 0 {
			return false
		}
	}
	return true
}

func same(attributes []Attribute, a, b int) bool {
	for i := range attributes {
		if attributes[i].key(a) != attributes[i].key(b) {
			return false
		}
	}
	return true
}

func (d *Data) addRow(attributes []Attribute, guest int) {
	v := &d.rows
	v.n++
	v.weight = append(v.weight, 0)
	d.perRow = append(d.perRow, int32(len(d.byRow)))
	for i := range attributes {
		missing := attributes[i].key(guest) == 0
		v.gaps = v.gaps || missing
		if attributes[i].Codes != nil {
			v.c = append(v.c, attributes[i].Codes[guest])
			continue
		}
		v.x = append(v.x, attributes[i].Numbers[guest]+0)
	}
}
