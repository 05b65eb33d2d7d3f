package weight

import (
	"cmp"
	"slices"

	"gonum.org/v1/gonum/mathext"
)

// Concordance says how far judges agree on the order of items: Kendall's W, 0 for no agreement, 1 for the same order
// from all, corrected for ties.
type Concordance struct {
	W           float64 `json:"w"`
	Uncorrected float64 `json:"uncorrected"` // as if no judge had rated two items alike
	ChiSquared  float64 `json:"chiSquared"`  // judges·(items - 1)·W
	Freedom     int     `json:"freedom"`     // items - 1
	Judges      int     `json:"judges"`
	Items       int     `json:"items"`
	P           float64 `json:"p"` // of a ChiSquared as large without any agreement; rough below 7 items

	// Applies is false if every judge rates all items alike: there is no order, and the figures are 0.
	Applies bool `json:"applies"`
}

// concordance computes W from doubled ranks, which are whole numbers.
//
//	W = 12·S / (m²·(n³ - n) - m·Σ(t³ - t)),  S = Σ (R - mean R)²
func concordance(ratings [][]float64) Concordance {
	m, n := int64(len(ratings)), int64(len(ratings[0]))
	sums, ties := make([]int64, n), int64(0)
	for _, line := range ratings {
		ranks, tied := doubledRanks(line)
		for i, rank := range ranks {
			sums[i] += rank
		}
		ties += tied
	}
	squares := int64(0) // 4·S
	for _, sum := range sums {
		d := sum - m*(n+1) // the mean of doubled rank sums
		squares += d * d
	}
	out := Concordance{Freedom: int(n - 1), Judges: int(m), Items: int(n)}
	untied := float64(m*m) * float64(n*n*n-n)
	out.Uncorrected = 3 * float64(squares) / untied
	if corrected := untied - float64(m)*float64(ties); corrected > 0 {
		out.Applies = true
		out.W = 3 * float64(squares) / corrected
		out.ChiSquared = float64(m*(n-1)) * out.W
		out.P = mathext.GammaIncRegComp(float64(out.Freedom)/2, out.ChiSquared/2)
	}
	return out
}

// doubledRanks returns twice the rank of each value from 1, equal values sharing the mean of their ranks, and the sum of
// t³ - t over the groups of t equal values.
func doubledRanks(values []float64) (ranks []int64, ties int64) {
	order := make([]int, len(values))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(values[a], values[b]) })
	ranks = make([]int64, len(values))
	for from := 0; from < len(order); {
		to := from
		for to < len(order) && values[order[to]] == values[order[from]] {
			to++
		}
		for _, i := range order[from:to] {
			ranks[i] = int64(from + 1 + to)
		}
		t := int64(to - from)
		ties += t*t*t - t
		from = to
	}
	return ranks, ties
}
