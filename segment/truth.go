package segment

// maxTabled is the number of leaves whose answers fit the 64 bits of a truth table.
const maxTabled = 6

// tabulate makes the truth table of a condition of few leaves that are quick to test. To test them all and to look the
// answer up takes less time than to stop early, as a branch that cannot be foreseen costs more than a leaf.
func (m *Matcher) tabulate() {
	if len(m.probes) > maxTabled {
		return
	}
	for k := range m.probes {
		if m.probes[k].kind >= probeAny {
			return
		}
	}
	m.tabled = true
	for held := range uint64(1) << len(m.probes) {
		if m.root.value(func(leaf int) bool { return held>>leaf&1 == 1 }) {
			m.truth |= 1 << held
		}
	}
}

// look answers by the truth table.
func (m *Matcher) look(i int) bool {
	var held uint64
	for k := range m.probes {
		held |= m.probes[k].bit(i) << (k & 63)
	}
	return m.truth>>(held&63)&1 == 1
}

// value returns the value of the node where those leaves hold.
func (n *node) value(held func(leaf int) bool) bool {
	switch n.op {
	case 0:
		return held(n.leaf)
	case Not:
		return !n.kids[0].value(held)
	}
	for _, kid := range n.kids {
		if kid.value(held) != (n.op == All) {
			return n.op != All
		}
	}
	return n.op == All
}
