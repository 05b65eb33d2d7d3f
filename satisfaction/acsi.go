package satisfaction

import (
	"fmt"
	"math"

	"github.com/hotelcrm/hotelcrm/internal/refuse"
	"github.com/shopspring/decimal"
)

// ACSIndex is an index of three questions, 0 to 100.
type ACSIndex struct {
	Value      float64    `json:"value"`
	Weights    [3]float64 `json:"weights"`    // summing to 1
	N          int64      `json:"n"`          // answers to the question that was answered least
	EffectiveN float64    `json:"effectiveN"` // Kish's, of the pair of questions that was answered least
	Interval   Interval   `json:"interval"`   // Student's; without bounds, 0 to 100, for fewer than 2 guests in effect
}

// ACSI returns the index of the American Customer Satisfaction Index for three items on the scale 1 to 10, 0 to 100.
//
//	Σ (x̄ᵢ - 1) wᵢ / 9 · 100,  Σ wᵢ = 1,  sd² = Σᵢ Σⱼ wᵢ wⱼ sᵢⱼ (100/9)²
//
// Input: weights above 0; they are divided by their sum. Means and covariances are those of the moments, so respondents
// may be weighted.
// Errors: a [*hotelcrm.ParamError] for an item that is not there or on another scale, weights not above 0, a level
// outside (0, 1); [ErrEmpty] for a question that nobody answered.
// Source: C. Fornell and others (1996), Journal of Marketing 60, 7-18; the three questions are overall satisfaction,
// expectation met, and closeness to the ideal.
func (m *Moments) ACSI(items [3]int, weights [3]float64, level float64) (ACSIndex, error) {
	if err := checkLevel(level); err != nil {
		return ACSIndex{}, err
	}
	var means [3]float64
	out := ACSIndex{N: math.MaxInt64, EffectiveN: math.Inf(1)}
	for k, i := range items {
		if err := m.onTen(i); err != nil {
			return ACSIndex{}, err
		}
		mean, ok := m.Mean(i)
		if !ok {
			return ACSIndex{}, fmt.Errorf("%w: item %s", ErrEmpty, m.form.items[i].ID)
		}
		means[k], out.N = mean, min(out.N, m.at(i, i).rows)
		for _, j := range items[:k+1] {
			out.EffectiveN = min(out.EffectiveN, m.EffectiveN(i, j))
		}
	}
	var err error
	if out.Value, out.Weights, err = acsi(means, weights); err != nil {
		return ACSIndex{}, err
	}
	out.Interval = Interval{0, 100, level, NoInterval}
	if variance := m.spreadOf(items, out.Weights); out.EffectiveN >= 2-1e-9 {
		out.Interval, err = MeanInterval(out.Value, 100.0/9*math.Sqrt(variance), out.EffectiveN, level)
	}
	out.Interval = out.Interval.clipped(0, 100)
	return out, err
}

// onTen refuses an item that is not on the scale 1 to 10.
func (m *Moments) onTen(i int) error {
	if err := m.form.checkItem(i); err != nil {
		return err
	}
	scale := m.form.items[i].Scale
	if len(scale.Levels) != 10 || !scale.Low.Equal(decimal.NewFromInt(1)) || !scale.High.Equal(decimal.NewFromInt(10)) || m.form.coders[i].top != 10 {
		return refuse.Param("scale of "+m.form.items[i].ID, scale.ID, "1 to 10, ten levels")
	}
	return nil
}

// spreadOf returns the variance of a weighted sum of items.
func (m *Moments) spreadOf(items [3]int, weights [3]float64) float64 {
	var out float64
	for a, i := range items {
		for b, j := range items {
			cov, _ := m.Covariance(i, j)
			out += float64(float64(weights[a]*weights[b]) * cov)
		}
	}
	return max(0, out)
}

// acsi returns the index of three means and the weights as used.
func acsi(means, weights [3]float64) (float64, [3]float64, error) {
	var sum, total float64
	for i, w := range weights {
		name := fmt.Sprintf("weights[%d]", i)
		if err := firstError(checkAbove(name, w, 0), checkWithin(name, w, 0, maxNumber)); err != nil {
			return 0, weights, err
		}
		total += w
	}
	for i, x := range means {
		weights[i] /= total
		sum += float64((x - 1) * weights[i])
	}
	return min(100, sum/9*100), weights, nil
}
