package tree

// nearlyAsGood is how many errors more a smaller tree may be expected to make, as in C4.5.
const nearlyAsGood = 0.1

// errors returns the weight of the guests that a node would class wrongly as a leaf; with costs, what they cost.
func (g *grower) errors(counts []int64) float64 {
	return g.loss.cost(counts, g.loss.class(counts)) * g.measure.scale
}

// overLeaves returns the sum of a figure of the leaves below a node.
func (n *grown) overLeaves(figure func(counts []int64) float64) float64 {
	if n.split == nil {
		return figure(n.counts)
	}
	out := 0.0
	for _, son := range n.sons {
		out += son.overLeaves(figure)
	}
	return out
}

func (n *grown) cut() { n.split, n.sons = nil, nil }

// collapse takes away splits that do not lower the errors on the guests of the tree.
func (g *grower) collapse(n *grown) {
	if n.split == nil {
		return
	}
	if n.overLeaves(g.errors) >= g.errors(n.counts)-nearMean {
		n.cut()
		return
	}
	for _, son := range n.sons {
		g.collapse(son)
	}
}

// expected returns the pessimistic errors of counts as a leaf.
func (g *grower) expected(counts []int64) float64 {
	return g.pessimist.errors(g.measure.weight(sum(counts)), min(g.errors(counts), g.measure.weight(sum(counts))))
}

// expectedOfBranch returns the pessimistic errors of a branch if it held the guests of s, whose order it changes.
func (g *grower) expectedOfBranch(n *grown, s sample) float64 {
	if n.split == nil {
		return g.expected(s.counts(g.layout.classes))
	}
	out := 0.0
	for i, part := range g.divide(s, n.split) {
		out += g.expectedOfBranch(n.sons[i], part)
	}
	return out
}

// pruneByError makes a node a leaf, or puts its largest branch in its place, where that is expected to be hardly worse on
// new guests. It works upwards.
//
// Source: J. R. Quinlan, C4.5 (1993), chapter 4; the order of the comparisons is that of release 8.
func (g *grower) pruneByError(n *grown) {
	if n.split == nil {
		return
	}
	for _, son := range n.sons {
		g.pruneByError(son)
	}
	g.settle(n)
}

func (g *grower) settle(n *grown) {
	tree, leaf := n.overLeaves(g.expected), g.expected(n.counts)
	branch, raised := 0.0, g.largestSon(n)
	if !g.settings.NoRaising {
		branch = g.expectedOfBranch(raised, n.sample.clone()) // dividing changes the order
	}
	switch {
	case leaf <= tree+nearlyAsGood+tie && (g.settings.NoRaising || leaf <= branch+nearlyAsGood+tie):
		n.cut()
	case !g.settings.NoRaising && branch <= tree+nearlyAsGood+tie:
		n.split, n.sons = raised.split, raised.sons
		g.refill(n, n.sample)
		g.pruneByError(n)
	}
}

// largestSon returns the son with the most weight, the last of equals as in C4.5.
func (g *grower) largestSon(n *grown) *grown {
	best := n.sons[0]
	for _, son := range n.sons {
		if sum(son.counts) >= sum(best.counts)-g.loss.near {
			best = son
		}
	}
	return best
}

// refill gives a raised branch the guests of the node that it replaces.
func (g *grower) refill(n *grown, s sample) {
	n.sample, n.counts = s, s.counts(g.layout.classes)
	if n.split == nil {
		return
	}
	parts := g.divide(s, n.split) // where nobody is known, by the shares of before
	n.split.bags = make([]int64, len(parts))
	for i, part := range parts {
		n.split.bags[i] = sum(part.counts(g.layout.classes))
		g.refill(n.sons[i], part)
	}
}

// clone returns the guests in memory of their own.
func (s sample) clone() sample {
	return sample{
		rows:    append([]int32(nil), s.rows...),
		labels:  append([]uint8(nil), s.labels...),
		weights: append([]int64(nil), s.weights...),
	}
}
