package loyalty

import (
	"cmp"
	"slices"
)

// shownBrands knows of each line that shows a brand, with a night or a stay, which line was the last to show it before.
type shownBrands struct {
	before []int32 // by line: -1 for none, notShown for a line that shows no brand
	order  []int32
}

const notShown = 1<<31 - 1

// load takes the brands of all lines.
func (s *shownBrands) load(l *lines, m *Member) {
	s.before, s.order = slices.Grow(s.before[:0], len(l.places))[:len(l.places)], s.order[:0]
	for i, place := range l.places {
		s.before[i] = notShown
		before, after := &l.totals[i], &l.totals[i+1]
		if m.Activities[place].Brand != "" && (after[Nights] > before[Nights] || after[Stays] > before[Stays]) {
			s.order = append(s.order, int32(i))
		}
	}
	brand := func(line int32) string { return m.Activities[l.places[line]].Brand }
	slices.SortFunc(s.order, func(a, b int32) int { return cmp.Or(cmp.Compare(brand(a), brand(b)), cmp.Compare(a, b)) })
	for k, line := range s.order {
		s.before[line] = -1
		if k > 0 && brand(s.order[k-1]) == brand(line) {
			s.before[line] = s.order[k-1]
		}
	}
}

// count returns how many brands the lines from one to another show.
func (s *shownBrands) count(from, to int) int64 {
	n := int64(0)
	for _, before := range s.before[from:to] {
		if before < int32(from) {
			n++
		}
	}
	return n
}
