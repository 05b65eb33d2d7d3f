package tree

import (
	"cmp"
	"slices"

	"github.com/hotelcrm/hotelcrm/segment"
)

// SimpleRules returns fewer and shorter rules than [Tree.Rules]: tests are dropped as long as the errors that the rule must
// be expected to make do not rise, rules that nobody needs are dropped, and the others are put in order.
//
// Result: another model than the tree, often as good on new guests and shorter to read. The rule with the least expected
// error comes first; the default is the most frequent class of the guests whom no rule reaches.
// Input: the table of the tree; confidence in (0, 0.5], 0 means 0.25; lower drops more.
// Errors: as [Tree.Rules], and a [*hotelcrm.ParamError] for the confidence.
// Source: J. R. Quinlan, C4.5 (1993), chapter 5; the order of the rules is that of their expected errors instead of the
// book's choice of a subset for each class.
func (t *Tree) SimpleRules(b *Binned, confidence float64) (*Rules, error) {
	if err := resolveNumber("confidence", &confidence, 0.25, 0, 0.5); err != nil {
		return nil, err
	}
	c, drafts, err := t.drafts(b)
	if err != nil {
		return nil, err
	}
	s := simplifier{c, newPessimist(confidence)}
	for i := range drafts {
		s.simplify(&drafts[i])
	}
	slices.SortStableFunc(drafts, func(x, y draft) int {
		return cmp.Or(cmp.Compare(s.rate(&x), s.rate(&y)), cmp.Compare(y.guests, x.guests))
	})
	kept, rest := s.needed(drafts)
	standard := s.mostFrequent(rest, t.nodes[0].class)
	for len(kept) > 0 && kept[len(kept)-1].class == standard {
		kept = kept[:len(kept)-1] // the default says the same
	}
	open := c.countInOrder(kept)
	out := c.list(kept, standard)
	_, wrong := c.weigh(open, standard)
	out.Errors += wrong
	return out, nil
}

type simplifier struct {
	*counter
	pessimist pessimist
}

// rate returns the errors expected for each guest; of a rule without guests all.
func (s *simplifier) rate(d *draft) float64 {
	if d.guests == 0 {
		return 1
	}
	return s.pessimist.errors(d.guests, d.errors) / d.guests
}

// simplify drops the test without which the rule is best, again and again while it is no worse.
func (s *simplifier) simplify(d *draft) {
	rows := make([]*segment.Rows, len(d.tests))
	for i := range d.tests {
		rows[i] = s.rowsOf(&d.tests[i])
	}
	s.recount(d, rows, -1)
	for len(d.tests) > 0 {
		best, least := -1, s.rate(d)
		var without draft
		for i := range d.tests {
			tried := draft{class: d.class}
			s.recount(&tried, rows, i)
			if rate := s.rate(&tried); rate < least-tie || best < 0 && rate <= least+tie {
				best, least, without = i, rate, tried
			}
		}
		if best < 0 {
			return
		}
		d.guests, d.errors = without.guests, without.errors
		d.tests, rows = slices.Delete(d.tests, best, best+1), slices.Delete(rows, best, best+1)
	}
}

// recount counts a rule without one of its tests, -1 for with all.
func (s *simplifier) recount(d *draft, rows []*segment.Rows, without int) {
	held := s.everybody()
	for i, r := range rows {
		if i != without {
			held.And(r)
		}
	}
	d.guests, d.errors = s.weigh(held, d.class)
}

// needed returns the rules that are the first to hold for somebody, and the guests for whom none holds.
func (s *simplifier) needed(drafts []draft) ([]draft, *segment.Rows) {
	open := s.everybody()
	var kept []draft
	for i := range drafts {
		rows := s.rows(&drafts[i])
		if open.CountAnd(rows) == 0 {
			continue
		}
		open.AndNot(rows)
		kept = append(kept, drafts[i])
	}
	return kept, open
}

// mostFrequent returns the class with the most weight among guests, standard on a tie or for nobody.
func (s *simplifier) mostFrequent(rows *segment.Rows, standard uint8) uint8 {
	best, least := standard, 0.0
	_, least = s.weigh(rows, standard)
	for c := range s.classes {
		if _, wrong := s.weigh(rows, uint8(c)); wrong < least-tie {
			best, least = uint8(c), wrong
		}
	}
	return best
}
