package satisfaction

import "github.com/hotelcrm/hotelcrm/satisfaction/weight"

// WeightSums returns what the data methods of package weight need: the counts and sums over the codes of the items
// listed, in that order; nil stands for all. Correlations are over the guests who answered both items. Where cells of
// respondents have weights of their own, put the sums of each cell together as [weight.Strata].
//
// The values are codes, not points: an item's ends are its lowest and highest level, not those that its scale declares,
// and codes count from 1 whatever the points begin with. That beginning matters to entropy alone: codes say the same as
// the points 10, 8, 6, 4 and 2; for the points 0 to 10 use the Shift -1; points below 0 have no entropy without a shift,
// and codes are one.
//
// Errors: a [*hotelcrm.ParamError] for an item that is not there; an error for the zero Summary.
// Cost: O(items² × codes), independent of the number of rows.
func (s *Summary) WeightSums(items []int) (*weight.Sums, error) {
	items, err := s.form.choose(items)
	if err != nil {
		return nil, err
	}
	m := &weight.Sums{Items: len(items)}
	for _, i := range items {
		top := s.form.Top(i)
		m.Ends = append(m.Ends, [2]int64{1, int64(top)})
		var list []weight.Frequency
		for a := Answer(1); a <= top; a++ {
			list = append(list, weight.Frequency{Value: int64(a), Count: s.Count(i, a)})
		}
		m.Frequencies = append(m.Frequencies, list)
		for _, j := range items {
			m.N = append(m.N, s.AnsweredBoth(i, j))
			m.Totals = append(m.Totals, s.Sum(i, j))
			m.Cross = append(m.Cross, s.Cross(i, j))
			m.Squares = append(m.Squares, s.Squares(i, j))
		}
	}
	return m, nil
}
