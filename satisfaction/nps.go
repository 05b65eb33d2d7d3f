package satisfaction

import (
	"fmt"
	"math"

	"github.com/hotelcrm/hotelcrm/internal/refuse"
	"github.com/shopspring/decimal"
)

// NPS is a net promoter score: the share of promoters less the share of detractors, -1 to 1. Where respondents are
// weighted, the three numbers are shares of Kish's effective number, so that every figure and interval is by it.
type NPS struct {
	Promoters  float64 `json:"promoters"`   // 9 and 10 of 0 to 10
	Passives   float64 `json:"passives"`    // 7 and 8
	Detractors float64 `json:"detractors"`  // 0 to 6
	Answers    int64   `json:"n,omitempty"` // respondents; 0: as many as the numbers sum to
}

// NPS returns the net promoter score of item i, which must be on the scale 0 to 10.
//
// Errors: a [*hotelcrm.ParamError] for an item that is not there, and for another scale: what counts as a promoter on it
// would be a guess.
func (s *Summary) NPS(i int) (NPS, error) {
	d, err := s.distribution(i)
	if err != nil {
		return NPS{}, err
	}
	return d.nps()
}

// NPS returns the net promoter score of item i by the weights of respondents.
//
// Errors: as for [Summary.NPS].
func (m *Moments) NPS(i int) (NPS, error) {
	d, err := m.distribution(i)
	if err != nil {
		return NPS{}, err
	}
	return d.nps()
}

func (d distribution) nps() (NPS, error) {
	scale := d.form.items[d.item].Scale
	ten := decimal.NewFromInt(10)
	if len(scale.Levels) != 11 || !scale.Low.IsZero() || !scale.High.Equal(ten) || d.form.coders[d.item].top != 11 {
		return NPS{}, refuse.Param("scale of "+d.form.items[d.item].ID, scale.ID, "0 to 10, eleven levels")
	}
	out := NPS{Answers: d.n()}
	var weight float64
	for code, w := range d.weights {
		weight += w
		switch {
		case code >= 10:
			out.Promoters += w
		case code >= 8:
			out.Passives += w
		default:
			out.Detractors += w
		}
	}
	if weight > 0 && weight != d.effective {
		for _, n := range [...]*float64{&out.Promoters, &out.Passives, &out.Detractors} {
			*n = *n / weight * d.effective
		}
	}
	return out, nil
}

// N returns the number of respondents.
func (n NPS) N() int64 {
	if n.Answers > 0 {
		return n.Answers
	}
	return int64(math.Round(n.EffectiveN()))
}

// EffectiveN returns what the three numbers sum to: Kish's effective number, the number of respondents where all weigh
// the same.
func (n NPS) EffectiveN() float64 { return n.Promoters + n.Passives + n.Detractors }

// Value returns (promoters - detractors) / n, 0 for no respondents.
func (n NPS) Value() float64 {
	if n.EffectiveN() == 0 {
		return 0
	}
	return (n.Promoters - n.Detractors) / n.EffectiveN()
}

// Variance returns the variance of one respondent's +1, 0 or -1, with divisor n.
//
//	p + d - (p - d)²
func (n NPS) Variance() float64 {
	if n.EffectiveN() == 0 {
		return 0
	}
	v := n.Value()
	return max(0, (n.Promoters+n.Detractors)/n.EffectiveN()-float64(v*v))
}

// SE returns the standard error √(variance / n), 0 for no respondents.
func (n NPS) SE() float64 {
	if n.EffectiveN() == 0 {
		return 0
	}
	return math.Sqrt(n.Variance() / n.EffectiveN())
}

// Validate returns a [*hotelcrm.ParamError] for numbers that are negative or not finite, or no respondents, else nil.
func (n NPS) Validate() error {
	err := firstError(checkWithin("NPS.Promoters", n.Promoters, 0, 1e15), checkWithin("NPS.Passives", n.Passives, 0, 1e15), checkWithin("NPS.Detractors", n.Detractors, 0, 1e15))
	if err == nil && n.EffectiveN() < 1/maxNumber {
		err = refuse.Param("n", "0", "at least one respondent")
	}
	return err
}

// Wald returns the interval NPS ± z SE, cut to [-1, 1]. It has no width where all answer alike, so prefer
// [NPS.Adjusted].
//
// Errors: a [*hotelcrm.ParamError] for a level outside (0, 1), or as [NPS.Validate].
func (n NPS) Wald(level float64) (Interval, error) {
	if err := firstError(n.Validate(), checkLevel(level)); err != nil {
		return Interval{}, err
	}
	half := float64(quantileZ(level) * n.SE())
	return Interval{n.Value() - half, n.Value() + half, level, Wald}.clipped(-1, 1), nil
}

// Adjusted returns the Wald interval after one promoter and one detractor have been added, cut to [-1, 1]. It keeps its
// width where all answer alike.
//
// Errors: a [*hotelcrm.ParamError] for a level outside (0, 1), or as [NPS.Validate].
// Source: D. G. Bonett and R. M. Price (2012), Journal of Educational and Behavioral Statistics 37, 479-488, for the
// difference of two proportions of one sample, which a net promoter score is.
func (n NPS) Adjusted(level float64) (Interval, error) {
	if err := n.Validate(); err != nil {
		return Interval{}, err
	}
	out, err := NPS{Promoters: n.Promoters + 1, Passives: n.Passives, Detractors: n.Detractors + 1}.Wald(level)
	out.Method = AdjustedWald
	return out, err
}

// Minus returns how far the score lies from that of another sample, with the normal test of no difference.
//
// Result: p is 1 where neither the scores nor their errors differ from 0, and 0 where only the scores do.
// Errors: a [*hotelcrm.ParamError] for a level outside (0, 1), or as [NPS.Validate].
func (n NPS) Minus(other NPS, level float64) (Difference, error) {
	if err := firstError(n.Validate(), other.Validate(), checkLevel(level)); err != nil {
		return Difference{}, err
	}
	d := Difference{Value: n.Value() - other.Value(), SE: math.Hypot(n.SE(), other.SE()), P: 1, EffectiveN: [2]float64{n.EffectiveN(), other.EffectiveN()}, Method: Wald}
	if d.Value != 0 {
		d.P = twoSided(d.Value / d.SE)
	}
	half := float64(quantileZ(level) * d.SE)
	d.Interval = Interval{d.Value - half, d.Value + half, level, Wald}.clipped(-2, 2)
	return d, nil
}

// String returns the score in points with the numbers to one place, as in "NPS 25 (50 / 25 / 25)".
func (n NPS) String() string {
	place := func(x float64) float64 { return math.Round(10*x) / 10 }
	return fmt.Sprintf("NPS %.0f (%v / %v / %v)", 100*n.Value(), place(n.Promoters), place(n.Passives), place(n.Detractors))
}
