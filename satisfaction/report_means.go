package satisfaction

import (
	"math"
)

// ReportMeans returns, from moments alone, the weighted sum of the questions' means at every node, with intervals. It
// needs no rows, so that summaries of many hotels, or weighted cells, give a chain's report.
//
// Result: SD is the spread that a guest's score would have by the covariances, each over the guests who answered both
// questions; its n is the smallest effective number of them. Guests counts those of the question answered least. A node
// with a question that nobody answered leaves it out, as the missing rule by level does.
//
//	S = Σ wᵢ x̄ᵢ,  sd² = Σᵢ Σⱼ wᵢ wⱼ sᵢⱼ
//
// Errors: a [*hotelcrm.ParamError] for a level outside (0, 1), or [ErrMismatch] for moments of another form.
func (s *Scorer) ReportMeans(m *Moments, level float64) (*Report, error) {
	if err := checkLevel(level); err != nil {
		return nil, err
	}
	if s.form == nil || m == nil || m.form == nil || !m.form.same(s.form) {
		return nil, ErrMismatch
	}
	r := &Report{Convention: ScoreOfMeans, Scoring: s.scoring, Weighting: m.noted, Level: level, Rows: m.rows}
	for _, row := range s.rows {
		r.Nodes = append(r.Nodes, s.scoreOfMeans(m, row, level))
	}
	r.warn()
	return r, nil
}

// weighted is one question's weight within a node.
type weighted struct {
	leaf   int
	weight float64
}

// questions returns the questions of a node that somebody answered, with weights that sum to 1, and their share of the
// node's weight.
func (s *Scorer) questions(m *Moments, row reportRow) ([]weighted, float64) {
	if row.node < 0 {
		if m.at(s.leaves[row.leaf].column, s.leaves[row.leaf].column).weight == 0 {
			return nil, 0
		}
		return []weighted{{row.leaf, 1}}, 1
	}
	return s.below(m, row.node)
}

func (s *Scorer) below(m *Moments, node int) (out []weighted, answered float64) {
	n := &s.nodes[node]
	var sum float64
	add := func(list []weighted, parts, share float64) {
		if len(list) == 0 {
			return
		}
		for _, q := range list {
			out = append(out, weighted{q.leaf, q.weight * parts})
		}
		sum += parts
		answered += float64(parts * share)
	}
	for _, child := range n.inner {
		list, share := s.below(m, child.node)
		add(list, child.parts, share)
	}
	for k := n.first; k < n.last; k++ {
		list, share := s.questions(m, reportRow{node: -1, leaf: k})
		add(list, s.parts(k), share)
	}
	if sum == 0 {
		return nil, 0
	}
	for i := range out {
		out[i].weight /= sum
	}
	return out, answered / n.total
}

// parts returns the parts of a question, which every answer to it carries.
func (s *Scorer) parts(leaf int) float64 {
	l := &s.leaves[leaf]
	return float64(l.table[s.form.coders[l.column].top] & partsMask)
}

func (s *Scorer) scoreOfMeans(m *Moments, row reportRow, level float64) NodeScore {
	list, answered := s.questions(m, row)
	out := NodeScore{ID: row.id, Depth: row.depth, Answered: answered, Interval: Interval{s.low, s.high, level, NoInterval}}
	if len(list) == 0 {
		return out
	}
	var share, variance float64
	n, guests := math.Inf(1), int64(math.MaxInt64)
	for _, a := range list {
		share += float64(a.weight * s.meanShare(m, a.leaf))
		i := s.leaves[a.leaf].column
		guests = min(guests, m.at(i, i).rows)
		for _, b := range list {
			j := s.leaves[b.leaf].column
			n = min(n, m.EffectiveN(i, j))
			cov, _ := m.Covariance(i, j)
			variance += float64(float64(a.weight*b.weight) * cov / float64(s.width(a.leaf)*s.width(b.leaf)))
		}
	}
	out.Mean = s.value(share * s.units)
	out.Guests, out.EffectiveN = guests, n
	if n < 2-1e-9 {
		return out
	}
	out.SD = (s.high - s.low) * math.Sqrt(max(0, variance))
	out.Interval = s.meanInterval(out, level)
	return out
}

// meanShare returns where the mean of a question lies between the ends of its scale, in [0, 1].
func (s *Scorer) meanShare(m *Moments, leaf int) float64 {
	i := s.leaves[leaf].column
	c, p := s.form.coders[i], m.at(i, i)
	return (float64(c.offset) + float64(float64(c.perStep)*(p.sum/p.weight-1))) / float64(c.places)
}

// width returns the distance between the ends of a question's scale.
func (s *Scorer) width(leaf int) float64 {
	c := s.form.coders[s.leaves[leaf].column]
	return c.high - c.low
}
