package segment

// Explanation says why a guest satisfies a condition or not, and what would change the answer.
type Explanation struct {
	Guest  string       `json:"guest"`
	Holds  bool         `json:"holds"`
	Leaves []LeafReason `json:"leaves"` // in the order in which they are written

	// Changes is the smallest change of the guest's values that would flip the answer: of the fewest values; of those the
	// one whose relative changes have the least sum; of those the one that changes values of earlier leaves. Empty if
	// nothing would, as for a condition that always holds.
	//
	// The relative change of a number or amount from a to b is |b-a| / max(|a|, |b|); of a date, the days over 365; of an
	// ordinal, the ranks over the greatest distance of ranks; of a nominal, and from or to a missing value, 1. A known
	// value never changes to a missing one where another value would do. What is made of stays counts as a value,
	// and of SameStay the number of stays that satisfy it. Amounts change to whole minor units.
	Changes []Change `json:"changes"`

	// Complete says that the search for the smallest change went to its end. Only conditions of dozens of values can be
	// too many for it; Changes is then empty.
	Complete bool `json:"complete"`
}

// LeafReason is one test of one value.
type LeafReason struct {
	Condition Condition `json:"condition"`
	Held      bool      `json:"held"`
	Value     string    `json:"value"` // the guest's, in the form of a condition
	Missing   bool      `json:"missing,omitempty"`
}

// Change is one value that would have to be another.
type Change struct {
	Attr  string  `json:"attr,omitempty"`
	Stays *Stays  `json:"stays,omitempty"` // in place of Attr
	From  string  `json:"from"`            // empty where it is missing
	To    string  `json:"to"`              // the nearest value that would do; empty where it would have to be missing
	Rate  float64 `json:"rate"`            // the relative change
}

// Explain returns why guest number i satisfies the condition or not.
//
// Cost: some microseconds for conditions of a few leaves.
func (m *Matcher) Explain(i int) Explanation {
	out := Explanation{Guest: m.table.guests[i], Holds: m.Holds(i)}
	values := make([]value, len(m.test.terms))
	for k := range values {
		values[k] = m.value(k, i)
	}
	for k := range m.test.leaves {
		l := &m.test.leaves[k]
		v := values[l.term]
		reason := LeafReason{Condition: l.cond.clone(), Held: l.holds(v), Missing: v.missing}
		if !v.missing {
			reason.Value = m.test.terms[l.term].valueText(v)
		}
		out.Leaves = append(out.Leaves, reason)
	}
	out.Changes, out.Complete = m.flip(values, out.Holds)
	return out
}

// value returns the value of term k of guest number i.
func (m *Matcher) value(k, i int) value {
	return m.test.terms[k].valueIn(m.table, i)
}

// valueIn returns the value of guest number i of a table.
func (t *term) valueIn(table *Table, i int) value {
	if t.stays != nil {
		return t.stays.over(table).value(i)
	}
	return t.valueOf(&table.columns[t.index], i)
}

func (t *term) valueText(v value) string {
	switch {
	case v.beyond != nil:
		return amountText(*v.beyond, t.attr.decimals())
	case v.level != "":
		return v.level
	}
	return t.text(v.key)
}

// Leaves returns the tests that the condition is made of, in the order in which they are written.
func (t *Test) Leaves() []Condition {
	out := make([]Condition, len(t.leaves))
	for k := range out {
		out[k] = t.leaves[k].cond.clone()
	}
	return out
}

// Sizes returns how many guests of the table each leaf holds for, in the order of [Test.Leaves]. They are exact.
//
// Cost: O(n) a leaf.
func (m *Matcher) Sizes() []int {
	out := make([]int, len(m.probes))
	one := *m
	for k := range out {
		one.root = &node{leaf: k}
		out[k] = one.Rows().Count()
	}
	return out
}
