package satisfaction

import (
	"fmt"
	"math"

	"github.com/hotelcrm/hotelcrm/internal/refuse"
)

// Dimension is one dimension of SERVQUAL: what guests expect, what they perceive, and how they spread points over the
// dimensions.
type Dimension struct {
	ID       string  `json:"id"`
	Expect   float64 `json:"expect"`
	Perceive float64 `json:"perceive"`
	Points   float64 `json:"points"`

	N          int64   `json:"n"`                    // guests who answered both; 0: not known
	EffectiveN float64 `json:"effectiveN,omitempty"` // Kish's, where guests are weighted; 0: N
}

// ServiceGaps are the gaps between perception and expectation; below 0, guests get less than they expect.
type ServiceGaps struct {
	Gaps     []float64 `json:"gaps"` // in the order of the dimensions
	Mean     float64   `json:"mean"`
	Weighted float64   `json:"weighted"` // by points over their sum

	N          int64   `json:"n"`          // guests of the dimension that was answered least; 0: not known
	EffectiveN float64 `json:"effectiveN"` // in effect, of the dimension with the fewest
}

// SERVQUAL returns the gaps of the dimensions.
//
//	Gᵢ = Pᵢ - Eᵢ,  weighted Σ wᵢ Gᵢ
//
// Input: at least one dimension; finite numbers; points and n not negative, their sum above 0.
// Errors: a [*hotelcrm.ParamError].
// Source: A. Parasuraman, V. A. Zeithaml and L. L. Berry (1988), Journal of Retailing 64, 12-40.
func SERVQUAL(dimensions []Dimension) (*ServiceGaps, error) {
	out := &ServiceGaps{N: math.MaxInt64, EffectiveN: math.MaxFloat64}
	var points, sum, weighted float64
	for i, d := range dimensions {
		name := fmt.Sprintf("dimensions[%d]", i)
		err := firstError(checkWithin(name+".Expect", d.Expect, -1e100, 1e100), checkWithin(name+".Perceive", d.Perceive, -1e100, 1e100), checkWithin(name+".Points", d.Points, 0, 1e100))
		if err != nil {
			return nil, err
		}
		if err := firstError(checkWithin(name+".N", float64(d.N), 0, maxCount), checkWithin(name+".EffectiveN", d.EffectiveN, 0, maxCount)); err != nil {
			return nil, err
		}
		if d.EffectiveN == 0 {
			d.EffectiveN = float64(d.N)
		}
		out.N, out.EffectiveN = min(out.N, d.N), min(out.EffectiveN, d.EffectiveN)
		gap := d.Perceive - d.Expect
		out.Gaps = append(out.Gaps, gap)
		sum += gap
		points += d.Points
		weighted += float64(d.Points * gap)
	}
	if points == 0 {
		return nil, refuse.Param("dimensions", fmt.Sprintf("%d, without points", len(dimensions)), "at least one with points")
	}
	out.Mean, out.Weighted = sum/float64(len(dimensions)), weighted/points
	return out, nil
}
