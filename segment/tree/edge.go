package tree

import (
	"slices"

	"github.com/hotelcrm/hotelcrm/segment"
)

// edge returns what is known of a value that leads a guest who has one from a node to a son.
func (t *Tree) edge(n *node, son int32) belief {
	b := anything(&t.attributes[n.attr])
	b.missing = false
	for _, p := range t.parts(n, &b) {
		if p.son == son {
			return p.belief
		}
	}
	return nothing(&b) // the branch of missing values
}

// label returns the condition that leads from a node to a son; that missing values may go there too is not said.
func (t *Tree) label(n *node, son int32) segment.Condition {
	b := t.edge(n, son)
	if b.levels != nil && b.possible() && !slices.Contains(b.levels, false) {
		b.missing = true // a set of all levels asks nothing
	}
	return b.condition(&t.attributes[n.attr])
}
