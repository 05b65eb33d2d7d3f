package weight

import (
	"cmp"
	"math"
	"slices"
)

// Repair is a judgement to ask again: how far it is from what all others say, and the value that would agree with them.
// It is a proposal, to be put to the expert, not a correction.
type Repair struct {
	Row    int   `json:"row"`
	Column int   `json:"column"`
	Given  Ratio `json:"given"` // row over column

	// Factor is a_ij·w_j/w_i, w the eigenvector: how many times the judgement exceeds what the weights say. Row and
	// Column are put in the order that makes it 1 or more.
	Factor float64 `json:"factor"`
	// Value is w_i/w_j after treating this judgement as missing (Harker).
	Value float64 `json:"value"`
	// Nearest is the whole number or reciprocal closest to Value, by ratio, within the limit: what to propose.
	Nearest Ratio `json:"nearest"`
	// Slope is the size of the derivative of the eigenvalue by the judgement of the upper triangle (Harker 1987), and
	// SlopeRank its rank, 1 for the steepest. The two orders may disagree about which judgement is worst.
	Slope     float64 `json:"slope"`
	SlopeRank int     `json:"slopeRank"`
	// LambdaAfter and RatioAfter are the largest eigenvalue and the consistency ratio with Nearest, which the expert is
	// asked about, in its place.
	LambdaAfter float64 `json:"lambdaAfter"`
	RatioAfter  float64 `json:"ratioAfter"`
}

// Repairs returns all judgements, the one that disagrees most with the others first: largest Factor, of equal ones the
// earlier pair. Fewer than 3 things have none.
//
// Input: complete judgements; an unset index is Saaty.
// Errors: as [Judgements.Weigh] with Eigenvector.
// Cost: O(n⁴) and more where judgements disagree: two eigenvectors for each pair.
func (j *Judgements) Repairs(index RandomIndex) ([]Repair, error) {
	whole, err := j.Weigh(Eigenvector, index)
	if err != nil {
		return nil, err
	}
	c, w := j.matrix(), whole.Weights
	if c.n < 3 {
		return nil, nil
	}
	left, _, _, err := c.transposed().principal(inverses(w))
	if err != nil {
		return nil, err
	}
	var out []Repair
	for row, column := range pairs(c.n) {
		r := Repair{Row: row, Column: column, Factor: c.at(row, column) * w[column] / w[row]}
		r.Slope = c.slope(row, column, w, left)
		if r.Factor < 1 {
			r.Row, r.Column, r.Factor = column, row, 1/r.Factor
		}
		r.Given, _ = j.At(r.Row, r.Column)
		if err := c.propose(&r, w, j.limit); err != nil {
			return nil, err
		}
		if whole.Consistency.RatioApplies {
			r.RatioAfter = (r.LambdaAfter - float64(c.n)) / float64(c.n-1) / whole.Consistency.Random
		}
		out = append(out, r)
	}
	rankSlopes(out)
	slices.SortStableFunc(out, func(a, b Repair) int { return cmp.Compare(b.Factor, a.Factor) })
	return out, nil
}

// slope returns |∂λ/∂a_ij| = |y_i·w_j - y_j·w_i/a_ij²| / y'w, y the left eigenvector.
func (c comparisons) slope(row, column int, w, left []float64) float64 {
	product := 0.0
	for i := range w {
		product += float64(left[i] * w[i])
	}
	ratio := c.at(row, column)
	return math.Abs(float64(left[row]*w[column])-left[column]*w[row]/ratio/ratio) / product
}

// propose fills in the value that the other judgements ask for, and what the nearest ratio to it would bring.
func (c comparisons) propose(r *Repair, start []float64, limit int64) error {
	without := c.clone()
	without.set(r.Row, r.Column, 0, 0)
	w, _, _, err := without.harker().principal(start)
	if err != nil {
		return err
	}
	r.Value = w[r.Row] / w[r.Column]
	r.Nearest = nearest(r.Value, limit)
	without.set(r.Row, r.Column, r.Nearest.Float(), r.Nearest.Inverse().Float())
	_, lambda, _, err := without.principal(w)
	r.LambdaAfter = max(lambda, float64(c.n))
	return err
}

// nearest returns the whole number or reciprocal closest to v by ratio, in [1/limit, limit].
func nearest(v float64, limit int64) Ratio {
	if v < 1 {
		return nearest(1/v, limit).Inverse()
	}
	if v >= float64(limit) {
		return Ratio{limit, 1}
	}
	low := math.Floor(v)
	if v*v > low*(low+1) {
		low++
	}
	return Ratio{int64(low), 1}
}

func rankSlopes(list []Repair) {
	order := make([]int, len(list))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(list[b].Slope, list[a].Slope) })
	for rank, i := range order {
		list[i].SlopeRank = rank + 1
	}
}
