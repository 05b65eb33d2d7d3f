package tree

import (
	"slices"

	"github.com/hotelcrm/hotelcrm/segment"
)

// edge returns what is known of a value that leads a guest who has one from a node to a son.
func (t *Tree) edge(n *node, son int32) belief {
	b := anything(&t.attributes[n.attr])
	b.missing = false
	switch {
	case n.shape == atMost && son == 0:
		b.high = n.value
	case n.shape == atMost && son == 1:
		b.low = n.value
	case n.shape == atMost:
		return nothing(&b)
	default:
		h := n.hop()
		for level := range b.levels {
			b.levels[level] = h.branch(t, float64(level)) == son
		}
	}
	if !b.possible() {
		return nothing(&b) // the branch of missing values
	}
	return b
}

// label returns the condition that leads from a node to a son; that missing values may go there too is not said.
func (t *Tree) label(n *node, son int32) segment.Condition {
	if n.shape == each && son < n.levels { // without a look at the other levels, which may be thousands
		return segment.Is(t.attributes[n.attr].ID, segment.Equal, t.attributes[n.attr].Levels[son].ID)
	}
	b := t.edge(n, son)
	if b.levels != nil && b.possible() && !slices.Contains(b.levels, false) {
		b.missing = true // a set of all levels asks nothing
	}
	return b.condition(&t.attributes[n.attr])
}
