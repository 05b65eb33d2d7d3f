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
	Spend        SpendFit
	Worth        *btyd.Value // nil: see none
	None         string
}

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
	}
	cells, err := split.Cells()
	if err != nil {
		return err
	}
	m.Track, err = btyd.Track(model, cells, trial.At, trial.Actual)
	return err
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
