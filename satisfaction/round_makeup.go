package satisfaction

import (
	"fmt"
	"math/big"
	"slices"
)

// makeup is what a node is made of.
type makeup struct {
	leaf      bool
	questions []string // below it, sorted: their order on the paper changes no score
	weighted  []string // the same with their weights in it
}

// makeups returns what every node is made of.
func (t Tree) makeups() (map[string]makeup, error) {
	shares, err := t.Shares()
	if err != nil {
		return nil, err
	}
	out := map[string]makeup{}
	for k, node := range shares {
		m := makeup{leaf: node.Leaf}
		for _, s := range shares[k+1:] {
			if s.Depth <= node.Depth {
				break
			}
			if s.Leaf {
				m.questions = append(m.questions, s.ID)
				m.weighted = append(m.weighted, fmt.Sprintf("%q %s", s.ID, s.within(node).RatString()))
			}
		}
		slices.Sort(m.questions)
		slices.Sort(m.weighted)
		out[node.ID] = m
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

// definition is whether a node of the newer tree is a question, and why it is not what it was.
type definition struct {
	leaf bool
	why  Remade
}

// remade returns the nodes that both trees have.
func remade(older, newer Tree) (map[string]definition, error) {
	changes, err := older.Diff(newer)
	if err != nil {
		return nil, err
	}
	before, err := older.makeups()
	if err != nil {
		return nil, err
	}
	after, err := newer.makeups()
	if err != nil {
		return nil, err
	}
	rescaled := map[string]bool{}
	for _, c := range changes {
		if c.Kind == Rescaled && before[c.ID].leaf && after[c.ID].leaf {
			newer.Root.markAbove(c.ID, rescaled)
		}
	}
	out := map[string]definition{}
	for id, now := range after {
		if was, ok := before[id]; ok {
			out[id] = definition{now.leaf, now.against(was, rescaled[id])}
		}
	}
	return out, nil
}

// against returns why a node is not what it was, unset if it is.
func (m makeup) against(was makeup, rescaled bool) Remade {
	switch {
	case m.leaf != was.leaf:
		return OtherKind
	case rescaled:
		return OtherScale
	case !slices.Equal(m.questions, was.questions):
		return OtherQuestions
	case !slices.Equal(m.weighted, was.weighted):
		return OtherWeights
	}
	return 0
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
