package btyd

import (
	"errors"
	"strconv"
	"sync"

	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/internal/figure"
	"github.com/hotelcrm/hotelcrm/internal/refuse"
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
// An interval says how well the data tells the expected value, if the model is right. It is not the range of what a single
// guest will do, which is far wider: see [CountsNext]. Nor does it hold what the model itself gets wrong: see
// [CheckHoldout].
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

// Predict returns the prediction for one guest.
//
// Input: level in (0, 1), such as 0.95.
// Errors: a [*hotelcrm.ParamError] for a level or quantity out of range, a [*hotelcrm.RowError] for a history that cannot
// be or a quantity that is not finite, such as [Residual] without a discount.
// Cost: 9 calls of the model's method for 4 parameters; about 50 µs for [Residual] of BG/NBD and MBG/NBD.
func (p *Predictor) Predict(h History, q Quantity, level float64) (Prediction, error) {
	all, err := p.PredictAll([]History{h}, q, level, 1)
	if err != nil {
		return Prediction{}, err
	}
	return all.Guests[0], nil
}

// PredictAll returns the predictions for guests and their total. The error of the total takes into account that the guests
// share one fit: it is far larger than independent errors would add up to.
//
// Input: as for [Predictor.Predict]; workers is how many goroutines may work, 0 for one. The result does not depend on it.
// Errors: as for [Predictor.Predict], for each of the first [hotelcrm.MaxRowErrors] guests.
// Cost: that of [Predictor.Predict] for each different history; [Residual] of BG/NBD and MBG/NBD takes under 1 µs, and
// 50 µs once for each different number of visits.
func (p *Predictor) PredictAll(guests []History, q Quantity, level float64, workers int) (*Predictions, error) {
	z, err := figure.Deviate(level)
	switch {
	case err != nil:
		return nil, err
	case q.value == nil:
		return nil, refuse.Param("quantity", "unset", "one made by Alive, Stays, Residual, ...")
	}
	found, groups, err := p.gradients(guests, q, workers)
	if err != nil {
		return nil, err
	}
	out := &Predictions{Model: p.model.Name(), Quantity: q.name, Unit: p.model.Period(), Level: level, Guests: make([]Prediction, len(guests))}
	of := make([]Prediction, len(found))
	total, _ := inBlocks(len(found), workers, func(k int, _ *workspace, sum *gradient) error {
		of[k] = found[k].prediction(p.slope.variance(&found[k]), z, q.probability)
		sum.addTimes(groups.guests[k], &found[k])
		return nil
	})
	var errs []error
	for i, k := range groups.of {
		if out.Guests[i] = of[k]; !found[k].finite() && len(errs) < hotelcrm.MaxRowErrors {
			errs = append(errs, &hotelcrm.RowError{Row: i + 1, Field: q.name, Err: errors.New("not finite for model " + p.model.Name())})
		}
	}
	if errs != nil {
		return nil, errors.Join(errs...)
	}
	out.Total = total.prediction(p.slope.variance(&total), z, false)
	return out, nil
}

// gradients returns a quantity with its slopes for each different history.
func (p *Predictor) gradients(guests []History, q Quantity, workers int) ([]gradient, *alike, error) {
	if err := checkWorkers(workers); err != nil {
		return nil, nil, err
	}
	groups, err := newAlike(guests, workers)
	if err != nil {
		return nil, nil, err
	}
	found := make([]gradient, len(groups.histories))
	_, _ = inBlocks(len(found), workers, func(k int, w *workspace, _ *gradient) error {
		found[k] = p.gradient(groups.histories[k], q, w)
		return nil
	})
	return found, groups, nil
}

// gradient returns a quantity with its slopes in the log parameters: exact ones where the model knows them.
func (p *Predictor) gradient(h History, q Quantity, w *workspace) gradient {
	if q.exact != nil {
		if g, ok := q.exact(p.model, h, w); ok {
			for i, scale := range p.slope.scale {
				g.slopes[i] *= scale
			}
			return g
		}
	}
	return p.slope.at(func(m Model) float64 { return q.value(m, h) })
}

// workspace is what one goroutine keeps from one history to the next. It never changes a result.
type workspace struct{ residual residualTable }

// inBlocks calls do for each of n guests and adds up what it adds, block by block in order, whatever the workers.
func inBlocks(n, workers int, do func(i int, w *workspace, sum *gradient) error) (gradient, error) {
	blocks := (n + blockRows - 1) / blockRows
	sums, bad := make([]gradient, blocks), make([][]error, blocks)
	block := func(b int, w *workspace) {
		for i := b * blockRows; i < min((b+1)*blockRows, n) && len(bad[b]) < hotelcrm.MaxRowErrors; i++ {
			if err := do(i, w, &sums[b]); err != nil {
				bad[b] = append(bad[b], err)
			}
		}
	}
	var wait sync.WaitGroup
	workers = max(1, min(workers, blocks))
	for w := range workers {
		wait.Go(func() {
			var own workspace
			for b := w; b < blocks; b += workers {
				block(b, &own)
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
	return total, errors.Join(errs[:min(len(errs), hotelcrm.MaxRowErrors)]...)
}

func inRow(err error, i int) error {
	if row, ok := errors.AsType[*hotelcrm.RowError](err); ok {
		row.Row = i + 1
		return row
	}
	return err
}

func formatFloat(x float64) string { return strconv.FormatFloat(x, 'g', -1, 64) }
