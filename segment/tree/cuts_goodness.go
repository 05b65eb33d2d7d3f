package tree

// Goodness says how well cuts divide the numbers of a column.
type Goodness struct {
	Counts  []int     `json:"counts"`  // numbers in each bin
	Missing int       `json:"missing"` // guests without a number
	Means   []float64 `json:"means"`   // of the bins, 0 for an empty one
	Within  float64   `json:"within"`  // sum of squared distances from the means of the bins
	Total   float64   `json:"total"`   // sum of squared distances from the mean of all
	// VarianceFit is the goodness of variance fit, 1 - Within/Total: 0 to 1, 1 where the bins hold equal numbers only;
	// 1 also where all numbers are equal.
	VarianceFit float64 `json:"varianceFit"`
}

// Goodness returns how well the cuts divide these numbers, which need not be those that they were found from.
//
// Input: cuts that are valid; NaN is missing.
// Result: the same bytes for any order of the numbers: sums run from the lowest number up.
// Errors: as [EqualWidth], also for cuts that are not valid.
// Cost: O(n).
// Source: G. F. Jenks (1977), Optimal data classification for choropleth maps.
func (c Cuts) Goodness(numbers []float64) (Goodness, error) {
	if err := c.Validate(); err != nil {
		return Goodness{}, err
	}
	l, err := newLadder(numbers, nil, false)
	if err != nil {
		return Goodness{}, err
	}
	g := Goodness{Counts: make([]int, c.InEffect()), Missing: l.missing, Means: make([]float64, c.InEffect()), VarianceFit: 1}
	for b, rungs := range l.parts(c) {
		g.Counts[b], g.Means[b] = l.mean(rungs[0], rungs[1])
		g.Within += l.squares(rungs[0], rungs[1], g.Means[b])
	}
	_, mean := l.mean(0, len(l.values))
	g.Total = l.squares(0, len(l.values), mean)
	if g.Total > 0 {
		g.VarianceFit = 1 - g.Within/g.Total
	}
	return g, nil
}

// parts returns the rungs [from, to) of each bin.
func (l *ladder) parts(c Cuts) [][2]int {
	parts := make([][2]int, c.InEffect())
	rung := 0
	for b := range parts {
		from := rung
		for rung < len(l.values) && c.Bin(l.values[rung]) == b+1 {
			rung++
		}
		parts[b] = [2]int{from, rung}
	}
	return parts
}

func (l *ladder) mean(from, to int) (n int, mean float64) {
	sum := 0.0
	for rung := from; rung < to; rung++ {
		n += l.count(rung)
		sum += float64(float64(l.count(rung)) * (l.values[rung] - l.values[from])) // from the lowest, to lose less
	}
	if n == 0 {
		return 0, 0
	}
	return n, l.values[from] + sum/float64(n)
}

func (l *ladder) squares(from, to int, mean float64) float64 {
	sum := 0.0
	for rung := from; rung < to; rung++ {
		d := l.values[rung] - mean
		sum += float64(float64(l.count(rung)) * float64(d*d))
	}
	return sum
}
