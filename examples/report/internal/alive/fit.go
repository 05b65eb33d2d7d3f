package alive

import (
	"cmp"
	"errors"
	"maps"
	"slices"

	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/examples/report/internal/intake"
	"github.com/hotelcrm/hotelcrm/valuation"
	"github.com/hotelcrm/hotelcrm/valuation/btyd"
	"github.com/shopspring/decimal"
)

// Result is what the models of guests who never say goodbye make of the visits.
type Result struct {
	Terms   Terms
	Rate    valuation.Rate
	workers int
	First   hotelcrm.Date // the days of the data
	Last    hotelcrm.Date
	Every   int // the models are compared on every n-th guest
	Each    int // the chosen one is fitted to every n-th

	Held  *Holdout        // nil: too little data
	Fits  btyd.Comparison // that the report shows
	Watch btyd.Watch      // of these fits and of spend
	Track btyd.Tracking   // of the chosen model: in the calibration and the hold-out
	Spend SpendFit        // of the visits of watch

	Chosen  btyd.Fit[btyd.Model] // to all visits
	Passed  []Passed
	Outlook *Outlook
}

// Holdout is what the models foretold of the visits that they were not fitted to.
type Holdout struct {
	btyd.Comparison
	Watch  btyd.Watch
	Length float64
	Bins   []btyd.AliveBin // of the chosen model
	Ranges Ranges
}

// Ranges says how many of the guests came as often as the chosen model's ranges had it, per one: by the model, and in fact.
type Ranges struct{ Foretold, Held float64 }

// Reason says in words why there is no model.
type Reason string

// Error is the reason in words.
func (e Reason) Error() string { return string(e) }

// usual is the order in which models are taken where nothing can be held out.
var usual = []string{btyd.ParetoNBD{}.Name(), btyd.MBGNBD{}.Name(), btyd.BGNBD{}.Name(), btyd.NBD{}.Name()}

// New fits the models, chooses one and looks on with it. Errors: a Reason if the data cannot be fitted.
func New(t Terms, discount decimal.Decimal, v *intake.Visits, asOf hotelcrm.Date, workers int) (*Result, error) {
	last := len(v.Offsets) - 2
	m := &Result{Terms: t, workers: workers, Every: 1 + last/mostFitted, Each: 1 + last/mostChosen}
	m.First, m.Last = watchedDays(v, asOf)
	var err error
	if m.Rate, err = valuation.Effective(discount, valuation.Year); err != nil {
		return nil, err
	}
	some := every(v, m.Every)
	ranked, err := m.compare(some)
	if err != nil {
		return nil, err
	}
	all := btyd.Watch{First: m.First, Last: m.Last}
	if m.Watch = all; m.Held != nil && m.Terms.End != 0 {
		m.Fits, m.Watch = m.Held.Comparison, m.Held.Watch
	} else if m.Fits, err = m.describe(some, all); err != nil {
		return nil, err
	}
	if err := m.choose(ranked, every(v, m.Each), all); err != nil {
		return nil, err
	}
	if err := m.check(some); err != nil {
		return nil, err
	}
	m.Outlook, err = m.lookOn(v, all)
	return m, err
}

// compare ranks the models on what is held out, and returns their names, the best first.
func (m *Result) compare(v *intake.Visits) ([]string, error) {
	watch, enough, err := m.Terms.holdout(m.First, m.Last)
	if err != nil || !enough {
		return usual, err
	}
	trial, split, err := trialOf(m.Terms.Unit, v, watch)
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
	m.Held = &Holdout{Comparison: fits, Watch: watch, Length: split.HeldOut}
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
func (m *Result) describe(v *intake.Visits, all btyd.Watch) (btyd.Comparison, error) {
	split, err := btyd.SplitOf(m.Terms.Unit, v.Offsets, v.Arrivals, all)
	if err != nil {
		return btyd.Comparison{}, err
	}
	return btyd.Compare(btyd.Trial{Unit: m.Terms.Unit, Histories: split.Histories}, m.workers)
}

// choose fits the models in their order to all visits until one can be used: with standard errors. Models in which some
// guests cannot leave come last, since they do not answer who is still a guest.
func (m *Result) choose(ranked []string, v *intake.Visits, all btyd.Watch) error {
	split, err := btyd.SplitOf(m.Terms.Unit, v.Offsets, v.Arrivals, all)
	if err != nil {
		return err
	}
	cells, err := split.Cells()
	if err != nil {
		return err
	}
	order := slices.Clone(ranked)
	slices.SortStableFunc(order, func(a, b string) int { return cmp.Compare(min(len(bound[a]), 1), min(len(bound[b]), 1)) })
	reasons, none := maps.Clone(bound), Reason("no model has a maximum that the data proves")
	for _, name := range order {
		fit, err := m.fit(name, cells, all)
		failed, ok := errors.AsType[*btyd.FitError](err)
		switch {
		case ok:
			none = Reason(failed.Text)
			reasons[name] = failed.Text
		case err != nil:
			return err
		case fit.Report.Covariance == nil || fit.Report.Warned(btyd.WarnNotConverged):
			reasons[name] = "its fit to all visits has no standard errors"
		default:
			m.Chosen = fit
			for _, better := range ranked[:slices.Index(ranked, name)] {
				m.Passed = append(m.Passed, Passed{better, reasons[better]})
			}
			return nil
		}
	}
	return none
}

// Passed is a model that was better in the hold-out, and why it was not chosen all the same.
type Passed struct {
	Model  string `json:"model"`
	Reason string `json:"reason"`
}

// bound are the models in which some guests cannot leave.
var bound = map[string]string{
	btyd.BGNBD{}.Name(): "it takes for granted that whoever never came back is still a guest",
	btyd.NBD{}.Name():   "it takes for granted that nobody ever leaves for good",
}

// fit fits a model by name, unless that has been done.
func (m *Result) fit(name string, cells *btyd.Cells, all btyd.Watch) (btyd.Fit[btyd.Model], error) {
	for _, e := range m.Fits.Entries {
		if m.Every == m.Each && m.Watch == all && e.Model.Name() == name && e.Failed == "" {
			return btyd.Fit[btyd.Model]{Model: e.Model, Report: e.Report}, nil
		}
	}
	return btyd.FitNamed(name, cells, m.workers)
}

// GGompertz is the name of a model that no other list has.
var GGompertz = btyd.GGompertz{}.Name()
