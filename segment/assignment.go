package segment

import (
	"math/bits"

	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/internal/exact"
	"github.com/hotelcrm/hotelcrm/internal/refuse"
	"github.com/hotelcrm/hotelcrm/internal/share"
	"github.com/shopspring/decimal"
)

// Assignment is the classes of every guest of a table by a plan. It is immutable and safe for concurrent use.
type Assignment struct {
	classifier *Classifier
	table      *Table
	matchers   []*Matcher
	classes    []Class // of the plan, Else last
	codes      []uint8 // Exclusive: the place of each guest's class
	rows       []*Rows // Every: the guests of each class
	sizes      []int
}

// assignOne gives each guest the first class that holds. The last one takes the rest.
func (a *Assignment) assignOne() {
	a.codes = make([]uint8, a.table.Len())
	words := (a.table.Len() + wordBits - 1) / wordBits
	workers := a.table.Workers()
	sizes := make([][]int, share.Count(words, workers))
	share.Out(words, workers, func(part, from, to int) {
		sizes[part] = make([]int, len(a.classes))
		for w := from; w < to; w++ {
			a.assignWord(w, sizes[part])
		}
	})
	a.sizes = make([]int, len(a.classes))
	for _, part := range sizes {
		for k, n := range part {
			a.sizes[k] += n
		}
	}
}

func (a *Assignment) assignWord(w int, sizes []int) {
	left := (&Rows{n: a.table.Len()}).valid(w)
	for k, m := range a.matchers {
		if left == 0 {
			return
		}
		held := m.word(m.root, w, left)
		left &^= held
		sizes[k] += bits.OnesCount64(held)
		a.mark(w, held, uint8(k))
	}
	sizes[len(a.matchers)] += bits.OnesCount64(left)
	a.mark(w, left, uint8(len(a.matchers)))
}

func (a *Assignment) mark(w int, held uint64, code uint8) {
	codes := a.codes[w*wordBits:]
	for ; held != 0; held &= held - 1 {
		codes[bits.TrailingZeros64(held)] = code
	}
}

func (a *Assignment) assignEvery() {
	none := NewRows(a.table.Len())
	for w := range none.words {
		none.words[w] = none.valid(w)
	}
	for _, m := range a.matchers {
		rows := m.Rows()
		none.AndNot(rows)
		a.rows = append(a.rows, rows)
	}
	if a.classifier.plan.Else != nil {
		a.rows = append(a.rows, none)
	}
	for _, rows := range a.rows {
		a.sizes = append(a.sizes, rows.Count())
	}
}

// Plan returns a copy of the plan.
func (a *Assignment) Plan() Plan { return a.classifier.Plan() }

// Table returns the table.
func (a *Assignment) Table() *Table { return a.table }

// Classes returns the classes of the plan in their order, Else last. They must not be changed.
func (a *Assignment) Classes() []Class { return a.classes }

// Codes returns the place of each guest's class in [Assignment.Classes], nil in the mode Every. It must not be changed.
func (a *Assignment) Codes() []uint8 { return a.codes }

// Of returns the places of the classes of guest number i: exactly one in the mode Exclusive.
func (a *Assignment) Of(i int) []int {
	if a.codes != nil {
		return []int{int(a.codes[i])}
	}
	var out []int
	for k, rows := range a.rows {
		if rows.Has(i) {
			out = append(out, k)
		}
	}
	return out
}

// Rows returns the guests of class number k. They must not be changed.
func (a *Assignment) Rows(k int) *Rows {
	if a.codes == nil {
		return a.rows[k]
	}
	out := NewRows(len(a.codes))
	for i, code := range a.codes {
		if int(code) == k {
			out.Add(i)
		}
	}
	return out
}

// Size is how many guests a class has.
type Size struct {
	Class  string `json:"class"`
	Guests int    `json:"guests"`
	// Share is the rate of all guests, per one, to 6 decimal places, halves to even; nil without guests. In the mode
	// Every shares may add up to more than 1.
	Share *decimal.Decimal `json:"share,omitempty"`
}

const sharePlaces = 6

// Sizes returns the size of each class in the order of [Assignment.Classes].
func (a *Assignment) Sizes() []Size {
	out := make([]Size, len(a.classes))
	for k, class := range a.classes {
		out[k] = Size{Class: class.ID, Guests: a.sizes[k]}
		if n := a.table.Len(); n > 0 {
			share := exact.Ratio(decimal.NewFromInt(int64(a.sizes[k])), decimal.NewFromInt(int64(n)), sharePlaces)
			out[k].Share = &share
		}
	}
	return out
}

// Totals returns the sum of a money attribute over the guests of each class who have a value, exactly, in the order of
// [Assignment.Classes].
//
// Errors: a [*hotelcrm.ParamError] if the schema has no such money attribute.
func (a *Assignment) Totals(attr string) ([]decimal.Decimal, error) {
	f := &a.table.schema.guests
	k, ok := f.find(attr)
	if !ok || f.list[k].Kind != Money {
		return nil, refuse.Param("attr", shortText(attr), "a money attribute of the schema")
	}
	c := &a.table.columns[k]
	sums := make([]hotelcrm.Sum, len(a.classes))
	for i := range a.table.Len() {
		if !c.has(i) {
			continue
		}
		if a.codes != nil {
			c.addTo(&sums[a.codes[i]], i)
			continue
		}
		for class, rows := range a.rows {
			if rows.Has(i) {
				c.addTo(&sums[class], i)
			}
		}
	}
	out := make([]decimal.Decimal, len(sums))
	for class := range sums {
		out[class] = sums[class].Decimal()
	}
	return out, nil
}

// addTo adds the amount of row i, without allocating where it fits the column.
func (c *column) addTo(sum *hotelcrm.Sum, i int) {
	if d, beyond := c.beyond[i]; beyond {
		sum.Add(d)
		return
	}
	_ = sum.AddMinor(c.money[i:i+1], c.attr.decimals()) // cannot fail: currencies have at most 4 places
}
