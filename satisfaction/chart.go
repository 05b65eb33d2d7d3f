package satisfaction

import (
	"fmt"
	"math"

	"github.com/hotelcrm/hotelcrm/internal/plural"
	"github.com/hotelcrm/hotelcrm/internal/refuse"
)

// Chart is a control chart over periods, such as months: what is plotted, and the limits outside of which a period
// differs from the others by more than chance.
type Chart struct {
	Kind       ChartKind `json:"kind"`
	Points     []float64 `json:"points"` // by period
	Centre     float64   `json:"centre"`
	Low        []float64 `json:"low"` // limits by period; they widen where n is small
	High       []float64 `json:"high"`
	Out        []int     `json:"out"`              // periods outside their limits
	EffectiveN []float64 `json:"effectiveN"`       // answers of each period in effect
	Sigma      float64   `json:"sigma"`            // standard deviation of one answer that the limits rest on
	Lambda     float64   `json:"lambda,omitempty"` // weight of the newest period in a moving average
	Sigmas     float64   `json:"sigmas"`           // 3
	FalseAlarm float64   `json:"falseAlarm"`       // how often one period lies outside by chance, by the normal law
}

const chartSigmas = 3

func newChart(kind ChartKind, centre, sigma float64) *Chart {
	return &Chart{Kind: kind, Centre: centre, Sigma: sigma, Sigmas: chartSigmas, FalseAlarm: twoSided(chartSigmas), Out: []int{}}
}

// plot adds a period with its standard error.
func (c *Chart) plot(point, n, se float64) {
	half := float64(chartSigmas * se)
	low, high := c.Centre-half, c.Centre+half
	if c.Kind == ShareChart {
		low, high = max(0, low), min(1, high)
	}
	if point < low || point > high {
		c.Out = append(c.Out, len(c.Points))
	}
	c.Points, c.EffectiveN = append(c.Points, point), append(c.EffectiveN, n)
	c.Low, c.High = append(c.Low, low), append(c.High, high)
}

// PChart returns the control chart of a share, such as that of very satisfied guests: p̄ ± 3 √(p̄(1-p̄)/n), cut to [0, 1].
//
// Input: in is how many of n answers are in the share, by period.
// Errors: a [*hotelcrm.ParamError] for lists of different length, a period without answers, or in outside 0 to n.
// Source: W. A. Shewhart (1931), Economic Control of Quality of Manufactured Product.
func PChart(in, n []int64) (*Chart, error) {
	if len(in) != len(n) || len(n) == 0 {
		return nil, refuse.Param("in", fmt.Sprint(len(in)), "one for each of "+plural.Of(len(n), "period", "periods")+", at least one")
	}
	var all, inside float64
	for i := range n {
		err := firstError(checkWithin(fmt.Sprintf("n[%d]", i), float64(n[i]), 1, maxCount), checkWithin(fmt.Sprintf("in[%d]", i), float64(in[i]), 0, float64(n[i])))
		if err != nil {
			return nil, err
		}
		all, inside = all+float64(n[i]), inside+float64(in[i])
	}
	p := inside / all
	c := newChart(ShareChart, p, math.Sqrt(p*(1-p)))
	for i := range n {
		c.plot(float64(in[i])/float64(n[i]), float64(n[i]), math.Sqrt(p*(1-p)/float64(n[i])))
	}
	return c, nil
}

// TopBoxChart returns the control chart of the shares of periods' boxes, as [PChart] does of counts. Where respondents
// are weighted, shares are by weight and limits by the effective n.
//
// Input: a box for each period, of one item and as many levels.
// Errors: a [*hotelcrm.ParamError] for no boxes, boxes of other questions or levels, a share outside [0, 1] or an
// effective n below 1.
func TopBoxChart(boxes []Box) (*Chart, error) {
	if len(boxes) == 0 {
		return nil, refuse.Param("boxes", "none", "at least one")
	}
	var all, inside float64
	for i, b := range boxes {
		name := fmt.Sprintf("boxes[%d]", i)
		if b.Item != boxes[0].Item || b.Levels != boxes[0].Levels {
			return nil, refuse.Param(name, b.Item+", "+plural.Of(b.Levels, "level", "levels"), boxes[0].Item+", "+plural.Of(boxes[0].Levels, "level", "levels")+", as the first")
		}
		if err := firstError(checkWithin(name+".Share", b.Share, 0, 1), checkWithin(name+".EffectiveN", b.EffectiveN, 1, maxCount)); err != nil {
			return nil, err
		}
		all, inside = all+b.EffectiveN, inside+float64(b.Share*b.EffectiveN)
	}
	p := min(1, inside/all)
	c := newChart(ShareChart, p, math.Sqrt(p*(1-p)))
	for _, b := range boxes {
		c.plot(b.Share, b.EffectiveN, math.Sqrt(p*(1-p)/b.EffectiveN))
	}
	return c, nil
}

// movingRange is the mean distance of two values of a normal law in standard deviations, d₂ for samples of 2.
var movingRange = 2 / math.Sqrt(math.Pi)

// IndividualsChart returns the control chart of single values, one a period, such as a month's index of which nothing
// else is known: x̄ ± 3 MR/d₂, MR the mean distance of neighbours, d₂ = 2/√π = 1.128.
//
// Input: at least 2 values within ±1e100.
// Errors: a [*hotelcrm.ParamError].
// Source: W. A. Shewhart (1931); NIST/SEMATECH e-Handbook of Statistical Methods, 6.3.2.2.
func IndividualsChart(values []float64) (*Chart, error) {
	if len(values) < 2 {
		return nil, refuse.Param("values", fmt.Sprint(len(values)), "at least 2")
	}
	var ranges float64
	for i, v := range values {
		if err := checkWithin(fmt.Sprintf("values[%d]", i), v, -maxNumber, maxNumber); err != nil {
			return nil, err
		}
		if i > 0 {
			ranges += math.Abs(v - values[i-1])
		}
	}
	sigma := ranges / float64(len(values)-1) / movingRange
	c := newChart(SingleChart, meanOf(values), sigma)
	for _, v := range values {
		c.plot(v, 1, sigma)
	}
	return c, nil
}
