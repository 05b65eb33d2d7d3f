package tree

import "math"

// guest is one guest to be classed: values of their own, or a row of columns.
type guest struct {
	values  []float64
	columns []reader
	row     int
}

// value returns the value of an attribute: a number, the place of a level, NaN for missing or unknown.
func (g *guest) value(attr int32) float64 {
	if g.values != nil {
		return g.values[attr]
	}
	return g.columns[attr].value(g.row)
}

// reader is one column: numbers, or codes with the value of each. Without any of them all values are missing.
type reader struct {
	numbers []float64
	small   []uint8
	codes   []uint16
	values  []float64 // of each code
}

func (r *reader) value(row int) float64 {
	switch {
	case r.numbers != nil:
		return r.numbers[row]
	case r.small != nil:
		return r.values[r.small[row]]
	case r.codes != nil:
		if code := int(r.codes[row]); code < len(r.values) {
			return r.values[code]
		}
	}
	return math.NaN()
}

// readers returns the columns of a binned table, each bin with a value of its own: no threshold lies inside a bin.
func (b *Binned) readers() []reader {
	out := make([]reader, len(b.columns))
	for i := range b.columns {
		c := &b.columns[i]
		out[i] = reader{small: c.small, codes: c.wide, values: append([]float64{math.NaN()}, c.high[1:]...)}
	}
	return out
}

// branch returns the son that a value goes to at a node, fractional for all.
func (t *Tree) branch(i int32, v float64) int32 { return t.hops[i].branch(t, v) }

// leaf returns the leaf of a guest, -1 for one who goes down several branches.
func (t *Tree) leaf(g *guest) int32 {
	i := int32(0)
	for {
		h := &t.hops[i]
		if h.attr < 0 {
			return i
		}
		b := h.branch(t, g.value(h.attr))
		if b < 0 {
			return fractional
		}
		i = h.first + b
	}
}

// blend adds the class shares of a guest below node i to out, times weight.
func (t *Tree) blend(g *guest, i int32, weight float64, out []float64) {
	n := &t.nodes[i]
	if n.attr < 0 {
		t.addShares(i, weight, out)
		return
	}
	if b := t.branch(i, g.value(n.attr)); b >= 0 {
		t.blend(g, n.first+b, weight, out)
		return
	}
	for s := range n.sons {
		if part := t.share(n, s); part > 0 {
			t.blend(g, n.first+s, weight*part, out)
		}
	}
}

// share returns the share of the guests of a node that are in a son.
func (t *Tree) share(n *node, son int32) float64 { return t.nodes[n.first+son].total / n.total }

func (t *Tree) addShares(i int32, weight float64, out []float64) {
	counts := t.at(i)
	total := 0.0
	for _, w := range counts {
		total += w
	}
	for c, w := range counts {
		out[c] += float64(weight * w / total)
	}
}

// decide returns the class of class shares: that of least expected cost, on a tie the lowest.
func (t *Tree) decide(shares []float64) uint8 {
	best, least := 0, math.Inf(1)
	for j := range shares {
		cost := -shares[j]
		if t.settings.Costs != nil {
			cost = 0
			for i, p := range shares {
				cost += float64(p * t.settings.Costs[i][j])
			}
		}
		if cost < least-tie {
			best, least = j, cost
		}
	}
	return uint8(best)
}

// classOf returns the class of a guest.
func (t *Tree) classOf(g *guest) uint8 {
	if i := t.leaf(g); i >= 0 {
		return t.hops[i].class
	}
	var buffer [maxClasses]float64
	shares := buffer[:len(t.class.Levels)]
	t.blend(g, 0, 1, shares)
	return t.decide(shares)
}

// sharesOf writes the class shares of a guest.
func (t *Tree) sharesOf(g *guest, out []float64) {
	clear(out)
	t.blend(g, 0, 1, out)
}
