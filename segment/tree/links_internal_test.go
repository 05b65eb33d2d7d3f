package tree

import "testing"

// halved returns a full tree of so many levels in which every leaf is of one guest, and every test tells something.
func halved(levels int, at int64) *grown {
	n := &grown{counts: []int64{at%7 + 1, at % 5}}
	if levels > 0 {
		n.split = &split{branches: 2}
		n.sons = []*grown{halved(levels-1, 2*at), halved(levels-1, 2*at+1)}
		n.counts = []int64{n.sons[0].counts[0] + n.sons[1].counts[0], n.sons[0].counts[1] + n.sons[1].counts[1]}
	}
	return n
}

// Cutting all links of a tree one by one looks at the nodes above each cut, not at the whole tree again.
func TestLinksKeepWhatTheyFound(t *testing.T) {
	const levels = 11
	looks := 0
	l := newLinks(func(n *grown) float64 { looks++; return float64(min(n.counts[0], n.counts[1])) })
	root, before := halved(levels, 1), -1e9
	for cuts := 0; root.split != nil; cuts++ {
		found := l.of(root)
		if fresh := newLinks(func(n *grown) float64 { return float64(min(n.counts[0], n.counts[1])) }).of(root); cuts < 50 && fresh != found {
			t.Fatalf("kept %+v, found anew %+v", found, fresh)
		}
		if found.weakest.alpha < before-1e-9 {
			t.Fatalf("the weakest link falls from %v to %v", before, found.weakest.alpha)
		}
		before = found.weakest.alpha
		l.cut(root)
	}
	if most := 4 * levels << levels; looks > most {
		t.Errorf("looked %d times, want at most %d", looks, most)
	}
}
