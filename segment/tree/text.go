package tree

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/hotelcrm/hotelcrm/segment"
)

// String returns the tree as indented text, one line for each branch:
//
//	satisfaction <= neutral
//	|   complaints <= 1: keep (12/2)
//	|   complaints > 1: win back (7)
//	satisfaction > neutral: reward (31/1)
//
// Numbers in brackets are the guests learnt from who are in the leaf, and how many of them are of another class; with
// weights or missing values they are sums of weights, rounded to cents. Thresholds are exact.
func (t *Tree) String() string {
	var b strings.Builder
	if len(t.nodes) == 0 {
		return ""
	}
	if t.nodes[0].attr < 0 {
		b.WriteString(t.leafText(0) + "\n")
	}
	t.write(&b, 0, 0)
	return b.String()
}

func (t *Tree) write(b *strings.Builder, i int32, depth int) {
	n := &t.nodes[i]
	for s := range n.sons {
		b.WriteString(strings.Repeat("|   ", depth))
		b.WriteString(conditionText(&t.attributes[n.attr], t.label(n, s)))
		if t.nodes[n.first+s].attr < 0 {
			b.WriteString(": " + t.leafText(n.first+s))
		}
		b.WriteByte('\n')
		t.write(b, n.first+s, depth+1)
	}
}

func (t *Tree) leafText(i int32) string {
	n := &t.nodes[i]
	guests := weightText(n.total)
	if wrong := weightText(n.errors); wrong != "0" {
		guests += "/" + wrong
	}
	return fmt.Sprintf("%s (%s)", nameOf(&t.class, int(n.class)), guests)
}

// weightText returns a sum of weights with at most two decimal places.
func weightText(w float64) string {
	text := strconv.FormatFloat(w, 'f', 2, 64)
	return strings.TrimRight(strings.TrimRight(text, "0"), ".")
}

// nameOf returns the label of a level, its id if it has none.
func nameOf(a *segment.Attribute, level int) string {
	l := &a.Levels[level]
	if l.Label != "" {
		return l.Label
	}
	return l.ID
}

// conditionText writes a condition with the label of its attribute.
func conditionText(a *segment.Attribute, c segment.Condition) string {
	if a.Label != "" {
		c = relabel(c, a.Label)
	}
	return c.String()
}

func relabel(c segment.Condition, label string) segment.Condition {
	of := make([]segment.Condition, len(c.Of))
	for i := range c.Of {
		of[i] = relabel(c.Of[i], label)
	}
	c.Of = of
	if c.Attr != "" {
		c.Attr = label
	}
	return c
}
