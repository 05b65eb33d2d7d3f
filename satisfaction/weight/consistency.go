package weight

import "math"

// Consistency says how well comparisons agree with each other. It cannot tell a matrix from its transpose.
type Consistency struct {
	// Lambda is the largest eigenvalue, n if all agree; with missing comparisons that of the method Harker or, for
	// LeastEigenvalue, of the filled matrix.
	Lambda float64 `json:"lambda"`
	Index  float64 `json:"index"` // CI = (Lambda - n)/(n - 1), 0 for one thing

	// Ratio is CR = CI/RI; .1 and less is usually accepted. It applies from 3 things on, to complete comparisons only,
	// as far as the table goes.
	Ratio        float64     `json:"ratio"`
	RatioApplies bool        `json:"ratioApplies"`
	Table        RandomIndex `json:"table"`
	Random       float64     `json:"random"` // RI, 0 where the table has none

	// Geometric is the geometric consistency index: the mean square of ln(a_ij·w_j/w_i), w the geometric means, over
	// the known pairs less n - 1. Limits that go with a ratio of .1 are .3147 for 3 things, .3526 for 4 and .370 for
	// more (Aguarón and Moreno-Jiménez). It applies where more than n - 1 pairs are known.
	Geometric        float64 `json:"geometric"`
	GeometricApplies bool    `json:"geometricApplies"`

	// Triads are the circular ones: the first above the second, the second above the third, the third above the first.
	Triads [][3]int `json:"triads,omitempty"`
}

// judge fills in all that follows from the eigenvalue and the geometric means.
func (c comparisons) judge(lambda float64, means []float64, missing int, table RandomIndex) Consistency {
	out := Consistency{Lambda: max(lambda, float64(c.n)), Table: table, Triads: c.triads()}
	if c.n > 1 {
		out.Index = (out.Lambda - float64(c.n)) / float64(c.n-1)
	}
	random, ok := table.For(c.n)
	out.Random = random
	if ok && missing == 0 {
		out.Ratio, out.RatioApplies = out.Index/random, true
	}
	if free := c.n*(c.n-1)/2 - missing - (c.n - 1); free > 0 {
		out.Geometric, out.GeometricApplies = c.squares(means)/float64(free), true
	}
	return out
}

// squares returns the sum of ln(a_ij·w_j/w_i)² over the known pairs.
func (c comparisons) squares(w []float64) float64 {
	sum := 0.0
	for row, column := range pairs(c.n) {
		if ratio := c.at(row, column); ratio != 0 {
			d := math.Log(ratio * w[column] / w[row])
			sum += float64(d * d)
		}
	}
	return sum
}

func (c comparisons) triads() [][3]int {
	var out [][3]int
	above := func(i, j int) bool { return c.at(i, j) > 1 }
	for i := range c.n {
		for j := i + 1; j < c.n; j++ {
			for k := j + 1; k < c.n; k++ {
				switch {
				case above(i, j) && above(j, k) && above(k, i):
					out = append(out, [3]int{i, j, k})
				case above(j, i) && above(k, j) && above(i, k):
					out = append(out, [3]int{i, k, j})
				}
			}
		}
	}
	return out
}
