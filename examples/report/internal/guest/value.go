package guest

import (
	"encoding/json"

	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/examples/report/internal/alive"
	"github.com/hotelcrm/hotelcrm/examples/report/internal/basis"
	"github.com/hotelcrm/hotelcrm/examples/report/internal/numeral"
	"github.com/hotelcrm/hotelcrm/examples/report/internal/prose"
	"github.com/hotelcrm/hotelcrm/valuation"
	"github.com/hotelcrm/hotelcrm/valuation/btyd"
	"github.com/shopspring/decimal"
)

// Value is what the guest has been, is and could be worth.
type Value struct {
	Historic    string               `json:"historic"`
	Cost        string               `json:"cost"` // the guest's part
	Current     *string              `json:"current"`
	Profit      *string              `json:"profitPerStay"`
	Stays       *json.Number         `json:"staysPerYear"`
	Incremental *string              `json:"incremental"`
	CLV         *string              `json:"clv"`
	Class       valuation.ValueClass `json:"cell"` // of the value matrix
	Cuts        *Cuts                `json:"cuts"`
	Potential   *valuation.Explained `json:"potential"`
	Convention  valuation.Convention `json:"convention"`
	Basis       valuation.CostBasis  `json:"costBasis"`
	Known       valuation.CurrentRow `json:"-"` // the row of Current
	Advice      *valuation.Advice    `json:"-"` // nil: not classed
	worth       valuation.HistoricValue
}

// Cuts is where the matrix is cut: whoever reaches a cut is high.
type Cuts struct {
	Current   string      `json:"current"`
	Potential json.Number `json:"potential"` // in points
}

func (r *reader) value(i int) Value {
	w := r.Worth
	past, now := w.Historic.At(i), w.Current.At(i)
	v := Value{
		Historic: prose.Money(past.Amount, r.Places), Cost: prose.Money(past.Cost, r.Places), Basis: past.Basis, Convention: w.Current.Setup().Convention,
		Known: now, worth: past,
	}
	if now.Known {
		v.Current, v.Profit = new(prose.Money(now.Amount, r.Places)), new(prose.Money(now.ProfitPerStay, r.Places))
		v.Stays = new(json.Number(now.Stays.StringFixed(numeral.RateDigits)))
	}
	if w.Matrix == nil {
		return v
	}
	if w.Incremental.Known(i) {
		v.Incremental, v.CLV = new(prose.Money(w.Incremental.Values().At(i), r.Places)), new(prose.Money(w.Lifetime.Totals().At(i), r.Places))
	}
	if v.Class = w.Matrix.Classes()[i]; v.Class != 0 {
		v.Advice = new(v.Class.Advice())
	}
	current, potential := w.Matrix.Cuts()
	v.Cuts = &Cuts{prose.Money(current, r.Places), json.Number(potential.String())}
	v.Potential = r.explainPotential(i)
	return v
}

// explainPotential says which indicators made the potential of guest i; nil if nothing is known of the guest.
func (r *reader) explainPotential(i int) *valuation.Explained {
	if r.Data.Profiles == nil || i >= len(r.Data.Profiles.List) {
		return nil
	}
	scorer, err := valuation.NewScorer(*r.Worth.Card)
	if err != nil {
		return nil // cannot be: all were scored by it
	}
	out, err := scorer.Explain(r.Data.Profiles.List[i])
	if err != nil {
		return nil
	}
	return &out
}

// Outlook is what the model of visits expects of the guest.
type Outlook struct {
	Model    string           `json:"model"`
	Through  hotelcrm.Date    `json:"through"` // the last day of the visits it was fitted to
	Level    json.Number      `json:"level"`   // of the intervals: what the parameters leave open
	Alive    Estimate         `json:"p_alive"`
	Stays    Estimate         `json:"expected_stays_1y"`
	Spend    *string          `json:"expected_spend"` // a visit
	OwnSpend bool             `json:"ownSpend"`       // from repeat visits of the guest's own; else the mean of all
	Residual *Interval        `json:"residual_value"`
	EvenOdds *hotelcrm.Date   `json:"evenOdds"` // by when the guest comes again with a probability of 1/2; null: never that likely
	Rate     valuation.Rate   `json:"rate"`     // of the discount
	Unit     valuation.Period `json:"unit"`
	Counts   Counts           `json:"nextYear"`
	Repeats  int              `json:"repeats"` // visits after the first
}

// Counts is how often the guest may come in the next year: the probabilities, and the range that has at least the level.
type Counts struct {
	None   *json.Number `json:"none"`
	Once   *json.Number `json:"once"`
	More   *json.Number `json:"more"`
	Low    int          `json:"low"`
	High   int          `json:"high"`
	Within *json.Number `json:"within"`
	Level  json.Number  `json:"level"`

	Next btyd.NextCounts `json:"-"`
}

// Estimate is what a model expects, with the interval that the parameters leave.
type Estimate struct {
	Value *json.Number `json:"value"`
	Low   *json.Number `json:"parameterLow"`
	High  *json.Number `json:"parameterHigh"`

	Prediction btyd.Prediction `json:"-"`
}

// Interval is an estimate of money; an end beyond all measure is null.
type Interval struct {
	Value *string `json:"value"`
	Low   *string `json:"parameterLow"`
	High  *string `json:"parameterHigh"`
}

// outlook returns nil where there is no model.
func (r *reader) outlook(i int) (*Outlook, error) {
	m := r.Alive
	if m == nil {
		return nil, nil
	}
	o := m.Outlook
	out := &Outlook{
		Model: m.Chosen.Model.Name(), Through: m.Last, Level: json.Number(decimal.NewFromFloat(basis.Level).String()), Unit: m.Terms.Unit, Rate: m.Rate,
		Alive: estimated(o.Alive.Guests[i]), Stays: estimated(o.Stays.Guests[i]), OwnSpend: o.Spend.List[i].X > 0,
	}
	if o.Worth != nil {
		worth := o.Worth.Guests[i]
		out.Spend = r.estimated(o.Worth.Spend[i])
		out.Residual = &Interval{r.estimated(worth.Value), r.estimated(worth.Low), r.estimated(worth.High)}
	}
	c := o.Counts[i]
	out.Repeats = r.repeats(i)
	out.Counts = Counts{
		numeral.Fixed(c.None, numeral.RateDigits), numeral.Fixed(c.Once, numeral.RateDigits), numeral.Fixed(c.More, numeral.RateDigits), c.Low, c.High,
		numeral.Fixed(c.Within, numeral.RateDigits), json.Number(decimal.NewFromFloat(alive.RangeLevel).String()), c,
	}
	var err error
	out.EvenOdds, err = r.evenOdds(i)
	return out, err
}

// mostDays is how far ahead a next visit is dated.
const mostDays = 5 * 366

// repeats counts the days of arrival after the first.
func (r *reader) repeats(i int) int {
	v, n := r.Data.Visits, 0
	for k := v.Offsets[i] + 1; k < v.Offsets[i+1]; k++ {
		if v.Arrivals[k] != v.Arrivals[k-1] {
			n++
		}
	}
	return n
}

// evenOdds returns the day by which guest i has come again with a probability of a half; nil if that is never so, or
// years away.
func (r *reader) evenOdds(i int) (*hotelcrm.Date, error) {
	v, m := r.Data.Visits, r.Alive
	from, to := v.Offsets[i], v.Offsets[i+1]
	split, err := btyd.SplitOf(m.Terms.Unit, []int{0, to - from}, v.Arrivals[from:to], btyd.Watch{First: m.First, Last: m.Last})
	if err != nil || len(split.Histories) == 0 {
		return nil, err
	}
	const half = 0.5
	day, ok, err := btyd.DayOfNext(m.Chosen.Model, split.Histories[0], half, m.Last)
	if err != nil || !ok || day > m.Last.AddDays(mostDays) {
		return nil, err
	}
	return &day, nil
}

func estimated(p btyd.Prediction) Estimate {
	return Estimate{numeral.Fixed(p.Value, numeral.RateDigits), numeral.Fixed(p.Low, numeral.RateDigits), numeral.Fixed(p.High, numeral.RateDigits), p}
}

// estimated writes an estimate of money as guests.csv does, nil if it says nothing.
func (r *reader) estimated(x float64) *string {
	d, ok := alive.Estimate(x, r.Places)
	if !ok {
		return nil
	}
	return new(prose.Money(d, r.Places))
}
