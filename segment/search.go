package segment

// search walks through the cells of a space, term by term, and skips what cannot reach its goal.
type search struct {
	space  *space
	goal   *node
	size   int // of the goal
	leaves []tri
	chosen []int // the cell of each term, -1 where any will do
	found  func(chosen []int) (more bool)
}

// find calls found for disjoint regions of the space that make up the goal, in a fixed order, until it wants no more. It
// returns false if the search was cut short by its limit of work.
func (s *space) find(goal *node, found func(chosen []int) bool) (complete bool) {
	f := &search{space: s, goal: goal, size: goal.size(), leaves: make([]tri, len(s.test.leaves)), chosen: make([]int, len(s.cells)), found: found}
	for k := range f.chosen {
		f.chosen[k] = -1
	}
	f.walk()
	return s.work > 0
}

func (f *search) walk() (more bool) {
	if f.space.work -= f.size; f.space.work <= 0 {
		return false
	}
	switch evaluate(f.goal, f.leaves) {
	case no:
		return true
	case yes:
		return f.found(f.chosen)
	}
	k := f.space.test.leaves[open(f.goal, f.leaves)].term
	for i := range f.space.cells[k] {
		f.choose(k, i)
		if more = f.walk(); !more {
			break
		}
	}
	f.forget(k)
	return more
}

// choose gives the leaves of term k the values that they have in its cell i.
func (f *search) choose(k, i int) {
	f.chosen[k] = i
	f.set(k, f.space.cells[k][i].held)
}

func (f *search) set(k int, held []bool) {
	for j, leaf := range f.space.leaves[k] {
		f.leaves[leaf] = no
		if held[j] {
			f.leaves[leaf] = yes
		}
	}
}

func (f *search) forget(k int) {
	f.chosen[k] = -1
	for _, leaf := range f.space.leaves[k] {
		f.leaves[leaf] = unknown
	}
}

func negated(n *node) *node  { return &node{op: Not, kids: []*node{n}} }
func allOf(n ...*node) *node { return &node{op: All, kids: n} }
func anyOf(n ...*node) *node { return &node{op: Any, kids: n} }
