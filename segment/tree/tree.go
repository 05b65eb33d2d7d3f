package tree

import (
	"slices"

	"github.com/hotelcrm/hotelcrm/segment"
)

// Tree is a decision tree: immutable, safe for concurrent use, JSON both ways. [Fit] makes one.
type Tree struct {
	attributes []segment.Attribute // in the order of the table that it was learnt from
	class      segment.Attribute
	settings   Settings
	missing    Missing   // how guests without a value are classed
	guests     int       // learnt from
	nodes      []node    // the root first; the sons of a node lie side by side, after it
	hops       []hop     // the nodes in short
	weights    []float64 // of each class at each node, in guests
	sets       []int8    // sides of the levels of among splits, side by side
}

// node is one node of a tree.
type node struct {
	attr    int32 // index of the attribute; -1 for a leaf
	first   int32 // the first son
	sons    int32 // how many there are
	missing int32 // the son of guests without a value; fractional: all
	heavy   int32 // the son with the most weight
	levels  int32 // each, among: how many levels the attribute has
	set     int32 // among: where the sides of the levels begin in sets
	class   uint8
	shape   shape
	gain    float64 // per guest of the node, as the criterion counts it, before any penalty
	value   float64 // atMost: the threshold; of an ordinal the place of the level
	total   float64 // weight
	errors  float64 // weight of the guests of other classes
}

// Leaves returns the number of leaves.
func (t *Tree) Leaves() int {
	n := 0
	for i := range t.nodes {
		if t.nodes[i].attr < 0 {
			n++
		}
	}
	return n
}

// Len returns the number of nodes, leaves included.
func (t *Tree) Len() int { return len(t.nodes) }

// Depth returns the most tests on a path from the root to a leaf.
func (t *Tree) Depth() int {
	if len(t.nodes) == 0 {
		return 0
	}
	return t.depth(0)
}

func (t *Tree) depth(i int32) int {
	deepest, n := 0, &t.nodes[i]
	for s := range n.sons {
		deepest = max(deepest, 1+t.depth(n.first+s))
	}
	return deepest
}

// Guests returns how many guests the tree was learnt from.
func (t *Tree) Guests() int { return t.guests }

// Settings returns the settings that the tree was learnt by, defaults filled in.
func (t *Tree) Settings() Settings {
	s := t.settings
	s.Priors = slices.Clone(s.Priors)
	s.Costs = slices.Clone(s.Costs)
	for i := range s.Costs {
		s.Costs[i] = slices.Clone(s.Costs[i])
	}
	return s
}

// Missing returns what becomes of a guest without a value.
func (t *Tree) Missing() Missing { return t.missing }

// Routed returns the tree that sends guests without a value down the branch with the most guests, where t sends them down
// all: coarser, but of every size it can be written as rules and as SQL.
func (t *Tree) Routed() *Tree {
	out := *t
	out.missing = Majority
	out.nodes = slices.Clone(t.nodes)
	for i := range out.nodes {
		if n := &out.nodes[i]; n.missing == fractional {
			n.missing = n.heavy
		}
	}
	out.hops = out.short()
	return &out
}

// Attributes returns the attributes that the tree was learnt from, used or not.
func (t *Tree) Attributes() []segment.Attribute { return slices.Clone(t.attributes) }

// Class returns the attribute whose levels are the classes.
func (t *Tree) Class() segment.Attribute { return t.class }

// Classes returns the ids of the classes in the order of their numbers.
func (t *Tree) Classes() []string {
	out := make([]string, len(t.class.Levels))
	for i := range out {
		out[i] = t.class.Levels[i].ID
	}
	return out
}

// at returns the weight of each class at a node.
func (t *Tree) at(i int32) []float64 {
	k := len(t.class.Levels)
	return t.weights[int(i)*k : (int(i)+1)*k]
}

// side returns the side of a level of an among split: 0, 1, or -1 for neither.
func (t *Tree) side(n *node, level int) int8 { return t.sets[int(n.set)+level] }
