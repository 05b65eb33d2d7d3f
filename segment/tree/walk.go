package tree

import (
	"fmt"
	"iter"

	"github.com/hotelcrm/hotelcrm/segment"
)

// Node is one node of a tree: what a drawing shows of it.
type Node struct {
	Number    int               `json:"number"`    // as in Path and DOT; 0 is the root
	Depth     int               `json:"depth"`     // how many tests lead to it
	Test      string            `json:"test"`      // the last of them, as Tree.String writes it; empty for the root
	Condition segment.Condition `json:"condition"` // the same as a condition; zero for the root
	Attribute string            `json:"attribute"` // id of what is asked here; empty in a leaf
	Class     string            `json:"class"`     // id of that of most guests learnt from who are here
	Name      string            `json:"name"`      // of the class: its label, its id if it has none
	Guests    float64           `json:"guests"`    // weight of the guests learnt from who are here
	Errors    float64           `json:"errors"`    // weight of those of another class
}

// Nodes returns the nodes in the order in which [Tree.String] writes them: each one before its branches.
//
// Cost: a node at a time; nothing is kept.
func (t *Tree) Nodes() iter.Seq[Node] {
	return func(yield func(Node) bool) {
		if len(t.nodes) > 0 {
			t.walk(t.view(0), yield)
		}
	}
}

func (t *Tree) walk(at Node, yield func(Node) bool) bool {
	if !yield(at) {
		return false
	}
	n := &t.nodes[at.Number]
	for s := range n.sons {
		son := t.view(n.first + s)
		son.Depth, son.Condition = at.Depth+1, t.label(n, s)
		son.Test = conditionText(&t.attributes[n.attr], son.Condition)
		if !t.walk(son, yield) {
			return false
		}
	}
	return true
}

// view returns a node without the test that leads to it.
func (t *Tree) view(i int32) Node {
	n := &t.nodes[i]
	out := Node{
		Number: int(i), Class: t.class.Levels[n.class].ID, Name: nameOf(&t.class, int(n.class)), Guests: n.total, Errors: n.errors,
	}
	if n.attr >= 0 {
		out.Attribute = t.attributes[n.attr].ID
	}
	return out
}

// String returns the class with its guests, and after a stroke those of another class: "keep (12/2)".
func (n Node) String() string {
	guests := weightText(n.Guests)
	if wrong := weightText(n.Errors); wrong != "0" {
		guests += "/" + wrong
	}
	return fmt.Sprintf("%s (%s)", n.Name, guests)
}
