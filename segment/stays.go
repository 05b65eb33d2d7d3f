package segment

import (
	"cmp"
	"slices"
	"strings"
)

// stays are the stays of all guests in columns, those of guest i in the rows from offsets[i] up to offsets[i+1].
type stays struct {
	offsets []int32
	columns []column
	arrival int // the attribute that windows look at, -1 if there is none
}

// arrivalID is the id of the attribute of stays that windows look at.
const arrivalID = "arrival"

func (s *stays) len() int { return int(s.offsets[len(s.offsets)-1]) }

// arrange brings rows into the order of their guests and, within a guest, of their values, attribute by attribute: so the
// order in which they came leaves no trace.
func (s *stays) arrange(guest []int32, guests int, sorted bool) {
	if !sorted {
		order := make([]int32, len(guest))
		for k := range order {
			order[k] = int32(k)
		}
		slices.SortFunc(order, func(a, b int32) int {
			if c := cmp.Compare(guest[a], guest[b]); c != 0 {
				return c
			}
			return s.compare(int(a), int(b))
		})
		guest = taken(guest, order)
		for k := range s.columns {
			s.columns[k].permute(order)
		}
	}
	s.offsets = make([]int32, guests+1)
	for _, g := range guest {
		s.offsets[g+1]++
	}
	for i := range guests {
		s.offsets[i+1] += s.offsets[i]
	}
}

func (s *stays) compare(a, b int) int {
	for k := range s.columns {
		if c := s.columns[k].compare(a, b); c != 0 {
			return c
		}
	}
	return 0
}

func (c *column) compare(a, b int) int {
	switch {
	case c.numbers != nil:
		return cmp.Compare(c.numbers[a], c.numbers[b])
	case c.codes != nil:
		return cmp.Compare(c.codes[a], c.codes[b])
	case c.days != nil:
		return cmp.Compare(c.days[a], c.days[b])
	case c.money != nil:
		if d := cmp.Compare(c.money[a], c.money[b]); d != 0 || len(c.beyond) == 0 || !c.has(a) {
			return d
		}
		return c.compareAmounts(a, b)
	}
	return 0
}

// compareAmounts tells apart amounts that round down to the same integer, and equal ones by how they are written.
func (c *column) compareAmounts(a, b int) int {
	x, y := c.amount(a), c.amount(b)
	if d := x.Compare(y); d != 0 {
		return d
	}
	return strings.Compare(x.String(), y.String())
}
