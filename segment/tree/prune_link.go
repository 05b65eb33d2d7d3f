package tree

import "math"

// link is a branch with what each of its leaves lowers the risk by: cutting it costs that much a leaf.
type link struct {
	node  *grown
	alpha float64
}

// weakest returns the branch whose leaves lower the risk least, the highest and leftmost of equals, with the risk and the
// number of all leaves; node is nil where there is no branch.
//
// Source: L. Breiman et al., Classification and Regression Trees (1984), section 3.3.
func weakest(n *grown, risk func(*grown) float64) (best link, below float64, leaves int) {
	if n.split == nil {
		return link{nil, math.Inf(1)}, risk(n), 1
	}
	best = link{nil, math.Inf(1)}
	for _, son := range n.sons {
		l, r, k := weakest(son, risk)
		below += r
		leaves += k
		if l.alpha < best.alpha-tie*tie {
			best = l
		}
	}
	own := link{n, (risk(n) - below) / float64(max(1, leaves-1))}
	if own.alpha <= best.alpha+tie*tie {
		best = own
	}
	return best, below, leaves
}

// pruneToLeaves cuts the weakest links until there are no more leaves than allowed.
func (g *grower) pruneToLeaves(root *grown) {
	if g.settings.MaxLeaves == 0 {
		return
	}
	for {
		l, _, leaves := weakest(root, g.errorsAt)
		if leaves <= g.settings.MaxLeaves || l.node == nil {
			return
		}
		l.node.cut()
	}
}

func (g *grower) errorsAt(n *grown) float64 { return g.errors(n.counts) }

func (g *grower) impurityAt(n *grown) float64 { return g.measure.of(n.counts) }
