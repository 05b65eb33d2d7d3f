package tree

import (
	"math"
	"slices"
)

// link is a branch with what each of its leaves lowers the risk by: cutting it costs that much a leaf.
type link struct {
	node  *grown
	alpha float64
}

// links are the weakest links of a tree and of its branches. What is found of a branch is kept until a cut in it, so that a
// cut costs the nodes above it and their sons.
//
// Source: L. Breiman et al., Classification and Regression Trees (1984), section 3.3.
type links struct {
	risk  func(*grown) float64
	found map[*grown]branchLinks
}

// branchLinks is the weakest link of a branch, the highest and leftmost of equals, with the risk and the number of its
// leaves; the link has no node where there is nothing to cut.
type branchLinks struct {
	weakest link
	below   float64
	leaves  int
}

func newLinks(risk func(*grown) float64) *links { return &links{risk, map[*grown]branchLinks{}} }

func (l *links) of(n *grown) branchLinks {
	if n.split == nil {
		return branchLinks{link{nil, math.Inf(1)}, l.risk(n), 1}
	}
	if out, ok := l.found[n]; ok {
		return out
	}
	out := branchLinks{weakest: link{nil, math.Inf(1)}}
	for _, son := range n.sons {
		s := l.of(son)
		out.below += s.below
		out.leaves += s.leaves
		if s.weakest.alpha < out.weakest.alpha-tie*tie {
			out.weakest = s.weakest
		}
	}
	if alpha := (l.risk(n) - out.below) / float64(max(1, out.leaves-1)); alpha <= out.weakest.alpha+tie*tie {
		out.weakest = link{n, alpha}
	}
	l.found[n] = out
	return out
}

// cut makes the weakest link below a node a leaf.
func (l *links) cut(n *grown) {
	gone := l.of(n).weakest.node
	for n != gone {
		delete(l.found, n)
		n = n.sons[slices.IndexFunc(n.sons, func(son *grown) bool { return l.of(son).weakest.node == gone })]
	}
	delete(l.found, gone)
	gone.cut()
}

// pruneToLeaves cuts the weakest links until there are no more leaves than allowed.
func (g *grower) pruneToLeaves(root *grown) {
	if g.settings.MaxLeaves == 0 {
		return
	}
	l := newLinks(g.errorsAt)
	for root.split != nil && l.of(root).leaves > g.settings.MaxLeaves {
		l.cut(root)
	}
}

func (g *grower) errorsAt(n *grown) float64 { return g.errors(n.counts) }

func (g *grower) impurityAt(n *grown) float64 { return g.measure.of(n.counts) }
