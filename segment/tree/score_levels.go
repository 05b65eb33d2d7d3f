package tree

import "slices"

// scoreOneLevel tries each level against all others, seen here or not.
func (g *grower) scoreOneLevel(e *evidence) candidate {
	best, known := candidate{}, sum(e.known)
	for b := 1; b <= e.bins(); b++ {
		bag := sum(e.bin(b))
		if !g.sidesAreEnough(bag, known-bag) {
			continue
		}
		best.candidates++
		if gain := e.gain(g.measure.of(e.bin(b)) + g.measure.rest(e.known, e.bin(b))); gain > best.raw+tie {
			best.valid, best.gain, best.raw, best.cut = true, gain, gain, b
			best.info = g.info(e, bag, known-bag)
		}
	}
	if best.valid {
		best.side = slices.Repeat([]int8{1}, e.bins()+1)
		best.side[0], best.side[best.cut] = -1, 0
	}
	return best
}

func (g *grower) sidesAreEnough(left, right int64) bool {
	least := g.settings.MinLeaf - tie
	return min(left, right) > 0 && g.measure.weight(left) >= least && g.measure.weight(right) >= least
}

// scoreLevels looks for the best two sets of levels. The levels are put in the order of the share of one class, and every
// cut of that order is tried, for each class in turn.
//
// With two classes the best division is among these (Breiman et al. 1984, theorem 4.5). With more it need not be, but the
// search stays linear in the number of levels, where trying every set would double with each.
func (g *grower) scoreLevels(e *evidence) candidate {
	var present []int
	for b := 1; b <= e.bins(); b++ {
		if sum(e.bin(b)) > 0 {
			present = append(present, b)
		}
	}
	classes := e.classes
	if classes == 2 {
		classes = 1
	}
	best := candidate{}
	for c := range classes {
		order := slices.Clone(present)
		slices.SortStableFunc(order, func(a, b int) int {
			// n_a / N_a against n_b / N_b
			na, nb := float64(e.bin(a)[c])/float64(sum(e.bin(a))), float64(e.bin(b)[c])/float64(sum(e.bin(b)))
			switch {
			case na < nb:
				return -1
			case na > nb:
				return 1
			}
			return 0
		})
		g.scoreOrder(e, order, &best)
	}
	return best
}

// scoreOrder tries every cut of an order of levels and keeps the best in best.
func (g *grower) scoreOrder(e *evidence, order []int, best *candidate) {
	known, below, left := sum(e.known), int64(0), make([]int64, e.classes)
	for i, b := range order[:max(0, len(order)-1)] {
		for c, n := range e.bin(b) {
			left[c] += n
			below += n
		}
		if !g.sidesAreEnough(below, known-below) {
			continue
		}
		best.candidates++
		if gain := e.gain(g.measure.of(left) + g.measure.rest(e.known, left)); gain > best.raw+tie {
			best.valid, best.gain, best.raw = true, gain, gain
			best.info = g.info(e, below, known-below)
			best.side = sides(order, i, e.bins())
		}
	}
}

// sides puts the first levels of an order on one side and the others on the other; the lowest level is on the left, and
// levels not in the order on neither.
func sides(order []int, last, bins int) []int8 {
	out := slices.Repeat([]int8{-1}, bins+1)
	for i, b := range order {
		out[b] = 0
		if i > last {
			out[b] = 1
		}
	}
	if lowest := slices.Min(order); out[lowest] == 1 {
		for _, b := range order {
			out[b] = 1 - out[b]
		}
	}
	return out
}
