package main

import (
	"cmp"
	"errors"
	"maps"
	"slices"

	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/examples/report/internal/intake"
	"github.com/hotelcrm/hotelcrm/valuation"
	"github.com/hotelcrm/hotelcrm/valuation/btyd"
)

// models is what the models of guests who never say goodbye make of the visits.
type models struct {
	opt     *modelOptions
	rate    valuation.Rate
	workers int
	first   hotelcrm.Date // the days of the data
	last    hotelcrm.Date
	every   int // the models are compared on every n-th guest
	each    int // the chosen one is fitted to every n-th

	held  *holdout        // nil: too little data
	fits  btyd.Comparison // that the report shows
	watch btyd.Watch      // of these fits and of spend
	track btyd.Tracking   // of the chosen model: in the calibration and the hold-out
	spend spendFit        // of the visits of watch

	chosen  btyd.Fit[btyd.Model] // to all visits
	passed  []passed
	outlook *outlook
}

// holdout is what the models foretold of the visits that they were not fitted to.
type holdout struct {
	btyd.Comparison
	watch  btyd.Watch
	length float64
	bins   []btyd.AliveBin // of the chosen model
}

// errNoModel says in words why there is no model.
type errNoModel string

func (e errNoModel) Error() string { return string(e) }

// usual is the order in which models are taken where nothing can be held out.
var usual = []string{btyd.ParetoNBD{}.Name(), btyd.MBGNBD{}.Name(), btyd.BGNBD{}.Name(), btyd.NBD{}.Name()}

// newModels fits the models, chooses one and looks on with it. Errors: an errNoModel if the data cannot be fitted.
func newModels(opt *options, v *intake.Visits, asOf hotelcrm.Date, workers int) (*models, error) {
	last := len(v.Offsets) - 2
	m := &models{opt: &opt.models, workers: workers, every: 1 + last/mostFitted, each: 1 + last/mostChosen}
	m.first, m.last = watchedDays(v, asOf)
	var err error
	if m.rate, err = valuation.Effective(opt.value.rate, valuation.Year); err != nil {
		return nil, err
	}
	some := every(v, m.every)
	ranked, err := m.compare(some)
	if err != nil {
		return nil, err
	}
	all := btyd.Watch{First: m.first, Last: m.last}
	if m.watch = all; m.held != nil && m.opt.end != 0 {
		m.fits, m.watch = m.held.Comparison, m.held.watch
	} else if m.fits, err = m.describe(some, all); err != nil {
		return nil, err
	}
	if err := m.choose(ranked, every(v, m.each), all); err != nil {
		return nil, err
	}
	if err := m.check(some); err != nil {
		return nil, err
	}
	m.outlook, err = m.lookOn(v, all)
	return m, err
}

// compare ranks the models on what is held out, and returns their names, the best first.
func (m *models) compare(v *intake.Visits) ([]string, error) {
	watch, enough, err := m.opt.holdout(m.first, m.last)
	if err != nil || !enough {
		return usual, err
	}
	trial, split, err := trialOf(m.opt.unit, v, watch)
	if err != nil || len(split.Histories) == 0 {
		return usual, err
	}
	fits, err := btyd.Compare(trial, m.workers)
	if err != nil {
		return nil, err
	}
	if _, ok := fits.Best(); !ok {
		return usual, nil
	}
	m.held = &holdout{Comparison: fits, watch: watch, length: split.HeldOut}
	order := slices.Clone(fits.Entries)
	slices.SortStableFunc(order, func(a, b btyd.Entry) int { return cmp.Compare(a.Rank, b.Rank) })
	var names []string
	for _, e := range order {
		if e.Rank > 0 {
			names = append(names, e.Model.Name())
		}
	}
	return names, nil
}

// describe fits all models to all visits.
func (m *models) describe(v *intake.Visits, all btyd.Watch) (btyd.Comparison, error) {
	split, err := btyd.SplitOf(m.opt.unit, v.Offsets, v.Arrivals, all)
	if err != nil {
		return btyd.Comparison{}, err
	}
	return btyd.Compare(btyd.Trial{Unit: m.opt.unit, Histories: split.Histories}, m.workers)
}

// choose fits the models in their order to all visits until one can be used: with standard errors. Models in which some guests cannot leave come last, since they do not answer who is still a guest.
func (m *models) choose(ranked []string, v *intake.Visits, all btyd.Watch) error {
	split, err := btyd.SplitOf(m.opt.unit, v.Offsets, v.Arrivals, all)
	if err != nil {
		return err
	}
	cells, err := split.Cells()
	if err != nil {
		return err
	}
	order := slices.Clone(ranked)
	slices.SortStableFunc(order, func(a, b string) int { return cmp.Compare(min(len(bound[a]), 1), min(len(bound[b]), 1)) })
	reasons, none := maps.Clone(bound), errNoModel("no model has a maximum that the data proves")
	for _, name := range order {
		fit, err := m.fit(name, cells, all)
		failed, ok := errors.AsType[*btyd.FitError](err)
		switch {
		case ok:
			none = errNoModel(failed.Text)
			reasons[name] = failed.Text
		case err != nil:
			return err
		case fit.Report.Covariance == nil || fit.Report.Warned(btyd.WarnNotConverged):
			reasons[name] = "its fit to all visits has no standard errors"
		default:
			m.chosen = fit
			for _, better := range ranked[:slices.Index(ranked, name)] {
				m.passed = append(m.passed, passed{better, reasons[better]})
			}
			return nil
		}
	}
	return none
}

// passed is a model that was better in the hold-out, and why it was not chosen all the same.
type passed struct {
	Model  string `json:"model"`
	Reason string `json:"reason"`
}

// bound are the models in which some guests cannot leave.
var bound = map[string]string{
	btyd.BGNBD{}.Name(): "it takes for granted that whoever never came back is still a guest",
	btyd.NBD{}.Name():   "it takes for granted that nobody ever leaves for good",
}

// fit fits a model by name, unless that has been done.
func (m *models) fit(name string, cells *btyd.Cells, all btyd.Watch) (btyd.Fit[btyd.Model], error) {
	for _, e := range m.fits.Entries {
		if m.every == m.each && m.watch == all && e.Model.Name() == name && e.Failed == "" {
			return btyd.Fit[btyd.Model]{Model: e.Model, Report: e.Report}, nil
		}
	}
	return btyd.FitNamed(name, cells, m.workers)
}

var ggompertz = btyd.GGompertz{}.Name()
