package segment

import (
	"github.com/hotelcrm/hotelcrm/internal/refuse"
)

// Matcher is a [Test] on the guests of one [Table]. It is immutable and safe for concurrent use.
type Matcher struct {
	test    *Test
	table   *Table
	probes  []probe // one per leaf
	program []step
	start   int32 // the step to begin with, or the answer
	root    *node

	tabled bool   // truth answers
	truth  uint64 // bit k: the answer where just the leaves in the bits of k hold
}

// On returns the matcher of the test on a table.
//
// Errors: a [*hotelcrm.ParamError] if the table has another schema.
// Cost: that of the condition, and of the levels of the table; not of its guests.
func (t *Test) On(table *Table) (*Matcher, error) {
	if table == nil || !table.schema.Equal(t.schema) {
		return nil, refuse.Param("table", "a table of another schema", "a table of the schema of the test")
	}
	m := t.over(table.columns)
	m.table = table
	for k := range m.probes {
		l := &t.leaves[k]
		if fold := t.terms[l.term].stays; fold != nil {
			m.probes[k] = probe{kind: probeStays, leaf: l, folder: fold.over(table)}
		}
	}
	m.tabulate()
	return m, nil
}

// Match returns the matcher of a condition on the table: [Compile] and [Test.On] in one.
//
// Errors: a [*hotelcrm.ParamError], see [Compile].
func (t *Table) Match(c Condition) (*Matcher, error) {
	test, err := Compile(t.schema, c)
	if err != nil {
		return nil, err
	}
	return test.On(t)
}

// over returns the matcher on columns, with the leaves on stays still to be set.
func (t *Test) over(columns []column) *Matcher {
	m := &Matcher{test: t, root: t.root, probes: make([]probe, len(t.leaves))}
	for k := range t.leaves {
		l := &t.leaves[k]
		if tm := &t.terms[l.term]; tm.stays == nil {
			m.probes[k] = newProbe(l, tm, &columns[tm.index])
		}
	}
	m.start = m.link(t.root, stepTrue, stepFalse)
	return m
}

// Test returns the test.
func (m *Matcher) Test() *Test { return m.test }

// Table returns the table.
func (m *Matcher) Table() *Table { return m.table }

// step is one leaf of the program of a condition, and the step that follows if it holds or not.
type step struct {
	probe   *probe
	yes, no int32
}

const (
	stepTrue  = -1
	stepFalse = -2
)

// link appends the steps of a node, last one first, and returns the first to take. The value of a leaf alone decides where
// to go on, so neither Not nor nesting costs anything.
func (m *Matcher) link(n *node, yes, no int32) int32 {
	switch n.op {
	case Not:
		return m.link(n.kids[0], no, yes)
	case All:
		for k := len(n.kids) - 1; k >= 0; k-- {
			yes = m.link(n.kids[k], yes, no)
		}
		return yes
	case Any:
		for k := len(n.kids) - 1; k >= 0; k-- {
			no = m.link(n.kids[k], yes, no)
		}
		return no
	}
	m.program = append(m.program, step{&m.probes[n.leaf], yes, no})
	return int32(len(m.program) - 1)
}

// Holds reports whether guest number i of the table satisfies the condition.
//
// Cost: no allocation but for sums of amounts beyond minor units; a condition on stays reads the stays of the guest.
func (m *Matcher) Holds(i int) bool {
	if m.tabled {
		return m.look(i)
	}
	at := m.start
	for at >= 0 {
		s := &m.program[at]
		if s.probe.holds(i) {
			at = s.yes
		} else {
			at = s.no
		}
	}
	return at == stepTrue
}
