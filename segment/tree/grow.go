package tree

import (
	"github.com/hotelcrm/hotelcrm/internal/share"
	"github.com/hotelcrm/hotelcrm/segment"
)

// grower grows one tree.
type grower struct {
	table      *Binned
	settings   Settings
	used       []int  // columns that compete
	manyLevels []bool // of used
	unit       int64  // integer weight of one guest
	measure    *measure
	layout     layout
	loss       *loss
	pessimist  pessimist
	pool       []histogram
	tallies    []tally // of each worker
	scratch    scratch
	counts     []int64   // weight of each class
	alone      []float64 // accuracy by each attribute of used alone
}

// grown is a node while the tree is being made. A node without a split is a leaf.
type grown struct {
	split  *split
	counts []int64 // weight of each class
	sons   []*grown
	sample sample
}

func newGrower(b *Binned, s Settings) *grower {
	g := &grower{table: b, settings: s, unit: 1}
	for i := range b.columns {
		if many := b.hasManyLevels(i); !many || s.ManyLevels {
			g.used = append(g.used, i)
			g.manyLevels = append(g.manyLevels, many)
		}
	}
	if b.weights != nil || s.Priors != nil || s.Costs != nil || s.Missing == Fractional && (s.Nominal == Levels || b.missesAny(g.used)) {
		g.unit = weightUnit // weights are fractions of guests
	}
	g.measure = newMeasure(s.Criterion, g.unit)
	g.loss, g.pessimist = newLoss(b, s), newPessimist(s.Confidence)
	g.loss.near = int64(tie * float64(g.unit))
	g.tallies = make([]tally, share.Count(len(g.used), s.Workers))
	return g
}

// manyShare is from which share of the guests on the levels in use are too many to be an attribute: an id, a name.
const manyShare = 0.3

// fewLevels never are too many.
const fewLevels = 10

func (b *Binned) hasManyLevels(i int) bool {
	column := &b.columns[i]
	if column.attribute.Kind != segment.Nominal || column.n <= fewLevels {
		return false
	}
	seen, used := make([]bool, column.n+1), 0
	for row := range b.Len() {
		if bin := column.at(row); bin > 0 && !seen[bin] {
			seen[bin] = true
			used++
		}
	}
	return used > fewLevels && float64(used) >= manyShare*float64(b.Len())
}

// missesAny reports whether a guest lacks a value in one of the columns.
func (b *Binned) missesAny(used []int) bool {
	for _, i := range used {
		column := &b.columns[i]
		for row := range b.Len() {
			if column.at(row) == 0 {
				return true
			}
		}
	}
	return false
}

// grow grows the whole tree from the guests of s.
func (g *grower) grow(s sample) *grown {
	g.layout = g.layoutFor(s)
	root := &grown{counts: s.counts(g.layout.classes), sample: s}
	g.counts = root.counts
	if g.ends(root, 0) || len(g.used) == 0 {
		return root
	}
	h := g.take()
	g.count(h, s)
	g.inspect(h, root)
	g.divideNode(root, h, 0)
	return root
}

// ends reports whether a node is a leaf whatever its attributes.
func (g *grower) ends(n *grown, depth int) bool {
	total := sum(n.counts)
	return depth >= g.settings.MaxDepth ||
		g.measure.weight(total) < g.settings.MinSplit-tie ||
		g.measure.weight(total-n.counts[largest(n.counts, 0)]) < tie
}

// divideNode splits a node as long as that is worth it. It owns h, the histogram of the node.
func (g *grower) divideNode(n *grown, h histogram, depth int) {
	n.split = g.choose(h, n)
	if n.split == nil {
		g.give(h)
		return
	}
	n.sons = make([]*grown, n.split.branches)
	for i, part := range g.divide(n.sample, n.split) {
		n.sons[i] = &grown{counts: part.counts(g.layout.classes), sample: part}
	}
	g.divideSons(n, h, depth+1)
}

// divideSons goes on with the sons. The histogram of the largest is what the others leave of that of the node.
func (g *grower) divideSons(n *grown, h histogram, depth int) {
	heir := 0
	for i, son := range n.sons {
		if son.sample.len() > n.sons[heir].sample.len() {
			heir = i
		}
	}
	inherits := !g.ends(n.sons[heir], depth)
	for i, son := range n.sons {
		goesOn := !g.ends(son, depth)
		if i == heir || !inherits && !goesOn || son.sample.len() == 0 {
			continue
		}
		own := g.take()
		g.count(own, son.sample)
		if inherits {
			g.leave(h, own, son.sample, n.sons[heir].sample)
		}
		if goesOn {
			g.divideNode(son, own, depth)
		} else {
			g.give(own)
		}
	}
	if inherits {
		g.divideNode(n.sons[heir], h, depth)
	} else {
		g.give(h)
	}
}
