package btyd

import (
	"math"
	"slices"

	"github.com/hotelcrm/hotelcrm/internal/refuse"
)

// gradient is a value with its slopes in the log parameters of a fit, or of a model of visits and one of spend.
type gradient struct {
	value  float64
	slopes [maxParams + spendParams]float64
}

func (g *gradient) add(o *gradient) { g.addTimes(1, o) }

func (g *gradient) addTimes(n float64, o *gradient) {
	g.value += float64(n * o.value)
	for i := range g.slopes {
		g.slopes[i] += float64(n * o.slopes[i])
	}
}

func (g *gradient) finite() bool {
	sum := g.value
	for _, s := range g.slopes {
		sum += s
	}
	return !math.IsNaN(sum) && !math.IsInf(sum, 0)
}

// prediction returns the value with an interval that is symmetric on the scale of logits or logarithms, so that it stays
// in the range of the quantity.
func (g *gradient) prediction(variance, z float64, probability bool) Prediction {
	out := Prediction{Value: g.value, StdErr: math.Sqrt(max(variance, 0)), Low: g.value, High: g.value}
	spread := z * out.StdErr / g.value
	switch {
	case !(g.value > 0) || out.StdErr == 0 || probability && g.value >= 1:
	case probability:
		odds := g.value / (1 - g.value)
		spread = math.Exp(spread / (1 - g.value))
		out.Low, out.High = odds/spread/(1+odds/spread), 1/(1+1/(odds*spread))
	default:
		out.Low, out.High = g.value*math.Exp(-spread), min(g.value*math.Exp(spread), math.MaxFloat64)
	}
	return out
}

// nudge is how far log parameters are moved to take a slope: the error is of the order of its square.
const nudge = 1e-4

// slopeOf takes slopes of what a model says, by models moved to either side in each log parameter.
type slopeOf[M any] struct {
	here       M
	up, down   []M
	scale      []float64 // of a log parameter: dθ/du, whatever the shift of θ
	covariance [][]float64
}

// newSlope returns the slopes of a fit whose model is made from parameters by with.
func newSlope[M interface{ Params() []Param }](r *Report, here M, with func([]float64) M) (slopeOf[M], error) {
	out := slopeOf[M]{here: here}
	if r.Covariance == nil {
		return out, &FitError{Model: r.Model, Code: WarnPoorlyIdentified, Text: "the fit has no standard errors, so its predictions have no intervals"}
	}
	if err := r.check(here.Params()); err != nil {
		return out, err
	}
	for i, p := range r.Params {
		out.covariance = append(out.covariance, slices.Clone(r.Covariance[i]))
		scale := p.StdErr / math.Sqrt(r.Covariance[i][i])
		out.scale = append(out.scale, scale)
		by := nudge * scale
		out.up, out.down = append(out.up, with(r.moved(i, by))), append(out.down, with(r.moved(i, -by)))
	}
	return out, nil
}

// check refuses a report without standard errors or that is not of a model with these parameters: one may have been read
// or made by hand.
func (r *Report) check(params []Param) error {
	if err := r.checkParams(params); err != nil {
		return err
	}
	if len(r.Covariance) != len(params) {
		return r.wrong("Covariance", "one row for each parameter")
	}
	for i, p := range r.Params {
		if !(p.StdErr > 0 && p.StdErr <= math.MaxFloat64) {
			return r.wrong("Params", "standard errors above 0")
		}
		if len(r.Covariance[i]) != len(params) || !(r.Covariance[i][i] > 0) {
			return r.wrong("Covariance", "a square with variances above 0")
		}
	}
	return nil
}

func (r *Report) checkParams(params []Param) error {
	same := func(e Estimate, p Param) bool { return e.Param == p }
	if !slices.EqualFunc(r.Params, params, same) {
		return r.wrong("Params", "those of the model")
	}
	return nil
}

func (r *Report) wrong(field, allowed string) error {
	return refuse.Param("Report."+field, r.Model, allowed)
}

// moved returns the parameters with one of them changed.
func (r *Report) moved(i int, by float64) []float64 {
	v := make([]float64, len(r.Params))
	for j, p := range r.Params {
		v[j] = p.Value
	}
	v[i] += by
	return v
}

// at returns a value with its slopes.
func (s *slopeOf[M]) at(value func(M) float64) gradient {
	out := gradient{value: value(s.here)}
	for i := range s.up {
		out.slopes[i] = (value(s.up[i]) - value(s.down[i])) / (2 * nudge)
	}
	return out
}

// variance returns the variance of a value by the delta method.
func (s *slopeOf[M]) variance(g *gradient) float64 {
	var sum float64
	for i, row := range s.covariance {
		for j, c := range row {
			sum += float64(float64(g.slopes[i]*c) * g.slopes[j])
		}
	}
	return sum
}

// spendParams is the number of parameters of the Gamma-Gamma model.
const spendParams = 3
