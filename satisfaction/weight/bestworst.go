package weight

import (
	"fmt"
	"slices"

	"github.com/hotelcrm/hotelcrm/internal/refuse"
	"gonum.org/v1/gonum/mat"
	"gonum.org/v1/gonum/optimize/convex/lp"
)

// BestWorst are one expert's comparisons of the best thing with all others, and of all others with the worst: 2n - 3
// questions in place of n·(n-1)/2.
type BestWorst struct {
	Names []string
	Best  int     // index of the most important thing
	Worst int     // index of the least important; another than Best
	Over  []Ratio // best over each; 1 for itself
	Under []Ratio // each over the worst; 1 for itself
}

// BestWorstWeighing is what best-worst comparisons say.
type BestWorstWeighing struct {
	Names   []string  `json:"names"`
	Weights []float64 `json:"weights"` // summing to one

	// Deviation is ξ, the largest difference between a weight and what a comparison says: 0 if all agree.
	Deviation float64 `json:"deviation"`
	// Ratio is the input-based consistency ratio: the largest |a_Bj·a_jW - a_BW| / (a_BW² - a_BW), 0 where a_BW is 1.
	Ratio float64 `json:"ratio"`
	// At is the thing with that ratio: its two comparisons are the ones to ask again.
	At int `json:"at"`
}

// Weigh returns the weights by the linear model.
//
//	min ξ,  |w_B - a_Bj·w_j| ≤ ξ,  |w_j - a_jW·w_W| ≤ ξ,  Σ w = 1,  w ≥ 0
//
// Input: 2 to 20 things; ratios in [1, 9], as nothing is above the best or below the worst; the best over the worst in
// Over and in Under alike.
// Errors: a [*hotelcrm.ParamError] for wrong names, indices or lengths; a [*PairError] for a ratio missing, below 1,
// above 9, other than 1 for a thing itself, or different in Over and Under; [ErrNoConvergence].
// Cost: a linear programme of 4n rows.
// Source: J. Rezaei, Omega 64 (2016) 126-130; the ratio: F. Liang, M. Brunelli and J. Rezaei, Omega 96
// (2020) 102175.
func (b BestWorst) Weigh() (BestWorstWeighing, error) {
	if err := b.validate(); err != nil {
		return BestWorstWeighing{}, err
	}
	out := BestWorstWeighing{Names: slices.Clone(b.Names)}
	out.Ratio, out.At = b.inputRatio()
	solution, err := b.solve()
	if err != nil {
		return BestWorstWeighing{}, err
	}
	out.Weights, out.Deviation = normalise(solution[:len(b.Names)]), max(0, solution[len(b.Names)])
	return out, nil
}

const maxBestWorst = 20

func (b BestWorst) validate() error {
	n := len(b.Names)
	if err := checkNames(b.Names); err != nil {
		return err
	}
	switch {
	case n < 2 || n > maxBestWorst:
		return refuse.Param("BestWorst.Names", fmt.Sprint(n), "2 to 20")
	case b.Best < 0 || b.Best >= n || b.Worst < 0 || b.Worst >= n || b.Best == b.Worst:
		return refuse.Param("BestWorst.Best, Worst", fmt.Sprintf("%d, %d", b.Best, b.Worst), fmt.Sprintf("two different indices, 0 to %d", n-1))
	case len(b.Over) != n || len(b.Under) != n:
		return refuse.Param("BestWorst.Over, Under", fmt.Sprintf("%d, %d", len(b.Over), len(b.Under)), fmt.Sprintf("%d each", n))
	}
	for i := range n {
		if err := b.checkPair(b.Best, i, b.Over[i]); err != nil {
			return err
		}
		if err := b.checkPair(i, b.Worst, b.Under[i]); err != nil {
			return err
		}
	}
	if !b.Over[b.Worst].equal(b.Under[b.Best]) {
		return b.wrong(b.Best, b.Worst, b.Under[b.Best], fmt.Errorf("%w: before it was %s", ErrContradiction, b.Over[b.Worst]))
	}
	return nil
}

func (b BestWorst) checkPair(row, column int, r Ratio) error {
	switch {
	case !r.valid():
		return b.wrong(row, column, r, ErrNotPositive)
	case !r.within(defaultLimit) || r.Num < r.Den:
		return b.wrong(row, column, r, fmt.Errorf("%w, 1 to %d", ErrBeyondLimit, defaultLimit))
	case row == column && r.Num != r.Den:
		return b.wrong(row, column, r, ErrItself)
	}
	return nil
}

func (b BestWorst) wrong(row, column int, r Ratio, err error) error {
	return &PairError{Row: b.Names[row], Column: b.Names[column], Value: r.String(), Err: err}
}

func (b BestWorst) inputRatio() (ratio float64, at int) {
	whole := b.Over[b.Worst].Float()
	for i := range b.Names {
		d := float64(b.Over[i].Float()*b.Under[i].Float()) - whole
		if r := max(d, -d) / (whole * (whole - 1)); whole > 1 && r > ratio {
			ratio, at = r, i
		}
	}
	return ratio, at
}

// solve returns the weights and ξ.
func (b BestWorst) solve() ([]float64, error) {
	n := len(b.Names)
	var rows [][]float64 // each ≤ 0
	limit := func(i, j int, ratio float64) {
		for _, sign := range [2]float64{1, -1} {
			row := make([]float64, n+1)
			row[i] += sign
			row[j] -= sign * ratio
			row[n] = -1
			rows = append(rows, row)
		}
	}
	for i := range n {
		if i != b.Best {
			limit(b.Best, i, b.Over[i].Float())
		}
		if i != b.Best && i != b.Worst {
			limit(i, b.Worst, b.Under[i].Float())
		}
	}
	width := n + 1 + len(rows)
	system, right, cost := mat.NewDense(len(rows)+1, width, nil), make([]float64, len(rows)+1), make([]float64, width)
	for k, row := range rows {
		for i, v := range row {
			system.Set(k, i, v)
		}
		system.Set(k, n+1+k, 1)
	}
	for i := range n {
		system.Set(len(rows), i, 1)
	}
	right[len(rows)], cost[n] = 1, 1
	_, solution, err := lp.Simplex(cost, system, right, 0, nil)
	if err != nil {
		return nil, fmt.Errorf("%w: %w", ErrNoConvergence, err)
	}
	return solution[:n+1], nil
}
