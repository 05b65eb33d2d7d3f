package cluster

import (
	"slices"

	"github.com/hotelcrm/hotelcrm/internal/share"
)

// move puts each centre at the mean of its group's numbers and at its most frequent levels.
func (l *lloyd) move() {
	if l.numbers > 0 {
		l.moveNumbers()
	}
	if l.codes > 0 {
		l.moveCodes()
	}
	clear(l.stale)
}

// moveNumbers adds up blocks of rows one by one, where they have changed, and the blocks in their order.
func (l *lloyd) moveNumbers() {
	width := len(l.centres) * l.numbers
	share.Out(l.blocks(), l.workers, func(_, from, to int) {
		for b := from; b < to; b++ {
			if l.stale[b] {
				l.addBlock(b, l.sums[b*width:(b+1)*width], l.weights[b*width:(b+1)*width])
			}
		}
	})
	sums, weights := slices.Clone(l.sums[:width]), slices.Clone(l.weights[:width])
	for at := width; at < len(l.sums); at += width {
		for j := range width {
			sums[j] += l.sums[at+j]
			weights[j] += l.weights[at+j]
		}
	}
	for g := range l.centres {
		for j := range l.numbers {
			if weight := weights[g*l.numbers+j]; weight > 0 {
				l.centres[g].numbers[j] = sums[g*l.numbers+j] / weight
			} else {
				l.centres[g].numbers[j] = l.home.numbers[j]
			}
		}
	}
}

// addBlock adds up the numbers of each group and the weights of the guests of whom they are known.
func (l *lloyd) addBlock(b int, sums, weights []float64) {
	clear(sums)
	clear(weights)
	if !l.gaps {
		l.addKnown(b, sums, weights)
		return
	}
	from, to := l.block(b)
	for row := from; row < to; row++ {
		at := int(l.labels[row]) * l.numbers
		w := l.weight[row]
		for j, x := range l.number(row) {
			if x == x {
				sums[at+j] += float64(w * x)
				weights[at+j] += w
			}
		}
	}
}

// addKnown is addBlock where no number is missing: a group's weight is the same for all its numbers.
func (l *lloyd) addKnown(b int, sums, weights []float64) {
	from, to := l.block(b)
	x := l.x[from*l.numbers : to*l.numbers]
	for i, w := range l.weight[from:to] {
		at := int(l.labels[from+i]) * l.numbers
		own := sums[at:][:l.numbers]
		for j, x := range x[:l.numbers] {
			own[j] += float64(w * x)
		}
		weights[at] += w
		x = x[l.numbers:]
	}
	for j := range weights {
		weights[j] = weights[j-j%l.numbers]
	}
}

// moveCodes takes the most frequent level of each column, of equally frequent ones the first. Counts are whole numbers:
// their order changes nothing.
func (l *lloyd) moveCodes() {
	for j, levels := range l.levels {
		counts := make([]float64, len(l.centres)*levels)
		for row := range l.n {
			counts[int(l.labels[row])*levels+int(l.code(row)[j])] += l.weight[row]
		}
		for g := range l.centres {
			l.centres[g].codes[j] = mode(counts[g*levels:(g+1)*levels], l.home.codes[j])
		}
	}
}

// mode returns the most frequent code that is not missing.
func mode(counts []float64, otherwise uint16) uint16 {
	best := uint16(0)
	for code := 1; code < len(counts); code++ {
		if counts[code] > 0 && (best == 0 || counts[code] > counts[best]) {
			best = uint16(code)
		}
	}
	if best == 0 {
		return otherwise
	}
	return best
}
