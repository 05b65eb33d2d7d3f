package satisfaction

import (
	"fmt"
	"math/big"
	"slices"
)

// makeup returns, by node, the questions below it with their weights in it.
func (t Tree) makeup() (map[string][]string, error) {
	shares, err := t.Shares()
	if err != nil {
		return nil, err
	}
	out := map[string][]string{}
	for k, node := range shares {
		var list []string
		for _, s := range shares[k+1:] {
			if s.Depth <= node.Depth {
				break
			}
			if s.Leaf {
				list = append(list, fmt.Sprintf("%q %s", s.ID, s.within(node).RatString()))
			}
		}
		slices.Sort(list) // their order on the paper changes no score
		out[node.ID] = list
	}
	return out, nil
}

// within returns the share of a node below another in that one, 0 where the other has no weight.
func (s Share) within(node Share) *big.Rat {
	if node.Exact.Sign() == 0 {
		return new(big.Rat)
	}
	return new(big.Rat).Quo(s.Exact, node.Exact)
}

// remade returns the nodes of the newer tree whose questions, their weights or their scales are others than in the older.
func remade(older, newer Tree) (map[string]bool, error) {
	changes, err := older.Diff(newer)
	if err != nil {
		return nil, err
	}
	before, err := older.makeup()
	if err != nil {
		return nil, err
	}
	after, err := newer.makeup()
	if err != nil {
		return nil, err
	}
	out := map[string]bool{}
	for id, list := range after {
		out[id] = !slices.Equal(list, before[id])
	}
	for _, c := range changes {
		if c.Kind == Rescaled {
			newer.Root.markAbove(c.ID, out)
		}
	}
	return out, nil
}

// markAbove marks the node with an id and all nodes above it, and reports whether it is here or below.
func (n *Node) markAbove(id string, mark map[string]bool) bool {
	here := n.ID == id
	for i := range n.Children {
		here = n.Children[i].markAbove(id, mark) || here
	}
	if here {
		mark[n.ID] = true
	}
	return here
}
