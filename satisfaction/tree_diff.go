package satisfaction

import "strconv"

// Change is one difference between two trees.
type Change struct {
	ID   string     `json:"id"`
	Kind ChangeKind `json:"kind"`
	From string     `json:"from,omitempty"`
	To   string     `json:"to,omitempty"`
}

// Diff returns what changed from t to a newer tree: the nodes of t in their order, then those added. Nodes are the same
// if their ids are.
//
// Errors: a [*hotelcrm.ParamError] for a tree that [Tree.Validate] refuses.
func (t Tree) Diff(newer Tree) ([]Change, error) {
	before, err := t.described()
	if err != nil {
		return nil, err
	}
	after, err := newer.described()
	if err != nil {
		return nil, err
	}
	byID := map[string]described{}
	for _, d := range after {
		byID[d.id] = d
	}
	var out []Change
	for _, old := range before {
		now, kept := byID[old.id]
		if !kept {
			out = append(out, Change{old.id, Removed, old.parent, ""})
			continue
		}
		out = append(out, old.changes(now)...)
		delete(byID, old.id)
	}
	for _, d := range after {
		if _, left := byID[d.id]; left {
			out = append(out, Change{d.id, Added, "", d.parent})
		}
	}
	return out, nil
}

// described is what is compared of a node.
type described struct {
	id, parent, share, label string
	scale                    *Scale // nil: not a question
}

func (d described) changes(now described) []Change {
	var out []Change
	if d.parent != now.parent {
		out = append(out, Change{d.id, Moved, d.parent, now.parent})
	}
	if d.share != now.share {
		out = append(out, Change{d.id, Reweighted, d.share, now.share})
	}
	if (d.scale == nil) != (now.scale == nil) || d.scale != nil && !d.scale.equal(*now.scale) {
		out = append(out, Change{d.id, Rescaled, d.scale.name(), now.scale.name()})
	}
	if d.label != now.label {
		out = append(out, Change{d.id, Relabelled, d.label, now.label})
	}
	return out
}

func (s *Scale) name() string {
	if s == nil {
		return "none"
	}
	return s.ID
}

func (t Tree) described() ([]described, error) {
	shares, err := t.Shares()
	if err != nil {
		return nil, err
	}
	form, err := t.Form()
	if err != nil {
		return nil, err
	}
	parents := map[string]string{}
	var out []described
	t.Root.walk(func(n *Node) {
		for _, child := range n.Children {
			parents[child.ID] = n.ID
		}
		d := described{id: n.ID, parent: parents[n.ID], share: shares[len(out)].Exact.RatString(), label: strconv.Quote(n.Label) + " " + strconv.Quote(n.LabelZH)}
		if i, ok := form.Index(n.ID); ok {
			scale := form.Item(i).Scale
			d.scale = &scale
		}
		out = append(out, d)
	})
	return out, nil
}
