package tree

import (
	"fmt"
	"strconv"
	"strings"
)

// DOT returns the tree in the language of Graphviz: attributes in the nodes, conditions on the edges, classes in the
// leaves with their guests. Nodes have the numbers of [Path].
func (t *Tree) DOT() string {
	var b strings.Builder
	b.WriteString("digraph tree {\n\tnode [shape=box];\n")
	for i := range t.nodes {
		n := &t.nodes[i]
		if n.attr < 0 {
			fmt.Fprintf(&b, "\tn%d [label=%s, style=rounded];\n", i, dotText(t.view(int32(i)).String()))
			continue
		}
		a := &t.attributes[n.attr]
		name := a.Label
		if name == "" {
			name = a.ID
		}
		fmt.Fprintf(&b, "\tn%d [label=%s];\n", i, dotText(name))
		for s := range n.sons {
			fmt.Fprintf(&b, "\tn%d -> n%d [label=%s];\n", i, n.first+s, dotText(conditionText(a, t.label(n, s))))
		}
	}
	b.WriteString("}\n")
	return b.String()
}

// dotText quotes a text: DOT knows the escape of the quote alone, and reads a backslash as the start of an escape.
func dotText(text string) string {
	quoted := strings.ReplaceAll(text, `\`, `\\`)
	quoted = strings.ReplaceAll(quoted, `"`, `\"`)
	quoted = strings.Map(func(r rune) rune {
		if !strconv.IsPrint(r) {
			return ' '
		}
		return r
	}, quoted)
	return `"` + quoted + `"`
}
