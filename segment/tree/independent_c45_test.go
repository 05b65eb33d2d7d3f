package tree_test

import (
	"fmt"
	"math"
	"strings"
)

// A bookC45 grows and prunes as the released C4.5 does, written from its description alone, by copying lists of guests.
type bookC45 struct {
	s       sheet
	classes int
	minLeaf float64
	cf      float64
	prune   bool
}

type bookCase struct {
	row    int
	weight float64
}

type bookNode struct {
	cases    []bookCase
	attr     int
	cut      float64
	numeric  bool
	sons     []*bookNode
	ownClass int
}

const bookEps = 1e-6

func (p *bookC45) fit() *bookNode {
	all := make([]bookCase, len(p.s.rows))
	for i := range all {
		all[i] = bookCase{i, 1}
	}
	root := p.grow(all, 0)
	if p.prune {
		p.collapse(root)
		p.pruneNode(root)
	}
	return root
}

func (p *bookC45) classOf(c bookCase) int { return int(p.s.number(c.row, len(p.s.heads)-1)) }

func (p *bookC45) count(cases []bookCase) []float64 {
	out := make([]float64, p.classes)
	for _, c := range cases {
		out[p.classOf(c)] += c.weight
	}
	return out
}

func bookSum(v []float64) (s float64) {
	for _, x := range v {
		s += x
	}
	return s
}

func bookTop(v []float64) (best int) {
	for i := range v {
		if v[i] > v[best]+bookEps {
			best = i
		}
	}
	return best
}

func bookEntropySum(v []float64) float64 { // of weights, times their sum
	total, h := bookSum(v), 0.0
	for _, x := range v {
		if x > 0 {
			h -= x * math.Log2(x/total)
		}
	}
	return h
}

func (p *bookC45) branches(n *bookNode) int {
	if n.numeric {
		return 2
	}
	return len(p.s.kinds[p.s.heads[n.attr]])
}

func (p *bookC45) branch(n *bookNode, row int) int {
	x := p.s.number(row, n.attr)
	if math.IsNaN(x) {
		return -1
	}
	if !n.numeric {
		return int(x)
	}
	if x <= n.cut {
		return 0
	}
	return 1
}

// split parts cases by the test of a node, and those without a value in proportion to those with one.
func (p *bookC45) split(n *bookNode, cases []bookCase) [][]bookCase {
	parts := make([][]bookCase, p.branches(n))
	known, total := make([]float64, len(parts)), 0.0
	for _, c := range cases {
		if b := p.branch(n, c.row); b >= 0 {
			known[b] += c.weight
			total += c.weight
		}
	}
	for _, c := range cases {
		if b := p.branch(n, c.row); b >= 0 {
			parts[b] = append(parts[b], c)
			continue
		}
		for b := range parts {
			share := 1 / float64(len(parts))
			if total > bookEps {
				share = known[b] / total
			}
			if share > bookEps {
				parts[b] = append(parts[b], bookCase{c.row, c.weight * share})
			}
		}
	}
	return parts
}

func (p *bookC45) settle(n *bookNode, cases []bookCase, parent int) {
	n.cases, n.ownClass = cases, parent
	if len(cases) > 0 {
		n.ownClass = bookTop(p.count(cases))
	}
}

func (p *bookC45) grow(cases []bookCase, parent int) *bookNode {
	n := &bookNode{}
	p.settle(n, cases, parent)
	counts := p.count(cases)
	total := bookSum(counts)
	if total < 2*p.minLeaf-bookEps || total-counts[n.ownClass] <= bookEps {
		return n
	}
	if !p.choose(n, cases, total) {
		return n
	}
	for _, part := range p.split(n, cases) {
		n.sons = append(n.sons, p.grow(part, n.ownClass))
	}
	return n
}

func (p *bookC45) choose(n *bookNode, cases []bookCase, total float64) bool {
	var valid []bookScore
	mean := 0.0
	for j := range len(p.s.heads) - 1 {
		if s, ok := p.score(j, cases, total); ok {
			valid = append(valid, s)
			mean += s.gain
		}
	}
	best := 0.0
	for _, s := range valid {
		if s.gain >= mean/float64(len(valid))-1e-3 && s.ratio > best+bookEps {
			best = s.ratio
			n.attr, n.cut, n.numeric = s.attr, s.cut, s.numeric
		}
	}
	return best > bookEps
}

func (p *bookC45) errors(dist []float64) float64 {
	n := bookSum(dist)
	if n <= 0 {
		return 0
	}
	e := n - dist[bookTop(dist)]
	return e + bookAddErrs(n, e, p.cf)
}

func (p *bookC45) subtreeErrors(n *bookNode, cases []bookCase, value func([]float64, *bookNode) float64) float64 {
	if n.sons == nil {
		return value(p.count(cases), n)
	}
	sum := 0.0
	for i, part := range p.split(n, cases) {
		sum += p.subtreeErrors(n.sons[i], part, value)
	}
	return sum
}

func (p *bookC45) collapse(n *bookNode) {
	if n.sons == nil {
		return
	}
	wrong := func(d []float64, _ *bookNode) float64 { return bookSum(d) - d[bookTop(d)] }
	if p.subtreeErrors(n, n.cases, wrong) >= wrong(p.count(n.cases), n)-1e-3 {
		n.sons = nil
		return
	}
	for _, son := range n.sons {
		p.collapse(son)
	}
}

func (p *bookC45) pruneNode(n *bookNode) {
	if n.sons == nil {
		return
	}
	for _, son := range n.sons {
		p.pruneNode(son)
	}
	estimate := func(d []float64, _ *bookNode) float64 { return p.errors(d) }
	parts, largest, top := p.split(n, n.cases), 0, 0.0
	for i, part := range parts {
		if w := bookSum(p.count(part)); w >= top-bookEps { // the last of equals, as the released code
			largest, top = i, w
		}
	}
	leaf, subtree := p.errors(p.count(n.cases)), p.subtreeErrors(n, n.cases, estimate)
	raised := p.subtreeErrors(n.sons[largest], n.cases, estimate)
	switch {
	case leaf <= subtree+0.1+bookEps && leaf <= raised+0.1+bookEps:
		n.sons = nil
	case raised <= subtree+0.1+bookEps:
		cases, parent, up := n.cases, n.ownClass, n.sons[largest]
		*n = *up
		p.redistribute(n, cases, parent)
		p.pruneNode(n)
	}
}

func (p *bookC45) redistribute(n *bookNode, cases []bookCase, parent int) {
	p.settle(n, cases, parent)
	if n.sons == nil {
		return
	}
	for i, part := range p.split(n, cases) {
		p.redistribute(n.sons[i], part, n.ownClass)
	}
}

func (p *bookC45) text(out *strings.Builder, n *bookNode, depth int) {
	for i, son := range n.sons {
		test := sheetID(p.s.heads[n.attr]) + " "
		switch {
		case !n.numeric:
			test += "= " + p.s.kinds[p.s.heads[n.attr]][i]
		default:
			test += [2]string{"<= ", "> "}[i] + fmt.Sprint(n.cut)
		}
		out.WriteString(strings.Repeat("|   ", depth) + test)
		p.leaf(out, son, ": ")
		p.text(out, son, depth+1)
	}
}

func (p *bookC45) leaf(out *strings.Builder, n *bookNode, before string) {
	if n.sons == nil {
		counts := p.count(n.cases)
		total := bookSum(counts)
		class := p.s.kinds[p.s.heads[len(p.s.heads)-1]][n.ownClass]
		fmt.Fprintf(out, "%s%s (%.2f/%.2f)", before, class, total, total-counts[n.ownClass])
	}
	out.WriteString("\n")
}
