package weight

import (
	"fmt"
	"math"
	"slices"

	"github.com/hotelcrm/hotelcrm/internal/refuse"
)

// Triangle is a fuzzy ratio, row over column: at least Low, most likely Middle, at most High.
type Triangle struct {
	Low, Middle, High Ratio
}

// FuzzyJudgements are one expert's complete pairwise comparisons as triangular fuzzy numbers.
type FuzzyJudgements struct {
	names []string
	upper []Triangle
}

// NewFuzzyJudgements returns fuzzy judgements from the upper triangle row by row, row over column.
//
// Input: 1 to 100 names, none empty, none twice.
// Errors: a [*hotelcrm.ParamError] for wrong names or another number of triangles than n·(n-1)/2; a [*PairError] for
// one with a ratio missing, beyond [1/9, 9], or out of order.
func NewFuzzyJudgements(names []string, upper []Triangle) (*FuzzyJudgements, error) {
	if err := checkNames(names); err != nil {
		return nil, err
	}
	f := &FuzzyJudgements{names: slices.Clone(names), upper: slices.Clone(upper)}
	if want := len(names) * (len(names) - 1) / 2; len(upper) != want {
		return nil, refuse.Param("upper", fmt.Sprint(len(upper)), fmt.Sprint(want))
	}
	place := 0
	for row, column := range pairs(len(names)) {
		if err := upper[place].check(); err != nil {
			t := upper[place]
			value := fmt.Sprintf("(%v, %v, %v)", t.Low, t.Middle, t.High)
			return nil, &PairError{Row: names[row], Column: names[column], Value: value, Err: err}
		}
		place++
	}
	return f, nil
}

func (t Triangle) check() error {
	for _, r := range [3]Ratio{t.Low, t.Middle, t.High} {
		if !r.valid() {
			return ErrNotPositive
		}
		if !r.within(defaultLimit) {
			return fmt.Errorf("%w, %d", ErrBeyondLimit, defaultLimit)
		}
	}
	if t.Low.Float() > t.Middle.Float() || t.Middle.Float() > t.High.Float() {
		return fmt.Errorf("%w: low, middle and high must rise", ErrContradiction)
	}
	return nil
}

// FuzzyWeighing is what fuzzy judgements say.
type FuzzyWeighing struct {
	Names   []string     `json:"names"`
	Fuzzy   [][3]float64 `json:"fuzzy"`   // low, middle and high weight of each; only the middles sum to one
	Weights []float64    `json:"weights"` // the means of the three (centroids), summing to one
}

// Weigh returns fuzzy weights by geometric means, and plain ones from their centroids.
//
//	r_i = (∏_j a_ij)^(1/n),  w_i = (low_i/Σ high, middle_i/Σ middle, high_i/Σ low)
//
// Cost: O(n²).
// Source: J. J. Buckley, Fuzzy hierarchical analysis, Fuzzy Sets and Systems 17 (1985) 233-247.
func (f *FuzzyJudgements) Weigh() FuzzyWeighing {
	n := len(f.names)
	means, place := make([][3]float64, n), 0
	for row, column := range pairs(n) {
		t := f.upper[place]
		for k, r := range [3]Ratio{t.Low, t.Middle, t.High} {
			means[row][k] += math.Log(r.Float())
			means[column][2-k] -= math.Log(r.Float()) // the inverse of the highest is the lowest
		}
		place++
	}
	var sums [3]float64
	for i := range means {
		for k := range sums {
			means[i][k] = math.Exp(means[i][k] / float64(n))
			sums[k] += means[i][k]
		}
	}
	out := FuzzyWeighing{Names: slices.Clone(f.names), Fuzzy: means, Weights: make([]float64, n)}
	for i := range means {
		for k := range sums {
			means[i][k] /= sums[2-k]
		}
		out.Weights[i] = (means[i][0] + means[i][1] + means[i][2]) / 3
	}
	normalise(out.Weights)
	return out
}
