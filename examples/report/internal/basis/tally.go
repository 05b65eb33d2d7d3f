package basis

import (
	"github.com/hotelcrm/hotelcrm"
	"github.com/shopspring/decimal"
)

// Tally counts guests and adds up their amounts, in blocks that the sum takes as integers.
type Tally struct {
	Guests int
	sum    hotelcrm.Sum
	block  []int64
}

const tallyBlock = 256

// Add counts guest i with the amount that the list has of that guest.
func (t *Tally) Add(list hotelcrm.Amounts, i int) {
	t.Guests++
	if exact, ok := list.Exact(i); ok {
		t.sum.Add(exact)
		return
	}
	if t.block = append(t.block, list.Minor()[i]); len(t.block) == tallyBlock {
		t.flush(list.Scale())
	}
}

func (t *Tally) flush(scale int) {
	_ = t.sum.AddMinor(t.block, scale) // cannot fail: the scale is at most 6
	t.block = t.block[:0]
}

// Total is the sum of all amounts, which were of one scale.
func (t *Tally) Total(scale int) decimal.Decimal {
	t.flush(scale)
	return t.sum.Decimal()
}
