package tree

import (
	"fmt"
	"math"

	"github.com/hotelcrm/hotelcrm/internal/refuse"
	"github.com/hotelcrm/hotelcrm/internal/share"
)

// Confusion counts guests by the class that they are of and the class that they were taken for. Confusions of the same
// classes add up: [Confusion.Add].
type Confusion struct {
	Classes []string    `json:"classes"` // ids
	Weights [][]float64 `json:"weights"` // of guests of class i taken for class j, at [i][j]
}

// NewConfusion returns an empty confusion of classes.
func NewConfusion(classes []string) *Confusion {
	c := &Confusion{Classes: classes, Weights: make([][]float64, len(classes))}
	for i := range c.Weights {
		c.Weights[i] = make([]float64, len(classes))
	}
	return c
}

// Confuse returns the confusion of a tree on the guests of a binned table: those that it was learnt from, or others.
//
// Input: workers 0 means 1 and never change the result.
// Errors: [ErrMismatch] is wrapped; a [*hotelcrm.ParamError] for workers.
func (t *Tree) Confuse(b *Binned, workers int) (*Confusion, error) {
	if err := share.Check("workers", workers, refuse.Param); err != nil {
		return nil, err
	}
	bound, err := t.BindBinned(b)
	if err != nil {
		return nil, err
	}
	if !sameLevels(t.class.Levels, b.class.Levels) {
		return nil, fmt.Errorf("%w: other classes", ErrMismatch)
	}
	c := NewConfusion(t.Classes())
	for i, class := range bound.Classes(workers) {
		c.count(b, i, class)
	}
	return c, nil
}

// count adds guest i of a table, taken for a class.
func (c *Confusion) count(b *Binned, i int, class uint8) {
	c.Weights[b.labels[i]][class] += float64(b.weight(i)) / weightUnit
}

// Add adds the guests of another confusion.
//
// Errors: a [*hotelcrm.ParamError] for other classes.
func (c *Confusion) Add(other *Confusion) error {
	if len(other.Classes) != len(c.Classes) {
		return refuse.Param("Confusion.Classes", fmt.Sprint(other.Classes), fmt.Sprint(c.Classes))
	}
	for i, id := range c.Classes {
		if other.Classes[i] != id {
			return refuse.Param("Confusion.Classes", fmt.Sprint(other.Classes), fmt.Sprint(c.Classes))
		}
	}
	for i, row := range other.Weights {
		for j, w := range row {
			c.Weights[i][j] += w
		}
	}
	return nil
}

// totals returns the weight of each class as it is, as it was taken for, and of all right and all guests.
func (c *Confusion) totals() (actual, taken []float64, right, all float64) {
	actual, taken = make([]float64, len(c.Classes)), make([]float64, len(c.Classes))
	for i, row := range c.Weights {
		for j, w := range row {
			actual[i] += w
			taken[j] += w
			all += w
		}
		right += row[i]
	}
	return actual, taken, right, all
}

// Guests returns the weight of all guests counted.
func (c *Confusion) Guests() float64 {
	_, _, _, all := c.totals()
	return all
}

// Accuracy returns the share of the guests who were taken for what they are, NaN for no guests.
func (c *Confusion) Accuracy() float64 {
	_, _, right, all := c.totals()
	return right / all
}

// Kappa returns the agreement beyond chance: 1 for all right, 0 for no better than the shares of the classes, NaN where
// there is but one class.
//
//	κ = (p_o - p_e) / (1 - p_e),  p_e = Σ n_i. n_.i / n²
//
// Source: J. Cohen, Educational and Psychological Measurement 20 (1960).
func (c *Confusion) Kappa() float64 {
	actual, taken, right, all := c.totals()
	chance := 0.0
	for i := range actual {
		chance += actual[i] / all * (taken[i] / all)
	}
	if chance >= 1 {
		return math.NaN()
	}
	return (right/all - chance) / (1 - chance)
}

// Recall returns the share of the guests of a class who were taken for it, NaN where there are none.
func (c *Confusion) Recall(class int) float64 {
	actual, _, _, _ := c.totals()
	return c.Weights[class][class] / actual[class]
}

// Precision returns the share of the guests taken for a class who are of it, NaN where there are none.
func (c *Confusion) Precision(class int) float64 {
	_, taken, _, _ := c.totals()
	return c.Weights[class][class] / taken[class]
}
