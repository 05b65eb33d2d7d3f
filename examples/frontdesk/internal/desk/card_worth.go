package desk

import (
	"errors"
	"math"

	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/valuation"
	"github.com/hotelcrm/hotelcrm/valuation/btyd"
	"github.com/shopspring/decimal"
)

const (
	level      = 0.95 // of what the parameters leave open
	rangeLevel = 0.8  // of how often one guest may come
)

// WorthCard is what a guest has brought and may still bring.
type WorthCard struct {
	Model    string          `json:"model"`
	Level    float64         `json:"level"`    // of the intervals of expected values: what the parameters leave open, no range of what the guest will do
	Alive    btyd.Prediction `json:"alive"`    // the probability that the guest has not left for good
	NextYear btyd.Prediction `json:"nextYear"` // expected stays
	Counts   Counts          `json:"counts"`
	Past     decimal.Decimal `json:"past"`
	Residual *Residual       `json:"residual,omitempty"`
}

// Counts says how often the guest may come in the next year.
type Counts struct {
	btyd.NextCounts
	Level float64 `json:"level"` // of the range from low to high
}

// Residual is the discounted worth of all stays to come, rounded half-even to the currency. It is an expected value.
type Residual struct {
	Value         decimal.Decimal `json:"value"`
	ParameterLow  decimal.Decimal `json:"parameterLow"` // what the parameters leave open; the guest's own future is far wider
	ParameterHigh decimal.Decimal `json:"parameterHigh"`
	Repeats       int             `json:"repeats"`  // visits after the first: those that tell of the guest
	Discount      decimal.Decimal `json:"discount"` // a year, effective, per one
}

// unit is the unit of time of the models.
const unit = valuation.Week

// worth asks the fitted model about the guest.
func (c *Card) worth(k *knowledge, h *history) error {
	switch {
	case k.Model == nil:
		c.lacks("worth", NoNightly)
		return nil
	case k.predictor == nil:
		c.lacks("worth", NoModel)
		return nil
	}
	watch := btyd.Watch{First: k.Model.Watch.First, Last: k.House.BusinessDate}
	split, err := btyd.SplitOf(unit, h.visits.Offsets(), h.visits.Arrival(), watch)
	if err != nil {
		return err
	}
	if len(split.Histories) != 1 {
		c.lacks("worth", NotEstimate)
		return nil
	}
	one := split.Histories[0]
	out := &WorthCard{Model: k.Model.Fit.Model.Name(), Level: level, Past: h.summary.Revenue}
	if out.Alive, err = k.predictor.Predict(one, btyd.Alive(), level); err != nil {
		return err
	}
	if out.NextYear, err = k.predictor.Predict(one, k.nextYear, level); err != nil {
		return err
	}
	out.Counts.Level = rangeLevel
	if out.Counts.NextCounts, err = btyd.CountsNext(k.Model.Fit.Model, one, k.year, rangeLevel); err != nil {
		return err
	}
	c.Worth = out
	return c.residual(k, one, spendOf(one, &h.summary))
}

// spendOf returns what a guest spends on repeat visits; the zero Spend where that is not above 0.
func spendOf(h btyd.History, s *hotelcrm.Summary) btyd.Spend {
	if h.X == 0 || !s.RepeatRevenue.IsPositive() {
		return btyd.Spend{}
	}
	return btyd.SpendOf(h.X, s.RepeatRevenue)
}

func (c *Card) residual(k *knowledge, one btyd.History, spend btyd.Spend) error {
	if k.Model.Spend == nil {
		c.lacks("residual", NoModel)
		return nil
	}
	value, err := k.predictor.Worth([]btyd.History{one}, []btyd.Spend{spend}, k.residual, *k.Model.Spend, level, 0)
	if _, wrong := errors.AsType[*hotelcrm.RowError](err); wrong {
		c.lacks("residual", NotEstimate)
		return nil
	}
	if err != nil {
		return err
	}
	out := &Residual{Repeats: one.X, Discount: k.Model.Rate}
	p, ok := value.Guests[0], true
	for _, x := range []struct {
		from float64
		to   *decimal.Decimal
	}{{p.Value, &out.Value}, {p.Low, &out.ParameterLow}, {p.High, &out.ParameterHigh}} {
		*x.to, err = money(x.from, k.House.Currency)
		ok = ok && err == nil
	}
	if !ok {
		c.lacks("residual", NotEstimate)
		return nil
	}
	c.Worth.Residual = out
	return nil
}

// mostMoney is the amount from which on an estimate says nothing.
const mostMoney = 1e12

// money rounds an estimate half-even to a currency.
func money(x float64, currency string) (decimal.Decimal, error) {
	if !(math.Abs(x) <= mostMoney) {
		return decimal.Decimal{}, errors.New("desk: the estimate is beyond all measure")
	}
	places, err := hotelcrm.MinorUnits(currency)
	if err != nil {
		return decimal.Decimal{}, err
	}
	return hotelcrm.Round(decimal.NewFromFloat(x), places, hotelcrm.RoundHalfEven)
}
