package btyd

import (
	"errors"
	"math"
	"strconv"

	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/internal/figure"
	"github.com/hotelcrm/hotelcrm/internal/refuse"
	"github.com/hotelcrm/hotelcrm/valuation"
)

// Value says what guests are worth from now on: residual stays times expected spend a stay. Amounts are in the currency
// of the spends, as floats because they are estimates.
type Value struct {
	Model string           `json:"model"`
	Stays string           `json:"stays"` // which, with rate and horizon
	Unit  valuation.Period `json:"unit"`
	Level float64          `json:"level"`
	Spend []float64        `json:"spend"` // expected a stay, by guest

	Guests []Prediction `json:"guests"`
	Total  Prediction   `json:"total"`
}

// Worth returns the residual value of guests and its total.
//
//	value = stays · E[spend a stay]
//
// The two are taken for independent, as the Gamma-Gamma model does, and so are the errors of the two fits.
//
// Input: stays is [Residual], or [Discounted] for a horizon; one spend a guest, in the order of the histories: the zero
// Spend for a guest of whom none is known, who is then expected to spend what guests do on average. Level in (0, 1).
// Errors: a [*hotelcrm.ParamError] for a level, a quantity or a number of spends out of range; a [*FitError] for a fit of
// spends without standard errors; a [*hotelcrm.RowError] for each of the first [hotelcrm.MaxRowErrors] guests with a
// history or spend that cannot be, or whose spend has no mean.
func (p *Predictor) Worth(guests []History, spends []Spend, stays Quantity, fit SpendFit, level float64, workers int) (*Value, error) {
	z, err := figure.Deviate(level)
	switch {
	case err != nil:
		return nil, err
	case stays.value == nil || stays.probability:
		return nil, refuse.Param("stays", stays.name, "Residual, Discounted or Stays")
	case len(guests) != len(spends):
		return nil, refuse.Param("spends", strconv.Itoa(len(spends)), "one a guest, "+strconv.Itoa(len(guests)))
	}
	spendSlope, err := newSlope(&fit.Report, fit.Model, func(v []float64) GammaGamma { return GammaGamma{v[0], v[1], v[2]} })
	if err != nil {
		return nil, err
	}
	out := &Value{
		Model: p.model.Name(), Stays: stays.name, Unit: p.model.Period(), Level: level,
		Spend: make([]float64, len(guests)), Guests: make([]Prediction, len(guests)),
	}
	visits, groups, err := p.gradients(guests, stays, workers)
	if err != nil {
		return nil, err
	}
	total, err := inBlocks(len(guests), workers, func(i int, _ *workspace, sum *gradient) error {
		g, err := p.worth(&visits[groups.of[i]], spends[i], stays, &spendSlope)
		if err != nil {
			return inRow(err, i)
		}
		out.Spend[i] = g.spend
		out.Guests[i] = g.sum.prediction(p.worthVariance(&g.sum, &spendSlope), z, false)
		sum.add(&g.sum)
		return nil
	})
	if err != nil {
		return nil, err
	}
	out.Total = total.prediction(p.worthVariance(&total, &spendSlope), z, false)
	return out, nil
}

// worthOf is the value of one guest: the slopes of the model of visits, then those of spend.
type worthOf struct {
	sum   gradient
	spend float64
}

func (p *Predictor) worth(visits *gradient, s Spend, stays Quantity, spendSlope *slopeOf[GammaGamma]) (worthOf, error) {
	if _, err := spendSlope.here.Expected(s); err != nil {
		return worthOf{}, &hotelcrm.RowError{Field: "spend", Err: err}
	}
	spend := spendSlope.at(func(m GammaGamma) float64 {
		mean, err := m.Expected(s)
		if err != nil {
			return math.NaN()
		}
		return mean
	})
	if !visits.finite() || !spend.finite() {
		return worthOf{}, &hotelcrm.RowError{Field: stays.name, Err: errors.New("residual value is not finite")}
	}
	out := worthOf{spend: spend.value}
	out.sum.value = visits.value * spend.value
	k := len(p.slope.up)
	for i := range k {
		out.sum.slopes[i] = visits.slopes[i] * spend.value
	}
	for i := range spendSlope.up {
		out.sum.slopes[k+i] = visits.value * spend.slopes[i]
	}
	return out, nil
}

// worthVariance adds the variances that two independent fits leave.
func (p *Predictor) worthVariance(g *gradient, spendSlope *slopeOf[GammaGamma]) float64 {
	var spend gradient
	copy(spend.slopes[:], g.slopes[len(p.slope.up):])
	return p.slope.variance(g) + spendSlope.variance(&spend)
}
