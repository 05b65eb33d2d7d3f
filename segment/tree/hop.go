package tree

// hop is what classing a guest needs of a node: half of its memory, so that more of a large tree stays near.
type hop struct {
	value   float64 // atMost: the threshold
	attr    int32   // -1 for a leaf
	first   int32
	missing int32
	levels  int32
	set     int32
	shape   shape
	class   uint8
}

// short returns the nodes in short.
func (t *Tree) short() []hop {
	out := make([]hop, len(t.nodes))
	for i := range t.nodes {
		out[i] = *t.nodes[i].hop()
	}
	return out
}

func (n *node) hop() *hop {
	return &hop{n.value, n.attr, n.first, n.missing, n.levels, n.set, n.shape, n.class}
}

// branch returns the son that a value goes to, fractional for all.
func (h *hop) branch(t *Tree, v float64) int32 {
	switch {
	case v != v:
	case h.shape == atMost:
		if v <= h.value {
			return 0
		}
		return 1
	case v >= 0 && v < float64(h.levels):
		if h.shape == each {
			return int32(v)
		}
		if side := t.sets[int(h.set)+int(v)]; side >= 0 {
			return int32(side)
		}
	}
	return h.missing
}
