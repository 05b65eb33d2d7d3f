package satisfaction

import "github.com/hotelcrm/hotelcrm/satisfaction/weight"

// WeightMoments returns what the data methods of package weight need: the counts and sums over the codes of all items,
// in the order of the form. Correlations are over the guests who answered both items.
//
// The values are codes, not points: an item's ends are its lowest and highest level, not those that its scale declares,
// and codes count from 1 whatever the points begin with. That beginning matters to entropy alone: codes say the same as
// the points 10, 8, 6, 4 and 2; for the points 0 to 10 use the Shift -1; points below 0 have no entropy without a shift,
// and codes are one.
//
// Result: without items for the zero Summary, which Weigh refuses.
// Cost: O(items²), independent of the number of rows.
func (s *Summary) WeightMoments() *weight.Moments {
	if s.form == nil {
		return &weight.Moments{}
	}
	n := s.form.Len()
	m := &weight.Moments{Items: n}
	for i := range n {
		top := s.Form().Top(i)
		m.Ends = append(m.Ends, [2]int64{1, int64(top)})
		var levels []weight.Level
		for a := Answer(1); a <= top; a++ {
			levels = append(levels, weight.Level{Value: int64(a), Count: s.Count(i, a)})
		}
		m.Levels = append(m.Levels, levels)
		for j := range n {
			m.N = append(m.N, s.AnsweredBoth(i, j))
			m.Sums = append(m.Sums, s.Sum(i, j))
			m.Cross = append(m.Cross, s.Cross(i, j))
			m.Squares = append(m.Squares, s.Squares(i, j))
		}
	}
	return m
}
