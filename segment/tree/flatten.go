package tree

// flatten makes the tree of a grown one. Nodes follow each other level by level.
func (g *grower) flatten(root *grown) *Tree {
	t := &Tree{class: g.table.class, settings: g.settings, missing: g.settings.Missing, guests: g.table.Len()}
	for i := range g.table.columns {
		t.attributes = append(t.attributes, g.table.columns[i].attribute)
	}
	queue := []*grown{root}
	for i := 0; i < len(queue); i++ {
		n := queue[i]
		t.nodes = append(t.nodes, g.node(t, n, int32(len(queue))))
		for c, weight := range n.counts {
			t.weights = append(t.weights, g.loss.plain(g.measure.weight(weight), c))
		}
		queue = append(queue, n.sons...)
	}
	t.fillEmpty()
	t.hops = t.short()
	return t
}

func (g *grower) node(t *Tree, n *grown, first int32) node {
	total := g.measure.weight(sum(n.counts))
	class := g.loss.class(n.counts)
	out := node{
		attr: -1, missing: fractional, class: uint8(class), total: total,
		errors: g.measure.weight(sum(n.counts) - n.counts[class]),
	}
	if n.split == nil {
		return out
	}
	out.attr, out.first, out.sons = int32(n.split.attr), first, int32(len(n.sons))
	if n.split.shape != atMost {
		out.levels = int32(g.table.columns[n.split.attr].n)
	}
	out.shape, out.value, out.gain = n.split.shape, n.split.value, n.split.gain
	out.missing, out.heavy = int32(n.split.missing), int32(g.heaviest(n.sons))
	if n.split.shape == among {
		out.set = int32(len(t.sets))
		t.sets = append(t.sets, n.split.side[1:]...)
	}
	return out
}

func (g *grower) heaviest(sons []*grown) int {
	weights := make([]int64, len(sons))
	for i, son := range sons {
		weights[i] = sum(son.counts)
	}
	return largest(weights, g.loss.near)
}

// fillEmpty gives leaves without guests the class and the class shares of their parent.
func (t *Tree) fillEmpty() {
	for i := range t.nodes {
		for s := range t.nodes[i].sons {
			if son := &t.nodes[t.nodes[i].first+s]; son.total == 0 {
				son.class = t.nodes[i].class
				copy(t.at(t.nodes[i].first+s), t.at(int32(i)))
			}
		}
	}
}
