package weight

import "math"

// comparisons are a square of ratios, row over column, as numbers: one expert's, a group's, or a completed one. 0 stands
// for a comparison that is missing; the diagonal is 1.
type comparisons struct {
	n     int
	ratio []float64
}

func newComparisons(n int) comparisons {
	c := comparisons{n, make([]float64, n*n)}
	for i := range n {
		c.ratio[i*n+i] = 1
	}
	return c
}

// matrix returns the judgements as numbers.
func (j *Judgements) matrix() comparisons {
	c := newComparisons(len(j.names))
	for row, column := range pairs(c.n) {
		if r, ok := j.At(row, column); ok {
			c.set(row, column, r.Float(), r.Inverse().Float())
		}
	}
	return c
}

func (c comparisons) at(row, column int) float64 { return c.ratio[row*c.n+column] }

func (c comparisons) set(row, column int, value, inverse float64) {
	c.ratio[row*c.n+column], c.ratio[column*c.n+row] = value, inverse
}

func (c comparisons) clone() comparisons {
	out := comparisons{c.n, make([]float64, len(c.ratio))}
	copy(out.ratio, c.ratio)
	return out
}

// missing returns the pairs that nobody compared.
func (c comparisons) missing() [][2]int {
	var out [][2]int
	for row, column := range pairs(c.n) {
		if c.at(row, column) == 0 {
			out = append(out, [2]int{row, column})
		}
	}
	return out
}

// unlinked returns two things that no chain of comparisons links, the first that is so.
func (c comparisons) unlinked() (row, column int, found bool) {
	if c.n == 0 {
		return 0, 0, false
	}
	reached, queue := make([]bool, c.n), []int{0}
	reached[0] = true
	for len(queue) > 0 {
		i := queue[0]
		queue = queue[1:]
		for k := range c.n {
			if !reached[k] && c.at(i, k) != 0 {
				reached[k] = true
				queue = append(queue, k)
			}
		}
	}
	for i, ok := range reached {
		if !ok {
			return 0, i, true
		}
	}
	return 0, 0, false
}

// harker returns the matrix in which a missing comparison is 0 and each row's diagonal is 1 + the number missing in it.
func (c comparisons) harker() comparisons {
	out := c.clone()
	for _, pair := range c.missing() {
		for _, i := range pair {
			out.ratio[i*c.n+i]++
		}
	}
	return out
}

// transposed returns the matrix whose eigenvector is the left one of c.
func (c comparisons) transposed() comparisons {
	out := comparisons{c.n, make([]float64, len(c.ratio))}
	for row := range c.n {
		for column := range c.n {
			out.ratio[column*c.n+row] = c.at(row, column)
		}
	}
	return out
}

const (
	stepsAlike = 100   // steps with one matrix before it is squared
	squarings  = 16    // at most
	tolerance  = 1e-14 // relative change of a weight in one step
)

// principal returns the eigenvector of the largest eigenvalue, summing to one, by power iteration from start.
//
// The matrix is not negative and irreducible, with a positive diagonal, so that it converges; where it does so slowly,
// the matrix is squared, and a step with it is worth as many as its power. The eigenvalue is the sum of A·w, w summing
// to one.
func (c comparisons) principal(start []float64) (w []float64, lambda float64, steps int, err error) {
	w, next := append([]float64(nil), start...), make([]float64, c.n)
	stop := max(tolerance, float64(c.n)*0x1p-52) // sums of n terms are no finer
	power := c
	for k := range squarings {
		for range stepsAlike {
			steps += 1 << k
			change := power.step(w, next)
			w, next = next, w
			if change <= stop {
				return w, c.times(w, next), steps, nil
			}
		}
		power = power.squared()
	}
	return nil, 0, steps, ErrNoConvergence
}

// step sets next to A·w, summing to one, and returns the largest relative change.
func (c comparisons) step(w, next []float64) float64 {
	sum, change := c.times(w, next), 0.0
	for i := range next {
		next[i] /= sum
		change = max(change, math.Abs(next[i]-w[i])/next[i])
	}
	return change
}

// squared returns A·A, divided by its largest element.
func (c comparisons) squared() comparisons {
	out, top := comparisons{c.n, make([]float64, len(c.ratio))}, 0.0
	column, product := make([]float64, c.n), make([]float64, c.n)
	for k := range c.n {
		for i := range c.n {
			column[i] = c.at(i, k)
		}
		c.times(column, product)
		for i, v := range product {
			out.ratio[i*c.n+k] = v
			top = max(top, v)
		}
	}
	for i := range out.ratio {
		out.ratio[i] /= top
	}
	return out
}

// times sets out to A·w and returns its sum.
func (c comparisons) times(w, out []float64) float64 {
	sum := 0.0
	for row := range c.n {
		line, value := c.ratio[row*c.n:(row+1)*c.n], 0.0
		for column, ratio := range line {
			value += float64(ratio * w[column])
		}
		out[row] = value
		sum += value
	}
	return sum
}

// normalise divides by the sum.
func normalise(w []float64) []float64 {
	sum := 0.0
	for _, v := range w {
		sum += v
	}
	for i := range w {
		w[i] /= sum
	}
	return w
}
