package satisfaction

import (
	"fmt"
	"math/big"
	"slices"

	"github.com/hotelcrm/hotelcrm/internal/refuse"
	"github.com/hotelcrm/hotelcrm/internal/strict"
)

// Version is the version of the JSON form of [Tree].
const Version = 1

// Node is one indicator: a question, or several indicators taken together.
//
// A child's weight in its parent is its Parts over the sum of the Parts of all children: a ratio of integers, so the
// weights of the children sum to exactly one, thirds included.
type Node struct {
	ID       string `json:"id"`
	Label    string `json:"label,omitempty"`
	LabelZH  string `json:"labelZh,omitempty"`
	Parts    int64  `json:"parts,omitempty"`    // of the parent's whole; not read at the root
	Of       int64  `json:"of,omitempty"`       // what the Parts of the children must sum to; 0: any total
	Scale    string `json:"scale,omitempty"`    // of a question: the id of its scale; empty: the tree's first
	Children []Node `json:"children,omitempty"` // none: a question
}

// Tree is a weighted tree of indicators of any depth. It is data: JSON both ways, never code.
type Tree struct {
	Version  int     `json:"version"` // of the form: 1
	ID       string  `json:"id"`
	Revision int     `json:"revision"` // counts the hotel's changes; see [Tree.Diff]
	Source   string  `json:"source,omitempty"`
	Scales   []Scale `json:"scales"`
	Root     Node    `json:"root"`
}

// maxParts bounds the sum of the Parts below a node: a weight may have 7 decimal places.
const maxParts = 10_000_000

// Validate returns a [*hotelcrm.ParamError] for a tree that cannot be, else nil: ids empty or used
// twice, no questions, negative parts, parts that sum to 0, to more than 10,000,000 or not to the declared Of, a scale
// that is missing or wrong; [hotelcrm.ErrVersion] for a newer form.
func (t Tree) Validate() error {
	if err := strict.Version("Tree.Version", t.Version, Version); err != nil {
		return err
	}
	if len(t.Root.Children) == 0 {
		return refuse.Param("Tree.Root.Children", "0", "at least one")
	}
	if err := t.validateIDs(); err != nil {
		return err
	}
	_, err := t.Form()
	return err
}

func (t Tree) validateIDs() error {
	seen := map[string]bool{}
	for _, s := range t.Scales {
		if seen[s.ID] {
			return refuse.Param("Tree.Scales", s.ID, "ids of their own")
		}
		seen[s.ID] = true
	}
	clear(seen)
	var wrong error
	t.Root.walk(func(n *Node) {
		switch {
		case wrong != nil:
		case n.ID == "" || seen[n.ID]:
			wrong = refuse.Param("Node.ID", n.ID, "an id of its own")
		default:
			seen[n.ID] = true
			wrong = n.validateParts()
		}
	})
	return wrong
}

func (n *Node) validateParts() error {
	var sum int64
	for i, child := range n.Children {
		if child.Parts < 0 || child.Parts > maxParts {
			return refuse.Param(fmt.Sprintf("Node %s.Children[%d].Parts", n.ID, i), fmt.Sprint(child.Parts), fmt.Sprintf("0 to %d", maxParts))
		}
		sum += child.Parts
	}
	switch {
	case len(n.Children) == 0:
	case sum < 1 || sum > maxParts:
		return refuse.Param("Node "+n.ID+".Children", fmt.Sprintf("parts %d", sum), fmt.Sprintf("a sum of 1 to %d", maxParts))
	case n.Of != 0 && n.Of != sum:
		return refuse.Param("Node "+n.ID+".Of", fmt.Sprint(n.Of), fmt.Sprintf("the sum of the children's parts, %d", sum))
	}
	return nil
}

// total returns the sum of the children's parts.
func (n *Node) total() int64 {
	var sum int64
	for _, child := range n.Children {
		sum += child.Parts
	}
	return sum
}

// walk visits the node and all below, parents first, in the order given.
func (n *Node) walk(visit func(*Node)) {
	visit(n)
	for i := range n.Children {
		n.Children[i].walk(visit)
	}
}

// find returns the node with an id, nil if there is none.
func (t *Tree) find(id string) *Node {
	var found *Node
	t.Root.walk(func(n *Node) {
		if n.ID == id && found == nil {
			found = n
		}
	})
	return found
}

// clone returns a tree whose nodes are its own.
func (t Tree) clone() Tree {
	t.Scales = slices.Clone(t.Scales)
	t.Root = t.Root.clone()
	return t
}

func (n Node) clone() Node {
	n.Children = slices.Clone(n.Children)
	for i, child := range n.Children {
		n.Children[i] = child.clone()
	}
	return n
}

// Form returns the tree's questions as a form, in the order of the tree, followed by extra items such as the overall
// rating.
//
// Errors: a [*hotelcrm.ParamError] for a scale that is missing, or what [NewForm] refuses.
func (t Tree) Form(extra ...Item) (*Form, error) {
	var items []Item
	var wrong error
	t.Root.walk(func(n *Node) {
		if len(n.Children) > 0 || wrong != nil {
			return
		}
		at := slices.IndexFunc(t.Scales, func(s Scale) bool { return s.ID == n.Scale })
		if n.Scale == "" {
			at = min(0, len(t.Scales)-1)
		}
		if at < 0 {
			wrong = refuse.Param("Node "+n.ID+".Scale", n.Scale, "the id of a scale of the tree")
			return
		}
		items = append(items, Item{ID: n.ID, Label: n.Label, LabelZH: n.LabelZH, Scale: t.Scales[at]})
	})
	if wrong != nil {
		return nil, wrong
	}
	return NewForm(append(items, extra...))
}

// Reweigh returns the tree with new parts for the children of one node, in their order, and the next revision. The tree
// itself is not changed.
//
// Errors: a [*hotelcrm.ParamError] for an unknown node, another number of parts than children, or parts that
// [Tree.Validate] refuses.
func (t Tree) Reweigh(node string, parts []int64) (Tree, error) {
	out := t.clone()
	n := out.find(node)
	if n == nil || len(n.Children) != len(parts) {
		return Tree{}, refuse.Param("node", node, fmt.Sprintf("a node with %d children", len(parts)))
	}
	for i, p := range parts {
		n.Children[i].Parts = p
	}
	if n.Of != 0 {
		n.Of = n.total()
	}
	out.Revision++
	return out, out.Validate()
}

// Share is the weight of one node in the whole tree.
type Share struct {
	ID    string
	Depth int      // 0 at the root
	Leaf  bool     // a question
	Exact *big.Rat // product of the ratios from the root down; those of all questions sum to exactly 1
}

// Float returns the share as the nearest float64.
func (s Share) Float() float64 {
	f, _ := s.Exact.Float64()
	return f
}

// Shares returns the share of every node in the whole, parents before children, in the order of the tree.
//
// Errors: a [*hotelcrm.ParamError], see [Tree.Validate].
func (t Tree) Shares() ([]Share, error) {
	if err := t.Validate(); err != nil {
		return nil, err
	}
	return t.Root.shares(nil, 0, big.NewRat(1, 1)), nil
}

func (n *Node) shares(out []Share, depth int, exact *big.Rat) []Share {
	out = append(out, Share{n.ID, depth, len(n.Children) == 0, exact})
	total := n.total()
	for i := range n.Children {
		child := &n.Children[i]
		out = child.shares(out, depth+1, new(big.Rat).Mul(exact, big.NewRat(child.Parts, total)))
	}
	return out
}
