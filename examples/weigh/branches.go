package main

import (
	"fmt"
	"slices"
	"strings"

	"github.com/hotelcrm/hotelcrm/satisfaction"
	"github.com/hotelcrm/hotelcrm/satisfaction/weight"
)

// treePlaces is how many decimal places a weight in a tree has.
const treePlaces = 7

// judgedTree returns the tree with judged weights at the node whose children are the things judged, and that node.
func judgedTree(t satisfaction.Tree, names []string, weights []float64) (satisfaction.Tree, *satisfaction.Node, error) {
	node := parentOf(&t.Root, names)
	if node == nil {
		return t, nil, fmt.Errorf("the things judged, %s, are not what is asked, %s: name them alike",
			strings.Join(names, ", "), strings.Join(ids(t.Root.Children), ", "))
	}
	parts, err := weight.Parts(weights, treePlaces)
	if err != nil {
		return t, nil, err
	}
	ordered := make([]int64, len(parts))
	for i, id := range ids(node.Children) {
		ordered[i] = parts[slices.Index(names, id)]
	}
	t, err = t.Reweigh(node.ID, ordered)
	return t, node, err
}

func ids(nodes []satisfaction.Node) []string {
	var out []string
	for _, n := range nodes {
		out = append(out, n.ID)
	}
	return out
}

// parentOf returns the node whose children have the names, in any order, nil for none.
func parentOf(n *satisfaction.Node, names []string) *satisfaction.Node {
	have, want := ids(n.Children), slices.Clone(names)
	slices.Sort(have)
	slices.Sort(want)
	if len(have) > 0 && slices.Equal(have, want) {
		return n
	}
	for i := range n.Children {
		if found := parentOf(&n.Children[i], names); found != nil {
			return found
		}
	}
	return nil
}

// weighTree returns the tree whose questions have the weights, in their order: every node weighs what its questions do.
func weighTree(t satisfaction.Tree, weights []float64) (satisfaction.Tree, error) {
	at := 0
	root, _, err := weighNode(t.Root, weights, &at)
	t.Root = root
	return t, err
}

func weighNode(n satisfaction.Node, weights []float64, at *int) (satisfaction.Node, float64, error) {
	if len(n.Children) == 0 {
		*at++
		return n, weights[*at-1], nil
	}
	sums := make([]float64, len(n.Children))
	n.Children, n.Of = slices.Clone(n.Children), 0
	var total float64
	for i := range n.Children {
		var err error
		if n.Children[i], sums[i], err = weighNode(n.Children[i], weights, at); err != nil {
			return n, 0, err
		}
		total += sums[i]
	}
	if total == 0 { // the node itself counts nothing, so its children may count alike
		for i := range sums {
			sums[i] = 1
		}
	}
	parts, err := weight.Parts(sums, treePlaces)
	for i := range parts {
		n.Children[i].Parts = parts[i]
	}
	return n, total, err
}

// leafShares returns what each question weighs in the whole.
func leafShares(t satisfaction.Tree) ([]float64, error) {
	shares, err := t.Shares()
	var out []float64
	for _, s := range shares {
		if s.Leaf {
			out = append(out, s.Float())
		}
	}
	return out, err
}
