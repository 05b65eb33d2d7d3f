package segment

import "math"

// flipper seeks the smallest change that flips the answer for one guest.
type flipper struct {
	search
	values  []value
	actual  [][]bool // what the leaves of each term say about the guest as it is
	best    []Change
	rate    float64 // of best
	changes []Change
}

// flip tries one change, then two, and so on: the first number of changes that does it is the fewest.
func (m *Matcher) flip(values []value, holds bool) (changes []Change, complete bool) {
	s := newSpace(m.test)
	goal := m.root
	if holds {
		goal = negated(goal)
	}
	f := flipper{values: values, rate: math.Inf(1)}
	f.search = search{space: s, goal: goal, size: goal.size(), leaves: make([]tri, len(m.test.leaves)), chosen: make([]int, len(values))}
	for k, v := range values {
		f.actual = append(f.actual, s.held(k, v))
	}
	for n := 1; n <= len(values) && f.best == nil && s.work > 0; n++ {
		f.try(n, 0)
	}
	if s.work <= 0 {
		return nil, false
	}
	return f.best, true
}

// try seeks a flip with at most left further changes, beside those made so far at that rate.
func (f *flipper) try(left int, rate float64) {
	if f.space.work -= f.size; f.space.work <= 0 || rate >= f.rate {
		return
	}
	switch evaluate(f.goal, f.leaves) {
	case no:
		return
	case yes:
		f.best, f.rate = append([]Change{}, f.changes...), rate
		return
	}
	k := f.space.test.leaves[open(f.goal, f.leaves)].term
	if left > 0 {
		f.tryCells(k, left, rate)
	}
	f.set(k, f.actual[k])
	f.try(left, rate)
	f.forget(k)
}

// tryCells changes the value of term k to the nearest of each cell that its leaves tell from it. A value that is missing
// would do only where none would that is there.
func (f *flipper) tryCells(k, left int, rate float64) {
	for i := range f.space.cells[k] {
		c := &f.space.cells[k][i]
		if same(c.held, f.actual[k]) || c.missing && f.likeAnother(k, i) {
			continue
		}
		change := f.change(k, c)
		f.changes = append(f.changes, change)
		f.choose(k, i)
		f.try(left-1, rate+change.Rate)
		f.forget(k)
		f.changes = f.changes[:len(f.changes)-1]
	}
}

func same(a, b []bool) bool {
	for i := range a {
		if a[i] != b[i] {
			return false
		}
	}
	return true
}

// likeAnother reports whether another cell of term k has the same leaves hold as cell i.
func (f *flipper) likeAnother(k, i int) bool {
	for j := range f.space.cells[k] {
		if j != i && same(f.space.cells[k][i].held, f.space.cells[k][j].held) {
			return true
		}
	}
	return false
}

// change returns the change of term k to the nearest value of a cell.
func (f *flipper) change(k int, c *cell) Change {
	t, from := &f.space.test.terms[k], f.values[k]
	out := Change{Stays: t.spec(), Rate: 1}
	if t.stays == nil {
		out.Attr = t.attr.ID
	}
	if !from.missing {
		out.From = t.valueText(from)
	}
	if c.missing {
		return out
	}
	to := t.readable(c)
	if !from.missing && t.ordered() {
		to = c.nearest(from.key, t)
		out.Rate = t.rate(from, to)
	}
	out.To = t.text(to)
	return out
}

// rate returns the relative change from a value to a key.
func (t *term) rate(from value, to int64) float64 {
	if from.beyond == nil {
		return t.distance(from.key, to)
	}
	return relative(from.beyond.Shift(int32(t.attr.decimals())).InexactFloat64(), float64(to))
}

func (t *term) ordered() bool { return t.attr == nil || t.attr.Kind != Nominal }

// nearest returns the key of the cell at the least distance, the lower one of two.
func (c *cell) nearest(key int64, t *term) int64 {
	best := c.spans[0].clamp(key)
	for _, s := range c.spans[1:] {
		if other := s.clamp(key); t.distance(key, other) < t.distance(key, best) {
			best = other
		}
	}
	return best
}

func (s span) clamp(key int64) int64 { return min(max(key, s.lo), s.hi) }

// distance returns the relative change from one key to another.
func (t *term) distance(from, to int64) float64 {
	a, b := float64(from), float64(to)
	switch t.kind {
	case dayKey:
		return math.Abs(b-a) / 365
	case levelKey:
		return math.Abs(b-a) / float64(max(1, len(t.attr.Levels)-1))
	case numberKey:
		a, b = keyFloat(from), keyFloat(to)
	}
	return relative(a, b)
}

func relative(a, b float64) float64 {
	if a == b {
		return 0
	}
	most := max(math.Abs(a), math.Abs(b))
	return math.Abs(b/2-a/2) / (most / 2) // halves, as a difference of two float64 may be none
}
