package tree

import (
	"math"

	"github.com/hotelcrm/hotelcrm/segment"
)

// evidence is the class counts of one attribute at one node.
type evidence struct {
	cells   []int64  // bin 0 first; of some bins or all
	places  []uint16 // which bins those are; nil: all
	classes int
	missing []int64 // of bin 0
	known   []int64 // all bins but 0
	base    float64 // impurity of the guests that the branches divide
	total   float64 // weight of the node, in guests
}

func (e *evidence) bins() int { return len(e.cells)/e.classes - 1 }

func (e *evidence) bin(b int) []int64 { return e.cells[b*e.classes : (b+1)*e.classes] }

// place returns which bin of its column bin b is.
func (e *evidence) place(b int) int {
	if e.places == nil {
		return b
	}
	return int(e.places[b])
}

// evidence reads the histogram of one attribute, or where the node is sparse counts its guests by t: then it holds until t
// is used again.
func (g *grower) evidence(h histogram, i int, n *grown, t *tally) evidence {
	if g.sparse(i, n.sample) {
		t.of(&g.table.columns[g.used[i]], n.sample, g.layout.classes)
		return g.weigh(t.cells, t.bins, n.counts)
	}
	return g.weigh(g.layout.of(h, i), nil, n.counts)
}

// weigh returns the evidence of cells. all are the class counts of the node.
func (g *grower) weigh(cells []int64, places []uint16, all []int64) evidence {
	k := len(all)
	e := evidence{cells: cells, places: places, classes: k, missing: cells[:k], known: make([]int64, k)}
	for c := range all {
		e.known[c] = all[c] - e.missing[c]
	}
	e.total = g.measure.weight(sum(all))
	if e.base = g.measure.of(e.known); g.settings.Missing == OwnBranch {
		e.base = g.measure.of(all) - g.measure.of(e.missing)
	}
	return e
}

// score returns the best split of an attribute.
func (g *grower) score(kind segment.Kind, e *evidence) candidate {
	switch {
	case kind != segment.Nominal:
		return g.scoreCuts(e)
	case g.settings.Nominal == Multiway:
		return g.scoreEach(e)
	case g.settings.Nominal == OneLevel:
		return g.scoreOneLevel(e)
	}
	return g.scoreLevels(e)
}

// gain returns the gain per guest of the node where the branches have the given impurity together. Next to nothing is
// nothing.
func (e *evidence) gain(branches float64) float64 {
	gain := e.base - branches
	if math.Abs(gain) < tie {
		return 0
	}
	return gain / e.total
}

// info returns the information of a division into branches in bits; missing guests are a branch of it.
func (g *grower) info(e *evidence, bags ...int64) float64 {
	all := sum(e.known) + sum(e.missing)
	out := g.measure.xlog(all) - g.measure.xlog(sum(e.missing))
	for _, bag := range bags {
		out -= g.measure.xlog(bag)
	}
	return out / e.total
}

// leastSide returns the least weight on either side of a cut, in guests.
func (g *grower) leastSide(e *evidence) float64 {
	least := g.settings.MinLeaf
	if g.settings.Criterion == GainRatio {
		least = max(least, min(25, 0.1*g.measure.weight(sum(e.known))/float64(e.classes)))
	}
	return least - tie
}

// scoreCuts tries a cut behind every bin that has guests, of a number or an ordinal.
func (g *grower) scoreCuts(e *evidence) candidate {
	best := candidate{cut: -1}
	known, least := sum(e.known), g.leastSide(e)
	left, below, atCut := make([]int64, e.classes), int64(0), int64(0)
	for b, bins := 1, e.bins(); b <= bins; b++ {
		counts := e.bin(b)
		here := sum(counts)
		if here == 0 {
			continue
		}
		if best.cut > 0 && best.next == 0 {
			best.next = e.place(b)
		}
		below += here
		for c, n := range counts {
			left[c] += n
		}
		if g.measure.weight(below) < least || g.measure.weight(known-below) < least || below == known {
			continue
		}
		best.candidates++
		if gain := e.gain(g.measure.of(left) + g.measure.rest(e.known, left)); gain > best.raw+tie {
			best.raw, best.cut, best.next, atCut = gain, e.place(b), 0, below
		}
	}
	if best.cut < 0 {
		return candidate{}
	}
	best.info = g.info(e, atCut, known-atCut)
	best.gain = best.raw
	if g.settings.Criterion == GainRatio && !g.settings.NoCutPenalty {
		best.gain -= math.Log2(float64(best.candidates)) / e.total
	}
	best.valid = best.gain > tie
	return best
}

// scoreEach divides by level. Two levels must have enough guests.
func (g *grower) scoreEach(e *evidence) candidate {
	bags, enough, branches := make([]int64, e.bins()), 0, 0.0
	for b := range bags {
		counts := e.bin(b + 1)
		bags[b] = sum(counts)
		branches += g.measure.of(counts)
		if g.measure.weight(bags[b]) >= g.settings.MinLeaf-tie && bags[b] > 0 {
			enough++
		}
	}
	if enough < 2 {
		return candidate{}
	}
	gain := e.gain(branches)
	return candidate{valid: true, gain: gain, raw: gain, info: g.info(e, bags...), candidates: 1}
}
