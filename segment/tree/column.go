package tree

import "github.com/hotelcrm/hotelcrm/segment"

// column is one attribute of all guests, as it came: numbers with NaN for missing, or codes with 0 for missing and
// k + 1 for level k.
type column struct {
	attribute segment.Attribute
	numbers   []float64
	codes     []uint16
}

func (c *column) len() int { return max(len(c.numbers), len(c.codes)) }

// levelled reports whether the values of an attribute are codes of levels.
func levelled(kind segment.Kind) bool { return kind == segment.Ordinal || kind == segment.Nominal }

// bins is one attribute of all guests in bins: 0 is missing, and the others rise with the value. Only one slice is used.
type bins struct {
	attribute segment.Attribute
	small     []uint8
	wide      []uint16
	n         int       // how many bins there are, beside bin 0
	low, high []float64 // the least and greatest value of each bin of a number; place of the level else; index 0 unused
	taken     []bool    // of a part of a table: bins that one of its guests is in; nil: all
}

// take notes which bins the guests are in.
func (b *bins) take() {
	b.taken = make([]bool, b.n+1)
	for _, bin := range b.small {
		b.taken[bin] = true
	}
	for _, bin := range b.wide {
		b.taken[bin] = true
	}
}

func (b *bins) at(row int) int {
	if b.small != nil {
		return int(b.small[row])
	}
	return int(b.wide[row])
}

// nominal reports whether the bins have no order.
func (b *bins) nominal() bool { return b.attribute.Kind == segment.Nominal }
