package segment

import (
	"fmt"
	"slices"
	"strconv"

	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/internal/refuse"
)

// Test is a [Condition] that fits a [Schema]: checked, with its values read. It is immutable and safe for concurrent use.
type Test struct {
	schema    *Schema
	condition Condition
	root      *node
	leaves    []leaf // in the order in which they are written
	terms     []term // in the order of their first leaf
}

// node is a condition over conditions, or a leaf.
type node struct {
	op   Op // All, Any, Not; 0 for a leaf
	kids []*node
	leaf int
}

// Limits of a condition.
const (
	MaxDepth  = 32     // conditions within conditions
	MaxNodes  = 10_000 // conditions in all, those on stays included
	MaxValues = 10_000 // values of one In
)

// Compile returns the test of a condition on guests of the schema.
//
// Errors: a [*hotelcrm.ParamError] whose Param is the path of the field that is wrong, such as of[2].value.
func Compile(schema *Schema, c Condition) (*Test, error) {
	if schema == nil {
		return nil, refuse.Param("schema", "nil", "a schema of NewSchema")
	}
	x := compiler{schema: schema, fields: &schema.guests, nodes: new(int)}
	return x.compile(&c, "", 1)
}

// compiler turns a condition on guests, or one on stays, into a test.
type compiler struct {
	schema  *Schema
	fields  *fields
	onStays bool
	nodes   *int   // so far, of the whole condition
	root    string // the name of a list of conditions that are compiled together
	out     *Test
}

func (x *compiler) compile(c *Condition, path string, depth int) (*Test, error) {
	x.out = &Test{schema: x.schema, condition: c.clone()}
	root, err := x.node(&x.out.condition, path, depth)
	if err != nil {
		return nil, err
	}
	x.out.root = root
	return x.out, nil
}

// at puts the path before the name of the parameter that is wrong.
func at(path string, err error) error {
	if p, ok := err.(*hotelcrm.ParamError); ok && path != "" {
		return refuse.Param(path+"."+p.Param, p.Value, p.Allowed)
	}
	return err
}

func (x *compiler) node(c *Condition, path string, depth int) (*node, error) {
	*x.nodes++
	if depth > MaxDepth || *x.nodes > MaxNodes {
		return nil, at(path, refuse.Param("op", c.Op.String(), fmt.Sprintf("at most %d conditions, %d within each other", MaxNodes, MaxDepth)))
	}
	if err := c.checkFields(); err != nil {
		return nil, at(path, err)
	}
	if c.Op.joins() {
		return x.join(c, path, depth)
	}
	t, err := x.term(c, path, depth)
	if err != nil {
		return nil, err
	}
	l := leaf{term: t, cond: c}
	if c.Op == SameStay {
		l.spans = []span{{1, x.out.terms[t].domain().hi}}
	} else if err := l.accept(&x.out.terms[t]); err != nil {
		return nil, at(path, err)
	}
	x.out.leaves = append(x.out.leaves, l)
	return &node{leaf: len(x.out.leaves) - 1}, nil
}

func (x *compiler) join(c *Condition, path string, depth int) (*node, error) {
	n := &node{op: c.Op}
	for i := range c.Of {
		kid, err := x.node(&c.Of[i], x.below(path, depth, i), depth+1)
		if err != nil {
			return nil, err
		}
		n.kids = append(n.kids, kid)
	}
	return n, nil
}

// below returns the path of child i of a condition.
func (x *compiler) below(path string, depth, i int) string {
	name := "of"
	if depth == 0 {
		name = x.root
	}
	return joinPath(path, name+"["+strconv.Itoa(i)+"]")
}

// term returns the number of the term that a leaf asks for, a new one if no leaf before it does.
func (x *compiler) term(c *Condition, path string, depth int) (int, error) {
	if c.Stays != nil {
		return x.staysTerm(c, path, depth)
	}
	i, ok := x.fields.find(c.Attr)
	if !ok {
		return 0, at(path, refuse.Param("attr", shortText(c.Attr), "an attribute of the schema"))
	}
	a := &x.fields.list[i]
	if a.Kind == Nominal && c.Op.orders() {
		return 0, at(path, refuse.Param("op", c.Op.String(), "=, !=, in or missing, as "+a.ID+" has no order"))
	}
	for t := range x.out.terms {
		if x.out.terms[t].index == i {
			return t, nil
		}
	}
	x.out.terms = append(x.out.terms, term{attr: a, index: i, kind: keyKindOf(a), levels: x.fields.levels[i]})
	return len(x.out.terms) - 1, nil
}

// Schema returns the schema that the test was compiled for.
func (t *Test) Schema() *Schema { return t.schema }

// Condition returns a copy of the condition.
func (t *Test) Condition() Condition { return t.condition.clone() }

func (c *Condition) clone() Condition {
	out := *c
	out.Values = slices.Clone(c.Values)
	out.Of = slices.Clone(c.Of)
	for i := range out.Of {
		out.Of[i] = out.Of[i].clone()
	}
	if c.Stays != nil {
		stays := *c.Stays
		if stays.Where != nil {
			where := stays.Where.clone()
			stays.Where = &where
		}
		out.Stays = &stays
	}
	return out
}
