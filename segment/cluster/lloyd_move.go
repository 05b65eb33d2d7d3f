package cluster

import "github.com/hotelcrm/hotelcrm/internal/share"

// move puts each centre at the mean of its group's numbers and at its most frequent levels.
func (v *view) move(e *solution, workers int) {
	if v.numbers > 0 {
		v.moveNumbers(e, workers)
	}
	if v.codes > 0 {
		v.moveCodes(e)
	}
}

// moveNumbers adds up blocks of rows one by one, and the blocks in their order.
func (v *view) moveNumbers(e *solution, workers int) {
	width := len(e.centres) * v.numbers
	blocks := (v.n + blockRows - 1) / blockRows
	sums, weights := make([]float64, blocks*width), make([]float64, blocks*width)
	share.Out(blocks, workers, func(_, from, to int) {
		for b := from; b < to; b++ {
			v.addBlock(e.labels, b, sums[b*width:(b+1)*width], weights[b*width:(b+1)*width])
		}
	})
	for b := 1; b < blocks; b++ {
		for j := range width {
			sums[j] += sums[b*width+j]
			weights[j] += weights[b*width+j]
		}
	}
	for g := range e.centres {
		for j := range v.numbers {
			if weight := weights[g*v.numbers+j]; weight > 0 {
				e.centres[g].numbers[j] = sums[g*v.numbers+j] / weight
			} else {
				e.centres[g].numbers[j] = v.home.numbers[j]
			}
		}
	}
}

func (v *view) addBlock(labels []int32, b int, sums, weights []float64) {
	for row := b * blockRows; row < min((b+1)*blockRows, v.n); row++ {
		at := int(labels[row]) * v.numbers
		w := v.weight[row]
		for j, x := range v.number(row) {
			if x == x {
				sums[at+j] += float64(w * x)
				weights[at+j] += w
			}
		}
	}
}

// moveCodes takes the most frequent level of each column, of equally frequent ones the first. Counts are whole numbers:
// their order changes nothing.
func (v *view) moveCodes(e *solution) {
	for j, levels := range v.levels {
		counts := make([]float64, len(e.centres)*levels)
		for row := range v.n {
			counts[int(e.labels[row])*levels+int(v.code(row)[j])] += v.weight[row]
		}
		for g := range e.centres {
			e.centres[g].codes[j] = mode(counts[g*levels:(g+1)*levels], v.home.codes[j])
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
