package cluster

import (
	"math"

	"github.com/hotelcrm/hotelcrm/internal/share"
)

// assign puts each row into the group of the nearest centre.
func (l *lloyd) assign() {
	l.bounds.follow(l.centres, l.gamma)
	nearest := l.nearest
	if l.codes == 0 && !l.gaps {
		nearest = l.nearestByNumbers
	}
	moved := make([][]int, share.Count(l.blocks(), l.workers))
	share.Out(l.blocks(), l.workers, func(w, from, to int) {
		moved[w] = make([]int, len(l.centres))
		for b := from; b < to; b++ {
			l.assignBlock(b, nearest, moved[w])
		}
	})
	for _, moved := range moved {
		for group, n := range moved {
			l.sizes[group] += n
		}
	}
}

// assignBlock looks at the rows of a block that may have another nearest centre, and counts in moved what the groups win
// and lose.
func (l *lloyd) assignBlock(b int, nearest func(row int) (int, float64, float64), moved []int) {
	first, behind := l.block(b)
	labels, reach := l.labels[first:behind], l.bounds.reach[first:behind]
	for i, r := range reach {
		old := labels[i]
		if l.bounds.spent[old] < r {
			continue
		}
		group, own, next := nearest(first + i)
		l.bounds.note(first+i, group, own, next)
		if int32(group) != old {
			labels[i] = int32(group)
			moved[old]--
			moved[group]++
			l.stale[b] = true
		}
	}
}

// nearest returns the nearest centre of a row, of equally near ones the first, its distance and that of the next one.
func (l *lloyd) nearest(row int) (group int, own, next float64) {
	own, next = math.Inf(1), math.Inf(1)
	for g := range l.centres {
		if d := l.distance(row, &l.centres[g], l.gamma); d < own {
			group, own, next = g, d, own
		} else if d < next {
			next = d
		}
	}
	return group, own, next
}

// nearestByNumbers is nearest for rows of numbers that are all known.
func (l *lloyd) nearestByNumbers(row int) (group int, own, next float64) {
	own, next = math.Inf(1), math.Inf(1)
	x := l.number(row)
	centres := l.bounds.numbers
	for g := range l.centres {
		d := 0.0
		for j, at := range centres[:len(x)] {
			way := x[j] - at
			d += float64(way * way)
		}
		centres = centres[len(x):]
		if d < own {
			group, own, next = g, d, own
		} else if d < next {
			next = d
		}
	}
	return group, own, next
}
