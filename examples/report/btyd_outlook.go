package main

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

// spendFit is the model of spend, or why there is none.
type spendFit struct {
	btyd.SpendFit
	list []btyd.Spend // of each guest; zero where the model cannot read it
	none string       // empty: there is one
}

// mean counts the guests who are expected to spend what guests do on average.
func (s *spendFit) mean() int {
	n := 0
	for _, one := range s.list {
		if one.X == 0 {
			n++
		}
	}
	return n
}

// outlook is what the chosen model expects of every guest from the last day on, in the order of the guests.
type outlook struct {
	alive, stays *btyd.Predictions
	spend        spendFit
	worth        *btyd.Value // nil: see none
	none         string
}

var nextYear = valuation.Horizon{N: 1, Period: valuation.Year}

// check says how good the chosen model was, and follows it through the data.
func (m *models) check(v *intake.Visits) error {
	watch, model := btyd.Watch{First: m.first, Last: m.last}, m.chosen.Model
	if m.held != nil {
		watch = m.held.watch
	}
	trial, split, err := trialOf(m.opt.unit, v, watch)
	if err != nil {
		return err
	}
	if m.held != nil {
		for _, e := range m.held.Entries {
			if e.Rank > 0 && e.Model.Name() == model.Name() {
				model = e.Model // as fitted to the calibration
			}
		}
		const tenths = 10
		m.held.bins, err = btyd.CalibrateAlive(model, split.Histories, split.Later, split.HeldOut, min(tenths, len(split.Histories)))
		if err != nil {
			return err
		}
	}
	cells, err := split.Cells()
	if err != nil {
		return err
	}
	m.track, err = btyd.Track(model, cells, trial.At, trial.Actual)
	return err
}

// lookOn predicts with the chosen model, fitted to all visits.
func (m *models) lookOn(v *intake.Visits, all btyd.Watch) (*outlook, error) {
	split, err := btyd.SplitOf(m.opt.unit, v.Offsets, v.Arrivals, all)
	if err != nil {
		return nil, err
	}
	predictor, err := btyd.NewPredictor(m.chosen)
	if err != nil {
		return nil, err
	}
	out := &outlook{}
	stays, err := btyd.Stays(nextYear)
	if err != nil {
		return nil, err
	}
	if out.alive, err = predictor.PredictAll(split.Histories, btyd.Alive(), basis.Level, m.workers); err != nil {
		return nil, err
	}
	if out.stays, err = predictor.PredictAll(split.Histories, stays, basis.Level, m.workers); err != nil {
		return nil, err
	}
	if out.spend, err = m.fitSpend(v, split); err != nil {
		return nil, err
	}
	if m.spend = out.spend; m.watch != all {
		if err := m.spendOfCalibration(v); err != nil {
			return nil, err
		}
	}
	return out, out.value(predictor, split.Histories, m)
}

func (m *models) spendOfCalibration(v *intake.Visits) error {
	split, err := btyd.SplitOf(m.opt.unit, v.Offsets, v.Arrivals, m.watch)
	if err == nil {
		m.spend, err = m.fitSpend(v, split)
	}
	return err
}

// fitSpend fits the model of spend to the repeat visits of a split.
func (m *models) fitSpend(v *intake.Visits, split *btyd.Split) (spendFit, error) {
	out := spendFit{list: spendsOf(v, split)}
	spends, err := btyd.NewSpends(out.list)
	if err != nil { // only an amount beyond all measure
		out.none = "an amount is beyond 1e15"
		return out, nil
	}
	for i, one := range out.list {
		if one.Mean <= 0 {
			out.list[i] = btyd.Spend{}
		}
	}
	out.SpendFit, err = btyd.FitGammaGamma(spends, m.workers)
	failed, ok := errors.AsType[*btyd.FitError](err)
	switch {
	case ok:
		out.none, err = failed.Text, nil
	case err == nil && out.Report.Covariance == nil:
		out.none = "the spends of the guests do not differ as the model of spend has it"
	}
	return out, err
}

const endless = "the residual visits have no finite value at a discount of %s"

// value reckons what the guests are worth from now on, where the data allows it.
func (o *outlook) value(p *btyd.Predictor, guests []btyd.History, m *models) error {
	if o.none = o.spend.none; o.none != "" {
		return nil
	}
	stays, err := btyd.Residual(m.rate)
	if err != nil {
		return err
	}
	o.worth, err = p.Worth(guests, o.spend.list, stays, o.spend.SpendFit, basis.Level, m.workers)
	if _, ok := errors.AsType[*hotelcrm.RowError](err); ok {
		o.none = fmt.Sprintf(endless, m.rate.String())
		return nil
	}
	return err
}

// mostWorth is the amount from which on an estimate says nothing.
const mostWorth = 1e15

// estimate rounds an estimate to money; false if it says nothing.
func estimate(x float64, places int) (decimal.Decimal, bool) {
	if !(x >= -mostWorth && x <= mostWorth) {
		return decimal.Decimal{}, false
	}
	d, err := hotelcrm.Round(decimal.NewFromFloat(x), places, basis.HalfEven(places).Mode)
	return d, err == nil
}
