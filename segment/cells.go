package segment

import (
	"cmp"
	"slices"
)

// cell is a set of values of one term that no leaf tells apart.
type cell struct {
	spans   []span // rising
	missing bool
	held    []bool // of the leaves of the term, in their order
}

// space is the values of all terms of a test, cut into cells: what can be proved about conditions is proved on cells.
type space struct {
	test   *Test
	leaves [][]int  // of each term
	cells  [][]cell // of each term, in the order of their least values, the missing value last
	work   int      // that a search may still do, in nodes visited
}

// maxWork bounds a search to some ten milliseconds, and maxHeld the cells of a term: conditions by strangers may be large.
const (
	maxWork = 2_000_000
	maxHeld = 1 << 20
)

func newSpace(t *Test) *space {
	s := &space{test: t, leaves: make([][]int, len(t.terms)), cells: make([][]cell, len(t.terms)), work: maxWork}
	for k := range t.leaves {
		s.leaves[t.leaves[k].term] = append(s.leaves[t.leaves[k].term], k)
	}
	for k := range t.terms {
		s.cells[k] = s.cut(k)
	}
	return s
}

// cut returns the cells of a term.
func (s *space) cut(k int) []cell {
	t := &s.test.terms[k]
	d := t.domain()
	starts := []int64{d.lo}
	for _, leaf := range s.leaves[k] {
		for _, sp := range s.test.leaves[leaf].spans {
			starts = append(starts, sp.lo)
			if sp.hi < d.hi {
				starts = append(starts, sp.hi+1)
			}
		}
	}
	slices.Sort(starts)
	starts = slices.Compact(starts)
	if len(starts)*len(s.leaves[k]) > maxHeld {
		s.work = 0
		return nil
	}
	var out []cell
	known := map[string]int{} // the cell of the values that those leaves hold for
	for i, lo := range starts {
		hi := d.hi
		if i+1 < len(starts) {
			hi = starts[i+1] - 1
		}
		held := s.held(k, value{key: lo})
		name := signature(held)
		if at, ok := known[name]; ok {
			out[at].spans = append(out[at].spans, span{lo, hi})
			continue
		}
		known[name] = len(out)
		out = append(out, cell{spans: []span{{lo, hi}}, held: held})
	}
	if t.canMiss() {
		out = append(out, cell{missing: true, held: s.held(k, value{missing: true})})
	}
	return out
}

func signature(held []bool) string {
	out := make([]byte, len(held))
	for i, h := range held {
		if h {
			out[i] = 1
		}
	}
	return string(out)
}

// split gives each range of the values of term k a cell of its own where the values have an order.
func (s *space) split(k int) {
	if !s.test.terms[k].ordered() {
		return
	}
	var out []cell
	for _, c := range s.cells[k] {
		if c.missing {
			continue
		}
		for _, sp := range c.spans {
			out = append(out, cell{spans: []span{sp}, held: c.held})
		}
	}
	slices.SortFunc(out, func(a, b cell) int { return cmp.Compare(a.spans[0].lo, b.spans[0].lo) })
	if n := len(s.cells[k]); n > 0 && s.cells[k][n-1].missing {
		out = append(out, s.cells[k][n-1])
	}
	s.cells[k] = out
}

// held returns which leaves of term k accept a value.
func (s *space) held(k int, v value) []bool {
	out := make([]bool, len(s.leaves[k]))
	for i, leaf := range s.leaves[k] {
		out[i] = s.test.leaves[leaf].holds(v)
	}
	return out
}

// tri is the value of a condition of which not every term is known.
type tri int8

const (
	unknown tri = 0
	yes     tri = 1
	no      tri = -1
)

// evaluate returns the value of a node where the leaves have those values (Kleene 1938).
func evaluate(n *node, leaves []tri) tri {
	switch n.op {
	case 0:
		return leaves[n.leaf]
	case Not:
		return -evaluate(n.kids[0], leaves)
	}
	stop := no // what decides an All; a yes decides an Any
	if n.op == Any {
		stop = yes
	}
	out := -stop
	for _, kid := range n.kids {
		switch evaluate(kid, leaves) {
		case stop:
			return stop
		case unknown:
			out = unknown
		}
	}
	return out
}

// open returns the first leaf whose value is not known and may matter to the node, -1 if there is none.
func open(n *node, leaves []tri) int {
	if n.op == 0 {
		if leaves[n.leaf] == unknown {
			return n.leaf
		}
		return -1
	}
	for _, kid := range n.kids {
		if evaluate(kid, leaves) == unknown {
			return open(kid, leaves)
		}
	}
	return -1
}

// size returns the number of nodes below and with n.
func (n *node) size() int {
	out := 1
	for _, kid := range n.kids {
		out += kid.size()
	}
	return out
}
