package rfm

import (
	"fmt"
	"slices"

	"github.com/hotelcrm/hotelcrm"
	"github.com/shopspring/decimal"
)

// Weights say how much each score counts in a [Composite]. Only their ratios matter for the ranks.
type Weights struct {
	R decimal.Decimal `json:"r"`
	F decimal.Decimal `json:"f"`
	M decimal.Decimal `json:"m"`
}

// Validate returns a [*hotelcrm.ParamError] if a weight is negative or too long, or if all are 0, else nil.
func (w Weights) Validate() error {
	for i, weight := range []decimal.Decimal{w.R, w.F, w.M} {
		name := fmt.Sprintf("Weights.%c", "RFM"[i])
		switch {
		case weight.Exponent() < -maxCutPlaces || weight.Exponent() > maxCutPlaces || weight.NumDigits() > maxCutPlaces:
			return &hotelcrm.ParamError{Param: name, Value: "too long", Allowed: fmt.Sprintf("at most %d digits", maxCutPlaces)}
		case weight.IsNegative():
			return &hotelcrm.ParamError{Param: name, Value: weight.String(), Allowed: "0 or more"}
		}
	}
	if w.R.IsZero() && w.F.IsZero() && w.M.IsZero() {
		return &hotelcrm.ParamError{Param: "Weights", Value: "0, 0, 0", Allowed: "a sum above 0"}
	}
	return nil
}

// Sum returns the sum of the three weights.
func (w Weights) Sum() decimal.Decimal { return w.R.Add(w.F).Add(w.M) }

// Value returns w.R·R + w.F·F + w.M·M, exactly: from the sum of the weights to that times the number of bins. With
// weights that add up to 1 it is the weighted mean of the scores.
func (w Weights) Value(s Score) decimal.Decimal {
	score := func(v uint8) decimal.Decimal { return decimal.NewFromInt(int64(v)) }
	return w.R.Mul(score(s.R)).Add(w.F.Mul(score(s.F))).Add(w.M.Mul(score(s.M)))
}

// Composite is one weighted value per guest and the guests' ranks by it. It is immutable and safe for concurrent use.
type Composite struct {
	scores  *Scores
	weights Weights
	ranks   []int                     // of the cells, 0 for cells without guests
	values  map[Score]decimal.Decimal // of the cells with guests
}

// Weighted returns the composite of all scores.
//
// Result: guests with equal values share a rank, and the next lower value has the next rank: dense ranks from 1, the
// best. So two guests share a rank although their scores differ, if the weights make up for it.
// Errors: a [*hotelcrm.ParamError], see [Weights.Validate].
// Cost: O(n), and at most 1,000 values to sort.
func (s *Scores) Weighted(weights Weights) (*Composite, error) {
	if err := weights.Validate(); err != nil {
		return nil, err
	}
	out := &Composite{scores: s, weights: weights, ranks: make([]int, cellCount), values: map[Score]decimal.Decimal{}}
	for i := range s.Len() {
		if cell := s.At(i); out.ranks[cellIndex(cell)] == 0 {
			out.ranks[cellIndex(cell)] = 1
			out.values[cell] = weights.Value(cell)
		}
	}
	out.rank()
	return out, nil
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
		c.ranks[cellIndex(cell)] = rank
	}
}

// Weights returns the weights.
func (c *Composite) Weights() Weights { return c.weights }

// At returns the value of guest number i of the summaries.
func (c *Composite) At(i int) decimal.Decimal { return c.values[c.scores.At(i)] }

// Rank returns the dense rank of guest number i of the summaries, 1 for the highest value.
func (c *Composite) Rank(i int) int { return c.ranks[cellIndex(c.scores.At(i))] }
