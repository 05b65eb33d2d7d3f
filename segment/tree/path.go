package tree

import (
	"fmt"
	"strings"

	"github.com/hotelcrm/hotelcrm/segment"
)

// Path is the way of one guest through a tree.
type Path struct {
	Class  string    `json:"class"`  // id
	Shares []float64 `json:"shares"` // of each class that the guest is expected to belong to
	Steps  []Step    `json:"steps"`  // to the leaf; several ways where a value is missing, one after the other
}

// Step is one node on the way of a guest.
type Step struct {
	Node      int               `json:"node"`      // 0 is the root
	Weight    float64           `json:"weight"`    // of the guest here: 1, less where missing values divide it
	Attribute string            `json:"attribute"` // id; empty in a leaf
	Value     string            `json:"value"`     // of the guest; empty where it is missing
	Condition segment.Condition `json:"condition"` // that led on; zero in a leaf and where a value is missing
	Class     string            `json:"class"`     // of most guests learnt from who are here
	Guests    float64           `json:"guests"`    // weight of the guests learnt from who are here
	Errors    float64           `json:"errors"`    // weight of those of another class
}

// Path returns the way of the guest in a row, which must be in [0, Len).
func (b *Bound) Path(row int) Path {
	g := &guest{columns: b.columns, row: row}
	return b.tree.path(g)
}

// Path returns the way of one guest with these values; see [Tree.Predict].
//
// Errors: as [Tree.Predict].
func (t *Tree) Path(values []float64) (Path, error) {
	if err := t.checkValues(values); err != nil {
		return Path{}, err
	}
	return t.path(&guest{values: values}), nil
}

func (t *Tree) path(g *guest) Path {
	p := Path{Shares: make([]float64, len(t.class.Levels))}
	t.sharesOf(g, p.Shares)
	p.Class = t.class.Levels[t.classOf(g)].ID
	t.follow(&p, g, 0, 1)
	return p
}

func (t *Tree) follow(p *Path, g *guest, i int32, weight float64) {
	n := &t.nodes[i]
	s := Step{Node: int(i), Weight: weight, Class: t.class.Levels[n.class].ID, Guests: n.total, Errors: n.errors}
	if n.attr < 0 {
		p.Steps = append(p.Steps, s)
		return
	}
	a, v := &t.attributes[n.attr], g.value(n.attr)
	s.Attribute, s.Value = a.ID, valueText(a, v)
	son := t.branch(i, v)
	if s.Value != "" && son >= 0 {
		s.Condition = t.label(n, son)
	}
	p.Steps = append(p.Steps, s)
	if son >= 0 {
		t.follow(p, g, n.first+son, weight)
		return
	}
	for son := range n.sons {
		if part := t.share(n, son); part > 0 {
			t.follow(p, g, n.first+son, weight*part)
		}
	}
}

// String returns the way in words, one line for each node.
func (p Path) String() string {
	var b strings.Builder
	for _, s := range p.Steps {
		switch {
		case s.Attribute == "":
			guests := weightText(s.Guests) + " guests"
			if guests == "1 guests" {
				guests = "1 guest"
			}
			fmt.Fprintf(&b, "leaf of %s, %s of them not %s", guests, weightText(s.Errors), s.Class)
		case s.Condition.Op != 0:
			fmt.Fprintf(&b, "%s, as %s is %s", s.Condition, s.Attribute, s.Value)
		default:
			fmt.Fprintf(&b, "%s is not known", s.Attribute)
		}
		if s.Weight < 1 {
			fmt.Fprintf(&b, " (weight %s)", weightText(s.Weight))
		}
		b.WriteByte('\n')
	}
	fmt.Fprintf(&b, "so %s", p.Class)
	return b.String()
}
