package tree

import "math"

// scratch is memory that divisions share.
type scratch struct {
	branch  []uint16
	rows    []int32
	labels  []uint8
	weights []int64
}

// divide returns the guests of each branch. The guests of s are put in order of their branch in place; where missing
// guests go down several branches the parts are new memory, and s still holds the same guests.
func (g *grower) divide(s sample, sp *split) []sample {
	g.reserve(s.len())
	column := &g.table.columns[sp.attr]
	var sizes []int
	if column.small != nil {
		sizes = branchesOf(g.scratch.branch, column.small, s, sp)
	} else {
		sizes = branchesOf(g.scratch.branch, column.wide, s, sp)
	}
	g.reorder(s, sizes)
	parts, from := make([]sample, sp.branches), 0
	for i := range parts {
		parts[i] = s.slice(from, from+sizes[i])
		from += sizes[i]
	}
	if missing := s.slice(from, s.len()); missing.len() > 0 {
		return g.spread(parts, missing, sp)
	}
	return parts
}

func (g *grower) reserve(n int) {
	if len(g.scratch.branch) < n {
		g.scratch = scratch{branch: make([]uint16, n), rows: make([]int32, n), labels: make([]uint8, n)}
		if g.unit != 1 {
			g.scratch.weights = make([]int64, n)
		}
	}
}

// branchesOf writes the branch of each guest and returns how many there are in each; the last are those of all branches.
func branchesOf[T uint8 | uint16](out []uint16, column []T, s sample, sp *split) []int {
	sizes := make([]int, sp.branches+1)
	if sp.shape == atMost {
		missing := uint16(sp.branches)
		if sp.missing != fractional {
			missing = uint16(sp.missing)
		}
		cut := T(sp.cut)
		for i, row := range s.rows {
			branch := uint16(0)
			if bin := column[row]; bin == 0 {
				branch = missing
			} else if bin > cut {
				branch = 1
			}
			out[i] = branch
			sizes[branch]++
		}
		return sizes
	}
	for i, row := range s.rows {
		branch, _ := sp.branch(int(column[row]))
		if branch == fractional {
			branch = sp.branches
		}
		out[i] = uint16(branch)
		sizes[branch]++
	}
	return sizes
}

// reorder puts guests in order of their branch, and in each branch in the order that they had.
func (g *grower) reorder(s sample, sizes []int) {
	next, from := make([]int, len(sizes)), 0
	for i, size := range sizes {
		next[i] = from
		from += size
	}
	t := &g.scratch
	for i, branch := range t.branch[:s.len()] {
		to := next[branch]
		next[branch]++
		t.rows[to], t.labels[to] = s.rows[i], s.labels[i]
		if s.weights != nil {
			t.weights[to] = s.weights[i]
		}
	}
	copy(s.rows, t.rows)
	copy(s.labels, t.labels)
	copy(s.weights, t.weights)
}

// spread gives each branch the missing guests with a share of their weight: that of the branch in the known weight. What
// rounding leaves goes to the largest branch, so no weight is lost.
func (g *grower) spread(parts []sample, missing sample, sp *split) []sample {
	known := make([]int64, len(parts))
	for i := range parts {
		known[i] = sum(parts[i].counts(g.layout.classes))
	}
	total := sum(known)
	if total == 0 { // nobody is known: as when the split was made
		copy(known, sp.bags)
		total = sum(known)
	}
	rest := largest(known, 0)
	for i := range parts {
		grown := sample{
			rows:    append(make([]int32, 0, parts[i].len()+missing.len()), parts[i].rows...),
			labels:  append(make([]uint8, 0, parts[i].len()+missing.len()), parts[i].labels...),
			weights: append(make([]int64, 0, parts[i].len()+missing.len()), parts[i].weights...),
		}
		for m, w := range missing.weights {
			part := portion(w, known, total, i)
			if i == rest {
				part = w
				for j := range parts {
					if j != i {
						part -= portion(w, known, total, j)
					}
				}
			}
			if part > 0 {
				grown.rows = append(grown.rows, missing.rows[m])
				grown.labels = append(grown.labels, missing.labels[m])
				grown.weights = append(grown.weights, part)
			}
		}
		parts[i] = grown
	}
	return parts
}

// portion returns the whole units of weight that go down a branch.
func portion(weight int64, known []int64, total int64, branch int) int64 {
	return int64(math.Floor(float64(weight) * (float64(known[branch]) / float64(total))))
}
