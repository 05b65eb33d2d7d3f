package main

import (
	"encoding/json"

	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/examples/report/internal/basis"
	"github.com/hotelcrm/hotelcrm/examples/report/internal/numeral"
	"github.com/hotelcrm/hotelcrm/examples/report/internal/prose"
	"github.com/hotelcrm/hotelcrm/valuation"
	"github.com/hotelcrm/hotelcrm/valuation/btyd"
	"github.com/shopspring/decimal"
)

// guestValue is what the guest has been, is and could be worth.
type guestValue struct {
	Historic    string               `json:"historic"`
	Cost        string               `json:"cost"` // the guest's part
	Current     *string              `json:"current"`
	Profit      *string              `json:"profitPerStay"`
	Stays       *json.Number         `json:"staysPerYear"`
	Incremental *string              `json:"incremental"`
	CLV         *string              `json:"clv"`
	Class       valuation.ValueClass `json:"cell"` // of the value matrix
	Cuts        *guestCuts           `json:"cuts"`
	Potential   *valuation.Explained `json:"potential"`
	Convention  valuation.Convention `json:"convention"`
	Basis       valuation.CostBasis  `json:"costBasis"`
	known       valuation.CurrentRow // the row of Current
	advice      *valuation.Advice    // nil: not classed
	worth       valuation.HistoricValue
}

// guestCuts is where the matrix is cut: whoever reaches a cut is high.
type guestCuts struct {
	Current   string      `json:"current"`
	Potential json.Number `json:"potential"` // in points
}

func (a *analysis) guestValue(i int) guestValue {
	w := a.worth
	past, now := w.historic.At(i), w.current.At(i)
	v := guestValue{
		Historic: prose.Money(past.Amount, a.places), Cost: prose.Money(past.Cost, a.places), Basis: past.Basis, Convention: w.current.Setup().Convention,
		known: now, worth: past,
	}
	if now.Known {
		v.Current, v.Profit = new(prose.Money(now.Amount, a.places)), new(prose.Money(now.ProfitPerStay, a.places))
		v.Stays = new(json.Number(now.Stays.StringFixed(numeral.RateDigits)))
	}
	if w.matrix == nil {
		return v
	}
	if w.incremental.Known(i) {
		v.Incremental, v.CLV = new(prose.Money(w.incremental.Values().At(i), a.places)), new(prose.Money(w.lifetime.Totals().At(i), a.places))
	}
	if v.Class = w.matrix.Classes()[i]; v.Class != 0 {
		v.advice = new(v.Class.Advice())
	}
	current, potential := w.matrix.Cuts()
	v.Cuts = &guestCuts{prose.Money(current, a.places), json.Number(potential.String())}
	v.Potential = a.explainPotential(i)
	return v
}

// explainPotential says which indicators made the potential of guest i; nil if nothing is known of the guest.
func (a *analysis) explainPotential(i int) *valuation.Explained {
	if a.in.Profiles == nil || i >= len(a.in.Profiles.List) {
		return nil
	}
	scorer, err := valuation.NewScorer(*a.worth.card)
	if err != nil {
		return nil // cannot be: all were scored by it
	}
	out, err := scorer.Explain(a.in.Profiles.List[i])
	if err != nil {
		return nil
	}
	return &out
}

// guestOutlook is what the model of visits expects of the guest.
type guestOutlook struct {
	Model    string           `json:"model"`
	Through  hotelcrm.Date    `json:"through"` // the last day of the visits it was fitted to
	Level    json.Number      `json:"level"`   // of the intervals
	Alive    guestEstimate    `json:"p_alive"`
	Stays    guestEstimate    `json:"expected_stays_1y"`
	Spend    *string          `json:"expected_spend"` // a visit
	OwnSpend bool             `json:"ownSpend"`       // from repeat visits of the guest's own; else the mean of all
	Residual *guestInterval   `json:"residual_value"`
	EvenOdds *hotelcrm.Date   `json:"evenOdds"` // by when the guest comes again with a probability of 1/2; null: never that likely
	Rate     valuation.Rate   `json:"rate"`     // of the discount
	Unit     valuation.Period `json:"unit"`
}

type guestEstimate struct {
	Value *json.Number `json:"value"`
	Low   *json.Number `json:"low"`
	High  *json.Number `json:"high"`

	is btyd.Prediction
}

// guestInterval is an estimate of money; an end beyond all measure is null.
type guestInterval struct {
	Value *string `json:"value"`
	Low   *string `json:"low"`
	High  *string `json:"high"`
}

// guestOutlook returns nil where there is no model.
func (a *analysis) guestOutlook(i int) (*guestOutlook, error) {
	m := a.models
	if m == nil {
		return nil, nil
	}
	o := m.outlook
	out := &guestOutlook{
		Model: m.chosen.Model.Name(), Through: m.last, Level: json.Number(decimal.NewFromFloat(basis.Level).String()), Unit: m.opt.unit, Rate: m.rate,
		Alive: estimated(o.alive.Guests[i]), Stays: estimated(o.stays.Guests[i]), OwnSpend: o.spend.list[i].X > 0,
	}
	if o.worth != nil {
		worth := o.worth.Guests[i]
		out.Spend = a.estimated(o.worth.Spend[i])
		out.Residual = &guestInterval{a.estimated(worth.Value), a.estimated(worth.Low), a.estimated(worth.High)}
	}
	var err error
	out.EvenOdds, err = a.evenOdds(i)
	return out, err
}

// mostDays is how far ahead a next visit is dated.
const mostDays = 5 * 366

// evenOdds returns the day by which guest i has come again with a probability of a half; nil if that is never so, or years away.
func (a *analysis) evenOdds(i int) (*hotelcrm.Date, error) {
	v, m := a.in.Visits, a.models
	from, to := v.Offsets[i], v.Offsets[i+1]
	split, err := btyd.SplitOf(m.opt.unit, []int{0, to - from}, v.Arrivals[from:to], btyd.Watch{First: m.first, Last: m.last})
	if err != nil || len(split.Histories) == 0 {
		return nil, err
	}
	const half = 0.5
	day, ok, err := btyd.DayOfNext(m.chosen.Model, split.Histories[0], half, m.last)
	if err != nil || !ok || day > m.last.AddDays(mostDays) {
		return nil, err
	}
	return &day, nil
}

func estimated(p btyd.Prediction) guestEstimate {
	return guestEstimate{numeral.Fixed(p.Value, numeral.RateDigits), numeral.Fixed(p.Low, numeral.RateDigits), numeral.Fixed(p.High, numeral.RateDigits), p}
}

// estimated writes an estimate of money as guests.csv does, nil if it says nothing.
func (a *analysis) estimated(x float64) *string {
	d, ok := estimate(x, a.places)
	if !ok {
		return nil
	}
	return new(prose.Money(d, a.places))
}
