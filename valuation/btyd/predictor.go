package btyd

import (
	"errors"
	"math"
	"strconv"
	"sync"

	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/valuation"
)

// Prediction is an expected value with its error.
type Prediction struct {
	Value  float64 `json:"value"`
	StdErr float64 `json:"stdErr"` // by the delta method
	Low    float64 `json:"low"`    // of the confidence interval
	High   float64 `json:"high"`
}

// Predictions are one prediction a guest, in their order, and the total.
//
// An interval says how well the data tells the expected value. It is not the range of what a single guest will do, which
// is wider.
type Predictions struct {
	Model    string           `json:"model"`
	Quantity string           `json:"quantity"`
	Unit     valuation.Period `json:"unit"`
	Level    float64          `json:"level"`
	Guests   []Prediction     `json:"guests"`
	Total    Prediction       `json:"total"`
}

// Predictor predicts by a fitted model, with errors. It is immutable and safe for concurrent use.
type Predictor struct {
	model Model
	slope slopeOf[Model]
}

// NewPredictor returns the predictor of a fit.
//
// Errors: a [*hotelcrm.ParamError] for a model that cannot be, or a report that is not of that model; a [*FitError] for a
// fit without standard errors: at a boundary fit the nested model instead, or use the methods of the model, which need
// none.
func NewPredictor[M Model](fit Fit[M]) (*Predictor, error) {
	if Model(fit.Model) == nil {
		return nil, errNone("fit.Model")
	}
	if err := fit.Model.Validate(); err != nil {
		return nil, err
	}
	slope, err := newSlope(&fit.Report, Model(fit.Model), func(v []float64) Model { return fit.Model.with(v) })
	if err != nil {
		return nil, err
	}
	return &Predictor{model: fit.Model, slope: slope}, nil
}

// One returns the prediction for one guest.
//
// Input: level in (0, 1), such as 0.95.
// Errors: a [*hotelcrm.ParamError] for a level or quantity out of range, a [*hotelcrm.RowError] for a history that cannot
// be or a quantity that is not finite, such as [Residual] without a discount.
// Cost: 9 calls of the model's method for 4 parameters.
func (p *Predictor) One(h History, q Quantity, level float64) (Prediction, error) {
	all, err := p.All([]History{h}, q, level, 1)
	if err != nil {
		return Prediction{}, err
	}
	return all.Guests[0], nil
}

// All returns the predictions for guests and their total. The error of the total takes into account that the guests
// share one fit: it is far larger than independent errors would add up to.
//
// Input: as for [Predictor.One]; workers is how many goroutines share the work, 0 for none. The result does not depend on it.
// Errors: as for [Predictor.One], for each of the first ten guests.
func (p *Predictor) All(guests []History, q Quantity, level float64, workers int) (*Predictions, error) {
	z, err := deviate(level)
	switch {
	case err != nil:
		return nil, err
	case q.value == nil:
		return nil, &hotelcrm.ParamError{Param: "quantity", Value: "unset", Allowed: "one made by Alive, Stays, Residual, ..."}
	}
	out := &Predictions{Model: p.model.Name(), Quantity: q.name, Unit: p.model.Period(), Level: level, Guests: make([]Prediction, len(guests))}
	total, err := inBlocks(len(guests), workers, func(i int, sum *gradient) error {
		if err := guests[i].Validate(); err != nil {
			return inRow(err, i)
		}
		g := p.slope.at(func(m Model) float64 { return q.value(m, guests[i]) })
		if !g.finite() {
			return &hotelcrm.RowError{Row: i + 1, Field: q.name, Err: errors.New("not finite for model " + p.model.Name())}
		}
		sum.add(&g)
		out.Guests[i] = g.prediction(p.slope.variance(&g), z, q.probability)
		return nil
	})
	if err != nil {
		return nil, err
	}
	out.Total = total.prediction(p.slope.variance(&total), z, false)
	return out, nil
}

// inBlocks calls do for each of n guests and adds up what it adds, block by block in order, whatever the workers.
func inBlocks(n, workers int, do func(i int, sum *gradient) error) (gradient, error) {
	blocks := (n + blockRows - 1) / blockRows
	sums, bad := make([]gradient, blocks), make([][]error, blocks)
	block := func(b int) {
		for i := b * blockRows; i < min((b+1)*blockRows, n) && len(bad[b]) < maxRowErrors; i++ {
			if err := do(i, &sums[b]); err != nil {
				bad[b] = append(bad[b], err)
			}
		}
	}
	var wait sync.WaitGroup
	workers = max(1, min(workers, blocks))
	for w := range workers {
		wait.Go(func() {
			for b := w; b < blocks; b += workers {
				block(b)
			}
		})
	}
	wait.Wait()
	var total gradient
	var errs []error
	for b := range blocks {
		total.add(&sums[b])
		errs = append(errs, bad[b]...)
	}
	return total, errors.Join(errs[:min(len(errs), maxRowErrors)]...)
}

func inRow(err error, i int) error {
	if row, ok := errors.AsType[*hotelcrm.RowError](err); ok {
		row.Row = i + 1
		return row
	}
	return err
}

// deviate returns z with P(|Z| < z) = level for a standard normal Z.
func deviate(level float64) (float64, error) {
	if !(level > 0 && level < 1) { // NaN too
		return 0, &hotelcrm.ParamError{Param: "level", Value: formatFloat(level), Allowed: "above 0 and below 1"}
	}
	return math.Sqrt2 * math.Erfinv(level), nil
}

func formatFloat(x float64) string { return strconv.FormatFloat(x, 'g', -1, 64) }
