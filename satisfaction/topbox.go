package satisfaction

import (
	"fmt"
	"math"

	"github.com/hotelcrm/hotelcrm"
)

// Box is the share of answers in the best levels of a scale, with Wilson's interval.
type Box struct {
	Item     string   `json:"item"`
	Levels   int      `json:"levels"` // how many of the best levels count
	In       int64    `json:"in"`     // answers in them
	N        int64    `json:"n"`      // all answers; missing ones do not count
	Share    float64  `json:"share"`
	Interval Interval `json:"interval"`
}

// TopBox returns the share of answers to item i that are among the best levels of its scale.
//
// Input: levels from 1 to one less than the scale has; level of confidence in (0, 1).
// Errors: a [*hotelcrm.ParamError], or [ErrEmpty] if nobody answered.
func (s *Summary) TopBox(i, levels int, level float64) (Box, error) {
	if err := s.checkItem(i); err != nil {
		return Box{}, err
	}
	item, c := s.form.items[i], s.form.coders[i]
	if levels < 1 || levels >= len(item.Scale.Levels) {
		return Box{}, &hotelcrm.ParamError{Param: "levels", Value: fmt.Sprint(levels), Allowed: fmt.Sprintf("1 to %d", len(item.Scale.Levels)-1)}
	}
	b := Box{Item: item.ID, Levels: levels, N: s.Answered(i)}
	for a, left := c.top, levels; left > 0; a-- {
		if c.valid[a] {
			b.In += s.Count(i, a)
			left--
		}
	}
	if b.N == 0 {
		return b, fmt.Errorf("%w: item %s", ErrEmpty, item.ID)
	}
	b.Share = float64(b.In) / float64(b.N)
	var err error
	b.Interval, err = Wilson(b.Share, float64(b.N), level)
	return b, err
}

// CSAT returns the customer satisfaction score of item i: the share of answers in the best two of five levels.
//
// Errors: a [*hotelcrm.ParamError] for a scale of other than five levels, else as [Summary.TopBox].
func (s *Summary) CSAT(i int, level float64) (Box, error) {
	if err := s.mustHave(i, 5, "five levels"); err != nil {
		return Box{}, err
	}
	return s.TopBox(i, 2, level)
}

// Effort is a customer effort score: how far guests agree that it was easy, on seven levels.
type Effort struct {
	Mean     float64  `json:"mean"` // in points of the scale
	Interval Interval `json:"interval"`
	Easy     Box      `json:"easy"` // who agrees at least somewhat: the best three levels
}

// CES returns the customer effort score of item i, on a scale of seven levels on which more is easier: the mean and the
// share that agrees at least somewhat. Reverse the scale where more is harder.
//
// Errors: a [*hotelcrm.ParamError] for a scale of other than seven levels, [ErrEmpty] for fewer than 2 answers.
// Source: M. Dixon, N. Toman and R. DeLisi (2013), The Effortless Experience, for the agreement form.
func (s *Summary) CES(i int, level float64) (Effort, error) {
	if err := s.mustHave(i, 7, "seven levels"); err != nil {
		return Effort{}, err
	}
	box, err := s.TopBox(i, 3, level)
	if err != nil {
		return Effort{}, err
	}
	m, err := s.Moments()
	if err != nil {
		return Effort{}, err
	}
	mean, _ := m.Mean(i)
	variance, ok := m.Variance(i)
	if !ok {
		return Effort{}, fmt.Errorf("%w: item %s", ErrEmpty, s.form.items[i].ID)
	}
	interval, err := MeanInterval(mean, math.Sqrt(max(0, variance)), float64(box.N), level)
	scale := s.form.coders[i]
	return Effort{mean, interval.clipped(scale.low, scale.high), box}, err
}

func (s *Summary) checkItem(i int) error {
	if s.form == nil {
		return errZeroSummary
	}
	if i < 0 || i >= s.form.Len() {
		return &hotelcrm.ParamError{Param: "i", Value: fmt.Sprint(i), Allowed: fmt.Sprintf("0 to %d", s.form.Len()-1)}
	}
	return nil
}

func (s *Summary) mustHave(i, levels int, words string) error {
	if err := s.checkItem(i); err != nil {
		return err
	}
	if len(s.form.items[i].Scale.Levels) != levels {
		return &hotelcrm.ParamError{Param: "scale of " + s.form.items[i].ID, Value: fmt.Sprintf("%d levels", len(s.form.items[i].Scale.Levels)), Allowed: words}
	}
	return nil
}

// ACSI returns the index of the American Customer Satisfaction Index for three means on the scale 1 to 10, 0 to 100.
//
//	Σ (x̄ᵢ - 1) wᵢ / 9 · 100,  Σ wᵢ = 1
//
// Input: weights above 0; they are divided by their sum.
// Errors: a [*hotelcrm.ParamError] for means outside [1, 10] or weights not above 0.
// Source: C. Fornell and others (1996), Journal of Marketing 60, 7-18; the three questions are overall satisfaction,
// expectation met, and closeness to the ideal.
func ACSI(means, weights [3]float64) (float64, error) {
	var sum, total float64
	for i, x := range means {
		err := firstError(checkWithin(fmt.Sprintf("means[%d]", i), x, 1, 10), checkAbove(fmt.Sprintf("weights[%d]", i), weights[i], 0), checkWithin(fmt.Sprintf("weights[%d]", i), weights[i], 0, 1e100))
		if err != nil {
			return 0, err
		}
		sum += float64((x - 1) * weights[i])
		total += weights[i]
	}
	return min(100, sum/total/9*100), nil
}
