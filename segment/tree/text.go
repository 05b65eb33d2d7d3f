package tree

import (
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
	for n := range t.Nodes() {
		switch {
		case n.Depth > 0:
			b.WriteString(strings.Repeat("|   ", n.Depth-1) + n.Test)
			if n.Attribute == "" {
				b.WriteString(": " + n.String())
			}
			b.WriteByte('\n')
		case n.Attribute == "":
			b.WriteString(n.String() + "\n")
		}
	}
	return b.String()
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
