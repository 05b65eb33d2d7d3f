package cluster

import (
	"cmp"
	"fmt"
	"slices"

	"github.com/hotelcrm/hotelcrm/internal/plural"
	"github.com/hotelcrm/hotelcrm/internal/refuse"
)

// maxLabel is the largest label of a group.
const maxLabel = 10_000

// member is guests with the same row and the same label.
type member struct {
	row    int
	label  int // counted from 0
	weight float64
}

// members returns the guests that have a label, in the order of their rows and then labels, and the number of groups: the
// largest label. Like [Groups] it does not depend on the order of the guests.
func (d *Data) members(labels []uint16) ([]member, int, error) {
	if len(labels) != d.guests {
		return nil, 0, refuse.Param("labels", fmt.Sprint(len(labels)), "one for each of the "+plural.Of(d.guests, "guest", "guests"))
	}
	groups := 0
	for guest, label := range labels {
		if label > maxLabel {
			return nil, 0, refuse.Param(fmt.Sprintf("labels[%d]", guest), fmt.Sprint(label), fmt.Sprintf("0 to %d", maxLabel))
		}
		if d.rowOf[guest] >= 0 {
			groups = max(groups, int(label))
		}
	}
	out := make([]member, 0, d.rows.n)
	for row := range d.rows.n {
		first := len(out)
		for _, guest := range d.byRow[d.perRow[row]:d.perRow[row+1]] {
			label := int(labels[guest]) - 1
			if label < 0 {
				continue
			}
			at, found := slices.BinarySearchFunc(out[first:], label, func(m member, label int) int { return cmp.Compare(m.label, label) })
			if !found {
				out = slices.Insert(out, first+at, member{row: row, label: label})
			}
			out[first+at].weight++
		}
	}
	return out, groups, nil
}

// sizes returns how many guests each group has.
func sizes(members []member, groups int) []float64 {
	out := make([]float64, groups)
	for _, m := range members {
		out[m.label] += m.weight
	}
	return out
}

// atLeastTwo refuses labels that divide nothing.
func atLeastTwo(sizes []float64) error {
	n := 0
	for _, size := range sizes {
		if size > 0 {
			n++
		}
	}
	if n < 2 {
		return refuse.Param("labels", plural.Of(n, "group", "groups"), "at least 2 groups with guests of whom something is known")
	}
	return nil
}
