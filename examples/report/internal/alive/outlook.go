package alive

import (
	"errors"
	"fmt"

	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/examples/report/internal/basis"
	"github.com/hotelcrm/hotelcrm/examples/report/internal/intake"
	"github.com/hotelcrm/hotelcrm/valuation"
	"github.com/hotelcrm/hotelcrm/valuation/btyd"
	"github.com/shopspring/decimal"
)

// SpendFit is the model of spend, or why there is none.
type SpendFit struct {
	btyd.SpendFit
	List []btyd.Spend // of each guest; zero where the model cannot read it
	None string       // empty: there is one
}

// Mean counts the guests who are expected to spend what guests do on average.
func (s *SpendFit) Mean() int {
	n := 0
	for _, one := range s.List {
		if one.X == 0 {
			n++
		}
	}
	return n
}

// Outlook is what the chosen model expects of every guest from the last day on, in the order of the guests.
type Outlook struct {
	Alive, Stays *btyd.Predictions
	Counts       []btyd.NextCounts // how often each may come in the next year
	Spend        SpendFit
	Worth        *btyd.Value // nil: see none
	None         string
	Before       *Before // nil: nobody was known a year ago
	Once         Once
}

// RangeLevel is that of the range of how often one guest may come.
const RangeLevel = 0.8

var nextYear = valuation.Horizon{N: 1, Period: valuation.Year}

// check says how good the chosen model was, and follows it through the data.
func (m *Result) check(v *intake.Visits) error {
	watch, model := btyd.Watch{First: m.First, Last: m.Last}, m.Chosen.Model
	if m.Held != nil {
		watch = m.Held.Watch
	}
	trial, split, err := trialOf(m.Terms.Unit, v, watch)
	if err != nil {
		return err
	}
	if m.Held != nil {
		for _, e := range m.Held.Entries {
			if e.Rank > 0 && e.Model.Name() == model.Name() {
				model = e.Model // as fitted to the calibration
			}
		}
		const tenths = 10
		m.Held.Bins, err = btyd.CalibrateAlive(model, split.Histories, split.Later, split.HeldOut, min(tenths, len(split.Histories)))
		if err != nil {
			return err
		}
		if m.Held.Ranges, err = rangesOf(model, split, m.workers); err != nil {
			return err
		}
	}
	cells, err := split.Cells()
	if err != nil {
		return err
	}
	m.Track, err = btyd.Track(model, cells, trial.At, trial.Actual)
	return err
}

// rangesOf sets the ranges of single guests against what they did in the hold-out.
func rangesOf(model btyd.Model, split *btyd.Split, workers int) (Ranges, error) {
	counts, err := btyd.CountsNextAll(model, split.Histories, split.HeldOut, RangeLevel, workers)
	if err != nil {
		return Ranges{}, err
	}
	var out Ranges
	for i, c := range counts {
		out.Foretold += c.Within / float64(len(counts))
		if n := split.Later[i]; n >= c.Low && n <= c.High {
			out.Held += 1 / float64(len(counts))
		}
	}
	return out, nil
}

// lookOn predicts with the chosen model, fitted to all visits.
func (m *Result) lookOn(v *intake.Visits, all btyd.Watch) (*Outlook, error) {
	split, err := btyd.SplitOf(m.Terms.Unit, v.Offsets, v.Arrivals, all)
	if err != nil {
		return nil, err
	}
	predictor, err := btyd.NewPredictor(m.Chosen)
	if err != nil {
		return nil, err
	}
	out := &Outlook{}
	stays, err := btyd.Stays(nextYear)
	if err != nil {
		return nil, err
	}
	if out.Alive, err = predictor.PredictAll(split.Histories, btyd.Alive(), basis.Level, m.workers); err != nil {
		return nil, err
	}
	if out.Stays, err = predictor.PredictAll(split.Histories, stays, basis.Level, m.workers); err != nil {
		return nil, err
	}
	year, err := btyd.Span(nextYear, m.Terms.Unit)
	if err != nil {
		return nil, err
	}
	if out.Counts, err = btyd.CountsNextAll(m.Chosen.Model, split.Histories, year, RangeLevel, m.workers); err != nil {
		return nil, err
	}
	out.Before, out.Once = beforeOf(v, m.First, m.Last), onceOf(v)
	if out.Spend, err = m.fitSpend(v, split); err != nil {
		return nil, err
	}
	if m.Spend = out.Spend; m.Watch != all {
		if err := m.spendOfCalibration(v); err != nil {
			return nil, err
		}
	}
	return out, out.value(predictor, split.Histories, m)
}

func (m *Result) spendOfCalibration(v *intake.Visits) error {
	split, err := btyd.SplitOf(m.Terms.Unit, v.Offsets, v.Arrivals, m.Watch)
	if err == nil {
		m.Spend, err = m.fitSpend(v, split)
	}
	return err
}

// fitSpend fits the model of spend to the repeat visits of a split.
func (m *Result) fitSpend(v *intake.Visits, split *btyd.Split) (SpendFit, error) {
	out := SpendFit{List: spendsOf(v, split)}
	spends, err := btyd.NewSpends(out.List)
	if err != nil { // only an amount beyond all measure
		out.None = "an amount is beyond 1e15"
		return out, nil
	}
	for i, one := range out.List {
		if one.Mean <= 0 {
			out.List[i] = btyd.Spend{}
		}
	}
	out.SpendFit, err = btyd.FitGammaGamma(spends, m.workers)
	failed, ok := errors.AsType[*btyd.FitError](err)
	switch {
	case ok:
		out.None, err = failed.Text, nil
	case err == nil && out.Report.Covariance == nil:
		out.None = "the spends of the guests do not differ as the model of spend has it"
	}
	return out, err
}

// Endless is why the guests have no residual value where the visits to come never end; it wants the discount.
const Endless = "the residual visits have no finite value at a discount of %s"

// value reckons what the guests are worth from now on, where the data allows it.
func (o *Outlook) value(p *btyd.Predictor, guests []btyd.History, m *Result) error {
	if o.None = o.Spend.None; o.None != "" {
		return nil
	}
	stays, err := btyd.Residual(m.Rate)
	if err != nil {
		return err
	}
	o.Worth, err = p.Worth(guests, o.Spend.List, stays, o.Spend.SpendFit, basis.Level, m.workers)
	if _, ok := errors.AsType[*hotelcrm.RowError](err); ok {
		o.None = fmt.Sprintf(Endless, m.Rate.String())
		return nil
	}
	return err
}

// mostWorth is the amount from which on an estimate says nothing.
const mostWorth = 1e15

// Estimate rounds an estimate to money; false if it says nothing.
func Estimate(x float64, places int) (decimal.Decimal, bool) {
	if !(x >= -mostWorth && x <= mostWorth) {
		return decimal.Decimal{}, false
	}
	d, err := hotelcrm.Round(decimal.NewFromFloat(x), places, basis.HalfEven(places).Mode)
	return d, err == nil
}
