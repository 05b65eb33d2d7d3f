package tree

import (
	"fmt"
	"slices"
)

// decision is a node of the tree with missing values written out: it asks what to do with a guest without a value as of
// any other, so that every guest takes one path. Rules and SQL are read off it.
type decision struct {
	attr  int32 // -1 for a leaf
	class uint8
	parts []part // of what is known of the attribute here; the part with missing values last
	sons  []*decision
	rule  int // of a leaf: the number of its rule
}

// follow returns the leaf of a guest.
func (d *decision) follow(g *guest) *decision {
	for d.attr >= 0 {
		v := g.value(d.attr)
		i := 0
		for i+1 < len(d.parts) && !d.parts[i].belief.meets(v) {
			i++
		}
		d = d.sons[i] // the last part holds what no other does
	}
	return d
}

// maxDecisions bounds the leaves of a tree with missing values written out, which can double with every test.
const maxDecisions = 20_000

// expander writes out what becomes of missing values.
type expander struct {
	tree   *Tree
	values []float64 // a guest that fits the beliefs
	known  []belief
	left   int // leaves that may still come
}

// decisions returns the tree with missing values written out. It classes every guest as the tree does.
//
// Errors: [ErrTooLarge] is wrapped for more than 20,000 leaves.
func (t *Tree) decisions() (*decision, error) {
	if len(t.nodes) == 0 {
		return nil, ErrEmpty
	}
	e := &expander{tree: t, values: make([]float64, len(t.attributes)), known: make([]belief, len(t.attributes)), left: maxDecisions}
	for i := range e.known {
		e.known[i] = anything(&t.attributes[i])
	}
	root := e.expand()
	if e.left < 0 {
		return nil, fmt.Errorf("%w: more than %d ways through the tree; Routed sends missing values one way", ErrTooLarge, maxDecisions)
	}
	return root, nil
}

// expand returns the decision about the guests that fit what is known.
func (e *expander) expand() *decision {
	i := e.open(0)
	if i < 0 || e.left < 0 {
		e.left--
		return &decision{attr: -1, class: e.class()}
	}
	n := &e.tree.nodes[i]
	if n.shape == each && n.sons > maxDecisions {
		e.left = -1 // each of its levels is a way of its own
		return &decision{attr: -1, class: n.class}
	}
	d := &decision{attr: n.attr}
	before := e.known[n.attr]
	d.parts = e.tree.parts(n, &before)
	for _, p := range d.parts {
		e.known[n.attr] = p.belief
		d.sons = append(d.sons, e.expand())
	}
	e.known[n.attr] = before
	if d.sons[0].attr < 0 && !slices.ContainsFunc(d.sons, func(s *decision) bool { return s.attr >= 0 || s.class != d.sons[0].class }) {
		e.left += len(d.sons) - 1
		return d.sons[0] // all ways lead to one class
	}
	return d
}

// open returns the first node on the ways of the guests that fit whose outcome is not known, -1 for none.
func (e *expander) open(i int32) int32 {
	n := &e.tree.nodes[i]
	if n.attr < 0 {
		return -1
	}
	parts := e.tree.parts(n, &e.known[n.attr])
	if len(parts) > 1 {
		return i
	}
	if parts[0].son >= 0 {
		return e.open(n.first + parts[0].son)
	}
	for s := range n.sons {
		if e.tree.share(n, s) > 0 {
			if found := e.open(n.first + s); found >= 0 {
				return found
			}
		}
	}
	return -1
}

// class returns the class of the guests that fit.
func (e *expander) class() uint8 {
	for i := range e.known {
		e.values[i] = e.known[i].witness()
	}
	return e.tree.classOf(&guest{values: e.values})
}
