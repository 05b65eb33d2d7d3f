package tree

// pruneByCost leaves the smallest tree among those with the least errors plus alpha for each leaf, and returns that sum.

// Source: L. Breiman et al., Classification and Regression Trees (1984), section 3.3.
func (g *grower) pruneByCost(n *grown, alpha float64) float64 {
	leaf := g.errors(n.counts) + alpha
	if n.split == nil {
		return leaf
	}
	below := 0.0
	for _, son := range n.sons {
		below += g.pruneByCost(son, alpha)
	}
	if leaf <= below+tie {
		n.cut()
		return leaf
	}
	return below
}
