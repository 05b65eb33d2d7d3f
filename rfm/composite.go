package rfm

import (
	"fmt"
	"slices"

	"github.com/hotelcrm/hotelcrm/internal/refuse"
	"github.com/shopspring/decimal"
)

// Weights say how much each score counts in a [Composite]. Only their ratios matter for the ranks.
type Weights struct {
	R decimal.Decimal `json:"r"`
	F decimal.Decimal `json:"f"`
	M decimal.Decimal `json:"m"`
	L decimal.Decimal `json:"l,omitzero"` // of length; 0 unless the scores have that axis
	P decimal.Decimal `json:"p,omitzero"` // of periodicity; likewise
}

// Validate returns a [*hotelcrm.ParamError] if a weight is negative or too long, or if all are 0, else nil.
func (w Weights) Validate() error {
	for i, weight := range []decimal.Decimal{w.R, w.F, w.M, w.L, w.P} {
		name := fmt.Sprintf("Weights.%c", "RFMLP"[i])
		switch {
		case weight.Exponent() < -maxCutPlaces || weight.Exponent() > maxCutPlaces || weight.NumDigits() > maxCutPlaces:
			return refuse.Param(name, "too long", fmt.Sprintf("at most %d digits", maxCutPlaces))
		case weight.IsNegative():
			return refuse.Param(name, weight.String(), "0 or more")
		}
	}
	if w.Sum().IsZero() {
		return refuse.Param("Weights", "all 0", "a sum above 0")
	}
	return nil
}

// fits returns a [*hotelcrm.ParamError] for a weight of an axis that the scores do not have.
func (w Weights) fits(s *Scores) error {
	switch {
	case s.l == nil && !w.L.IsZero():
		return refuse.Param("Weights.L", w.L.String(), "0, since the scores have no length")
	case s.p == nil && !w.P.IsZero():
		return refuse.Param("Weights.P", w.P.String(), "0, since the scores have no periodicity")
	}
	return nil
}

// Sum returns the sum of the weights.
func (w Weights) Sum() decimal.Decimal { return w.R.Add(w.F).Add(w.M).Add(w.L).Add(w.P) }

// Value returns w.R·R + w.F·F + w.M·M + w.L·L + w.P·P, exactly: from the sum of the weights to that times the number of
// bins. With weights that add up to 1 it is the weighted mean of the scores.
func (w Weights) Value(s Score) decimal.Decimal {
	score := func(v uint8) decimal.Decimal { return decimal.NewFromInt(int64(v)) }
	three := w.R.Mul(score(s.R)).Add(w.F.Mul(score(s.F))).Add(w.M.Mul(score(s.M)))
	return three.Add(w.L.Mul(score(s.L))).Add(w.P.Mul(score(s.P)))
}

// Composite is one weighted value per guest and the guests' ranks by it. It is immutable and safe for concurrent use.
type Composite struct {
	scores  *Scores
	weights Weights
	ranks   []int                     // of the cells, 0 for cells without guests
	values  map[Score]decimal.Decimal // of the cells with guests

	five bool // whether a cell is of all five scores, else of the first three
}

// Weighted returns the composite of all scores.
//
// Result: guests with equal values share a rank, and the next lower value has the next rank: dense ranks from 1, the
// best. So two guests share a rank although their scores differ, if the weights make up for it.
// Errors: a [*hotelcrm.ParamError], see [Weights.Validate], and for a weight of length or periodicity above 0 where the
// scores have no such axis.
// Cost: O(n), and at most 1,000 values to sort; 100,000 with weights of length or periodicity.
func (s *Scores) Weighted(weights Weights) (*Composite, error) {
	if err := weights.Validate(); err != nil {
		return nil, err
	}
	if err := weights.fits(s); err != nil {
		return nil, err
	}
	out := &Composite{scores: s, weights: weights, values: map[Score]decimal.Decimal{}}
	out.five = !weights.L.IsZero() || !weights.P.IsZero()
	cells := cellCount
	if out.five {
		cells *= (maxBins + 1) * (maxBins + 1)
	}
	out.ranks = make([]int, cells)
	for i := range s.Len() {
		if cell := out.cell(i); out.ranks[out.index(cell)] == 0 {
			out.ranks[out.index(cell)] = 1
			out.values[cell] = weights.Value(cell)
		}
	}
	out.rank()
	return out, nil
}

// cell returns a guest's scores, as far as they have weights.
func (c *Composite) cell(i int) Score {
	cell := c.scores.At(i)
	if !c.five {
		cell.L, cell.P = 0, 0
	}
	return cell
}

// index returns the number of a cell.
func (c *Composite) index(s Score) int {
	return (int(s.L)*(maxBins+1)+int(s.P))*cellCount + cellIndex(s)
}

// rank gives every cell with guests its rank.
func (c *Composite) rank() {
	cells := make([]Score, 0, len(c.values))
	for cell := range c.values { // their order is lost in the sort: equal values get equal ranks
		cells = append(cells, cell)
	}
	slices.SortFunc(cells, func(a, b Score) int { return c.values[b].Cmp(c.values[a]) })
	rank := 0
	for i, cell := range cells {
		if i == 0 || !c.values[cell].Equal(c.values[cells[i-1]]) {
			rank++
		}
		c.ranks[c.index(cell)] = rank
	}
}

// Weights returns the weights.
func (c *Composite) Weights() Weights { return c.weights }

// At returns the value of guest number i of the summaries.
func (c *Composite) At(i int) decimal.Decimal { return c.values[c.cell(i)] }

// Rank returns the dense rank of guest number i of the summaries, 1 for the highest value.
func (c *Composite) Rank(i int) int { return c.ranks[c.index(c.cell(i))] }
