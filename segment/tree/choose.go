package tree

import "github.com/hotelcrm/hotelcrm/internal/share"

// choose returns the best split of a node with histogram h, nil if there is none worth making.
func (g *grower) choose(h histogram, n *grown) *split {
	found := g.candidates(h, n)
	best := g.best(found)
	if best < 0 {
		return nil
	}
	e := g.evidence(h, best, n, &g.tallies[0])
	return g.split(best, &found[best], &e)
}

// candidates scores every competing attribute, several at once where that pays.
func (g *grower) candidates(h histogram, n *grown) []candidate {
	out := make([]candidate, len(g.used))
	share.Out(len(g.used), g.workers(n.sample), func(w, from, to int) {
		for i := from; i < to; i++ {
			e := g.evidence(h, i, n, &g.tallies[w])
			out[i] = g.score(g.table.columns[g.used[i]].attribute.Kind, &e)
		}
	})
	return out
}

// best returns the place of the winner, -1 for none: the highest score, on a tie the lowest index.
func (g *grower) best(found []candidate) int {
	if g.settings.Criterion == GainRatio {
		return g.bestRatio(found)
	}
	best, score := -1, tie
	if g.settings.Criterion == Gini {
		score = 0 // a decrease of the Gini index may be small, and is exact enough to tell from nothing
	}
	for i := range found {
		if found[i].valid && found[i].gain > score+tie {
			best, score = i, found[i].gain
		}
	}
	return best
}

// nearMean is how far below the mean gain an attribute may be, as in C4.5.
const nearMean = 1e-3

// bestRatio returns the highest gain ratio among the attributes with at least the mean gain. Attributes with very many
// levels do not count in the mean.
func (g *grower) bestRatio(found []candidate) int {
	mean, n := 0.0, 0
	for i := range found {
		if found[i].valid && !g.manyLevels[i] {
			mean += found[i].gain
			n++
		}
	}
	if n > 0 {
		mean /= float64(n)
	}
	best, score := -1, 0.0
	for i := range found {
		c := &found[i]
		if c.valid && (g.settings.NoMeanFilter || c.gain >= mean-nearMean) && c.ratio() > score+tie {
			best, score = i, c.ratio()
		}
	}
	return best
}

// split makes a split of a candidate and of the evidence for it.
func (g *grower) split(i int, c *candidate, e *evidence) *split {
	column := &g.table.columns[g.used[i]]
	s := &split{attr: g.used[i], shape: atMost, cut: c.cut, side: c.side, branches: 2, missing: fractional, gain: c.raw}
	switch {
	case c.side != nil:
		s.shape = among
	case column.nominal():
		s.shape, s.branches = each, column.n
	default:
		s.cut, s.value = column.threshold(c.cut, c.next, g.settings.Threshold)
	}
	s.bags = make([]int64, s.branches)
	for b := 1; b <= e.bins(); b++ {
		if branch, decided := s.branch(e.place(b)); decided {
			s.bags[branch] += sum(e.bin(b))
		}
	}
	g.sendMissing(s, sum(e.missing))
	return s
}

// sendMissing decides where guests without a value go.
func (g *grower) sendMissing(s *split, missing int64) {
	if g.settings.Missing == Fractional {
		return
	}
	s.missing = largest(s.bags, g.loss.near)
	if g.settings.Missing == OwnBranch && missing > 0 {
		s.missing = s.branches
		s.branches++
		s.bags = append(s.bags, missing)
	}
}

// threshold returns the last bin below a cut and the number that is written for it. The cut lies behind bin below; next
// is the first bin above it that has guests at the node. Bins between them have guests elsewhere.
func (b *bins) threshold(below, next int, style Threshold) (int, float64) {
	mid := between(b.high[below], b.low[next])
	last, observed := below, below
	for last+1 < next && b.high[last+1] <= mid {
		if last++; b.taken == nil || b.taken[last] {
			observed = last
		}
	}
	switch {
	case style == Observed || levelled(b.attribute.Kind):
		return observed, b.high[observed]
	case mid < b.low[last+1]:
		return last, mid
	}
	// A bin of many values lies across the midpoint, so the threshold keeps beside it.
	return last, between(b.high[last], b.low[last+1])
}

// between returns the number halfway from low to high, low where there is none.
func between(low, high float64) float64 {
	mid := (low + high) / 2
	if mid-mid != 0 { // too large
		mid = low/2 + high/2
	}
	if mid >= high {
		return low
	}
	return mid
}
