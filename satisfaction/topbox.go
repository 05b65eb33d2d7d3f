package satisfaction

import (
	"fmt"
	"math"

	"github.com/hotelcrm/hotelcrm/internal/refuse"
)

// Box is the share of answers in the best levels of a scale, with Wilson's interval.
type Box struct {
	Item       string   `json:"item"`
	Levels     int      `json:"levels"`     // how many of the best levels count
	In         int64    `json:"in"`         // answers in them
	N          int64    `json:"n"`          // all answers; missing ones do not count
	EffectiveN float64  `json:"effectiveN"` // Kish's, below N where respondents are weighted
	Share      float64  `json:"share"`      // by weight: In / N only where all weigh the same
	Interval   Interval `json:"interval"`   // by the effective n
}

// TopBox returns the share of answers to item i that are among the best levels of its scale.
//
// Input: levels from 1 to one less than the scale has; level of confidence in (0, 1).
// Errors: a [*hotelcrm.ParamError], or [ErrEmpty] if nobody answered.
func (s *Summary) TopBox(i, levels int, level float64) (Box, error) {
	d, err := s.distribution(i)
	if err != nil {
		return Box{}, err
	}
	return d.topBox(levels, level)
}

// TopBox returns the share of answers to item i that are among the best levels of its scale, by the weights of
// respondents.
//
// Input, errors: as for [Summary.TopBox].
func (m *Moments) TopBox(i, levels int, level float64) (Box, error) {
	d, err := m.distribution(i)
	if err != nil {
		return Box{}, err
	}
	return d.topBox(levels, level)
}

func (d distribution) topBox(levels int, level float64) (Box, error) {
	item, c := d.form.items[d.item], d.form.coders[d.item]
	if levels < 1 || levels >= len(item.Scale.Levels) {
		return Box{}, refuse.Param("levels", fmt.Sprint(levels), fmt.Sprintf("1 to %d", len(item.Scale.Levels)-1))
	}
	b := Box{Item: item.ID, Levels: levels, N: d.n(), EffectiveN: d.effective}
	first := c.top + 1
	for left := levels; left > 0; {
		first--
		if c.valid[first] {
			b.In += d.rows[first]
			left--
		}
	}
	if b.N == 0 {
		return b, fmt.Errorf("%w: item %s", ErrEmpty, item.ID)
	}
	b.Share = d.share(first)
	var err error
	b.Interval, err = WilsonWeighted(b.Share, b.EffectiveN, level)
	return b, err
}

// CSAT returns the customer satisfaction score of item i: the share of answers in the best two of five levels.
//
// Errors: a [*hotelcrm.ParamError] for a scale of other than five levels, else as [Summary.TopBox].
func (s *Summary) CSAT(i int, level float64) (Box, error) {
	d, err := s.distribution(i)
	if err != nil {
		return Box{}, err
	}
	return d.csat(level)
}

// CSAT returns the customer satisfaction score of item i by the weights of respondents.
//
// Errors: as for [Summary.CSAT].
func (m *Moments) CSAT(i int, level float64) (Box, error) {
	d, err := m.distribution(i)
	if err != nil {
		return Box{}, err
	}
	return d.csat(level)
}

func (d distribution) csat(level float64) (Box, error) {
	if err := d.mustHave(5, "five levels"); err != nil {
		return Box{}, err
	}
	return d.topBox(2, level)
}

// Effort is a customer effort score: how far guests agree that it was easy, on seven levels.
type Effort struct {
	Mean       float64  `json:"mean"`       // in points of the scale
	N          int64    `json:"n"`          // answers
	EffectiveN float64  `json:"effectiveN"` // Kish's, below N where respondents are weighted
	Interval   Interval `json:"interval"`
	Easy       Box      `json:"easy"` // who agrees at least somewhat: the best three levels
}

// CES returns the customer effort score of item i, on a scale of seven levels on which more is easier: the mean and the
// share that agrees at least somewhat. Reverse the scale where more is harder.
//
// Errors: a [*hotelcrm.ParamError] for a scale of other than seven levels, [ErrEmpty] for fewer than 2 answers in effect.
// Source: M. Dixon, N. Toman and R. DeLisi (2013), The Effortless Experience, for the agreement form.
func (s *Summary) CES(i int, level float64) (Effort, error) {
	d, err := s.distribution(i)
	if err != nil {
		return Effort{}, err
	}
	return d.ces(level)
}

// CES returns the customer effort score of item i by the weights of respondents.
//
// Errors: as for [Summary.CES].
func (m *Moments) CES(i int, level float64) (Effort, error) {
	d, err := m.distribution(i)
	if err != nil {
		return Effort{}, err
	}
	return d.ces(level)
}

func (d distribution) ces(level float64) (Effort, error) {
	if err := d.mustHave(7, "seven levels"); err != nil {
		return Effort{}, err
	}
	box, err := d.topBox(3, level)
	if err != nil {
		return Effort{}, err
	}
	mean, variance, ok := d.moments()
	if !ok {
		return Effort{}, fmt.Errorf("%w: item %s", ErrEmpty, d.form.items[d.item].ID)
	}
	interval, err := MeanInterval(mean, math.Sqrt(variance), d.effective, level)
	scale := d.form.coders[d.item]
	return Effort{mean, box.N, d.effective, interval.clipped(scale.low, scale.high), box}, err
}
