package weight

import (
	"math"

	"gonum.org/v1/gonum/mat"
)

// leastSquares returns the weights whose ratios fit the known comparisons best on the logarithmic scale, summing to one:
// the geometric mean of the rows where no comparison is missing.
//
// The matrix is linked, so that the linear system below has one solution.
func (c comparisons) leastSquares() ([]float64, error) {
	means := make([]float64, c.n)
	for row := range c.n {
		for column := range c.n {
			if ratio := c.at(row, column); ratio != 0 {
				means[row] += math.Log(ratio)
			}
		}
	}
	if len(c.missing()) == 0 {
		for i := range means {
			means[i] /= float64(c.n)
		}
	} else if err := c.solve(means); err != nil {
		return nil, err
	}
	return exponentials(means), nil
}

// solve turns the row sums of the known logarithms into the logarithms of the weights, the last of which is 0: the
// Laplacian of the graph of comparisons times the logarithms is the row sums (Bozóki, Fülöp and Rónyai 2010).
func (c comparisons) solve(sums []float64) error {
	n := c.n - 1
	laplacian := mat.NewSymDense(n, nil)
	for row := range n {
		known := 0
		for column := range c.n {
			if column == row || c.at(row, column) == 0 {
				continue
			}
			known++
			if column < n {
				laplacian.SetSym(row, column, -1)
			}
		}
		laplacian.SetSym(row, row, float64(known))
	}
	var factor mat.Cholesky
	if !factor.Factorize(laplacian) {
		return ErrNoConvergence
	}
	solution := mat.NewVecDense(n, nil)
	if err := factor.SolveVecTo(solution, mat.NewVecDense(n, sums[:n])); err != nil {
		return ErrNoConvergence
	}
	for i := range n {
		sums[i] = solution.AtVec(i)
	}
	sums[n] = 0
	return nil
}

// exponentials returns weights with the logarithms given, summing to one.
func exponentials(logs []float64) []float64 {
	top := logs[0]
	for _, v := range logs {
		top = max(top, v)
	}
	w := make([]float64, len(logs))
	for i, v := range logs {
		w[i] = math.Exp(v - top)
	}
	return normalise(w)
}
